"""Reads headings and tables from any page.

Fetches pages or reads them from files, finds the reader for their format, and returns the tables
with their lines. Knows what codes look like, and nothing about the lists of a spec.
"""

from . import forms as forms
from .code_columns import (
    column_of_codes as column_of_codes,
    hint_in as hint_in,
    value_and_name as value_and_name,
    value_of as value_of,
    values_in as values_in,
)
from .code_lines import is_like_row as is_like_row, leading_code as leading_code
from .hints import (
    NAME as NAME,
    TEXTS as TEXTS,
    Hint as Hint,
    heads_codes as heads_codes,
    hint_of_header as hint_of_header,
)
from .page import (
    CODES as CODES,
    NOTE_MARKS as NOTE_MARKS,
    TERM as TERM,
    TERMS as TERMS,
    UNNAMED as UNNAMED,
    TITLE as TITLE,
    Cell as Cell,
    Heading as Heading,
    Loose as Loose,
    Page as Page,
    Row as Row,
    Table as Table,
)
from .readers import (
    READERS as READERS,
    read as read,
    read_all as read_all,
    reader_of_suffix as reader_of_suffix,
)
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
