"""Rules for a provider or one of its lists, each with its reason above it.

No rule reports what only follows from something that could not be read: such records are partial.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from ..model import (
    NAME,
    Code,
    CodeList,
    Constant,
    Finding,
    Level,
    Meanings,
    Place,
    Provider,
    Registry,
    Withdrawn,
    did_you_mean,
    facts_of,
    names,
)

MAX_LIST = 1000
# The most names that one finding lists.
_MOST_SHOWN = 3

# The longest name, and what messages call it.
_CHOSEN: tuple[int, str] = (names.MAX_CHOSEN_NAME, "a name that we choose")
_ANY: tuple[int, str] = (names.MAX_NAME, "a name")

Findings = Iterator[Finding]


def check_codes(registry: Registry) -> list[Finding]:
    findings: list[Finding] = []
    for provider in registry:
        for rule in PROVIDER_RULES:
            findings += rule(provider)
        for code_list in provider.lists:
            for list_rule in LIST_RULES:
                findings += list_rule(code_list)
    return findings


def _all_codes(code_list: CodeList) -> tuple[Code, ...]:
    return code_list.codes + code_list.withdrawn


def _whole_codes(code_list: CodeList) -> list[Code]:
    """Return the codes that could be read completely, if the list could."""
    if code_list.is_partial:
        return []
    return [code for code in code_list.codes if not code.is_partial]


# The emitted module is named after the slug. A reader who knows one file must find the other.
def slug_differs_from_file(file: Provider | Meanings) -> Findings:
    slug, stem = file.provider, PurePosixPath(file.place.file).stem
    if stem != slug:
        message = f"the provider is {slug}, but the file is {stem}.yaml"
        help = f"rename the file to {slug}.yaml"
        yield Finding("slug-differs-from-file", message, help, file.place)


# A module with such a name would replace a part of the emitted package.
def slug_reserved(provider: Provider) -> Findings:
    slug = provider.provider
    if reason := names.PACKAGE_NAMES.get(slug):
        message = f"the slug {slug} {reason}"
        yield Finding("slug-reserved", message, f"call it {slug}_sms, for example", provider.place)


# One module defines all of these names, so they must differ. They must differ by more than case,
# because the tables of the enums are named after them in upper case.
def module_name_twice(provider: Provider) -> Findings:
    taken: dict[str, str] = {}
    for name, what, place in _module_names(provider):
        if reason := names.MODULE_NAMES.get(name):
            yield Finding("name-reserved", f"{name} {reason}", "choose another name", place)
        if first := taken.get(name.lower()):
            message = f"{name} ({what}) has the same name as {first}, apart from case"
            yield Finding("module-name-twice", message, "rename one of them", place)
        taken.setdefault(name.lower(), what)


def _module_names(provider: Provider) -> Iterator[tuple[str, str, Place]]:
    for constant in provider.constants:
        yield constant.name, f"the constant {constant.name}", constant.place
    for code_list in provider.lists:
        name, place = code_list.name, code_list.place
        if code_list.groups:
            yield code_list.group_name, f"the group enum of {name}", place
        yield name, f"the list {name}", place
        if any(code.aliases for code in code_list.members):
            yield f"{name}Names", f"the table of the names of {name}", place
        if code_list.facts:
            yield f"{name}Facts", f"the table of the facts of {name}", place
    for family in provider.families:
        for name in family.names:
            yield name, f"{name} of the family {family.name}", family.place


def family_unsound(provider: Provider) -> Findings:
    if provider.is_partial:
        return
    known = [code_list.name for code_list in provider.lists]
    for family in provider.families:
        what, place = f"the family {family.name}", family.place
        if (union := family.names.union) in names.KEYWORDS:
            message = f"the union of {what} would be called {union}"
            yield Finding("name-reserved", message, "choose another name", place)
        if not family.lists and not family.is_partial:
            yield Finding("family-empty", f"{what} has no lists", "add its lists", place)
        for name in dict.fromkeys(family.lists):
            if name not in known:
                message = f"{what} contains {name}, but there is no such list"
                yield Finding("family-list-unknown", message, did_you_mean(name, known), place)


def document_unknown(provider: Provider) -> Findings:
    if provider.is_partial:
        return
    known = [document.name for document in provider.documents]
    sources: list[CodeList | Constant] = [*provider.lists, *provider.constants]
    for each in sources:
        if each.document is not None and each.document not in known:
            message = (
                f"{each.name} names the document {each.document}, but there is no such document"
            )
            help = did_you_mean(each.document, known)
            yield Finding("document-unknown", message, help, each.place)


# A class without members could be subclassed, and represents no table.
def empty(provider: Provider) -> Findings:
    if not provider.lists and not provider.is_partial:
        message = f"{provider.provider} has no lists"
        yield Finding("provider-empty", message, "add one to `lists`", provider.place)
    for code_list in provider.lists:
        if not code_list.members and not code_list.is_partial:
            message = f"{code_list.name} has no codes"
            help = "add its codes, fill it from its page with `update`, or remove the list"
            yield Finding("list-empty", message, help, code_list.place)


def ignored_all(provider: Provider) -> Findings:
    for ignored in provider.ignore:
        if not (ignored.heading or ignored.columns or ignored.row or ignored.column):
            message = "an entry of ignore that names nothing ignores every table"
            help = "name the heading, the columns, the row or the column to ignore"
            yield Finding("ignored-all", message, help, ignored.place)


# If we choose the names, the same meaning has the same name in every list of a provider.
# Codes with a twin in their own list are exempt, because they get a qualifier.
def name_unlike_its_equals(provider: Provider) -> Findings:
    first: dict[str, tuple[Code, CodeList]] = {}
    for code_list in provider.lists:
        nameless = [
            (code, names.wording(code.description))
            for code in _whole_codes(code_list)
            if code.documented_name is None and code.description
        ]
        twins = Counter(wording for _, wording in nameless)
        for code, wording in nameless:
            if code_list.values == "str" or code.name_proposed or twins[wording] > 1:
                continue
            other, other_list = first.setdefault(wording, (code, code_list))
            if other.name != code.name:
                message = f"{code.name} has the same text as {other.name} in {other_list.name}"
                # The page may have made the texts alike later, so a known name stays.
                help = "give both the same name, and add the old one to `former_names`"
                yield Finding("name-unlike-its-equals", message, help, code.place, "warning")


# Enum silently makes the second of two equal values an alias of the first.
def value_twice(code_list: CodeList) -> Findings:
    # A withdrawn code whose `in_enum` could not be read is perhaps not a member.
    members = [
        code for code in code_list.members if not code.is_partial or not isinstance(code, Withdrawn)
    ]
    for entries in (members, code_list.groups):
        first: dict[int | str, str] = {}
        for entry in entries:
            if other := first.get(entry.value):
                message = f"{entry.name} has the same value as {other}: {entry.value!r}"
                help = f"fix the value, or make the name one of the `aliases` of {other}"
                yield Finding("value-twice", message, help, entry.place)
            first.setdefault(entry.value, entry.name)


# A Python name never returns with another meaning. So the names of withdrawn codes and former
# names stay reserved for ever. The name of the list is taken as well: in the body of the class,
# annotations refer to it, and the member would hide it.
def name_twice(code_list: CodeList) -> Findings:
    groups = ((group.name, "a group", group.place) for group in code_list.groups)
    for members in (_member_names(code_list), groups):
        first = {code_list.name: "the name of the list itself"}
        for name, what, place in members:
            if owner := first.get(name):
                message = f"{name} ({what}) is already {owner}"
                yield Finding("name-twice", message, "rename one of them", place)
            first.setdefault(name, f"{what} on line {place.line}")


def _member_names(code_list: CodeList) -> Iterator[tuple[str, str, Place]]:
    for code in _all_codes(code_list):
        what = "a withdrawn code" if isinstance(code, Withdrawn) else "a code"
        yield code.name, what, code.place
    for code in _all_codes(code_list):
        for alias in code.aliases:
            yield alias.name, f"an alias of {code.name}", alias.place
        for name in code.former_names:
            yield name, f"a former name of {code.name}", code.place


# An int never equals text, so a value of the wrong type would never match a received one.
def value_of_wrong_type(code_list: CodeList) -> Findings:
    groups = () if code_list.is_partial else code_list.groups
    for key, values, entries in (
        ("values", code_list.values, _all_codes(code_list)),
        ("group_values", code_list.group_values, groups),
    ):
        for entry in entries:
            if isinstance(entry.value, int) and values == "str":
                message = f"the value of {entry.name} is a number in a list of texts"
                help = f'write "{entry.value}", or change `{key}` of the list to int'
                yield Finding("value-not-text", message, help, entry.place)
            elif isinstance(entry.value, str) and values == "int":
                message = f"the value of {entry.name} is {entry.value!r} in a list of numbers"
                help = "write a number without quotes and of at most 18 digits, or change"
                help = f"{help} `{key}` of the list to str"
                yield Finding("value-not-a-number", message, help, entry.place)


# The facts that a list documents set the types of its properties, so every member needs them.
def fact_missing(code_list: CodeList) -> Findings:
    # The key of a code is its documented name, if no other is given.
    promised = [
        fact
        for fact in facts_of(code_list)
        if fact.name in code_list.documents and fact is not NAME
    ]
    for code in code_list.members:
        for fact in promised:
            if not code.is_partial and fact.of(code) is None:
                message = f"{code.name} has no {fact.name}, although {code_list.name} documents it"
                help = f"add it, or remove {fact.name} from `documents`"
                yield Finding("fact-missing", message, help, code.place)


# A fact becomes a property of the enum.
def fact_name_reserved(code_list: CodeList) -> Findings:
    for fact in code_list.facts:
        # The keywords are refused with all names that break their pattern.
        if fact.name in names.FACT_NAMES and fact.name not in names.KEYWORDS:
            message = f"the fact {fact.name} {names.FACT_NAMES[fact.name]}"
            help = f"call it {names.suggest_fact(fact.name, fact.values)}"
            yield Finding("name-reserved", message, help, fact.place)


# No page would change or remove the values of such a fact.
def fact_unbound(code_list: CodeList) -> Findings:
    for fact in code_list.facts:
        if code_list.tables and fact.name not in code_list.tables.fields:
            message = f"no column of {code_list.name} is bound to the fact {fact.name}"
            help = "add it to `columns`, or remove the fact and its values"
            yield Finding("fact-unbound", message, help, fact.place, "warning")


# Only one of two meanings could count.
def flag_word_twice(code_list: CodeList) -> Findings:
    if code_list.tables:
        flags = code_list.tables.flags
        no = set(map(str.casefold, flags.false))
        for word in (word for word in flags.true if word.casefold() in no):
            message = f"{word} means both true and false"
            yield Finding("flag-word-twice", message, "remove it from one of them", flags.place)


def group_unknown(code_list: CodeList) -> Findings:
    if code_list.is_partial:
        return
    groups = [group.name for group in code_list.groups]
    for code in _all_codes(code_list):
        if code.group is not None and code.group not in groups:
            message = f"{code_list.name} has no group {code.group}"
            help = did_you_mean(code.group, groups) or "add it to `groups` of the list"
            yield Finding("group-unknown", message, help, code.place)


# Type checkers, and enum itself since 3.13, take time that grows with the square of the members.
def list_long(code_list: CodeList) -> Findings:
    if (number := len(code_list.members)) > MAX_LIST:
        message = f"{code_list.name} has {number:,} codes: imports and type checks will be slow"
        help = "split it as the page does"
        yield Finding("list-long", message, help, code_list.place, "warning")


# A withdrawn code that left the enum has no member that could have an alias.
def alias_of_nothing(code_list: CodeList) -> Findings:
    for code in code_list.withdrawn:
        for alias in code.aliases:
            if not code.in_enum:
                message = f"{alias.name} is an alias of {code.name}, which has left the enum"
                yield Finding("alias-of-nothing", message, "add it to `former_names`", alias.place)


# A chosen name must be short enough to read and to type. Any name must fit on its line.
def name_long(provider: Provider) -> Findings:
    for name, place, longest, kind in _names_with_limits(provider):
        if len(name) > longest:
            message = f"{name} is longer than {longest} characters, the limit for {kind}"
            help = "shorten it"
            if longest == names.MAX_NAME:
                help += ", and keep the page's spelling in documented_name"
            yield Finding("name-long", message, help, place)


def _names_with_limits(provider: Provider) -> Iterator[tuple[str, Place, int, str]]:
    """Yield each future Python name with its place, its longest length, and what it is."""
    yield provider.provider, provider.place, *_CHOSEN
    for constant in provider.constants:
        yield constant.name, constant.place, *_CHOSEN
    for code_list in provider.lists:
        yield code_list.name, code_list.place, names.MAX_CLASS_NAME, "a class"
        for fact in code_list.facts:
            yield fact.name, fact.place, *_CHOSEN
        for group in code_list.groups:
            yield group.name, group.place, *_ANY
        chosen = {
            code.name
            for code in _all_codes(code_list)
            if code.documented_name is None and not (code_list.is_partial or code.is_partial)
        }
        for name, _, place in _member_names(code_list):
            yield name, place, *(_CHOSEN if name in chosen else _ANY)


# A name says what a code means. A number alone says nothing, and the member has the value anyway.
# A name may end with the value only if the rest is taken by another name of the list, or the page
# does not distinguish the code from another one, or from a withdrawn one whose name stays reserved.
# Proposed names are exempt, because they are not chosen yet, and so are names of the page that
# contain the value.
def name_has_value(code_list: CodeList) -> Findings:
    if code_list.values == "str":
        return
    alike = Counter(_words_on_page(code_list, code) for code in _all_codes(code_list))
    taken = {name for name, _, _ in _member_names(code_list)}
    for code in _whole_codes(code_list):
        value, words = str(code.value), code.name.split("_")
        if code.name_proposed or value not in words:
            continue
        if value in names.suggest(code.documented_name or "").split("_"):
            continue
        # A tool adds a number if the name with the value is taken, too.
        place = words.index(value)
        is_suffix = all(map(str.isdigit, words[place:]))
        if is_suffix and "_".join(words[:place]) in taken:
            continue
        if not is_suffix or alike[_words_on_page(code_list, code)] == 1:
            message = f"{code.name} contains its own value"
            help = "name the meaning; only codes with the same text may end with their value"
            # The other code may have left or changed since. A known name is not refused for that.
            level: Level = "warning" if is_suffix else "error"
            yield Finding("name-has-value", message, help, code.place, level)


# Codes with the same name or words on the page: no name can express their difference.
def _words_on_page(code_list: CodeList, code: Code) -> str:
    return code.documented_name or names.wording(code.description)


# A release needs decisions, not proposals. Names that left the enum are not released.
def name_proposed(provider: Provider) -> Findings:
    help = (
        f"`provider-codes names {provider.provider}` lists them with their texts, and confirms them"
        " with --accept"
    )
    for code_list in provider.lists:
        if proposed := [code for code in code_list.members if code.name_proposed]:
            shown = ", ".join(code.name for code in proposed[:_MOST_SHOWN])
            left = len(proposed) - _MOST_SHOWN
            more = f" and {left} more" if left > 0 else ""
            verb = "is" if len(proposed) == 1 else "are"
            message = f"{shown}{more} of {code_list.name} {verb} proposed by a tool"
            yield Finding("name-proposed", message, help, proposed[0].place, "warning")


# Our reading of a broken row holds only until the page is fixed, so every run reports it.
def erratum(code_list: CodeList) -> Findings:
    by_row: defaultdict[str, list[Code]] = defaultdict(list)
    for code in code_list.codes:
        if code.erratum:
            by_row[code.erratum.page].append(code)
    for page, codes in by_row.items():
        members = " and ".join(code.name for code in codes)
        message = f"the page is broken at {members} of {code_list.name}: {page}"
        yield Finding("erratum", message, "", codes[0].place, "note")


PROVIDER_RULES: tuple[Callable[[Provider], Findings], ...] = (
    slug_differs_from_file,
    slug_reserved,
    empty,
    ignored_all,
    module_name_twice,
    family_unsound,
    document_unknown,
    name_long,
    name_unlike_its_equals,
    name_proposed,
)

LIST_RULES: tuple[Callable[[CodeList], Findings], ...] = (
    name_twice,
    name_has_value,
    value_twice,
    value_of_wrong_type,
    fact_missing,
    fact_name_reserved,
    fact_unbound,
    flag_word_twice,
    group_unknown,
    list_long,
    alias_of_nothing,
    erratum,
)
