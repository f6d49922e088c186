"""Options of the tests."""

import pytest
from hypothesis import settings

# No test looks at the clock; and `make fuzz` tries more than there is time for here.
settings.register_profile("suite", deadline=None, max_examples=60)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that `make goldens` and `make screenshots` use."""
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write the expected results of tests/cases anew instead of comparing",
    )
    parser.addoption(
        "--screenshots",
        metavar="DIR",
        help="keep there what the browser shows of the site, and one for the README",
    )
