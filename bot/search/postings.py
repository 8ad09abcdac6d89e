"""The inverted index of one edition, kept by tantivy: BM25 over stems, and the briefings' texts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import tantivy

from bot.model import Briefing, Origin
from bot.search.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

_HEAP_BYTES = 64_000_000
_STEMMED = "attache_stem"
_FIRST_DAY = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A stem that may be what a word of the question means, and how much to trust it (0 to 1)."""

    stem: str
    weight: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A briefing that was found, with tantivy's BM25 score and its topics, key to label."""

    briefing: Briefing
    score: float
    topics: Mapping[str, str]


def searched_text(briefing: Briefing) -> str:
    """Return all of a briefing that is searched: title, text, tags and source."""
    parts = (briefing.title, briefing.text, " ".join(briefing.tags), briefing.source)
    return "\n".join(part for part in parts if part)


class Postings:
    """Look-ups and searches over one edition's postings; for one thread at a time."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self._schema = index.schema
        self._searcher = index.searcher()
        self._analyzer = _analyzer()
        self._stems: dict[str, str] = {}

    @classmethod
    def open(cls, folder: Path) -> Postings:
        """Open what `write` wrote in ``folder``; raise ``ValueError`` if it cannot be used."""
        return cls(_prepared(tantivy.Index.open(str(folder))))

    @property
    def size(self) -> int:
        """Return the number of briefings."""
        return self._searcher.num_docs

    def stem(self, word: str) -> str:
        """Return the stem under which ``word`` is indexed."""
        known = self._stems.get(word)
        if known is None:
            if len(self._stems) >= 1 << 16:
                self._stems.clear()
            stemmed = self._analyzer.analyze(word)
            known = self._stems[word] = stemmed[0] if stemmed else word
        return known

    def word_frequency(self, word: str) -> int:
        """Return the number of briefings with exactly ``word``."""
        return self._searcher.doc_freq("word", word)

    def stem_frequency(self, stem: str) -> int:
        """Return the number of briefings with a word of this ``stem``."""
        return self._searcher.doc_freq("stem", stem)

    def vocabulary(self) -> list[str]:
        """Return every distinct word."""
        return [word for word, _ in self._searcher.terms_with_prefix("word", "")]

    def search(self, terms: Sequence[Sequence[Alternative]], limit: int) -> list[Hit]:
        """Return the ``limit`` best briefings for the terms, best first.

        A term's alternatives are joined by the best of them (disjunction-max), not by their sum.
        """
        clauses = [
            (tantivy.Occur.Should, self._term_query(alternatives))
            for alternatives in terms
            if alternatives
        ]
        if not clauses or limit < 1:
            return []
        query = tantivy.Query.boolean_query(clauses)
        result = self._searcher.search(query, limit, count=False)
        hits = [self._hit(address, score) for score, address in result.hits]
        hits.sort(key=lambda hit: (-hit.score, hit.briefing.number))
        return hits

    def briefing(self, number: int) -> Briefing | None:
        """Return the briefing with this number, or None."""
        query = tantivy.Query.term_query(self._schema, "number", number)
        hits = self._searcher.search(query, 1, count=False).hits
        return self._hit(hits[0][1]).briefing if hits else None

    def topic_frequency(self, key: str) -> int:
        """Return the number of briefings on the topic with this ``key``."""
        return self._searcher.doc_freq("topic", key)

    def topic_counts(self) -> list[tuple[str, int]]:
        """Return every topic's key with the number of its briefings."""
        return self._searcher.terms_with_prefix("topic", "")

    def topic_label(self, key: str) -> str:
        """Return the label of a topic that some briefing has."""
        return self.on_topic(key, 1)[0].topics[key]

    def on_topic(self, key: str, limit: int) -> list[Hit]:
        """Return the ``limit`` newest briefings on a topic, undated ones by number, last."""
        query = tantivy.Query.term_query(self._schema, "topic", key, index_option="basic")
        result = self._searcher.search(query, limit, count=False, order_by_field="recency")
        hits = [self._hit(address) for _, address in result.hits]
        hits.sort(key=lambda hit: (-recency(hit.briefing), hit.briefing.number))
        return hits

    def _term_query(self, alternatives: Sequence[Alternative]) -> tantivy.Query:
        queries = [
            tantivy.Query.boost_query(
                tantivy.Query.term_query(self._schema, "stem", each.stem, index_option="freq"),
                each.weight,
            )
            for each in alternatives
        ]
        return queries[0] if len(queries) == 1 else tantivy.Query.disjunction_max_query(queries)

    def _hit(self, address: tantivy.DocAddress, score: float = 0.0) -> Hit:
        record = self._searcher.doc(address).get_first("record")
        if record is None:
            raise ValueError("a document of the index has no record")
        fields, topics = json.loads(bytes(record))
        return Hit(_from_record(fields), score, topics)


