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


def plain_text(markup: str) -> str:
    """Return the text of a piece of HTML, without scripts, styles and comments."""
    kept = nh3.clean(markup, tags=_BLOCKS, attributes={}, clean_content_tags=_UNSEEN)
    return html.unescape(_TAG.sub(" ", kept))
