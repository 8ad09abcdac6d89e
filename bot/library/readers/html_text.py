"""The text of a piece of HTML, as its reader sees it."""

from __future__ import annotations

import html
import re

import nh3

_BLOCKS = frozenset(
    "article aside blockquote br caption center dd details div dl dt figcaption figure footer h1 h2"
    " h3 h4 h5 h6 header hr li ol p pre summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_TAG = re.compile(r"<[^>]*>")
# Cells of one row, and lines of one paragraph, belong together.
_APART = re.compile(r"<(?!/?(?:br|td|th)>)[^>]*>")


def plain_text(markup: str) -> str:
    """Return the text of a piece of HTML, without scripts, styles and comments."""
    return _unmarked(_with_blocks(markup))


def parts_of(markup: str) -> list[str]:
    """Return the same in parts that stand apart, such as paragraphs; none is blank."""
    parts = map(_unmarked, _APART.split(_with_blocks(markup)))
    return [part for part in parts if part.strip()]


def _with_blocks(markup: str) -> str:
    return nh3.clean(markup, tags=_BLOCKS, attributes={}, clean_content_tags=_UNSEEN)


def _unmarked(markup: str) -> str:
    return html.unescape(_TAG.sub(" ", markup))
