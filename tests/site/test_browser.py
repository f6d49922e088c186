"""The reference site in a real browser, as its readers use it: searched, linked, on a phone.

The browser reads the pages from files, like a reader who got them by mail. `--screenshots` keeps
what the browser shows.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from helpers_browser import Browser
from helpers_generate import ROOT, edit, make_project, run, write
from provider_codes._search import search
from selenium.webdriver.common.keys import Keys

# One of each kind.
PAGES = ["index", "infobip", "meanings"]
PICTURE = ROOT / "docs/site.png"


@pytest.fixture(autouse=True)
def desk(browser: Browser) -> Iterator[None]:
    """Each test begins at a desk, in light colours, and ends without an error on the console."""
    browser.resize(1100, 800)
    browser.prefer("light")
    browser.run_scripts(True)
    yield
    assert browser.console() == []


def values(browser: Browser) -> list[str]:
    """The values of the found codes, in their order."""
    return browser.texts("#results .value")


# Searching


def test_a_value_is_found_in_all_its_lists(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    browser.search("13")
    lists = browser.texts("#results .facts > li:first-child")
    exact = [where for where, value in zip(lists, values(browser), strict=True) if value == "13"]
    assert exact == [
        "Infobip: General status codes",
        "Infobip: General error codes",
        "SMSAPI: API Error Codes",
        "SMSPartner: Sending SMS",
        "SMSPartner: Number Verification",
        "SMSPartner: Location",
        "SMSPartner: Error Codes (HLR)",
    ]
    assert values(browser)[: len(exact)] == ["13"] * len(exact)
    assert browser.texts("#count") == [f"{len(lists)} codes"]


def test_words_of_a_description_are_found_whatever_their_order_and_case(
    browser: Browser, ours: Path
) -> None:
    browser.open(ours / "index.html")
    browser.search("OPERATOR rejected by the")
    assert "5403" in values(browser)
    assert "rejected" in browser.texts("#results mark")


def test_nothing_found_is_reported(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    browser.search("heron")
    assert browser.texts("#count") == ["No code matches “heron”."]
    assert values(browser) == []


def test_filters_narrow_each_other(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    browser.choose("provider", "Infobip")
    browser.choose("list", "Voice error codes")
    assert browser.evaluate("return [...document.forms[0].group.options].map((o) => o.text)") == [
        "all",
        "OK",
        "HANDSET_ERRORS",
        "OPERATOR_ERRORS",
    ]
    browser.choose("group", "OPERATOR_ERRORS")
    browser.choose("permanent", "permanent")
    assert values(browser) == ["5002", "5003", "5004", "5005", "5492", "5501", "5503"]
    browser.search("busy")
    assert values(browser) == ["5002"]
    browser.choose("provider", "eCall")
    assert browser.texts("#count") == ["No code matches “busy”."]
    assert browser.find("select[name=list]")[0].get_attribute("value") == ""


def test_a_search_has_an_address(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    browser.choose("provider", "SMSPartner")
    browser.search("11")
    found, address = values(browser), browser.address
    browser.open(ours / "index.html", address.removeprefix((ours / "index.html").as_uri()))
    assert values(browser) == found
    assert browser.find("select[name=provider]")[0].get_attribute("value") == "smspartner"


def test_very_many_hits_are_shown_on_request(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    browser.choose("provider", "Infobip")
    assert browser.texts("#count") == ["189 codes"]
    assert len(values(browser)) == 100
    browser.find("#more")[0].click()
    assert len(values(browser)) == 189
    assert browser.find("#more") == []
    assert browser.focused().text == browser.find("#results .key")[100].text


QUERIES = """
"error":{"groupId":1,"groupName":"HANDSET_ERRORS","id":27,"name":"EC_ABSENT_SUBSCRIBER","permanent":false}
INFO 2026-11-28 12:01:27 infobip status=9 error=27 msg=12 | [28/Nov/2026:12:01:27 +0100] 27 | 13 blocked
Retry later, after 60 seconds. | Infobip: Voice error codes; group OPERATOR_ERRORS (3) | 2026-11-28
documented as EC_VOICE_ERROR_BAD_REQUEST | DELIVERED_TO_HANDST | <groupId>1</groupId><id>27</id>
13 | expired | not delivered | infobip 27 | smsapi 404 | 404 500 | ERROR:14 | -1 | 027 | 27.
infobip.GeneralError.EC_ABSENT_SUBSCRIBER | infobip.GeneralError:27 | 540
provider_codes.infobip.GeneralError.EC_ABSENT_SUBSCRIBER | GeneralError(27)
<GeneralError unlisted: 27> | retry later | never | still on its way | blacklisted sender
do not resend | opt-out | address_invalid | 5403 99999 | too short last name | heron
infobip status 9 error 27 | smsapi 404 infobip 27 | GeneralError 27 absent | code=27
error code 27 | {"id": 27} | infobip.GeneralError | infobip.GeneralError:99999 | infobip 999
infobip 27 frob | infobip error 27 41793026727 | infobip.GeneralErrr:27 | 5403 infobip.GeneralError:99999
404 smsapi 27 infobip | 27 smsapi 404 | permanent infobip 27 | infobip smspartner 27 | GeneralError HlrError 27
smsapi: 13, 14; infobip: 27 | https://x.example/?MsgId=a1&status=404 | infobip | ecall infobip flooding
infobip VoiceError 27 | group HANDSET_ERRORS | absentSubscriber | 3GPP | calls the error permanent
"""


def test_the_site_finds_what_the_command_line_finds(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    for query in re.split(r" \| |\n", QUERIES.strip()):
        browser.search(query)
        if more := browser.find("#more"):
            more[0].click()
        answer = search(query)
        (said,) = browser.texts("#count")
        found = [*answer.exact, *answer.others]
        assert all(f"“{word}”" in said for word in answer.missing if found), query
        expected = [each.code.id for each in (*answer.exact, *answer.others)]
        buttons = "document.querySelectorAll('#results .copy:nth-child(2)')"
        assert browser.evaluate(f"return [...{buttons}].map((b) => b.title)") == expected, query


def test_enter_opens_the_first_hit_and_the_focus_follows(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    browser.search("infobip.GeneralError:27")
    assert browser.evaluate("return document.title").startswith("infobip.GeneralError:27 - ")
    browser.press(Keys.ENTER)
    anchor = "GeneralError.EC_ABSENT_SUBSCRIBER"
    assert browser.address.endswith(f"infobip.html#{anchor}")
    assert browser.focused().get_attribute("id") == anchor
    assert browser.evaluate("return document.title").startswith(f"{anchor} - ")


def test_a_link_to_a_code_shows_it_whatever_was_asked(browser: Browser, ours: Path) -> None:
    browser.open(ours / "infobip.html", "?q=zz#GeneralError.EC_ABSENT_SUBSCRIBER")
    assert browser.texts(":target .value") == ["27"]


def test_a_broken_escape_in_a_link_hides_no_answer(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html", "?q=5403#%zz")
    assert values(browser) == ["5403"]


def test_what_to_do_is_a_badge(browser: Browser, ours: Path) -> None:
    browser.open(ours / "infobip.html", "#GeneralStatus.PENDING_ENROUTE")
    assert browser.texts(":target .advice") == ["Do not resend: still on its way."]
    browser.search("infobip retry later congestion")
    assert set(browser.texts("#results .advice")) == {"Retry later."}


def test_the_path_and_the_id_can_be_copied(browser: Browser, ours: Path) -> None:
    browser.open(ours / "infobip.html", "#GeneralError.EC_ABSENT_SUBSCRIBER")
    titles = [each.get_attribute("title") for each in browser.find(":target .copy")]
    assert titles == ["infobip.GeneralError.EC_ABSENT_SUBSCRIBER", "infobip.GeneralError:27"]
    browser.find(":target .copy")[0].click()
    # If the browser forbids it, the button shows the text.
    browser.evaluate("return new Promise((done) => setTimeout(done, 100))")
    assert browser.texts(":target .copy")[0] in ("Copied", titles[0])


def test_an_empty_answer_suggests_what_to_try(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    browser.choose("provider", "eCall")
    browser.search("EC_ABSENT_SUBSCRIBR")
    assert browser.texts("#count") == ["No code matches “EC_ABSENT_SUBSCRIBR”."]
    assert browser.texts("#instead button")[:2] == ["Clear filters", "EC_ABSENT_SUBSCRIBER"]
    browser.find("#instead button")[0].click()
    browser.find("#instead button")[0].click()
    assert values(browser)[:2] == ["27", "27"]
    for query, suggested in SUGGESTED.items():
        browser.search(query)
        assert browser.texts("#instead button")[:1] == suggested, query


SUGGESTED = {
    "infobp": ["infobip"],
    "genralerror": ["GeneralError"],
    "infobpi 27": ["infobip 27"],
    "infobip 99999": ["infobip"],
    "DELIVERED_TO_HANDST": ["DELIVERED_TO_HANDSET"],
    "infobip.GeneralEror:27": ["infobip.GeneralError:27"],
    "5403 99999": [],
    "5403": [],
}


@pytest.mark.parametrize("height", [640, 844])
def test_on_a_phone_the_first_result_is_above_the_keyboard(
    browser: Browser, ours: Path, height: int
) -> None:
    browser.resize(390, height, phone=True)
    browser.open(ours / "index.html", "?q=13&provider=infobip")
    assert browser.texts("summary") == ["Filters (1)"]
    bottom = browser.evaluate(
        "return document.querySelector('#results .advice').getBoundingClientRect().bottom"
    )
    assert bottom < height - 300


# Links


def test_a_found_code_has_a_link_that_leads_to_it(browser: Browser, ours: Path) -> None:
    browser.open(ours / "ecall.html")
    browser.search("5403")
    browser.find("#results .key")[0].click()
    anchor = "VoiceError.EC_VOICE_ERROR_FORBIDDEN"
    assert browser.address == f"{(ours / 'infobip.html').as_uri()}#{anchor}"
    target = browser.evaluate("return document.querySelector(':target').id")
    top, bottom = browser.evaluate(
        "const box = document.querySelector(':target').getBoundingClientRect();"
        "const head = document.querySelector('#search').getBoundingClientRect();"
        "return [box.top - Math.max(head.bottom, 0), innerHeight - box.bottom]"
    )
    assert target == anchor
    assert top >= 0 and bottom >= 0, "the code is on the screen, and not under the search"
    browser.back()
    assert values(browser)[0] == "5403"


# Our own words


def test_our_judgement_is_separate_and_has_its_basis(browser: Browser, ours: Path) -> None:
    browser.open(ours / "infobip.html", "#GeneralError.EC_RESOURCE_LIMITATION")
    assert browser.texts(":target .facts li") == ["group OPERATOR_ERRORS (3)", "permanent"]
    (ours_line,) = browser.find(":target details.ours summary")
    assert ours_line.text == "Our judgement: retry later; cause network; party operator"
    assert browser.find(":target details.ours p") == []
    ours_line.click()
    (basis,) = browser.texts(":target details.ours p")
    assert basis.startswith(
        "Basis: MAP error 51, resourceLimitation (3GPP TS 29.002). Congestion passes"
    )
    browser.find(":target details.ours a")[0].click()
    assert browser.texts("h1") == ["What codes mean for the caller"]


# Accessibility


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_loaded_from_elsewhere(browser: Browser, ours: Path, name: str) -> None:
    browser.open(ours / f"{name}.html")
    loaded = browser.evaluate("return performance.getEntriesByType('resource').map((e) => e.name)")
    assert all(each.startswith((ours.as_uri(), "data:")) for each in loaded)


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_scrolls_down_only(browser: Browser, ours: Path, name: str) -> None:
    browser.resize(320, 800, phone=True)
    for query in ("", "?q=e"):
        browser.open(ours / f"{name}.html", query)
        assert browser.evaluate("return document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["ecall", "meanings", "index.html?q=the&provider=ecall"])
def test_no_barrier_is_found(
    browser: Browser, ours: Path, name: str, scheme: Literal["light", "dark"]
) -> None:
    """As far as axe can check: labels, headings, landmarks, contrast."""
    browser.prefer(scheme)
    page, _, query = name.partition(".html?")
    browser.open(ours / f"{page}.html", f"?{query}" if query else "")
    assert browser.barriers() == []


def test_no_barrier_is_found_on_a_page_with_everything(browser: Browser, tmp_path: Path) -> None:
    """Groups, constants, aliases, notes, links, an erratum and a withdrawn code."""
    make_project(tmp_path)
    specs, site = tmp_path / "docs/codes", tmp_path / "site"
    edit(
        specs / "heron.yaml",
        "{value: 10, description: The box is full.}",
        """
        value: 10
        description: The box is full.
        note: It holds six.
        links: ["https://example.org/box"]
        former_names: [BOX_FULL]
        erratum: {page: 10 10, reading: One row., reason: It stands twice.}
    withdrawn:
      EMPTY: {value: 11, since: 2026-02-03, description: The box is empty.}""",
    )
    assert run("site", "--specs", specs, "--output", site).status == 0
    browser.open(site / "heron.html")
    browser.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert browser.barriers() == []


def test_the_keyboard_is_enough(browser: Browser, ours: Path) -> None:
    browser.open(ours / "index.html")
    browser.press(Keys.TAB)
    assert browser.focused().text == "Skip to the codes"
    assert browser.focused().is_displayed()
    browser.press("/")
    assert browser.focused().get_attribute("name") == "q"
    browser.press("5", "4", "0", "3")
    browser.press(Keys.ARROW_DOWN)
    assert browser.focused().text.startswith("5403")
    browser.press(Keys.ARROW_UP)
    assert browser.focused().get_attribute("name") == "q"
    browser.press(Keys.ARROW_DOWN, Keys.ENTER)
    assert browser.address.endswith("#VoiceError.EC_VOICE_ERROR_FORBIDDEN")


def test_what_is_found_is_announced(browser: Browser, ours: Path) -> None:
    """A screen reader reads what changes in a status."""
    browser.open(ours / "index.html")
    browser.search("5403")
    (count,) = browser.find("#count")
    assert count.aria_role == "status"
    assert browser.find("section#found")[0].accessible_name == "Found codes"
    assert browser.find("input[name=q]")[0].accessible_name.startswith("Search all codes")


def test_without_scripts_the_pages_can_be_read(browser: Browser, ours: Path) -> None:
    browser.run_scripts(False)
    browser.open(ours / "infobip.html")
    assert browser.find("form") == []
    assert any("needs JavaScript" in text for text in browser.texts("header p"))
    assert len(browser.find("#page .codes > li")) == 189


def test_a_hostile_spec_runs_no_script(browser: Browser, tmp_path: Path) -> None:
    make_project(tmp_path)
    hostile = "</script><img src=x onerror=alert(1)><b>bold</b>"
    write(
        tmp_path / "docs/codes/wren.yaml",
        f"""
