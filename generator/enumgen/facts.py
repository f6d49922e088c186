"""What a page can say about a code besides its value: each fact is declared once, here.

Every stage loops over `FACTS`: the loader and its JSON Schema, transcription, comparison,
reports, emission, proof, site and reference. To add a built-in fact, add a row here, a field
to `model.Code`, and its property to the run-time templates.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .model import Code, CodeList

FactType = Literal["str", "bool", "group"]
FactValue = bool | int | str

# Cells that say that there is nothing to say.
NOTHING = frozenset({"", "-", "n/a"})

FLAGS: Mapping[str, bool] = {
    **dict.fromkeys(("true", "yes", "y", "✓", "✔", "✅"), True),
    **dict.fromkeys(("false", "no", "n", "✗", "✘", "❌"), False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: `name` is its key in `documents` and `columns`, `values` the type of its values.

    `attribute` is the field of `Code`, the key of a code in a spec and the emitted property,
    which `docstring` documents. `doc` and `example` document the key of a code, `column` that
    of `columns`. `kind` is the kind of change; `effect` and `consequence` say what a change
    does to people who import the enums. `words` are what a site shows for a value.
    """

    name: str
    values: FactType
    attribute: str
    docstring: str
    doc: str
    example: object
    column: str
    kind: str
    effect: str
    consequence: str
    words: Mapping[FactValue, str] = field(default_factory=dict[FactValue, str], compare=False)
    # A fact that is not optional is "" if the page does not say, and no list promises it.
    is_optional: bool = True

    def of(self, code_list: "CodeList", code: "Code") -> FactValue | None:
        """What the page says about the code; None if it does not say."""
        if self is NAME:
            return code_list.documented_name(code)
        value: FactValue | None = getattr(code, self.attribute)
        return value

    def emitted(self, code_list: "CodeList", code: "Code") -> FactValue | None:
        """What the property returns: "" for a promised name that nobody could tell yet."""
        value = self.of(code_list, code)
        return "" if value is None and self is NAME and self.is_promised(code_list) else value

    def is_promised(self, code_list: "CodeList") -> bool:
        """Whether every code of the list has it."""
        return not self.is_optional or self.name in code_list.documents

    def type_in(self, code_list: "CodeList") -> str:
        """The type of the emitted property, as an annotation."""
        always = code_list.group_name if self.values == "group" else self.values
        return always if self.is_promised(code_list) else f"{always} | None"


NAME = Fact(
    name="name",
    values="str",
    attribute="documented_name",
    docstring="The name in the provider's documentation; several codes may share one.",
    doc="The name as documented; only where it differs from the key.",
    example="EC_VOICE_ERROR_BAD_REQUEST",
    column="The column that holds the documented name.",
    kind="name-changed",
    effect="name-differs",
    consequence="The provider spells the name otherwise: `documented_name` and `documented_as`"
    " follow, the Python name stays.",
)

PERMANENT = Fact(
    name="permanent",
    values="bool",
    attribute="permanent",
    docstring="Whether the provider calls the condition permanent.",
    doc="The documented flag: whether the provider calls the condition permanent. Absent where the"
    " page has none.",
    example=False,
    column="The column that holds the permanent flag.",
    kind="permanent-changed",
    effect="retry-differs",
    consequence="The permanent flag flipped: programs that retry by it decide otherwise.",
    words={True: "permanent", False: "not permanent"},
)

GROUP = Fact(
    name="group",
    values="group",
    attribute="group",
    docstring="The group that the provider lists the code in.",
    doc="The name of one of the list's groups: a key of `groups`.",
    example="OPERATOR_ERRORS",
    column="The column that holds the group.",
    kind="group-changed",
    effect="grouping-differs",
    consequence="The code is in another group: programs that act on the group decide otherwise.",
)

DESCRIPTION = Fact(
    name="description",
    values="str",
    attribute="description",
    docstring="The provider's description; empty where it gives none.",
    doc="As documented: white space folded, markup reduced to text. Absent where there is none.",
    example="The message is on its way.",
    column="The column that holds the description.",
    kind="description-changed",
    effect="text-differs",
    consequence="The description reads otherwise.",
    is_optional=False,
)

FACTS = (NAME, PERMANENT, GROUP, DESCRIPTION)
