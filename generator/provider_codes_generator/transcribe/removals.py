"""Tells codes that a page has removed from codes that a page that is not whole has only lost."""

from collections.abc import Mapping, Sequence

from ..model import Code


def doubtful(codes: Sequence[Code], lines: Mapping[str, int], end: int) -> list[Code]:
    """Return the codes, in documented order, whose place the page may not have reached.

    `lines` is where the page has each value, and `end` is the line of its last row that a spec has.
    A page has reached the place of a code if it has a row that stands after it.
    """
    if end > max(lines.values(), default=end):
        return []
    found: list[Code] = []
    before = 0
    later = [0]
    for code in reversed(codes):
        later.append(max(later[-1], lines.get(str(code.value), 0)))
    for code, after in zip(codes, later[-2::-1], strict=True):
        before = lines.get(str(code.value), before)
        if after <= before:
            found.append(code)
    return found
