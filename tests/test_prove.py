"""Emitted code that says anything else than its spec is refused, whatever it is that it says.

One module with every feature is corrupted in one place after the other: by hand, for
each kind of mistake that a template could make, and by machine, for every constant,
name, statement and element. Besides, the stages of the tool import one way only, and
`prove` knows nothing of how the text was made.
"""

import ast
from collections.abc import Callable, Iterator
from difflib import ndiff
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest
from provider_codes_generator.rules import codes as policies
from provider_codes_generator.emit import python as views
from provider_codes_generator.spec.load import load_folder, load_text
from provider_codes_generator.model.registry import Provider, Registry
from provider_codes_generator.prove.codes import prove
from provider_codes_generator.emit.render import Renderer

ROOT = Path(__file__).parent.parent
TOOL = ROOT / "generator/provider_codes_generator"

SPEC = r'''
provider: postbox
title: Postbox
documents:
  codes: {title: 'Codes "all"', address: "https://example.org/codes", retrieved: 2026-03-04}
constants:
  HEADER: {value: x-postbox, description: 'The header "x" \ of a request.'}
  LIMIT: {value: 1}
  ADDRESSES: {value: [10.0.0.1, 10.0.0.2], description: Where requests come from.}
families:
  state: [Delivery, Reason]
  text: [Word]
  anything: [Word, Reason, Delivery]
lists:
  Delivery:
    title: Delivery
    document: codes
    values: int
    documents: [name, permanent, group]
    groups:
      DONE: {value: 1, description: Nothing more will come.}
      OPEN: {value: 0, documented_name: still open}
    codes:
      DELIVERED: {value: 0, permanent: true, group: DONE, description: 'At \N{DASH} """home""" {{ x }} {% raw %}'}
      LOST:
        value: -7
        documented_name: gone
        permanent: false
        group: DONE
        description: It was "lost".
        former_names: [VANISHED, MISSING]
        aliases:
          STRAYED: {documented_name: gone astray, description: 'It went astray\'}
          DROPPED: {}
      WAITING: {value: 1, permanent: false, group: OPEN}
    withdrawn:
      HELD: {value: 12, documented_name: on hold, since: 2025-01-02, permanent: true, group: OPEN, description: It is held.}
      KEPT: {value: 13, since: 2025-01-03, permanent: true, group: OPEN, in_enum: false}
  Reason:
    title: Reasons
    values: int
    group_values: str
    groups:
      LINE: {value: "l 1", description: The fault of the line.}
      USER: {value: u}
    codes:
      OK: {value: 0, documented_name: All right, group: LINE, permanent: true}
      BUSY: {value: 1, description: Busy for so long that what there is to say of it does not find the room it needs on a single line.}
      UNKNOWN: {value: 3, permanent: false, description: Nobody knows.}
  Word:
    title: Words
    values: str
    codes:
      NOT_DELIVERED: {value: not delivered, description: Not delivered.}
      KO: {value: ko, aliases: {KAPUTT: {description: Broken.}}}
      QUOTE: {value: "\"'\\", description: ’curly’ and ‘single’}
'''


def _read(spec: str) -> Provider:
    provider, findings, unread = load_text(spec, "postbox.yaml")
    assert provider is not None
    findings += policies.check_codes(Registry((provider,)), unread)
    assert findings == []
    return provider


def _rendered(provider: Provider) -> str:
    return Renderer([ROOT / "templates"]).module(views.module(provider))


PROVIDER = _read(SPEC)
RENDERED = _rendered(PROVIDER)

# Corruptions are made in this text and not in the rendered one: here every statement
# has one form, most of them a line, whatever layout the templates print.
TEXT = "\n".join(ast.unparse(statement) for statement in ast.parse(RENDERED).body)


def said(text: str) -> list[str]:
    """What `prove` says of a module."""
    return [finding.message for finding in prove(PROVIDER, text, "postbox.py")]


# What is right


@pytest.mark.parametrize("text", [RENDERED, TEXT], ids=["rendered", "unparsed"])
def test_a_faithful_module_is_proven(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "provider", load_folder(ROOT / "specs", "specs")[0].providers, ids=lambda found: found.provider
)
def test_each_committed_module_is_proven(provider: Provider) -> None:
    path = ROOT / f"generated/provider_codes/{provider.provider}.py"
    assert prove(provider, path.read_text(encoding="utf-8"), path.name) == []


SMALL = """
provider: postbox
title: Postbox
{families}
lists:
  Word: {{title: Words, values: str, codes: {{KO: {{value: ko{more}}}}}}}
"""


@pytest.mark.parametrize("families", ["", "families: {text: [Word]}"])
@pytest.mark.parametrize("more", ["", ", aliases: {BROKEN: {}}", ", former_names: [BROKEN]"])
def test_a_small_module_imports_what_it_needs_and_no_more(families: str, more: str) -> None:
    provider = _read(SMALL.format(families=families, more=more))
    text = _rendered(provider)
    assert prove(provider, text, "postbox.py") == []
    line = next(line for line in text.split("\n") if line.startswith("from typing import "))
    names = set(line.removeprefix("from typing import ").split(", "))
    assert names == {"Final"} | ({"Literal"} if more else set()) | (
        {"TypeAlias"} if families else set()
    )
    for name in ("Final", "Literal", "TypeAlias"):
        other = text.replace(line, f"from typing import {', '.join(names ^ {name}) or 'Any'}")
        assert prove(provider, other, "postbox.py") != []


def test_a_module_of_another_provider_is_refused() -> None:
    path = ROOT / "generated/provider_codes/ecall.py"
    messages = said(path.read_text(encoding="utf-8"))
    assert "Delivery is missing" in messages
    assert "HttpStatus is no list of the spec" in messages


def test_a_finding_says_where_and_what_to_do() -> None:
    text = TEXT.replace("BUSY = 1", "BUSY = 2")
    line = text[: text.index("class Reason(")].count("\n") + 1
    finding = prove(PROVIDER, text, "postbox.py")[0]
    assert (finding.id, finding.level) == ("not-proven", "error")
    assert (finding.place.file, finding.place.line) == ("postbox.py", line)
    assert finding.message == "Reason.BUSY is 2 and not 1"
    assert finding.help == "nothing was written: correct the template"


def test_a_finding_in_what_is_no_python_says_the_line() -> None:
    places = [prove(PROVIDER, text, "x.py")[0].place for text in ("x = 1\n)\n", "x = 1\n\0")]
    assert [place.line for place in places] == [2, 1]


def test_a_member_too_much_is_not_said_to_be_in_disorder() -> None:
    text = TEXT.replace("    KO = 'ko'\n", "    KO = 'ko'\n    KO = 'ko'\n")
    assert "Word.KO stands there once too often" in said(text)
    assert not [message for message in said(text) if "order" in message]


