"""Feeds: RSS and Atom, an entry a briefing, HTML stripped to its text."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

import feedparser
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from bot.library.readers.record import checked, clean
from bot.model import Origin, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.readers.limits import Limits
    from bot.model import Draft

_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header"
    " hr li ol p pre section table td th tr ul".split()
)
_TAG = re.compile(r"<[^>]*>")
_UNSEEN = frozenset({"script", "style", "template", "head", "noscript"})


def read_feed(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each entry; its origin is its place in the feed, from 1."""
    content = path.read_bytes()
    try:
        ElementTree.fromstring(content, forbid_dtd=True)
    except ParseError as error:
        line = error.position[0]
        yield Problem(Origin(name, line), f"This is no XML ({error}).", "Correct the file.")
        return
    except (DefusedXmlException, ValueError, LookupError) as error:
        yield Problem(
            Origin(name, 0),
            f"Its declaration is not allowed ({type(error).__name__}).",
            "Take the declaration out.",
        )
        return
    # Bytes alone could be taken for the name of a file or for an address.
    found = feedparser.parse(io.BytesIO(content), sanitize_html=False)
    if not found.version:
        yield Problem(
            Origin(name, 0), "The file is XML, but no feed.", "Give it as RSS or Atom, or as CSV."
        )
        return
    source = clean(plain_text(found.feed.get("title", "")))[:200]
    for place, entry in enumerate(found.entries, start=1):
        yield checked(_fields(entry, source), Origin(name, place), limits)


def plain_text(html: str) -> str:
    """Return the text of a piece of HTML, without scripts, styles and comments."""
    stripper = _Stripper()
    try:
        stripper.feed(html)
        stripper.close()
    except AssertionError:  # what the standard library's parser says of a broken declaration
        return _TAG.sub(" ", html)
    return "".join(stripper.parts)


def _fields(entry: Any, source: str) -> dict[str, Any]:
    title = clean(plain_text(entry.get("title", "")))
    contents = [part.get("value", "") for part in entry.get("content", ())]
    text = clean(plain_text(next(filter(None, [*contents, entry.get("summary", "")]), "")))
    tags = [clean(tag.get("term") or "") for tag in entry.get("tags", ())]
    link = entry.get("link")
    if link == entry.get("id") and not str(link).startswith(("http:", "https:")):
        link = None  # an identifier that only stands in for a missing link
    fields = {
        "id": entry.get("id") or link,
        "title": title or None,
        "text": text or title,
        "date": entry.get("published") or entry.get("updated"),
        "source": source or None,
        "url": link,
        "tags": [tag for tag in tags if tag],
    }
    return {field: value for field, value in fields.items() if value}


class _Stripper(HTMLParser):
    """Collects what a reader of the page would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)
