"""`python -m` of the package looks codes up."""

import sys

from ._lookup import main

sys.exit(main())
