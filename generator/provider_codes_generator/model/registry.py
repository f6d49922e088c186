"""The content of specs, and the registry of all specs and meanings.

The fields have the names of the keys of a spec (see `shapes`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal, NamedTuple

from .facts import FactValue, ListFact
from .meanings import Judged, Meaning, Meanings, Standard, StandardCode
from .place import Placed

ValueType = Literal["int", "str"]

# Prefix of the names proposed for codes that are known only by value.
PLACEHOLDER = "CODE_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Placed):
    """One page of a provider."""

    name: str
    title: str
    retrieved: date
    address: str | None = None
    reader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant(Placed):
    """A fact other than a code: the name of a header, a limit, addresses."""

    name: str
    value: int | str | tuple[str, ...]
    description: str = ""
    document: str | None = None
    note: str | None = None

    @property
    def values(self) -> tuple[int | str, ...]:
        return self.value if isinstance(self.value, tuple) else (self.value,)


class FamilyNames(NamedTuple):
    """The names of a family's union and functions, and of those for its group enums."""

    union: str
    finder: str
    parser: str
    group_union: str
    group_finder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(Placed):
    """Lists whose values arrive in the same field of the API, in order of lookup."""

    name: str
    lists: tuple[str, ...]

    @property
    def names(self) -> FamilyNames:
        union = "".join(word.capitalize() for word in self.name.split("_"))
        finder, parser = f"find_{self.name}", f"parse_{self.name}"
        return FamilyNames(union, finder, parser, f"{union}Group", f"{finder}_group")


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagWords(Placed):
    """The words by which a page says yes and no, besides those that are known everywhere."""

    true: tuple[str, ...] = ()
    false: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables(Placed):
    """Where a list is in its document, and which column holds which field."""

    columns: tuple[tuple[str, str], ...]
    heading: tuple[str, ...] = ()
    position: int | None = None
    path: str | None = None
    group: tuple[str, ...] = ()
    flags: FlagWords = FlagWords()

    @property
    def fields(self) -> set[str]:
        """The fields that the tables give for a code, in their columns or in headings."""
        return {name for name, _ in self.columns} | ({"group"} if self.group else set())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored(Placed):
    """Tables, rows or a column of a page that are not codes, and the reason.

    `heading` and `columns` select tables; without them, any. `row` is the first cell or
    the whole text of a row or a line, and `column` is the header of a column.
    """

    reason: str
    heading: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    row: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Placed):
    """A documented class of the codes of one list."""

    name: str
    value: int | str
    documented_name: str | None = None
    description: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum(Placed):
    """A place where the page is broken and the reading is ours."""

    page: str
    reading: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Placed):
    """A second name that the page itself gives a value."""

    name: str
    documented_name: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Placed):
    """One row of a documented table."""

    name: str
    value: int | str
    documented_name: str | None = None
    permanent: bool | None = None
    group: str | None = None
    description: str = ""
    facts: tuple[tuple[str, FactValue], ...] = ()
    note: str | None = None
    links: tuple[str, ...] = ()
    erratum: Erratum | None = None
    aliases: tuple[Alias, ...] = ()
    former_names: tuple[str, ...] = ()
    name_proposed: bool = False

    @property
    def remarks(self) -> tuple[str, ...]:
        """Our own additions to the facts, in words: the note and the erratum."""
        found = [our_note(self.note)] if self.note else []
        if erratum := self.erratum:
            reading = f"{erratum.reading.removesuffix('.')}. {erratum.reason}"
            page = f"The page says: {erratum.page}"
            found.append(f"The page is broken here. Our reading: {reading} {page}")
        return tuple(found)

    @property
    def is_nameless(self) -> bool:
        """Whether the page's row is broken and gives no name, so that the name is our reading."""
        return not self.documented_name and self.row_lacks_name

    @property
    def row_lacks_name(self) -> bool:
        """Whether the page's row is broken and does not contain the Python name."""
        if self.erratum is None:
            return False
        return self.name not in self.erratum.page.replace("\\", "")  # Markdown escapes underscores.


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Code):
    """A code that the page no longer has; its names stay reserved forever."""

    since: date
    in_enum: bool = True

    @classmethod
    def of(cls, code: Code, since: date, *, in_enum: bool = True) -> "Withdrawn":
        return cls(**_fields_of(code), since=since, in_enum=in_enum)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Our own additions to the facts, in words; the last one is that the page lacks the code."""
        withdrawn = f"Withdrawn: no longer documented since {self.since.isoformat()}."
        return (*self.documented().remarks, withdrawn)

    def documented(self) -> Code:
        """Return the code as one that the page has."""
        return Code(**_fields_of(self))


def _fields_of(code: Code) -> dict[str, Any]:
    return {each.name: getattr(code, each.name) for each in fields(Code)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList(Placed):
    """One documented table, or several of one shape, that becomes one enum.

    If the page no longer has the list, all its codes are withdrawn, since `withdrawn_since`.
    """

    name: str
    title: str
    values: ValueType
    facts: tuple[ListFact, ...] = ()
    documents: tuple[str, ...] = ()
    document: str | None = None
    field: str | None = None
    tables: Tables | None = None
    group_values: ValueType = "int"
    groups: tuple[Group, ...] = ()
    codes: tuple[Code, ...]
    withdrawn: tuple[Withdrawn, ...] = ()
    withdrawn_since: date | None = None
    note: str | None = None

    @property
    def group_name(self) -> str:
        return f"{self.name}Group"

    @property
    def is_gone(self) -> bool:
        """Whether all codes are withdrawn, so that the page has no table of the list."""
        return bool(self.withdrawn) and not self.codes

    @property
    def members(self) -> tuple[Code, ...]:
        """The members of the enum, in order: the codes, then the withdrawn codes that it keeps."""
        return self.codes + tuple(code for code in self.withdrawn if code.in_enum)

    @property
    def second_names(self) -> tuple[tuple[str, Code, str], ...]:
        """Each alias and former name of a member, with its code and its documentation."""
        found: list[tuple[str, Code, str]] = []
        for code in self.members:
            former = f"Deprecated: the former name of {code.name}."
            found += [(alias.name, code, alias.description) for alias in code.aliases]
            found += [(name, code, former) for name in code.former_names]
        return tuple(found)

    @property
    def documented_names(self) -> dict[int | str, tuple[str, ...]]:
        """The documented names of each code whose aliases have some, by value."""
        found: dict[int | str, tuple[str, ...]] = {}
        for code in self.members:
            aliases = [alias.documented_name for alias in code.aliases]
            if any(aliases):
                found[code.value] = tuple(filter(None, (code.documented_name, *aliases)))
        return found

    def name_by_key(self, entry: Group | Code | Alias) -> str | None:
        """Return the documented name of an entry for which the spec states none, or None."""
        if isinstance(entry, Group):
            return entry.name
        is_ours = isinstance(entry, Code) and (
            entry.row_lacks_name or entry.name_proposed and entry.name.startswith(PLACEHOLDER)
        )
        return entry.name if "name" in self.documents and not is_ours else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider(Placed):
    """One spec: everything transcribed from the documents of one provider."""

    provider: str
    title: str
    documents: tuple[Document, ...] = ()
    constants: tuple[Constant, ...] = ()
    families: tuple[Family, ...] = ()
    lists: tuple[CodeList, ...]
    ignore: tuple[Ignored, ...] = ()
    note: str | None = None

    @property
    def remarks(self) -> dict[str, dict[int | str, tuple[str, ...]]]:
        """Our own remarks on the codes, by list and value."""
        return {
            each.name: rows
            for each in self.lists
            if (rows := {code.value: code.remarks for code in each.members if code.remarks})
        }

    def document(self, name: str | None) -> Document | None:
        return next((page for page in self.documents if page.name == name), None)

    def code_list(self, name: str) -> CodeList | None:
        return next((code_list for code_list in self.lists if code_list.name == name), None)

    @property
    def exports(self) -> list[str]:
        """The public names of the provider's module, in order."""
        found = ["LISTS", *(constant.name for constant in self.constants)]
        for each in self.lists:
            found += [each.group_name, each.name] if each.groups else [each.name]
        for family in self.families:
            named = family.names
            found += [named.union, named.finder, named.parser]
            if any(each.groups for each in self.lists_of(family)):
                found += [named.group_union, named.group_finder]
        return found

    def lists_of(self, family: Family) -> list[CodeList]:
        """Return the lists of the family, in the order to look them up."""
        return [found for name in family.lists if (found := self.code_list(name))]