# What is wrong, by hand. An entry has the text that is corrupted (-), which stands there
# exactly once, what it becomes (+), and part of what is said of it (=). Where it becomes
# nothing, its lines go.

CORRUPTIONS = r'''
# member: value
-BUSY = 1
+BUSY = 2
=Reason.BUSY is 2 and not 1
# member: sign
-LOST = -7
+LOST = 7
=Delivery.LOST is 7 and not -7
# member: another sign of the same value
-LOST = -7
+LOST = ~7
=Delivery.LOST is
# member: value of a withdrawn one
-HELD = 12
+HELD = 13
=Delivery.HELD is 13 and not 12
# member: bool for int
-BUSY = 1
+BUSY = True
=Reason.BUSY is True and not 1
# member: str for int
-BUSY = 1
+BUSY = '1'
=Reason.BUSY is '1' and not 1
# member: float for int
-BUSY = 1
+BUSY = 1.0
=Reason.BUSY is 1.0 and not 1
# member: int for str
-KO = 'ko'
+KO = 0
=Word.KO is 0 and not 'ko'
# member: bytes for str
-KO = 'ko'
+KO = b'ko'
=Word.KO is b'ko' and not 'ko'
# member: case of a text
-KO = 'ko'
+KO = 'KO'
=Word.KO is 'KO' and not 'ko'
# member: blank in a text
-NOT_DELIVERED = 'not delivered'
+NOT_DELIVERED = 'not  delivered'
=Word.NOT_DELIVERED is
# member: computed
-BUSY = 1
+BUSY = 3 - 2
=Reason.BUSY is
# member: called
-BUSY = 1
+BUSY = auto()
=Reason.BUSY is
# member: value of another member
-BUSY = 1
+BUSY = OK
=Reason.BUSY is
# member: tuple for int
-BUSY = 1
+BUSY = (1,)
=Reason.BUSY is (1,) and not 1
# member: dict for int
-BUSY = 1
+BUSY = {}
=Reason.BUSY is
# member: set for int
-BUSY = 1
+BUSY = {1}
=Reason.BUSY is
# member: formatted
-KO = 'ko'
+KO = f'ko'
=Word.KO is
# member: annotated
-BUSY = 1
+BUSY: int = 1
=Reason.BUSY is missing
# member: two names
-BUSY = 1
+BUSY = LATER = 1
=Reason.BUSY is missing
# member: order
-    NOT_DELIVERED = 'not delivered'
-    'Not delivered.'
-    KO = 'ko'
+    KO = 'ko'
+    NOT_DELIVERED = 'not delivered'
+    'Not delivered.'
=the members of Word are not in documented order
# member: order of groups
-    DONE = 1
-    'Nothing more will come.'
-    OPEN = 0
+    OPEN = 0
+    DONE = 1
+    'Nothing more will come.'
=the members of DeliveryGroup are not in documented order
# member: renamed
-BUSY = 1
+BUSIER = 1
=Reason.BUSY is missing
# member: names exchanged
-    OK = 0
-    BUSY = 1
+    BUSY = 0
+    OK = 1
=Reason.BUSY is 0 and not 1
# member: removed
-    UNKNOWN = 3
-    'Nobody knows.'
=Reason.UNKNOWN is missing
# member: withdrawn one removed
-    HELD = 12
=Delivery.HELD is missing
# member: group removed
-    OPEN = 0
=DeliveryGroup.OPEN is missing
# member: added
-    OK = 0
+    OK = 0
+    NEW = 9
=Reason.NEW stands there once too often
# member: one that left the enum
-    HELD = 12
+    KEPT = 13
+    HELD = 12
=Delivery.KEPT stands there once too often
# member: duplicated
-    OK = 0
+    OK = 0
+    OK = 0
=Reason.OK stands there once too often
# member: alias by value
-    OK = 0
+    OK = 0
+    FINE = 0
=Reason.FINE stands there once too often
# member: value of a group
-DONE = 1
+DONE = 2
=DeliveryGroup.DONE is 2 and not 1
# member: type of a group's value
-USER = 'u'
+USER = b'u'
=ReasonGroup.USER is b'u' and not 'u'
# member: group added
-    OPEN = 0
+    OPEN = 0
+    HALF = 2
=DeliveryGroup.HALF stands there once too often
# docstring: changed
-    UNKNOWN = 3
-    'Nobody knows.'
+    UNKNOWN = 3
+    'Nobody asks.'
=the docstring of Reason.UNKNOWN is not its description
# docstring: removed
-    UNKNOWN = 3
-    'Nobody knows.'
+    UNKNOWN = 3
=the docstring of Reason.UNKNOWN is not its description
# docstring: where the page says nothing
-    OK = 0
+    OK = 0
+    'Fine.'
=the docstring of Reason.OK is not its description
# docstring: moved
-    KO = 'ko'
-    QUOTE = '"\'\\'
-    '’curly’ and ‘single’'
+    KO = 'ko'
+    '’curly’ and ‘single’'
+    QUOTE = '"\'\\'
=the docstring of Word.KO is not its description
# docstring: before its member
-    UNKNOWN = 3
-    'Nobody knows.'
+    'Nobody knows.'
+    UNKNOWN = 3
=the docstring of Reason.UNKNOWN is not its description
# docstring: cut beside a blank
-needs\n    on a
+needs on\n     a
=the docstring of Reason.BUSY is not its description
# docstring: another margin
-needs\n    on a
+needs\n  on a
=the docstring of Reason.BUSY is not its description
# docstring: a paragraph more
-needs\n    on a
+needs\n\n    on a
=the docstring of Reason.BUSY is not its description
# docstring: not withdrawn
-Withdrawn: no longer documented
+No longer documented
=the docstring of Delivery.HELD is not its description
# docstring: withdrawn on another day
-documented since 2025-01-02
+documented since 2025-01-03
=the docstring of Delivery.HELD is not its description
# docstring: of a group
-    DONE = 1
-    'Nothing more will come.'
+    DONE = 1
+    'Something more will come.'
=the docstring of DeliveryGroup.DONE is not its description
# docstring: formatted
-    UNKNOWN = 3
-    'Nobody knows.'
+    UNKNOWN = 3
+    f'Nobody knows.'
=the docstring of Reason.UNKNOWN is not its description
# docstring: bytes
-    UNKNOWN = 3
-    'Nobody knows.'
+    UNKNOWN = 3
+    b'Nobody knows.'
=the docstring of Reason.UNKNOWN is not its description
# docstring: escape taken for a character
-    'At \\N{DASH}
+    'At –
=the docstring of Delivery.DELIVERED is not its description
# table: documented name
-('gone', False
+('lost', False
=Delivery.LOST.documented_name is 'lost' and not 'gone'
# table: no documented name
-('gone', False
+(None, False
=Delivery.LOST.documented_name is None and not 'gone'
# table: documented name of a nameless code
-(None, None, None
+('BUSY', None, None
=Reason.BUSY.documented_name is 'BUSY' and not None
# table: flag
-('gone', False
+('gone', True
=Delivery.LOST.permanent is True and not False
# table: flag a number
-('gone', False
+('gone', 0
=Delivery.LOST.permanent is 0 and not False
# table: flag where the page has none
-(None, None, None
+(None, False, None
=Reason.BUSY.permanent is False and not None
# table: no flag
-(None, False, None
+(None, None, None
=Reason.UNKNOWN.permanent is None and not False
# table: group
-('gone', False, DeliveryGroup.DONE
+('gone', False, DeliveryGroup.OPEN
=Delivery.LOST.group is
# table: group of another list
-('gone', False, DeliveryGroup.DONE
+('gone', False, ReasonGroup.LINE
=Delivery.LOST.group is
# table: number of a group
-('gone', False, DeliveryGroup.DONE
+('gone', False, 1
=Delivery.LOST.group is 1 and not
# table: group where the page has none
-(None, False, None
+(None, False, ReasonGroup.USER
=Reason.UNKNOWN.group is
# table: no group
-True, ReasonGroup.LINE
+True, None
=Reason.OK.group is None and not
# table: description
-'It was "lost".')
+'It was lost.')
=Delivery.LOST.description is 'It was lost.' and not
# table: no description
-DeliveryGroup.OPEN, 'It is held.')
+DeliveryGroup.OPEN, '')
=Delivery.HELD.description is '' and not 'It is held.'
# table: description None
-DeliveryGroup.OPEN, 'It is held.')
+DeliveryGroup.OPEN, None)
=Delivery.HELD.description is None and not 'It is held.'
# table: name of a group
-0: ('still open'
+0: ('OPEN'
=DeliveryGroup.OPEN.documented_name is 'OPEN' and not 'still open'
# table: description of a group
-('DONE', 'Nothing more
+('DONE', 'Something more
=DeliveryGroup.DONE.description is
# table: of one column
-'not delivered': 'Not delivered.'
+'not delivered': 'Delivered.'
=Word.NOT_DELIVERED.description is 'Delivered.' and not 'Not delivered.'
# table: row removed
-, 12: ('on hold', True, DeliveryGroup.OPEN, 'It is held.')}
+}
=Delivery.HELD.documented_name: _DELIVERY[self][0] has nothing for 12
# table: row added
-'ko': ''
+'ko': '', 'new': 'New.'
=_WORD has rows for values that Word does not list
# table: key
-12: ('on hold'
+13: ('on hold'
=_DELIVERY[self][0] has nothing for 12
# table: key as text
-12: ('on hold'
+'12': ('on hold'
=_DELIVERY[self][0] has nothing for 12
# table: keys exchanged
-{'l 1': ('LINE', 'The fault of the line.'), 'u': (
+{'u': ('LINE', 'The fault of the line.'), 'l 1': (
=ReasonGroup.LINE.documented_name is 'USER' and not 'LINE'
# table: cells exchanged
-('gone', False
+(False, 'gone'
=Delivery.LOST.documented_name is False and not 'gone'
# table: key twice
-'ko': ''
+'ko': '', 'ko': 'Broken.'
=there is no table _WORD
# table: row twice
-'ko': ''
+'ko': '', 'ko': ''
=there is no table _WORD
# table: unpacked
-'ko': ''
+'ko': '', **{}
=there is no table _WORD
# table: key that is no key
-'ko': ''
+'ko': '', {}: ''
# table: row too short
-, DeliveryGroup.OPEN, 'It is held.')
+, DeliveryGroup.OPEN)
=Delivery.HELD.description: _DELIVERY[self][3] has nothing for 12
# table: row too long
-DeliveryGroup.OPEN, 'It is held.')
+DeliveryGroup.OPEN, 'It is held.', '')
# table: computed cell
-DeliveryGroup.OPEN, 'It is held.')
+DeliveryGroup.OPEN, 'It is ' + 'held.')
=Delivery.HELD.description is
# table: called
-_WORD: Final[dict[str, str]] = {
+_WORD: Final[dict[str, str]] = {} or {
=there is no table _WORD
# table: under another name
-_WORD: Final
+_WORDS: Final
=there is no table _WORD
# table: type of its keys
-_WORD: Final[dict[str, str]]
+_WORD: Final[dict[int, str]]
=_WORD is not annotated with the types of its rows
# table: type of a column
-_DELIVERY: Final[dict[int, tuple[str, bool,
+_DELIVERY: Final[dict[int, tuple[str, bool | None,
=_DELIVERY is not annotated with the types of its rows
# table: type of the names of aliases
-_DELIVERY_NAMES: Final[dict[int, tuple[str, ...]]]
+_DELIVERY_NAMES: Final[dict[int, list[str]]]
=Delivery.documented_names does not give the names of the aliases
# table: not final
-_WORD: Final[dict[str, str]]
+_WORD: dict[str, str]
=_WORD is not annotated with the types of its rows
# table: name of an alias
-'gone astray', 'DROPPED')
+'gone', 'DROPPED')
=Delivery.documented_names does not give the names of the aliases
# table: name of an alias missing
-'gone astray', 'DROPPED')
+'gone astray')
=Delivery.documented_names does not give the names of the aliases
# table: name of an alias too much
-'gone astray', 'DROPPED')
+'gone astray', 'DROPPED', 'VANISHED')
=Delivery.documented_names does not give the names of the aliases
# table: order of the names of aliases
-'gone astray', 'DROPPED')
+'DROPPED', 'gone astray')
=Delivery.documented_names does not give the names of the aliases
# table: names of aliases of another code
-{-7: ('gone', 'gone astray'
+{7: ('gone', 'gone astray'
=Delivery.documented_names does not give the names of the aliases
# table: names of aliases where there are none
-{-7: ('gone', 'gone astray'
+{1: ('ready',), -7: ('gone', 'gone astray'
=Delivery.documented_names does not give the names of the aliases
# property: another column
-return _DELIVERY[self][0]
+return _DELIVERY[self][3]
=Delivery.DELIVERED.documented_name is
# property: the whole row
-return _DELIVERY[self][0]
+return _DELIVERY[self]
=Delivery.DELIVERED.documented_name is
# property: column from the end
-return _DELIVERY[self][3]
+return _DELIVERY[self][-1]
=_DELIVERY[self][-1] is no place in a row
# property: column of a text
-return _WORD[self]
+return _WORD[self][0]
=Word.NOT_DELIVERED.description: _WORD[self][0] has nothing for 'not delivered'
# property: key of what is no table
-return _WORD[self]
+return dict(_WORD)[self]
# property: another table
-return _REASON[self][3]
+return _DELIVERY[self][3]
=Reason.OK.description is
# property: no table
-return _REASON[self][3]
+return _REASONS[self][3]
=there is no table _REASONS
# property: another key
-return _WORD[self]
+return _WORD[self.name]
=_WORD is not read from a table
# property: constant
-return _WORD[self]
+return 'Not delivered.'
='Not delivered.' is not read from a table
# property: computed
-return _WORD[self]
+return _WORD[self].strip()
=_WORD[self].strip() is not read from a table
# property: type of a flag that every code has
-def permanent(self) -> bool:
+def permanent(self) -> bool | None:
=Delivery.permanent is bool | None and not bool
# property: type of a flag that some codes have
-def permanent(self) -> bool | None:
+def permanent(self) -> bool:
=Reason.permanent is bool and not bool | None
# property: type of a group
-def group(self) -> DeliveryGroup:
+def group(self) -> ReasonGroup:
=Delivery.group is ReasonGroup and not DeliveryGroup
# property: type in quotes
-def permanent(self) -> bool:
+def permanent(self) -> 'bool':
=Delivery.permanent is 'bool' and not bool
# property: no type
-def group(self) -> DeliveryGroup:
+def group(self):
=Delivery.group is  and not DeliveryGroup
# property: removed
-
-    @property
-    def group(self) -> DeliveryGroup:
-        """The group that the provider lists the code in."""
-        return _DELIVERY[self][2]
=Delivery.group is missing
# property: twice
-        return _DELIVERY[self][2]
+        return _DELIVERY[self][2]
+    @property
+    def group(self) -> DeliveryGroup:
+        """The group that the provider lists the code in."""
+        return _DELIVERY[self][2]
=Delivery.group, a property defined twice stands there
# property: method
-    @property
-    def group(self) -> DeliveryGroup:
+    def group(self) -> DeliveryGroup:
=Delivery.group is missing
# property: another decorator
-    @property
-    def group(self) -> DeliveryGroup:
+    @cached_property
+    def group(self) -> DeliveryGroup:
=Delivery.group is missing
# property: a decorator more
-    @property
-    def group(self) -> DeliveryGroup:
+    @property
+    @cache
+    def group(self) -> DeliveryGroup:
=Delivery.group is missing
# property: asynchronous
-    def group(self) -> DeliveryGroup:
+    async def group(self) -> DeliveryGroup:
=Delivery.group is missing
# property: under another name
-    def group(self) -> DeliveryGroup:
+    def groups(self) -> DeliveryGroup:
=Delivery.group is missing
# property: does more
-        return _DELIVERY[self][2]
+        print(self)
+        return _DELIVERY[self][2]
=Delivery.group is missing
# property: does more in place of its docstring
-        """The group that the provider lists the code in."""
-        return _DELIVERY[self][2]
+        print(self)
+        return _DELIVERY[self][2]
# property: number in place of its docstring
-        """The group that the provider lists the code in."""
-        return _DELIVERY[self][2]
+        5
+        return _DELIVERY[self][2]
=Delivery.group is missing
# property: gives nothing
-        return _DELIVERY[self][2]
+        _DELIVERY[self][2]
=Delivery.group is missing
# property: of nothing
-    def group(self) -> DeliveryGroup:
+    def group() -> DeliveryGroup:
# property: with a parameter
-    def group(self) -> DeliveryGroup:
+    def group(self, other) -> DeliveryGroup:
# property: in place of the value
-    @property
-    def group(self) -> DeliveryGroup:
+    @property
+    def value(self) -> int:
+        """x"""
+        return _DELIVERY[self][1]
+    @property
+    def group(self) -> DeliveryGroup:
# property: in place of listed
-    @property
-    def group(self) -> DeliveryGroup:
+    @property
+    def listed(self) -> bool:
+        """x"""
+        return _DELIVERY[self][1]
+    @property
+    def group(self) -> DeliveryGroup:
# property: in place of what enum itself needs
-    @property
-    def group(self) -> DeliveryGroup:
+    @property
+    def _value_(self) -> int:
+        """x"""
+        return _DELIVERY[self][1]
+    @property
+    def group(self) -> DeliveryGroup:
# property: fact that the list does not have
-    @property
-    def description(self) -> str:
-        """The provider's description; empty where it gives none."""
-        return _WORD[self]
+    @property
+    def documented_name(self) -> str | None:
+        """x"""
+        return _WORD[self]
+    @property
+    def description(self) -> str:
+        """x"""
+        return _WORD[self]
=Word.NOT_DELIVERED.documented_name is 'Not delivered.' and not None
# property: codes of another list
-tuple((code for code in Delivery if code.group is self))
+tuple((code for code in Reason if code.group is self))
=DeliveryGroup.codes does not give the codes of the group
# property: codes of equal groups
-tuple((code for code in Delivery if code.group is self))
+tuple((code for code in Delivery if code.group == self))
=DeliveryGroup.codes does not give the codes of the group
# property: codes of other groups
-tuple((code for code in Delivery if code.group is self))
+tuple((code for code in Delivery if code.group is not self))
=DeliveryGroup.codes does not give the codes of the group
# property: all codes
-tuple((code for code in Delivery if code.group is self))
+tuple(Delivery)
=DeliveryGroup.codes does not give the codes of the group
# property: type of the codes
-def codes(self) -> tuple[Delivery, ...]:
+def codes(self) -> tuple[Reason, ...]:
=DeliveryGroup.codes does not give the codes of the group
# property: codes under another name
-def codes(self) -> tuple[Delivery, ...]:
+def members(self) -> tuple[Delivery, ...]:
=DeliveryGroup.codes does not give the codes of the group
# property: names from another table
-_DELIVERY_NAMES.get(self, super().documented_names)
+_DELIVERY.get(self, super().documented_names)
=Delivery.documented_names does not give the names of the aliases
# property: names where there are none
-_DELIVERY_NAMES.get(self, super().documented_names)
+_DELIVERY_NAMES.get(self, ('x',))
=Delivery.documented_names does not give the names of the aliases
# property: names of the aliases alone
-return _DELIVERY_NAMES.get(self, super().documented_names)
+return _DELIVERY_NAMES.get(self, ())
=Delivery.documented_names does not give the names of the aliases
# property: names without the aliases
-return _DELIVERY_NAMES.get(self, super().documented_names)
+return super().documented_names
=Delivery.documented_names does not give the names of the aliases
# property: type of the names
-def documented_names(self) -> tuple[str, ...]:
+def documented_names(self) -> list[str]:
=Delivery.documented_names does not give the names of the aliases
# property: names where there are no aliases
-class Reason(IntCode):
+class Reason(IntCode):
+    @property
+    def documented_names(self) -> tuple[str, ...]:
+        """x"""
+        return ()
=Reason.documented_names does not give the names of the aliases
# property: names under another name
-def documented_names(self)
+def all_names(self)
=Delivery.documented_names does not give the names of the aliases
# alias: target
-STRAYED: Literal[Delivery.LOST]
+STRAYED: Literal[Delivery.HELD]
=the aliases of Delivery are not those of the spec
# alias: two targets
-STRAYED: Literal[Delivery.LOST]
+STRAYED: Literal[Delivery.LOST, Delivery.HELD]
=the aliases of Delivery are not those of the spec
# alias: target in another list
-KAPUTT: Literal[Word.KO]
+KAPUTT: Literal[Reason.OK]
=the aliases of Word are not those of the spec
# alias: of any member
-KAPUTT: Literal[Word.KO]
+KAPUTT: Word
=Word.KAPUTT: Word stands there once too often
# alias: a member itself
-KAPUTT: Literal[Word.KO]
+KAPUTT = 'ko'
=Word.KAPUTT stands there once too often
# alias: bound in the body
-KAPUTT: Literal[Word.KO]
+KAPUTT: Literal[Word.KO] = KO
=the aliases of Word are not those of the spec
# alias: removed
-    KAPUTT: Literal[Word.KO]
-    'Broken.'
=the aliases of Word are not those of the spec
# alias: renamed
-KAPUTT: Literal[Word.KO]
+BROKEN: Literal[Word.KO]
=the aliases of Word are not those of the spec
# alias: added
-    KAPUTT: Literal[Word.KO]
+    BROKEN: Literal[Word.KO]
+    KAPUTT: Literal[Word.KO]
=the aliases of Word are not those of the spec
# alias: order
-    STRAYED: Literal[Delivery.LOST]
-    'It went astray\\'
-    DROPPED: Literal[Delivery.LOST]
+    DROPPED: Literal[Delivery.LOST]
+    STRAYED: Literal[Delivery.LOST]
+    'It went astray\\'
=the aliases of Delivery are not those of the spec
# alias: docstring
-    'Broken.'
+    'Whole.'
=the aliases of Word are not those of the spec
# alias: docstring removed
-    'Broken.'
=the aliases of Word are not those of the spec
# alias: assigned to another member
-Word.KAPUTT = Word.KO
+Word.KAPUTT = Word.QUOTE
=Word.KAPUTT is Word.QUOTE and not Word.KO
# alias: assigned to a value
-Word.KAPUTT = Word.KO
+Word.KAPUTT = 'ko'
=Word.KAPUTT is 'ko' and not Word.KO
# alias: assigned under another name
-Word.KAPUTT = Word.KO
+Word.BROKEN = Word.KO
=Word.KAPUTT is None and not Word.KO
# alias: assigned in another list
-Word.KAPUTT = Word.KO
+Reason.KAPUTT = Word.KO
=Word.KAPUTT is None and not Word.KO
# alias: not assigned
-Word.KAPUTT = Word.KO
=Word.KAPUTT is None and not Word.KO
# alias: assigned twice
-Word.KAPUTT = Word.KO
+Word.KAPUTT = Word.KO
+Word.KAPUTT = Word.KO
=Word.KAPUTT is bound 2 times
# alias: one assigned too much
-Word.KAPUTT = Word.KO
+Word.KAPUTT = Word.KO
+Word.BROKEN = Word.KO
=Word.BROKEN is Word.KO and not None
# alias: a member assigned anew
-Word.KAPUTT = Word.KO
+Word.KAPUTT = Word.KO
+Word.KO = Word.QUOTE
=Word.KO is Word.QUOTE and not None
# alias: a property taken away
-Word.KAPUTT = Word.KO
+Word.KAPUTT = Word.KO
+Word.description = ''
=Word.description is '' and not None
# former name: target
-VANISHED: Literal[Delivery.LOST]
+VANISHED: Literal[Delivery.HELD]
=the aliases of Delivery are not those of the spec
# former name: not deprecated
-    MISSING: Literal[Delivery.LOST]
-    'Deprecated: the former name of LOST.'
+    MISSING: Literal[Delivery.LOST]
=the aliases of Delivery are not those of the spec
# former name: of another
-    MISSING: Literal[Delivery.LOST]
-    'Deprecated: the former name of LOST.'
+    MISSING: Literal[Delivery.LOST]
+    'Deprecated: the former name of HELD.'
=the aliases of Delivery are not those of the spec
# former name: removed
-    MISSING: Literal[Delivery.LOST]
-    'Deprecated: the former name of LOST.'
=the aliases of Delivery are not those of the spec
# former name: assigned to another member
-Delivery.MISSING = Delivery.LOST
+Delivery.MISSING = Delivery.HELD
=Delivery.MISSING is Delivery.HELD and not Delivery.LOST
# former name: not assigned
-Delivery.VANISHED = Delivery.LOST
=Delivery.VANISHED is None and not Delivery.LOST
# family: order of the union
-State: TypeAlias = Delivery | Reason
+State: TypeAlias = Reason | Delivery
=State is not the union of Delivery, Reason
# family: member of the union missing
-State: TypeAlias = Delivery | Reason
+State: TypeAlias = Delivery
=State is not the union of Delivery, Reason
# family: another member of the union
-State: TypeAlias = Delivery | Reason
+State: TypeAlias = Delivery | Word
=State is not the union of Delivery, Reason
# family: member of the union twice
-State: TypeAlias = Delivery | Reason
+State: TypeAlias = Delivery | Reason | Reason
=State is not the union of Delivery, Reason
# family: no union
-State: TypeAlias = Delivery | Reason
+State: TypeAlias = Delivery & Reason
=State is not the union of Delivery, Reason
# family: union with None
-State: TypeAlias = Delivery | Reason
+State: TypeAlias = Delivery | Reason | None
# family: union with another type
-State: TypeAlias = Delivery | Reason
+State: TypeAlias = Delivery | Reason | list[int]
# family: union with what is no name
-Text: TypeAlias = Word
+Text: TypeAlias = 'Word'
=Text is not the union of Word
# family: union that is no alias
-State: TypeAlias = Delivery | Reason
+State: object = Delivery | Reason
# family: union removed
-State: TypeAlias = Delivery | Reason
=State is not the union of Delivery, Reason
# family: union of groups
-StateGroup: TypeAlias = DeliveryGroup | ReasonGroup
+StateGroup: TypeAlias = ReasonGroup | DeliveryGroup
=StateGroup is not the union of DeliveryGroup, ReasonGroup
# finder: order
-    lists = (Delivery, Reason)
+    lists = (Reason, Delivery)
=find_state does not look a value up in Delivery, Reason
# finder: list missing
-    lists = (Delivery, Reason)
+    lists = (Delivery,)
=find_state does not look a value up in Delivery, Reason
# finder: another list
-    lists = (Delivery, Reason)
+    lists = (Delivery, Word)
=find_state does not look a value up in Delivery, Reason
# finder: name forgotten
-    lists = (Delivery, Reason)
-    return find_in(lists, value, name)
+    lists = (Delivery, Reason)
+    return find_in(lists, value)
=find_state does not look a value up in Delivery, Reason
# finder: arguments exchanged
-    lists = (Delivery, Reason)
-    return find_in(lists, value, name)
+    lists = (Delivery, Reason)
+    return find_in(lists, name, value)
=find_state does not look a value up in Delivery, Reason
# finder: another function
-    lists = (Delivery, Reason)
-    return find_in(lists, value, name)
+    lists = (Delivery, Reason)
+    return find_out(lists, value, name)
=find_state does not look a value up in Delivery, Reason
# finder: does more
-    lists = (Delivery, Reason)
+    lists = (Delivery, Reason)
+    lists = lists[:1]
=find_state does not look a value up in Delivery, Reason
# finder: does more in place of its docstring
-    """The groups of the family with this id."""
-    lists = (DeliveryGroup, ReasonGroup)
+    print(value)
+    lists = (DeliveryGroup, ReasonGroup)
# finder: number in place of its docstring
-    """The groups of the family with this id."""
-    lists = (DeliveryGroup, ReasonGroup)
+    5
+    lists = (DeliveryGroup, ReasonGroup)
=find_state_group does not look a value up in DeliveryGroup, ReasonGroup
# finder: type
-def find_state(value: int, name: str | None=None) -> tuple[State, ...]:
+def find_state(value: int, name: str | None=None) -> tuple[Text, ...]:
=find_state does not look a value up in Delivery, Reason
# finder: no type
-def find_state(value: int, name: str | None=None) -> tuple[State, ...]:
+def find_state(value: int, name: str | None=None):
=find_state does not look a value up in Delivery, Reason
# finder: default of the name
-def find_state(value: int, name: str | None=None)
+def find_state(value: int, name: str | None='gone')
# finder: name required
-def find_state(value: int, name: str | None=None)
+def find_state(value: int, name: str | None)
# finder: value not required
-def find_state(value: int, name: str | None=None)
+def find_state(value: int=0, name: str | None=None)
# finder: parameters exchanged
-def find_state(value: int, name: str | None=None)
+def find_state(name: str | None=None, value: int=0)
# finder: parameter renamed
-def find_state(value: int, name: str | None=None)
+def find_state(code: int, name: str | None=None)
# finder: parameter more
-def find_state(value: int, name: str | None=None)
+def find_state(value: int, name: str | None=None, *lists: object)
# finder: type of a parameter
-def find_anything(value: int | str, name
+def find_anything(value: int, name
# finder: decorated
-def find_state(value
+@find_in
+def find_state(value
# finder: asynchronous
-def find_state(value
+async def find_state(value
=find_state does not look a value up in Delivery, Reason
# finder: under another name
-def find_state(value
+def find_states(value
=find_state does not look a value up in Delivery, Reason
# finder: of groups
-    lists = (DeliveryGroup, ReasonGroup)
+    lists = (Delivery, Reason)
=find_state_group does not look a value up in DeliveryGroup, ReasonGroup
# module: order of LISTS
-= (Delivery, Reason, Word)
+= (Delivery, Word, Reason)
=LISTS does not have the lists in documented order
# module: LISTS without one
-= (Delivery, Reason, Word)
+= (Delivery, Reason)
=LISTS does not have the lists in documented order
# module: LISTS with groups
-= (Delivery, Reason, Word)
+= (Delivery, Reason, Word, ReasonGroup)
=LISTS does not have the lists in documented order
# module: LISTS not a tuple
-= (Delivery, Reason, Word)
+= [Delivery, Reason, Word]
# module: LISTS by their names
-= (Delivery, Reason, Word)
+= ('Delivery', 'Reason', 'Word')
=LISTS does not have the lists in documented order
# module: type of LISTS
-LISTS: Final[tuple[type[IntCode] | type[StrCode], ...]]
+LISTS: Final[tuple[type[IntCode], ...]]
# module: list not exported
-'DeliveryGroup', 'Delivery', 'ReasonGroup',
+'DeliveryGroup', 'ReasonGroup',
=__all__ lacks Delivery
# module: group enum not exported
-'DeliveryGroup', 'Delivery', 'ReasonGroup',
+'DeliveryGroup', 'Delivery',
=__all__ lacks ReasonGroup
# module: constant not exported
-'LISTS', 'HEADER',
+'LISTS',
=__all__ lacks HEADER
# module: finder not exported
-'State', 'find_state',
+'State',
=__all__ lacks find_state
# module: union of groups not exported
-'StateGroup', 'find_state_group',
+'find_state_group',
# module: finder of groups not exported
-'StateGroup', 'find_state_group',
+'StateGroup',
# module: what is not there exported
-'LISTS', 'HEADER',
+'LISTS', 'HEADER', 'FOOTER',
# module: exported twice
-'LISTS', 'HEADER',
+'LISTS', 'HEADER', 'LISTS',
# module: what is no name exported
-'LISTS', 'HEADER',
+'LISTS', 'HEADER', {},
# module: nothing exported
-__all__ =
+__every__ =
=__all__ lacks
# constant: text
-HEADER: Final = 'x-postbox'
+HEADER: Final = 'X-Postbox'
=HEADER is 'X-Postbox' and not 'x-postbox'
# constant: number
-LIMIT: Final = 1
+LIMIT: Final = 2
=LIMIT is 2 and not 1
# constant: bool for int
-LIMIT: Final = 1
+LIMIT: Final = True
=LIMIT is True and not 1
# constant: str for int
-LIMIT: Final = 1
+LIMIT: Final = '1'
=LIMIT is '1' and not 1
# constant: item
-('10.0.0.1', '10.0.0.2')
+('10.0.0.1', '10.0.0.3')
=ADDRESSES is
# constant: item removed
-('10.0.0.1', '10.0.0.2')
+('10.0.0.1',)
=ADDRESSES is
# constant: order of items
-('10.0.0.1', '10.0.0.2')
+('10.0.0.2', '10.0.0.1')
=ADDRESSES is
# constant: list for tuple
-('10.0.0.1', '10.0.0.2')
+['10.0.0.1', '10.0.0.2']
# constant: computed
-LIMIT: Final = 1
+LIMIT: Final = 2 - 1
=LIMIT is
# constant: not final
-LIMIT: Final = 1
+LIMIT: int = 1
# constant: not annotated
-LIMIT: Final = 1
+LIMIT = 1
# constant: in parentheses
-LIMIT: Final = 1
+(LIMIT): Final = 1
# constant: removed
-LIMIT: Final = 1
=LIMIT is None and not 1
# constant: twice
-LIMIT: Final = 1
+LIMIT: Final = 1
+LIMIT: Final = 1
=LIMIT is bound 2 times
# constant: docstring
-'Where requests come from.'
+'Where requests go.'
=the docstring of ADDRESSES is not its description
# constant: docstring removed
-'Where requests come from.'
=the docstring of ADDRESSES is not its description
# constant: docstring where the page says nothing
-LIMIT: Final = 1
+LIMIT: Final = 1
+'At most.'
=the docstring of LIMIT is not its description
# class: another base
-class Reason(IntCode):
+class Reason(StrCode):
=Reason is derived from StrCode and not from IntCode
# class: base of a group enum
-class ReasonGroup(StrCode):
+class ReasonGroup(IntCode):
=ReasonGroup is derived from IntCode and not from StrCode
# class: a base more
-class Reason(IntCode):
+class Reason(Mixin, IntCode):
=Reason is derived from Mixin, IntCode and not from IntCode
# class: no base
-class Reason(IntCode):
+class Reason:
=Reason is derived from  and not from IntCode
# class: metaclass
-class Reason(IntCode):
+class Reason(IntCode, metaclass=Meta):
# class: boundary
-class Reason(IntCode):
+class Reason(IntCode, boundary=KEEP):
# class: decorated
-class Reason(IntCode):
+@find_in
+class Reason(IntCode):
# class: renamed
-class Word(StrCode):
+class Words(StrCode):
=Word is missing
# class: group enum renamed
-class ReasonGroup(StrCode):
+class ReasonGroups(StrCode):
=ReasonGroup is missing
# class: of nothing
-LISTS:
+class Other(IntCode):
+    ONE = 1
+LISTS:
=Other is no list of the spec
# class: twice
-LISTS:
+class Word(StrCode):
+    ONE = 'one'
+LISTS:
=Word is bound 2 times
# class: method
-    OK = 0
+    OK = 0
+    def parse(self): return 1
=Reason.def parse
# class: condition
-    OK = 0
+    if True: OK = 0
=Reason.OK is missing
# class: nothing to do
-    OK = 0
+    OK = 0
+    pass
=Reason.pass stands there once too often
# class: number
-    OK = 0
+    OK = 0
+    5
=Reason.5 stands there once too often
# class: name taken back
-    OK = 0
+    OK = 0
+    del OK
=Reason.del OK stands there once too often
# class: call
-    OK = 0
+    OK = 0
+    print(OK)
=Reason.print(OK) stands there once too often
# class: order of enum
-    OK = 0
+    _order_ = 'OK BUSY UNKNOWN'
+    OK = 0
=Reason._order_ stands there once too often
# class: missing values
-    OK = 0
+    _missing_ = None
+    OK = 0
=Reason._missing_ stands there once too often
# class: class inside
-    OK = 0
+    OK = 0
+    class Inner: pass
=Reason.class Inner
# statement: if
-LISTS:
+if LIMIT: HEADER = ''
+LISTS:
=a module has no place for if LIMIT
# statement: del
-LISTS:
+del HEADER
+LISTS:
=a module has no place for del HEADER
# statement: for
-LISTS:
+for LIMIT in range(9): pass
+LISTS:
=a module has no place for for LIMIT
# statement: call
-LISTS:
+print(HEADER)
+LISTS:
=a module has no place for print(HEADER)
# statement: number
-LISTS:
+5
+LISTS:
=a module has no place for 5
# statement: augmented
-LISTS:
+LIMIT += 1
+LISTS:
=a module has no place for LIMIT += 1
# statement: item assigned
-LISTS:
+_WORD['ko'] = 'x'
+LISTS:
=a module has no place for _WORD['ko'] = 'x'
# statement: several names
-LISTS:
+ONE = TWO = 1
+LISTS:
=a module has no place for ONE = TWO = 1
# statement: unpacking
-LISTS:
+ONE, TWO = (1, 2)
+LISTS:
=a module has no place for
# statement: global
-LISTS:
+global LIMIT
+LISTS:
# statement: call in an assignment
-LISTS:
+_nothing = _WORD.update(ko='x')
+LISTS:
# statement: call in an annotated assignment
-LISTS:
+_nothing: object = setattr(Word, 'KO', Word.QUOTE)
+LISTS:
# statement: function of nothing
-LISTS:
+def __getattr__(name): return 1
+LISTS:
# statement: table twice
-LISTS:
+_WORD = {}
+LISTS:
=_WORD is bound 2 times
# statement: name of an import taken
-LISTS:
+IntCode = int
+LISTS:
=IntCode is bound 2 times
# statement: name of a list imported
-LISTS:
+from .other import Word
+LISTS:
=Word is bound 2 times
# statement: everything imported
-LISTS:
+from .other import *
+LISTS:
# statement: function twice
-LISTS:
+def find_state(value): return ()
+LISTS:
=find_state is bound 2 times
# import: bases from elsewhere
-from ._runtime import IntCode, StrCode, find_in
+from enum import IntEnum as IntCode, StrEnum as StrCode, auto as find_in
# import: another runtime
-from ._runtime import IntCode, StrCode, find_in
+from _runtime import IntCode, StrCode, find_in
# import: bases exchanged
-from ._runtime import IntCode, StrCode, find_in
+from ._runtime import IntCode as StrCode, StrCode as IntCode, find_in
# import: one missing
-from ._runtime import IntCode, StrCode, find_in
+from ._runtime import IntCode, StrCode
# import: annotations not postponed
-from __future__ import annotations
# import: literals from elsewhere
-from typing import Final, Literal, TypeAlias
+from typing import Final, TypeAlias
+from enum import auto as Literal
# syntax: not Python
-LISTS:
+LISTS LISTS:
=the template printed invalid Python
# syntax: not closed
-= (Delivery, Reason, Word)
+= (Delivery, Reason, Word
=the template printed invalid Python
'''


