"""The configuration, the specs and the editions of a project.

Finds `[tool.provider-codes]`, loads and checks the specs it names, and loads editions from folders
and git revisions. Each command begins here.
"""

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
