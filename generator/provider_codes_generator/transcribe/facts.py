"""Reads the facts of a code from the texts of its row."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from ..model import GROUP, NAME, Code, Fact, FactValue, facts_of
from ..pages import Row, is_number
from .bindings import Binding, is_nothing, plain
from .problems import Problems

_WHY = {"bool": "is neither true nor false", "int": "is not a whole number"}


class FactReader:
    """Reads the facts of one list, and remembers the cells that it could not read."""

    def __init__(self, binding: Binding, problems: Problems) -> None:
        self._binding = binding
        self._spec = binding.code_list
        self._problems = problems
        self._read: Counter[str] = Counter()
        self._unread: defaultdict[Fact, list[tuple[str, Row]]] = defaultdict(list)

    def facts(
        self, texts: Mapping[str, str], known: Code | None, row: Row
    ) -> tuple[dict[Fact, FactValue | None], list[tuple[str, str]]]:
        """Return the facts that the texts state, and the texts that state none, with the reason.

        `known` is the code of the spec with this value. It keeps the facts that cannot be read.
        """
        found: dict[Fact, FactValue | None] = {}
        unread: list[tuple[str, str]] = []
        for fact in facts_of(self._spec):
            if fact is GROUP or fact.name not in texts:
                continue
            text = "" if is_nothing(texts[fact.name]) else texts[fact.name]
            found[fact] = self._value(fact, text)
            if found[fact] is None and text:
                found[fact] = fact.of(self._spec, known) if known else None
                unread.append((text, _WHY[fact.values]))
                self._unread[fact].append((text, row))
            elif text:
                self._read[fact.name] += 1
        return found, unread

    def _value(self, fact: Fact, text: str) -> FactValue | None:
        """Return the value that a text states, or None if it states none or cannot be read."""
        if fact is NAME:
            return text.rstrip(" :") or None
        if fact.values == "bool":
            return self._binding.flags.get(plain(text))
        if fact.values == "int":
            return int(text) if is_number(text) else None
        return text or (None if fact.is_optional else "")

    def report(self) -> None:
        """Report the cells that could not be read: an error if that is every cell of a column."""
        for fact, cells in self._unread.items():
            what = "bind it to another column"
            help = f"add the words to flags of tables, or {what}" if fact.values == "bool" else what
            for text, row in cells:
                self._problems.add(
                    "flag-unreadable" if fact.values == "bool" else "number-unreadable",
                    f"the {fact.name} {text} {_WHY[fact.values]}: {row.raw}",
                    help,
                    line=row.line,
                    level="warning" if self._read[fact.name] else "error",
                    about=fact.name,
                )
