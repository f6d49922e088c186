"""Recognises lines that begin with a code, such as `101 – text`, or that may be about one."""

import re
from collections.abc import Sequence

from .forms import (
    CODE,
    DOTTED,
    IDENTIFIER,
    IN_BRACKETS,
    IN_CAMEL_CASE,
    NUMBER,
    TO,
    begins_with_range,
    is_identifier,
    is_surely_code,
)
from .hints import speaks_of_codes
from .page import NOTE_MARKS, Loose
from .text import Line, depth, fold

# The sign between a code and the text. Some languages write no space around signs and brackets.
_SIGN = (
    r"(?:\s*(?:：|\s-(?=[A-Za-z]{2})|[，、；．](?!\s*\d))\s*"
    r"|(?:\s*(?:[:;=–—→•,]|[=-]>|\.{2,})|\s+(?:-+|#|//)|(?<=[\dA-F])-)?\s+"
    r"|=|(?<=\d):(?=[A-Z])|(?<=[\dA-F]);(?://)?(?=[^\W\d_])|(?<=[】」])|(?=（))"
)
# What Markdown strikes out, wherever it is written.
_STRUCK = re.compile(r"~~([^~]+)~~(.*)")
# What a code is called before it.
_CALL = r"(?:[Ee]rror|[Cc]ode|[Ss]tatus|Exit|HTTP)\s+"
_CALLS = re.compile(rf"^(?:{_CALL})+")
# What marks a code as new or old before it. It is part of the text.
_MARK = re.compile(r"(\([A-Za-z]+\)(?= )|\*(?! )|[⚠†‡]|\*?(?:NEW|DEPRECATED)\b\*?:?) ?(?=\S)")
# A bullet or a plus before a code, a code that may be alone in brackets, and a name in them.
_BEFORE = r"(?:[・•]\s*|\+(?=\d+ ?[=:]))?"
_CODE = rf"(?![\[(][\w-]*+[^\])])[\[(【「]?(?P<code>{CODE})[\])】」]?[{NOTE_MARKS}]*"
_NAME = r"(?<=\d \()[A-Z]+(?:_[A-Z0-9]+)+|[A-Z][^\d()]{,40}(?=\)(?::| [-–—] |$))"
_CODE_AND_TEXT = re.compile(
    rf"{_BEFORE}(?:{_CALL})*{_CODE}(?: \((?P<name>{_NAME})\))?(?:{_SIGN}(?P<text>[^\s|].*))?"
)
# A name before its code: `NAME (101)` or `NAME 0x65`. A stray quote or a comma may follow.
_NAME_AND_CODE = re.compile(
    rf"(?P<name>{IDENTIFIER}|[A-Z]{{2,}}(?= ?\({IN_BRACKETS}\)(?:$| ?[:=–—]| -)))"
    rf"(?:\s*\((?={IN_BRACKETS}\))|\s+(?=0x))(?P<code>{IN_BRACKETS})\)?[\"”]?"
    rf"(?:(?<=\))[,;]|{_SIGN}(?P<text>\S.*))?"
)
# A member of an enum in a page of the OpenAPI Generator: `Name (value: 'code')`.
_VALUE = re.compile(r"(?P<name>[\w.-]+) \(value: ([\"']*)(?P<code>[^\s\"'()]+)\2\)(?P<text>)")

# A constant of an enum in a program, with its code and text: `NAME(101, "text"),`.
_WITH_ARGUMENTS = re.compile(
    rf"(?P<name>[A-Z]\w+)\([\"']?(?P<code>{IN_BRACKETS})[\"']?, ?"
    r"[\"'“](?P<text>[^\"”]*)[\"'”]\)[,;]?"
)

