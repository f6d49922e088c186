"""`provider-codes generate` as people run it, in projects of their own and in this one.

Correct files are written completely or not at all. Edited and foreign files stay. Nothing is
written if anything is wrong.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

import black
import pytest
from helpers_generate import (
    EMITTED,
    MODULES,
    NAMES,
    PACKAGE,
    ROOT,
    SCHEMA,
    SHARED,
    age,
    command,
    contents,
    copy_repository,
    edit,
    from_an_older_release,
    make_project,
    run,
    tree,
    without,
    write,
)

HERON, EGRET = f"{PACKAGE}/heron.py", f"{PACKAGE}/egret.py"
# One of each kind: a module, a template, a static file, an empty one, and the schema.
SORTS = [HERON, *SHARED[:3], SCHEMA]


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after its first run, to copy from."""
    folder = make_project(tmp_path_factory.mktemp("emitted"))
    with chdir(folder):
        assert run("generate") == (0, "".join(f"wrote {path}\n" for path in EMITTED), "")
    return folder


@pytest.fixture
def project(emitted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it with old files, as the current folder."""
    monkeypatch.chdir(shutil.copytree(emitted, tmp_path, dirs_exist_ok=True))
    age(tmp_path)
    return tmp_path


# Paths


def test_options_come_before_the_configuration(project: Path) -> None:
    before = tree(project)
    write(
        project / "other/ibis.yaml",
        (project / "docs/codes/egret.yaml").read_text().replace("egret", "ibis"),
    )
    found = run("generate", "--specs", "other", "--output", "made/here")
    assert found.status == 0
    made = sorted(path for path in contents(project) if path.startswith("made/"))
    assert made == sorted(f"made/here/{name}" for name in [*NAMES, "ibis.py"])
    assert before.items() <= tree(project).items()


@pytest.mark.parametrize("folder", ["docs/codes", "src/birds"])
def test_the_configuration_is_that_of_the_project(
    birds: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (birds / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(birds / folder)
    assert run("generate").status == 0
    assert set(EMITTED) <= set(contents(birds))
    edit(birds / "docs/codes/heron.yaml", "It was sent.", "It has been sent.")
    assert run("generate").out == f"wrote {os.path.relpath(birds / HERON)}\n"


def test_without_configuration_specs_are_in_specs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_project(tmp_path / "project")
    (tmp_path / "project/docs/codes").rename(tmp_path / "specs")
    monkeypatch.chdir(tmp_path)
    assert run("generate", "--output", "codes").status == 0
    names = {Path(path).name for path in (*SHARED, *MODULES)}
    assert {path.name for path in (tmp_path / "codes").iterdir()} == names


@pytest.mark.parametrize("how", ["option", "configuration"])
def test_a_missing_folder_of_templates(project: Path, how: str) -> None:
    """Otherwise its templates would be missing without a message."""
    if how == "configuration":
        edit(project / "pyproject.toml", "specs =", 'templates = "nowhere"\nspecs =')
    before = tree(project)
    found = run("generate", *(["--templates", "nowhere"] if how == "option" else []))
    assert (found.status, found.out) == (2, "")
    assert "nowhere" in found.err
    assert tree(project) == before


# Each command has its own folder, where it removes outdated files.
@pytest.mark.parametrize(
    ("setting", "arguments", "other"),
    [
        ("", f"site --output {PACKAGE}", "generate"),
        (f'site = "{PACKAGE}/../codes"', "site", "generate"),
        (f'site = "{PACKAGE}"', "generate heron", "site"),
        ("", f"site --output {PACKAGE}/site", "generate"),
        ('site = "site"', "generate --output site/codes", "site"),
        ("", "generate --output site", "site"),
        ('site = "elsewhere"', "generate --output site", "site"),
        ('site = "elsewhere"', "generate --output site heron --force", "site"),
    ],
)
def test_the_folder_of_another_command_is_refused(
    project: Path, setting: str, arguments: str, other: str
) -> None:
    assert run("site").status == 0
    edit(project / "pyproject.toml", "specs =", f"{setting}\nspecs =")
    before = tree(project)
    for more in ([], ["--check"], ["--diff"]):
        if "--force" not in arguments or not more:
            found = run(*arguments.split(), *more)
            assert (found.status, found.out) == (2, "")
            assert f"is for the files of `provider-codes {other}`: choose another" in found.err
            assert found.err.count("\n") == 1
    assert tree(project) == before


@pytest.mark.parametrize(
    "arguments", ["generate --output .", "generate --output docs/codes", "site --output ."]
)
def test_the_folder_of_the_project_or_of_its_specs_is_refused(
    project: Path, arguments: str
) -> None:
    before = tree(project)
    found = run(*arguments.split())
    assert (found.status, "choose another one" in found.err) == (2, True)
    assert tree(project) == before


def test_an_output_folder_that_is_a_link_to_itself(project: Path) -> None:
    (project / "loop").symlink_to("loop")
    found = run("generate", "--output", "loop")
    message = "provider-codes: loop: exists and is not a folder\n"
    assert (found.status, found.out, found.err) == (2, "", message)


# Outdated, edited and foreign files


Do = Callable[[Path], object]


def each(do: Callable[[Path], object], *paths: str) -> Do:
    """Do it to each of the paths of a project."""
    return lambda project: [do(project / path) for path in paths]


def _edit(path: Path) -> None:
    edit(path, "}" if path.name == Path(SCHEMA).name else "import ", "  # mine\n")


def _replace(path: Path) -> None:
    write(path, "MINE = True\n")


def _no_text(path: Path) -> None:
    path.write_bytes(b"NAME = '\xe9'\n")


def _change_spec(project: Path) -> None:
    edit(project / "docs/codes/heron.yaml", "It was sent.", "It has been sent.")


_remove_spec = each(Path.unlink, "docs/codes/heron.yaml")


def _edit_and_remove_spec(project: Path) -> None:
    _edit(project / HERON)
    _remove_spec(project)


class Case(NamedTuple):
    """A change of a project, and the findings that it causes, by path."""

    name: str
    do: Do
    found: dict[str, str]


TYPED = SHARED[2]
OUTDATED = [
    Case("missing", each(Path.unlink, *SORTS), dict.fromkeys(SORTS, "file-missing")),
    Case("spec changed", _change_spec, {HERON: "file-differs"}),
    Case("spec removed", _remove_spec, {HERON: "file-stale", SHARED[0]: "file-differs"}),
]
TEXTS = [path for path in SORTS if path != TYPED]
EDITED = [
    Case("edited", each(_edit, *TEXTS), dict.fromkeys(TEXTS, "file-edited")),
    Case("edited and spec removed", _edit_and_remove_spec, {HERON: "file-edited"}),
]
FOREIGN = [
    Case("foreign", each(_replace, *SORTS), dict.fromkeys(SORTS, "file-foreign")),
    Case("not UTF-8", each(_no_text, HERON), {HERON: "file-foreign"}),
]
NAMES_OF_OTHERS = [f"{PACKAGE}/{name}" for name in ("mine.py", "README.md", "mine/__init__.py")]
STRANGERS = [
    Case(
        "strangers",
        each(_replace, *NAMES_OF_OTHERS),
        dict.fromkeys([*NAMES_OF_OTHERS[:2], f"{PACKAGE}/mine"], "file-foreign"),
    ),
    Case("not UTF-8", each(_no_text, NAMES_OF_OTHERS[0]), {NAMES_OF_OTHERS[0]: "file-foreign"}),
]


def cases(*groups: list[Case]) -> pytest.MarkDecorator:
    """The cases of some groups as parameters."""
    found = [case for group in groups for case in group]
    return pytest.mark.parametrize("case", found, ids=[case.name for case in found])


def test_check_accepts_correct_files(project: Path) -> None:
    before = tree(project)
    assert run("generate", "--check") == (0, "", "")
    assert tree(project) == before


def assert_check_reports(project: Path, case: Case) -> None:
    """`--check` has the findings of the case, and writes nothing."""
    before = tree(project)
    found = run("generate", "--check")
    assert found.status == 1
    lines = found.out.splitlines()
    for path, finding in case.found.items():
        line = next(line for line in lines if line.startswith(f"{path}:"))
        assert f"error[{finding}]" in line
        help = lines[lines.index(line) + 1]
        is_foreign = finding == "file-foreign"
        assert ("move it elsewhere" if is_foreign else "provider-codes generate") in help
    assert tree(project) == before


@cases(OUTDATED)
def test_outdated_files_are_updated(project: Path, case: Case) -> None:
    case.do(project)
    assert_check_reports(project, case)
    found = run("generate")
    assert (found.status, found.err) == (0, "")
    for path, finding in case.found.items():
        verb = "removed" if finding == "file-stale" else "wrote"
        assert f"{verb} {path}" in found.out.splitlines()
        assert (project / path).exists() == (finding != "file-stale")
    assert run("generate", "--check") == (0, "", "")


@cases(EDITED, FOREIGN)
def test_edited_and_foreign_files_need_force(project: Path, case: Case) -> None:
    """If it is refused, nothing is written, not even other outdated files."""
    right = contents(project)
    case.do(project)
    assert_check_reports(project, case)
    edit(project / "docs/codes/egret.yaml", "The answer is no.", "The answer was no.")
    before = tree(project)
    found = run("generate")
    assert (found.status, found.out) == (1, "")
    for path, finding in case.found.items():
        assert f"{path}:1:1: error[{finding}]" in found.err
    assert "--force" in found.err
    assert tree(project) == before
    edit(project / "docs/codes/egret.yaml", "The answer was no.", "The answer is no.")
    assert run("generate", "--force").status == 0
    assert run("generate", "--check") == (0, "", "")
    if (project / "docs/codes/heron.yaml").exists():
        assert contents(project) == right


@cases(STRANGERS)
def test_unrelated_files_are_left_alone(project: Path, case: Case) -> None:
    case.do(project)
    assert_check_reports(project, case)
    _change_spec(project)
    before = contents(project)
    assert run("generate", "--strict").status == 1 and contents(project) == before
    for arguments in ([], ["--force"]):
        done = run("generate", *arguments)
        assert done.status == 0
        assert all(f"{path}:1:1: warning[{id}]" in done.err for path, id in case.found.items())
    after = contents(project)
    assert before.keys() == after.keys()
    assert {path for path in before if before[path] != after[path]} == {HERON}


@pytest.mark.parametrize("path", [HERON, SHARED[1], SCHEMA])
def test_an_edit_above_the_checksum_is_an_edit(project: Path, path: str) -> None:
    """The header is part of the file, and a comment in it may be a user's work."""
    old, new = ("{\n", '{\n  "mine": 1,\n') if path == SCHEMA else ("# Gen", "# mine\n# Gen")
    file = project / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    before = tree(project)
    found = run("generate")
    assert found.status == 1
    assert "error[file-edited]" in found.err
    assert tree(project) == before


@pytest.mark.parametrize("path", [SCHEMA, HERON, SHARED[1]])
def test_files_of_an_older_release_are_updated(project: Path, path: str) -> None:
    """It has other content, but nobody edited it."""
    right = contents(project)
    write(project / path, from_an_older_release(path))
    assert f"{path}:1:1: error[file-differs]" in run("generate", "--check").out
    assert run("generate") == (0, f"wrote {path}\n", "")
    assert contents(project) == right


def test_a_file_that_quotes_a_header_is_foreign(project: Path) -> None:
    quote = "\n" * 20 + (project / HERON).read_text(encoding="utf-8")
    before = contents(project) | {f"{PACKAGE}/mine.py": quote.encode()}
    write(project / f"{PACKAGE}/mine.py", quote)
    assert f"{PACKAGE}/mine.py:1:1: error[file-foreign]" in run("generate", "--check").out
    done = run("generate", "--force")
    assert (done.status, done.out) == (0, "") and "warning[file-foreign]" in done.err
    assert contents(project) == before


# The diff


def _apply(project: Path, diff: str) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("there is no git to apply a diff with")
    done = subprocess.run(
        [git, "apply", "--whitespace=nowarn", "-"],
        cwd=project,
        input=diff.encode(),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr


def _last_line_not_ended(project: Path) -> None:
    path = project / HERON
    path.write_bytes(path.read_bytes().rstrip(b"\n"))


@cases(
    OUTDATED + EDITED,
    [Case("last line not ended", _last_line_not_ended, {HERON: "file-edited"})],
)
def test_the_diff_has_what_would_be_written(project: Path, case: Case) -> None:
    case.do(project)
    before = tree(project)
    found = run("generate", "--diff")
    assert (found.status, found.err) == (1, "")
    assert tree(project) == before
    _apply(project, found.out)
    (project / TYPED).touch()  # a patch has no entry for an empty file
    assert run("generate", "--check") == (0, "", "")


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_the_diff_is_printed_whatever_the_terminal_can_show(project: Path, encoding: str) -> None:
    edit(project / "docs/codes/heron.yaml", "It was sent.", "It was sent – gone.")
    found = command("generate", "--diff", folder=project, PYTHONIOENCODING=encoding)
    assert (found.status, found.err) == (1, "")
    assert "It was sent – gone." in found.out  # a patch is UTF-8, because git applies it


def test_the_diff_leaves_a_foreign_file_alone(project: Path) -> None:
    write(project / PACKAGE / "mine.py", "mine = 1\n")
    write(project / PACKAGE / "old.py", (project / EGRET).read_text(encoding="utf-8"))
    diff = run("generate", "--diff").out
    assert ("mine" in diff, f"--- a/{PACKAGE}/old.py" in diff) == (False, True)


# Only what changes


def test_a_second_run_touches_nothing(project: Path) -> None:
    before = tree(project)
    assert run("generate") == (0, "", "")
    assert run("generate", "--force") == (0, "", "")
    assert tree(project) == before


def test_an_emitted_file_is_readable_like_any_other(project: Path) -> None:
    mask = os.umask(0o027)
    try:
        (project / HERON).unlink()
        assert run("generate").status == 0
    finally:
        os.umask(mask)
    assert (project / HERON).stat().st_mode & 0o777 == 0o640


def test_line_ends_changed_by_git_are_no_edit(project: Path) -> None:
    for path in EMITTED:
        file = project / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    age(project)
    before = tree(project)
    assert run("generate", "--check") == (0, "", "")
    assert run("generate", "--diff") == (0, "", "")
    assert run("generate") == (0, "", "")
    assert tree(project) == before


# Some providers


def test_what_the_shared_files_import_exists_after_a_run_for_one_provider(birds: Path) -> None:
    """Meanings and notes are imported, too."""
    edit(birds / "docs/codes/egret.yaml", 'value: "yes"', 'value: "yes", note: Ours.')
    meanings = "provider: egret\nlists: {Word: {DENIED: {basis: The answer is no}}}\n"
    write(birds / "docs/codes/meanings/egret.yaml", meanings)
    modules = [EGRET, *(f"{PACKAGE}/_egret_{kind}.py" for kind in ("meanings", "notes"))]
    assert set(run("generate", "heron").out.split()) > {HERON, *SHARED, *modules}
    for module in modules:
        (birds / module).unlink()
        assert f"{module}:1:1: error[file-missing]" in run("generate", "heron", "--check").out
        assert run("generate", "heron").out == f"wrote {module}\n"


def test_one_provider_removes_nothing_of_others(project: Path) -> None:
    """The module of another provider is not updated, either."""
    edit(project / "docs/codes/egret.yaml", "The answer is no.", "The answer was no.")
    write(project / PACKAGE / "old.py", (project / EGRET).read_text(encoding="utf-8"))
    age(project)
    before = tree(project)
    assert run("generate", "heron") == (0, "", "")
    assert tree(project) == before


def test_an_error_in_another_spec_blocks(project: Path) -> None:
    """The shared files contain all providers, and so all specs have to be valid."""
    _change_spec(project)
    edit(project / "docs/codes/egret.yaml", "values: str", "values: float")
    before = tree(project)
    found = run("generate", "heron")
    assert found.status == 1
    assert "docs/codes/egret.yaml:" in found.err
    assert tree(project) == before


# Nothing is written when anything is wrong


ENUM = (ROOT / "templates/enum.py.j2").read_text(encoding="utf-8")
MODULE = (ROOT / "templates/module.py.j2").read_text(encoding="utf-8")
IMPORTS = (ROOT / "templates/_modules.py.j2").read_text(encoding="utf-8")


class Broken(NamedTuple):
    """A project's template that cannot be used, and the messages of the findings."""

    name: str
    text: str
    messages: tuple[str, ...]


BROKEN = {
    "syntax": Broken("enum.py.j2", "one\n\n{% if %}\n", ("enum.py.j2:3:1", "template-syntax")),
    "undefined": Broken("module.py.j2", "\n{{ module.nothing }}\n", ("module.py.j2:2:1", "nothing")),
    "undefined in the package": Broken("__init__.py.j2", "{{ package.nothing }}\n", ("__init__.py.j2:1:1", "nothing")),
    "exception": Broken("enum.py.j2", "\n{{ 1 / 0 }}\n", ("enum.py.j2:2:1", "ZeroDivisionError")),
    "undefined in what is included": Broken("enum.py.j2", "{{ enmu.name }}", ("enum.py.j2:1:1", "'enmu' is undefined\n    help: did you mean enum?\n")),
    "missing": Broken("module.py.j2", '\n{% include "enumm.py.j2" %}', ("own/module.py.j2:2:1", "there is no template enumm.py.j2\n", ": did you mean enum.py.j2?\n")),
    "an extra name": Broken("enum.py.j2", ENUM + "x = 1\n", (f"{HERON}:", "found `x = 1`", "correct own/enum.py.j2, which printed `x = 1` there\n")),
    "invalid Python": Broken("module.py.j2", f"{MODULE}\ndef (\n", (f"{HERON}:", "invalid Python", "correct own/module.py.j2, which printed `def (` there\n")),
    "invalid Python in the package": Broken("__init__.py.j2", "A = 1\n\ndef (\n", (f"{PACKAGE}/__init__.py:3:1", "invalid Python", "correct own/__init__.py.j2, which printed `def (` there\n")),
    "a provider too few": Broken("_modules.py.j2", IMPORTS.replace("package.modules", "package.modules[1:]"), (f"{PACKAGE}/_modules.py:", "not-proven", "expected `'egret'`, found `'heron'`")),
    "another provider": Broken("_modules.py.j2", IMPORTS.replace("return {{ provider }}", "return 1"), (f"{PACKAGE}/_modules.py:", "not-proven", "expected `egret`, found `1`")),
    "more than imports": Broken("_modules.py.j2", IMPORTS + "print(1)\n", (f"{PACKAGE}/_modules.py:", "nothing more")),
    "invalid Python in a static file": Broken("static/_runtime.py", "\ndef (\n", ("own/static/_runtime.py:2:1", "invalid Python")),
    "surrogate": Broken("module.py.j2", '{{ "\\ud800" }}\n', ("invalid Python",)),
    "wrong value": Broken("enum.py.j2", ENUM.replace("{{ member.statement }}", "{{ member.name }} = 1"), (f"{HERON}:", "not-proven", "found `1`", "correct own/enum.py.j2, which printed `")),
    "too deep": Broken("module.py.j2", MODULE + "\nDEEP = {{ '-' * 200000 }}1\n", ("heron.py",)),
    "not UTF-8": Broken("static/_runtime.py", "\udcff", ("_runtime.py",)),
    "not UTF-8 in what is included": Broken("enum.py.j2", "\n\udcff", ("own/enum.py.j2:1:1: error[template-unreadable]: cannot be read: 'utf-8' codec",)),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_template_that_is_broken(project: Path, broken: Broken) -> None:
    own = project / "own" / broken.name
    own.parent.mkdir(parents=True)
    own.write_bytes(broken.text.encode("utf-8", "surrogateescape"))
    _change_spec(project)
    before = tree(project)
    found = run("generate", "--templates", "own")
    assert (found.status, found.out) == (1, "")
    assert "Traceback" not in found.err
    for words in broken.messages:
        assert words in found.err
    assert tree(project) == before


@pytest.mark.parametrize("kind", ["folder", "loop"])
def test_a_template_that_is_not_a_file(project: Path, kind: str) -> None:
    """The tool's own template would be used instead, without a message."""
    name = "enum.py.j2"
    own = project / "own" / name
    own.parent.mkdir()
    own.mkdir() if kind == "folder" else own.symlink_to(name)
    found = run("generate", "--templates", "own")
    assert (found.status, found.out) == (1, "")
    assert f"own/{name}:1:1: error[template-unreadable]: is not a file" in found.err


# Custom templates


def test_a_custom_template_replaces_one(project: Path) -> None:
    """The others are those of the tool."""
    write(
        project / "own/enum.py.j2", ENUM.replace("class {{", "# About {{ enum.name }}.\nclass {{")
    )
    edit(project / "pyproject.toml", "specs =", 'templates = "own"\nspecs =')
    before = contents(project)
    found = run("generate")
    assert (found.status, found.err) == (0, "")
    assert found.out == f"wrote {EGRET}\nwrote {HERON}\n"
    text = (project / HERON).read_text(encoding="utf-8")
    assert "\n# About Status.\nclass Status(IntCode):\n" in text
    assert b"# About" not in before[HERON]
    assert run("generate", "--check") == (0, "", "")


def test_a_template_that_nothing_uses(project: Path) -> None:
    """Its name is misspelt, or it is in the wrong folder."""
    extra = '\n[[tool.provider-codes.extra]]\ntemplate = "./all.js.j2"\noutput = "all.js"\n'
    edit(project / "pyproject.toml", "specs =", 'templates = "own"\nspecs =')
    write(project / "pyproject.toml", (project / "pyproject.toml").read_text() + extra)
    write(project / "own/enum.py.j2", "{% include 'part.j2' %}" + ENUM)
    for name in ("enums.py.j2", "_search.py", "site/serach.js"):
        write(project / "own" / name, "")
    for name in ("part.j2", "all.js.j2", "README.md", "site/search.js", "static/more.py"):
        write(project / "own" / name, "")
    found = run("generate", "--strict")
    assert (found.status, found.out) == (1, "")
    assert found.err == UNUSED
    assert run("generate").err == UNUSED and run("site").err == UNUSED
    assert (project / "all.js").exists()


UNUSED = """\
own/_search.py:1:1: warning[template-unused]: nothing uses this template
    help: rename it, or name it in a table `extra`: did you mean static/_search.py?
own/enums.py.j2:1:1: warning[template-unused]: nothing uses this template
    help: rename it, or name it in a table `extra`: did you mean enum.py.j2?
own/site/serach.js:1:1: warning[template-unused]: nothing uses this template
    help: rename it, or name it in a table `extra`: did you mean site/search.js?
3 warnings
"""


def test_a_custom_file_is_emitted_unchanged(project: Path) -> None:
    write(project / "own/static/extra.py", "EXTRA = 1\n")
    assert run("generate", "--templates", "own").status == 0
    text = (project / PACKAGE / "extra.py").read_text(encoding="utf-8")
    assert text.startswith("# Generated from the template extra.py by `provider-codes generate`.")
    assert text.endswith("\nEXTRA = 1\n")
    assert run("generate", "--templates", "own", "--check") == (0, "", "")
    assert run("generate").out == f"removed {PACKAGE}/extra.py\n"


def test_a_custom_file_does_not_replace_a_provider(project: Path) -> None:
    write(project / "own/static/heron.py", "EXTRA = 1\n")
    before = tree(project)
    found = run("generate", "--templates", "own")
    assert (found.status, found.out) == (1, "")
    assert f"{HERON}:1:1: error[file-twice]: the template heron.py is a second" in found.err
    assert tree(project) == before


# Pairings


def test_a_pairing_is_emitted_if_the_project_names_it(project: Path) -> None:
    """It is removed again like any outdated file."""
    edit(project / "pyproject.toml", "specs =", 'pairings = ["pydantic"]\nspecs =')
    assert run("generate").out == f"wrote {PACKAGE}/for_pydantic.py\n"
    text = (project / PACKAGE / "for_pydantic.py").read_text(encoding="utf-8")
    source = (ROOT / "templates/pairings/for_pydantic.py").read_text(encoding="utf-8")
    assert text.startswith("# Generated from the template for_pydantic.py by")
    assert text.endswith(f" of all below this line.\n{source}")
    assert run("generate", "--check") == (0, "", "")
    edit(project / "pyproject.toml", 'pairings = ["pydantic"]\n', "")
    found = run("generate", "--check")
    assert (found.status, "for_pydantic.py" in found.out + found.err) == (1, True)
    assert run("generate").out == f"removed {PACKAGE}/for_pydantic.py\n"


def test_black_finishes_what_an_ugly_template_prints(project: Path) -> None:
    write(project / "own/module.py.j2", MODULE.replace("\n\n", "\n\n\n\n\n"))
    edit(project / "pyproject.toml", "specs =", 'templates = "own"\nspecs =')
    assert run("generate").status == 0
    rough = (project / HERON).read_text(encoding="utf-8")
    edit(project / "pyproject.toml", "specs =", "black = true\nspecs =")
    assert run("generate").status == 0
    text = (project / HERON).read_text(encoding="utf-8")
    assert rough != text == black.format_str(text, mode=black.Mode())
    assert run("generate", "--check") == (0, "", "")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "generated/provider_codes").glob("*.py")), ids=lambda path: path.name
)
def test_black_leaves_every_emitted_file_alone(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert black.format_str(text, mode=black.Mode()) == text


def test_black_cannot_read_what_is_not_python(project: Path) -> None:
    edit(project / "pyproject.toml", "specs =", "black = true\nspecs =")
    write(project / "own/module.py.j2", "def (\n")
    before = tree(project)
    found = run("generate", "--templates", "own")
    assert (found.status, found.out) == (1, "")
    assert "invalid Python" in found.err
    assert tree(project) == before


# This repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the committed files, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return copy_repository(tmp_path)


def test_committed_files_match_specs_and_templates(repository: Path) -> None:
    committed = contents(repository)
    shutil.rmtree(repository / "generated")
    (repository / "specs/schema.json").unlink()
    assert run("generate").status == 0
    assert contents(repository) == committed


# Equal input gives equal bytes


@pytest.fixture(scope="module")
def committed() -> dict[str, bytes]:
    """The committed package, which all runs have to emit."""
    return contents(ROOT / "generated/provider_codes")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "2", "TZ": "Pacific/Kiritimati"},
    ],
    ids=lambda environment: " ".join(f"{key}={value}" for key, value in environment.items()),
)
def test_bytes_depend_on_no_setting(
    repository: Path, environment: dict[str, str], committed: dict[str, bytes]
) -> None:
    found = command("generate", "--output", "made", folder=repository, **environment)
    assert found.status == 0
    assert contents(repository / "made") == committed


