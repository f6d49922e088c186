"""What a spec may contain, declared once for `load`, `layout`, `edit` and `json_schema`.

A record builds a class of `model`, and its keys are the names of that class's fields.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, NamedTuple

from ..model import DESCRIPTION, FACTS, NAME, BuiltInFact, FactType, ListFact
from ..model import meanings, names, registry
from .scalars import Boolean as Boolean, Choice as Choice, Day as Day, Number as Number
from .scalars import ScalarKind as ScalarKind, Text as Text, Value as Value


class Items(NamedTuple):
    """A list; if `or_one`, a single item needs no brackets. If `unique`, no item may repeat."""

    of: "Kind"
    or_one: bool = False
    unique: bool = False


class Pairs(NamedTuple):
    """A mapping from a closed set of keys to text; if `or_one`, also one text for all keys.

    If `own`, the facts that the list declares under its key `facts` are also keys. If `typed`, they
    have values of their declared types.
    """

    keys: Mapping[str, str]
    required: str | None = None
    or_one: bool = False
    own: bool = False
    typed: bool = False


class Entries(NamedTuple):
    """A mapping from names that the writer chooses to records, in order; `doc` describes one."""

    of: "Record"
    pattern: str
    doc: str


class Key(NamedTuple):
    """One key of a record: what it holds, what it is for, and an example."""

    kind: "Kind"
    doc: str
    example: object = None


def text(doc: str, example: str | None = None) -> Key:
    return Key(Text(), doc, example)


class Record:
    """A mapping with known keys; `build` makes the object of `model` from them.

    If `sole` names its only key, it is written as the value of that key.
    """

    def __init__(self, build: type[Any], sole: str | None = None, /, **keys: Key) -> None:
        self.build = build
        self.sole = sole
        self.name = build.__name__
        self.keys = keys
        defaults: dict[str, Any] = {field.name: field.default for field in fields(build)}
        self.required = [key for key in keys if defaults[key] is MISSING]
        self.defaults = {key: defaults[key] for key in keys if key not in self.required}


Collection = Items | Pairs | Entries | Record
Kind = ScalarKind | Collection

_SLUG = Text(names.SLUG)
_ADDRESS = "https://docs.acme.example/codes"
_TEXTS = Items(Text(), or_one=True)
GROUP_PATTERN = r"[^{}]*(?:\{(?:name|value)\}[^{}]*)+"
_NOTE = text("Our own remark for readers of the documented facts.", "The page has this row twice.")


FACT_KINDS: Mapping[FactType, ScalarKind] = {
    "int": Number(),
    "str": Text(),
    "bool": Boolean(),
    "group": Text(names.MEMBER),
}
"""How the values of each type of fact are written."""


def _fact(fact: BuiltInFact) -> Key:
    return Key(FACT_KINDS[fact.values], fact.doc, fact.example)


_DESCRIPTION = _fact(DESCRIPTION)
_VALUE_TYPE = Choice(("int", "str"))

DOCUMENT = Record(
    registry.Document,
    title=text("The title of the page.", "Status and error codes"),
    address=Key(
        Text(r"https?://\S+", _ADDRESS),
        "The address of the page. Without it, only saved pages can be compared.",
        _ADDRESS,
    ),
    retrieved=Key(
        Day(),
        "The day a transcribed fact last changed, not the day of the last check.",
        "2026-11-22",
    ),
    reader=Key(
        Choice(("columns", "csv", "html", "markdown", "mhtml", "readme", "records", "rst", "xml")),
        "The format of the page, if it cannot be detected.",
        "readme",
    ),
)

CONSTANT = Record(
    registry.Constant,
    value=Key(Value(many=True), "A number, a text, or a list of texts.", 160),
    description=_DESCRIPTION,
    document=Key(_SLUG, "The document that says so: a key of `documents`.", "codes"),
    note=_NOTE,
)

FLAG_WORDS = Record(
    registry.FlagWords,
    true=Key(_TEXTS, "Words that mean yes.", "oui"),
    false=Key(_TEXTS, "Words that mean no.", "non"),
)

TABLES = Record(
    registry.Tables,
    heading=Key(
        _TEXTS,
        "The heading of the tables of this list; if the page repeats it, several headings, the outer"
        " ones first.",
        "Voice error codes",
    ),
    position=Key(
        Number(1),
        "The position, from 1, among the tables below the heading that have these columns; only if"
        " nothing else distinguishes them.",
        2,
    ),
    path=text("The keys that lead to the records on a page of JSON or YAML.", "errors.sms"),
    group=Key(
        Items(Text(GROUP_PATTERN, "{name} ({value})"), or_one=True),
        "A pattern, or several, for headings that name the group of a table, with `{name}` and"
        " `{value}`. A pattern may continue into the first paragraph below the heading, and one of"
        " several may have its `{value}` there.",
        "{name} (group id: {value})",
    ),
    columns=Key(
        Pairs(
            {"value": "The column that holds the value."}
            | {fact.name: fact.column for fact in FACTS},
            required="value",
            own=True,
        ),
        "The header of the column for each field.",
        {"value": "Code", "description": "Meaning"},
    ),
    flags=Key(
        FLAG_WORDS,
        "The words in columns of flags, if they are not yes and no, true and false, 1 and 0, check"
        " marks and crosses, or permanent and temporary.",
    ),
)

IGNORED = Record(
    registry.Ignored,
    heading=Key(
        _TEXTS, "The heading of the tables; or several, the outer ones first.", "Request parameters"
    ),
    columns=Key(_TEXTS, "Headers of columns that the tables have.", ["Parameter", "Type"]),
    row=text(
        "The first cell, or the whole text, of the rows or lines to ignore; without it, and without"
        " `column`, whole tables are ignored.",
        "5xx",
    ),
    column=text("The header of the column to ignore.", "Since"),
    reason=text("Why it is not a code or its fact.", "These are parameters of the request."),
)

GROUP = Record(
    registry.Group,
    value=Key(Value(), "The group's id in the API.", 3),
    documented_name=text("The name as documented, if it differs from the key.", "Operator errors"),
    description=_DESCRIPTION,
    note=_NOTE,
)

ERRATUM = Record(
    registry.Erratum,
    page=text(
        "The raw row of the page, to notice when the page is fixed.", "992 Unauthorized sender"
    ),
    reading=text("How we read it.", "992: Unauthorized sender"),
    reason=text("Why we read it that way.", "Only this row lacks the colon."),
)

ALIAS = Record(registry.Alias, documented_name=_fact(NAME), description=_DESCRIPTION)

_VALUE = Key(
    Value(), "The value in the API: a whole number if `values` is `int`, text if it is `str`.", 5403
)
_CODE_KEYS = {
    **{fact.attribute: _fact(fact) for fact in FACTS},
    "facts": Key(
        Pairs({}, own=True, typed=True),
        "The list's own facts, by their names under `facts` of the list.",
        {"http_status": 402},
    ),
    "note": _NOTE,
    "links": Key(
        Items(Text()),
        "The targets of the links in its row, in order.",
        ["https://docs.acme.example/senders"],
    ),
    "erratum": Key(ERRATUM, "The page is broken here, and this is how we read it."),
    "aliases": Key(
        Entries(ALIAS, names.MEMBER, "An alias of the code, by its Python name."),
        "Other names that the page gives the value.",
    ),
    "former_names": Key(
        Items(Text(names.MEMBER)),
        "Python names we used earlier; they stay in the enum as deprecated aliases.",
        ["BAD_REQUEST"],
    ),
    "name_proposed": Key(
        Boolean(),
        "`true` until a person confirms the name, which a tool proposed or the page outdated.",
        True,
    ),
}

CODE = Record(registry.Code, value=_VALUE, **_CODE_KEYS)

WITHDRAWN = Record(
    registry.Withdrawn,
    value=_VALUE,
    since=Key(Day(), "The day of the first edition of the page without the code.", "2026-11-30"),
    in_enum=Key(
        Boolean(), "`false` removes the member from the enum; its name stays reserved.", False
    ),
    **_CODE_KEYS,
)

LIST_FACT = Record(
    ListFact,
    values=Key(
        Choice(("int", "bool", "str")),
        "The type of the values: `int` or `bool` only if every filled cell of the column is one.",
        "int",
    ),
    title=text("What the page calls it.", "HTTP status"),
)

CODE_LIST = Record(
    registry.CodeList,
    title=text("The title of the list on the page.", "Voice error codes"),
    document=Key(_SLUG, "The document that contains the list: a key of `documents`.", "codes"),
    field=text(
        "Where the values arrive, as the page says. Absent if the page does not say.",
        "`id` of the object `error` in delivery reports",
    ),
    values=Key(_VALUE_TYPE, "Whether the values in the API are numbers or text.", "int"),
    facts=Key(
        Entries(LIST_FACT, names.SLUG, "A fact, by the name of the property it becomes."),
        "The list's own facts: columns of its tables that no built-in fact covers.",
    ),
    documents=Key(
        Items(
            Choice(tuple(fact.name for fact in FACTS if fact.is_optional), own=True), unique=True
        ),
        "The facts that the page gives for every code; their properties are never `None`, except the"
        " name of a code whose erratum does not contain it.",
        ["name", "permanent", "group"],
    ),
    tables=Key(TABLES, "Where the list is in the document."),
    group_values=Key(
        _VALUE_TYPE, "Whether the ids of the groups are numbers (the default) or text.", "str"
    ),
    groups=Key(
        Entries(GROUP, names.MEMBER, "A group of codes, by the Python name of its member."),
        "The documented groups of codes, by Python name.",
    ),
    codes=Key(
        Entries(CODE, names.MEMBER, "A code, by the Python name of its member."),
        "The codes in documented order, by Python name.",
    ),
    withdrawn=Key(
        Entries(WITHDRAWN, names.MEMBER, "A code that the page no longer has, by its Python name."),
        "Codes that the page no longer has.",
    ),
    withdrawn_since=Key(
        Day(),
        "The day of the first edition of the page without the list; the members stay, marked as"
        " withdrawn.",
        "2026-11-30",
    ),
    note=_NOTE,
)

FAMILY = Record(
    registry.Family,
    "lists",
    lists=Key(Items(Text(names.CLASS), unique=True), "The names of the lists: keys of `lists`."),
)

SPEC = Record(
    registry.Provider,
    provider=Key(
        _SLUG, "The provider's slug: the name of this file and of the emitted module.", "infobip"
    ),
    title=text("The provider's name.", "Infobip"),
    note=_NOTE,
    documents=Key(
        Entries(DOCUMENT, names.SLUG, "A page, by the name that lists and constants use for it."),
        "The pages that the facts come from.",
    ),
    constants=Key(
        Entries(CONSTANT, names.MEMBER, "A constant, by its Python name."),
        "Facts other than codes: header names, limits, addresses.",
    ),
    families=Key(
        Entries(
            FAMILY,
            names.SLUG,
            "A family, by the name in its functions: find_<name>, find_<name>_group.",
        ),
        "Lists whose values arrive in the same API field, in the order of lookup.",
    ),
    lists=Key(
        Entries(CODE_LIST, names.CLASS, "A list, by the name of its enum."),
        "The documented tables; each becomes one enum.",
    ),
    ignore=Key(
        Items(IGNORED),
        "Parts of the pages that contain no codes, with the reason; `drift` reports everything else.",
    ),
)

_FACETS = {facet: f"The basis of `{facet}`." for facet in meanings.FACETS}
_JUDGEMENTS = {
    "state": Key(
        Choice(tuple(meanings.STATES)),
        "The state of the message, in the terms of SMPP; absent if the code does not say, or if there"
        " never was a message.",
    ),
    "final": Key(Boolean(), "Whether the state is final, if that does not follow from it."),
    "retry": Key(
        Choice(meanings.RETRIES),
        "Whether the same request may succeed later, only after a change, or never; absent if the"
        " code does not say.",
    ),
    "retry_after": Key(
        Number(1), "After how many seconds to retry; its basis quotes the time.", 60
    ),
    "cause": Key(
        Choice(tuple(meanings.CAUSES)),
        "Why the message or request failed; absent if the code does not say, or names several causes.",
    ),
    "party": Key(
        Choice(meanings.PARTIES),
        "Who has to act, if that does not follow from the cause; absent if the code does not say.",
    ),
    "reason": text(
        "Why; required for a convention, or against a documented flag, a standard or what the state"
        " implies."
    ),
}

MEANING = Record(
    meanings.Meaning,
    standard=Key(
        Text(r"[a-z][a-z0-9_]*/[0-9]+", "map/27"),
        "The code of a standard that this code passes on: the meaning is that in `standards.yaml`.",
        "map/27",
    ),
    **_JUDGEMENTS,
    basis=Key(
        Pairs(_FACETS, or_one=True),
        "Words of the page, `flag` (the documented flag) or `convention`; one basis for all, or one"
        " for each facet. Required unless the entry follows a standard.",
    ),
    review=Key(
        Boolean(),
        "`true` if the page no longer has the quoted words, or the code is no longer that of its"
        " standard: `update` says so. Read it again, correct the meaning and its basis, and remove"
        " this.",
        True,
    ),
)

LIST_MEANINGS = Record(
    meanings.ListMeanings,
    "codes",
    codes=Key(
        Entries(MEANING, names.MEMBER, "What a code means, by the Python name of its member."),
        "What each code means for its caller.",
    ),
)

MEANINGS = Record(
    meanings.Meanings,
    provider=Key(_SLUG, "The provider's slug: the name of this file and of the spec."),
    lists=Key(
        Entries(LIST_MEANINGS, names.CLASS, "The meanings of a list, by the name of its enum."),
        "The lists of the spec, with the meaning of each code.",
    ),
)

STANDARD_CODE = Record(
    meanings.StandardCode,
    number=Key(Number(), "Its number in the standard.", 27),
    documented_name=text("Its name in the standard.", "absentSubscriber"),
    **_JUDGEMENTS,
    basis=text("Words of the standard, if they say more than its name."),
)

STANDARD = Record(
    meanings.Standard,
    title=text("What to call one of its codes.", "MAP error"),
    source=text("The standard.", "3GPP TS 29.002"),
    offset=Key(Number(), "What providers add to its numbers; 0 by default.", 256),
    prefixes=Key(_TEXTS, "What providers put before its names.", "EC_"),
    suffixes=Key(_TEXTS, "What providers put after its names.", "XUDT"),
    codes=Key(
        Entries(STANDARD_CODE, names.MEMBER, "A code of the standard, by its name made legal."),
        "The codes, with the meaning of each.",
    ),
)

STANDARDS = Record(
    meanings.Standards,
    standards=Key(
        Entries(STANDARD, names.SLUG, "A standard, by the name that meanings refer to."),
        "The standards whose codes providers pass on, so that each is judged once.",
    ),
)
