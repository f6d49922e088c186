"""Rooms of the tool: what each may import, and that they use each other's doors only.

CONTRIBUTING.md has the same table. A module of one room imports another room by its name
(`from ..model import Code`) and never a module inside it.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from mccabe import PathGraphingAstVisitor
from provider_codes_generator.cli.app import COMMANDS, Command
from provider_codes_generator.emit import TARGETS

TOOL = Path(__file__).parent.parent / "generator/provider_codes_generator"

# A room, and the other rooms that it may import.
ROOMS = {
    "model": "",
    "spec": "model",
    "rules": "model",
    "pages": "model spec",
    "changes": "model",
    "prove": "model",
    "project": "model spec rules",
    "transcribe": "model pages spec rules changes",
    "emit": "model project prove",
    "cli": "model spec rules pages changes prove project transcribe emit",
}


def imports(path: Path) -> Iterator[tuple[str, str, set[str]]]:
    """Yield the place, the room and the names of each import from another room."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            place, names = f"{path.name}:{node.lineno}", {alias.name for alias in node.names}
            is_relative = isinstance(node, ast.ImportFrom) and node.level > 0
            assert is_relative or TOOL.name not in ast.unparse(node), f"{place}: import relatively"
            if isinstance(node, ast.ImportFrom) and node.level > 1:
                yield place, "." * (node.level - 2) + (node.module or ""), names


def exports(room: str) -> set[str]:
    """Return the names that a room imports `as` themselves, and what it defines itself."""
    body = ast.parse((TOOL / room / "__init__.py").read_text(encoding="utf-8")).body
    aliases = [each for node in body if isinstance(node, ast.ImportFrom) for each in node.names]
    defined = {node.name for node in body if isinstance(node, ast.FunctionDef)}
    return defined | {each.name for each in aliases if each.asname == each.name}


def test_every_module_is_in_a_room() -> None:
    entries = {path.stem for path in TOOL.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert entries - {"__pycache__", "__init__", "__main__"} == ROOMS.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_below_it_and_by_their_doors(room: str) -> None:
    for path in (TOOL / room).glob("*.py"):
        for place, target, names in imports(path):
            assert target in ROOMS[room].split(), f"{place}: {target}"
            assert names <= exports(target), f"{place}: {names - exports(target)}"


def test_contributing_has_the_same_table_and_floors() -> None:
    text = (TOOL.parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("| room |")[2].partition("\n\n")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| .+ \| (.*?) ?\|$", table, re.MULTILINE))
    assert rows.pop("cli") == "all" and {"cli", *ROOMS["cli"].split()} == ROOMS.keys()
    allowed = {room: [each for each in ROOMS[room].split() if each != "model"] for room in ROOMS}
    assert rows == {
        room: ", ".join(f"`{each}`" for each in allowed[room]) for room in ROOMS if room != "cli"
    }
    floors: dict[str, int] = {}
    for room, below in ROOMS.items():
        floors[room] = 1 + max((floors[each] for each in below.split()), default=0)
    plan = [[room for room in ROOMS if floors[room] == floor] for floor in range(5, 0, -1)]
    assert "```\n" + "\n".join(map("   ".join, plan)) + "\n```" in text


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for(room: str) -> None:
    tree = ast.parse((TOOL / room / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{room} has no paragraph of purpose"


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_has_a_command(target: str) -> None:
    assert TARGETS[target].command == f"provider-codes {target}"
    assert target in {command.name for command in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_names_a_function(command: Command) -> None:
    module, function = command.run.split(":")
    assert callable(getattr(import_module(f"{TOOL.name}.cli.{module}"), function))


def test_to_parse_arguments_loads_no_other_room() -> None:
    """`--help` and `lookup` start fast, because each command imports what it needs when it runs."""
    ours = loaded_by("from provider_codes_generator.cli import parser; parser()")
    rooms = {name.split(".")[1] for name in ours if name.startswith(f"{TOOL.name}.")}
    assert rooms == {"cli"}
    # Newer versions of argparse need dataclasses themselves, for their colours.
    bare = loaded_by("import argparse; argparse.ArgumentParser().add_argument('-x', help='x')")
    assert "dataclasses" not in ours - bare


def loaded_by(script: str) -> set[str]:
    """The modules that a process has loaded after the script."""
    whole = f"import sys; {script}; print(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", whole], text=True).split())


@pytest.mark.parametrize("room", ROOMS)
def test_a_docstring_says_what_the_function_returns_or_does(room: str) -> None:
    """`Return …`, `Whether …`, `Yield …` or another verb. Only a property is a thing."""
    things = {"A", "All", "An", "Each", "Every", "How", "Its", "The", "These", "What", "Where"}
    for path in (TOOL / room).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (text := ast.get_docstring(node)):
                is_property = any("property" in ast.unparse(each) for each in node.decorator_list)
                first = text.split()[0].rstrip(",;:")
                assert is_property or first not in things, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("room", ROOMS)
def test_no_function_is_long_or_complex(room: str) -> None:
    for path in (TOOL / room).glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                assert node.end_lineno - node.lineno < 40, f"{path.name}:{node.lineno}"
        measured = PathGraphingAstVisitor()
        measured.preorder(tree, measured)
        for graph in measured.graphs.values():
            assert graph.complexity() <= 10, f"{path.name}:{graph.lineno}"
