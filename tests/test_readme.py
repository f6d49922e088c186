"""The README's examples, run as they stand: a stranger's first five minutes."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest
from enumgen.cli import main
from enumgen.load import load_folder
from enumgen.model import Code, CodeList

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str, section: str) -> list[str]:
    """The code blocks of one language below a heading."""
    body = README.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return re.findall(rf"^```{language}\n(.*?)^```$", body, re.DOTALL | re.MULTILINE)


def run_session(session: str) -> None:
    test = doctest.DocTestParser().get_doctest(session, {}, "README", None, None)
    runner = doctest.DocTestRunner()
    report: list[str] = []
    runner.run(test, out=report.append)
    assert test.examples
    assert runner.failures == 0, "".join(report)


def test_the_developers_session() -> None:
    run_session("\n".join(blocks("pycon", "You send messages")))


def test_what_lookup_answers(capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = blocks("console", "You send messages")
    asked, answer = shown.split("\n", 1)
    assert main(asked.removeprefix("$ provider-codes ").split()) == 0
    assert capsys.readouterr().out == answer


def test_codes_of_your_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    section = "You have codes of your own"
    (configuration,) = blocks("toml", section)
    (page,) = blocks("html", section)
    (spec,) = blocks("yaml", section)
    drafted, written = blocks("text", section)
    (session,) = blocks("pycon", section)
    (tmp_path / "pyproject.toml").write_text(configuration)
    (tmp_path / "answers.html").write_text(page)
    monkeypatch.chdir(tmp_path)
    options = ["acme", "--document", "answers.html"]
    assert main(["new", *options, "--title", "Acme", "--retrieved", "2026-11-22"]) == 0
    assert capsys.readouterr().out == drafted
    assert confirmed(tmp_path / "codes/acme.yaml") == spec
    (tmp_path / "codes/acme.yaml").write_text(spec)
    assert main(["drift", *options]) == 0
    capsys.readouterr()
    assert main(["generate"]) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(written.splitlines())
    assert main(["generate", "--check"]) == 0
    monkeypatch.setattr(sys, "path", [str(tmp_path / "src"), *sys.path])
    run_session(session)


def confirmed(path: Path) -> str:
    """The draft after the edits that the README asks for."""
    text = path.read_text().replace("        name_proposed: true\n", "")
    return text.replace("MESSAGE_WAY:", "ACCEPTED:").replace("RECIPIENT_NO_ROOM:", "MAILBOX_FULL:")


def test_what_drift_says_of_a_page_that_has_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = blocks("text", "You maintain the codes")[0]
    page = page_of("infobip").replace("| 5003 |", "| 5009 |")
    page = re.sub(r"\| 5002 \|.*\n", "", page)
    (tmp_path / "infobip.md").write_text(page)
    monkeypatch.chdir(ROOT)
    main(["drift", "infobip", "--document", str(tmp_path / "infobip.md")])
    said = capsys.readouterr().out
    assert said == shown


def page_of(slug: str) -> str:
    """A page that says what the spec says: each list with its groups, in Markdown."""
    registry, _, _ = load_folder(ROOT / "specs", "specs")
    provider = next(each for each in registry if each.provider == slug)
    lines: list[str] = []
    for code_list in provider.lists:
        assert code_list.tables
        lines += ["", f"## {code_list.tables.heading[0]}"]
        for group in code_list.groups:
            name = group.documented_name or group.name
            heading = code_list.tables.group[0].format(name=name, value=group.value)
            lines += ["", f"### {heading}", "", group.description, ""]
            columns = header(code_list)
            lines += [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
            lines += [row(code_list, code) for code in code_list.codes if code.group == group.name]
    return "\n".join(lines) + "\n"


def header(code_list: CodeList) -> list[str]:
    """The columns that the list is bound to, each once."""
    assert code_list.tables
    return list(dict.fromkeys(column for _, column in code_list.tables.columns))


def row(code_list: CodeList, code: Code) -> str:
    """The row of a code, its name and its description in one cell."""
    text = f"`{code_list.documented_name(code)}` {code.description}"
    for link in code.links:
        text += f" <a href='{link}'></a>"
    flag = [] if code.permanent is None else [str(code.permanent).lower()]
    return "| " + " | ".join([str(code.value), *flag, text]) + " |"


def test_counts_that_the_readme_gives() -> None:
    script = (
        "import provider_codes, importlib\n"
        "lists = [l for p in provider_codes.PROVIDERS\n"
        "         for l in importlib.import_module(f'provider_codes.{p}').LISTS]\n"
        "print(sum(map(len, lists)), 'codes in', len(lists), 'lists')"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert f"({result.stdout.strip()})" in README
