"""Finds which lists are bound nearest above a part of the page.

If bound headings are nested, a table belongs to the nearest one. A heading that names a group only
divides its list. It does not end the list, whatever its level.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..pages import TITLE, Heading, Loose, Page, Table
from .bindings import Binding, uniform, unnumbered


@dataclass(slots=True, eq=False)
class Spot:
    """Lists bound to the same headings and columns. If several tables fit, the position decides.

    `below` has the tables nearest below the headings. `fitting` has the positions of those with
    the columns.
    """

    binding: Binding
    names: list[str] = field(default_factory=list[str])
    by_position: dict[int | None, list[str]] = field(default_factory=dict[int | None, list[str]])
    below: list[Table] = field(default_factory=list[Table])
    fitting: dict[int, int] = field(default_factory=dict[int, int])

    def number_and_owners(self, table: Table) -> list[str]:
        """Number the next table with the columns, and return the lists that it belongs to."""
        self.fitting[id(table)] = len(self.fitting) + 1
        return [*self.by_position.get(None, ()), *self.by_position.get(len(self.fitting), ())]


class Outline:
    """The headings of a page in order, each with the headings above it, and the lists below."""

    def __init__(self, page: Page, bindings: Sequence[Binding]) -> None:
        bound = {text for each in bindings for text in each.tables.heading}
        self._texts = _texts_for(bound, heading_texts(page.headings))
        self._places = {id(heading): place for place, heading in enumerate(page.headings)}
        # For each heading that names a group, the section that it does not end.
        self._outside = dict(_sections_around_groups(page.headings, bindings))
        self.spots: dict[str, Spot] = {}
        # By the path of the records, and by the innermost heading if there is one.
        self._bound: defaultdict[tuple[str | None, str | None], list[Spot]] = defaultdict(list)
        spots: dict[object, Spot] = {}
        for binding in bindings:
            tables = binding.tables
            key = tables.path, binding.headings, tables.group, frozenset(tables.columns)
            if key not in spots:
                spots[key] = Spot(binding)
                innermost = binding.headings[-1] if binding.headings else None
                self._bound[tables.path, innermost].append(spots[key])
            spot = self.spots[binding.name] = spots[key]
            spot.names.append(binding.name)
            spot.by_position.setdefault(tables.position, []).append(binding.name)

    def has(self, headings: Collection[str]) -> bool:
        """Whether the page has all these headings."""
        return set(self._texts).issuperset(headings)

    def owners(self, part: Table | Loose) -> list[Spot]:
        """Return the lists that are bound nearest above a part of the page."""
        records_path = part.records_path if isinstance(part, Table) else None
        texts = self.above(part.path)
        above = [
            (place, spot)
            for text in dict.fromkeys((None, *texts))
            for spot in self._bound.get((records_path, text), ())
            if (place := place_above(texts, spot.binding.headings)) is not None
        ]
        nearest = max((place for place, _ in above), default=None)
        return [spot for place, spot in above if place == nearest]

    def above(self, path: Sequence[Heading]) -> list[str]:
        """Return the headings above something with this path, in the form that bindings have."""
        places = [self._places[id(heading)] for heading in path]
        outside = (self._outside[place] for place in places if place in self._outside)
        return [self._texts[place] for place in sorted({*places, *next(outside, ())})]


def _sections_around_groups(
    headings: Sequence[Heading], bindings: Iterable[Binding]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each heading that names a group, with the path of the section that it does not end."""
    patterns = {each.tables.group: each for each in bindings if each.tables.group}.values()
    path: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()
    for place, heading in enumerate(headings if patterns else ()):
        path = (*(outer for outer in path if headings[outer].level < heading.level), place)
        if any(each.group(heading.text) for each in patterns):
            yield place, outside
        elif heading.level < TITLE:
            outside = path


def place_above(texts: Sequence[str], headings: Sequence[str]) -> int | None:
    """Return the position of the bound heading nearest above, among the texts of those above.

    Return -1 if the list is bound to no heading, and None if not all its headings are above.
    """
    wanted = list(headings)
    nearest = None if wanted else -1
    for place in reversed(range(len(texts))):
        if wanted and texts[place] == wanted[-1]:
            wanted.pop()
            nearest = place if nearest is None else nearest
    return None if wanted else nearest


def _texts_for(bound: Iterable[str], headings: Sequence[str]) -> list[str]:
    """Return the headings of a page in uniform form, with the numbers that the spec has for them.

    A bound heading may have another number on the page, if it occurs there only once.
    """
    texts = list(map(uniform, headings))
    wanted = {uniform(text): unnumbered(text) for text in bound}
    missing = {bare: text for text, bare in wanted.items() if text not in texts}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(headings if missing else ()):
        if texts[place] not in wanted:
            places[unnumbered(text)].append(place)
    for bare, text in missing.items():
        if len(places[bare]) == 1:
            texts[places[bare][0]] = text
    return texts


def heading_texts(path: Iterable[Heading]) -> tuple[str, ...]:
    return tuple(heading.text for heading in path)
