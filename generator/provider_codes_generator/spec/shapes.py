"""What a spec may contain, declared once for the loader and for editors.

`load` walks a file by these shapes, and `json_schema` makes the JSON Schema for editors from them,
so the two cannot disagree. A record builds a class of `model`, and its keys are the names of that
class's fields.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, signature
from typing import Any

from ..model import DESCRIPTION, FACTS, NAME, BuiltInFact, FactType, ListFact, names
from ..model import registry as model
from .scalars import Boolean as Boolean
from .scalars import Choice as Choice
from .scalars import Day as Day
from .scalars import Number as Number
from .scalars import ScalarKind as ScalarKind
from .scalars import Text as Text
from .scalars import Value as Value


@dataclass(frozen=True, slots=True)
class Items:
    """A list; if `or_one`, a single item needs no brackets."""

    of: "Kind"
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping from a closed set of keys to text; if `or_one`, also one text for all keys.

    If `own`, the facts that the list declares under its key `facts` are also keys. If `typed`, they
    have values of their declared types.
    """

    keys: Mapping[str, str]
    or_one: bool = False
    own: bool = False
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping from names that the writer chooses to records, in order; `doc` describes one."""

    of: "Record"
    pattern: str
    doc: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a record: what it holds, what it is for, and an example."""

    kind: "Kind"
    doc: str
    example: object = None


class Record:
    """A mapping with known keys; `build` makes the object of `model` from them."""

    sole: str | None = None

    def __init__(self, build: Callable[..., Any], **keys: Key) -> None:
        self.build = build
        self.name = build.__name__
        self.keys = keys
        fields = signature(build).parameters
        self.required = [key for key in keys if fields[key].default is Parameter.empty]
        self.defaults = {key: fields[key].default for key in keys if key not in self.required}


class Single(Record):
    """A record with one key, written as the value of that key."""

    def __init__(self, build: Callable[..., Any], **keys: Key) -> None:
        super().__init__(build, **keys)
        (self.sole,) = keys


Collection = Items | Pairs | Entries | Record
Kind = ScalarKind | Collection

_NOTE = Key(
    Text(),
    "Ours: what a reader of the documented facts should know besides.",
    "The page has this row twice.",
)


FACT_KINDS: Mapping[FactType, ScalarKind] = {
    "int": Number(),
    "str": Text(),
    "bool": Boolean(),
    "group": Text(names.MEMBER),
}
"""How the values of each type of fact are written."""

# The types that a list can give its own facts; it declares its groups under a key of their own.
OWN_FACT_TYPES: tuple[FactType, ...] = ("int", "bool", "str")


def _fact(fact: BuiltInFact) -> Key:
    """The key of a code for a built-in fact."""
    return Key(FACT_KINDS[fact.values], fact.doc, fact.example)


_DESCRIPTION = _fact(DESCRIPTION)
_VALUE_TYPE = Choice(("int", "str"))

DOCUMENT = Record(
    model.Document,
    title=Key(Text(), "The title of the page.", "Status and error codes"),
    address=Key(
        Text(r"https?://\S+"),
        "Where the page is published. Without it, only saved pages can be compared.",
        "https://docs.acme.example/codes",
    ),
    retrieved=Key(
        Day(),
        "The day a transcribed fact last changed; not the day of the last look.",
        "2026-11-22",
    ),
    reader=Key(
        Text(names.SLUG),
        "How to read the page; only where looking at it does not tell: `html`, `markdown`, `readme`,"
        " `columns` or `records`.",
        "readme",
    ),
)

CONSTANT = Record(
    model.Constant,
    value=Key(Value(many=True), "The fact: a number, a text, or a list of texts.", 160),
    description=_DESCRIPTION,
    document=Key(Text(names.SLUG), "The document that states it: a key of `documents`.", "codes"),
    note=_NOTE,
)

FLAG_WORDS = Record(
    model.FlagWords,
    true=Key(Items(Text(), or_one=True), "Words that mean yes.", "oui"),
    false=Key(Items(Text(), or_one=True), "Words that mean no.", "non"),
)

