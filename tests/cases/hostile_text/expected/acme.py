# Generated from acme.yaml by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:98a613c499cf0890b0650ee8d0653da145069edc7cd2a665a0637fd87ef39211 of all below this line.
"""Codes of Acme "\\N{BULLET}" {{ title }} {% raw %} ''', as documented in the
transcribed edition.

The page "Codes \"\"" of \\ {{ 7 * 7 }}"
(https://docs.acme.example/codes?q="quoted"&b=\\x) was transcribed on 2026-11-22.

Its pages do not say in which field these arrive: Hostile.
"""

from __future__ import annotations

from typing import Final

from ._runtime import (
    IntCode,
    StrCode,
)

__all__ = [
    "LISTS",
    "Hostile",
]

# fmt: off


class Hostile(IntCode):
    """Acme "\\N{BULLET}" {{ title }} {% raw %} ''': Hostile {% endraw %} text, % and
    \"\"".

    From the page "Codes \"\"" of \\ {{ 7 * 7 }}".
    """

    QUOTES = 1
    """She said "no", he said 'yes'."""
    TRIPLE_QUOTES = 2
    """Before \"\"" between \"\"" after"""
    ONLY_QUOTES = 3
    """\"\"\"\"\"\""""
    TRIPLE_APOSTROPHES = 4
    """''' and ''''"""
    BACKSLASHES = 5
    """C:\\new\\table \\ \\\\ \\" \\'"""
    TRAILING_BACKSLASH = 6
    """ends with \\"""
    TWO_TRAILING_BACKSLASHES = 7
    """ends with \\\\"""
    TRAILING_QUOTE = 8
    """ends with \""""
    LEADING_QUOTE = 9
    """\"begins with it"""
    QUOTE_AFTER_BACKSLASH = 10
    """ends with \\\""""
    JINJA_EXPRESSION = 11
    """{{ config }} and {{ 6 * 7 }}"""
    JINJA_STATEMENT = 12
    """{% raw %} {% for x in y %} {# no comment #} {%- endraw -%}"""
    F_STRING = 13
    """f"{value!r:>{width}}" {} {0} }} {{"""
    NAMED_CHARACTER = 14
    """\\N{LATIN SMALL LETTER A} \\u0041 \\x41 \\101 \\t"""
    PERCENT = 15
    """%s %(name)s 100 %% %"""
    COMMENT = 16
    """# noqa # type: ignore # fmt: off"""
    CODE = 17
    """x = 1; import os; \"\""; raise SystemExit"""
    MARKUP = 18
    """<b>bold</b> &amp; `code` **stars** :role:`x` @param"""
    LONG_WORD = 19
    """See
    https://docs.acme.example/a/very/long/address/that/no/line/of/eighty/eight/columns/has/room/for.html
    for more.
    """
    LONG_WORD_OF_QUOTES = 20
    """\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\""
    end
    """
    LONG_WORD_OF_BACKSLASHES = 21
    """\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\
    end\\
    """
    EAST_ASIAN = 22
    """メッセージは送信されましたが、受信者の端末がネットワークに接続されていないため、配信できませんでした。 しばらくしてからもう一度お試しください。
    短信已提交。
    """
    EMOJI = 23
    """Delivered \U0001f4ec \u2705 \U0001f389 and \U0001f1e8\U0001f1ed and ❤️ and
    \U0001f44d\U0001f3fd
    """
    COMBINING = 24
    """Zéro, café, à́̂̃̄ and กำ้ stand as they came, decomposed"""
    COMPOSED = 25
    """Zéro, café"""
    RIGHT_TO_LEFT = 26
    """ההודעה נמסרה، تم تسليم الرسالة (101)"""
    LIGATURES = 27
    """ﬁve ½ µ Ω ſ ② ㎏"""
    BEYOND_THE_PLANE = 28
    """𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈 𠜎"""
    FIVE_HUNDRED_WORDS = 29
    """the the the came anybody network there to been operator handset message from at
    said and where read of was went without all that so it by the not back having the
    the the came anybody network there to been operator handset message from at said and
    where read of was went without all that so it by the not back having the the the
    came anybody network there to been operator handset message from at said and where
    read of was went without all that so it by the not back having the the the came
    anybody network there to been operator handset message from at said and where read
    of was went without all that so it by the not back having the the the came anybody
    network there to been operator handset message from at said and where read of was
    went without all that so it by the not back having the the the came anybody network
    there to been operator handset message from at said and where read of was went
    without all that so it by the not back having the the the came anybody network there
    to been operator handset message from at said and where read of was went without all
    that so it by the not back having the the the came anybody network there to been
    operator handset message from at said and where read of was went without all that so
    it by the not back having the the the came anybody network there to been operator
    handset message from at said and where read of was went without all that so it by
    the not back having the the the came anybody network there to been operator handset
    message from at said and where read of was went without all that so it by the not
    back having the the the came anybody network there to been operator handset message
    from at said and where read of was went without all that so it by the not back
    having the the the came anybody network there to been operator handset message from
    at said and where read of was went without all that so it by the not back having the
    the the came anybody network there to been operator handset message from at said and
    where read of was went without all that so it by the not back having the the the
    came anybody network there to been operator handset message from at said and where
    read of was went without all that so it by the not back having the the the came
    anybody network there to been operator handset message from at said and where read
    of was went without all that so it by the not back having the the the came anybody
    network there to been operator handset message from at said and where read of was
    went without all that so it by the not back having the the the came
    """

    @property
    def documented_name(self) -> str:
        """The name in the provider's documentation; several codes may share one."""
        return _HOSTILE[self][0]

    @property
    def description(self) -> str:
        """The provider's description; empty if it gives none."""
        return _HOSTILE[self][1]


