"""The targets, by the name of their command."""

from operator import attrgetter

from . import package, site
from .target import Target

TARGETS = {
    "generate": Target("provider-codes generate", attrgetter("output"), package.files),
    "site": Target("provider-codes site", attrgetter("site"), site.files),
}
