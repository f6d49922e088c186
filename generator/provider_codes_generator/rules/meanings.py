"""Rules for meanings and the specs they are about; the reason for each is above it.

What a new edition of a page can cause is only a warning: an update succeeds, a release does not.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath

from ..model import (
    CAUSES,
    NOT_FAILED,
    Code,
    CodeList,
    Finding,
    Judgement,
    ListMeanings,
    Meaning,
    Meanings,
    Place,
    Provider,
    Registry,
    STANDARDS,
    Standard,
    StandardCode,
    did_you_mean,
    names,
)
from .codes import Findings, slug_differs_from_file

FLAG = "flag"
CONVENTION = "convention"
# A basis is one of these, or words of the page.
NOT_QUOTED = (FLAG, CONVENTION)
# Fewer codes may well mean the same.
_BOILERPLATE = 3
# A word, or a sign. A hyphen joins words to one, and an underscore separates those of a name.
# Chinese and Japanese write no spaces between words: each of their signs counts as one.
_WORD = re.compile(r"[\u3040-\u9fff]|[^\W_\u3040-\u9fff]+(?:[-‐‑][^\W_]+)*|\S")
# The units of a time to wait, in seconds
_UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}

_Case = tuple[Provider, CodeList, Code, Meaning]


def check_meanings(registry: Registry, known: Collection[Finding] = ()) -> list[Finding]:
    providers = {provider.provider: provider for provider in registry}
    # Files that could not be read completely are not compared: findings may only follow from that.
    partial = {PurePosixPath(each.place.file).stem for each in known if each.level == "error"}
    findings = list(_without_meanings(registry, partial))
    for meanings in registry.meanings:
        if not partial & {meanings.provider, PurePosixPath(meanings.place.file).stem}:
            findings += _unmatched(meanings, providers)
    cases = [each for provider in registry for each in _cases(provider, registry)]
    for _, code_list, code, meaning in cases:
        for rule in CODE_RULES:
            findings += rule(code_list, code, meaning)
    for comparison in COMPARISONS:
        findings += comparison(cases)
    of_standards = (code for _, code in registry.standard_codes.values())
    for entry in (*of_standards, *(meaning for *_, meaning in cases)):
        findings += inconsistent(entry)
    if STANDARDS not in partial:
        findings += _standards(registry, cases)
    return findings


def _cases(provider: Provider, registry: Registry) -> Iterator[_Case]:
    by_code = registry.judged(provider.provider)
    for code_list in provider.lists:
        for code in code_list.members:
            meaning = by_code.get((code_list.name, code.name))
            if meaning and not meaning.is_partial:
                yield provider, code_list, code, meaning


# A misspelled file, list or code would be lost silently.
def _unmatched(meanings: Meanings, providers: Mapping[str, Provider]) -> Findings:
    yield from slug_differs_from_file(meanings)
    slug = meanings.provider
    provider = providers.get(slug)
    if provider is None:
        message = f"there are meanings for {slug}, but no spec"
        yield _meaning_of_nothing(message, did_you_mean(slug, providers), meanings.place)
        return
    yield from _missing(provider, meanings)
    for each in meanings.lists:
        if code_list := provider.code_list(each.name):
            yield from _unmatched_codes(each, code_list)
        else:
            message = f"{slug} has no list {each.name}"
            help = did_you_mean(each.name, [known.name for known in provider.lists])
            yield _meaning_of_nothing(message, help, each.place)


def _unmatched_codes(meanings: ListMeanings, code_list: CodeList) -> Findings:
    members = {code.name: code for code in code_list.members}
    names_judged = {meaning.name for meaning in meanings.codes}
    left_enum = {code.name: code for code in code_list.withdrawn if not code.in_enum}
    for meaning in meanings.codes:
        if meaning.name in members:
            continue
        help = did_you_mean(meaning.name, members)
        if old := left_enum.get(meaning.name):
            # The judgement of a name that moved belongs to its old value.
            names_now = {code.documented_name for code in members.values()} - {None}
            has_moved = old.documented_name in names_now
            now = [code.name for code in members.values() if has_moved and code.value == old.value]
            help = f"did you mean {now[0]}?" if now and now[0] not in names_judged else ""
        message = f"{code_list.name} has no code {meaning.name}"
        yield _meaning_of_nothing(message, help or "remove the entry", meaning.place)


def _meaning_of_nothing(message: str, help: str, place: Place) -> Finding:
    return Finding("meaning-of-nothing", message, help, place, "warning")


# If any codes are judged, those of all providers are: otherwise, a new spec would be overlooked.
def _without_meanings(registry: Registry, partial: Collection[str]) -> Findings:
    files = [PurePosixPath(meanings.place.file) for meanings in registry.meanings]
    known = {file.stem for file in files} | {meanings.provider for meanings in registry.meanings}
    for provider in registry:
        slug = provider.provider
        if slug not in known and slug not in partial:
            message = f"the codes of {slug} have no meanings yet"
            help = f"add them in {files[0].with_stem(slug)}"
            yield Finding("meanings-missing", message, help, provider.place, "warning")


# A file of meanings is complete: "not stated" must mean that a person looked at the code.
def _missing(provider: Provider, meanings: Meanings) -> Findings:
    judged = meanings.by_code()
    for code_list in provider.lists:
        for code in code_list.members:
            if (code_list.name, code.name) not in judged:
                message = f"{code.name} of {code_list.name} has no meaning yet"
                help = f"add one in {meanings.place.file}"
                yield Finding("meaning-missing", message, help, code.place, "warning")


# Only its basis defends a judgement, so every facet has one.
def basis_missing(code_list: CodeList, code: Code, meaning: Meaning) -> Findings:
    basis, stated = meaning.basis_by_facet, meaning.stated
    if not basis and not stated and not meaning.standard:
        message = f"the entry of {meaning.name} is empty"
        help = "quote the words that decide nothing as its basis"
        yield Finding("basis-missing", message, help, meaning.place)
    for facet in stated.keys() - basis.keys() - {"final"}:
        message = f"the {facet} of {meaning.name} has no basis"
        yield Finding("basis-missing", message, "quote the page", meaning.place)
    for facet in basis.keys() - stated.keys() - {"not_stated"}:
        message = f"{meaning.name} has a basis for its {facet}, but no {facet}"
        help = "remove the basis, or add the judgement"
        yield Finding("basis-of-nothing", message, help, meaning.place)


# A basis that is not on the page could be our invention, and words that the page no longer has may
# have meant something else, as may a code that is no longer that of its standard.
def words_not_on_the_page(code_list: CodeList, code: Code, meaning: Meaning) -> Findings:
    if meaning.review:
        message = f"the page no longer says what the meaning of {meaning.name} rests on"
        help = "read it again, correct the meaning and its basis, and remove `review`"
        yield Finding("meaning-to-review", message, help, meaning.place, "warning")
        return
    texts = list(documented_texts(code_list, code))
    for _, basis in meaning.basis:
        if basis not in (*NOT_QUOTED, meaning.label) and not is_quoted(basis, texts):
            message = f"“{basis}” is not in what the page says about {meaning.name}"
            help = (
                f"quote whole words exactly, even apostrophes, or write {CONVENTION} and a reason"
            )
            yield Finding("words-not-on-the-page", message, help, meaning.place, "warning")


def documented_texts(code_list: CodeList, code: Code) -> Iterator[str]:
    """Yield what the page says about a code: the texts that a meaning may quote."""
    yield code.description
    yield code_list.title
    yield code.documented_name or ""
    for alias in code.aliases:
        yield alias.description
        yield alias.documented_name or ""
    if code_list.values == "str":
        yield str(code.value)
    for group in code_list.groups:
        if group.name == code.group:
            yield from (group.name, group.documented_name or "", group.description)


# Part of a word may say the opposite of the word, such as `delivered` in `undelivered`.
def is_quoted(basis: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has the basis, as whole words."""
    return any(basis in text and _words(basis) in _words(text) for text in texts)


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} "


