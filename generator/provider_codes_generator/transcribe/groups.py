"""Reads the groups of a list from the headings or from the cells of a column."""

from dataclasses import replace

from ..changes import group_documented_name
from ..model import NOTHING, Finding, Group, Place
from ..pages import is_number
from .bindings import Binding, GroupText, plain


class GroupReader:
    """Collects the groups of one list in the order of the page, each by its id."""

    def __init__(self, binding: Binding, headings: str, file: str) -> None:
        """`headings` is the help of findings, and `file` is the page's name in them."""
        self.groups: dict[str, Group] = {}
        self.findings: list[Finding] = []
        self._binding = binding
        self._list = binding.code_list.name
        self._takes_numbers = binding.code_list.group_values == "int"
        self._headings = headings
        self._file = file
        self._by_id = {str(group.value): group for group in binding.code_list.groups}
        self._by_name = {
            plain(group_documented_name(group)): group for group in binding.code_list.groups
        }

    def from_heading(self, text: str, description: str, line: int) -> str | None:
        """Return the id of the group that a heading names, or None with a finding."""
        found = self._binding.group(text)
        if found is None:
            patterns = " or ".join(self._binding.tables.group)
            message = f"the heading {text or '(none)'} names no group of {self._list}"
            help = f"it should read like {patterns}: add a pattern to group; {self._headings}"
            self._say("group-heading-unmatched", message, line, help)
            return None
        return self._take(found, description, line)

    def from_cell(self, text: str, line: int) -> str | None:
        """Return the id of the group that a cell names. A cell never describes a group."""
        if plain(text) in NOTHING:
            return None
        is_id = is_number(text) and self._takes_numbers
        found = self._binding.group(text)
        key = self._take(found or GroupText(*((None, text) if is_id else (text, None))), "", line)
        if key in self._by_id:
            description = self._by_id[key].description
            self.groups[key] = replace(self.groups[key], description=description)
        return key

    def known(self, group: Group) -> str:
        """Add a group of the spec that the page is assumed to have, and return its id."""
        key, name = str(group.value), group_documented_name(group)
        self.groups.setdefault(key, replace(group, name=key, documented_name=name))
        return key

    def _take(self, found: GroupText, description: str, line: int) -> str | None:
        key = found.value
        if key is None and found.name and (known := self._by_name.get(plain(found.name))):
            key = str(known.value)
        if key is None and not self._takes_numbers:
            key = found.name
        if key is None or (self._takes_numbers and not is_number(key)):
            message = f"the group {found.name or key} of {self._list} has no id"
            help = "add it to groups in the spec, or a pattern with {value} to group"
            self._say("group-without-id", message, line, help)
            return None
        old = self._by_id.get(key)
        spelled = group_documented_name(old) if old else None
        if key not in self.groups:
            self.groups[key] = Group(
                name=key,
                value=int(key) if self._takes_numbers else key,
                documented_name=found.name or spelled or key,
                description=description,
                place=Place(self._file, line),
            )
        elif found.name and found.name == spelled:
            # If a page has several spellings, prefer the one in the spec, or else the first.
            self.groups[key] = replace(self.groups[key], documented_name=spelled)
        return key

    def _say(self, id: str, message: str, line: int, help: str) -> None:
        self.findings.append(Finding(id, message, help, Place(self._file, line)))
