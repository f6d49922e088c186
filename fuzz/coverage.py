"""Coverage-guided fuzzing: `python -m fuzz.coverage TARGET SECONDS`, or `--list` for the targets.

Atheris makes inputs that reach new code. It runs in its own process, and goes on after a failure.
Each failing input is then tried without atheris, so that an input counts as slow only if it is slow
for users. If atheris cannot be imported, the script says that it skipped the target.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from hashlib import sha256
from importlib import import_module
from itertools import chain
from pathlib import Path
from time import monotonic, process_time
from typing import Any, cast

from provider_codes_generator.spec import layout
from provider_codes_generator import rules
from provider_codes_generator.emit import site
from provider_codes_generator.project import Config
from provider_codes_generator.changes import report
from provider_codes_generator.pages.detect import detect
from provider_codes_generator.pages.readers import READERS, read
from provider_codes_generator.transcribe.draft import Wanted, draft_chosen
from provider_codes_generator.transcribe.drift import find_drift
from provider_codes_generator.model.findings import Refused
from provider_codes_generator.pages.sources import PageText
from provider_codes_generator.spec.load import load_files, load_text
from provider_codes_generator.model.registry import Document, Provider, Registry
from helpers_pages import READER, SHAPES, PageGroup, PageList, PageRow, fits, write
from hostile import PIECES, TEXTS

from .shrink import shrunk

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 22)
LONGEST = 64 * 1024  # bytes of an input
SLOWEST = 5.0  # seconds for an input, without atheris
_HUNG = 60  # seconds for an input, with atheris
_LONGEST_SEED = 3000
_FINDS = 20  # kinds of crashes per target; of each, one input is kept

SPEC = """
provider: acme
title: Acme
documents: {page: {title: Codes, retrieved: 2026-01-02}}
constants: {LIMIT: {value: "160", document: page}}
lists:
  Grouped:
    title: Groups of codes
    document: page
    values: int
    documents: [name, group]
    tables:
      heading: Groups of codes
      group: "{name} (group id: {value})"
      columns: {value: Id, permanent: Permanent, name: Name, description: Description}
    groups: {ALL: {value: 1, documented_name: All}, SOME: {value: 2, documented_name: Some}}
    codes:
      SENT: {value: 10, group: ALL, documented_name: Sent, description: It was sent.}
      LOST: {value: 20, permanent: true, group: SOME, description: It was lost.}
  Number:
    title: Numbers
    document: page
    values: int
    tables: {heading: Numbers, columns: {value: Id, name: Name, description: Description}}
    codes:
      FULL:
        value: 5
        documented_name: Full
        description: The box is full.
        erratum: {page: "5 Full The box is full.", reading: five, reason: it reads so}
    withdrawn: {GONE: {value: 6, since: 2025-01-02}}
  Word:
    title: Words
    document: page
    values: str
    tables: {heading: Words, columns: {value: Id, description: Description}}
    codes: {CALM: {value: calm, description: It coos.}}
  Record:
    title: Records
    document: page
    values: int
    tables: {path: Records, columns: {value: Id, description: Description}}
    codes: {ONE: {value: 1, description: The first.}}
"""


MEANINGS = """
provider: acme
lists:
  Grouped:
    SENT: {state: DELIVERED, retry: never, basis: {state: was sent, retry: convention}}
    LOST: {state: UNDELIVERABLE, retry: never, cause: absent, basis: {state: was lost, retry: permanent}}
