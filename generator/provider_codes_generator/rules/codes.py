"""Rules for registries, each a short pure function with its reason above it.

A rule yields findings about one provider. `check_codes` runs all rules, and drops findings that
only follow from entries that could not be read.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import PurePosixPath

from ..model import (
    NAME,
    Code,
    CodeList,
    Finding,
    Group,
    Level,
    Place,
    Provider,
    Registry,
    Withdrawn,
    did_you_mean,
    facts_of,
    names,
)

MAX_LIST = 1000

# The longest name, and what messages call it.
_CHOSEN: tuple[int, str] = (names.MAX_CHOSEN_NAME, "a chosen name")
_ANY: tuple[int, str] = (names.MAX_NAME, "a name")

Unread = frozenset[Place]
"""The places of records that lack something that could not be read."""

Policy = Callable[[Provider], Iterator[Finding]]
PolicyOfWholeRecords = Callable[[Provider, Unread], Iterator[Finding]]


def check_codes(registry: Registry, unread: frozenset[Place] = frozenset()) -> list[Finding]:
    """The findings of every rule for every provider."""
    return [
        finding
        for provider in registry
        for finding in chain(
            *(policy(provider) for policy in POLICIES),
            *(policy(provider, unread) for policy in POLICIES_OF_WHOLE_RECORDS),
        )
    ]


def _finding(
    identifier: str, message: str, place: Place, help: str = "", level: Level = "error"
) -> Finding:
    return Finding(identifier, message, help, place, level)


def _all_codes(code_list: CodeList) -> tuple[Code, ...]:
    return code_list.codes + code_list.withdrawn


def _codes(provider: Provider) -> Iterator[tuple[CodeList, Code]]:
    for code_list in provider.lists:
        for code in code_list.codes:
            yield code_list, code


def _codes_and_facts(provider: Provider, unread: Unread) -> Iterator[tuple[CodeList, Code]]:
    """The codes that could be read completely, of lists that could."""
    for code_list, code in _codes(provider):
        if not unread & {code_list.place, code.place}:
            yield code_list, code


# The emitted module is named after the slug. A reader who knows one file must find the other.
def slug_differs_from_file(provider: Provider) -> Iterator[Finding]:
    stem = PurePosixPath(provider.place.file).stem
    if stem != provider.provider:
        message = f"the provider is called {provider.provider} in a file called {stem}"
        yield _finding(
            "slug-differs-from-file",
            message,
            provider.place,
            f"rename the file to {provider.provider}.yaml",
        )


# A module with such a name would replace a part of the emitted package.
def slug_reserved(provider: Provider) -> Iterator[Finding]:
    slug = provider.provider
    reason = names.PACKAGE_NAMES.get(slug) or (
        names.REASONS[slug] if slug in names.KEYWORDS else None
    )
    if reason:
        yield _finding(
            "slug-reserved",
            f"the slug {slug} {reason}",
            provider.place,
            f"call it {slug}_sms, say",
        )


# One module defines all of these names, so they must differ. They must differ by more than case,
# because the tables behind the enums are named after them in upper case.
def module_name_twice(provider: Provider) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for name, what, place in _module_names(provider):
        if reason := names.MODULE_NAMES.get(name):
            yield _finding("name-reserved", f"{name} {reason}", place, "choose another name")
        if first := taken.get(name.lower()):
            message = f"{name}, {what}, takes the name of {first}, or differs from it by case only"
            yield _finding("module-name-twice", message, place, "give one of them another name")
        taken.setdefault(name.lower(), what)


def _module_names(provider: Provider) -> Iterator[tuple[str, str, Place]]:
    for constant in provider.constants:
        yield constant.name, f"the constant {constant.name}", constant.place
    for code_list in provider.lists:
        if code_list.groups:
            yield code_list.group_name, f"the group enum of {code_list.name}", code_list.place
        yield code_list.name, f"the list {code_list.name}", code_list.place
        if any(code.aliases for code in code_list.members):
            table = f"{code_list.name}Names"
            yield table, f"the table of the names of {code_list.name}", code_list.place
        if code_list.facts:
            table = f"{code_list.name}Facts"
            yield table, f"the table of the facts of {code_list.name}", code_list.place
    for family in provider.families:
        for name in (
            family.alias,
            family.finder,
            family.group_alias,
            family.group_finder,
        ):
            yield name, f"{name} of the family {family.name}", family.place


# Enum silently makes the second of two equal values an alias of the first.
def value_twice(provider: Provider, unread: Unread) -> Iterator[Finding]:
    for code_list in provider.lists:
        # A withdrawn code whose `in_enum` could not be read is perhaps not a member.
        members = [
            code
            for code in code_list.members
            if code.place not in unread or not isinstance(code, Withdrawn)
        ]
        for entries in (members, code_list.groups):
            first: dict[int | str, Code | Group] = {}
            for entry in entries:
                other = first.setdefault(entry.value, entry)
                if other is not entry:
                    message = f"{entry.name} has the value {entry.value!r} of {other.name}"
                    hint = f"correct it, or list the name under `aliases` of {other.name}"
                    yield _finding("value-twice", message, entry.place, hint)


# A Python name never returns with another meaning. So the names of withdrawn codes and former
# names stay reserved for ever.
def name_twice(provider: Provider) -> Iterator[Finding]:
    for code_list in provider.lists:
        first: dict[str, tuple[str, Place]] = {}
        for name, what, place in _member_names(code_list):
            if name in first:
                owner, where = first[name]
                message = f"{name}, {what}, is already {owner} on line {where.line}"
                yield _finding("name-twice", message, place, "give one of them another name")
            first.setdefault(name, (what, place))


def _member_names(code_list: CodeList) -> Iterator[tuple[str, str, Place]]:
    for code in _all_codes(code_list):
        yield code.name, (
            "a withdrawn code" if isinstance(code, Withdrawn) else "a code"
        ), code.place
    for code in _all_codes(code_list):
        for alias in code.aliases:
            yield alias.name, f"an alias of {code.name}", alias.place
        for name in code.former_names:
            yield name, f"a former name of {code.name}", code.place


# In the body of the class, annotations refer to the list, and the member would hide it.
def name_of_its_list(provider: Provider) -> Iterator[Finding]:
    for code_list in provider.lists:
        members = [(name, place) for name, _, place in _member_names(code_list)]
        members += [(group.name, group.place) for group in code_list.groups]
        for name, place in members:
            if name == code_list.name:
                message = f"{name} is the name of the list itself"
                yield _finding("name-of-its-list", message, place, "give one of them another name")


# An int never equals text, so a value of the wrong type would never match one on the wire.
def value_of_wrong_type(provider: Provider, unread: Unread) -> Iterator[Finding]:
    for code_list in provider.lists:
        groups = () if code_list.place in unread else code_list.groups
        for key, values, entries in (
            ("values", code_list.values, _all_codes(code_list)),
            ("group_values", code_list.group_values, groups),
        ):
            for entry in entries:
                if isinstance(entry.value, int) and values == "str":
                    hint = f'write "{entry.value}", or change `{key}` of the list to int'
                    yield _finding(
                        "value-not-text",
                        f"{entry.name} has a number for its value",
                        entry.place,
                        hint,
                    )
                elif isinstance(entry.value, str) and values == "int":
                    hint = f"write a number without quotes, or change `{key}` of the list to str"
                    message = f"{entry.name} has the value {entry.value!r} in a list of numbers"
                    yield _finding("value-not-a-number", message, entry.place, hint)


# The facts that a list documents set the types of its properties, so every member needs them.
def fact_missing(provider: Provider, unread: Unread) -> Iterator[Finding]:
    for code_list in provider.lists:
        for code in code_list.members:
            if code.place in unread:
                continue
            for fact in facts_of(code_list):
                # The key of a code is its documented name, if no other is given.
                is_missing = fact is not NAME and fact.of(code_list, code) is None
                if is_missing and fact.name in code_list.documents:
                    message = f"{code_list.name} documents {fact.name}, and {code.name} has none"
                    hint = (
                        f"add it; or take {fact.name}, which not every code has, out of `documents`"
                    )
                    yield _finding("fact-missing", message, code.place, hint)


# A fact becomes a property of the enum.
def fact_name_reserved(provider: Provider) -> Iterator[Finding]:
    for code_list in provider.lists:
        for fact in code_list.facts:
            # The keywords are refused with all names that break their pattern.
            if fact.name in names.FACT_NAMES and fact.name not in names.KEYWORDS:
                message = f"the fact {fact.name} {names.FACT_NAMES[fact.name]}"
                hint = f"call it {names.suggest_fact(fact.name, fact.values)}"
                yield _finding("name-reserved", message, fact.place, hint)


def group_unknown(provider: Provider, unread: Unread) -> Iterator[Finding]:
    for code_list in provider.lists:
        groups = [group.name for group in code_list.groups]
        if code_list.place in unread:
            continue
        for code in _all_codes(code_list):
            if code.group is not None and code.group not in groups:
                message = f"{code.name} is in {code.group}, which is no group of {code_list.name}"
                hint = did_you_mean(code.group, groups) or "add it under `groups` of the list"
                yield _finding("group-unknown", message, code.place, hint)


def family_unsound(provider: Provider, unread: Unread) -> Iterator[Finding]:
    if provider.place in unread:
        return
    known = [code_list.name for code_list in provider.lists]
    for family in provider.families:
        if family.alias in names.KEYWORDS:
            message = f"the union of the family {family.name} would be called {family.alias}"
            yield _finding("name-reserved", message, family.place, "choose another name")
        if not family.lists and family.place not in unread:
            yield _finding(
                "family-empty",
                f"the family {family.name} has no lists",
                family.place,
                "name its lists",
            )
        for name, times in Counter(family.lists).items():
            if name not in known:
                message = f"the family {family.name} names the list {name}, which is not there"
                yield _finding(
                    "family-list-unknown",
                    message,
                    family.place,
                    did_you_mean(name, known),
                )
            elif times > 1:
                message = f"the family {family.name} names the list {name} more than once"
                yield _finding("family-list-twice", message, family.place, "name it once")


def document_unknown(provider: Provider, unread: Unread) -> Iterator[Finding]:
    if provider.place in unread:
        return
    known = [document.name for document in provider.documents]
    sources = [
        (code_list.name, code_list.document, code_list.place) for code_list in provider.lists
    ]
    sources += [
        (constant.name, constant.document, constant.place) for constant in provider.constants
    ]
    for name, document, place in sources:
        if document is not None and document not in known:
            message = f"{name} comes from the document {document}, which is not there"
            yield _finding("document-unknown", message, place, did_you_mean(document, known))


# A class without members could be subclassed, and represents no table.
def list_empty(provider: Provider, unread: Unread) -> Iterator[Finding]:
    if not provider.lists and provider.place not in unread:
        yield _finding(
            "provider-empty",
            f"{provider.provider} has no lists",
            provider.place,
            "add one under `lists`",
        )
    for code_list in provider.lists:
        if not code_list.codes and code_list.place not in unread:
            message = f"{code_list.name} has no codes"
            yield _finding(
                "list-empty",
                message,
                code_list.place,
                "add its codes, or remove the list",
            )


# Type checkers, and enum itself since 3.13, take time that grows with the square of the members.
def list_long(provider: Provider) -> Iterator[Finding]:
    for code_list in provider.lists:
        if (number := len(code_list.members)) > MAX_LIST:
            message = f"{code_list.name} has {number:,} codes: imports and type checks will be slow"
            yield _finding(
                "list-long",
                message,
                code_list.place,
                "split it where the page does",
                level="warning",
            )


# A withdrawn code that left the enum has no member that could have an alias.
def alias_of_nothing(provider: Provider) -> Iterator[Finding]:
    for code_list in provider.lists:
        for code in code_list.withdrawn:
            if not code.in_enum:
                for alias in code.aliases:
                    message = (
                        f"{alias.name} is an alias of {code.name}, which is no longer in the enum"
                    )
                    yield _finding(
                        "alias-of-nothing",
                        message,
                        alias.place,
                        "list it under `former_names`",
                    )


# One form for one thing: a `documented_name` means that the page spells the name differently.
def documented_name_needless(provider: Provider, unread: Unread) -> Iterator[Finding]:
    for code_list, code in _codes_and_facts(provider, unread):
        if code.is_placeholder:
            continue
        if code.documented_name == code.name and "name" in code_list.documents:
            hint = "remove documented_name: without it, the key is the documented name"
            message = f"{code.name} repeats its own name as documented_name"
            yield _finding("documented-name-needless", message, code.place, hint, "warning")


# A chosen name must be short enough to read and to type. Any name must fit on its line.
def name_long(provider: Provider, unread: Unread) -> Iterator[Finding]:
    for name, place, longest, kind in _names_with_limits(provider, unread):
        if len(name) > longest:
            message = f"{name} is longer than the {longest} characters of {kind}"
            hint = "shorten it"
            if longest == names.MAX_NAME:
                hint += ", and keep the page's spelling in documented_name"
            yield _finding("name-long", message, place, hint)


def _names_with_limits(provider: Provider, unread: Unread) -> Iterator[tuple[str, Place, int, str]]:
    """Each name that becomes a Python name, with its place, its longest length, and what it is."""
    yield provider.provider, provider.place, *_CHOSEN
    for constant in provider.constants:
        yield constant.name, constant.place, *_CHOSEN
    for code_list in provider.lists:
        yield code_list.name, code_list.place, names.MAX_CLASS_NAME, "a class"
        for fact in code_list.facts:
            yield fact.name, fact.place, *_CHOSEN
        for group in code_list.groups:
            yield group.name, group.place, *_ANY
        for code in _all_codes(code_list):
            is_documented = code_list.documented_name(code) is not None
            may_be = is_documented or unread & {code_list.place, code.place}
            limit = _ANY if may_be else _CHOSEN
            yield code.name, code.place, *limit
            for alias in code.aliases:
                yield alias.name, alias.place, *_ANY
            for former in code.former_names:
                yield former, code.place, *_ANY


# A name says what a code means. A number alone says nothing, and the member has the value anyway.
# A name may end with the value only if the page does not distinguish the code from another one, or
# from a withdrawn one whose name stays reserved. Proposed names are exempt, because they are not
# chosen yet.
def name_has_value(provider: Provider, unread: Unread) -> Iterator[Finding]:
    alike = Counter(
        (code_list.name, _sameness(code_list, code))
        for code_list in provider.lists
        if code_list.place not in unread
        for code in _all_codes(code_list)
    )
    for code_list, code in _codes_and_facts(provider, unread):
        words = code.name.split("_")
        if code_list.values == "str" or code.name_proposed or str(code.value) not in words:
            continue
        is_suffix = words.index(str(code.value)) == len(words) - 1
        if not is_suffix or alike[code_list.name, _sameness(code_list, code)] == 1:
            message = f"{code.name} carries its own value"
            hint = "name the meaning; only codes that the page words alike take it, as a suffix"
            # The other code may have left or changed since. A known name is not refused for that.
            level: Level = "warning" if is_suffix else "error"
            yield _finding("name-has-value", message, code.place, hint, level)


# Codes with the same name or words on the page: no name can express their difference.
def _sameness(code_list: CodeList, code: Code) -> str:
    return code_list.documented_name(code) or names.wording(code.description)


# If we choose the names, the same meaning has the same name in every list of a provider.
# Codes with a twin in their own list are left out, because they get a qualifier.
def name_unlike_its_equals(provider: Provider, unread: Unread) -> Iterator[Finding]:
    first: dict[str, tuple[Code, CodeList]] = {}
    for code_list in provider.lists:
        if code_list.place in unread:
            continue
        nameless = [
            code
            for code in code_list.codes
            if code_list.documented_name(code) is None
            and code.description
            and code.place not in unread
        ]
        twins = Counter(names.wording(code.description) for code in nameless)
        for code in nameless:
            wording = names.wording(code.description)
            if code_list.values == "str" or code.name_proposed or twins[wording] > 1:
                continue
            other, other_list = first.setdefault(wording, (code, code_list))
            if other.name != code.name:
                message = f"{code.name} has the text of {other.name} in {other_list.name}"
                # The page may have made the texts alike later, so a known name stays.
                hint = "give both the same name, and list the old one under `former_names`"
                yield _finding("name-unlike-its-equals", message, code.place, hint, "warning")


# A release needs decisions, not proposals. Names that left the enum are not released.
def name_proposed(provider: Provider) -> Iterator[Finding]:
    for code_list in provider.lists:
        for code in code_list.members:
            if code.name_proposed:
                hint = "change it if need be, then remove name_proposed"
                message = f"the name {code.name} was proposed by a tool"
                yield _finding("name-proposed", message, code.place, hint, level="warning")


# Our reading of a broken row holds only until the page is fixed, so every run reports it.
def erratum(provider: Provider) -> Iterator[Finding]:
    by_row: defaultdict[tuple[str, str], list[Code]] = defaultdict(list)
    for code_list, code in _codes(provider):
        if code.erratum:
            by_row[code_list.name, code.erratum.page].append(code)
    for (list_name, page), codes in by_row.items():
        members = " and ".join(code.name for code in codes)
        message = f"the page is broken where {list_name} has {members}: {page}"
        yield _finding("erratum", message, codes[0].place, level="note")


POLICIES: tuple[Policy, ...] = (
    slug_differs_from_file,
    slug_reserved,
    module_name_twice,
    name_twice,
    name_of_its_list,
    fact_name_reserved,
    list_long,
    alias_of_nothing,
    name_proposed,
    erratum,
)

# Findings of these rules may only follow from entries that could not be read.
POLICIES_OF_WHOLE_RECORDS: tuple[PolicyOfWholeRecords, ...] = (
    value_twice,
    value_of_wrong_type,
    fact_missing,
    list_empty,
    group_unknown,
    family_unsound,
    document_unknown,
    documented_name_needless,
    name_long,
    name_has_value,
    name_unlike_its_equals,
)
