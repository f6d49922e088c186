"""The README's examples, run as they stand: a stranger's first five minutes."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest
from enumgen.cli import main

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


def test_codes_of_your_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    section = "You have codes of your own"
    (configuration,) = blocks("toml", section)
    (spec,) = blocks("yaml", section)
    (output,) = blocks("text", section)
    (session,) = blocks("pycon", section)
    (tmp_path / "pyproject.toml").write_text(configuration)
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes/acme.yaml").write_text(spec)
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 0
    written = capsys.readouterr().out
    assert sorted(written.splitlines()) == sorted(output.splitlines())
    assert main(["generate", "--check"]) == 0
    monkeypatch.setattr(sys, "path", [str(tmp_path / "src"), *sys.path])
    run_session(session)


def test_counts_that_the_readme_gives() -> None:
    script = (
        "import provider_codes, importlib\n"
        "lists = [l for p in provider_codes.PROVIDERS\n"
        "         for l in importlib.import_module(f'provider_codes.{p}').LISTS]\n"
        "print(sum(map(len, lists)), 'codes in', len(lists), 'lists')"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert f"({result.stdout.strip()})" in README