# The flag says only whether a condition lasts.
def flag_misused(code_list: CodeList, code: Code, meaning: Meaning) -> Findings:
    by_flag = {facet for facet, basis in meaning.basis_by_facet.items() if basis == FLAG}
    for facet in sorted(by_flag - {"retry"}):
        message = f"the documented flag says nothing about the {facet} of {meaning.name}"
        yield Finding("flag-misused", message, "quote the page", meaning.place)
    if "retry" in by_flag and (code.permanent is None or _contradicts(code, meaning)):
        says = "says the opposite" if code.permanent is not None else "is not documented"
        message = f"the retry of {meaning.name} rests on the flag, which {says}"
        yield Finding("flag-misused", message, "quote the page", meaning.place, "warning")


# A time to wait that the page does not give is our invention.
def time_not_quoted(code_list: CodeList, code: Code, meaning: Meaning) -> Findings:
    basis, seconds = meaning.basis_by_facet.get("retry_after"), meaning.retry_after
    if basis and seconds and not _gives_time(basis, seconds):
        message = f"the basis of {meaning.name} does not give a time of {seconds} seconds"
        help = "quote the words with the number as the basis of retry_after, or remove it"
        yield Finding("retry-after-misused", message, help, meaning.place)


def _gives_time(words: str, seconds: int) -> bool:
    """Whether the words give this time, in any unit. `an hour` counts as 1 hour."""
    given = re.findall(r"\d+(?:[.,]\d+)*", words)
    for unit, length in _UNITS.items():
        number, rest = divmod(seconds, length)
        if not rest and (str(number) in given or (number == 1 and unit in words.casefold())):
            return True
    return False


