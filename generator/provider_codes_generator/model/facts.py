"""What a page can say about a code besides its value: each fact is declared once, here.

Every stage loops over `FACTS`: the loader and its JSON Schema, transcription, comparison,
reports, emission, proof, site and reference. To add a built-in fact, add a row here, a field
to `Code`, and four places in `templates/static/`: properties of the four classes in `_runtime`, a
key of `Record` in `_catalogue`, a column in `_export`, and words in `_facts` of `_lookup`. A test
in tests/test_facts.py, or mypy, fails for each that is missing. Its `effect` is a row of `EFFECTS` in
`changes/kinds.py`: use one that is there, because a new one is a seventh place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from .place import Placed

if TYPE_CHECKING:
    from .registry import Code, CodeList

FactType = Literal["int", "str", "bool", "group"]
FactValue = bool | int | str

# Cells that mean "no value", in lower case and with plain dashes. The last ones are of databases.
NOTHING = frozenset(
    {"", "-", "--", "---", "n/a", "n.a.", "null", "(none)", "(null)", "<null>", r"\n"}
)

# Cells that mean true or false; the `tables` of a list may add words of its page.
FLAGS: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "y", "1", "permanent", *"✓✔✅☑"), True),
    **dict.fromkeys(("false", "no", "n", "0", "temporary", *"✗✘❌✕✖×"), False),
    # With the character that selects the coloured form of a sign
    **dict.fromkeys(("✓\ufe0f", "✔\ufe0f", "☑\ufe0f"), True),
    **dict.fromkeys(("✖\ufe0f", "✗\ufe0f", "✘\ufe0f"), False),
}


class Fact:
    """A fact that a page gives about a code: a row of `FACTS`, or one that a list declares."""

    __slots__ = ()

    # The key in `documents` and `columns`, the type of the values, and what the property says.
    name: str
    values: FactType
    docstring: str
    # The kind of a change of its value.
    kind: str
    # A fact that is not optional is "" if the page does not state it, and no list promises it.
    is_optional: bool

    @property
    def attribute(self) -> str:
        """The emitted property; for a built-in fact, also the field of `Code` and its key."""
        return "documented_name" if self is NAME else self.name

    def of(self, code: "Code") -> FactValue | None:
        """Return what the page says about the code; None if it does not say."""
        return dict(code.facts).get(self.name)

    def shown(self, value: FactValue) -> str | None:
        """Return the value in words, for a list of facts; None if it is shown in another place."""
        raise NotImplementedError

    def emitted(self, code_list: "CodeList", code: "Code") -> FactValue | None:
        """Return the value of the property; "" if a name is promised but not known yet."""
        value = self.of(code)
        return "" if value is None and self is NAME and self.is_promised(code_list) else value

    def is_promised(self, code_list: "CodeList") -> bool:
        """Whether every code of the list has it; broken rows may lack their names."""
        if self.name not in code_list.documents:
            return not self.is_optional
        return self is not NAME or not any(code.is_nameless for code in code_list.members)

    def type_in(self, code_list: "CodeList") -> str:
        """Return the type of the emitted property, as an annotation."""
        stated = code_list.group_name if self.values == "group" else self.values
        return stated if self.is_promised(code_list) else f"{stated} | None"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BuiltInFact(Fact):
    """A fact that every list can have.

    `doc` and `example` document its key in a code, `column` its key in `columns`. `words` name it in
    a list of facts, and are empty if it is shown in another place.
    """

    name: str
    values: FactType
    docstring: str
    doc: str
    example: object
    column: str
    kind: str
    effect: str
    words: str = ""
    is_optional: bool = True

    def of(self, code: "Code") -> FactValue | None:
        value: FactValue | None = getattr(code, self.attribute)
        return value

    def shown(self, value: FactValue) -> str | None:
        if isinstance(value, bool):
            return self.words if value else f"not {self.words}"
        return f"{self.words} {value}" if self.words else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFact(Fact, Placed):
    """A fact that a list declares for a column of its page; `title` is what the page calls it."""

    name: str
    values: FactType
    title: str

    kind = "fact-changed"
    is_optional = True

    @property
    def docstring(self) -> str:  # type: ignore[override]
        return f"{self.title}, as documented."

    def shown(self, value: FactValue) -> str | None:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        return f"{self.title}: {text}"


NAME = BuiltInFact(
    name="name",
    values="str",
    docstring="The name in the provider's documentation; several codes may share one.",
    doc="The name as documented, if it differs from the key.",
    example="EC_VOICE_ERROR_BAD_REQUEST",
    column="The column that holds the documented name.",
    kind="name-changed",
    effect="name-lookup-differs",
)

PERMANENT = BuiltInFact(
    name="permanent",
    values="bool",
    docstring="Whether the provider calls the condition permanent.",
    doc="The documented flag: whether the provider calls the condition permanent. Absent if the"
    " page has none.",
    example=False,
    column="The column that holds the permanent flag.",
    kind="permanent-changed",
    effect="retry-differs",
    words="permanent",
)

GROUP = BuiltInFact(
    name="group",
    values="group",
    docstring="The group that the provider lists the code in.",
    doc="The name of one of the list's groups: a key of `groups`.",
    example="OPERATOR_ERRORS",
    column="The column that holds the group.",
    kind="group-changed",
    effect="grouping-differs",
)

DESCRIPTION = BuiltInFact(
    name="description",
    values="str",
    docstring="The provider's description; empty if it gives none.",
    doc="As documented: white space folded, markup reduced to text. Absent if there is none.",
    example="The message is on its way.",
    column="The column that holds the description.",
    kind="description-changed",
    effect="text-differs",
    is_optional=False,
)

FACTS = (NAME, PERMANENT, GROUP, DESCRIPTION)


def facts_of(code_list: "CodeList") -> tuple[Fact, ...]:
    """Return the facts that codes of the list can have: the built-in ones, then its own."""
    return (*FACTS, *code_list.facts)


def emitted_facts(code_list: "CodeList") -> list[Fact]:
    """Return the facts that become properties of the enum; its base class has the others."""
    return [
        fact
        for fact in facts_of(code_list)
        if isinstance(fact, ListFact)
        or any(fact.emitted(code_list, code) is not None for code in code_list.members)
    ]


def set_facts(
    code_list: "CodeList", code: "Code", values: Mapping[Fact, FactValue | None], **more: Any
) -> "Code":
    """Return the code with these facts and other fields set.

    None removes a fact. The list's own facts are in declared order.
    """
    own = dict(code.facts) | {fact.name: value for fact, value in values.items()}
    more |= {
        fact.attribute: value for fact, value in values.items() if isinstance(fact, BuiltInFact)
    }
    order = (fact.name for fact in code_list.facts)
    more["facts"] = tuple((name, own[name]) for name in order if own.get(name) is not None)
    return replace(code, **more)