def our_note(note: str | None) -> str:
    """Return a note as a paragraph, which is empty if there is none."""
    return f"Our note: {note}" if note else ""


def documentation(
    entry: Code | Group | Constant, meaning: Meaning | None = None
) -> tuple[str, ...]:
    """Return the paragraphs below a member or a constant: the page's text, advice and remarks."""
    advice = f"Our advice: {meaning.facets.advice}" if meaning else ""
    remarks = entry.remarks if isinstance(entry, Code) else (our_note(entry.note),)
    return tuple(filter(None, (entry.description, advice, *remarks)))


@dataclass(frozen=True, slots=True)
class Registry:
    """All specs of a folder, by slug, and their meanings, if any."""

    providers: tuple[Provider, ...]
    meanings: tuple[Meanings, ...] = ()
    standards: tuple[Standard, ...] = ()

    def __iter__(self) -> Iterator[Provider]:
        return iter(self.providers)

    def meanings_of(self, provider: str) -> Meanings | None:
        return next((each for each in self.meanings if each.provider == provider), None)

    def judged(self, provider: str) -> Judged:
        """Return the meanings by list and code, with the facets that their standards decide."""
        meanings, standards = self.meanings_of(provider), self.standard_codes
        by_code = meanings.by_code() if meanings else {}
        for key, meaning in by_code.items():
            if meaning.standard and (found := standards.get(meaning.standard)):
                by_code[key] = meaning.following(*found)
        return by_code

    @property
    def standard_codes(self) -> dict[str, tuple[Standard, StandardCode]]:
        """The codes of the standards by their keys in meanings, such as map/27."""
        return {
            f"{standard.name}/{code.number}": (standard, code)
            for standard in self.standards
            for code in standard.codes
        }
