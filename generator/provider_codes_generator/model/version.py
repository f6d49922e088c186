"""The version of the tool, as in pyproject.toml: to look up the installed package takes too long."""

VERSION = "0.1.0"
