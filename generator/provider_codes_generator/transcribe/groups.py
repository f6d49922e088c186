"""Reads the groups of a list from the headings or from the cells of a column."""

import re
from dataclasses import replace

from ..model import Code, Group, names
from ..pages import Page, Table, forms
from .bindings import Binding, GroupText, is_nothing, uniform
from .claims import headings_there
from .ledger import Problems


class GroupReader:
    """Collects the groups of one list in the order of the page, each by its id."""

    def __init__(self, binding: Binding, page: Page, problems: Problems) -> None:
        self.groups: dict[str, Group] = {}
        self._problems = problems
        self._binding = binding
        self._are_numbers = binding.code_list.group_values == "int"
        self._page = page
        groups = binding.code_list.groups
        self._by_id = {str(group.value): group for group in groups}
        self._by_key = {group.name: group for group in groups}
        self._by_name = {uniform(group.documented_name or ""): group for group in groups}

    def unmatched(self, table: Table) -> str:
        """Return why the rows of a table have no group. Report a heading that names none."""
        if found := self._binding.group_above(table):
            return f"its group {found.name or found.value} has no id"
        text = table.path[-1].text if table.path else "(none)"
        patterns = " or ".join(self._binding.tables.group)
        message = f"the heading {text} names no group of {self._binding.name}"
        headings = headings_there(self._page)
        help = f"it should read like {patterns}: add a pattern to group; {headings}"
        id, about, line = "group-heading-unmatched", self._binding.name, table.line
        self._problems.add(id, message, help, line=line, level="error", about=about)
        return message

    def from_cell(self, text: str, line: int) -> str | None:
        """Return the id of the group that a cell names. A cell never describes a group."""
        if is_nothing(text):
            return None
        is_id = forms.is_number(text) and self._are_numbers
        cell = GroupText(None, text) if is_id else GroupText(text, None)
        return self.enter(self._binding.group(text) or cell, line)

    def id_of(self, code: Code) -> str | None:
        """Return the id of the group of a code of the spec."""
        group = self._by_key.get(code.group or "")
        return str(group.value) if group else None

    def as_on_page(self, code: Code) -> Code:
        """Return a code of the spec as if the page had it, with the id of its group."""
        if id := self.id_of(code):
            self.groups.setdefault(id, replace(self._by_id[id], name=id))
        return replace(code, group=id, aliases=())

    def enter(self, found: GroupText | None, line: int) -> str | None:
        """Return the id of a group that the page names, added if it is new, or None if none."""
        if found is None:
            return None
        id = found.value or self._known_id(found.name)
        if id is None or (self._are_numbers and not forms.is_number(id)):
            message = f"the group {found.name or id} of {self._binding.name} has no id"
            help = "add it to groups in the spec, or a pattern with {value} to group"
            self._problems.add("group-without-id", message, help, line=line, level="error")
            return None
        value = int(id) if self._are_numbers else id
        old = self._by_id.get(id) or Group(name=id, value=value)
        spelled = old.documented_name
        name = found.name or ""
        pattern = _around(spelled or "", name)
        if pattern not in (name, "{name}"):
            message = f"a pattern takes {found.name} for the name of the group {spelled} ({id})"
            help = f"put a pattern with {pattern} first in group, or change documented_name"
            self._problems.add("group-name-long", message, help, line=line)
            found = found._replace(name=spelled)
        above = self.groups.get(id)
        if above and uniform(found.name or "") not in ("", uniform(above.documented_name or "")):
            message = f"the group {id} is called {above.documented_name} and {found.name}"
            help = "the name in the spec counts, or else the first; the codes are in one group"
            self._problems.add("group-twice", message, help, line=line)
        # If a page has several spellings, prefer the one in the spec, or else the first.
        if above is None:
            self.groups[id] = replace(
                old,
                name=id,
                documented_name=found.name or spelled or id,
                description=old.description if found.description is None else found.description,
                place=self._problems.place(line),
            )
        elif found.name and found.name == spelled:
            self.groups[id] = replace(above, documented_name=spelled)
        return id

    def _known_id(self, name: str | None) -> str | None:
        """Return the id of a group of this name. If ids are texts, a new name is its own id."""
        if not name:
            return None
        # By its documented name, or by the Python name made from it
        if known := self._by_name.get(uniform(name)) or self._by_key.get(names.suggest(name)):
            return str(known.value)
        return None if self._are_numbers else name


def _around(name: str, text: str) -> str:
    """Return the text with {name} in place of the name, which may be spelled as in Python."""
    words = r"[\W_]+".join(re.findall(r"[^\W_]+", name))
    return re.sub(rf"(?<!\w){words}(?!\w)", "{name}", text, count=1, flags=re.I) if words else text