_HOSTILE: Final[dict[int, tuple[str, str]]] = {
    1: ("QUOTES", "She said \"no\", he said 'yes'."),
    2: ("TRIPLE_QUOTES", 'Before """ between """ after'),
    3: ("ONLY_QUOTES", '""""""'),
    4: ("TRIPLE_APOSTROPHES", "''' and ''''"),
    5: ("BACKSLASHES", "C:\\new\\table \\ \\\\ \\\" \\'"),
    6: ("TRAILING_BACKSLASH", "ends with \\"),
    7: ("TWO_TRAILING_BACKSLASHES", "ends with \\\\"),
    8: ("TRAILING_QUOTE", 'ends with "'),
    9: ("LEADING_QUOTE", '"begins with it'),
    10: ("QUOTE_AFTER_BACKSLASH", 'ends with \\"'),
    11: ("{{ name }}", "{{ config }} and {{ 6 * 7 }}"),
    12: ("JINJA_STATEMENT", "{% raw %} {% for x in y %} {# no comment #} {%- endraw -%}"),
    13: ("F_STRING", 'f"{value!r:>{width}}" {} {0} }} {{'),
    14: ("NAMED_CHARACTER", "\\N{LATIN SMALL LETTER A} \\u0041 \\x41 \\101 \\t"),
    15: ("PERCENT", "%s %(name)s 100 %% %"),
    16: ("# type: ignore", "# noqa # type: ignore # fmt: off"),
    17: ("CODE", 'x = 1; import os; """; raise SystemExit'),
    18: ("MARKUP", "<b>bold</b> &amp; `code` **stars** :role:`x` @param"),
    19: ("https://docs.acme.example/a/very/long/address/that/no/line/of/eighty/eight/columns/has/room/for.html", "See https://docs.acme.example/a/very/long/address/that/no/line/of/eighty/eight/columns/has/room/for.html for more."),
    20: ("LONG_WORD_OF_QUOTES", '""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""""" end'),
    21: ("LONG_WORD_OF_BACKSLASHES", "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\ end\\"),
    22: ("配信エラー", "メッセージは送信されましたが、受信者の端末がネットワークに接続されていないため、配信できませんでした。 しばらくしてからもう一度お試しください。 短信已提交。"),
    23: ("EMOJI", "Delivered \U0001f4ec \u2705 \U0001f389 and \U0001f1e8\U0001f1ed and ❤️ and \U0001f44d\U0001f3fd"),
    24: ("COMBINING", "Zéro, café, à́̂̃̄ and กำ้ stand as they came, decomposed"),
    25: ("COMPOSED", "Zéro, café"),
    26: ("RIGHT_TO_LEFT", "ההודעה נמסרה، تم تسليم الرسالة (101)"),
    27: ("LIGATURES", "ﬁve ½ µ Ω ſ ② ㎏"),
    28: ("BEYOND_THE_PLANE", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈 𠜎"),
    29: ("FIVE_HUNDRED_WORDS", "the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came anybody network there to been operator handset message from at said and where read of was went without all that so it by the not back having the the the came"),
}


LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]] = (Hostile,)
"""All lists of the provider, in documented order."""