SIGN_OF_TERM = re.compile(r"(?<!\s)(?:\s*[:=–—]|\s+-+)\s+(?=\S)")
# One or two words before a sign, like a code before its text.
_WORDS_AND_SIGN = re.compile(rf"\S+?(?: \S+?)?({SIGN_OF_TERM.pattern})")
# A word that may be a code, and its definition. Any other may be prose, or the name of a field.
_WORD = (
    r"(?!(?:NOTE|TIP|TODO)\b)[A-Z][A-Z0-9_.-]*[A-Z0-9]|[a-z]+(?:[_.-][a-z0-9]+)+"
    rf"|{IN_CAMEL_CASE}"
)
# A few words that may be a code below a heading about codes.
LEAD = (
    r"(?!(?i:authors?|caution|date|examples?|hint|important|info|notes?|tips?|version|warning)\b)"
    r"\w[\w.-]*+(?: \w[\w.-]*+){,2}"
)
# Outside a list, it is in capitals or has underlines.
_IS_NAME = re.compile(r"[A-Z]|[a-z]+_")
_WORD_AND_TEXT = re.compile(rf"({_WORD}){SIGN_OF_TERM.pattern}(.*)")
_LEAD_AND_TEXT = re.compile(rf"(?!\d)({LEAD}){SIGN_OF_TERM.pattern}(.*)")
_IN_BRACKETS = re.compile(r" \((?=\S+ )(.+)\)[.,;]?")
# Any word in lower case, or with capitals inside, before its definition. It may be a code.
_DEFINED = re.compile(rf"(?:[a-z]|[A-Z][a-z0-9]+[A-Z])[\w.-]*{SIGN_OF_TERM.pattern}")
# In an example, any other word than one before a phrase may be a setting.
_DEFINED_WORD = re.compile(rf"{_DEFINED.pattern}(?:\S+ ){{2}}")
# These forms are reported, but not read: a code between signs or in the title of a note, after its
# name or what it is called, before a sign or alone, and a word that may be a code.
_SIGNS = re.compile(
    r"^(?:(?:Caution|Important|Note|Tip|Warning):|\*)\s"
    r"|^(?::{3,} ?[\w-]+|!!! [\w-]+|\[![A-Z]+\])\s+[\"']?"
    r"|^[^\w\[(©$€£+-]+(?=\d)|(?<=[\dA-F])[\"'”.)]+(?=:?\s)"
)
_NAME_AND_NUMBER = re.compile(
    rf"[^.!?()]{{1,40}}(?:\({IN_BRACKETS}(?:{TO}{NUMBER})?\)| \[\d{{2,6}}\])"
)
# In a heading, the code may also follow a sign.
CODE_AFTER_NAME = re.compile(rf"{_NAME_AND_NUMBER.pattern}|[^\d.!?()]{{1,40}}[:–—-] \d{{2,6}}")
# A code after what it is called, such as `CME ERROR: 5 text` or `Fehler 5: Text`.
_CALLED = re.compile(
    r"(?:\w+ ){,2}(?i:errors?|codes?|err|status|exit|http|fehler(?:code)?|erreur|errore|c[oó]digo"
    r"|codice|hata|ошибк[аи]|код|错误码?|返回码|状态码|エラー(?:コード)?)(?: number)?[\s:：#]*"
    rf"{CODE}\b.*"
)
_LIKE_ROW = re.compile(
    rf"{_CALLED.pattern}|(?:[^\W\d_]++\.?[\s:：#]++){{,3}}{CODE}(?:\s*[:：=–—].*)?"
    rf"|(?:{_NAME_AND_NUMBER.pattern})(?:{SIGN_OF_TERM.pattern}.*)?"
    rf"|(?!NOTE|TIP|TODO|WARN|IMPORTANT)(?:[A-Z][A-Z0-9_]+|(?=\w+_\w)[a-z]\w+)"
    rf"{SIGN_OF_TERM.pattern}.*"
    r"|E[A-Z]{3,} [A-Z].*|[A-Z] ?= [A-Z].*"
)
# A line that says the id of a group.
GROUP_ID = re.compile(r"\b(?:[Gg]roup|[Cc]ategory|[Cc]lass) (?i:id|key|number|no|code)\b\W*[A-Z\d]")
# Cells between pipes, with text, and the code in a row without the outer ones.
_ROW = re.compile(r"\|[^|\w]*+\w[^|]*+\|[^|\w]*+\w")
_CELL = re.compile(rf"{CODE}|{DOTTED}")
_QUOTE = "[\"']"
# What has a code in a line of a program or of data: a field, a constant, a number, a property, a key,
# an array, a call, a case, a macro, and a cell.
_SHAPES = (
    rf"\b\w*[Cc]ode{_QUOTE}? ?: ?{_QUOTE}?{CODE}\b",
    rf"^(?:\w+ )*[A-Z]\w*(?:: ?\w+)? ?(?::?=|:(?= ?{_QUOTE})) ?\(?{_QUOTE}?{CODE}\b",
    rf"^[\w ]+ ?= ?{NUMBER}[,;]",
    rf"^(?:[\w-]+\.)+{NUMBER} ?[=:]",
    rf"^[\[{{(]? ?{_QUOTE}{CODE}{_QUOTE} ?(?:[:,]|=>)",
    rf"^[\[{{(] ?{NUMBER}, ?{_QUOTE}",
    rf"^[A-Z]\w*\((?:\w+, ?)?{_QUOTE}?{CODE}\b",
    rf"^case {_QUOTE}?{CODE}\b",
    r"\bdefine [A-Z]\w* ",
    rf"^{CODE}[,;]{_QUOTE}?[A-Za-z]",
)
_IN_PROGRAM = re.compile("|".join(_SHAPES))
# A directive of reStructuredText whose content is in another file.
_ELSEWHERE = re.compile(r"\.\. (?:[\w-]*include::|[\w-]+::.* :(?:file|url): )")
# A constant of a program, with its comment.
_CONSTANT = re.compile(
    rf"(?:(?:# ?)?define (?=\w+ [^=])|(?:(?:[a-z]\w* )++(?=[^;]*;))?(?=[A-Z0-9_]+ ?:?=))"
    rf"([A-Za-z]\w*) ?(?::?= ?| )"
    rf"\(?{_QUOTE}?({IN_BRACKETS}){_QUOTE}?\)?[,;]?(?:(?: ?/[/*]++!?<?|\s#|(?<=\d):)(.*))?"
)
_REPORTED = frozenset(("heading", "example", "beside", "note"))
# A brace begins the type of a parameter.
_ITEM_LIKE_ROW = re.compile(
    rf"[A-Z][A-Z0-9_]+|\w+{SIGN_OF_TERM.pattern}[^{{].*|\w[\w ]{{,40}}(?:: | = ){IN_BRACKETS}"
    r"|\d+[A-Z].*"
)


