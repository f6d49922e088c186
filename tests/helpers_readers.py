"""What tests of the page readers look at."""

import pytest
from provider_codes_generator.model.findings import Refused
from provider_codes_generator.pages.page import Page, Row, Table
from provider_codes_generator.pages.readers import read


def titles(table: Table) -> list[str]:
    """The texts of the headings that a table stands below."""
    return [heading.text for heading in table.path]


def texts(row: Row) -> list[str]:
    """The texts of the cells of a row."""
    return [cell.text for cell in row.cells]


def contents(page: Page) -> list[tuple[list[str], tuple[str, ...], list[list[str]]]]:
    """Each table as its headings, its header and the texts of its rows."""
    return [
        (titles(table), table.header, [texts(row) for row in table.rows]) for table in page.tables
    ]


def only(page: Page) -> Table:
    """The one table of a page."""
    assert len(page.tables) == 1
    return page.tables[0]


def loose(page: Page) -> list[tuple[int, str]]:
    """The loose lines of a page."""
    return [(line.line, line.text) for line in page.loose]


def problem(text: str, reader: str | None = None, path: str | None = None) -> Refused:
    """Why a page cannot be read."""
    with pytest.raises(Refused) as caught:
        read(text, reader, path)
    return caught.value
