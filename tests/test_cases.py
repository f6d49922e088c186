"""One small spec per hazard: what is emitted for it, and whether that is true.

The goldens show a reviewer what a change does to the emitted text. They cannot show whether the
text is right, so every emitted module is also imported and compared with its spec as plain PyYAML
reads it: a path that shares no code with the loader, the model, the views, the templates or
`prove`. tests/test_hostile.py does so with random specs.
"""

import ast
import importlib
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from itertools import count
from pathlib import Path
from types import ModuleType, UnionType
from typing import Any, cast, get_args

import black
import pytest
import yaml
from helpers_cases import Goldens
from helpers_specs import RENDERER
from provider_codes_generator.emit import TARGETS, build
from provider_codes_generator.project.config import Config
from provider_codes_generator.model.findings import render_findings

CASES = Path(__file__).parent / "cases"
HAZARDS = sorted(path.name for path in CASES.iterdir() if path.is_dir())
Spec = dict[str, Any]


@dataclass(frozen=True)
class Emitted:
    """A provider's spec as PyYAML reads it, and what was emitted for it."""

    spec: Spec = field(repr=False)
    text: str = field(repr=False)
    module: ModuleType

    @property
    def lists(self) -> Iterator[tuple[Spec, Any]]:
        """Each list of the spec, with its class."""
        for name, code_list in self.spec["lists"].items():
            yield code_list, getattr(self.module, name)


# The goldens


def built(hazard: str) -> dict[str, str]:
    """The text of what is emitted for a case, by file name; the findings have to be those in CASES."""
    result = build(TARGETS["generate"], Config(specs=Path(hazard), output=Path("emitted")))
    assert result.files, render_findings(result.findings, "text")
    files = {path.name: text for path, text in result.files.items()}
    return files | {"findings.json": render_findings(result.findings, "json")}


def golden(hazard: str, files: Mapping[str, str]) -> dict[str, str]:
    """The emitted files that a case keeps: the others are the same for all."""
    slugs = [path.stem for path in (CASES / hazard).glob("*.yaml")]
    kept = [f"{slug}.py" for slug in slugs] + ["findings.json"]
    return {name: files[name] for name in kept + ["__init__.py", "_modules.py"] * (len(slugs) > 1)}


@pytest.mark.parametrize("hazard", HAZARDS)
def test_golden(hazard: str, goldens: Goldens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    goldens(CASES / hazard / "expected", golden(hazard, built(hazard)))


# Emitted modules, and specs read without the tool


# Ten times faster if PyYAML was built with libyaml
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def plain(text: str) -> Spec:
    """The spec as nested dicts of text: PyYAML without guesses, so that every scalar is text."""
    spec: Spec = yaml.load(text, LOADER)
    return spec


_numbers = count()


def imported(files: Mapping[str, str], folder: Path) -> ModuleType:
    """The emitted files as a package with a unique name."""
    name = f"emitted_{next(_numbers)}"
    (folder / name).mkdir()
    for file, text in files.items():
        (folder / name / file).write_bytes(text.encode())
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))


def emitted_for(specs: Path, folder: Path) -> list[Emitted]:
    """What is emitted for a folder of specs, imported, by provider."""
    files = build(TARGETS["generate"], Config(specs=specs, output=folder)).files
    package = imported({path.name: text for path, text in files.items()}, folder)
    return [
        Emitted(
            plain(path.read_text(encoding="utf-8")),
            files[folder / f"{path.stem}.py"],
            importlib.import_module(f"{package.__name__}.{path.stem}"),
        )
        for path in sorted(specs.glob("*.yaml"))
    ]


# Facts of a code in the spec, by the terms of design.md


def api_value(kind: str, text: str) -> int | str:
    """A value as the API has it."""
    return int(text) if kind == "int" else text


def members(code_list: Spec) -> dict[str, Spec]:
    """What the enum lists, in order: the codes, then the withdrawn ones it keeps."""
    kept = {
        name: code
        for name, code in code_list.get("withdrawn", {}).items()
        if code.get("in_enum", "true") == "true"
    }
    return {**code_list["codes"], **kept}


def documented_name(code_list: Spec, name: str, entry: Spec) -> str | None:
    """The provider's name of a code or an alias."""
    page = entry.get("erratum", {}).get("page", name).replace("\\", "")
    # A broken row may lack the name, so the key is our reading of it.
    own = name if "name" in code_list.get("documents", []) and name in page else None
    given_name: str | None = entry.get("documented_name", own)
    return given_name


def documented_names(code_list: Spec, name: str, code: Spec) -> tuple[str, ...]:
    """The provider's names of a code, including those of its aliases."""
    entries = {name: code, **code.get("aliases", {})}
    found = (documented_name(code_list, key, entry) for key, entry in entries.items())
    return tuple(each for each in found if each is not None)


