# Generated from the template __main__.py by `provider-codes generate`. Do not edit.
# sha256:abf154fe881470f764c9855d249bbabb236b293abba0201058cc38223b3a6258 of all below this line.
"""`python -m` of the package looks codes up."""

import sys

from ._lookup import main

sys.exit(main())
