"""Long runs that try to break the tool: `make fuzz`, or `python -m fuzz.<script>` by hand.

Each failure found becomes a test. The promises are in `tests/hostile_checks.py`, which the tests
share.
"""