def second_names(code_list: Spec) -> dict[str, tuple[str, str]]:
    """Aliases and former names, each with its member and the text below it."""
    found: dict[str, tuple[str, str]] = {}
    for name, code in members(code_list).items():
        for alias, entry in code.get("aliases", {}).items():
            found[alias] = name, entry.get("description", "")
        for former in code.get("former_names", []):
            found[former] = name, f"Deprecated: the former name of {name}."
    return found


# The checks, each of what was emitted for one provider


def check_classes(emitted: Emitted) -> None:
    lists = [getattr(emitted.module, name) for name in emitted.spec["lists"]]
    assert list(emitted.module.LISTS) == lists
    assert set(emitted.module.__all__) <= vars(emitted.module).keys()
    for code_list, enum in emitted.lists:
        assert issubclass(enum, IntEnum if code_list["values"] == "int" else StrEnum)
        assert code_list["title"] in folded(enum.__doc__)
        assert hasattr(emitted.module, f"{enum.__name__}Group") == bool(code_list.get("groups"))
        if document := emitted.spec.get("documents", {}).get(code_list.get("document")):
            assert document["title"] in folded(enum.__doc__)
            edition = folded(emitted.module.__doc__)
            assert all(
                document.get(key, "") in edition for key in ("title", "retrieved", "address")
            )


def check_members(emitted: Emitted) -> None:
    for code_list, enum in emitted.lists:
        kind = code_list["values"]
        wanted = [
            (name, api_value(kind, code["value"])) for name, code in members(code_list).items()
        ]
        found = [(member.name, member.value) for member in enum]
        assert found == wanted
        assert all(type(value) is (int if kind == "int" else str) for _, value in found)
        assert all(enum(value) is enum[name] for name, value in wanted)


def check_descriptions_and_flags(emitted: Emitted) -> None:
    for code_list, enum in emitted.lists:
        for name, code in members(code_list).items():
            assert enum[name].description == code.get("description", "")
            wanted = {"true": True, "false": False}.get(code.get("permanent", ""))
            assert enum[name].permanent is wanted


def check_documented_names(emitted: Emitted) -> None:
    for code_list, enum in emitted.lists:
        by_name: dict[str, list[Any]] = {}
        for name, code in members(code_list).items():
            names = documented_names(code_list, name, code)
            assert enum[name].documented_name == documented_name(code_list, name, code)
            assert enum[name].documented_names == names
            for each in dict.fromkeys(names):
                by_name.setdefault(each, []).append(enum[name])
        for each, found in by_name.items():
            assert enum.documented_as(each) == tuple(found)
        assert enum.documented_as("no such name \\") == ()


def check_groups(emitted: Emitted) -> None:
    for code_list, enum in emitted.lists:
        groups, listed = code_list.get("groups", {}), members(code_list)
        classes = getattr(emitted.module, f"{enum.__name__}Group", {})
        for name, code in listed.items():
            assert enum[name].group is (classes[code["group"]] if "group" in code else None)
        kind = code_list.get("group_values", "int")
        found = [(group.name, group.value) for group in classes]
        assert found == [(name, api_value(kind, group["value"])) for name, group in groups.items()]
        assert all(type(value) is (int if kind == "int" else str) for _, value in found)
        for name, group in groups.items():
            assert classes[name].description == group.get("description", "")
            assert classes[name].documented_name == group.get("documented_name", name)
            codes = [code for code in enum if listed[code.name].get("group") == name]
            assert classes[name].codes == tuple(codes)


def check_second_names(emitted: Emitted) -> None:
    for code_list, enum in emitted.lists:
        for second, (name, _) in second_names(code_list).items():
            assert getattr(enum, second) is enum[name]
            assert second not in [member.name for member in enum]
        for name, code in code_list.get("withdrawn", {}).items():
            if name not in members(code_list):
                assert not any(
                    hasattr(enum, each) for each in [name, *code.get("former_names", [])]
                )


def check_types(emitted: Emitted) -> None:
    """A fact that a list documents is never None, and the types of properties say so."""
    for code_list, enum in emitted.lists:
        types = {"name": "str", "permanent": "bool", "group": f"{enum.__name__}Group"}
        for fact, of in types.items():
            attribute = "documented_name" if fact == "name" else fact
            if attribute in vars(enum):
                getter = cast(property, vars(enum)[attribute]).fget
                stated = fact in code_list.get("documents", [])
                if fact == "name":  # a broken row may lack it
                    codes = members(code_list).items()
                    stated &= all(documented_name(code_list, *each) for each in codes)
                wanted = of if stated else f"{of} | None"
                assert getter.__annotations__["return"] == wanted


