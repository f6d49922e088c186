"""Reads headings and tables from any page.

Fetches pages or reads them from files, finds the reader for their format, and returns the tables
with their lines. Knows nothing of lists and codes.
"""

from .codelike import column_of_codes, first_word, is_identifier, is_number
from .page import Cell, Heading, Loose, Page, Row, Table
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
    "Cell",
    "Heading",
    "Loose",
    "Page",
    "PageText",
    "Row",
    "Source",
    "Table",
    "column_of_codes",
    "first_word",
    "fold",
    "from_address",
    "from_file",
    "from_folder",
    "from_web",
    "in_file",
    "is_identifier",
    "is_number",
    "pages_of",
    "read",
]
