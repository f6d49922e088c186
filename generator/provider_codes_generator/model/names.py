"""Names that are legal in Python, in enums and for type checkers, and suggestions for others."""

import builtins
import re
import unicodedata
from functools import lru_cache
from textwrap import wrap

from .facts import FACTS
from .meanings import STANDARDS

MEMBER = r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*"
CLASS = r"[A-Z][A-Za-z0-9]*"
SLUG = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"

_FORMS = {
    MEMBER: "is not made of upper-case words with single underscores between them",
    CLASS: "is not made of letters and digits, the first in upper case",
    SLUG: "is not made of lower-case words with single underscores between them",
}

MAX_CHOSEN_NAME = 40
_MAX_SUGGESTED = MAX_CHOSEN_NAME - len("_number_1000")
# The longest name for which `    NAME: Literal[` fits on a line.
MAX_NAME = 74
# The longest class name for which every line of an emitted class fits into 88 columns.
MAX_CLASS_NAME = 36

# DO NOT CHANGE this list without a test on every supported Python. If a name leaves the list,
# it is emitted into enums that fail to import. If a name joins the list, specs that people
# already use are refused.
#
# The pattern of upper-case words alone rules out all of these names for members. The list says
# *why* a lower-case name is refused.
KEYWORDS = frozenset("""
    False None True and as assert async await break class continue def del elif else
    except finally for from global if import in is lambda nonlocal not or pass raise
    return try while with yield
    """.split())
# The name of every unlisted code, so that names can label metrics
UNLISTED = "UNLISTED"
RESERVED = KEYWORDS | {UNLISTED}
MACHINERY = frozenset("""
    mro _ignore_ _order_ _missing_ _name_ _value_ _generate_next_value_ _member_map_
    _member_names_ _member_type_ _value2member_map_ _numeric_repr_ _iter_member_ __new__
    __init__ __class__ __members__ __slots__ __qualname__ __order__
    """.split())
ATTRIBUTES = frozenset("""
    code_list codes documented_as documented_names facts id listed name parse value
    """.split()) | {fact.attribute for fact in FACTS}
INT_METHODS = frozenset("""
    as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag
    is_integer numerator real to_bytes
    """.split())
STR_METHODS = frozenset("""
    capitalize casefold center count encode endswith expandtabs find format format_map
    index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric
    isprintable isspace istitle isupper join ljust lower lstrip maketrans partition
    removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split
    splitlines startswith strip swapcase title translate upper zfill
    """.split())

REASONS: dict[str, str] = {
    **dict.fromkeys(STR_METHODS, "hides a method of str, to which type checkers object"),
    **dict.fromkeys(INT_METHODS, "hides a method of int, to which type checkers object"),
    **dict.fromkeys(ATTRIBUTES, "is an attribute that every code has"),
    **dict.fromkeys(MACHINERY, "is used by enum: no class or member can have that name"),
    **dict.fromkeys(KEYWORDS, "is a keyword of Python"),
    UNLISTED: "is the name of every unlisted code",
}

# DO NOT CHANGE this list without a test on every supported Python. A fact becomes a property of
# an enum. One of these names would break the class, hide what it inherits, or take a name that
# the spec or a later release of the library needs.
_CLASS_BODY = frozenset("""
    bool classmethod dict enum facts_of frozenset int list object property self set
    staticmethod str super tuple type
    """.split())
_SPEC_KEYS = frozenset("""
    address aliases column columns constants document documents erratum false families
    field flags former_names group_values groups heading ignore in_enum links lists
    name_proposed note page path position provider reader reading retrieved row since
    tables true values withdrawn withdrawn_since
    """.split())
_PLANNED = frozenset("""
    alert basis cause final meaning outcome party reason resolve retry retry_after
    state suppress unlisted
    """.split())

FACT_NAMES: dict[str, str] = {
    **dict.fromkeys(_PLANNED, "is reserved for a property of the library"),
    **dict.fromkeys(_SPEC_KEYS, "is a key of the spec"),
    **dict.fromkeys(_CLASS_BODY, "is used in the body of the class"),
    **REASONS,
}

