# Generated from the template _lookup.py by `provider-codes generate`. Do not edit. Version 0.1.0.
# sha256:7d022a1ee31f777d26e92046d9063ff1968ad0e4ae3516148b512fd5f0a993c3 of all below this line.
"""Looks codes up in all lists of all providers, and answers in words."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from . import PROVIDERS
from ._runtime import resolve
from ._search import (
    Answer,
    CodeList,
    Entry,
    entries,
    lists,
    near,
    search,
    source_of,
    title_of,
)

__all__ = ["main", "run"]

_FULL = 5
"""The most codes without an exact hit that are shown in full."""

_MOST = 40
"""The most codes that are shown with a line each."""


def run(
    query: str,
    providers: Sequence[str] = PROVIDERS,
    *,
    as_json: bool = False,
    short: bool = False,
) -> int:
    """Print the codes that match; return 0 if there are any, else 1.

    Without a query, print the lists; in the short form, all codes.
    """
    if not query.strip():
        _overview(providers, as_json=as_json, short=short)
        return 0
    answer = search(query, providers)
    found = [*answer.exact, *answer.others]
    if as_json:
        from ._catalogue import record

        codes = [record(entry) for entry in found]
        _print_json({"exact": len(answer.exact), "codes": codes})
    elif short:
        _print("\n".join(map(_line, found)))
    else:
        _print("\n\n".join(_answer(answer)))
    absent = "" if answer.exact else _absent(query)
    missing = () if absent else answer.missing
    if absent:
        print(absent, file=sys.stderr)
    elif missing or not found:
        words = ", ".join(map(repr, missing)) or repr(query)
        print(f"no code has the value, the name or the words {words}", file=sys.stderr)
    # Words that are known, but not together, have no other spelling.
    is_misspelled = any(" " not in word for word in missing)
    if (is_misspelled or not found) and (close := near(query, providers)):
        print(f"    near: {', '.join(close)}", file=sys.stderr)
    return 0 if found else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line of `python -m` with this package."""
    parser = argparse.ArgumentParser(
        prog=f"python -m {__package__}",
        description="Look codes up, in all lists of all providers.",
        epilog="Exit codes: 0 found, 1 nothing found.",
        # Without a width, argparse imports modules that take longer than the search.
        formatter_class=lambda prog: argparse.HelpFormatter(prog, width=_width()),
    )
    parser.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help="values, names, ids, or words (default: show all lists)",
    )
    parser.add_argument(
        "--provider",
        action="append",
        choices=PROVIDERS,
        type=str.lower,
        default=[],
        help="only this provider; may be repeated",
    )
    parser.add_argument("--short", action="store_true", help="a line per code")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")
    parser.add_argument(
        "--export", choices=("json", "csv"), help="print all codes, for programs"
    )
    if version := getattr(sys.modules[str(__package__)], "__version__", ""):
        parser.add_argument(
            "-V",
            "--version",
            action="version",
            version=f"{__package__} {version}",
            help="show the version and exit",
        )
    given = parser.parse_args(arguments)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if (given.json or given.export) and reconfigure is not None:
        # Programs read UTF-8, whatever this console shows.
        reconfigure(encoding="utf-8")
    providers = tuple(dict.fromkeys(given.provider)) or PROVIDERS
    if given.export:
        from ._export import write_csv, write_json

        write = write_json if given.export == "json" else write_csv
        write(sys.stdout, providers)
        return 0
    return run(" ".join(given.query), providers, as_json=given.json, short=given.short)


def _overview(providers: Sequence[str], *, as_json: bool, short: bool) -> None:
    """Print the lists, or in the short form the codes."""
    if as_json:
        _print_json({"lists": [_listed(*each) for each in lists(providers)]})
    elif short:
        _print("\n".join(map(_line, entries(providers))))
    else:
        _print("\n".join(_titles(providers)))


def _print(text: str) -> None:
    if text:
        print(text)


