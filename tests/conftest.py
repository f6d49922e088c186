"""Options of the tests."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that `make goldens` uses."""
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write the expected results of tests/cases anew instead of comparing",
    )
