"""Keeps meanings on the codes and the words of a page that changed.

A code that moved to another list keeps its meaning. So does a name that moved to another value with
all its texts. A basis stays if the page still has its words. If they changed only cosmetically, it
quotes the new words. Otherwise, the meaning is marked for review, and still answers until a person
has read the page.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from ..changes import Change, extent
from ..model import ListMeanings, Meaning, Meanings, Provider
from ..rules import NOT_QUOTED, documented_texts

# The name of a code in its list
_At = tuple[str, str]


def follow_meanings(
    meanings: Meanings, before: Provider, after: Provider, changes: Collection[Change]
) -> Meanings:
    """Return the meanings of the codes of `before`, adapted to the codes and words of `after`."""
    old, new, judged = dict(_texts(before)), dict(_texts(after)), meanings.by_code()
    found = {
        at: _quoted(meaning, old[at], new[at]) if at in old and at in new else meaning
        for at, meaning in judged.items()
    }
    for here, there in _moved(after, changes):
        is_same = here[0] != there[0] or old[here] == new[there]
        if here in judged and there not in found and is_same:
            meaning = judged[here] if here in new else found.pop(here)
            found[there] = _quoted(replace(meaning, name=there[1]), old[here], new[there])
    lists: dict[str, list[Meaning]] = {each.name: [] for each in meanings.lists}
    for (list_name, _), meaning in found.items():
        lists.setdefault(list_name, []).append(meaning)
    each_list = (ListMeanings(name=name, codes=tuple(codes)) for name, codes in lists.items())
    return replace(meanings, lists=tuple(each_list))


def _moved(after: Provider, changes: Collection[Change]) -> Iterator[tuple[_At, _At]]:
    """Yield the old and the new place of each code that moved to another list or value."""
    names = {(each.name, code.value): code.name for each in after.lists for code in each.codes}
    for change in changes:
        if change.kind == "list-changed" and change.name and change.value is not None:
            here, there = str(change.before), str(change.after)
            yield (here, change.name), (there, names[there, change.value])
        elif change.list and change.name and change.name_of_after:
            yield (change.list, change.name), (change.list, change.name_of_after)


def _texts(provider: Provider) -> Iterator[tuple[_At, Collection[str]]]:
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
    # A dash may split a word, or join two.
    for size in (length, length - 1, length + 1):
        for start in range(len(there) - size + 1):
            part = " ".join(there[start : start + size])
            if part and extent(words, part) == "cosmetic":
                yield part