def _print_json(data: object) -> None:
    import json

    print(json.dumps(data, indent=2, ensure_ascii=False))


def _absent(query: str) -> str:
    """Return what is wrong with an id whose list exists; empty for other queries."""
    try:
        code = resolve(query.strip())
    except (LookupError, ValueError):
        return ""
    code_list, _, value = code.id.partition(":")
    return "" if code.listed else f"{value} is not listed in {code_list}"


def _listed(provider: str, code_list: CodeList) -> dict[str, str | int]:
    """Return the list for programs, with the number of its codes."""
    return {
        "provider": provider,
        "list": code_list.__name__,
        "title": title_of(code_list),
        "codes": len(code_list),
    }


def _titles(providers: Sequence[str]) -> Iterator[str]:
    """Yield a line for each provider, and one for each of its lists."""
    before = ""
    for provider, code_list in lists(providers):
        name, _, title = title_of(code_list).removesuffix(".").partition(": ")
        if provider != before:
            yield f"{provider}  {name}".rstrip()
        before = provider
        words = filter(None, (title, _counted(len(code_list), "code")))
        yield f"    {code_list.__name__}  {', '.join(words)}"


def _answer(answer: Answer) -> Iterator[str]:
    """Yield the exact hits in full, a line for each of the others, and the pages of the hits."""
    exact, others = answer.exact, answer.others
    counts = [_counted(len(others), "other" if exact else "code")] if others else []
    if exact:
        counts.insert(0, _counted(len(exact), "exact hit"))
    if len(exact) + len(others) > 1:
        yield ", ".join(counts)
    if not exact and len(others) <= _FULL:
        exact, others = others, ()
    for entry in exact:
        yield "\n".join(_full(entry))
    if others:
        more = len(others) - _MOST
        end = [f"and {more} more: --short prints all"] if more > 0 else []
        yield "\n".join([*map(_line, others[:_MOST]), *end])
    sources = dict.fromkeys(source_of(type(entry.code)) for entry in exact)
    if any(sources):
        yield "\n".join(line for each in sources for line in _wrapped(each, ""))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _full(entry: Entry) -> Iterator[str]:
    """Yield all that is known about a code: what it is, what to do, and our notes."""
    from ._advice import advice, judgement, notes

    code = entry.code
    yield f"{entry.provider}.{entry.list}.{code.name} = {code.value!r}"
    yield from _wrapped(code.description)
    yield from _wrapped("; ".join(_facts(entry)))
    if words := judgement(code):
        yield from _wrapped(f"What to do: {advice(code)}")
        yield from _wrapped(f"Our judgement: {words}")
    for note in notes(code):
        yield from _wrapped(note)


def _facts(entry: Entry) -> Iterator[str]:
    code, group = entry.code, entry.code.group
    if title := title_of(type(code)):
        yield title.removesuffix(".")
    if others := [name for name in code.documented_names if name != code.name]:
        yield f"documented as {', '.join(others)}"
    if group is not None:
        yield f"group {group.documented_name} ({group.value})"
    if code.permanent is not None:
        yield "permanent" if code.permanent else "not permanent"
    for name, value in code.facts.items():
        yield f"{name} {str(value).lower() if isinstance(value, bool) else value}"


def _line(entry: Entry) -> str:
    from ._advice import advice

    words = advice(entry.code)
    return f"{entry.code.id}  {entry.code.name}{': ' if words else ''}{words}"


def _wrapped(text: str, margin: str = "    ") -> Iterator[str]:
    """Yield the lines of the text, as wide as the terminal."""
    line, width = margin, _width()
    for word in text.split():
        if len(line) + len(word) >= width and line != margin:
            yield line.rstrip()
            line = margin
        line += f"{word} "
    if line.strip():
        yield line.rstrip()


def _width() -> int:
    """Return the number of columns of the terminal, at most 100."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size().columns
    except (OSError, ValueError):
        columns = 0
    return min(max(columns or 100, 40), 100)
