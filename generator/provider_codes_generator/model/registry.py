"""The content of specs, as plain immutable data without input or output.

The fields have the names of the keys of a spec (see `shapes`), so that one word means one thing in
specs, in the tool and in its messages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal, NamedTuple

from .facts import FactValue, ListFact
from .place import Placed

ValueType = Literal["int", "str"]

# The states of a message in SMPP (v3.4, 5.2.28; v5.0, 4.7.15), and whether each is final.
STATES: dict[str, bool | None] = {
    "SCHEDULED": False,
    "ENROUTE": False,
    "DELIVERED": True,
    "EXPIRED": True,
    "DELETED": True,
    "UNDELIVERABLE": True,
    "ACCEPTED": True,
    "UNKNOWN": None,
    "REJECTED": True,
    "SKIPPED": True,
}
# A message in one of these states has not failed. Sending it again would send it twice.
NOT_FAILED = ("SCHEDULED", "ENROUTE", "DELIVERED", "ACCEPTED")
RETRIES = ("later", "after_change", "never")
PARTIES = ("recipient", "request", "account", "operator", "provider", "nobody")
# The causes, and the party that each implies.
CAUSES = {
    "absent": "recipient",
    "unable": "recipient",
    "address_invalid": "request",
    "do_not_contact": "recipient",
    "content": "request",
    "sender": "account",
    "parameter": "request",
    "access": "account",
    "credit": "account",
    "route": "account",
    "rate": "request",
    "duplicate": "request",
    "network": "operator",
    "internal": "provider",
}
# The name of the file of standards, beside those of meanings
STANDARDS = "standards"
# What the basis of a facet is, if not words of the page
GROUNDS = {"flag": "the documented flag", "convention": "convention"}

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
    """A fact beside the codes: a header, a limit, addresses."""

    name: str
    value: int | str | tuple[str, ...]
    description: str = ""
    document: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(Placed):
    """Lists whose values arrive in the same field of the API, in the order to look them up."""

    name: str
    lists: tuple[str, ...]

    @property
    def alias(self) -> str:
        """The name of the union of its lists."""
        return "".join(word.capitalize() for word in self.name.split("_"))

    @property
    def group_alias(self) -> str:
        """The name of the union of the group enums of its lists."""
        return f"{self.alias}Group"

    @property
    def finder(self) -> str:
        """The name of the function that looks a value up in its lists."""
        return f"find_{self.name}"

    @property
    def parser(self) -> str:
        """The name of the function that gives a code for every value."""
        return f"parse_{self.name}"

    @property
    def group_finder(self) -> str:
        """The name of the function that looks a group's id up in its lists."""
        return f"find_{self.name}_group"

    @property
    def names(self) -> tuple[str, ...]:
        """All names that it gives an emitted module."""
        return self.alias, self.finder, self.parser, self.group_alias, self.group_finder


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagWords(Placed):
    """The words by which a page says yes and no, besides those that are known everywhere."""

    true: tuple[str, ...] = ()
    false: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables(Placed):
    """Where a list is on its document, and which column holds which field."""

    columns: tuple[tuple[str, str], ...]
    heading: tuple[str, ...] = ()
    position: int | None = None
    path: str | None = None
    group: tuple[str, ...] = ()
    flags: FlagWords = FlagWords()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored(Placed):
    """Tables, rows or a column of a page that are no codes, and the reason.

    `heading` and `columns` select tables. `row` is the first cell or the whole text of a row or a
    line, and `column` a column, in these tables or else in any.
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
    def is_placeholder(self) -> bool:
        """Whether a tool proposed the name from the value, because it found no words for it."""
        return self.name_proposed and self.name.startswith(PLACEHOLDER)

    @property
    def lost_name(self) -> bool:
        """Whether the page's row is broken and has no name, so that the name is our reading."""
        if self.documented_name or not self.erratum:
            return False
        return self.name not in self.erratum.page.replace("\\", "")  # Markdown escapes underscores.


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Code):
    """A code that the page no longer has; its names stay reserved forever."""

    since: date
    in_enum: bool = True

    @classmethod
    def of(cls, code: Code, since: date, *, in_enum: bool = True) -> "Withdrawn":
        """A code as withdrawn since a day."""
        return cls(**_fields_of(code), since=since, in_enum=in_enum)

    def documented(self) -> Code:
        """The same code as one that the page has."""
        return Code(**_fields_of(self))


