"""Chooses which fact each column of a table of codes holds.

The cells decide, and the header only where they leave a choice. A name is short and rarely
repeats, a description is the longest text, and a group is one of a few words. The other columns
become the list's own facts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, pairwise

from ..model import FLAGS, FactType, ListFact, names
from ..pages import NAME, TEXTS, Cell, Table, column_of_codes, forms, heads_codes, value_and_name
from .bindings import is_nothing, place_of, uniform
from .rows import name_before_text

# A column with such a header holds no names but, for example, advice.
_NO_NAME = (
    r"\b(?:actions?|remed(?:y|ies)|(?:re)?solutions?|fix|advice|since|versions?"
    r"|examples?|severity|level|priority|type|category|class|group"
    r"|alias(?:es)?|synonyms?|also known as)\b"
)
# What a code is about, unless the heading says that the table lists these.
_SUBJECT = r"^(?:\w+ )?(?:fields?|param(?:eter)?s?|arguments?|endpoints?|routes?)$"
# Such a column has no names, but codes, or descriptions if no other column has these.
_OTHERS = (
    r"\bcodes?$|\b(?:notes?|remarks?|comments?|hints?|bemerkung(?:en)?|hinweise?|remarques?"
    r"|what to do|next steps?|recommendations?|retry|owners?|who|components?|modules?|services?|teams?"
    r"|help|hilfe|aide|ayuda|units?|leds?|lamps?|lights?|colou?rs?|farben?"
    r"|maßnahmen?|lösung(?:en)?|behebung|abhilfe|que faire|acci[oó]n|soluci[oó]n|azione|soluzione"
    r"|gruppe|groupe|grupo|gruppo|kategorie|catégorie|categor[ií]a)\b"
)
_GROUP = (
    r"^(?:error |status |code )?(?:group|category|class|gruppe|groupe|grupo|gruppo|kategorie"
    r"|catégorie|categor[ií]a)(?: name)?$"
)
# A longer text below one of these explains the short one beside it, which is a name.
_CAUSE = r"\b(?:causes?|when|why)\b"
_SURELY_TEXT = rf"{TEXTS[0]}|{TEXTS[1]}|message|メッセージ"
# Without any other sign of a name, a column must have such a header.
_MAYBE_NAME = (
    rf"{NAME}|{'|'.join(TEXTS)}|phrase|label|summary|stat(?:us|ut|e)|error|event|^column"
    r"|cause|erreur|fehler|статус"
)
_NO_TEXT = re.compile(r"-?[0-9]+|0[xX][0-9A-Fa-f]+|\w+://\S+")
# A name contains no address, path or reference, such as `RFC7231#6.2.1`.
_SHORT = re.compile(r"(?!.*(?:://|\w#\d|\d\.\d|(?<!\S)/))(?=.{1,60}$)\S+(?: \S+){0,5}")
_SENTENCE = re.compile(r"\S+ .*\.")
# A sentence, an amount such as `1 s`, and a page.
_SENTENCE_OR_AMOUNT = re.compile(
    rf"{_SENTENCE.pattern}|[A-Z][a-z]+\.|(?:p\. ?)?\d[\d.,]*+ ?\S{{,4}}"
)
# The suffix that distinguishes columns with the same name.
_MARK = re.compile(r" (?:\d+|\([^()]*\))$")
_OF_WORDS = re.compile(forms.OF_WORDS)
# Fewer texts cannot show whether they repeat.
_FEWEST = 3
# Without such a header, shorter texts are not names.
_SHORTEST = 3
# Flags that need no header.
_LASTING = frozenset(("permanent", "temporary"))
# No scale has more levels.
_MOST_LEVELS = 5


class _Column:
    """A column of one or more tables with the same header, without its empty cells."""

    def __init__(self, tables: Sequence[Table], place: int) -> None:
        rows = [[row.cells[place] for row in table.rows_of(place)] for table in tables]
        filled = [[cell for cell in each if not is_nothing(cell.text)] for each in rows]
        self.header = tables[0].header[place]
        self.base = _MARK.sub("", self.header)
        self._heading = tables[0].path[-1].text if tables[0].path else ""
        self.cells = [cell for each in filled for cell in each]
        self._tables = [[cell.text for cell in each] for each in filled]
        self.texts = list(chain.from_iterable(self._tables))
        # In bytes: a character of Chinese or Japanese says more than a Latin letter.
        bytes_of = (len(text.encode(errors="replace")) for text in self.texts)
        self.length = sum(bytes_of) / max(len(self.texts), 1)
        # Tables may share texts.
        self.distinct = sum(len(set(each)) for each in self._tables)
        self._filled = len(self.cells) / max(sum(map(len, rows)), 1)
        # Cells that span the rows of several codes are titles of sections.
        self.spans_codes = sum(map(len, rows)) * 4 < sum(len(each.rows) for each in tables) * 3

    @property
    def type(self) -> FactType:
        """The type of the column: `int` or `bool` only if every filled cell fits."""
        if not self.texts:
            return "str"
        if all(map(forms.is_number, self.texts)):
            return "int"
        return "bool" if all(uniform(text) in FLAGS for text in self.texts) else "str"

    def is_permanent(self) -> bool:
        """Whether most cells are flags, even 1 and 0, below such a header, or say it themselves.

        A table without any flag uses other words: its list could not be read.
        """
        is_called = self.is_called("permanent")
        words = FLAGS if is_called else _LASTING
        flags = [[uniform(text) in words for text in table] for table in self._tables if table]
        every = list(chain.from_iterable(flags))
        # Below such a header, the other words are reported.
        are_most = sum(every) * 2 > len(every) if is_called else forms.mostly(every, bool)
        return are_most and all(map(any, flags))

    def are_codes(self) -> bool:
        """Whether the header or the cells say that these are codes."""
        are_sure = all(map(forms.is_surely_code, self.texts))
        return heads_codes(self.header) or bool(self.texts) and are_sure

    def is_called(self, pattern: str) -> bool:
        return re.search(pattern, self.header.casefold()) is not None

    def is_about(self) -> bool:
        """Whether the cells say what codes are about, or are other codes or flags, but not names."""
        has_flags = {True, False} <= {FLAGS.get(uniform(text)) for text in self.texts}
        are_codes = heads_codes(self.header) and self.holds_codes_and_names()
        is_subject = self.is_called(_SUBJECT) and uniform(self.header) not in uniform(self._heading)
        return are_codes or is_subject or has_flags and not self.is_called(_MAYBE_NAME)

    def holds_text(self) -> bool:
        """Whether the cells are words, or would be if the page filled them."""
        are_others = forms.mostly(self.texts, _NO_TEXT.fullmatch)
        return self.type == "str" and (not are_others or self.is_called(TEXTS[0]))

    def holds_code(self) -> bool:
        """Whether the cells are names: in code and nothing else, in capitals, or `LikeThis`."""
        coded = all(cell.code and not cell.rest for cell in self.cells)
        are_joined = forms.mostly(
            self.texts, lambda text: forms.is_identifier(text) or _OF_WORDS.fullmatch(text)
        )
        return (coded or are_joined) and self.hardly_repeats()

    def holds_both(self) -> bool:
        """Whether a cell is a name followed by a text: in inline code, or before a sign."""
        are_coded = forms.mostly(self.cells, _has_name)
        are_both = are_coded and any(cell.rest for cell in self.cells)
        return are_both or forms.mostly(self.texts, name_before_text)

    def holds_codes_and_names(self) -> bool:
        """Whether cells are codes with names, such as `200 OK`. Some may have no name in brackets."""
        named = {text for text in self.texts if _after_code(text)}
        coded = [text for text in self.texts if forms.is_surely_code(text)]
        are_enough = all(text[-1] in ")）" for text in named) and len(named) >= len(coded) > 0
        return are_enough or forms.mostly(self.texts, named.__contains__)

    def holds_codes_and_texts(self) -> bool:
        """Whether the texts after the codes are too long for names."""
        texts = [text for text in map(_after_code, self.texts) if text]
        return not forms.mostly(texts, _SHORT.fullmatch)

    def hardly_repeats(self) -> bool:
        """Whether most rows have a text, and most of the texts are distinct."""
        return self._filled >= 0.8 and self.distinct >= len(self.cells) * 0.8

    def is_latin(self) -> bool:
        """Whether names in Python can be made from most of the cells."""
        return forms.mostly(self.texts, forms.is_latin)

    def is_short(self) -> bool:
        return forms.mostly(self.texts, _SHORT.fullmatch)

    def is_called_name(self) -> bool:
        """Whether the header says that these are names, and the cells do not contradict it."""
        if self.is_called(rf"^{NAME}$"):
            return bool(self.cells)
        return self.is_called(NAME) and self.is_short() and self.hardly_repeats()

    def may_be_name(self, *, is_only: bool = False) -> bool:
        """Whether the cells may be names by the header, or as the only short texts."""
        is_called = self.is_called(_MAYBE_NAME)
        # Two texts may say what two codes mean. Two words that are a status name them.
        fewest = 2 if is_called and not self.is_called("|".join(TEXTS)) else _FEWEST
        is_name = self.is_short() and self.hardly_repeats() and self.distinct >= fewest
        is_other = self.is_called(_OTHERS) or forms.mostly(self.texts, _is_text_or_amount)
        is_likely = is_only and self.length >= _SHORTEST and not is_other
        return is_name and (is_called or is_likely)

    def has_few(self) -> bool:
        """Whether the cells repeat a few texts."""
        return self.distinct * 2 <= len(self.cells) and len(self.cells) > _FEWEST

    def is_group(self) -> bool:
        """Whether the cells are the names of a few groups."""
        return self.has_few() and self.holds_text() and self.is_called(_GROUP)


def _has_name(cell: Cell) -> bool:
    """Whether a text has a name in inline code: at its start, or in capitals."""
    code = cell.code or ""
    return code != "" and (cell.text.startswith(code) or forms.is_identifier(code))


def _is_text_or_amount(text: str) -> bool:
    """Whether a short text is a sentence, an enumeration, an amount or a page."""
    return ", " in text or _SENTENCE_OR_AMOUNT.fullmatch(text) is not None


def choose_columns(tables: Sequence[Table]) -> dict[str, str]:
    """Map facts to the columns of tables with one header. Empty if no column holds codes."""
    header = tables[0].header
    value = column_of_codes(*tables)
    if value is None:
        return {}
    tables = _coded(tables, value)
    whole = [_Column(tables, place) for place in range(len(header))]
    values, columns = whole[value], whole[:value] + whole[value + 1 :]
    flag = _first(columns, _Column.is_permanent)
    group = _first(columns, _Column.is_group)
    of_others = _of_other_codes(whole, values)
    texts = [each for each in columns if each not in (group, *of_others) and each.holds_text()]
    name, text = _name_and_text(texts)
    # If the values have names, causes and codes of another list are none.
    is_free = name is None or name.is_called(_CAUSE) or heads_codes(name.header)
    if is_free and values.holds_codes_and_names():
        if text is None and values.holds_codes_and_texts():
            text = values
        else:
            name = values
    chosen = {"value": values, "permanent": flag, "group": group, "name": name, "description": text}
    return {fact: column.header for fact, column in chosen.items() if column is not None}


def _of_other_codes(columns: Sequence[_Column], values: _Column) -> list[_Column]:
    """Return the columns that belong to other codes: they repeat the header of one of the values.

    Without a header, only sentences show that the text of the values ends before the other codes.
    """
    owners: list[_Column] = []
    for each in columns:
        is_owner = each is values or each.are_codes() or not owners
        owners.append(each if is_owner else owners[-1])
    pairs = list(zip(owners, columns, strict=True))
    own = {
        each.base
        for owner, each in pairs
        if owner is values is not each
        and (each.base != "column" or forms.mostly(each.texts, _SENTENCE.fullmatch))
    }
    return [each for owner, each in pairs if owner is not values and each.base in own]


def _coded(tables: Sequence[Table], value: int) -> list[Table]:
    """Return the tables with only their rows with a code, of which repeated ones count once.

    A row without a code of its own heads a section, or continues the row above.
    """
    found: list[Table] = []
    for table in tables:
        rows = (row for row in table.rows_of(value) if forms.is_single_value(row.cells[value].text))
        found.append(table._replace(rows=tuple({row.texts: row for row in rows}.values())))
    return found


def _after_code(text: str) -> str:
    found = value_and_name(text)
    return found[1] if found else ""


def _first(columns: Iterable[_Column], fits: Callable[[_Column], bool]) -> _Column | None:
    return next(filter(fits, columns), None)


def _name_and_text(texts: Sequence[_Column]) -> tuple[_Column | None, _Column | None]:
    """Return the columns of names and descriptions: the same column if its cells hold both."""
    for left, right in pairwise(texts):
        # If nothing separates two columns, they share their cells.
        if left.cells and list(map(id, left.cells)) == list(map(id, right.cells)):
            return left, right
    as_text = rf"^(?:{_SURELY_TEXT})"
    free = [each for each in texts if not each.is_about()] or texts
    likely = [each for each in free if not each.is_called(_NO_NAME) or each.is_called(as_text)]
    unlikely = (each for each in free if each not in likely and each.distinct > _MOST_LEVELS)
    both = _first(likely, _Column.holds_both)
    others = [each for each in texts if each is not both]
    if both and not any(each.is_called(_SURELY_TEXT) for each in others):
        return both, both
    coded = [each for each in (*likely, *unlikely) if each.holds_code()]
    called = [each for each in likely if each.is_called_name()]
    # A text in capitals is a name only if no other column is called one.
    surely = (each for each in coded if not (called and each.is_called(_SURELY_TEXT)))
    name = next(chain(surely, called), None)
    others = [each for each in likely if each is not name]
    text = _description(others or ([] if name else texts))
    if name is None and text is not None:
        # Beside a short meaning, a short cause is not its name.
        shorter = [each for each in others if each.length < text.length]
        if text.is_latin():  # names can be proposed from it
            shorter = list(filter(_Column.is_latin, shorter))
        shorter = [each for each in shorter if not (each.is_called(_CAUSE) and text.is_short())]
        shorter = [each for each in shorter if each.may_be_name(is_only=len(shorter) == 1)]
        name = min(shorter, key=lambda each: each.length, default=None)
        cause = _first(others, lambda each: each.is_called(_CAUSE) and not each.is_short())
        if cause and name is None and text.may_be_name() and not text.is_called(TEXTS[0]):
            return text, cause
    return name, text


def _description(texts: Sequence[_Column]) -> _Column | None:
    """Return the column whose header means description, or else the one with the longest texts."""
    if len(texts) == 1 and texts[0].is_called(_MAYBE_NAME):
        return texts[0]
    called = [each for words in TEXTS for each in texts if each.is_called(words)]
    for words in TEXTS:
        if fitting := [each for each in texts if each.is_called(words)]:
            longest = max(fitting, key=lambda each: each.length)
            # The names may be called descriptions, beside much longer details.
            longer = (each for each in called if each.length > 3 * longest.length)
            return longest if not longest.may_be_name() else next(longer, longest)
    free = (each for each in texts if not (each.has_few() and each.is_short()))
    return max(free, key=lambda each: (not each.spans_codes, each.length), default=None)


def choose_facts(
    tables: Sequence[Table], columns: Mapping[str, str], names_wanted: Mapping[str, str]
) -> tuple[ListFact, ...]:
    """Return a fact of the list's own for each other column, perhaps by the name wanted for it."""
    name_of = {uniform(column): fact for fact, column in names_wanted.items()}
    bound = set(map(uniform, columns.values()))
    tables = _coded(tables, place_of(tables[0], columns["value"]))
    facts: dict[str, ListFact] = {}
    for place, title in enumerate(tables[0].header):
        if uniform(title) in bound:
            continue
        column = _Column(tables, place)
        if column.cells:
            base = names.suggest_fact(title, column.type)
            numbered = (f"{base}_{number}" for number in count(2))
            taken = facts.keys() | names_wanted
            free = (name for name in chain([base], numbered) if name not in taken)
            fact = name_of.get(uniform(title)) or next(free)
            facts[fact] = ListFact(name=fact, values=column.type, title=title)
    return tuple(facts.values())


def retyped(facts: Iterable[ListFact], tables: Sequence[Table], value: str) -> Iterator[ListFact]:
    """Yield the facts with the types that they have in these tables, whose column of codes is given."""
    tables = _coded(tables, place_of(tables[0], value))
    for fact in facts:
        yield replace(fact, values=_Column(tables, place_of(tables[0], fact.title)).type)