def leading_code(text: str) -> str:
    """Return the code that a text begins with, or nothing."""
    return split(text)[0]


def begins_with_several(text: str) -> bool:
    """Whether a text begins with several codes, perhaps after what they are called."""
    return begins_with_range(_CALLS.sub("", text))


def begins_with_code(text: str) -> bool:
    """Whether a text is a code followed by a name or a text."""
    return any(split(text)[1:])


def bare_code(text: str) -> str:
    """Return the code of a line such as `101:`, which lacks its text, or nothing."""
    bare = text.rstrip(" :=–-")
    return bare if is_surely_code(bare) and bare != text else ""


def is_constant(text: str) -> bool:
    """Whether a line is a constant of a program, whose text is a comment."""
    return _CONSTANT.fullmatch(text) is not None


def without_strike(text: str) -> str:
    """Return a text without its tildes if these strike out all of it, or its code, or nothing."""
    if (found := _STRUCK.fullmatch(text)) and (not found[2] or leading_code(found[1])):
        return found[1] + found[2]
    return ""


def is_next_row(text: str, above: str) -> bool:
    """Whether a line is a row: it has a sign between code and text, or a capital after its code.

    Below another row, its code has to be as long. Below other text, it needs the sign.
    """
    code, *texts = split(text.replace("|", " ").strip())
    code_above = leading_code(above)
    after = "".join(texts)
    has_sign = bool(after) and text != f"{code} {after}"
    if not code_above:
        return has_sign
    return len(code) == len(code_above) > 1 and (has_sign or after[:1].isupper())


def split(text: str) -> tuple[str, str, str]:
    """Split a text into code, name and text. All are empty if it does not begin with a code."""
    if mark := _MARK.match(text):
        code, name, rest = _split(text[mark.end() :])
        return (code, name, f"{mark[1]} {rest}".strip()) if code else ("", "", "")
    return _split(text)


def _split(text: str) -> tuple[str, str, str]:
    """Split a text without a mark before its code."""
    text = f"-{text[1:]}" if text.startswith("−") else text
    if begins_with_several(text):
        return "", "", ""
    if found := _CONSTANT.fullmatch(text):
        name, code, text = found.groups("")
        return code, name, text.strip(" */")
    for form in (_NAME_AND_CODE, _VALUE, _WITH_ARGUMENTS, _CODE_AND_TEXT):
        if found := form.fullmatch(text):
            return found["code"], found["name"] or "", found["text"] or ""
    return "", "", ""


def titled_code(line: Loose) -> tuple[str, str, str] | None:
    """Split an item that begins with a code and a name, set off from the text, or return None.

    In `**401 Unauthorized**: text`, both are. In `Lost (L-7a): text`, the code is.
    """
    code, _, name = split(line.code)
    after = line.after_code or ""
    if code and name and (sign := SIGN_OF_TERM.match(after)):
        return code, name, after[sign.end() :]
    before, found, text = line.text.partition(f" ({line.code})")
    if "item" in line.marks and line.code and found and (sign := SIGN_OF_TERM.match(text)):
        return line.code, before, text[sign.end() :]
    return None


def term(line: Loose) -> tuple[str, str] | None:
    """Split a line into a term and its text.

    A term is inline code, a word of an item or in capitals, or any words of an item below a heading
    about codes.
    """
    if (after := line.after_code) is not None:
        if found := _IN_BRACKETS.fullmatch(after):
            return line.code, found[1]
        sign = SIGN_OF_TERM.match(after)
        return (line.code, after[sign.end() :]) if sign else None
    is_item = "item" in line.marks
    pattern = _LEAD_AND_TEXT if is_item and is_below_codes(line) else _WORD_AND_TEXT
    is_word = is_item or (not line.marks and _IS_NAME.match(line.text))
    found = pattern.fullmatch(line.text) if is_word else None
    return (found[1], found[2]) if found else None


