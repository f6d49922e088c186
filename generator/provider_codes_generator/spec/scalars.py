"""A scalar's text to a value, by the expected kind and never by YAML's guess."""

import re
from datetime import date

from ..model import Finding, did_you_mean
from . import shapes
from .nodes import Scalar

# What some YAML reader takes a plain scalar for although it was meant as text: the union of
# YAML 1.1 (PyYAML, Ruby, older Go) and YAML 1.2.
_AMBIGUOUS: tuple[tuple[str, str], ...] = (
    (r"~|null|Null|NULL|", "nothing"),
    (r"(?i:y|yes|on|true|n|no|off|false)", "a truth value"),
    (r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?", "a number to the base of 60"),
    (r"[-+]?0[0-7_]+|0o[0-7]+", "an octal number"),
    (r"[-+]?0x[0-9a-fA-F_]+|[-+]?0b[01_]+", "a number"),
    (r"[-+]?[0-9][0-9_]*", "a number"),
    (
        r"[-+]?(\.[0-9_]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?",
        "a number with a fraction",
    ),
    (r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "a number with a fraction"),
    (r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?", "a date"),
    (r"=|<<", "a sign of YAML's own"),
)
_ANY_AMBIGUOUS = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _AMBIGUOUS))

# No code on the wire has more digits. Python refuses to read thousands of digits.
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_LONG_NUMBER = re.compile(r"-?[1-9][0-9]{18,}")


def read(kind: shapes.ScalarKind, node: Scalar) -> bool | int | str | date | Finding:
    """The value of the scalar, or the finding that says why it is not of the kind."""
    if node.plain and not node.text:
        message = "nothing stands behind the key"
        help = "write a value, or remove the key"
        return Finding("value-missing", message, help, node.place)
    match kind:
        case shapes.Value():
            return _value(node)
        case shapes.Boolean():
            return _boolean(node)
        case shapes.Number():
            return _number(node)
        case shapes.Day():
            return _day(node)
        case shapes.Choice(options=options):
            return _choice(node, options)
        case shapes.Text(pattern=pattern):
            return _text(node, pattern)


def _text(node: Scalar, pattern: str | None = None) -> str | Finding:
    if node.plain and _ANY_AMBIGUOUS.fullmatch(node.text):
        return _ambiguity(node)
    if not node.text:
        help = "leave the key out where the page says nothing"
        return Finding("text-empty", "the text is empty", help, node.place)
    if " ".join(node.text.split()) != node.text:
        message = "the text has a line break, a tab, or a blank too many"
        help = "fold white space to single blanks and trim the ends; `>-` folds lines"
        return Finding("text-not-folded", message, help, node.place)
    if pattern is not None and not re.fullmatch(pattern, node.text):
        message = f"{node.text} does not match {pattern}"
        return Finding("text-malformed", message, "", node.place)
    return node.text


def _value(node: Scalar) -> int | str | Finding:
    if node.plain and _WHOLE_NUMBER.fullmatch(node.text):
        return int(node.text)
    if node.plain and _LONG_NUMBER.fullmatch(node.text):
        message = f"a number of {len(node.text.lstrip('-'))} digits, of which 18 are allowed"
        return Finding("number-too-long", message, "quote it where it is text", node.place)
    return _text(node)


def _number(node: Scalar) -> int | Finding:
    value = _value(node) if node.plain else node.text
    if isinstance(value, str):
        help = "write a whole number without quotes"
        return Finding("not-a-number", f"{node.text} is not a whole number", help, node.place)
    return value


def _boolean(node: Scalar) -> bool | Finding:
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    message = f"{node.text} is neither true nor false"
    return Finding("not-boolean", message, "write true or false", node.place)


def _day(node: Scalar) -> date | Finding:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.text):
            return date.fromisoformat(node.text)
        message = f"{node.text} is not of the form YYYY-MM-DD"
    except ValueError:
        message = f"{node.text} is no day of the calendar"
    return Finding("not-a-date", message, "write it like 2026-11-22", node.place)


def _choice(node: Scalar, options: tuple[str, ...]) -> str | Finding:
    if node.text in options:
        return node.text
    message = f"{node.text} is none of {', '.join(options)}"
    help = did_you_mean(node.text, options)
    return Finding("choice-unknown", message, help, node.place)


def _ambiguity(node: Scalar) -> Finding:
    """The finding for a plain scalar that some YAML reader does not read as text."""
    meaning = next(what for pattern, what in _AMBIGUOUS if re.fullmatch(pattern, node.text))
    message = f"YAML may read {node.text} as {meaning}"
    help = f'write "{node.text}" for the text, or a plain decimal number for a number'
    return Finding("scalar-ambiguous", message, help, node.place)
