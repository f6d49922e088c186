"""The speed of the tool and the library, compared with their alternatives: `make bench`.

`rows` has the goals and what is run for each, `measure` runs it, `report` tells what came
of it in docs/performance.md.
"""
