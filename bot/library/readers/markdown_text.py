"""Markdown as plain text: what its reader sees, without marks.

Read by CommonMark (https://spec.commonmark.org/0.31.2/), with tables and strikethrough as on
GitHub (https://github.github.com/gfm/).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from bot.library.readers.html_text import plain_text
from bot.library.readers.sentences import ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

# Text that has none of these, and is of one paragraph, is plain already.
_MARKED = re.compile(r"[*_`\[<&\\#>|~]|\n\s*\n|^\s*(?:[-+=]|\d+[.)])|^(?: {4}|\t)", re.MULTILINE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_CELLS = frozenset({"th_open", "td_open"})
# The mark of a footnote. CommonMark knows none, and takes one that holds an address for a link.
_NOTE = re.compile(r"(?P<own>^ {0,3})?\[\^[^\[\]\s]{1,50}\](?(own):)", re.MULTILINE)


def plain(marked: str) -> str:
    """Return the text of a piece of Markdown.

    What stands apart there stands apart as sentences; so do footnotes, whose marks go.
    """
    if not _MARKED.search(marked):
        return marked
    unnoted = _NOTE.sub(lambda found: "" if found["own"] is None else "\n\n", marked)
    return ended(_blocks(_parser().parse(unnoted)))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _blocks(tokens: list[Token]) -> Iterator[str]:
    mark, row = "", list[str]()
    is_cell = False
    for token in tokens:
        if token.type == "list_item_open":
            # The number of an item is part of what is said; that it has a dash is not.
            mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "tr_close":
            yield ", ".join(filter(None, row))
            row.clear()
        elif token.type == "inline":
            text = mark + _inline(token.children or [])
            mark = ""
            if is_cell:
                row.append(text)
            else:
                yield text
        elif token.type in {"fence", "code_block"}:
            yield token.content
        elif token.type == "html_block":
            yield plain_text(token.content)
        is_cell = token.type in _CELLS


def _inline(tokens: list[Token]) -> str:
    return "".join(map(_said, tokens))


def _said(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "html_inline":
        return " " if _BREAK.match(token.content) else ""
    if token.type == "image":
        return _inline(token.children or [])
    return token.content
