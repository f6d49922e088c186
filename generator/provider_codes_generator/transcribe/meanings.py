"""Keeps meanings on the codes and the words of a page that changed.

A code that moved to another list keeps its meaning. If a name moved to another value, that value has
its meaning if it has its text, too. So has the value that it left, for review if its text changed.

A basis stays if the page still has its words. If they changed only cosmetically, it quotes the new
words. Otherwise, the meaning is marked for review, and is still used until a person has read the
page. The same applies if a code no longer matches its standard.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import product

from ..changes import Change, extent
from ..model import ListMeanings, Meaning, Meanings, Provider, Standard, StandardCode
from ..rules import NOT_QUOTED, documented_texts, is_passed_on, is_quoted

# The name of a list, and of a code in it.
_Key = tuple[str, str]


def follow_meanings(
    meanings: Meanings,
    before: Provider,
    after: Provider,
    changes: Collection[Change],
    standards: Mapping[str, tuple[Standard, StandardCode]],
) -> Meanings:
    """Return the meanings of the codes of `before`, adapted to the codes and words of `after`."""
    old, new, judged = _texts(before), _texts(after), meanings.by_code()
    found = {
        key: _quoted(meaning, old[key], new[key]) if key in old and key in new else meaning
        for key, meaning in judged.items()
    }
    for key, new_key, has_same_value in _moved(after, changes):
        if key not in judged or new_key in found:
            continue
        is_alike = key[0] != new_key[0] or _is_alike(old[key], new[new_key])
        if is_alike or has_same_value:
            if key not in new:
                found.pop(key, None)
            meaning = replace(
                judged[key], name=new_key[1], review=judged[key].review or not is_alike
            )
            found[new_key] = _quoted(meaning, old[key], new[new_key])
    codes = {(each.name, code.name): code for each in after.lists for code in each.members}
    lists: dict[str, list[Meaning]] = {each.name: [] for each in meanings.lists}
    for key, meaning in found.items():
        standard = standards.get(meaning.standard or "")
        if standard and key in codes and not is_passed_on(codes[key], *standard):
            meaning = replace(meaning, review=True)
        lists.setdefault(key[0], []).append(meaning)
    all_lists = (ListMeanings(name=name, codes=tuple(codes)) for name, codes in lists.items())
    return replace(meanings, lists=tuple(all_lists))


def _moved(after: Provider, changes: Collection[Change]) -> Iterator[tuple[_Key, _Key, bool]]:
    """Yield the old key of each code whose list, value or name moved, and each new one.

    The third item is whether the new one has the same value.
    """
    names = {(each.name, code.value): code.name for each in after.lists for code in each.codes}
    for change in changes:
        if change.kind == "list-changed" and change.name and change.value is not None:
            old_list, new_list = str(change.before), str(change.after)
            yield (old_list, change.name), (new_list, names[new_list, change.value]), True
        code_list, key = change.list or "", (change.list or "", change.name or "")
        for name, has_same_value in ((change.name_of_after, False), (change.name_of_before, True)):
            if name:
                yield key, (code_list, name), has_same_value


def _texts(provider: Provider) -> dict[_Key, Collection[str]]:
    return {
        (code_list.name, code.name): list(documented_texts(code_list, code))
        for code_list in provider.lists
        for code in code_list.members
    }


def _is_alike(old: Collection[str], new: Collection[str]) -> bool:
    """Whether descriptions, or all texts of codes without any, differ at most cosmetically."""
    before, after = (next(iter(texts)) or " ".join(texts) for texts in (old, new))
    return extent(before, after) == "cosmetic"


def _quoted(meaning: Meaning, old: Collection[str], new: Collection[str]) -> Meaning:
    basis: list[tuple[str, str]] = []
    for facet, words in meaning.basis:
        was_quoted = words not in NOT_QUOTED and is_quoted(words, old)
        if was_quoted and not is_quoted(words, new):
            now = next((part for text in new for part in _similar_parts(text, words)), None)
            meaning = meaning if now else replace(meaning, review=True)
            words = now or words
        basis.append((facet, words))
    return replace(meaning, basis=tuple(basis))


def _similar_parts(text: str, words: str) -> Iterator[str]:
    """Yield the parts of a text that differ only cosmetically from the words."""
    all_words, length = text.split(), len(words.split())
    # A space or a hyphen more or less is cosmetic, too.
    for size, start in product((length, length - 1, length + 1), range(len(all_words))):
        part = " ".join(all_words[start : start + size])
        if extent(words, part) == "cosmetic":
            yield part