@pytest.mark.parametrize("folder", ["specs", ".."])
def test_bytes_do_not_depend_on_the_current_folder(
    tmp_path: Path, folder: str, committed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy"
    copy_repository(copy)
    monkeypatch.chdir(copy / folder)
    specs, output = (os.path.relpath(copy / name) for name in ("specs", "made"))
    assert run("generate", "--specs", specs, "--output", output).status == 0
    # Outside the project, no configuration asks for pairings.
    expected = {
        name: content
        for name, content in committed.items()
        if folder != ".." or not name.startswith("for_")
    }
    assert contents(copy / "made") == expected


# What the tool needs


@pytest.mark.parametrize(
    ("package", "arguments"), [("yaml", ["validate"]), ("jinja2", ["generate"])]
)
def test_without_its_packages_the_tool_says_what_to_install(
    birds: Path, package: str, arguments: list[str]
) -> None:
    """They are an extra, which users of the library alone do not need."""
    missing = without(package, folder=birds / "site")
    before = contents(birds)
    found = command(*arguments, folder=birds, PYTHONPATH=missing)
    assert (found.status, found.out) == (2, "")
    assert package in found.err
    assert "pip install 'provider-codes[generator]'" in found.err
    assert "Traceback" not in found.err
    after = {path for path in contents(birds) if "__pycache__" not in path}
    assert after == set(before)


def test_without_black_the_option_says_what_to_install(birds: Path) -> None:
    edit(birds / "pyproject.toml", "specs =", "black = true\nspecs =")
    missing = without("black", folder=birds / "site")
    found = command("generate", folder=birds, PYTHONPATH=missing)
    assert (found.status, found.out) == (1, "")
    assert "provider-codes[black]" in found.err
    assert not set(EMITTED) & set(contents(birds))
