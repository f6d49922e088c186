"""The configuration, the specs and the editions of a project.

Finds `[tool.provider-codes]`, loads and checks the specs it names, and loads editions from folders
and git revisions. Each command begins here.
"""

from .config import (
    Config as Config,
    Extra as Extra,
    load_config as load_config,
    project_version as project_version,
    shown as shown,
    why_not_importable as why_not_importable,
)
from .specs import (
    Specs as Specs,
    check_specs as check_specs,
    edition as edition,
    last_tag as last_tag,
    schemas as schemas,
    slug_of as slug_of,
)
