# Generated from ecall.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:a56b420fa9ac651784711906e4ac2c25ab95e89e8e4e580b71011316d158f71a of all below this line.
"""Our notes on codes of eCall, and where its pages are broken."""

from __future__ import annotations

from typing import Final

__all__ = ["NOTES"]

# fmt: off
NOTES: Final[dict[str, dict[int | str, tuple[str, ...]]]] = {
    "HttpStatus": {
        200: ("Our note: Cache queries return 200 even if they fail, says the page: the result code is in the body.",),
    },
    "ResultCode": {
        11501: ("Our note: The name says that the ID is invalid; the text says that it was not found, as 11502 does.",),
        11912: ("Our note: Not an error: the state of the job asked for.",),
        11913: ("Our note: Not an error: the state of the job asked for.",),
    },
}
# fmt: on
"""The notes, by list and value."""
