"""Rooms of the tool: what each may import, and that they use each other's doors only.

The table is the floor plan. A module of one room imports another room by its name
(`from ..model import Code`) and never a module inside it.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
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
    "transcribe": "model spec rules pages changes",
    "emit": "model project prove",
    "cli": "model spec rules pages changes prove project transcribe emit",
}


def imports(path: Path) -> Iterator[tuple[int, int, str]]:
    """Each import of the tool's own modules: line, level (2 leaves the room) and target."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level or not str(node.module).startswith(TOOL.name), "import it relatively"
            if node.level:
                yield node.lineno, node.level, node.module or ""


def test_every_module_is_in_a_room() -> None:
    entries = {path.stem for path in TOOL.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert entries - {"__pycache__", "__init__", "__main__"} == ROOMS.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_below_it_and_by_their_doors(room: str) -> None:
    for path in (TOOL / room).glob("*.py"):
        for line, level, target in imports(path):
            if level == 2:
                assert target in ROOMS[room].split(), f"{path.name}:{line}: {target}"
            else:
                assert level == 1, f"{path.name}:{line}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for(room: str) -> None:
    tree = ast.parse((TOOL / room / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{room} has no paragraph of purpose"


def test_a_proof_knows_nothing_of_how_the_text_was_made() -> None:
    assert ROOMS["prove"] == "model"


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
def test_no_function_is_longer_than_a_page(room: str) -> None:
    for path in (TOOL / room).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                assert node.end_lineno - node.lineno < 40, f"{path.name}:{node.lineno}"
