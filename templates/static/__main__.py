"""Looks codes up: `python -m` with the name of this package."""

import sys

from ._lookup import main

sys.exit(main())
