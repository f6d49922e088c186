"""Makes the codes of a list from its rows, and keeps those that the page may only have lost."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import DESCRIPTION, NAME, Alias, Code, CodeList, Finding, facts_of
from ..pages import Table
from .groups import GroupReader
from .ledger import Problems, Read


class Codes:
    """The codes of one list. Of several rows with one value, that nearest to the spec counts."""

    def __init__(self, spec: CodeList, groups: GroupReader, problems: Problems) -> None:
        # By value, in the order of the page.
        self.found: dict[str, Code] = {}
        self._spec = spec
        self._problems = problems
        self._reader = groups
        self._known = {str(code.value): code for code in spec.codes}
        self._groups = {group.name: str(group.value) for group in spec.groups}

    def merge(self, reads: Sequence[Read]) -> None:
        """Make one code of all rows of a value."""
        by_value: defaultdict[str, list[tuple[Code, Read]]] = defaultdict(list)
        for read in reads:
            for code in read.codes:
                by_value[str(code.value)].append((code, read))
        self.found = {value: self._one_code(rows) for value, rows in by_value.items()}

    def _one_code(self, rows: Sequence[tuple[Code, Read]]) -> Code:
        """Return the code of a value. Other names in the same table become its aliases."""
        rows = [(code, read) for code, read in rows if not code.name] or rows
        first, best = max(rows, key=lambda row: self._likeness(row[0]))
        aliases: dict[str, Alias] = {}
        for code, read in rows:
            name = code.documented_name
            is_named = name not in (None, first.documented_name)
            same_table = isinstance(read.part, Table) and read.part is best.part
            is_alias = is_named and same_table
            if is_alias and name:
                alias = Alias(name="", documented_name=name, description=code.description)
                aliases.setdefault(name, alias)
            if is_named > is_alias or self._differ(code, first, is_alias):
                self._report_twice(code, read, best)
                if not is_alias:
                    read.fate = "left-out"
                    read.reason = f"not like the row of {code.value} on line {best.row.line}"
        return replace(first, aliases=tuple(aliases.values()))

    def _differ(self, one: Code, other: Code, is_alias: bool) -> bool:
        """Whether two rows disagree. An alias has its own name and description."""
        own = (NAME, DESCRIPTION) if is_alias else (NAME,)
        facts = [fact for fact in facts_of(self._spec) if fact not in own]
        return any(fact.of(self._spec, one) != fact.of(self._spec, other) for fact in facts)

    def _report_twice(self, code: Code, read: Read, best: Read) -> None:
        other = f"the other is on line {best.row.line}"
        message = f"the page has {code.value} twice, and not alike; {other}"
        help = f"the row nearest to the spec counts; this one is left out: {read.row.raw}"
        self._problems.add("row-twice", message, help, line=read.row.line, level="warning")

    def _likeness(self, code: Code) -> tuple[bool, bool, int]:
        """Return how like the spec a row is, to be compared."""
        known = self._known.get(str(code.value))
        if known is None:
            return False, False, 0
        name = code.documented_name
        others = {self._spec.documented_alias(alias) for alias in known.aliases}
        facts = [fact for fact in facts_of(self._spec) if fact is not NAME]
        on_page = replace(known, group=self._groups.get(known.group or ""))
        same = sum(fact.of(self._spec, code) == fact.of(self._spec, on_page) for fact in facts)
        return name == self._spec.documented_name(known), name not in others, same

    # Codes that the page does not have, or that could not be read there

    def keep_unread(self, reads: Sequence[Read]) -> None:
        """Keep the codes of the spec whose rows may be among those that were not read."""
        # The first row counts, and lines outside the tables are last.
        by_clue = {clue: read for read in reads[::-1] for clue in read.clues}
        known: set[int] = set()
        for value, code in self._known.items():
            texts = (value, self._spec.documented_name(code), code.description)
            if value in self.found:
                continue
            if read := next((by_clue[text] for text in texts if text and text in by_clue), None):
                known.add(id(read))
                self._keep(code, read.row.line)
                message = (
                    f"{code.name} ({code.value}) stays as it is: its row may be {read.row.raw}"
                )
                help = "if it is, let an erratum of the code quote it; if not, withdraw the code"
                self._warn("code-unread", message, help, read, message)
        help = "if it is a code, add an erratum to the one that it means; if not, ignore it"
        for read in reads:
            if read.clues and isinstance(read.part, Table) and id(read) not in known:
                message = f"{read.reason}: {read.row.raw}"
                self._warn("row-unreadable", message, help, read, self._spec.name)

    def _warn(self, id: str, message: str, help: str, read: Read, about: str) -> None:
        self._problems.add(id, message, help, line=read.row.line, level="warning", about=about)

    def _keep(self, code: Code, line: int) -> None:
        place = self._problems.place(line)
        self.found[str(code.value)] = replace(self._reader.as_on_page(code), place=place)

    def _lines(self) -> dict[str, int]:
        """Return the line of each code that the spec has."""
        there = self._known.keys() & self.found.keys()
        return {value: self.found[value].place.line for value in there}

    def end(self) -> int:
        """Return the last line of the page with a code that the spec has."""
        return max(self._lines().values(), default=0)

    def keep_doubtful(self, end: int) -> Iterator[Finding]:
        """Keep the codes and aliases that the page may only have lost, with a finding.

        `end` is the last line of the page with a row that a spec has. A page has reached the place
        of a code if it has a row of the list that stands after it, or any row after all of them.
        """
        lines = self._lines()
        last = self.end()
        if not lines or end > last:
            return
        later = [0]
        for value in reversed(self._known):
            later.append(max(later[-1], lines.get(value, 0)))
        before = 0
        kept: list[Code] = []
        for (value, code), after in zip(self._known.items(), later[-2::-1], strict=True):
            before = lines.get(value, before)
            if after <= before and not self._has_all(value, code):
                kept.append(code)
        if kept:
            names = ", ".join(code.name for code in kept)
            of = f"{len(kept):,} of {len(self._spec.codes):,} codes of {self._spec.name}"
            message = f"{of} may be gone, or lost: the page has no more rows of the spec"
            help = f"is the page whole? then --accept-removals withdraws what is gone: {names}"
            yield Finding("page-not-whole", message, help, self._problems.place(last))
        for code in kept:
            self.found.pop(str(code.value), None)
            self._keep(code, last)

    def _has_all(self, value: str, code: Code) -> bool:
        """Whether the page has a code of the spec with all its aliases."""
        found = self.found.get(value)
        there = {alias.documented_name for alias in found.aliases} if found else set[str | None]()
        return found is not None and (
            bool(found.name) or there.issuperset(map(self._spec.documented_alias, code.aliases))
        )
