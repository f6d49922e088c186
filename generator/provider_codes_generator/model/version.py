"""The version of the tool, as in pyproject.toml: looking up the installed package is too slow."""

VERSION = "0.1.0"
