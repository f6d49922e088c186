"""Proposes names for new codes, groups and aliases, marked until a person has decided.

A proposal never takes a name that is in use or reserved, and never renames anything.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, count

from ..model import PLACEHOLDER, Code, CodeList, names
from ..pages import NOTE_MARKS, forms
from .bindings import without_number

# Words that carry no meaning, unlike `not` and `no`.
_FILLERS = frozenset("""
    a an the this that these those your you our its it is are was were be been being has have had
    do does did of to for in on at by with from as and if please there s
    """.split())

# Those that change the meaning of a verb at the end of a phrase.
_PARTICLES = frozenset("by for from in on to with".split())
# A single word in quotes, such as the name of a parameter.
_QUOTED = re.compile(r"[\"'`“‘](\w+)[\"'`”’]")

_MOST_WORDS = 5
# The name of a text without Latin letters.
_NO_WORD = names.suggest("")
_WORD = re.compile(r"[^\W_]+")
# The first letters of a word, or one character of a script without spaces. Hiragana are endings.
_STEM = re.compile(r"[\u30a0-\u9fff]|(?<![^\W\d_])([^\W\d_]{3,4})[^\W\d_]*")
# Words that codes of any meaning share.
_COMMON = _FILLERS.union("code error not cannot can may will must when which while because".split())
# What ends the first clause of a description: a stop, a dash, a semicolon, a colon, a bracket or an
# example. The stop of an abbreviation does not, and nor does a comma of `key, name, or value`.
_CLAUSE_ENDS = re.compile(
    r"(?<!\bvs)(?<!\b[Mm]ax)(?<!\b[Mm]in)(?<!\b[Tt]emp)\.(?:\s|$)|[!?;:](?:\s|$)"
    r"|,(?:\s|$)(?!(?:[^.!?;:,]{1,40}, ){1,4}(?:and|or) )"
    r"|\s[-–—]+\s|\s?[(\[]|\s(?:e\.g|i\.e)\."
)
# What stands for a plural, is a number, or only says that the rest is about an error or an example.
_EMPTY = re.compile(
    r"(?<=\w)\((?:e?s|n|en)\)| \(\d+\)|^(?:error|fail(?:ed|ure)?|warning)(?: ?[,:] | [–—-] )|^(?:e\.g|i\.e)\.,? "
    r"|^for (?:example|instance),? |^th(?:is|e) (?:code|error|status) \w+(?: \w+)? (?:if|that|when) ",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\bNo\.(?= (?:of\b|\d))", re.IGNORECASE)
# Letters that stand for words, such as `U.S.`, are one word.
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}|\b[ap]\.m\.")
# In `don't`, only `not` carries a meaning; `can't` keeps its verb.
_NEGATION = re.compile(r"(?:(?<=\bca)(n)|n)['’]t\b", re.IGNORECASE)
_CONJUNCTION = re.compile(
    r"\b(?:and|as|because|if|or|since|so|that|when|where|which|who)\b",
    re.IGNORECASE,
)

# Values that mean nothing by themselves, such as `0x0210`, `00` and `E-101`, unlike `error.4.late`.
_NUMBERED = re.compile(
    r"0[xX][0-9A-Fa-f]+|[-_. ]?[0-9][\w.-]*|[\W\d_]+"
    r"|[A-Za-z]{1,6}[-_. ]?[0-9](?:(?![A-Za-z]{4})[\w.-])*"
)

_REMARKS = re.compile(
    r"^(?:(?:The |A )?(?:list|overview|table) of )?(?:(?:the|a|an) )?|(?<=\S) ?\([^()]*\)$",
    re.IGNORECASE,
)
# `Errors`, `Classes`, `Statuses`, `Boxes` and `Hatches`, but not `Access`, `Status` and `Basis`.
_PLURAL = re.compile("(?<=..)(?:(?<=ss|sh)es|(?<=tus|tch)es|(?<=x)es|(?<=[^sui])(?<=...)s)$")
# After one of these words, `codes` adds nothing.
_NOUNS = frozenset("error status state reason event cause fault result".split())

# The codes by list, for each key: their value and documented name, or else their value and text, or
# the wording of the text.
Known = Mapping[tuple[str, ...], Mapping[str, Code]]


class Namer:
    """Proposes names for the codes and groups of one list."""

    def __init__(self, code_list: CodeList, known: Callable[[], Known]) -> None:
        """`known` returns the codes in all lists of the provider."""
        self._taken = {code_list.name, code_list.group_name}
        for code in (*code_list.codes, *code_list.withdrawn):
            self._taken |= {code.name, *code.former_names, *(each.name for each in code.aliases)}
        self._groups = {group.name for group in code_list.groups}
        self._list = code_list.name
        self._known = known

    def code(self, code: Code) -> str:
        """Return a name for a code of the page: its value if its own name could not be read."""
        base = None if code.name_proposed else self._meaning(code)
        room = names.MAX_NAME if code.documented_name else names.MAX_CHOSEN_NAME
        base = base or f"{PLACEHOLDER}{_word(code.value)}"
        return self._free(base, code.value, self._taken, room)

    def alias(self, documented_name: str, code: Code) -> str:
        """Return a name for an alias of the page. It may be a former name of the code."""
        name = names.suggest(documented_name)
        if name in code.former_names:
            return name
        return self._free(name, code.value, self._taken, names.MAX_NAME)

    def group(self, documented_name: str, value: int | str) -> str:
        return self._free(names.suggest(documented_name), value, self._groups, names.MAX_NAME)

    def _meaning(self, code: Code) -> str | None:
        if same := self._in_sister(*_key(code)):
            return same.name
        if code.documented_name:
            return of_page(code) or _part_in_latin(code.documented_name)
        similar = self._in_sister(names.wording(code.description))
        name = of_page(code) or (similar.name if similar else None)
        return name or from_text(code.description)

    def is_chosen(self, code: Code, name: str) -> bool:
        """Whether a person has chosen this name for the same code in another list."""
        same = self._in_sister(*_key(code))
        return same is not None and same.name == name and not same.name_proposed

    def _in_sister(self, *key: str) -> Code | None:
        """Return the code with this key in the first list other than this one."""
        by_list = self._known().get(key, {})
        return next((code for each, code in by_list.items() if each != self._list), None)

    def _free(self, base: str, value: int | str, taken: set[str], room: int) -> str:
        """Return the name, shortened to `room`. The value follows it if the name is taken."""
        word = _shortened(_word(value), room // 2)
        tails = chain(("", f"_{word}"), (f"_{word}_{number}" for number in count(2)))
        free = (_shortened(base, room - len(tail)) + tail for tail in tails)
        name = next(each for each in free if each not in taken)
        taken.add(name)
        return name


def _key(code: Code) -> tuple[str, ...]:
    value, name = str(code.value), code.documented_name
    return (value, name) if name else (value, "", code.description)


def of_page(code: Code) -> str | None:
    """Return the page's name for a code, made legal. Without one, a value in words is the name.

    Nothing is made of letters other than Latin ones.
    """
    value = str(code.value)
    is_numbered = _NUMBERED.fullmatch(value) is not None or forms.are_bytes(value)
    text = code.documented_name or ("" if is_numbered else value)
    return names.suggest(text) if text and forms.is_all_latin(text) else None


def _part_in_latin(text: str) -> str | None:
    return names.suggest(text) if forms.is_latin(text) else None


def is_about_another(old: Code, new: Code) -> bool:
    """Whether a code has another name than before, if it has one, and no word in common with it."""
    has_same_name = new.documented_name == old.documented_name is not None
    is_new = not (old.documented_name or old.description)
    if has_same_name or is_new:
        return False
    before = _stems(f"{old.name} {old.description}")
    now = _stems(f"{of_page(new) or ''} {new.description}")
    return bool(before and now) and before.isdisjoint(now)


def _stems(text: str) -> set[str]:
    """Return the beginnings of the words, which endings and suffixes do not change."""
    found = _STEM.finditer(text.casefold())
    return {each[1] or each[0] for each in found if each[0] not in _COMMON}


def _shortened(name: str, room: int) -> str:
    """Remove words from the end of the name until it fits."""
    while len(name) > room:
        name = name.rpartition("_")[0] if "_" in name else name[:room]
    return name


def from_text(text: str) -> str | None:
    """Return a short name from the words of a description, or None if no phrase is short enough.

    The first clause is the name if it has at most five words, or five that carry a meaning.
    Otherwise, the name is the text before the first conjunction. It is never part of a phrase. A
    clause in mostly non-Latin letters gives no name.
    """
    # A description that is only a constant is a name as it is.
    if forms.is_identifier(text):
        return names.suggest(text)
    text = unicodedata.normalize("NFC", text.rstrip(f"{NOTE_MARKS} "))  # accents end no words
    text = _NEGATION.sub(r"\1 not", _EMPTY.sub("", text))
    text = _NUMBER.sub("number", text)
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    clause = _CLAUSE_ENDS.split(text, maxsplit=1)[0]
    fillers = _FILLERS - {quoted.lower() for quoted in _QUOTED.findall(clause)}
    # `Missing, old, or invalid key` is also more than missing.
    if ", " in clause or not forms.is_latin(clause):
        return None
    for phrase in (clause, _CONJUNCTION.split(clause, maxsplit=1)[0]):
        words = _WORD.findall(phrase)
        meaningful = [word for word in words if word.lower() not in fillers]
        # The last word says more than a filler: `The fire is on`.
        if words and words[-1].lower() in _PARTICLES:
            meaningful.append(words[-1])
        says_little = len(meaningful) < 2 or _COMMON.issuperset(map(str.lower, meaningful))
        if phrase != clause and says_little:
            break  # `Missing or invalid key` is more than missing.
        for chosen in (words, meaningful):
            name = names.suggest("_".join(chosen))
            is_short = len(chosen) <= _MOST_WORDS and len(name) <= names.MAX_CHOSEN_NAME
            if is_short and name != _NO_WORD:
                return names.suggest("_".join(meaningful or chosen))
    return None


class ListNames:
    """Proposes names for the lists of one module."""

    def __init__(self, taken: Iterable[str]) -> None:
        # In lower case, since names must differ by more than case.
        self._taken = {each for name in taken for each in _module_names(name)}
        # The next number of each name.
        self._numbers = defaultdict[str, Iterator[int]](lambda: count(2))

    def new(self, headings: Sequence[str], *, is_alone: bool = True) -> str:
        """Return a name for a list below these headings, in the singular.

        `General error codes` becomes `GeneralError`. If other lists have the same heading, or the
        name is taken, the heading above comes before it.
        """
        own, *above = (_in_singular(heading) for heading in reversed(headings))
        candidates = [_class_name([*outer, *own]) for outer in above]
        candidates.insert(0 if is_alone else len(candidates), _class_name(own))
        numbered = (f"{candidates[0]}{number}" for number in self._numbers[candidates[0]])
        possible = chain(candidates, numbered)
        name = next(each for each in possible if self._taken.isdisjoint(_module_names(each)))
        self._taken |= _module_names(name)
        return name


def _in_singular(heading: str) -> list[str]:
    """Return the words of a heading without its number, its remarks and its plural."""
    text = _REMARKS.sub("", without_number(heading.strip())) or heading
    words = [word.capitalize() for word in names.suggest(text).split("_")]
    if len(words) > 2 and words[-1] in ("Code", "Codes") and words[-2].lower() in _NOUNS:
        words.pop()
    if not text.isupper():
        words[-1] = _PLURAL.sub("", re.sub("(?<=..)ies$", "y", words[-1]))
    return words


def _class_name(words: Sequence[str]) -> str:
    room = names.MAX_CLASS_NAME - len("Codes10")
    base = next((each for each in reversed(list(accumulate(words))) if len(each) <= room), "")
    base = base if base[:1].isalpha() else f"Codes{base}"
    if not names.is_legal(base, names.CLASS) or base in names.MODULE_NAMES:
        base += "Codes"
    return base


def _module_names(name: str) -> set[str]:
    """Return the module's names for a list, in lower case."""
    return {f"{name}{tail}".lower() for tail in ("", "Group", "Names", "Facts")}


def _word(value: int | str) -> str:
    text = re.sub(r"^-", "MINUS_", str(value).upper())
    return re.sub(r"[^A-Z0-9]+", "_", text).strip("_") or "VALUE"


def codes_known(lists: Iterable[CodeList]) -> Known:
    known: defaultdict[tuple[str, ...], dict[str, Code]] = defaultdict(dict)
    for code_list in lists:
        for code in code_list.codes:
            if code.documented_name or code.description:
                known[_key(code)].setdefault(code_list.name, code)
            if not code.documented_name and code.description and code_list.values == "int":
                known[names.wording(code.description),].setdefault(code_list.name, code)
    return known
