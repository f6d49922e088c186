"""Pages of providers, in the shapes of `tests/helpers_pages.py`, and specs bound to them."""

from dataclasses import replace

from provider_codes_generator.model.registry import Code, CodeList, Provider, Tables
from helpers_pages import PageGroup, PageList, PageRow, bindings, write

# The prose of a page around the table, repeated up to the size.
_PROSE = (
    "While you use our API you may meet some of these codes. This part of the page says how they "
    "come about, what to do when you meet one, and whom to ask where nothing of that helps."
)


def bound(provider: Provider, shape: str) -> Provider:
    """The spec bound to the pages that `page` writes, without the facts that they lack."""
    documents = tuple(replace(document, reader=None) for document in provider.documents)
    return replace(
        provider,
        documents=documents,
        constants=(),
        lists=tuple(_bound(code_list, shape) for code_list in provider.lists),
    )


def _bound(code_list: CodeList, shape: str) -> CodeList:
    found = bindings(_page_list(code_list), shape)
    return replace(
        code_list,
        codes=tuple(replace(code, erratum=None, aliases=(), links=()) for code in code_list.codes),
        tables=Tables(
            columns=tuple(found["columns"].items()),
            heading=(found["heading"],),
            group=(found["group"],) if found["group"] else (),
        ),
    )


def page(provider: Provider, shape: str, size: int = 0) -> str:
    """The page of a provider, with prose before its first list up to the size in bytes."""
    lists = [_page_list(code_list) for code_list in provider.lists]
    text = write(lists, shape)
    opening, between, closing = ("<p>", "\n", "</p>") if shape == "html" else ("", "\n\n", "")
    paragraph = f"{opening}{_PROSE}{closing}{between}"
    missing = size - len(text.encode())
    heading = _heading(lists[0].heading, shape)
    return text.replace(heading, paragraph * max(0, missing // len(paragraph)) + heading, 1)


def _heading(text: str, shape: str) -> str:
    if shape == "html":
        return f"<h2>{text}</h2>\n"
    return f"## {text}\n" if shape == "markdown" else f"{text}\n"


def _page_list(code_list: CodeList) -> PageList:
    if not code_list.groups:
        return PageList(code_list.title, rows=_rows(code_list, code_list.codes))
    groups: list[PageGroup] = []
    for group in code_list.groups:
        codes = tuple(code for code in code_list.codes if code.group == group.name)
        name = group.documented_name or group.name
        rows = _rows(code_list, codes)
        groups.append(PageGroup(group.value, name, group.description, rows))
    return PageList(code_list.title, groups=tuple(groups))


def _rows(code_list: CodeList, codes: tuple[Code, ...]) -> tuple[PageRow, ...]:
    return tuple(
        PageRow(code.value, code.documented_name, code.permanent, code.description)
        for code in codes
    )
