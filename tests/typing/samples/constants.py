"""Facts beside the codes: names of headers, limits, addresses."""

from typing import Literal, assert_type

from provider_codes import ecall


def request_headers(request_id: str) -> dict[str, str]:
    """Every checker knows the exact text and number."""
    assert_type(ecall.CLIENT_REQUEST_ID_HEADER, Literal["x-f24-client-request-id"])
    assert_type(ecall.CLIENT_REQUEST_ID_MAX_LENGTH, Literal[100])
    return {ecall.CLIENT_REQUEST_ID_HEADER: request_id[: ecall.CLIENT_REQUEST_ID_MAX_LENGTH]}


def is_from_ecall(address: str) -> bool:
    addresses: tuple[str, ...] = ecall.SOURCE_IP_ADDRESSES
    first: str = ecall.SOURCE_IP_ADDRESSES[0]
    return address == first or address in addresses


def main() -> None:
    assert request_headers("r" * 200) == {"x-f24-client-request-id": "r" * 100}
    assert is_from_ecall("193.93.208.149") and not is_from_ecall("127.0.0.1")
    assert ecall.SERVER_REQUEST_ID_HEADER.startswith("x-")


main()
