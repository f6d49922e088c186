"""Finds codes by what people have at hand: values, names, ids, lines of a log, or words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from . import PROVIDERS
from ._modules import module_of
from ._runtime import IntCode, StrCode

__all__ = [
    "Answer",
    "CodeList",
    "Entry",
    "entries",
    "lists",
    "near",
    "search",
    "source_of",
    "title_of",
]

CodeList: TypeAlias = type[IntCode] | type[StrCode]

_PUNCTUATION = " .,:;#!?\"'`()[]{}<>"
_GAPS = r"[\s,;=|&?\"'`()\[\]{}<>]+"
# Words beside a number in logs that say nothing about its list
_LABELS = frozenset(("code", "codes", "id", "ids", "groupname"))
# Numbers in reports and logs that are not values: days, times, groups and counts
_OTHER_NUMBERS = "|".join(
    (
        r"\b(?:19|20)\d\d([-/.])\d\d?\1\d\d?(?:t|\b)",
        r"\b\d\d?([-/.])(?:\d\d?|[a-z]{3})\2(?:19|20)\d\d\b",
        r"(?<!\d)(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?(?: ?[-+]\d\d:?\d\d|z)?\b",
        r"\b(?:group[ _-]?id|(?:sms|message)count)\W+\d+",
    )
)
# What joins words: `opt-out` may be written `opt out`, and EC_ABSENT as EC-ABSENT
_JOINT = r"(?<=\w)[-_](?=\w)"
# How alike a suggestion is, from 0 to 1
_ALIKE = 0.75
# How codes and groups are printed: <List.NAME: 27>, <List unlisted: 27>, List(27), group NAME (3)
_SHOWN = {
    r"<(\w+\.\w+): [^<>]*>": r"\1",
    r"<(\w+) unlisted: '?([^<>']*)'?>": r"\1:\2",
    r"\b(\w+)\(['\"]?([^()'\"]*)['\"]?\)": r"\1:\2",
    r"\b(group [^;()]+) \(\w+\)": r"\1",
}


class Entry:
    """A code, where it is, and the texts that are searched."""

    def __init__(
        self, provider: str, code: IntCode | StrCode, names: Sequence[str], where: str
    ) -> None:
        self.provider = provider
        self.code = code
        self._where = where
        value = str(code.value)
        terms = ("", value, _unpadded(value), *names, *code.documented_names, "")
        # Its value and its names, with a line break around each
        self.names = _folded("\n".join(terms))

    @property
    def list(self) -> str:
        """The name of the list."""
        return type(self.code).__name__

    @property
    def scopes(self) -> set[str]:
        """The words that stand for the provider or the list."""
        names = (self.provider, self.list, f"{self.provider}.{self.list}")
        return {_folded(name) for name in names}

    @cached_property
    def text(self) -> str:
        """What is documented about the code, and where."""
        group = self.code.group
        groups = f"{group.name} {group.documented_name}" if group is not None else ""
        return f"{self.names}{_folded(self.code.description)} {_folded(groups)} {self._where}"

    @cached_property
    def ours(self) -> str:
        """What we say about the code."""
        from ._advice import advice, judgement, notes

        code, group = self.code, self.code.group
        # The word that stands before a group wherever we print it
        label = f"group {group.documented_name}" if group is not None else ""
        words = (advice(code), judgement(code), label, *notes(code))
        return _folded(" ".join(words))

    def is_called(self, term: str) -> bool:
        """Whether the code has this value or name, without zeros in front of a number."""
        return f"\n{term}\n" in self.names

    def has_all(self, words: Sequence[str], *, our_numbers: bool = False) -> bool:
        """Whether all words are in what is documented or in what we say about the code."""
        # What we say is loaded last. Its numbers, such as seconds, are hardly ever asked for.
        return all(
            _is_in(word, self.text)
            or ((our_numbers or not _is_number(word)) and _is_in(word, self.ours))
            for word in words
        )

    def documents_all(self, words: Sequence[str]) -> bool:
        """Whether all words are in what is documented about the code."""
        return all(_is_in(word, self.text) for word in words)

    def rank(self, asked: str, words: Sequence[str]) -> int:
        """Return where the words are: the lower, the better.

        0: next to each other in the names. 1: in the names. 2: in what is documented, or next to
        each other in what we say. 3: elsewhere.
        """
        if asked in self.names:
            return 0
        if all(_is_in(word, self.names) for word in words):
            return 1
        return 2 if self.documents_all(words) or asked in self.ours else 3


class Answer(NamedTuple):
    """The codes that a query finds.

    `exact` are the codes with one of its values, names or ids, and `others` those with its words.
    `missing` are the words that no code has.
    """

    exact: Sequence[Entry]
    others: Sequence[Entry] = ()
    missing: Sequence[str] = ()


def lists(providers: Sequence[str] = PROVIDERS) -> Iterator[tuple[str, CodeList]]:
    """Yield the lists of the providers, each with its provider."""
    for provider in providers:
        for code_list in module_of(provider).LISTS:
            yield provider, code_list


def entries(providers: Sequence[str] = PROVIDERS) -> Iterator[Entry]:
    """Yield the codes of the providers, list by list, in documented order."""
    for provider, code_list in lists(providers):
        where = _folded(f"{provider}.{code_list.__name__} {title_of(code_list)}")
        # Aliases and former names are attributes of the enum as well.
        names: dict[IntCode | StrCode, list[str]] = {each: [] for each in code_list}
        for name, each in vars(code_list).items():
            if isinstance(each, code_list):
                names[each].append(name)
        for code, own in names.items():
            yield Entry(provider, code, [code.name, *own], where)


def title_of(code_list: CodeList) -> str:
    """Return the provider and the title of a list; empty if Python strips docstrings."""
    return " ".join((code_list.__doc__ or "").partition("\n\n")[0].split())


def source_of(code_list: CodeList) -> str:
    """Return the page of a list and its day of transcription; empty if it names no page."""
    _, _, below = (code_list.__doc__ or "").partition("\n\n")
    page, _, _ = below.partition("\n\n")
    page = " ".join(page.split()).removeprefix("From the ").removesuffix(".")
    module = sys.modules[code_list.__module__].__doc__ or ""
    paragraphs = (" ".join(each.split()) for each in module.split("\n\n"))
    found = (each for each in paragraphs if page and each.startswith(f"The {page}"))
    return next(found, "")


def search(query: str, providers: Sequence[str] = PROVIDERS) -> Answer:
    """Return the codes that the query finds.

    A query is a value, a name, an id, or several of them. The name of a provider or a list narrows
    the answer. If other words are beside a value or name, only codes that have these words are
    exact. All words are also searched in everything that is known about a code; digits match
    whole words only. Case does not matter.
    """
    asked = " ".join(_folded(query).split())
    for pattern, short in _SHOWN.items() if "<" in asked or "(" in asked else ():
        asked = re.sub(pattern, short, asked)
    return _answer(list(entries(providers)), asked)


def _answer(known: Sequence[Entry], asked: str) -> Answer:
    """Return the codes that the whole query names, or else those that its parts find."""
    for whole in dict.fromkeys((asked, asked.strip(_PUNCTUATION))):
        if exact := _called(known, whole):
            return Answer(exact, _containing(known, whole, _words(whole), exact))
    asked = " ".join(re.sub(_OTHER_NUMBERS, " ", asked).split())
    answer = _combined(known, asked)
    apart = re.sub(_JOINT, " ", asked)
    if answer.exact or answer.others or apart == asked:
        return answer
    return _answer(known, apart)


def _combined(known: Sequence[Entry], asked: str) -> Answer:
    """Return the codes that the values, names and other words of a query find together."""
    wanted, context = _parts(known, asked)
    missing = [
        word for word in context if not any(entry.has_all([word]) for entry in known)
    ]
    if wanted and missing:
        # The others are answered alone. The words before the number of an id are about it.
        ids = (re.split("[:/]", word) for word in re.split(_GAPS, asked))
        absent = {*missing, *(part for id in ids if id[-1] in missing for part in id)}
        context = [word for word in context if word not in absent]
        wanted = [
            (word, [each for each in beside if each not in absent])
            for word, beside in wanted
        ]
    exact, rest = _named(known, wanted, context)
    words = [*(word for word, _ in wanted), *context]
    others = _containing(known, asked, words, exact)
    if wanted and context and not exact and not others:
        others = [each for each in known if each.has_all(words, our_numbers=True)]
    # A word such as "error" may mean nothing: it hides none of the codes.
    if exact:
        rest = [each for each in rest if each not in exact]
        return Answer(exact, list(dict.fromkeys([*rest, *others])), missing)
    if others:
        return Answer([], list(dict.fromkeys([*others, *rest])), missing)
    if rest:
        return Answer(rest, missing=missing)
    if not wanted and (begun := _begun(known, context)):
        return Answer([], begun)
    # Perhaps the list or provider that was asked for has no such code.
    named = dict.fromkeys(each for word, _ in wanted for each in _called(known, word))
    return Answer([], list(named), [asked] if named else missing)


def near(query: str, providers: Sequence[str] = PROVIDERS) -> list[str]:
    """Return what is spelled like the query, the nearest first."""
    from difflib import get_close_matches

    known = list(entries(providers))
    asked = " ".join(_folded(query).split()).strip(_PUNCTUATION)
    words = _words(asked)
    # Of several words, those are replaced that nothing has, by words of codes with the others.
    found = [word for word in words if any(entry.has_all([word]) for entry in known)]
    spelled: dict[str, str] = {}
    for entry in (each for each in known if each.has_all(found)):
        path = f"{entry.provider}.{entry.list}.{entry.code.name}"
        code = entry.code
        own = (code.name, *code.documented_names, str(code.value))
        terms = (path, entry.code.id) if "." in asked else own
        parts = re.findall(r"[^\W_]{4,}", f"{code.name} {code.description}")
        for term in (*terms, *parts, entry.provider, entry.list):
            spelled.setdefault(_folded(term), term)
    missing = {*words} - {*found}
    alike = {
        word: term
        for word in missing
        for term in get_close_matches(word, spelled, 1, _ALIKE)
    }
    # A query in which something is still missing is not a suggestion.
    if missing and len(words) > 1 and len(alike) == len(missing):
        return [" ".join(alike.get(word, word) for word in words)]
    return [spelled[term] for term in get_close_matches(asked, spelled, 5, _ALIKE)]


def _parts(
    known: Sequence[Entry], asked: str
) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Return the words that are values, names or ids, and all other words except labels.

    Each of the first comes with the other words before it, the last one also with those after it.
    If a query begins with one and ends with another word, as `27 infobip` does, each comes with the
    words after it. `error:14` is two words, because it is not an id.
    """
    wanted: list[tuple[str, list[str]]] = []
    beside: list[str] = []
    words: list[str] = []
    for word in _words(asked):
        words += [word] if _called(known, word) else re.split("[:/]", word)
    if any(map(_is_number, words)):
        words = [word for word in words if word not in _LABELS]
    words = list(filter(None, words))
    ends = [bool(_called(known, word)) for word in words[:1] + words[-1:]]
    order = -1 if ends == [True, False] else 1
    context: list[str] = []
    for word in words[::order]:
        if _called(known, word):
            wanted.append((word, beside))
            beside = []
        else:
            beside.append(word)
            context.append(word)
    if wanted:
        wanted[-1][1].extend(beside)
    return wanted[::order], context[::order]