TABLES = Record(
    model.Tables,
    heading=Key(
        Items(Text(), or_one=True),
        "The heading below which all tables belong to this list; or several, from the outside"
        " in, where the page has the last of them more than once.",
        "Voice error codes",
    ),
    position=Key(
        Number(),
        "Which of the tables below the heading that have these columns, counted from 1; only if"
        " nothing else distinguishes them.",
        2,
    ),
    path=Key(
        Text(),
        "Where on a page of records in JSON or YAML they are: the keys that lead there.",
        "errors.sms",
    ),
    group=Key(
        Items(Text(), or_one=True),
        "How a table's own heading tells its group, with `{name}` and `{value}`; or several such"
        " patterns. A pattern may go on into the first paragraph below the heading.",
        "{name} (group id: {value})",
    ),
    columns=Key(
        Pairs(
            {"value": "The column that holds the value."}
            | {fact.name: fact.column for fact in FACTS},
            own=True,
        ),
        "Which column of the table holds which field, by the column's header.",
        {"value": "Code", "description": "Meaning"},
    ),
    flags=Key(
        FLAG_WORDS,
        "The words in columns of flags, if they are not yes and no, true and false, 1 and 0, check"
        " marks and crosses, or permanent and temporary.",
    ),
)

IGNORED = Record(
    model.Ignored,
    heading=Key(
        Items(Text(), or_one=True),
        "The heading above the tables; or several, from the outside in.",
        "Request parameters",
    ),
    columns=Key(
        Items(Text(), or_one=True),
        "Columns that the tables have, by their headers.",
        ["Parameter", "Type"],
    ),
    row=Key(
        Text(),
        "The first cell, or the whole text, of the rows or lines to ignore; without it, and without"
        " `column`, whole tables are ignored.",
        "5xx",
    ),
    column=Key(Text(), "The header of the column to ignore.", "Since"),
    reason=Key(
        Text(),
        "Why it is no code, or no fact of one.",
        "These are parameters of the request.",
    ),
)

GROUP = Record(
    model.Group,
    value=Key(Value(), "The group's id on the wire.", 3),
    documented_name=Key(
        Text(), "The name as documented; only where it differs from the key.", "Operator errors"
    ),
    description=_DESCRIPTION,
    note=_NOTE,
)

ERRATUM = Record(
    model.Erratum,
    page=Key(
        Text(),
        "The raw row of the page, so that it can be told when it was mended.",
        "992 Unauthorized sender",
    ),
    reading=Key(Text(), "What we read there instead.", "992: Unauthorized sender"),
    reason=Key(Text(), "Why it is read so.", "The colon is missing in this row alone."),
)

ALIAS = Record(model.Alias, documented_name=_fact(NAME), description=_DESCRIPTION)

_VALUE = Key(
    Value(),
    "The value on the wire: a whole number where `values` is `int`, text where it is `str`.",
    5403,
)
_CODE_KEYS = {
    **{fact.attribute: _fact(fact) for fact in FACTS},
    "facts": Key(
        Pairs({}, own=True, typed=True),
        "The list's own facts, by the names under `facts` of the list. Absent if the page does not"
        " say.",
        {"http_status": 402},
    ),
    "note": _NOTE,
    "links": Key(
        Items(Text()),
        "Where the links of the documented text lead, in order.",
        ["https://docs.acme.example/senders"],
    ),
    "erratum": Key(ERRATUM, "The page is broken here and the reading is ours."),
    "aliases": Key(
        Entries(ALIAS, names.MEMBER, "An alias of the code, by its Python name."),
        "Further names that the page itself gives the value.",
    ),
    "former_names": Key(
        Items(Text(names.MEMBER)),
        "Python names we used earlier; they stay in the enum, as deprecated aliases.",
        ["BAD_REQUEST"],
    ),
    "name_proposed": Key(
        Boolean(), "`true` until a person has confirmed the name that a tool proposed.", True
    ),
}

CODE = Record(model.Code, value=_VALUE, **_CODE_KEYS)

WITHDRAWN = Record(
    model.Withdrawn,
    value=_VALUE,
    since=Key(Day(), "The day of the first edition of the page without it.", "2026-11-30"),
    in_enum=Key(
        Boolean(), "`false` takes the member out of the enum, and its name stays reserved.", False
    ),
    **_CODE_KEYS,
)

LIST_FACT = Record(
    ListFact,
    values=Key(
        Choice(tuple(map(str, OWN_FACT_TYPES))),
        "The type of the values: `int` or `bool` only if every filled cell of the column is.",
        "int",
    ),
    title=Key(Text(), "What the page calls it.", "HTTP status"),
)