def recency(briefing: Briefing) -> int:
    """Return a number that grows with a briefing's date, in seconds; small for undated ones."""
    if briefing.date is None:
        return 0
    moment = datetime.fromisoformat(briefing.date)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(1, int((moment - _FIRST_DAY).total_seconds()))


def write(
    folder: Path,
    briefings: Iterable[tuple[Briefing, Mapping[str, str]]],
    progress: Callable[[int], None] | None = None,
) -> Postings:
    """Write the postings of ``briefings`` with their topics, key to label, and return them.

    ``progress`` is told the number written now and then. Raises ``OSError`` or ``ValueError``
    when the folder cannot be written.
    """
    index = _prepared(tantivy.Index(_schema(), path=str(folder)))
    # One indexing thread keeps the documents in the order given, so that equal collections give
    # equal answers; the merge threads work beside it.
    writer = index.writer(_HEAP_BYTES, 1)
    for count, (briefing, topics) in enumerate(briefings, start=1):
        writer.add_document(_document(briefing, topics))
        if progress and count % 1000 == 0:
            progress(count)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return Postings(index)


def _prepared(index: tantivy.Index) -> tantivy.Index:
    """Return the index with our tokenizer, and without the thread that watches its folder.

    An index never changes once it is open; the watcher would write a lock file into a folder that
    is being moved or removed.
    """
    index.config_reader("manual")
    index.register_tokenizer(_STEMMED, _analyzer())
    return index


def _document(briefing: Briefing, topics: Mapping[str, str]) -> tantivy.Document:
    terms = " ".join(index_terms(searched_text(briefing)))
    document = tantivy.Document()
    document.add_unsigned("number", briefing.number)
    document.add_text("stem", terms)
    document.add_text("word", terms)
    document.add_text("topic", " ".join(topics))
    document.add_unsigned("recency", recency(briefing))
    document.add_bytes("record", json.dumps([_to_record(briefing), topics]).encode())
    return document


def _to_record(briefing: Briefing) -> list[Any]:
    return [
        briefing.number, briefing.key, briefing.text, briefing.origin.file, briefing.origin.line,
        briefing.title, briefing.date, briefing.source, briefing.url, briefing.tags,
    ]  # fmt: skip


def _from_record(record: list[Any]) -> Briefing:
    number, key, text, file, line, title, date, source, url, tags = record
    return Briefing(
        key=key, text=text, origin=Origin(file, line), title=title, date=date, source=source,
        url=url, tags=tuple(tags), number=number,
    )  # fmt: skip


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", indexed=True, fast=True)
    builder.add_text_field("stem", tokenizer_name=_STEMMED, index_option="freq")
    builder.add_text_field("word", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("topic", tokenizer_name="whitespace", index_option="basic")
    builder.add_unsigned_field("recency", fast=True)
    builder.add_bytes_field("record", stored=True)
    return builder.build()


def _analyzer() -> tantivy.TextAnalyzer:
    tokenizer = tantivy.Tokenizer.whitespace()
    return tantivy.TextAnalyzerBuilder(tokenizer).filter(tantivy.Filter.stemmer("english")).build()
