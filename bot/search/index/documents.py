"""The documents of an index: its schema and stems, and how a briefing is stored in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import tantivy

from bot.model import Briefing, Origin

if TYPE_CHECKING:
    from pathlib import Path

_MAX_STEMS = 1 << 16
_LEAST_DOUBLED = 6
_DOUBLED = frozenset("bdfgmnprt")  # those that the stemmer takes for doubled
_NUMBER_BITS = 24
_FIRST_DAY = datetime(1, 1, 1, tzinfo=UTC)
_DAY_SECONDS = 86_400


def recency(briefing: Briefing) -> int:
    """Return a number of 63 bits that grows with a briefing's date, then with its number.

    Briefings without a date are older than all others; those that came in later are newer.
    """
    seconds = 0
    if briefing.date is not None:
        moment = datetime.fromisoformat(briefing.date)
        seconds = max(1, _seconds(moment if moment.tzinfo else moment.replace(tzinfo=UTC)))
    return seconds << _NUMBER_BITS | min(briefing.number, (1 << _NUMBER_BITS) - 1)


def recencies(first: date, last: date) -> tuple[int, int]:
    """Return between what the recency of briefings of these days is, the latter not included."""
    ends = (datetime.combine(day, time(), UTC) for day in (first, last))
    start, end = map(_seconds, ends)
    return max(1, start) << _NUMBER_BITS, (end + _DAY_SECONDS) << _NUMBER_BITS


def _seconds(moment: datetime) -> int:
    return int((moment - _FIRST_DAY).total_seconds())


class Stems(dict[str, str]):
    """The stems of words, each asked for once."""

    def __init__(self) -> None:
        super().__init__()
        self._analyzer = _analyzer()

    def __missing__(self, word: str) -> str:
        """Return the stem under which ``word`` is indexed, and remember it."""
        if len(self) >= _MAX_STEMS:
            self.clear()
        stemmed = self._analyzer.analyze(word)
        stem = self[word] = _undoubled(stemmed[0]) if stemmed else word
        return stem


def _undoubled(stem: str) -> str:
    """Return a stem without the second of two equal consonants at its end.

    The stemmer takes it off "boycotting" only, as if that were "boycoting", and leaves "boycott".
    """
    is_doubled = len(stem) >= _LEAST_DOUBLED and stem[-1] == stem[-2] and stem[-1] in _DOUBLED
    return stem[:-1] if is_doubled else stem


def open_index(folder: Path) -> tantivy.Index:
    """Open a folder's index; raise ``ValueError`` if it cannot be used."""
    return prepared(tantivy.Index.open(str(folder)))


def prepared(index: tantivy.Index) -> tantivy.Index:
    """Return the index without the thread that watches its folder.

    An index never changes once it is open; the watcher would write a lock file into a folder that
    is being moved or removed.
    """
    index.config_reader("manual")
    return index


def to_record(briefing: Briefing) -> list[Any]:
    """Return a briefing as what JSON can hold."""
    return [
        briefing.number, briefing.key, briefing.text, briefing.origin.file, briefing.origin.line,
        briefing.title, briefing.date, briefing.source, briefing.url, briefing.tags,
    ]  # fmt: skip


def from_record(record: list[Any]) -> Briefing:
    """Return the briefing that `to_record` made a record of."""
    number, key, text, file, line, title, date, source, url, tags = record
    return Briefing(
        key=key, text=text, origin=Origin(file, line), title=title, date=date, source=source,
        url=url, tags=tuple(tags), number=number,
    )  # fmt: skip


def schema() -> tantivy.Schema:
    """Return the fields of an index; `bot.search.index.fields` tells what they hold."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", indexed=True, fast=True)
    builder.add_text_field("stem", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("term", tokenizer_name="whitespace", index_option="basic")
    builder.add_unsigned_field("recency", fast=True)
    builder.add_bytes_field("record", stored=True)
    return builder.build()


def _analyzer() -> tantivy.TextAnalyzer:
    tokenizer = tantivy.Tokenizer.whitespace()
    return tantivy.TextAnalyzerBuilder(tokenizer).filter(tantivy.Filter.stemmer("english")).build()