provider: wren
title: "{hostile}"
lists:
  Song:
    title: "{hostile}"
    values: str
    codes:
      LOUD: {{value: "{hostile}", description: "{hostile} loud"}}
""",
    )
    specs, site = tmp_path / "docs/codes", tmp_path / "site"
    assert run("site", "--specs", specs, "--output", site).status == 0
    browser.open(site / "wren.html")
    assert browser.texts("#page h1") == [hostile]
    assert browser.texts("#page .codes p") == [f"{hostile} loud"]
    browser.search("loud")
    assert browser.texts("#results p") == [f"{hostile} loud"]
    assert browser.texts("#results .value") == [hostile]
    assert browser.find("img, b") == []


# Pictures


def test_screenshots(
    browser: Browser, ours: Path, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """For a person to look at after a template has changed; one of them is in the README."""
    shots = {
        "search": (1100, 700, "light", "index.html", "?q=13"),
        "provider": (1100, 700, "light", "infobip.html", ""),
        "dark": (1100, 700, "dark", "infobip.html", "#VoiceError.EC_VOICE_NO_ANSWER"),
        "phone": (390, 844, "dark", "index.html", "?q=blacklist&provider=infobip"),
    }
    kept: str | None = pytestconfig.getoption("--screenshots")
    folder = Path(kept) if kept else tmp_path
    for name, (width, height, scheme, page, rest) in shots.items():
        browser.resize(width, height, phone=width < 500)
        browser.prefer("dark" if scheme == "dark" else "light")
        browser.open(ours / page, rest)
        browser.screenshot(folder / f"{name}.png")
        assert (folder / f"{name}.png").stat().st_size > 10_000
    if kept:
        shutil.copy(folder / "search.png", PICTURE)
    assert PICTURE.read_bytes().startswith(b"\x89PNG")
    assert "docs/site.png" in (ROOT / "README.md").read_text(encoding="utf-8")