class Corruption(NamedTuple):
    """One entry of the table above."""

    name: str
    old: str
    new: str
    says: str


def _corruptions() -> Iterator[Corruption]:
    for entry in CORRUPTIONS.split("\n# ")[1:]:
        name, *lines = entry.rstrip("\n").split("\n")
        old, new, says = (
            "\n".join(line[1:] for line in lines if line.startswith(sign)) for sign in "-+="
        )
        yield Corruption(name, old if new else f"{old}\n", new, says)


@pytest.mark.parametrize("corruption", list(_corruptions()), ids=lambda found: found.name)
def test_a_corruption_is_refused(corruption: Corruption) -> None:
    assert TEXT.count(corruption.old) == 1
    messages = said(TEXT.replace(corruption.old, corruption.new))
    assert any(corruption.says in message for message in messages), messages


@pytest.mark.parametrize("text", ["-" * 200_000 + "1", "+1" * 20_000, "1" + "+1" * 900, "(" * 500])
def test_a_statement_too_deep_to_read_is_refused(text: str) -> None:
    assert said(f"{TEXT}\nDEEP = {text}\n{text}\n") != []


@pytest.mark.parametrize(
    ("statement", "to"),
    [
        ("from ._runtime", "last"),
        ("from __future__", "last"),
        ("class Word", "last"),
        ("class DeliveryGroup", "last"),
        ("LISTS", "first"),
        ("Word.KAPUTT", "first"),
        ("_DELIVERY:", "first"),
        ("State:", "first"),
    ],
)
def test_what_is_used_stands_below_what_it_needs(statement: str, to: str) -> None:
    """Each statement would be the right one, and the module fail to be imported."""
    statements = [ast.unparse(node) for node in ast.parse(TEXT).body]
    found = [text for text in statements if text.startswith(statement)]
    assert len(found) == 1
    statements.remove(found[0])
    statements.insert(4 if to == "first" else len(statements), found[0])
    assert said("\n".join(statements)) != []


