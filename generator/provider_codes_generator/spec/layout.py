"""The model to the text of a spec: the inverse of `load`, by the same `shapes`.

The records must be valid in a spec: legal names, and folded texts without hidden characters.
"""

import json
import re
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from ..model import NOWHERE, Provider
from . import shapes
from .documented import written
from .nodes import Scalar

# The characters of a line; a longer word is not broken.
WIDTH = 100

# Texts that are read as something else without quotes. More is quoted than the YAML specification
# requires (it allows plain `-x` and `?x`), because not every reader follows it. The last are
# addresses made of digits: strictly, YAML 1.1 allows several points in a number.
_QUOTED = re.compile(
    r"""[-?:,\[\]{}#&*!|>'"%@`].*|.*(: | #).*|.*:|[-+]?[0-9_.]+([eE][-+]?[0-9]+)?"""
)
_QUOTED_IN_FLOW = re.compile(r".*[,\[\]{}:?].*")


def dump(provider: Provider) -> str:
    """Return the text of a spec file. Its first line is the one for editors."""
    lines = _block(written(provider), shapes.SPEC, 0)
    return "\n".join(["# yaml-language-server: $schema=schema.json", *lines, ""])


def field(key: str, value: object, kind: shapes.Kind, indent: int) -> list[str]:
    """Return the lines of one key with its value at that indentation, without line ends."""
    return _value_lines(f"{' ' * indent}{scalar(key)}:", value, kind, indent)


def fields(value: Any, kind: shapes.Kind) -> Iterator[tuple[str, Any, shapes.Kind]]:
    """Yield the keys of a mapping with their values and kinds. Defaults of a record are omitted."""
    match kind:
        case shapes.Record(defaults=defaults):
            for name, key in kind.keys.items():
                # Codes lack some fields of withdrawn codes.
                found = getattr(value, name, defaults.get(name))
                if found != defaults.get(name):
                    yield name, found, key.kind
        case shapes.Entries():
            for record in value:
                yield record.name, record, kind.of
        case _:
            for name, text in value:
                yield name, text, shapes.Text()


def scalar(value: object, *, in_flow: bool = False) -> str:
    """Return a single value on one line; `in_flow` if it is between brackets or braces."""
    if not isinstance(value, str):
        return str(value).lower()
    is_quoted = _QUOTED.fullmatch(value) or in_flow and _QUOTED_IN_FLOW.fullmatch(value)
    if is_quoted or shapes.Text().read(Scalar(value, True, *NOWHERE)) != value:
        return json.dumps(value, ensure_ascii=False)
    return value


def _value_lines(head: str, value: Any, kind: shapes.Kind, indent: int) -> list[str]:
    """Return the lines of a value and the head before it: `key:`, or the dash of an item."""
    match kind:
        case shapes.Record(sole=str(sole)):
            return _value_lines(head, getattr(value, sole), kind.keys[sole].kind, indent)
        case shapes.Items(or_one=True) if len(value) == 1:
            return _value_lines(head, value[0], kind.of, indent)
        case shapes.Pairs(or_one=True) if value[0][0] == "":
            return _scalar_lines(head, value[0][1], indent)
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
    width = max(WIDTH - indent - 2, 1)
    folded = wrap(value, width, break_long_words=False, break_on_hyphens=False)
    return [f"{head} >-", *(" " * (indent + 2) + each for each in folded)]


def _collection(head: str, value: Any, kind: shapes.Collection, indent: int) -> list[str]:
    flow = _flow(value, kind)
    if flow and len(f"{head} {flow}") <= WIDTH:
        return [f"{head} {flow}"]
    block = _block(value, kind, indent + 2)
    if not block:
        # A key with nothing after it is refused: the value may have been forgotten.
        return [f"{head} {{}}"]
    if head.endswith("-"):
        return [head + block[0][len(head) :], *block[1:]]
    return [head, *block]


def _flow(value: Any, kind: shapes.Collection) -> str | None:
    """Return pairs or names on one line; None for collections with texts of any length."""
    match kind:
        case shapes.Pairs():
            pairs = (": ".join(scalar(each, in_flow=True) for each in pair) for pair in value)
            return f"{{{', '.join(pairs)}}}"
        case shapes.Items(of=shapes.Choice() | shapes.Text(pattern=str())):
            return f"[{', '.join(scalar(item, in_flow=True) for item in value)}]"
        case _:
            return None


def _block(value: Any, kind: shapes.Collection, indent: int) -> list[str]:
    """Return the lines of the content of a collection, at that indentation."""
    if isinstance(kind, shapes.Items):
        dash = f"{' ' * indent}-"
        parts = [_value_lines(dash, item, kind.of, indent) for item in value]
    else:
        parts = [field(*each, indent) for each in fields(value, kind)]
    return [line for part in parts for line in part]
