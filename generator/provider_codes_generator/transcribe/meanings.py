"""Keeps meanings on the words of a page that changed.

A basis whose words survive stays. Words that differ only cosmetically are quoted as they are now.
Otherwise, the meaning is marked for review: it still answers, until a person has read the page.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..changes import extent
from ..model import Meaning, Meanings, Provider
from ..rules import NOT_QUOTED, documented_texts


def requote(meanings: Meanings, before: Provider, after: Provider) -> Meanings:
    """Return the meanings of the codes of `before` with the words of `after`."""
    old, new = dict(_texts(before)), dict(_texts(after))

    def quoted(list_name: str, meaning: Meaning) -> Meaning:
        at = list_name, meaning.name
        return _quoted(meaning, old[at], new[at]) if at in old and at in new else meaning

    lists = (
        replace(each, codes=tuple(quoted(each.name, meaning) for meaning in each.codes))
        for each in meanings.lists
    )
    return replace(meanings, lists=tuple(lists))


def _texts(provider: Provider) -> Iterator[tuple[tuple[str, str], Collection[str]]]:
    for code_list in provider.lists:
        for code in code_list.members:
            yield (code_list.name, code.name), list(documented_texts(code_list, code))


def _quoted(meaning: Meaning, old: Collection[str], new: Collection[str]) -> Meaning:
    basis: list[tuple[str, str]] = []
    for facet, words in meaning.basis:
        is_quoted = words not in NOT_QUOTED and any(words in text for text in old)
        if is_quoted and not any(words in text for text in new):
            now = next((found for text in new for found in _alike(words, text)), None)
            meaning = meaning if now else replace(meaning, review=True)
            words = now or words
        basis.append((facet, words))
    return replace(meaning, basis=tuple(basis))


def _alike(words: str, text: str) -> Iterator[str]:
    """Yield the parts of a text that differ only cosmetically from the words."""
    there = text.split()
    length = len(words.split())
    # A dash may part a word, or join two.
    for size in (length, length - 1, length + 1):
        for start in range(len(there) - size + 1):
            part = " ".join(there[start : start + size])
            if part and extent(words, part) == "cosmetic":
                yield part
