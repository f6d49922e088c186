"""What headings, the headers of columns, and the keys of records say about codes."""

import re
from enum import IntEnum

# A title of codes, not of instructions.
_DOING = (
    r"(?:add|avoid|catch|check|deal|debugg|fix|handl|interpret|logg|manag|monitor|rais|read|report"
    r"|resolv|return|test|throw|troubleshoot|understand|us|work|writ)ing"
)
_CODE = r"(?:error|fehler|status)?codes?|c[oó]dig[oi]s?|codic[ei]|k[oó]d[eu]?|код[аы]?"
_ERROR = r"errors?|failures?|faults?|erreurs?|error[ei]s?|erros?|fehler|ошиб(?:ка|ки|ок)"
_OF_CODES = re.compile(
    rf"(?i)(?!how\b|{_DOING}\b).*\b(?:{_CODE}|{_ERROR}|stat(?:e|us)(?:es)?|states|reasons)\b"
    r"|.*(?:[错錯][误誤]|[码碼]|エラー|コード|오류|코드)"
)
_OF_DATES = re.compile(r"\b(?:changelog|history|milestones|news|timeline)\b", re.IGNORECASE)
_OF_OTHER_TERMS = re.compile(
    r"\b(?:abbreviations|acronyms|configuration|glossary|parameters|settings|terminology|variables)\b",
    re.IGNORECASE,
)
_KEY_OF_CODES = re.compile(r"codes?\b|status|error|reason|enum", re.IGNORECASE)

# What headers say about the cells below. Many codes share an HTTP status or the id of a group.
_SURELY = re.compile(
    rf"\b(?:{_CODE}|ids?)\b|^mã(?= |$)|(?<!密)[码碼]|コード|코드"
    r"|^(?:(?:return )?value|number|no|nr)\b|^取?[值値]$|\b(?:integer|numeric|decimal|hex|error) (?:value|number)$"
    r"|(?:Id|(?<!P)ID|Code)\b"
)
_PERHAPS = re.compile(
    rf"\b(?:status(?:es|berichte?|meldung(?:en)?)?|states?|zust[aä]nde?|estados?|états?|stages?|{_ERROR}|cause|reasons?|events?"
    r"|alarms?|alerts?|warnings?|problems?|answers?|repl(?:y|ies)|results?|keys?|enum)\b"
    r"|(?:Status|Error)\b"
)
_OTHERS = re.compile(
    r"\b(?:https?|grpc|group|parent|category|class|country|area|postal|prefix|family|attributes?"
    r"|fields?|headers?|param(?:eter)?s?|propert(?:y|ies)|versions?)\b|^since$"
)

# The headers of names, and those of texts. The surest come first: `Status Text` is a description only
# if no other header is a better match.
NAME = (
    r"\b(?:names?|titles?|symbols?|mnemonics?|constants?|identifiers?|keys?|literals?|bezeichnung|libellé"
    r"|intitulé|nom(?:bre|e)?|título)\b|名[称稱]?$|[简簡][称稱]$|名前"
)
TEXTS = (
    "d[ei]s[ck]ri|beschreib|keterangan|描述|说明|説明|内容|описание",
    "mean(?:ing|s)|expla[in]|explic|erklär|spiega|definition|bedeutung|signifi|^arti$|含义|意味",
    "^text$",
    "message|detail|reason|comment|mensa|nachricht|信息|消息|[详詳]情|メッセージ",
    "text",
)
_OF_TEXTS = re.compile("|".join((NAME, *TEXTS)))

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_OUTER_KEYS = re.compile(r"^(?:\w+\.)+(?=\w)")
_LONGEST_HEADER = 5  # words
_ROW_NUMBER = re.compile(r"(?:ids?|no|nr|number)\.?", re.IGNORECASE)


class Hint(IntEnum):
    """What words say about the cells below them."""

    OTHER = 0  # they are something else
    NONE = 1
    LIKELY = 2  # they may be codes
    SURE = 3  # they are codes
    TERM = 4  # they are the terms of definitions, and codes


def speaks_of_codes(text: str) -> bool:
    """Whether a heading, or a line above a list, says that it is about codes."""
    return _OF_CODES.match(text) is not None


def speaks_of_dates(text: str) -> bool:
    """Whether a heading says that years are below it."""
    return _OF_DATES.search(text) is not None


def speaks_of_other_terms(text: str) -> bool:
    """Whether a heading says that the terms below it are not codes."""
    return _OF_OTHER_TERMS.search(text) is not None


def is_key_of_codes(key: str) -> bool:
    """Whether a key says that there are codes in its value."""
    return _KEY_OF_CODES.search(key) is not None


def heads_codes(header: str) -> bool:
    """Whether a header says that there are codes below it."""
    return any(map(_SURELY.search, (header, header.lower())))


def heads_texts(header: str) -> bool:
    """Whether a header says that there are names or texts below it."""
    return _OF_TEXTS.search(header.casefold()) is not None


def may_count_rows(header: str) -> bool:
    """Whether the cells below a header may be the numbers of the rows, if codes are beside them."""
    return _ROW_NUMBER.fullmatch(header.rpartition("_")[2]) is not None


def hint_of_header(header: str) -> Hint:
    """Return what a header says about the cells below it."""
    header = header.replace("_", " ")  # a key such as `error_code` or `httpCode`
    words = _CAMEL.sub(" ", header)
    # The last key of a path, such as `codes.text`, says what the cells are.
    hint = min(hint_of(words), hint_of(_OUTER_KEYS.sub("", words)))
    return min(hint, Hint.NONE) if header.count(" ") >= _LONGEST_HEADER else hint


def hint_of(text: str) -> Hint:
    """Return what words say about the cells below them."""
    if _OTHERS.search(text.lower()):
        return Hint.OTHER
    if heads_codes(text):
        return Hint.SURE
    return Hint.LIKELY if any(map(_PERHAPS.search, (text, text.lower()))) else Hint.NONE
