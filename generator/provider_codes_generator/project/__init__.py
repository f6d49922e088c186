"""The configuration, the specs and the editions of a project."""

from .config import Config, load_config
from .editions import edition, last_tag
from .specs import check_specs, expect_specs, schemas, shown

__all__ = [
    "Config",
    "check_specs",
    "edition",
    "expect_specs",
    "last_tag",
    "load_config",
    "schemas",
    "shown",
]
