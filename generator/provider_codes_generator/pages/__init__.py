"""Reads headings and tables from any page.

Fetches pages or reads them from files, finds the reader for their format, and returns the tables
with their lines. Knows nothing of lists and codes.
"""

from .codelike import (
    column_of_codes as column_of_codes,
    columns_of_codes as columns_of_codes,
    first_word as first_word,
    is_code as is_code,
    is_identifier as is_identifier,
    is_number as is_number,
    is_range as is_range,
    mostly as mostly,
    number_of as number_of,
    value_and_name as value_and_name,
)
from .page import (
    CAPTION as CAPTION,
    TITLE as TITLE,
    Cell as Cell,
    Heading as Heading,
    Loose as Loose,
    Page as Page,
    Row as Row,
    Table as Table,
)
from .readers import read as read
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
