"""The model to the text of a spec: the inverse of `load`, in the layout of all specs.

Walks records by the same `shapes` as `load`, so a key that is declared there is also written here.
The records must be valid in a spec: legal names, and folded texts without hidden characters.
"""

import re
import textwrap
from collections.abc import Iterable
from datetime import date
from typing import Any

from ..model import NOWHERE, Provider
from . import shapes
from .nodes import Scalar

EDITOR_LINE = "# yaml-language-server: $schema=schema.json"

# The characters of a line; a longer word is not broken.
WIDTH = 100

# Texts that are read as something else without quotes. More is quoted than the YAML specification
# requires (it allows plain `-x` and `?x`), because not every reader follows it.
_INDICATED = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`].*|.*(: | #).*|.*:""")
_INDICATED_IN_FLOW = re.compile(r".*[,\[\]{}:?].*")

# Addresses made of digits: the letter of YAML 1.1 allows several points in a number.
_POINTED = re.compile(r"[-+]?[0-9_.]+([eE][-+]?[0-9]+)?")


def dump(provider: Provider) -> str:
    """The whole text of a spec file, with the line for editors first."""
    lines = [EDITOR_LINE, *_keys(provider, shapes.SPEC, 0)]
    return "".join(f"{line}\n" for line in lines)


def field(key: str, value: object, kind: shapes.Kind, indent: int) -> list[str]:
    """The lines of one key with its value at that indentation, without line ends."""
    return _behind(f"{' ' * indent}{scalar(key)}:", value, kind, indent)


def scalar(value: object, in_flow: bool = False) -> str:
    """A single value on one line; `in_flow` if it is between brackets or braces."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return value if _may_be_plain(value, in_flow) else _quoted(value)
        case _:
            return str(value)


def _behind(head: str, value: Any, kind: shapes.Kind, indent: int) -> list[str]:
    """The lines of a value after its head: `key:`, or the dash of an item."""
    match kind:
        case shapes.Record(sole=str(sole)):
            return _behind(head, getattr(value, sole), kind.keys[sole].kind, indent)
        case shapes.Items(or_one=True) if len(value) == 1:
            return _behind(head, value[0], kind.of, indent)
        case shapes.Value() if isinstance(value, tuple):
            return _collection(head, value, shapes.Items(shapes.Text()), indent)
        case shapes.Record() | shapes.Entries() | shapes.Items() | shapes.Pairs():
            return _collection(head, value, kind, indent)
        case _:
            return _scalar_lines(head, value, indent)


def _scalar_lines(head: str, value: object, indent: int) -> list[str]:
    line = f"{head} {scalar(value)}"
    if len(line) <= WIDTH or not isinstance(value, str) or " " not in value:
        return [line]
    margin = " " * (indent + 2)
    folded = textwrap.wrap(
        value,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [f"{head} >-", *folded]


def _collection(head: str, value: Any, kind: shapes.Collection, indent: int) -> list[str]:
    if _is_short(kind):
        line = f"{head} {_flow(value, kind)}"
        if len(line) <= WIDTH:
            return [line]
    block = _block(value, kind, indent + 2)
    if not block:
        # A key with nothing after it is refused: the value may have been forgotten.
        return [f"{head} {'[]' if isinstance(kind, shapes.Items) else '{}'}"]
    if head.endswith("-"):
        return [head + block[0][len(head) :], *block[1:]]
    return [head, *block]


def _is_short(kind: shapes.Kind) -> bool:
    """Whether specs have it on one line: pairs and names, but not texts of any length."""
    match kind:
        case shapes.Pairs() | shapes.Items(of=shapes.Choice()):
            return True
        case shapes.Items(of=shapes.Text(pattern=pattern)):
            return pattern is not None
        case _:
            return False


def _flow(value: Any, kind: shapes.Kind) -> str:
    if isinstance(kind, shapes.Pairs):
        pairs = (f"{scalar(key, True)}: {scalar(text, True)}" for key, text in value)
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(scalar(item, True) for item in value)}]"


def _block(value: Any, kind: shapes.Collection, indent: int) -> list[str]:
    """The lines of the content of a collection, at that indentation."""
    match kind:
        case shapes.Record():
            return _keys(value, kind, indent)
        case shapes.Entries():
            return _joined(field(record.name, record, kind.of, indent) for record in value)
        case shapes.Items():
            dash = f"{' ' * indent}-"
            return _joined(_behind(dash, item, kind.of, indent) for item in value)
        case shapes.Pairs():
            return _joined(field(key, text, shapes.Text(), indent) for key, text in value)


def _keys(record: object, shape: shapes.Record, indent: int) -> list[str]:
    """The lines of the keys of a record, except keys that have their default."""
    values = {key: getattr(record, key) for key in shape.keys}
    return _joined(
        field(key, values[key], wanted.kind, indent)
        for key, wanted in shape.keys.items()
        if values[key] != shape.defaults.get(key)
    )


def _may_be_plain(text: str, in_flow: bool) -> bool:
    """Whether every YAML reader reads the text without quotes as the same text."""
    if _INDICATED.fullmatch(text) or _POINTED.fullmatch(text):
        return False
    if in_flow and _INDICATED_IN_FLOW.fullmatch(text):
        return False
    return shapes.Text().read(Scalar(text, True, *NOWHERE)) == text


def _quoted(text: str) -> str:
    # No other character needs an escape: a spec never has invisible characters.
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _joined(parts: Iterable[list[str]]) -> list[str]:
    return [line for part in parts for line in part]
