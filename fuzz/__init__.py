"""Long runs that try to break the tool: `make fuzz`, or `python -m fuzz.<script>` by hand.

What is found becomes a test; what holds is in `tests/hostile_checks.py`, which the tests share.
"""