"""


# The targets


def _provider() -> Provider:
    provider, findings = load_text(SPEC, "acme.yaml")
    assert provider is not None and not findings, findings
    return cast(Provider, provider)


def try_spec(text: str) -> None:
    """Like `validate`, and like `update` if the spec is sound."""
    provider, findings = load_text(text, "acme.yaml")
    found = rules.check_codes(Registry((provider,))) if provider else []
    report.render([], [], [*findings, *found], "text")
    if provider is not None and not findings:
        assert load_text(layout.dump(provider), "acme.yaml") == (provider, [])


def try_meanings(text: str) -> None:
    """Like `validate` of a file of meanings."""
    meanings = ("meanings/acme.yaml", lambda: text.encode("utf-8", "replace"))
    registry, findings = load_files([("acme.yaml", SPEC.encode)], [meanings])
    report.render([], [], [*findings, *rules.check(registry, findings)], "text")


def try_site(text: str) -> None:
    """Like `site`: no text of a spec may become an element of a page."""
    provider, findings = load_text(text, "acme.yaml")
    if provider is not None and not [*findings, *rules.check_codes(Registry((provider,)))]:
        found = _elements(provider)
        usual = _usual_elements()
        assert found.keys() <= usual.keys(), found.keys() - usual.keys()
        assert found["script"] == usual["script"]


@cache
def _usual_elements() -> Counter[str]:
    return _elements(_provider())


def _elements(provider: Provider) -> Counter[str]:
    """Return the elements of the pages of a provider, with their numbers."""
    pages = site.files(Config(), Path("site"), Registry((provider,)), ())
    texts = [page.text for page in pages if page.path.suffix == ".html"]
    html: Any = import_module("lxml.html")  # has no types
    return Counter(str(each.tag) for text in texts for each in html.fromstring(text).iter())


def try_reader(name: str, text: str) -> None:
    """Read a page with the named reader."""
    read(text, name)


def try_detect(text: str) -> None:
    """Detect the format of a page, and read it."""
    assert detect(text) in READERS
    read(text)


def try_drift(text: str) -> None:
    """Like `drift`, in all formats; what `update` would write must be a spec."""
    found = find_drift(_provider(), {"page": PageText(text, "page")}, DAY)
    for form in ("text", "markdown", "json", "changelog"):
        report.render(found.changes, found.ledger, found.findings, form)
    _assert_is_spec(found.after)


def try_draft(text: str) -> None:
    """Like `new`: the draft must be a spec."""
    page = read(text)
    title = next((heading.text for heading in page.headings), "Acme")
    document = Document(name="codes", title=title, retrieved=DAY)
    before = Provider(provider="acme", title="Acme", documents=(), lists=())
    provider, _ = draft_chosen(before, page, document, Wanted())
    if provider.lists:
        _assert_is_spec(provider)


def _assert_is_spec(provider: Provider) -> None:
    loaded, findings = load_text(layout.dump(provider), "acme.yaml")
    assert not findings, findings
    assert loaded == provider, "read back, the spec is another"


TARGETS: Mapping[str, Callable[[str], None]] = {
    "spec": try_spec,
    **{name: partial(try_reader, name) for name in READERS},
    "meanings": try_meanings,
    "site": try_site,
    "detect": try_detect,
    "drift": try_drift,
    "draft": try_draft,
}


def tried(target: str, text: str) -> str | None:
    """Return the kind of crash, or None."""
    start = process_time()
    try:
        TARGETS[target](text)
    except Refused:
        pass
    except Exception as error:  # any exception counts
        frames = [frame for frame in traceback.extract_tb(error.__traceback__)]
        ours = [frame for frame in frames if "provider_codes_generator" in frame.filename] or frames
        place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"
        words = re.sub(r"(?<=: ).*", "", str(error)) if isinstance(error, AssertionError) else error
        return f"{type(error).__name__} at {place}: {ascii(str(words))[:200]}"
    return "slow" if process_time() - start > SLOWEST else None


# The parts of inputs


def seeds(target: str) -> list[str]:
    """Return the specs of this repository for specs and sites; for pages, one of every shape."""
    if target == "meanings":
        paths = sorted((ROOT / "specs" / "meanings").glob("*.yaml"))
        return [MEANINGS, *(path.read_text("utf-8")[:_LONGEST_SEED] for path in paths)]
    if target in ("spec", "site"):
        paths = sorted(
            chain(*((ROOT / name).glob("**/*.yaml") for name in ("specs", "tests/cases")))
        )
        # The start of a long page: slow inputs would be tried rarely.
        return [SPEC, *(path.read_text("utf-8")[:_LONGEST_SEED] for path in paths)]
    shapes = [shape for shape in SHAPES if target not in READERS or READER[shape] == target]
    pages = list(chain.from_iterable(map(_pages, shapes)))
    linked = [page.replace("was sent.", 'was <a href="/x">sent</a> [so](/y).') for page in pages]
    return [*dict.fromkeys((*pages, *linked)), *(text for text in TEXTS if len(text) < 200)]


def _pages(shape: str) -> list[str]:
    rows = (
        PageRow(5, "Full", None, "The box is full."),
        PageRow(7, "Odd | one", True, "Why & how?"),
    )
    words = (PageRow("calm", None, None, "It coos."), PageRow("wild", None, None, "It bites."))
    sent = PageRow(10, "Sent", False, "It was sent.")
    lost = PageRow(20, "LOST", True, "It was lost.")
    groups = (PageGroup(1, "All", "They all are.", (sent,)), PageGroup(2, "Some", "", (lost,)))
    lists = [
        PageList("Numbers", rows),
        PageList("Words", words),
        PageList("Records", (PageRow(1, None, None, "The first."),)),
        PageList("Groups of codes", groups=groups),
    ]
    lists = [each for each in lists if fits(each, shape)]
    if shape.startswith("records"):
        return [write([each], shape) for each in lists]
    return [write(lists, shape), *(write([each], shape) for each in lists)]


def dictionary(target: str) -> list[str]:
    """Return pieces that inputs consist of."""
    words = sorted(set(re.findall(r"\w{3,}:?|\W{2,8}", SPEC)))
    pieces = [piece for piece in PIECES if len(piece) <= 30]
    tags = "table thead tbody tfoot tr th td h1 h2 h6 p pre code a ul li br div span img".split()
    marks = [mark for tag in tags for mark in (f"<{tag}>", f"</{tag}>")]
    marks += ["colspan=", "rowspan=", 'rowspan="0"', 'style="display:none"', " hidden", "href="]
    marks += [
        "[block:parameters]",
        "[block:api-header]",
        '{"data": {"h-0": "',
        '"0-0": "',
        "[/block]",
    ]
    marks += [
        "| --- | --- |",
        "|---|",
        "| Id | Name |",
        "\n\n",
        "\n| ",
        " | ",
        "\t",
        "## ",
        "(group id: 1)",
    ]
    return [*words, *pieces, *(marks if target not in ("spec", "meanings") else [])]


def _as_dictionary(pieces: Sequence[str]) -> str:
    """Return the dictionary in libFuzzer's form: one quoted text of bytes per line."""
    lines: list[str] = []
    for piece in dict.fromkeys(pieces):
        data = piece.encode("utf-8", "ignore")
        if data:
            escaped = "".join(
                chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}"
                for byte in data
            )
            lines.append(f'"{escaped}"\n')
    return "".join(lines)