# Names that an emitted module imports or defines itself, or that are built in. A list, a constant
# or a family with such a name would replace them. After `from … import *`, `except ValueError`
# would name a list.
MODULE_NAMES: dict[str, str] = {
    **dict.fromkeys(
        "Facts Final IntCode Literal StrCode TypeAlias UnlistedIntCode UnlistedStrCode".split(),
        "is imported by emitted modules",
    ),
    **dict.fromkeys(
        {name for name in vars(builtins) if re.fullmatch(CLASS, name)} - KEYWORDS,
        "is built into Python",
    ),
    "LISTS": "is the tuple of all lists of an emitted module",
}

# The libraries that an emitted package can be paired with, each by its own module.
PAIRINGS = ("cattrs", "django", "msgspec", "pydantic", "sqlalchemy")

# Names of the emitted package itself, of pages of the site, and of the file of standards. A module,
# a page or a file of meanings with such a name would replace them. The names of pairings are
# reserved even if the project asks for none, because it may do so later. So are those of the site.
PACKAGE_NAMES: dict[str, str] = {
    **dict.fromkeys(
        ("find", "is_final", "may_retry", "meaning", "outcome", "resolve", "state"),
        "is the package's own function",
    ),
    **dict.fromkeys(("annotations", "find_in"), "is imported by the package"),
    **dict.fromkeys(
        ("getattr", "int", "list", "object", "str", "tuple", "type"), "is used by the package"
    ),
    **dict.fromkeys(("index", "meanings"), "is the name of a page of the reference site"),
    **dict.fromkeys(("aux", "con", "nul", "prn"), "cannot be the name of a file on Windows"),
    STANDARDS: "is the name of the file of standards, beside those of meanings",
    **{f"for_{each}": f"is the module that pairs the package with {each}" for each in PAIRINGS},
}

# Latin letters that Unicode does not decompose.
_LETTERS = str.maketrans(dict(zip("đĐłŁøØı", "dDlLoOi", strict=True))) | str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
)
# A word of a text or of a name in any style. The capitals of `IPv6`, `IDs` and `OAuth2` stay
# together.
_WORD = re.compile(
    r"OAuth[0-9]*|[A-Z]+(?=v[0-9])|v[0-9]+|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+"
)


def is_legal(name: str, pattern: str) -> bool:
    """Whether the name matches the pattern and is not reserved."""
    return re.fullmatch(pattern, name) is not None and name not in RESERVED


def why_illegal(name: str, pattern: str) -> str:
    """Return the reason, in words, why `is_legal` refuses the name."""
    if name in REASONS:
        return REASONS[name]
    if not name.isascii():
        return "has characters outside ASCII, which Python may fold into another name"
    if name[:1].isdigit():
        return "begins with a digit"
    if name.startswith("_"):
        return "begins with an underscore, which makes it private to type checkers"
    return _FORMS[pattern]


@lru_cache(10_000)  # Several rules compare the words of each code.
def wording(text: str) -> str:
    """Return the words of a text, for comparison: case and punctuation make no difference."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def table_name(name: str) -> str:
    """Return the name of the table of an enum: `_VOICE_ERROR` for VoiceError.

    Names of enums differ by more than case, and no other name begins with an underscore.
    """
    return "_" + re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).upper()


def suggest_fact(text: str, values: str) -> str:
    """Return a legal name for a fact, made from the header of its column."""
    words = suggest(text, SLUG, default="column").replace("_", " ")
    first = wrap(words, _MAX_SUGGESTED, break_long_words=False)[0]
    name = first.replace(" ", "_")[:_MAX_SUGGESTED]
    tail = {"int": "number", "bool": "flag"}.get(values, "text")
    return f"{name}_{tail}" if name in FACT_NAMES else name


def suggest(text: str, pattern: str = MEMBER, default: str = "Code") -> str:
    """Return a legal name made from any text: the text itself, if it is one.

    A text without Latin letters and digits gives the default.
    """
    if is_legal(text, pattern):
        return text
    # An apostrophe splits words, whichever of its forms a page uses.
    text = re.sub(r"[’‘´`]", "'", text)
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    folded = decomposed.encode("ascii", "ignore").decode("ascii")
    words = _WORD.findall(folded) or [default]
    if words[0][0].isdigit():
        words.insert(0, "Code")
    joined = "_".join(words)
    name, ending = {
        MEMBER: (joined.upper(), "_CODE"),
        CLASS: ("".join(map(str.capitalize, words)), "Codes"),
        SLUG: (joined.lower(), "_codes"),
    }[pattern]
    return name if is_legal(name, pattern) else name + ending
