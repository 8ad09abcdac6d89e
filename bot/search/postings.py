"""The inverted index of one edition, kept by tantivy: BM25 over stems, and the briefings' texts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import tantivy

from bot.model import Briefing, Origin
from bot.search.forward import Writer
from bot.search.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

_MAX_STEMS = 1 << 16
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
    """A briefing of the index with its topics, key to label."""

    briefing: Briefing
    topics: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """Where in the index a briefing stands that was found."""

    number: int
    address: tantivy.DocAddress


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
        self.stem = _Stems().of

    @classmethod
    def open(cls, folder: Path) -> Postings:
        """Open what `write` wrote in ``folder``; raise ``ValueError`` if it cannot be used."""
        return cls(_prepared(tantivy.Index.open(str(folder))))

    @property
    def size(self) -> int:
        """Return the number of briefings."""
        return self._searcher.num_docs

    def word_frequency(self, word: str) -> int:
        """Return the number of briefings with exactly ``word``."""
        return self._searcher.doc_freq("word", word)

    def stem_frequency(self, stem: str) -> int:
        """Return the number of briefings with a word of this ``stem``."""
        return self._searcher.doc_freq("stem", stem)

    def vocabulary(self) -> list[str]:
        """Return every distinct word."""
        return [word for word, _ in self._searcher.terms_with_prefix("word", "")]

    def search(self, terms: Sequence[Sequence[Alternative]], limit: int) -> list[Found]:
        """Return the ``limit`` best briefings for the terms, by number.

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
        return sorted(self._found([address for _, address in result.hits]), key=_by_number)

    def numbered(self, number: int) -> Hit | None:
        """Return the briefing with this number, or None."""
        query = tantivy.Query.term_query(self._schema, "number", number)
        hits = self._searcher.search(query, 1, count=False).hits
        return self.fetch(hits[0][1]) if hits else None

    def topic_frequency(self, key: str) -> int:
        """Return the number of briefings on the topic with this ``key``."""
        return self._searcher.doc_freq("topic", key)

    def topic_counts(self) -> list[tuple[str, int]]:
        """Return every topic's key with the number of its briefings."""
        return self._searcher.terms_with_prefix("topic", "")

    def on_topic(self, key: str, limit: int) -> list[Found]:
        """Return the ``limit`` newest briefings on a topic, undated ones last, by number."""
        query = tantivy.Query.term_query(self._schema, "topic", key, index_option="basic")
        result = self._searcher.search(query, limit, count=False, order_by_field="recency")
        # tantivy gives equally old ones in no order that lasts.
        found = self._found([address for _, address in result.hits])
        ages = [-(moment or 0) for moment, _ in result.hits]
        order = sorted(range(len(found)), key=lambda place: (ages[place], found[place].number))
        return [found[place] for place in order]

    def fetch(self, address: tantivy.DocAddress) -> Hit:
        """Return the briefing that is stored at an address of this index, with its topics."""
        record = self._searcher.doc(address).get_first("record")
        if record is None:
            raise ValueError("a document of the index has no record")
        fields, topics = json.loads(bytes(record))
        return Hit(_from_record(fields), topics)

    def _found(self, addresses: list[tantivy.DocAddress]) -> list[Found]:
        numbers = self._searcher.fast_field_values("number", addresses)
        return [
            Found(int(number or 0), address)
            for number, address in zip(numbers, addresses, strict=True)
        ]

    def _term_query(self, alternatives: Sequence[Alternative]) -> tantivy.Query:
        queries = [
            tantivy.Query.boost_query(
                tantivy.Query.term_query(self._schema, "stem", each.stem, index_option="freq"),
                each.weight,
            )
            for each in alternatives
        ]
        return queries[0] if len(queries) == 1 else tantivy.Query.disjunction_max_query(queries)


def _by_number(found: Found) -> int:
    return found.number


def recency(briefing: Briefing) -> int:
    """Return a number that grows with a briefing's date, in seconds; small for undated ones."""
    if briefing.date is None:
        return 0
    moment = datetime.fromisoformat(briefing.date)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(1, int((moment - _FIRST_DAY).total_seconds()))


class _Stems:
    """The stems of words, by the analyzer that the index uses too, each asked for once."""

    def __init__(self) -> None:
        self._analyzer = _analyzer()
        self._known: dict[str, str] = {}

    def of(self, word: str) -> str:
        """Return the stem under which ``word`` is indexed."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MAX_STEMS:
                self._known.clear()
            stemmed = self._analyzer.analyze(word)
            known = self._known[word] = stemmed[0] if stemmed else word
        return known


def write(
    folder: Path,
    briefings: Iterable[tuple[Briefing, Mapping[str, str]]],
    forward_folder: Path,
    progress: Callable[[int], None] | None = None,
) -> Postings:
    """Write the postings of ``briefings`` with their topics, key to label, and return them.

    Their forward index goes to ``forward_folder``; they come in the order of their numbers.

    ``progress`` is told the number written now and then. Raises ``OSError`` or ``ValueError``
    when the folder cannot be written.
    """
    index = _prepared(tantivy.Index(_schema(), path=str(folder)))
    # One indexing thread keeps the documents in the order given, so that equal collections give
    # equal answers; the merge threads work beside it.
    writer = index.writer(_HEAP_BYTES, 1)
    stems = _Stems()
    forward = Writer()
    for count, (briefing, topics) in enumerate(briefings, start=1):
        terms = index_terms(searched_text(briefing))
        writer.add_document(_document(briefing, topics, terms))
        forward.add(briefing.number, briefing.key, map(stems.of, terms))
        if progress and count % 1000 == 0:
            progress(count)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    forward.write(forward_folder)
    return Postings(index)


def _prepared(index: tantivy.Index) -> tantivy.Index:
    """Return the index with our tokenizer, and without the thread that watches its folder.

    An index never changes once it is open; the watcher would write a lock file into a folder that
    is being moved or removed.
    """
    index.config_reader("manual")
    index.register_tokenizer(_STEMMED, _analyzer())
    return index


def _document(
    briefing: Briefing, topics: Mapping[str, str], words: Sequence[str]
) -> tantivy.Document:
    terms = " ".join(words)
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