def check_own_facts(emitted: Emitted) -> None:
    """Each fact that a list declares is a property, and None if the spec omits it."""
    kinds: dict[str, Callable[[str], Any]] = {"int": int, "bool": "true".__eq__, "str": str}
    for code_list, enum in emitted.lists:
        facts = code_list.get("facts", {})
        for name, code in members(code_list).items():
            given = code.get("facts", {})
            wanted = {
                each: kinds[of["values"]](given[each])
                for each, of in facts.items()
                if each in given
            }
            assert [*enum[name].facts.items()] == [*wanted.items()]  # in the declared order
            assert {each: type(value) for each, value in enum[name].facts.items()} == {
                each: type(value) for each, value in wanted.items()
            }
            assert {each: getattr(enum[name], each) for each in facts} == dict.fromkeys(
                facts
            ) | wanted
        for fact, of in facts.items():
            getter = cast(property, vars(enum)[fact]).fget
            kind = of["values"] if fact in code_list["documents"] else f"{of['values']} | None"
            assert getter.__annotations__["return"] == kind
            assert of["title"] in folded(getter.__doc__)


def check_constants(emitted: Emitted) -> None:
    docs = docstrings(ast.parse(emitted.text).body)
    for name, constant in emitted.spec.get("constants", {}).items():
        value: Any = getattr(emitted.module, name)
        several = isinstance(constant["value"], list)
        assert type(value) in ((tuple,) if several else (int, str))
        assert (list(value) if several else str(value)) == constant["value"]
        assert docs[name] == paragraphs(constant)


def check_families(emitted: Emitted) -> None:
    for family, names in emitted.spec.get("families", {}).items():
        lists = [(emitted.spec["lists"][name], getattr(emitted.module, name)) for name in names]
        alias = "".join(word.capitalize() for word in family.split("_"))
        assert operands(getattr(emitted.module, alias)) == [enum for _, enum in lists]
        find = getattr(emitted.module, f"find_{family}")
        for value in {member.value: None for _, enum in lists for member in enum}:
            found = [member for _, enum in lists for member in enum if is_read_as(value, member)]
            assert find(value) == tuple(found)
            assert find(value, "no such name \\") == ()
            for each in {name: None for member in found for name in member.documented_names}:
                assert find(value, each) == tuple(m for m in found if each in m.documented_names)
        grouped = [name for name in names if emitted.spec["lists"][name].get("groups")]
        groups = [getattr(emitted.module, f"{name}Group") for name in grouped]
        assert hasattr(emitted.module, f"find_{family}_group") == bool(groups)
        if groups:
            assert operands(getattr(emitted.module, f"{alias}Group")) == groups
            find_group = getattr(emitted.module, f"find_{family}_group")
            for value in {group.value: None for enum in groups for group in enum}:
                found = [group for enum in groups for group in enum if is_read_as(value, group)]
                assert find_group(value) == tuple(found)


def same(one: object, other: object) -> bool:
    """Whether two values are equal and of one type, so that 27 is not "27"."""
    return type(one) is type(other) and one == other


def is_read_as(value: object, member: Any) -> bool:
    """Whether the value is that of the member; text of digits, such as `-0`, is a number."""
    if isinstance(member.value, int) and isinstance(value, str):
        return re.fullmatch(r"-?[0-9]+", value) is not None and int(value) == member.value
    return same(member.value, value)


def operands(union: object) -> list[object]:
    """The classes of `A | B`, or the only class."""
    return list(get_args(union)) if isinstance(union, UnionType) else [union]


def check_docstrings(emitted: Emitted) -> None:
    """An editor shows the string below a member: the description, and what is marked as ours."""
    classes = {
        node.name: node for node in ast.parse(emitted.text).body if isinstance(node, ast.ClassDef)
    }
    check_note(emitted.spec, emitted.module)
    for code_list, enum in emitted.lists:
        docs = docstrings(classes[enum.__name__].body)
        wanted = {name: paragraphs(code) for name, code in members(code_list).items()}
        wanted |= {name: text or None for name, (_, text) in second_names(code_list).items()}
        assert docs == wanted
        check_note(code_list, enum)
        if groups := code_list.get("groups"):
            docs = docstrings(classes[f"{enum.__name__}Group"].body)
            assert docs == {name: paragraphs(group) for name, group in groups.items()}


def check_note(spec: Spec, documented: object) -> None:
    """The docstring ends with our note."""
    text = folded(documented.__doc__)
    assert text.endswith(f"Our note: {spec['note']}") if "note" in spec else "Our note" not in text