def decoded(data: bytes) -> str:
    """Return the text of an input; invalid bytes are refused before a page is read."""
    return data[:LONGEST].decode("utf-8", "replace")


# The process in which atheris runs


def fuzz(target: str, folder: Path, options: Sequence[str]) -> None:
    """Fuzz until the time is up, and save the failing inputs in the folder."""
    atheris: Any = import_module("atheris")
    known: set[str] = set()

    def one(data: bytes) -> None:
        text = decoded(data)
        wrong = tried(target, text)
        if wrong is not None and wrong not in known and len(known) < _FINDS:
            known.add(wrong)
            name = sha256(wrong.encode()).hexdigest()[:12]
            (folder / f"find-{name}").write_bytes(data[:LONGEST])

    atheris.Setup([target, *options], one)
    atheris.Fuzz()


# Atheris instruments these imports: the tool, and the parser of Markdown.
_INSIDE = """
import sys
from pathlib import Path
import atheris
with atheris.instrument_imports(include=["provider_codes_generator", "markdown_it"]):
    from fuzz import coverage
coverage.fuzz(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
"""


# The process that supervises it


def run(target: str, seconds: int, seed: int) -> int:
    """Fuzz for this many seconds and report the failures; return 1 if there are any."""
    try:
        import_module("atheris")
    except ImportError:
        print(f"coverage of {target}: skipped, because atheris cannot be imported here")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        executions, covered = _run_atheris(target, seconds, seed, folder)
        finds, lost = _finds(target, folder)
    print(
        f"coverage of {target}: {executions:,} inputs in {seconds} s (seed {seed}),"
        f" {covered:,} places reached, {len(finds)} finds"
        + (f"; {lost} that are none without atheris" if lost else "")
    )
    for wrong, text in finds.items():
        shown = ascii(text)
        print(f"  {wrong}\n    input: {shown[:2000]}{' ...' if len(shown) > 2000 else ''}")
    return 1 if finds else 0


