"""Reads headings and tables from any page.

Fetches pages or reads them from files, finds the reader for their format, and returns the tables
with their lines. Knows nothing about lists and codes.
"""

from . import codelike as codelike, forms as forms
from .implied import CODES as CODES, TERMS as TERMS
from .page import (
    CAPTION as CAPTION,
    NOTE_MARKS as NOTE_MARKS,
    TITLE as TITLE,
    Cell as Cell,
    Heading as Heading,
    Loose as Loose,
    Page as Page,
    Row as Row,
    Table as Table,
)
from .readers import read as read, read_all as read_all, reader_of_suffix as reader_of_suffix
from .sources import (
    PageText as PageText,
    Source as Source,
    from_address as from_address,
    from_file as from_file,
    from_folder as from_folder,
    from_web as from_web,
    in_file as in_file,
    pages_of as pages_of,
)
from .text import fold as fold
from .words import heads_codes as heads_codes
