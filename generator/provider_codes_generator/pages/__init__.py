"""Reads headings and tables from any page.

Fetches pages or reads them from files, finds the reader for their format, and returns the tables
with their lines. Knows nothing of lists and codes.
"""

from .codelike import (
    column_of_codes,
    columns_of_codes,
    first_word,
    is_code,
    is_identifier,
    is_number,
    is_range,
    mostly,
    value_and_name,
)
from .page import CAPTION, TITLE, Cell, Heading, Loose, Page, Row, Table
from .readers import read
from .sources import (
    PageText,
    Source,
    from_address,
    from_file,
    from_folder,
    from_web,
    in_file,
    pages_of,
)
from .text import fold

__all__ = [
    "CAPTION",
    "Cell",
    "Heading",
    "Loose",
    "Page",
    "PageText",
    "Row",
    "Source",
    "TITLE",
    "Table",
    "column_of_codes",
    "columns_of_codes",
    "first_word",
    "fold",
    "from_address",
    "from_file",
    "from_folder",
    "from_web",
    "in_file",
    "is_code",
    "is_identifier",
    "is_number",
    "is_range",
    "mostly",
    "pages_of",
    "read",
    "value_and_name",
]