# What is wrong, by machine. Every node of the module is changed, but for those of which
# no meaning hangs.


def _free(tree: ast.Module) -> Iterator[ast.stmt]:
    """What a template may print as it likes."""
    # Docstrings that no spec has a text for: of the module, classes, properties, unions.
    yield tree.body[0]
    for statement, following in pairwise([*tree.body, ast.Pass()]):
        match statement:
            case ast.ClassDef():
                yield statement.body[0]
                for inner in statement.body:
                    if isinstance(inner, ast.FunctionDef):
                        yield inner.body[0]
            case ast.FunctionDef():
                yield statement.body[0]
            case ast.AnnAssign(target=ast.Name(id="LISTS")):
                yield following
            case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
                yield following
            case _:
                pass


def _others(value: object) -> list[object]:
    """Constants near to one, and of other types."""
    match value:
        case bool():
            return [not value, int(value), str(value), None]
        case int():
            return [value + 1, -value - 1, str(value), None]
        case str():
            return [f"{value}x", f" {value}", value.encode(), None]
        case None:
            return [False, 0, "", "None"]
        case _:
            return [None]


# A change is made in the tree, and taken back when the next is asked for.
Changes = Iterator[None]
Change = Callable[[ast.AST, set[ast.AST]], Changes]


def constants(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Each constant another one, or of another type."""
    if isinstance(node, ast.Constant):
        old: object = node.value
        for other in _others(old):
            setattr(node, "value", other)
            yield
        setattr(node, "value", old)


def identifiers(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Each name another one, whether it is used or bound."""
    for field in ("id", "attr", "arg", "name", "asname", "module"):
        old: object = getattr(node, field, None)
        if isinstance(old, str):
            setattr(node, field, f"{old}X")
            yield
            setattr(node, field, old)


def removals(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Each statement, element, row, parameter, decorator and base left out."""
    for field, children in _children(node):
        for index, child in enumerate(children):
            if child not in free and (field != "body" or len(children) > 1):
                _replace(node, field, children[:index] + children[index + 1 :])
                yield
        _replace(node, field, children)


def repetitions(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Each statement, row and element twice; of two docstrings, only the first says anything."""
    for field, children in _children(node):
        for index, child in enumerate(children):
            if field in ("body", "rows", "elts") and not isinstance(child, ast.Expr):
                _replace(node, field, children[: index + 1] + children[index:])
                yield
        _replace(node, field, children)


def exchanges(node: ast.AST, free: set[ast.AST]) -> Changes:
    """Neighbours exchanged where order has a meaning: in tuples, and among members."""
    for field, children in _children(node):
        for index, (one, other) in enumerate(pairwise(children)):
            if _ordered(node, one, other) and ast.dump(one) != ast.dump(other):
                exchanged = [*children[:index], other, one, *children[index + 2 :]]
                _replace(node, field, exchanged)
                yield
        _replace(node, field, children)


def _ordered(node: ast.AST, one: ast.AST, other: ast.AST) -> bool:
    if isinstance(node, ast.ClassDef):
        # Properties may stand in any order, and wherever among the members.
        member = isinstance(one, ast.Assign | ast.AnnAssign)
        return member and not isinstance(other, ast.FunctionDef)
    return isinstance(node, ast.Tuple | ast.arguments)


def _children(node: ast.AST) -> Iterator[tuple[str, list[Any]]]:
    """The lists of nodes below a node; the rows of a table are keys with their values."""
    if isinstance(node, ast.Dict):
        yield "rows", list(zip(node.keys, node.values, strict=True))
        return
    for field, children in ast.iter_fields(node):
        if isinstance(getattr(node, field), list) and field != "ops":
            yield field, [*cast(list[Any], children)]


def _replace(node: ast.AST, field: str, children: list[Any]) -> None:
    if isinstance(node, ast.Dict):
        node.keys = [key for key, _ in children]
        node.values = [value for _, value in children]
    else:
        setattr(node, field, children)


def _mutants(change: Change) -> Iterator[str]:
    """The modules that differ by one change each."""
    tree = ast.parse(TEXT)
    text = {statement: ast.unparse(statement) for statement in tree.body}
    free = {node for start in _free(tree) for node in ast.walk(start)}
    for _ in change(tree, free):
        yield "\n".join(text[statement] for statement in tree.body)
    for changed in tree.body:
        for node in ast.walk(changed):
            for _ in () if node in free else change(node, free):
                lines = {**text, changed: ast.unparse(changed)}
                yield "\n".join(lines[statement] for statement in tree.body)


def _difference(text: str) -> str:
    lines = ndiff(TEXT.split("\n"), text.split("\n"))
    return "\n".join(line for line in lines if line[:1] in "+-")


@pytest.mark.parametrize(
    ("change", "times"),
    [
        (constants, 500),
        (identifiers, 300),
        (removals, 300),
        (repetitions, 100),
        (exchanges, 60),
    ],
)
def test_no_change_goes_unnoticed(change: Change, times: int) -> None:
    mutants = list(_mutants(change))
    survivors = [_difference(text) for text in mutants if not said(text)]
    assert survivors == []
    assert len(mutants) > times


def test_what_is_free_is_free() -> None:
    """The exceptions above are docstrings, and no more of them than there have to be."""
    tree = ast.parse(TEXT)
    for node in _free(tree):
        assert isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        node.value.value = "Something else."
    assert said(ast.unparse(tree)) == []


def test_nothing_is_parsed_without_its_docstrings() -> None:
    """As `ast.parse` does under `-OO` from Python 3.14 on; `emitted.parse` does not."""
    for path in TOOL.rglob("*.py"):
        assert "ast.parse(" not in path.read_text(encoding="utf-8"), path
