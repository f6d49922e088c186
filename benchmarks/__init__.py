"""How fast the tool and the library are, beside what people would use instead: `make bench`.

`rows` has the goals and what is run for each, `measure` runs it, `report` tells what came
of it in docs/performance.md.
"""