def paragraphs(code: Spec) -> str | None:
    """The text below a member: the page's text, our notes, and whether it is withdrawn."""
    found = [code["description"]] if "description" in code else []
    found += [f"Our note: {code['note']}"] if "note" in code else []
    if erratum := code.get("erratum"):
        reading = f"{erratum['reading'].removesuffix('.')}. {erratum['reason']}"
        found.append(f"The page is broken here. Our reading: {reading}")
        found.append(f"The page says: {erratum['page']}")
    if "since" in code:
        found.append(f"Withdrawn: no longer documented since {code['since']}.")
    return " ".join(found) or None


def check_notes(emitted: Emitted) -> None:
    """Lookup and export print what the docstrings add to the page's text, and name the page."""
    notes = importlib.import_module("._advice", emitted.module.__package__).notes
    source_of = importlib.import_module("._search", emitted.module.__package__).source_of
    for code_list, enum in emitted.lists:
        assert bool(source_of(enum)) is ("document" in code_list)
        for name, code in members(code_list).items():
            added = {key: text for key, text in code.items() if key != "description"}
            assert folded(" ".join(notes(enum[name]))) == folded(paragraphs(added))


def docstrings(body: list[ast.stmt]) -> dict[str, str | None]:
    """The text below each assignment and annotation, folded; None if there is none."""
    found: dict[str, str | None] = {}
    for statement, below in zip(body, [*body[1:], None], strict=True):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found[name] = None
                match below:
                    case ast.Expr(value=ast.Constant(value=str() as text)):
                        found[name] = folded(text)
                    case _:
                        pass
            case _:
                pass
    return found


def folded(text: str | None) -> str:
    """The text with all white space folded into single spaces."""
    return " ".join((text or "").split())


def check_layout(emitted: Emitted) -> None:
    """Black leaves the emitted text as it is."""
    assert black.format_str(emitted.text, mode=black.Mode()) == emitted.text


CHECKS: list[Callable[[Emitted], None]] = [
    check_classes,
    check_members,
    check_descriptions_and_flags,
    check_documented_names,
    check_groups,
    check_second_names,
    check_types,
    check_own_facts,
    check_constants,
    check_families,
    check_docstrings,
    check_layout,
]


@pytest.mark.parametrize("hazard", HAZARDS)
def test_emitted_modules_equal_their_specs(hazard: str, tmp_path: Path) -> None:
    for emitted in emitted_for(CASES / hazard, tmp_path):
        for check in (*CHECKS, check_notes):
            check(emitted)


@pytest.mark.parametrize("hazard", ["alias", "former_and_withdrawn"])
def test_second_names_are_looked_up(hazard: str, tmp_path: Path) -> None:
    (emitted,) = emitted_for(CASES / hazard, tmp_path)
    search = importlib.import_module("._search", emitted.module.__package__).search
    for code_list, enum in emitted.lists:
        for second, (name, _) in second_names(code_list).items():
            assert enum[name] in [each.code for each in search(second).exact]


def test_the_library_equals_our_specs(tmp_path: Path) -> None:
    # Without meanings, whose advice would be below the members
    specs, output = tmp_path / "specs", tmp_path / "output"
    shutil.copytree(CASES.parent.parent / "specs", specs, ignore=shutil.ignore_patterns("meanings"))
    output.mkdir()
    for emitted in emitted_for(specs, output):
        for check in CHECKS:
            if check is not check_layout:  # tests/test_generate.py has all emitted files
                check(emitted)


def test_a_package_of_two_providers_finds_across_them(tmp_path: Path) -> None:
    files = build(TARGETS["generate"], Config(specs=CASES / "two_providers", output=tmp_path)).files
    package = imported({path.name: text for path, text in files.items()}, tmp_path)
    assert package.PROVIDERS == ("acme", "bolt")
    assert not hasattr(package, "acme")
    found = [(type(code).__module__.split(".")[-1], code.name) for code in package.find(13)]
    assert found == [("acme", "SENT"), ("bolt", "EC_UNLUCKY")]
    assert package.find(13, "EC UNLUCKY") == (package.bolt.Result.EC_UNLUCKY,)
    assert package.find("13") == (*package.find(13), package.bolt.Word.THIRTEEN)
    assert package.find(15) == ()


# A module beside others


RUNTIME = {path.name: text for path, text in RENDERER.unchanged("static/*.py").items()}


def executed(text: str, package: str) -> ModuleType:
    """The emitted module, run beside the runtime of the package."""
    module = ModuleType(f"{package}.acme")
    module.__package__ = package
    exec(compile(text, "acme.py", "exec", dont_inherit=True), vars(module))
    return module
