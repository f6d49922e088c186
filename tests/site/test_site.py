"""`provider-codes site`: the files it writes, and that no text escapes from where it is put."""

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import hostile
import pytest
from provider_codes._catalogue import records
from provider_codes_generator.project.config import Config
from provider_codes_generator.spec.load import load_folder
from provider_codes_generator.emit import TARGETS, build
from helpers_generate import (
    ROOT,
    age,
    contents,
    edit,
    run,
    write,
)
from hostile_checks import can_hold, everywhere, written

FILES = [
    *("site/codes.js", "site/egret.html", "site/heron.html", "site/index.html"),
    *("site/search.js", "site/style.css"),
]


@pytest.fixture
def project(birds: Path) -> Path:
    """A project with two providers and a site, which is the current folder."""
    assert run("site") == (0, "".join(f"wrote {path}\n" for path in FILES), "")
    age(birds)
    return birds


# lxml has no types, and needs none here.
HTML: Any = import_module("lxml.html")


def parsed(text: str) -> Any:
    """A page as a browser reads it."""
    return HTML.document_fromstring(text)


def page(path: Path) -> Any:
    """The page in a file."""
    return parsed(path.read_text(encoding="utf-8"))


def by_id(page: Any) -> dict[str, Any]:
    """The elements that have an id; no two have the same."""
    found = [element for element in page.iter() if element.get("id")]
    elements = {element.get("id"): element for element in found}
    assert len(elements) == len(found)
    return elements


def text_of(page: Any, id: str) -> str:
    """The text of the element, white space folded."""
    return " ".join(page.get_element_by_id(id).text_content().split())


def search_data(folder: Path) -> dict[str, list[dict[str, object]]]:
    """The data that the search reads."""
    text = (folder / "codes.js").read_text(encoding="utf-8")
    found = re.search(r"^window\.registry = (.*);$", text, re.DOTALL | re.MULTILINE)
    assert found
    data: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return data


# Written files


def test_every_fact_of_a_spec_is_on_its_page(project: Path) -> None:
    found = page(project / "site/heron.html")
    assert text_of(found, "Status.FAILED") == (
        '20 FAILED It "failed" – for good. group DONE (1) permanent documented as failed for good '
        "Also BROKEN: It is broken."
    )
    assert text_of(found, "Status.SENT") == "10 SENT It was sent. group OPEN (2) not permanent"
    assert text_of(found, "HEADER") == "HEADER"
    words = " ".join(found.text_content().split())
    assert "x-heron The header of an answer." in words
    assert "Transcribed on 2026-01-02 from the page “Answers”" in words


def test_notes_errata_links_and_withdrawn_codes_are_shown(project: Path) -> None:
    spec = project / "docs/codes/egret.yaml"
    edit(
        spec,
        'AGREED: {value: "yes"}',
        """AGREED:
        value: "yes"
        note: Sent since spring.
        links: ["https://example.org/yes", "javascript:alert(1)"]
        former_names: [CONSENTED]
        erratum: {page: yes yes, reading: One row., reason: It stands twice.}""",
    )
    spec.write_text(
        spec.read_text()
        + "    withdrawn:\n      UNSURE: {value: maybe, since: 2026-02-03, description: Who knows.}\n"
    )
    assert run("site").status == 0
    found = page(project / "site/egret.html")
    shown = text_of(found, "Word.AGREED")
    for words in ("Sent since spring.", "yes yes", "One row.", "It stands twice.", "CONSENTED"):
        assert words in shown
    withdrawn = "Withdrawn: no longer documented since 2026-02-03."
    assert text_of(found, "Word.UNSURE") == f"maybe UNSURE Who knows. {withdrawn}"
    links = [link for _, _, link, _ in found.get_element_by_id("Word.AGREED").iterlinks()]
    assert links == ["#Word.AGREED", "https://example.org/yes"]


def test_all_codes_of_ours_are_on_the_pages_and_in_the_search(ours: Path) -> None:
    specs, _ = load_folder(ROOT / "specs", "specs")
    data = search_data(ours)
    lists = [(provider, each) for provider in specs for each in provider.lists]
    assert [each["title"] for each in data["lists"]] == [each.title for _, each in lists]
    expected = [
        (index, code.name, str(code.value), code.description, code.permanent)
        for index, (_, code_list) in enumerate(lists)
        for code in code_list.members
    ]
    keys = ("list", "name", "value", "description", "permanent")
    assert [tuple(code[key] for key in keys) for code in data["codes"]] == expected
    for provider in specs:
        found = page(ours / f"{provider.provider}.html")
        anchors = set(found.xpath("//ol[@class='codes']/li/@id"))
        assert anchors == {
            f"{each.name}.{code.name}" for each in provider.lists for code in each.members
        }


def test_links_lead_somewhere(ours: Path) -> None:
    """Each link between pages, and each of the search, leads to an existing element."""
    pages = {path.name: page(path) for path in ours.glob("*.html")}
    ids = {name: by_id(found) for name, found in pages.items()}
    for name, found in pages.items():
        for _, attribute, link, _ in found.iterlinks():
            target, _, anchor = link.partition("#")
            if attribute != "href" or ":" in link or link.endswith(".css"):
                continue
            assert not anchor or anchor in ids[target or name]
    data = search_data(ours)
    for code in data["codes"]:
        code_list = data["lists"][int(str(code["list"]))]
        provider = data["providers"][int(str(code_list["provider"]))]
        assert f"{code_list['name']}.{code['name']}" in ids[f"{provider['slug']}.html"]


