"""Draft pages, and compare with lists that are published with them: `python -m tests.golden`.

The arguments are some of the pairs (default: all). In each, 98 of 100 codes must be right.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from .packages import Missing
from .pairs import PAIRS, CodeList, Pair


def main(names: list[str]) -> int:
    """Report each pair; return 1 if one fails."""
    failed = False
    for pair in PAIRS:
        if pair.__name__ in names or not names:
            try:
                failed |= fails(pair.__name__, pair())
            except Missing as reason:
                print(f"{pair.__name__}: skipped, because {reason}")
    return int(failed)


def fails(name: str, pair: Pair) -> bool:
    """Report a pair; return whether it has too few codes or a command fails."""
    with tempfile.TemporaryDirectory() as folder:
        faults = draft(pair, Path(folder))
        lists = drafted(Path(folder, "specs/golden.yaml"))
    wrong = [each for code_list in pair.truth for each in wrong_codes(code_list, lists)]
    total = sum(map(len, pair.truth))
    print(f"{name}: {total - len(wrong)} of {total} codes right", *faults, *wrong[:5], sep="\n  ")
    return bool(faults) or len(wrong) > 0.02 * total


def draft(pair: Pair, folder: Path) -> list[str]:
    """Draft a spec of the page, and use it; return the commands that fail."""
    (folder / "pyproject.toml").write_text('[tool.provider-codes]\noutput = "codes"\n')
    page = ("golden", "--document", str(pair.page))
    faults = []
    for command in (("new", *page, *pair.options), ("validate",), ("generate",), ("drift", *page)):
        tool = (sys.executable, "-m", "provider_codes_generator", *command)
        if status := subprocess.run(tool, cwd=folder, capture_output=True).returncode:
            faults.append(f"`{command[0]}` exits {status}")
    return faults


def drafted(spec: Path) -> list[CodeList]:
    """Return the lists of a spec, with everything about each code."""
    lists = yaml.safe_load(spec.read_text("utf-8"))["lists"] if spec.exists() else {}
    return [
        {
            code["value"]: (name, *map(str, {**code, **code.get("facts", {})}.values()))
            for name, code in each["codes"].items()
        }
        for each in lists.values()
    ]


def wrong_codes(truth: CodeList, lists: list[CodeList]) -> list[str]:
    """Return the codes that are wrong in the list that is most like the true one."""
    wrong = (
        [f"{v!r} is {each.get(v)}" for v in truth if not folded(truth[v]) <= folded(each.get(v))]
        for each in lists
    )
    return min(wrong, key=len, default=[f"{v!r} is missing" for v in truth])


def folded(texts: tuple[str, ...] | None) -> set[str]:
    """Return the words of a text: the same for `NoData`, `NO_DATA` and `no data.`."""
    return {re.sub(r"[\W_]+", "", text).casefold() for text in texts or ()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
