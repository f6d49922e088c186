"""Specs of any size in the shape of this field, the same ones in every run."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from random import Random

from provider_codes_generator.spec import layout
from provider_codes_generator.spec.load import load_folder
from provider_codes_generator.model.registry import (
    Code,
    CodeList,
    Document,
    Group,
    Provider,
    Tables,
    ValueType,
)

from .places import SPECS

_PYPROJECT = """\
[tool.provider-codes]
specs = "specs"
output = "out/codes"
"""
_GROUPS = 10
# One provider in this many has codes that are texts.
_TEXTS = 5
_FIRST_VALUE = 1000

# A name has a word of each, and as few words as make it unique: there are 65,536 names.
_WORDS = (
    (
        "MESSAGE SENDER RECIPIENT ACCOUNT NUMBER ROUTE GATEWAY SUBSCRIBER HANDSET CHANNEL REPORT "
        "REQUEST CREDIT TEMPLATE CAMPAIGN PREFIX"
    ).split(),
    (
        "REJECTED EXPIRED UNKNOWN BLOCKED MISSING INVALID TIMED_OUT UNREACHABLE TOO_LONG "
        "NOT_ALLOWED DUPLICATED SUSPENDED UNSUPPORTED EXHAUSTED MISROUTED DEFERRED"
    ).split(),
    (
        "TODAY ABROAD AGAIN HERE TWICE ONCE EARLY LATE LOCALLY NOW ALWAYS EVER BEFORE LATER "
        "MOSTLY RARELY"
    ).split(),
    "AA BB CC DD EE FF GG HH II JJ KK LL MM NN OO PP".split(),
)
# About 80 characters each, with characters that Python, JSON or YAML escape.
_DESCRIPTIONS = (
    'The {} was {}: status "{}" came back from the operator.',
    "The {} is {} on the operator’s end, so nothing can be told ({}).",
    "The {} was {} after 100 % of all attempts, see C:\\logs\\{}.",
    "The user's {} was {} before the message was handed over, code {}.",
    "Either the {} has been {}, or the validity period ended: {}.",
    "The {} could not be used: it is {}; please contact support, {}.",
)


def real() -> tuple[Provider, ...]:
    """The five specs of the project."""
    return load_folder(SPECS, SPECS.name)[0].providers


def providers(number: int, codes: int) -> tuple[Provider, ...]:
    """This many specs with this many codes each."""
    return tuple(provider(place, codes) for place in range(number))


def provider(number: int, codes: int, *, grouped: bool = True) -> Provider:
    """A spec with one list of this many codes; always the same for the same number."""
    random = Random(number)
    values: ValueType = "str" if number % _TEXTS == _TEXTS - 1 else "int"
    groups = _groups(min(_GROUPS, codes)) if grouped else ()
    facts: tuple[str, ...] = ("name", "permanent", "group") if grouped else ("name", "permanent")
    columns = (("value", "Id"), ("permanent", "Permanent"), ("name", "Name"))
    code_list = CodeList(
        name="DeliveryError",
        title="Delivery error codes",
        document="codes",
        values=values,
        documents=facts,
        tables=Tables(
            columns=(*columns, ("description", "Description")),
            heading=("Delivery error codes",),
            group=("{name} (group id: {value})",) if grouped else (),
        ),
        groups=groups,
        codes=tuple(_code(random, place, values, groups) for place in range(codes)),
    )
    return Provider(
        provider=f"provider_{number:03}",
        title=f"Provider {number}",
        documents=(Document(name="codes", title="Error codes", retrieved=date(2026, 1, 1)),),
        lists=(code_list,),
    )


def _groups(number: int) -> tuple[Group, ...]:
    return tuple(
        Group(
            name=f"{subject}_ERRORS",
            value=value,
            documented_name=f"{subject}_ERRORS",
            description=f"The request has not been completed due to {subject.lower()} issues.",
        )
        for value, subject in enumerate(_WORDS[0][:number])
    )


def _code(random: Random, place: int, values: ValueType, groups: Sequence[Group]) -> Code:
    words = _words(place)
    subject, *trouble = (word.lower().replace("_", " ") for word in words)
    # The values differ from the places, because a name that contains its own value gets a warning.
    value = _FIRST_VALUE + 3 * place
    name = f"EC_{'_'.join(words)}"
    return Code(
        name=name,
        documented_name=name,
        value=value if values == "int" else f"E{value}",
        permanent=random.random() < 0.5,
        group=random.choice(groups).name if groups else None,
        description=random.choice(_DESCRIPTIONS).format(subject, " ".join(trouble), place),
    )


def _words(place: int) -> list[str]:
    """The words of the name of a code: two, or more if two are not unique."""
    found: list[str] = []
    for number, words in enumerate(_WORDS):
        place, index = divmod(place, len(words))
        if number < 2 or index or place:
            found.append(words[index])
    return found


def write_project(folder: Path, providers: Iterable[Provider]) -> None:
    """Write a user's project: its configuration and its specs."""
    specs = folder / "specs"
    specs.mkdir(parents=True)
    (folder / "pyproject.toml").write_text(_PYPROJECT, encoding="utf-8")
    for each in providers:
        (specs / f"{each.provider}.yaml").write_text(layout.dump(each), encoding="utf-8")