def sign_of(line: Loose) -> str:
    """Return the sign after the first words of a line, "`" if these are inline code, or ""."""
    if (after := line.after_code) is not None:
        return "" if after.strip()[:1].islower() else "`"
    found = _WORDS_AND_SIGN.match(line.text)
    return found[1].strip() if found else ""


def is_below_codes(line: Loose) -> bool:
    """Whether the heading above a line says that it is about codes."""
    return bool(line.path) and speaks_of_codes(line.path[-1].text)


def is_like_row(line: Loose) -> bool:
    """Whether a line is reported.

    It is if it has a code or a note, is an item that looks like a code, is a row outside its table,
    or names a file with more of the page.
    """
    if _ELSEWHERE.match(line.text) or line.marks & _REPORTED:
        return True
    if _ROW.match(line.text) or "|" in line.text and any(map(_CELL.fullmatch, line.text.split())):
        return True
    text = _SIGNS.sub("", line.text).replace("|", " ").strip(" :`")
    signs = (begins_with_code, _LIKE_ROW.fullmatch, _IN_PROGRAM.search)
    if any(has_sign(each) for each in {line.text, text} for has_sign in signs):
        return True
    if begins_with_several(text) or GROUP_ID.search(line.text):
        return True
    if is_below_codes(line) and _begins_with_word(line, text):
        return True
    is_word = "item" in line.marks and text.isidentifier() and not text.istitle()
    if is_word and any(speaks_of_codes(heading.text) for heading in line.path):
        return True
    has_code = _begins_with_inline_code(line) or _ITEM_LIKE_ROW.fullmatch(line.text)
    return "item" in line.marks and bool(has_code)


def _begins_with_word(line: Loose, text: str) -> bool:
    """Whether a line is a word, or begins with one, that is a code below a heading about codes."""
    is_word = "item" in line.marks and text.isidentifier() and text[0].islower()
    first = text.partition(" ")[0].rstrip(":")
    if is_word or _DEFINED.match(line.text) or "_" in first and first.isidentifier():
        return True
    after = (line.after_code or "").strip()
    return _begins_with_inline_code(line) and ("_" in line.code or not after[:1].islower())


def _begins_with_inline_code(line: Loose) -> bool:
    """Whether a line begins with inline code that is one word, perhaps with dots and hyphens."""
    return line.after_code is not None and re.sub("[.-]", "_", line.code).isidentifier()


def is_listing(lines: Sequence[Line]) -> bool:
    """Whether lines begin with codes that hardly repeat, and the others are indented deeper."""
    codes: dict[str, str] = {}  # by the text of the line, which may repeat
    deepest, others = 0, list[int]()
    for line in lines:
        text = fold(line.text)
        code, *texts = split(text)
        if any(texts):
            codes[text] = code
            deepest = max(deepest, depth(line.text))
        elif codes and _is_text(text):
            others.append(depth(line.text))
    distinct = len({*codes.values()})
    are_codes = distinct > 1 and distinct * 4 >= len(codes) * 3
    return are_codes and all(deepest < each for each in others)


def _is_text(text: str) -> bool:
    """Whether a line without a row is a text: more than signs, several codes, or a code alone."""
    return any(map(str.isalnum, text)) and not (begins_with_several(text) or bare_code(text))


def example_rows(lines: Sequence[Line], *, are_below_codes: bool) -> Sequence[Line]:
    """Return the lines with codes if they are most of an example, or two lines of a program.

    Words alone on their lines may be codes below a heading about codes.
    """
    texts = [(line, fold(line.text).removeprefix("* ")) for line in lines]
    is_alone = len(lines) < 2
    are_words = are_below_codes and not is_alone and all(text.isidentifier() for _, text in texts)
    rows = {line for line, text in texts if are_words or _may_be_row(text, is_alone=is_alone)}
    if len(rows) * 2 >= len(lines):
        return [line for line, text in texts if line in rows or _WORDS_AND_SIGN.match(text)]
    in_program = [line for line, text in texts if _IN_PROGRAM.search(text)]
    return in_program if len(in_program) > 1 else ()


def _may_be_row(text: str, *, is_alone: bool) -> bool:
    if is_surely_code(text) or (is_identifier(text) and not is_alone):
        return True
    is_row = begins_with_code(text) or begins_with_several(text) or _CALLED.fullmatch(text)
    return bool(is_row or _DEFINED_WORD.match(text))
