"""Feeds: RSS and Atom, an entry a briefing, HTML stripped to its text."""

from __future__ import annotations

import io
import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

import feedparser
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from bot.library.readers.encoding import whole_text
from bot.library.readers.html_text import parts_of, plain_text
from bot.library.readers.record import TOO_LONG, checked
from bot.library.readers.sentences import ended
from bot.library.readers.values import clean
from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.readers.limits import Limits
    from bot.model import Draft

_ENTRIES = frozenset({"item", "entry"})
_CHUNK = 1 << 16
# HTML that is so many times longer than its text may be is not looked at; its time is no longer
# bounded by its length alone.
_MARKUP = 16
# What WordPress writes below each entry, in its languages, before the title and behind it.
_STOOD_FIRST = (
    ("The post", "appeared first on"),
    ("The post", "first appeared on"),
    ("Der Beitrag", "erschien zuerst auf"),
    ("L’article", "est apparu en premier sur"),
    ("L'article", "est apparu en premier sur"),
    ("La entrada", "se publicó primero en"),
    ("La entrada", "aparece primero en"),
    ("Запись", "впервые появилась"),
)
# The site that follows has a name, and may have full stops in it ("St. Ives News", "example.org").
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?] ")
_TEXT_ONLY = {"content-type": "application/xml; charset=utf-8"}


def read_feed(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each entry; its origin is the line that it begins on."""
    text = whole_text(path, name)
    if isinstance(text, Problem):
        yield text
        return
    try:
        lines = _lines_of_entries(text)
    except ParseError as error:
        line = error.position[0]
        what = Said("This is no XML ({reason})", {"reason": str(error)})
        yield Problem(Origin(name, line), what, Said("Correct the file"), unread=True)
        return
    except DefusedXmlException:
        yield Problem(
            Origin(name, 0),
            Said("It declares a document type or entities, which no feed needs and none may"),
            Said("Take the declaration out"),
            unread=True,
        )
        return
    # Bytes alone could be taken for the name of a file or for an address, and what the file says of
    # its encoding would be believed.
    found = feedparser.parse(
        io.BytesIO(text.encode()), response_headers=_TEXT_ONLY, sanitize_html=False
    )
    if not found.version:
        what = Said("The file is XML, but no feed")
        remedy = Said("Give it as RSS or Atom, or as CSV")
        yield Problem(Origin(name, 0), what, remedy, unread=True)
        return
    source = _titled(found.feed)
    for place, (entry, line) in enumerate(zip_longest(found.entries, lines), start=1):
        if entry is not None:
            yield _briefing(entry, source, Origin(name, line or 0), limits, place)


def _briefing(
    entry: Any, source: str, origin: Origin, limits: Limits, place: int
) -> Draft | Problem:
    most = limits.characters * _MARKUP
    if max(map(len, (entry.get("title", ""), _markup(entry)))) > most:
        what = Said(
            "Entry {number} has more than {most} characters of HTML",
            {"number": place, "most": most},
        )
        return Problem(origin, what, TOO_LONG)
    which = Said("Entry {number}: {what}", {"number": place})
    return checked(_fields(entry, source), origin, limits, which)


def _markup(entry: Any) -> str:
    contents = (part.get("value", "") for part in entry.get("content", ()))
    return next(filter(None, (*contents, entry.get("summary", ""))), "")


def _titled(feed: Any) -> str:
    return clean(plain_text(feed.get("title", "")))[:200]


def _fields(entry: Any, source: str) -> dict[str, Any]:
    """Return the fields of an entry; its source is the feed that it was taken from, if it says."""
    title = clean(plain_text(entry.get("title", "")))
    text = _text(_markup(entry), title)
    tags = [clean(tag.get("term") or "") for tag in entry.get("tags", ())]
    link = entry.get("link")
    if link == entry.get("id") and not str(link).startswith(("http:", "https:")):
        link = None  # an identifier that only stands in for a missing link
    fields = {
        "id": entry.get("id") or link,
        "title": title if text else None,
        "text": text or title,
        "date": entry.get("published") or entry.get("updated"),
        "source": _titled(entry.get("source", {})) or source or None,
        "url": link,
        "tags": [tag for tag in tags if tag],
    }
    return {field: value for field, value in fields.items() if value}


def _text(markup: str, title: str) -> str:
    """Return what an entry says, without a last paragraph that only tells where it stood first."""
    parts = parts_of(markup)
    if parts and title and _tells_origin(clean(parts[-1]), title):
        parts.pop()
    return clean(ended(parts))


def _tells_origin(paragraph: str, title: str) -> bool:
    begins = tuple(f"{before} {title} {behind} " for before, behind in _STOOD_FIRST)
    return paragraph.startswith(begins) and not _TWO_SENTENCES.search(paragraph.partition(title)[2])


def _lines_of_entries(text: str) -> list[int]:
    """Return the lines that entries begin on.

    Raises ``ParseError`` for what is no XML and ``DefusedXmlException`` for declarations.
    """
    entries = _Entries()
    parser = DefusedXMLParser(target=entries, forbid_dtd=True)
    entries.parser = parser.parser
    for start in range(0, len(text), _CHUNK):
        parser.feed(text[start : start + _CHUNK])
    parser.close()
    return entries.lines


class _Entries:
    """Takes down where entries begin, and builds nothing."""

    def __init__(self) -> None:
        self.parser: Any = None
        self.lines: list[int] = []

    def start(self, tag: str, _attributes: object) -> None:
        if tag.rpartition("}")[2] in _ENTRIES:
            self.lines.append(self.parser.CurrentLineNumber)

    def end(self, _tag: str) -> None:
        """Nothing is built."""

    def data(self, _data: str) -> None:
        """Nothing is kept."""

    def close(self) -> None:
        """Nothing is returned."""
