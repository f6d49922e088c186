"""Makes one code of all rows of a value."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model import DESCRIPTION, NAME, Alias, Code, CodeList, facts_of
from ..pages import Table
from .ledger import Read
from .problems import Problems


class Found(NamedTuple):
    """A code, and the row and table where the page has it. A line outside tables has no table."""

    code: Code
    read: Read
    table: Table | None


class Merger:
    """Merges the rows of one list. The row nearest to the spec counts."""

    def __init__(self, spec: CodeList, problems: Problems) -> None:
        self._spec = spec
        self._problems = problems
        self._known = {str(code.value): code for code in spec.codes}
        self._groups = {group.name: str(group.value) for group in spec.groups}

    def one_code(self, rows: Sequence[Found]) -> Code:
        """Return the code of a value. Other names in the same table become its aliases."""
        if whole := [row for row in rows if not row.code.name]:
            rows = whole
        first = max(rows, key=self._likeness)
        aliases: dict[str, Alias] = {}
        for row in rows:
            name = row.code.documented_name
            is_named = name not in (None, first.code.documented_name)
            is_alias = is_named and row.table is first.table
            if is_alias and name:
                alias = Alias(name="", documented_name=name, description=row.code.description)
                aliases.setdefault(name, alias)
            if is_named > is_alias or self._differ(row.code, first.code, is_alias):
                self._report(row, first)
                if not is_alias:
                    line = first.read.row.line
                    row.read.fate = "left-out"
                    row.read.reason = f"not like the row of {row.code.value} on line {line}"
        return replace(first.code, aliases=tuple(aliases.values()))

    def _differ(self, one: Code, other: Code, is_alias: bool) -> bool:
        """Whether two rows disagree. An alias has its own name and description."""
        own = (NAME, DESCRIPTION) if is_alias else (NAME,)
        facts = [fact for fact in facts_of(self._spec) if fact not in own]
        return any(fact.of(self._spec, one) != fact.of(self._spec, other) for fact in facts)

    def _report(self, row: Found, first: Found) -> None:
        line = first.read.row.line
        message = f"the page has {row.code.value} twice, and not alike; the other is on line {line}"
        help = f"the row nearest to the spec counts; this one is left out: {row.read.row.raw}"
        self._problems.add("row-twice", message, help, line=row.read.row.line, level="warning")

    def _likeness(self, row: Found) -> tuple[bool, bool, int]:
        """Return how like the spec a row is, to be compared."""
        known = self._known.get(str(row.code.value))
        if known is None:
            return False, False, 0
        name = row.code.documented_name
        others = {self._spec.documented_alias(alias) for alias in known.aliases}
        facts = [fact for fact in facts_of(self._spec) if fact is not NAME]
        on_page = replace(known, group=self._groups.get(known.group or ""))
        same = sum(fact.of(self._spec, row.code) == fact.of(self._spec, on_page) for fact in facts)
        return name == self._spec.documented_name(known), name not in others, same
