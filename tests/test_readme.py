"""The README and the pages of docs/, run unchanged: a stranger's first hour."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from provider_codes_generator.spec.load import load_folder
from provider_codes_generator.model.registry import Code, CodeList
from provider_codes_generator.emit import views
from helpers_documents import blocks, edit, run_page

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "docs").glob("*.md"))

# Commands that would install something, or run for minutes: nothing else is excepted.
NOT_RUN = frozenset(
    (
        "make generate    # emit the enums in generated/ from specs/ and templates/\n"
        "make test        # check them against the specs, the pages, four type checkers and every supported Python you have\n",
        "pip install .                # the library, with `lookup` and `export`\n"
        "pip install '.[generator]'   # the other commands as well: generate, drift, update, new, site …\n",
        "pip install provider-codes\n",
        "pip install 'provider-codes[generator]'\n",
        "pip install 'provider-codes[generator]'",  # a step of a workflow
    )
)


def run_readme(folder: Path) -> None:
    """The README in a separate checkout, with a saved page that has changed."""
    for name in ("pyproject.toml", "specs", "templates", "generated", "CHANGELOG.md"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    # By then, the reader has corrected a description to that of the page.
    (correction,) = (block for block in blocks(README) if block.kind == "diff")
    edit(folder / "specs/infobip.yaml", correction.text)
    page = page_of("infobip", folder / "specs").replace("| 5003 |", "| 5009 |")
    page = re.sub(r"\| 5002 \|.*\n", "", page)
    (folder / "infobip.md").write_text(page)
    shutil.copy(ROOT / "specs/infobip.yaml", folder / "specs")
    run_page(ROOT / "README.md", folder, NOT_RUN)


def test_every_block_of_the_readme(tmp_path: Path) -> None:
    run_readme(tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_of_a_page(page: Path, tmp_path: Path) -> None:
    run_page(page, tmp_path, NOT_RUN)


def test_excepted_blocks_are_on_a_page() -> None:
    texts = [page.read_text(encoding="utf-8") for page in (ROOT / "README.md", *PAGES)]
    assert [each for each in NOT_RUN if not any(each in text for text in texts)] == []


def page_of(slug: str, specs: Path) -> str:
    """A page with the facts of the spec: each list with its groups, in Markdown."""
    registry, _ = load_folder(specs, "specs")
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
    text = f"`{code.documented_name}` {code.description}"
    for link in code.links:
        text += f" <a href='{link}'></a>"
    flag = [] if code.permanent is None else [str(code.permanent).lower()]
    return "| " + " | ".join([str(code.value), *flag, text]) + " |"


def test_counts_in_the_readme() -> None:
    script = (
        "import provider_codes, importlib\n"
        "lists = [l for p in provider_codes.PROVIDERS\n"
        "         for l in importlib.import_module(f'provider_codes.{p}').LISTS]\n"
        "print(sum(map(len, lists)), 'codes in', len(lists), 'lists')"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert f"({result.stdout.strip()})" in README


def test_the_table_of_templates_has_all_attributes() -> None:
    registry, _ = load_folder(ROOT / "specs", "specs")
    provider = next(each for each in registry if each.provider == "infobip")
    module, judged = views.module(provider, {}), registry.judged("infobip")
    enum = module["enums"][0]
    found = {"module": module, "enum": enum, "finders": module["finders"][0]}
    found |= {name: enum[name][0] for name in ("properties", "tables")}
    found |= {"meanings": views.meanings(provider, judged), "notes": views.notes(provider)}
    found["package"] = views.package(registry)
    page = (ROOT / "docs/how-to.md").read_text(encoding="utf-8")
    for name, view in found.items():
        (row,) = re.findall(rf"^\| (?:one of )?`{name}` \| (.*) \|$", page, re.MULTILINE)
        assert set(re.findall(r"`(\w+)`", row)) == set(view), name


def anchors(page: Path) -> set[str]:
    """The targets of links on a page: its headings, as they are shown, and named places."""
    text = re.sub(
        r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    return slugs | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES], ids=lambda page: page.stem
)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link