def _fields_of(code: Code) -> dict[str, Any]:
    return {each.name: getattr(code, each.name) for each in fields(Code)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList(Placed):
    """One documented table, or several of one shape: becomes one enum.

    If the page no longer has the list, all its codes are withdrawn, since `withdrawn_since`.
    """

    name: str
    title: str
    values: ValueType
    facts: tuple[ListFact, ...] = ()
    documents: tuple[str, ...] = ()
    document: str | None = None
    tables: Tables | None = None
    group_values: ValueType = "int"
    groups: tuple[Group, ...] = ()
    codes: tuple[Code, ...]
    withdrawn: tuple[Withdrawn, ...] = ()
    withdrawn_since: date | None = None
    note: str | None = None

    @property
    def group_name(self) -> str:
        """The name of the list's group enum."""
        return f"{self.name}Group"

    @property
    def members(self) -> tuple[Code, ...]:
        """The members of the enum, in order: the codes, then the withdrawn codes that it keeps."""
        return self.codes + tuple(code for code in self.withdrawn if code.in_enum)

    def name_by_key(self, entry: Group | Code | Alias) -> str | None:
        """The documented name of an entry for which a spec states none, or None."""
        if isinstance(entry, Group):
            return entry.name
        is_ours = isinstance(entry, Code) and (entry.is_placeholder or entry.lost_name)
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

    def document(self, name: str | None) -> Document | None:
        """The document of that name, or None."""
        return next((page for page in self.documents if page.name == name), None)

    def code_list(self, name: str) -> CodeList | None:
        """The list of that name, or None."""
        return next((code_list for code_list in self.lists if code_list.name == name), None)

    def lists_of(self, family: Family) -> list[CodeList]:
        """The lists of the family, in the order to look them up."""
        return [found for name in family.lists if (found := self.code_list(name))]


# What a code means for its caller. This is our judgement. It has its own files, so that it is not
# mistaken for the provider's.


class Facets(NamedTuple):
    """The judgements about a code; None means "not stated"."""

    state: str | None = None
    final: bool | None = None
    retry: str | None = None
    party: str | None = None
    cause: str | None = None
    retry_after: int | None = None

    def __str__(self) -> str:
        ends = {True: ", final", False: ", not final", None: ""}[self.final]
        after = f" after {self.retry_after} s" if self.retry_after is not None else ""
        parts = [
            f"state {self.state}{ends}" if self.state else "",
            f"retry {self.retry.replace('_', ' ')}{after}" if self.retry else "",
            f"cause {self.cause.replace('_', ' ')}" if self.cause else "",
            f"party {self.party}" if self.party else "",
        ]
        return "; ".join(filter(None, parts)) or "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning(Placed):
    """The judgements about one code, as written in the file; `name` is the name of the code.

    `basis` gives the ground of each facet: "flag", "convention", or words of the page. A single
    ground for all facets has the name "". If the page words it otherwise now, the meaning is up for
    `review`, and still answers. `standard` refers to a code of a standard, such as map/27, and
    `follows` is that code.
    """

    name: str
    standard: str | None = None
    state: str | None = None
    final: bool | None = None
    retry: str | None = None
    retry_after: int | None = None
    cause: str | None = None
    party: str | None = None
    basis: tuple[tuple[str, str], ...] = ()
    reason: str | None = None
    review: bool = False
    follows: "StandardCode | None" = None

    @property
    def own(self) -> dict[str, Any]:
        """The facets that the entry states itself."""
        values = {facet: getattr(self, facet) for facet in Facets._fields}
        return {facet: value for facet, value in values.items() if value is not None}

    @property
    def stated(self) -> Facets:
        """The facets of the entry and its standard, and the party that follows from the cause."""
        own = Facets(**self.own)
        if self.follows is not None:
            own = Facets(**{**self.follows.own, **self.own})
        implied = CAUSES.get(own.cause or "")
        return own if own.party else own._replace(party=implied)

    @property
    def facets(self) -> Facets:
        """All facets, including those that follow from the state."""
        stated = self.stated
        if stated.state is not None and stated.final is None:
            stated = stated._replace(final=STATES.get(stated.state))
        if stated.state in NOT_FAILED:
            retry, party = stated.retry or "never", stated.party or "nobody"
            stated = stated._replace(retry=retry, party=party)
        return stated

    @property
    def grounds(self) -> dict[str, str]:
        """The basis of each facet that is judged, in words; under `not_stated` if none is."""
        if self.follows is not None:
            return self.follows.grounds | self._quoted(self.own)
        return self._quoted(self.own or ("not_stated",))

    def _quoted(self, facets: Iterable[str]) -> dict[str, str]:
        """The ground of each facet that the entry gives, in words."""
        given = dict(self.basis)
        grounds = ((facet, given.get(facet, given.get(""))) for facet in facets)
        return {facet: GROUNDS.get(ground, f"“{ground}”") for facet, ground in grounds if ground}

    @property
    def full_reason(self) -> str:
        """The reason of the entry, or of the standard's; empty if there is none."""
        return self.reason or (self.follows and self.follows.reason) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardCode(Meaning):
    """The judgements about one code of a standard, which calls it `documented_name`.

    `label` is how the meanings that follow it cite it.
    """

    number: int
    documented_name: str
    label: str = ""

    @property
    def grounds(self) -> dict[str, str]:
        """The standard for each facet, with the words that the entry quotes."""
        quoted = self._quoted(self.own)
        return {
            facet: f"{self.label}: {quoted[facet]}" if facet in quoted else self.label
            for facet in self.own
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Placed):
    """A standard that several providers pass on, and what its codes mean.

    A provider's number is the standard's plus `offset`, and its name may have one of the prefixes
    and one of the suffixes.
    """

    name: str
    title: str
    source: str
    offset: int = 0
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    codes: tuple[StandardCode, ...]

    def labelled(self, code: StandardCode) -> StandardCode:
        """The code, with the label by which meanings cite it."""
        label = f"{self.title} {code.number}, {code.documented_name} ({self.source})"
        return replace(code, label=label)

    def has(self, followed: StandardCode, code: Code) -> bool:
        """Whether the provider's code has the number and the name of the standard's code."""
        names = {
            _bare(f"{prefix}{followed.documented_name}{suffix}")
            for prefix in ("", *self.prefixes)
            for suffix in ("", *self.suffixes)
        }
        is_same_name = _bare(code.documented_name or code.name) in names
        return is_same_name and str(code.value) == str(followed.number + self.offset)


def _bare(name: str) -> str:
    """The letters and digits of a name, without case."""
    return "".join(character for character in name.casefold() if character.isalnum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards(Placed):
    """The content of the file of standards."""

    standards: tuple[Standard, ...]

    def by_reference(self) -> dict[str, tuple[Standard, StandardCode]]:
        """The codes by what entries write, such as map/27."""
        return {
            f"{standard.name}/{code.number}": (standard, standard.labelled(code))
            for standard in self.standards
            for code in standard.codes
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMeanings(Placed):
    """The meanings of the codes of the list with this name."""

    name: str
    codes: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings(Placed):
    """The meanings of the codes of one provider."""

    provider: str
    lists: tuple[ListMeanings, ...]

    def by_code(self) -> dict[tuple[str, str], Meaning]:
        """The meanings by list and code."""
        return {(each.name, meaning.name): meaning for each in self.lists for meaning in each.codes}

    def following(self, standards: Standards) -> "Meanings":
        """The meanings, with what the standards say that they refer to."""
        known = standards.by_reference()

        def followed(meaning: Meaning) -> Meaning:
            found = known.get(meaning.standard or "")
            return replace(meaning, follows=found[1]) if found else meaning

        lists = (replace(each, codes=tuple(map(followed, each.codes))) for each in self.lists)
        return replace(self, lists=tuple(lists))


@dataclass(frozen=True, slots=True)
class Registry:
    """All specs of a folder, by slug, and their meanings, if any."""

    providers: tuple[Provider, ...]
    meanings: tuple[Meanings, ...] = ()
    standards: Standards | None = None

    def __iter__(self) -> Iterator[Provider]:
        return iter(self.providers)

    def meanings_of(self, provider: str) -> Meanings | None:
        """The meanings of a provider's codes, or None."""
        return next((each for each in self.meanings if each.provider == provider), None)

    def judged(self, provider: str) -> dict[tuple[str, str], Meaning]:
        """The meanings of a provider's codes by list and code; empty if it has none."""
        meanings = self.meanings_of(provider)
        return meanings.by_code() if meanings else {}
