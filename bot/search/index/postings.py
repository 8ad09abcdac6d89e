"""The inverted index of one edition, kept by tantivy: BM25 over stems, and the briefings' texts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import tantivy

from bot.search.index.documents import Stems, from_record, open_index, recencies
from bot.search.index.fields import PAIR, as_term, as_value
from bot.search.index.ghosts import Ghosts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from bot.model import Briefing

GHOSTS = "ghosts.json"
_HIGHEST = (1 << 63) - 1
_FREQUENCIES_KEPT = 1 << 13
_HITS_KEPT = 1 << 8
_EVERYWHERE = 0.5
_FEW = 10_000
"""So many briefings are always looked through."""


class Alternative(NamedTuple):
    """A stem that may be what a word of the question means, and how much to trust it (0 to 1).

    Of a name of several words a briefing must have the stems ``besides``, too: "US" is no
    "United" alone.
    """

    stem: str
    weight: float
    besides: tuple[str, ...] = ()

    @property
    def stems(self) -> tuple[str, ...]:
        """Return every stem that a briefing must have."""
        return (self.stem, *self.besides)


@dataclass(frozen=True, slots=True)
class Hit:
    """A briefing of the index with the folded names and themes that it mentions, in order.

    ``version`` is the document's own name in the index.
    """

    briefing: Briefing
    names: tuple[str, ...]
    version: str


class Found(NamedTuple):
    """Where in the index a briefing stands that was found; fifty a question are made."""

    number: int
    address: tantivy.DocAddress


class Postings:
    """Look-ups and searches over one edition's postings; several threads may use them."""

    def __init__(self, index: tantivy.Index, ghosts: Ghosts) -> None:
        self._index = index
        self._schema = index.schema
        self._searcher = index.searcher()
        self.ghosts = ghosts
        self.size: int = self._searcher.num_docs
        self.stem = Stems().__getitem__
        self.frequency = lru_cache(_FREQUENCIES_KEPT)(self._frequency)
        self._stored = lru_cache(_HITS_KEPT)(self._read_stored)

    @classmethod
    def open(cls, folder: Path) -> Postings:
        """Open what `IndexWriter` wrote in ``folder``; raise ``OSError`` or ``ValueError``."""
        return cls(open_index(folder), Ghosts.read(folder / GHOSTS))

    def close(self) -> None:
        """Let go of the files; whoever is asked afterwards raises."""
        del self._index, self._schema, self._searcher

    def _frequency(self, field: str, term: str) -> int:
        """Return how many briefings have ``term`` in a ``field`` of `bot.search.index.fields`."""
        term = term if field == "stem" else as_term(field, term)
        counted = self._searcher.doc_freq(_where(field), term)
        return counted - self.ghosts.count(_where(field), term) if counted else 0

    def stem_frequency(self, stem: str) -> int:
        """Return the number of briefings with a word of this ``stem``."""
        return self.frequency("stem", stem)

    def pairs(self, field: str, left: str) -> list[tuple[str, int]]:
        """Return what stands to the right of ``left`` in ``field``, each with its briefings."""
        return [(term.partition(PAIR)[2], count) for term, count in self.terms(field, left + PAIR)]

    def terms(self, field: str, beginning: str = "") -> list[tuple[str, int]]:
        """Return every term of ``field`` with this ``beginning``, with its briefings."""
        found = self._searcher.terms_with_prefix("term", as_term(field, beginning))
        if len(self.ghosts):
            left = ((term, count - self.ghosts.count("term", term)) for term, count in found)
            found = [(term, count) for term, count in left if count > 0]
        return [(as_value(term), count) for term, count in found]

    def vocabulary(self) -> list[str]:
        """Return every distinct word."""
        return [word for word, _ in self.terms("word")]

    def search(self, terms: Sequence[Sequence[Alternative]], limit: int) -> list[Found]:
        """Return the ``limit`` best briefings for the terms, by number.

        The scores of a term's alternatives are added up here: that the best of them should count
        is left to the exact scoring, as tantivy cannot skip what is hopeless in a disjunction-max.
        So is what stands in every second briefing of a large collection, which tells next to
        nothing, unless too few are found without it.
        """
        wanted: dict[str, float] = {}
        for alternatives in terms:
            for each in alternatives:
                wanted[each.stem] = max(each.weight, wanted.get(each.stem, 0.0))
        telling = {stem: wanted[stem] for stem in wanted if not self._is_everywhere(stem)}
        hits = self._hits(telling or wanted, limit)
        if len(hits) < limit and len(telling) < len(wanted):
            hits = self._hits(wanted, limit)
        return sorted(self._found(hits), key=_by_number)

    def _is_everywhere(self, stem: str) -> bool:
        """Tell whether so many briefings have a stem that looking through them is not worth it."""
        return self.stem_frequency(stem) > max(_EVERYWHERE * self.size, _FEW)

    def _hits(self, wanted: Mapping[str, float], limit: int) -> list[tantivy.DocAddress]:
        if not wanted or limit < 1:
            return []
        clauses = [
            (tantivy.Occur.Should, self._stem_query(stem, weight))
            for stem, weight in wanted.items()
        ]
        query = tantivy.Query.boolean_query(clauses)
        result = self._searcher.search(query, limit, count=False)
        return [address for _, address in result.hits]

    def numbered(self, number: int) -> Hit | None:
        """Return the briefing with this number, or None."""
        found = self.find(number)
        return self.fetch(found.address) if found else None

    def find(self, number: int) -> Found | None:
        """Return where the briefing with this number stands, or None."""
        query = tantivy.Query.term_query(self._schema, "number", number)
        hits = self._searcher.search(query, 1, count=False).hits
        return Found(number, hits[0][1]) if hits else None

    def mentioning(self, names: Sequence[str]) -> int:
        """Return the number of briefings that mention any of ``names``."""
        result = self._searcher.search(self._mentions(names), 1, count=True)
        # The count is missing in the types that come with tantivy.
        return int(result.count or 0)  # type: ignore[attr-defined]

    def newest(self, names: Sequence[str], limit: int) -> list[Found]:
        """Return the ``limit`` newest briefings that mention any of ``names``.

        Undated ones come last; of equally old ones those first that came in last.
        """
        return self._newest(self._mentions(names), limit)

    def latest(self, limit: int) -> list[Found]:
        """Return the ``limit`` newest of all briefings, as `newest` does."""
        return self._newest(tantivy.Query.all_query(), limit)

    def between(self, first: date, last: date, limit: int) -> list[Found]:
        """Return the ``limit`` newest briefings that are dated from one day to another."""
        earliest, end = recencies(first, last)
        query = tantivy.Query.range_query(
            self._schema, "recency", tantivy.FieldType.Unsigned, earliest, end, include_upper=False
        )
        return self._newest(query, limit)

    def newest_having(self, kind: str, value: str, limit: int) -> list[Found]:
        """Return the ``limit`` newest briefings that have this term of a kind."""
        term = as_term(kind, value)
        query = tantivy.Query.term_query(self._schema, "term", term, index_option="basic")
        return self._newest(query, limit)

    def newest_with(self, terms: Sequence[Sequence[Alternative]], limit: int) -> list[Found]:
        """Return the ``limit`` newest briefings that have every term in one of its ways."""
        every = [
            (tantivy.Occur.Must, self._any([self._all(way.stems) for way in ways]))
            for ways in terms
        ]
        return self._newest(tantivy.Query.boolean_query(every), limit) if every else []

    def above(self, number: int, limit: int, names: Sequence[str] | None = None) -> list[int]:
        """Return the numbers above one of all briefings, or of those that mention any of ``names``.

        The highest come first, ``limit`` at most.
        """
        query = tantivy.Query.range_query(
            self._schema,
            "number",
            tantivy.FieldType.Unsigned,
            number,
            _HIGHEST,
            include_lower=False,
        )
        if names is not None:
            both = [(tantivy.Occur.Must, self._mentions(names)), (tantivy.Occur.Must, query)]
            query = tantivy.Query.boolean_query(both)
        result = self._searcher.search(query, limit, count=False, order_by_field="number")
        return [each.number for each in self._found([address for _, address in result.hits])]

    def _newest(self, query: tantivy.Query, limit: int) -> list[Found]:
        result = self._searcher.search(query, limit, count=False, order_by_field="recency")
        return self._found([address for _, address in result.hits])

    def _mentions(self, names: Sequence[str]) -> tantivy.Query:
        queries = [
            tantivy.Query.term_query(
                self._schema, "term", as_term("mention", name), index_option="basic"
            )
            for name in names
        ]
        return self._any(queries)

    @staticmethod
    def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
        clauses = [(tantivy.Occur.Should, query) for query in queries]
        return queries[0] if len(queries) == 1 else tantivy.Query.boolean_query(clauses)

    def _all(self, stems: Sequence[str]) -> tantivy.Query:
        clauses = [(tantivy.Occur.Must, self._stem_query(stem, 1.0)) for stem in stems]
        return clauses[0][1] if len(clauses) == 1 else tantivy.Query.boolean_query(clauses)

    def fetch(self, address: tantivy.DocAddress) -> Hit:
        """Return the briefing that is stored at an address of this index, with its topics."""
        return self._stored(address.segment_ord, address.doc)

    def _read_stored(self, segment: int, document: int) -> Hit:
        record = self._searcher.doc(tantivy.DocAddress(segment, document)).get_first("record")
        if record is None:
            raise ValueError("a document of the index has no record")
        fields, names, version = json.loads(bytes(record))
        return Hit(from_record(fields), tuple(names), version)

    def _found(self, addresses: list[tantivy.DocAddress]) -> list[Found]:
        numbers = self._searcher.fast_field_values("number", addresses)
        return [
            Found(int(number or 0), address)
            for number, address in zip(numbers, addresses, strict=True)
        ]

    def _stem_query(self, stem: str, weight: float) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, "stem", stem, index_option="freq")
        return query if weight == 1.0 else tantivy.Query.boost_query(query, weight)


def _where(field: str) -> str:
    """Return the field of the index in which the terms of a kind stand."""
    return "stem" if field == "stem" else "term"


def _by_number(found: Found) -> int:
    return found.number
