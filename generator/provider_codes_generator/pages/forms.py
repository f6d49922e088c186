"""What codes look like, alone or several together.

In a text, only a number or an identifier that is not a word is surely a code. In a cell, a word in
capitals may be one, too. Real pages are not clean, so nearly all cells decide what a column has.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from ..model import NOTHING

# What is surely a code, as parts of further patterns.
NUMBER = r"-?(?:0x[0-9A-Fa-f]+|\d{1,18})"
# Among the codes that begin with a digit are hexadecimal numbers, those of SQL, such as 08P01, and
# numbers with a letter, such as 202-A.
IDENTIFIER = (
    r"(?:[A-Z]+-?\d[A-Z0-9-]*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
    r"|(?!3D\b|2FA\b)\d+[A-F][0-9A-F]*|\d\d[A-Z]\d\d|\d{3,}-[A-Z]\b)"
)
CODE = rf"(?:{NUMBER}|{IDENTIFIER})"
# A status of mail such as 5.1.1, or a version. It is surely a code only in a column of codes.
DOTTED = r"[245]\.\d{1,3}\.\d{1,3}"
# What may stand in brackets after a name. A word there explains the name.
IN_BRACKETS = rf"(?:{NUMBER}|[A-Z]{{1,6}}-?\d[A-Z0-9-]*|\d+[A-F])"
# A word that may be a code where codes are.
IN_CAMEL_CASE = r"[a-z]+(?:[A-Z][a-z0-9]*)+"
# A name such as `IceTooWarm`.
OF_WORDS = r"(?:[A-Z]+[a-z0-9]+){2,}"
_CODE = re.compile(CODE)

# Two or more bytes, such as 6A 82. Without a letter or a zero in front, they may be several codes.
_BYTES = re.compile(r"(?=.*(?:[A-F]|\b0))[0-9A-F]{2}(?: [0-9A-F]{2})+")
_NUMBER = re.compile(r"-?[0-9]{1,18}")
_HEXADECIMAL = re.compile(r"0[xX][0-9A-Fa-f]{1,15}|[0-9][0-9A-F]{1,14}h")
_IN_CAPITALS = re.compile(
    r"(?=.*[A-Z])[A-Z0-9]{2,}(?:[_-][A-Z0-9]+(?:v\d+)?)*|[A-Z](?:[_-][A-Z0-9]+)+"
)

# A range, a list or a wildcard of numbers, perhaps followed by text.
_INTEGER = r"-?(?:0[xX][0-9A-Fa-f]+|[0-9]+)"
TO = (
    r"(?: ?(?:[-–—…+~～&]|\.\.+|(?:up )?to) ?"
    r"| (?:thru|through|until|and|or|und|oder|bis|et|ou|à|a|até|e|y|o|по|и|или) )"
)
_BETWEEN = rf"{_INTEGER}{TO}{_INTEGER}|(?P<start>[A-Z]+-?)[0-9]+{TO}(?P=start)[0-9]+"
_LISTED = rf"{_INTEGER}(?:(?: ?[,，、] ?| / ){_INTEGER})++"
_WILD = rf"{_INTEGER}(?:\+| ?[+*] ?[nN]\b)|(?:0x)?[0-9]+(?:[xX*]{{2,}}|\*)|[A-Z]+-?[0-9]+(?:x+|\*+)"
_NAME = r"(?=\w+_\w)[A-Za-z]\w++"
_LISTED_NAMES = rf"{_NAME}(?: ?[,/|] ?{_NAME})+"
_BEYOND = rf"[<>≤≥]=? ?{_INTEGER}"
_RANGE = re.compile(
    rf"(?:{_BETWEEN}|{_BEYOND}|{_LISTED}|{_WILD}|{_LISTED_NAMES})(?:[\s:=→|].*)?", re.DOTALL
)
# All numbers from a number on, up to it, or between it and another one.
_OPEN = (
    rf"{_INTEGER} ?→ ?{_INTEGER}|{_INTEGER} ?\(?(?:(?:and|or|&) "
    r"(?:above|below|fewer|greater|higher|less|lower|more|over|up)|(?:on|up)wards?)\)?"
    rf"|{_INTEGER}(?: ff\.?|ff\.)"
)
# Several codes, each perhaps with its name.
_ITEM = rf"(?:{_INTEGER}|[A-Z]+-?[0-9][A-Z0-9-]*)"
_COMMA = r" ?[,;/|，、；] ?"
_ITEMS = (
    rf"{_ITEM}(?:(?:{_COMMA}| ){_ITEM})+|{_ITEM} [^,;]+(?:[,;] {_ITEM} [^,;]+)+"
    rf"|-?[0-9]+(?: -?[0-9]+)+\s.*|{_ITEM}(?:{_COMMA}{_ITEM})+(?:{_COMMA}| (?:and|or) ).*"
    rf"|{_ITEM}(?:{_COMMA}| (?:and|or) )(?:[a-z]+ )?(?:{_WILD})"
)
# The number of a version with a wildcard, several names, and a pattern of names.
_VERSIONS = r"(?:[0-9]+\.)+[xX*]+(?:\.[xX*]+)*(?:\s.*)?"
_NAMES = rf"[A-Z]{{2,3}} ?[–—…] ?[A-Z]{{2,3}}|\w+_\*(?:\s.*)?|\w+(?:\{{\w+\}}|<\w+>)\w*"
_SEVERAL = re.compile(rf"{_ITEMS}|{_VERSIONS}|{_OPEN}|{_NAMES}", re.DOTALL)
# Without its accents, no letter of a language with Latin letters comes after it.
_FIRST_GREEK = "\u0370"
# A number whose digits are in groups, which may also be several codes.
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.\s]\d{3})+")
# Several codes, each with a sign and a text.
_DEFINED = rf"{_ITEM} ?[=:–—][^,;]++"
_ALL_DEFINED = re.compile(rf"(?:[^:\d]+: ?)?{_DEFINED}(?:[,;] ?{_DEFINED})+")


def is_surely_code(text: str) -> bool:
    """Whether a text is a number, or an identifier that is not a word."""
    return _CODE.fullmatch(text) is not None


def is_identifier(text: str) -> bool:
    """Whether a text is an identifier in capitals, such as codes have, or a word in capitals."""
    return _IN_CAPITALS.fullmatch(text) is not None


def may_be_code(text: str) -> bool:
    """Whether a text is surely a code, or a word in capitals."""
    return is_surely_code(text) or is_identifier(text)


def is_decimal(text: str) -> bool:
    """Whether a text is a decimal number, perhaps with zeros before it."""
    return _NUMBER.fullmatch(text) is not None


def is_hexadecimal(text: str) -> bool:
    """Whether a text is a hexadecimal number such as 0x1F or 1Fh."""
    return _HEXADECIMAL.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """Whether a text is a whole number that a list of numbers can hold unchanged."""
    return is_decimal(text) and str(int(text)) == text


def are_bytes(text: str) -> bool:
    """Whether a text is a code of several bytes, such as 6A 82."""
    return _BYTES.fullmatch(text) is not None


def number_of(text: str) -> int | None:
    """Return the whole number that a text is, decimal or hexadecimal, or None."""
    if is_number(text):
        return int(text)
    return int(text.rstrip("h"), 16) if is_hexadecimal(text) else None


def written_twice(text: str, other: str) -> str | None:
    """Return the decimal one of two texts if they are the same number, one in hexadecimal."""
    number, again = sorted((text, other), key=is_hexadecimal)
    is_same = is_number(number) and is_hexadecimal(again) and int(number) == number_of(again)
    return number if is_same else None


def begins_with_range(text: str) -> bool:
    """Whether a text begins with several numbers: `1-9`, `5xx`, `5.x` or `43, 44`."""
    return _RANGE.fullmatch(text) is not None


def is_range(text: str) -> bool:
    """Whether a cell is several codes, such as `1-9`, `5xx`, `5.x` or `43, 44`, and so no code."""
    several = begins_with_range(text) or _SEVERAL.fullmatch(text) is not None
    return several and not are_bytes(text)


def defines_several(text: str) -> bool:
    """Whether a line defines several codes, such as `Exit: 12 = aborted, 16 = failed`."""
    return _ALL_DEFINED.fullmatch(text) is not None


def codes_in(text: str) -> list[str]:
    """Return the parts of a range or of several codes, and a number such as 1,024. Each may be a code."""
    digits = re.sub(r"\D", "", text) if _THOUSANDS.fullmatch(text) else text
    return [*re.findall(r"\w+", text), *re.split(r"[,;/|\s]+", text), digits]


def is_single_value(text: str) -> bool:
    """Whether a cell in a column of codes has one: it is not empty, a dash or a range."""
    return any(map(str.isalnum, text)) and text.casefold() not in NOTHING and not is_range(text)


def is_latin(text: str) -> bool:
    """Whether a text has letters, and at least half of them are Latin ones."""
    are_latin = _are_latin(text)
    return 0 < len(are_latin) <= 2 * sum(are_latin)


def is_all_latin(text: str) -> bool:
    """Whether a text has no letters but Latin ones, perhaps with accents, or none at all."""
    return all(_are_latin(text))


def _are_latin(text: str) -> list[bool]:
    """Return whether each letter of a text is a Latin one."""
    letters = unicodedata.normalize("NFD", text)
    return [letter < _FIRST_GREEK for letter in letters if letter.isalpha()]


def mostly(items: Sequence[Any], is_of_kind: Callable[[Any], object]) -> bool:
    """Whether nine in ten of the items, or all but one of at least four, are of a kind."""
    odd = sum(not is_of_kind(item) for item in items)
    return bool(items) and (odd * 10 <= len(items) or odd == 1 and len(items) >= 4)
