"""The kinds of single values, each with its JSON Schema and how it is read.

A value is read by the kind that its key expects, never by YAML's guess.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from ..model import Finding, did_you_mean, names
from .nodes import Scalar

# Plain scalars that some YAML reader converts although they are meant as text: the union of
# YAML 1.1 (PyYAML, Ruby, older Go) and YAML 1.2.
_AMBIGUOUS: tuple[tuple[str, str], ...] = (
    (r"~|null|Null|NULL|", "nothing"),
    (r"(?i:y|yes|on|true|n|no|off|false)", "true or false"),
    (r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?", "a base-60 number"),
    (r"[-+]?0[0-7_]+|0o[0-7]+", "an octal number"),
    (r"[-+]?0x[0-9a-fA-F_]+|[-+]?0b[01_]+", "a number"),
    (r"[-+]?[0-9][0-9_]*", "a number"),
    (r"[-+]?(\.[0-9_]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?", "a float"),
    (r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "a float"),
    (r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?", "a date"),
    (r"=|<<", "YAML syntax"),
)
_ANY_AMBIGUOUS = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _AMBIGUOUS))

# No code has more digits. Python refuses to read thousands of digits.
_MOST_DIGITS = 18
_LARGEST = 10**_MOST_DIGITS - 1
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]*")


class Text(NamedTuple):
    """One line of text. `pattern` matches all of it: that of a name, or of a text like `example`."""

    pattern: str | None = None
    example: str = ""

    def schema(self) -> dict[str, Any]:
        if self.pattern is None:
            return {"type": "string", "minLength": 1}
        found: dict[str, Any] = {"type": "string", "pattern": f"^(?:{self.pattern})$"}
        refused = sorted(word for word in names.RESERVED if re.fullmatch(self.pattern, word))
        return found | {"not": {"enum": refused}} if refused else found

    def read(self, node: Scalar) -> str | Finding:
        text = node.text
        if node.plain and _ANY_AMBIGUOUS.fullmatch(text):
            return _ambiguity(node)
        if not text:
            help = "write a text, or remove the key if it is optional"
            return Finding("text-empty", "the text is empty", help, node.place)
        if " ".join(text.split()) != text:
            message = "the text has a line break, a tab or extra spaces"
            help = "use single spaces, and none at the ends; `>-` folds lines"
            return Finding("text-not-folded", message, help, node.place)
        if self.pattern is not None and not names.is_legal(text, self.pattern):
            return self._malformed(node, self.pattern)
        return text

    def _malformed(self, node: Scalar, pattern: str) -> Finding:
        if self.example:
            message, help = f"{node.text} is not valid", f"write, for example, {self.example}"
        else:
            message = f"{node.text} {names.why_illegal(node.text, pattern)}"
            help = f"write {names.suggest(node.text, pattern)}"
        return Finding("text-malformed", message, help, node.place)


class Value(NamedTuple):
    """A value as sent: a whole number or text; a list of texts if `many`."""

    many: bool = False

    def schema(self) -> dict[str, Any]:
        one: dict[str, Any] = {
            "type": ["integer", "string"],
            "minLength": 1,
            "minimum": -_LARGEST,
            "maximum": _LARGEST,
        }
        if not self.many:
            return one
        types = ["integer", "string", "array"]
        return one | {"type": types, "minItems": 1, "items": Text().schema()}

    def read(self, node: Scalar) -> int | str | Finding:
        if not (node.plain and _WHOLE_NUMBER.fullmatch(node.text)):
            return Text().read(node)
        if (digits := len(node.text.lstrip("-"))) > _MOST_DIGITS:
            message = f"the number has {digits} digits; the limit is {_MOST_DIGITS}"
            help = (
                "quote it if it is text; if its list or fact has `values: int`, write `values: str`"
            )
            return Finding("number-too-long", message, help, node.place)
        return int(node.text)


class Number(NamedTuple):
    """A whole number, which is not less than `least`."""

    least: int | None = None

    def schema(self) -> dict[str, Any]:
        return {"type": "integer"} | ({} if self.least is None else {"minimum": self.least})

    def read(self, node: Scalar) -> int | Finding:
        value = Value().read(node) if node.plain else node.text
        help = "write a whole number without quotes"
        if isinstance(value, Finding):
            return value if value.id == "number-too-long" else replace(value, help=help)
        if isinstance(value, str):
            return Finding("not-a-number", f"{node.text} is not a whole number", help, node.place)
        if self.least is not None and value < self.least:
            message, help = f"{value} is too small", f"write {self.least} or more"
            return Finding("number-too-small", message, help, node.place)
        return value


class Boolean:
    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    def read(self, node: Scalar) -> bool | Finding:
        if node.plain and node.text in ("true", "false"):
            return node.text == "true"
        message, help = f"{node.text} is neither true nor false", "write true or false"
        if node.text in ("true", "false"):
            message, help = f'"{node.text}" is text', f"write {node.text} without quotes"
        return Finding("not-boolean", message, help, node.place)


class Day:
    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

    def read(self, node: Scalar) -> date | Finding:
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.text):
                return date.fromisoformat(node.text)
            message = f"{node.text} is not a date in the form YYYY-MM-DD"
        except ValueError:
            message = f"there is no day {node.text}"
        return Finding("not-a-date", message, "write, for example, 2026-11-22", node.place)


class Choice(NamedTuple):
    """One of a few words, or one of the list's own facts if `own`."""

    options: tuple[str, ...]
    own: bool = False

    def schema(self) -> dict[str, Any]:
        if self.own:
            # Not words and names as two alternatives: an editor would show everything twice.
            return Text(names.SLUG).schema() | {"examples": list(self.options)}
        return {"enum": list(self.options)}

    def read(self, node: Scalar) -> str | Finding:
        if node.text in self.options:
            return node.text
        help = did_you_mean(node.text, self.options)
        return Finding("choice-unknown", f"{node.text} is not valid", help, node.place)


ScalarKind = Text | Value | Number | Boolean | Day | Choice


def _ambiguity(node: Scalar) -> Finding:
    meaning = next(what for pattern, what in _AMBIGUOUS if re.fullmatch(pattern, node.text))
    message = f"YAML may read {node.text} as {meaning}"
    help = f'write "{node.text}" if it is text'
    if re.match(r"[-+.\d]", node.text) and not _WHOLE_NUMBER.fullmatch(node.text):
        help += ", or a plain decimal number"
    return Finding("scalar-ambiguous", message, help, node.place)
