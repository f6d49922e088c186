# Generated from the template __main__.py by `provider-codes generate`. Do not edit.
# sha256:68744daff552024eea15ea13b24238c249a1d0d68d002b769d59824920dbd98a of all below this line.
"""Looks codes up: `python -m` with the name of this package."""

import sys

from ._lookup import main

sys.exit(main())