def _words(text: str) -> list[str]:
    words = (each.strip(_PUNCTUATION) for each in re.split(_GAPS, text))
    return [word for word in words if word]


def _named(
    known: Sequence[Entry],
    wanted: Sequence[tuple[str, list[str]]],
    context: Sequence[str],
) -> tuple[list[Entry], list[Entry]]:
    """Return the codes that have the words beside their value or name, and all in their scope.

    A value without a scope beside it has that of the value before it, as in `infobip: 13, 14`.
    """
    scope = {name for entry in known for name in entry.scopes}.intersection(context)
    providers = {_folded(entry.provider) for entry in known}
    exact: list[Entry] = []
    rest: list[Entry] = []
    own = scope
    for word, beside in wanted:
        own = scope.intersection(beside) or own
        # Of several providers or lists, any will do.
        kinds = [kind for kind in (own & providers, own - providers) if kind]
        found = [
            each
            for each in _called(known, word)
            if not any(each.scopes.isdisjoint(kind) for kind in kinds)
        ]
        about = [each for each in beside if each not in scope]
        exact += [each for each in found if each.documents_all(about)]
        rest += found
    return list(dict.fromkeys(exact)), list(dict.fromkeys(rest))


def _called(known: Sequence[Entry], term: str) -> list[Entry]:
    """Return the codes with this value, name, id or path, such as `infobip.GeneralError:27`."""
    unpadded = _unpadded(term)
    found = [entry for entry in known if term and entry.is_called(unpadded)]
    if found:
        return found
    path, _, key = term.partition(":") if ":" in term else term.rpartition(".")
    scopes = set(path.split(".")) - {_folded(str(__package__))}
    if not path or not key:
        return []
    return [
        entry
        for entry in known
        if entry.is_called(_unpadded(key.strip()))
        and scopes <= {_folded(entry.provider), _folded(entry.list)}
    ]