CODE_LIST = Record(
    model.CodeList,
    title=Key(Text(), "What the list is called on the page.", "Voice error codes"),
    document=Key(Text(names.SLUG), "The document that has it: a key of `documents`.", "codes"),
    values=Key(_VALUE_TYPE, "Whether the values on the wire are numbers or text.", "int"),
    facts=Key(
        Entries(LIST_FACT, names.SLUG, "A fact, by the name of the property it becomes."),
        "Facts of this list's own: columns of its page that no built-in fact covers.",
    ),
    documents=Key(
        Items(Choice(tuple(fact.name for fact in FACTS if fact.is_optional), own=True)),
        "The facts that the page has for every code; they set the types of the properties.",
        ["name", "permanent", "group"],
    ),
    tables=Key(TABLES, "Where on the document the list stands."),
    group_values=Key(
        _VALUE_TYPE, "Whether the ids of the groups are numbers (the default) or text.", "str"
    ),
    groups=Key(
        Entries(GROUP, names.MEMBER, "A group of codes, by the Python name of its member."),
        "The documented classes of the codes, by Python name.",
    ),
    codes=Key(
        Entries(CODE, names.MEMBER, "A code, by the Python name of its member."),
        "The codes in documented order, by Python name.",
    ),
    withdrawn=Key(
        Entries(
            WITHDRAWN,
            names.MEMBER,
            "A code that the page no longer has, by its Python name, which stays its own.",
        ),
        "Codes that the page no longer has.",
    ),
    note=_NOTE,
)

FAMILY = Single(
    model.Family,
    lists=Key(Items(Text(names.CLASS)), "The names of the lists: keys of `lists`."),
)

SPEC = Record(
    model.Provider,
    provider=Key(
        Text(names.SLUG), "The slug: the name of this file and of the emitted module.", "infobip"
    ),
    title=Key(Text(), "The provider's own name.", "Infobip"),
    note=_NOTE,
    documents=Key(
        Entries(
            DOCUMENT, names.SLUG, "A page, by the name that lists and constants refer to it by."
        ),
        "The pages that the facts come from.",
    ),
    constants=Key(
        Entries(CONSTANT, names.MEMBER, "A constant, by its Python name."),
        "Facts beside the codes: header names, limits, addresses.",
    ),
    families=Key(
        Entries(
            FAMILY,
            names.SLUG,
            "A family, by the name that its functions carry: find_<name>, find_<name>_group.",
        ),
        "Lists whose values arrive in the same field of the API, in the order to look one up.",
    ),
    lists=Key(
        Entries(CODE_LIST, names.CLASS, "A list, by the name of its enum."),
        "The documented tables; each becomes one enum.",
    ),
    ignore=Key(
        Items(IGNORED),
        "What on the pages is no code on purpose; `drift` reports everything else.",
    ),
)

_FACETS = {
    "state": "What the state rests on.",
    "final": "What it rests on that the state is final, or not.",
    "retry": "What the advice on trying again rests on.",
    "party": "What it rests on whose move it is.",
}

MEANING = Record(
    model.Meaning,
    state=Key(
        Choice(tuple(model.STATES)),
        "How things stand with the message, in the terms of SMPP; absent where the code does"
        " not say, or where there never was a message.",
    ),
    final=Key(Boolean(), "Whether the state is the last; only where that does not follow from it."),
    retry=Key(
        Choice(model.RETRIES),
        "Whether the same request may succeed: later, only after a change, or never; absent"
        " where the code does not say.",
    ),
    party=Key(Choice(model.PARTIES), "Who has to act; absent where the code does not say."),
    basis=Key(
        Pairs(_FACETS, or_one=True),
        "What it rests on: words of the page, `flag` (the documented one) or `convention`;"
        " for all, or for each of state, final, retry and party.",
    ),
    reason=Key(Text(), "Why; needed for a convention, and against a documented flag or a state."),
)

LIST_MEANINGS = Single(
    model.ListMeanings,
    codes=Key(
        Entries(MEANING, names.MEMBER, "What a code means, by the Python name of its member."),
        "What each code means for its caller.",
    ),
)

MEANINGS = Record(
    model.Meanings,
    provider=Key(Text(names.SLUG), "The slug: the name of this file and of the spec."),
    lists=Key(
        Entries(LIST_MEANINGS, names.CLASS, "The meanings of a list, by the name of its enum."),
        "The lists of the spec, by name, with the meaning of each code.",
    ),
)
