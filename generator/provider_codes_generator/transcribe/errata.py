"""Recognises the broken rows that errata of the spec quote."""

from collections import defaultdict

from ..model import Code, CodeList
from ..pages import fold


class Errata:
    """The codes of a list that have an erratum, by the row of the page that it quotes."""

    def __init__(self, code_list: CodeList) -> None:
        self._codes: defaultdict[tuple[str, ...], list[Code]] = defaultdict(list)
        for code in code_list.codes:
            if code.erratum:
                self._codes[_parts(code.erratum.page)].append(code)

    def codes(self, raw: str, more: int = 0) -> list[Code]:
        """Return the codes that a row stands for by our reading.

        The page may have added `more` columns after those that the spec quotes.
        """
        parts = _parts(raw)
        return self._codes.get(parts) or self._codes.get(parts[: len(parts) - more], [])


def _parts(raw: str) -> tuple[str, ...]:
    """Return the cells of a row as the page has them, without optional outer pipes."""
    return tuple(part.strip() for part in fold(raw).strip("| ").split("|"))