def _run_atheris(target: str, seconds: int, seed: int, folder: Path) -> tuple[int, int]:
    """Run it until the time is up; restart it after an input that hangs."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, text in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(text.encode("utf-8", "replace")[:LONGEST])
    (folder / "words").write_text(_as_dictionary(dictionary(target)), encoding="ascii")
    end, executions, covered = monotonic() + seconds, 0, 0
    while (left := int(end - monotonic())) > 0:
        command = [sys.executable, "-c", _INSIDE, target, str(folder)]
        command += [f"-max_total_time={left}", f"-seed={seed}", f"-max_len={LONGEST}"]
        command += [f"-dict={folder / 'words'}", f"-timeout={_HUNG}", "-rss_limit_mb=2048"]
        command += [f"-artifact_prefix={folder / 'find-'}", "-print_final_stats=1", str(corpus)]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
        printed = done.stderr.decode("utf-8", "replace")
        counts = [int(count) for count in re.findall(r"^#(\d+)\s", printed, re.MULTILINE)]
        executions += max(counts, default=0)
        covered = max([covered, *map(int, re.findall(r"\bcov: (\d+)", printed))])
        if not counts:
            print(printed[-2000:], file=sys.stderr)
            raise SystemExit(2)
        if done.returncode == 0:
            break
    return executions, covered


def _finds(target: str, folder: Path) -> tuple[dict[str, str], int]:
    """Return the smallest input per kind of failure, and how many only atheris causes."""
    found: dict[str, str] = {}
    lost = 0
    for path in sorted(folder.glob("find-*")):
        text = decoded(path.read_bytes())
        wrong = _tried_apart(target, text)
        lost += wrong is None
        if wrong is not None and wrong not in found:
            if wrong not in ("hangs", "slow"):
                text = shrunk(text, partial(_fails_alike, target, wrong))
            found[wrong] = text
    return found, lost


def _fails_alike(target: str, wrong: str, text: str) -> bool:
    return tried(target, text) == wrong


def _tried_apart(target: str, text: str) -> str | None:
    """Like `tried`, in a separate process that may hang."""
    command = [sys.executable, "-m", "fuzz.coverage", target, "0", "--try"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            input=json.dumps(text).encode(),
            capture_output=True,
            timeout=_HUNG,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    if done.returncode:
        return (
            f"ended with {done.returncode}: {ascii(done.stderr.decode('utf-8', 'replace')[-200:])}"
        )
    wrong: str | None = json.loads(done.stdout)
    return wrong


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.coverage", description=__doc__)
    parser.add_argument("target", choices=[*TARGETS], nargs="?", help="what is fuzzed")
    parser.add_argument("seconds", type=int, nargs="?", default=60, help="for how long")
    parser.add_argument("--list", action="store_true", help="say what the targets are")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with")
    parser.add_argument("--try", dest="once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.list:
        print(*TARGETS)
        return 0
    if options.target is None:
        parser.error("name a target, or use --list")
    if options.once:
        json.dump(tried(options.target, json.load(sys.stdin)), sys.stdout)
        return 0
    return run(options.target, options.seconds, options.seed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