def _containing(
    known: Sequence[Entry], asked: str, words: Sequence[str], exact: Sequence[Entry]
) -> list[Entry]:
    """Return the codes that have all words but are not exact, those with a better rank first.

    If the words name providers, these are their codes.
    """
    ranks: tuple[list[Entry], ...] = ([], [], [], [])
    hits = set(exact)
    providers = {_folded(entry.provider) for entry in known}
    providers = providers.intersection(words) or providers
    for entry in known:
        is_there = words and _folded(entry.provider) in providers
        if is_there and entry not in hits and entry.has_all(words):
            ranks[entry.rank(asked, words)].append(entry)
    return [entry for rank in ranks for entry in rank]


def _begun(known: Sequence[Entry], words: Sequence[str]) -> list[Entry]:
    """Return the codes whose value begins with the number, if that is the only word."""
    if len(words) != 1 or not _is_number(words[0]):
        return []
    return [entry for entry in known if str(entry.code.value).startswith(words[0])]


def _is_in(word: str, text: str) -> bool:
    if word not in text or not _is_number(word):
        return word in text
    # Digits are not part of a longer number or word: -1 is not in ISO 3166-1.
    return re.search(rf"(?<![\w.-]){word}(?![\w-])", text) is not None


def _is_number(word: str) -> bool:
    return word.removeprefix("-").isdecimal()


def _folded(text: str) -> str:
    """Return the text without case and accents."""
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize

    letters = normalize("NFKD", text)
    return "".join(each for each in letters if not combining(each)).lower()


def _unpadded(text: str) -> str:
    """Return a number without the zeros in front of it; other text unchanged."""
    return text.lstrip("0") or "0" if text.isdecimal() else text
