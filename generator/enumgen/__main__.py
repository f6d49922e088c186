"""`python -m enumgen`: the command `provider-codes` where it is not installed."""

from .cli import main

raise SystemExit(main())