def test_meanings_are_shown_and_counted_if_there_are_any(project: Path) -> None:
    assert not (project / "site/meanings.html").exists()
    assert "judgement" not in (project / "site/heron.html").read_text()
    index = (project / "site/index.html").read_text()
    assert "retry later" not in index and "python -m" in index
    write(
        project / "docs/codes/meanings/egret.yaml",
        """
provider: egret
lists:
  Word:
    AGREED: {basis: Words}
    DENIED: {retry: after_change, party: request, basis: {retry: answer, party: convention}, reason: Ask better.}
""",
    )
    done = run("site")
    assert "wrote site/meanings.html\n" in done.out
    assert text_of(page(project / "site/egret.html"), "Word.DENIED") == (
        "no DENIED Fix the request, then resend. The answer is no. Our judgement: retry after change; party request "
        "Basis: retry: “answer”; party: convention. Ask better. The terms"
    )
    assert "Our judgement: not stated" in text_of(page(project / "site/egret.html"), "Word.AGREED")
    assert "judgement:" not in text_of(page(project / "site/heron.html"), "Status.SENT")
    rows = page(project / "site/meanings.html").xpath("//tbody/tr")
    counts = [[cell.text_content() for cell in row] for row in rows]
    assert counts == [
        [*name, "2", "0", "1", "0", "1"] for name in (("Egret", "Words"), ("", "All"))
    ]


def test_the_site_gives_the_advice_of_the_library(ours: Path) -> None:
    data = search_data(ours)
    given = {each["id"]: (each["meaning"]["advice"], each["notes"]) for each in records()}
    found: dict[str, tuple[object, object]] = {}
    for code in data["codes"]:
        code_list = data["lists"][int(str(code["list"]))]
        slug = data["providers"][int(str(code_list["provider"]))]["slug"]
        found[f"{slug}.{code_list['name']}:{code['value']}"] = (code["advice"], code["notes"])
    assert found == given


# As a command


def test_a_change_writes_what_changes(project: Path) -> None:
    edit(project / "docs/codes/heron.yaml", "It was sent.", "It was sent off.")
    checked = run("site", "--check")
    assert checked.status == 1
    assert "site/heron.html" in checked.out
    assert "run `provider-codes site`" in checked.out
    assert "+++ b/site/heron.html" in run("site", "--diff").out
    assert run("site") == (0, "wrote site/codes.js\nwrote site/heron.html\n", "")
    assert run("site", "--check") == run("site") == (0, "", "")


def test_edited_and_foreign_files_stay(project: Path) -> None:
    edit(project / "site/heron.html", "Statuses", "States")
    write(project / "site/notes.html", "<p>mine</p>")
    edit(project / "docs/codes/heron.yaml", "It was sent.", "It was sent off.")
    before = contents(project / "site")
    refused = run("site")
    assert refused.status == 1
    assert "site/heron.html:1:1: error[file-edited]" in refused.err
    assert "`provider-codes site --force`" in refused.err
    assert contents(project / "site") == before
    assert run("site", "--force").status == 0
    assert "States" not in (project / "site/heron.html").read_text()
    assert (project / "site/notes.html").read_text() == "<p>mine</p>"


def test_a_custom_template_is_used_first(project: Path) -> None:
    write(project / "mine/site/code.html.j2", '<li id="{{ view.anchor }}">{{ code.value }}!</li>\n')
    write(project / "mine/site/style.css", "body { color: green; }\n")
    assert run("site", "--templates", "mine").status == 0
    assert text_of(page(project / "site/heron.html"), "Status.SENT") == "10!"
    assert (project / "site/style.css").read_text().endswith("body { color: green; }\n")


# Hostile texts


def test_hostile_texts_are_texts_on_the_page(tmp_path: Path) -> None:
    """Each text of a spec is on the page and in the search, and is only text."""
    texts = [text for text in dict.fromkeys(hostile.TEXTS) if can_hold(text)]
    spec = everywhere(texts)
    write(tmp_path / "specs/acme.yaml", written(spec))
    config = Config(specs=tmp_path / "specs", output=None, site=tmp_path / "site")
    built = build(TARGETS["site"], config)
    assert [each for each in built.findings if each.level == "error"] == []
    files = {path.name: content for path, content in built.files.items()}
    found = parsed(files["acme.html"])
    assert found.xpath("//div[@id='page']/h1")[0].text_content() == texts[0]
    assert len(found.xpath("//script")) == len(found.xpath("/html/head/script[@src]")) == 2
    assert found.xpath("//@*[starts-with(name(), 'on')]") == []
    write(tmp_path / "codes.js", files["codes.js"])
    codes = {each["name"]: each for each in search_data(tmp_path)["codes"]}
    elements = by_id(found)
    numbers, words = (spec["lists"][name]["codes"] for name in ("Number", "Word"))
    for number, word, text in zip(numbers, words, texts, strict=True):
        item, code = elements[f"Number.{number}"], codes[number]
        assert item.xpath("string(p[1])") == item.xpath("string(p[@class='note'])") == text
        assert {element.tag for element in item.iter()} <= {*"li a span code p pre q ul".split()}
        assert (code["description"], code["group"]) == (text, text)
        assert elements[f"Word.{word}"].xpath("string(.//*[@class='value'])") == text
        assert codes[word]["value"] == text