# A convention is not on the page, so the reason names it. Readers who trust a documented flag more
# than us must see why we do not. The same applies if a meaning contradicts what its state implies:
# a delivered message is final, and not sent again.
def reason_missing(code_list: CodeList, code: Code, meaning: Meaning) -> Findings:
    if meaning.reason is not None:
        return
    why: str | None = None
    if meaning.standard:
        is_own = set(meaning.basis_by_facet.values()) - {meaning.label}
        why = "departs from its standard" if is_own else None
    elif CONVENTION in meaning.basis_by_facet.values():
        why = "rests on a convention"
    elif meaning.state not in NOT_FAILED and _contradicts(code, meaning):
        why = f"contradicts the documented flag ({'permanent' if code.permanent else 'not permanent'})"
    elif meaning.final is not None and meaning.state is None:
        why = "says `final`, but no state,"
    elif meaning.final is not None or (
        meaning.state in NOT_FAILED and (meaning.retry or meaning.party)
    ):
        why = "departs from what its state implies"
    if why:
        message = f"the meaning of {meaning.name} {why} without a reason"
        yield Finding("reason-missing", message, "add a reason", meaning.place, "warning")


def _contradicts(code: Code, meaning: Meaning) -> bool:
    if code.permanent is None or meaning.retry is None:
        return False
    return code.permanent == (meaning.retry == "later")


# What follows from the cause needs no entry: the two could come to contradict each other. A time
# to wait means nothing if waiting does not help.
def inconsistent(entry: Judgement) -> Findings:
    if entry.party is not None and entry.party == CAUSES.get(entry.cause or ""):
        message = f"the party of {entry.name} follows from its cause"
        yield Finding("party-needless", message, "remove it", entry.place, "warning")
    if entry.retry_after is not None and entry.retry != "later":
        message = f"{entry.name} cannot be retried after {entry.retry_after} seconds"
        help = "remove retry_after, or write `retry: later`"
        yield Finding("retry-after-misused", message, help, entry.place)


# A text that many codes share says nothing about one of them. The flag, which is stated for each, is
# better evidence.
def boilerplate(cases: Sequence[_Case]) -> Findings:
    alike: defaultdict[tuple[str, str], dict[str, list[Finding]]] = defaultdict(dict)
    for provider, _, code, meaning in cases:
        sharing = alike[provider.provider, names.wording(code.description)]
        against_flag = sharing.setdefault(code.documented_name or code.name, [])
        if not _contradicts(code, meaning):
            continue
        if is_quoted(meaning.basis_by_facet.get("retry", code.name), [code.description]):
            message = (
                f"a text of many codes does not outweigh the documented flag of {meaning.name}"
            )
            help = f"follow the flag, or write {CONVENTION} and a reason"
            finding = Finding("boilerplate-as-basis", message, help, meaning.place, "warning")
            against_flag.append(finding)
    for sharing in alike.values():
        if len(sharing) >= _BOILERPLATE:
            yield from chain.from_iterable(sharing.values())


def _standards(registry: Registry, cases: Sequence[_Case]) -> Findings:
    known = registry.standard_codes
    for _, _, code, meaning in cases:
        if meaning.standard is None:
            continue
        if meaning.standard not in known:
            message = f"no standard has the code {meaning.standard}"
            help = did_you_mean(meaning.standard, known)
            yield Finding("standard-unknown", message, help, meaning.place)
        elif not meaning.review and not is_passed_on(code, *known[meaning.standard]):
            message = f"{code.name} ({code.value}) differs from {meaning.label}"
            help = "judge the code by its own text"
            yield Finding("standard-differs", message, help, meaning.place)


# A number alone proves nothing: providers number errors of their own in the same range.
def is_passed_on(code: Code, standard: Standard, original: StandardCode) -> bool:
    """Whether the code has the number and the name of the code of the standard."""
    possible = {
        _bare(f"{prefix}{original.documented_name}{suffix}")
        for prefix in ("", *standard.prefixes)
        for suffix in ("", *standard.suffixes)
    }
    is_same_name = _bare(code.documented_name or code.name) in possible
    return is_same_name and str(code.value) == str(original.number + standard.offset)


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


# The same text has the same meaning in all lists, even if one provider sells the other's service
# under its own name. A different judgement needs a reason.
def unlike_its_equals(cases: Sequence[_Case]) -> Findings:
    alike: defaultdict[tuple[str, str], list[_Case]] = defaultdict(list)
    for each in cases:
        _, _, code, meaning = each
        if code.description and meaning.reason is None and meaning.standard is None:
            key = names.wording(code.description), code.documented_name or ""
            alike[key].append(each)
    for (provider, code_list, _, first), *others in alike.values():
        for _, _, _, other in others:
            if other.facets != first.facets:
                message = (
                    f"{other.name} has the same text as {first.name} in {code_list.name} of"
                    f" {provider.provider}, but another meaning"
                )
                help = "give both the same meaning, or give a reason"
                yield Finding("meaning-unlike-its-equals", message, help, other.place, "warning")


CODE_RULES: tuple[Callable[[CodeList, Code, Meaning], Findings], ...] = (
    basis_missing,
    words_not_on_the_page,
    flag_misused,
    time_not_quoted,
    reason_missing,
)

COMPARISONS: tuple[Callable[[Sequence[_Case]], Findings], ...] = (unlike_its_equals, boilerplate)
