"""The bytes of a page to its text, in the encoding that it says it has."""

import codecs
import re

from ..findings import Finding
from .problem import PageProblem

# How far into a page a browser looks for the encoding it declares.
_HEAD = 2048
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of a page: by its byte order mark, its charset, what it declares, or as UTF-8.

    `charset` is what came with the page. Raises `PageProblem` where bytes have no meaning in
    that encoding; none is replaced or guessed.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    declared = _META.search(data, 0, _HEAD)
    name = marked or charset or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        return data.decode(name).removeprefix("\ufeff")
    except LookupError as error:
        message, help = f"no encoding is called {name}", "save the page in the encoding UTF-8"
        raise PageProblem(Finding("page-undecodable", message, help)) from error
    except ValueError as error:
        message = f"the page is not in the encoding {name} that it is said to have"
        help = "save the page in the encoding UTF-8"
        raise PageProblem(Finding("page-undecodable", message, help)) from error
