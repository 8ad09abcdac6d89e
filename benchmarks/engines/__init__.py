"""Search engines side by side: ours, and those that a bot's author might pick instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from benchmarks.engines.attache import Attache
from benchmarks.engines.bm25 import Bm25s
from benchmarks.engines.fts5 import Fts5
from benchmarks.engines.fuzz import TokenSetRatio
from benchmarks.engines.plain_tantivy import FuzzyTantivy, PlainTantivy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.model import Briefing


class Searcher(Protocol):
    """Ranks the briefings it was made from."""

    def search(self, question: str, limit: int) -> list[str]:
        """Return the keys of the best briefings, best first."""
        ...


ENGINES: dict[str, Callable[[Sequence[Briefing]], Searcher]] = {
    "Attaché": Attache,
    "bm25s, stemmed": Bm25s,
    "SQLite FTS5, porter": Fts5,
    "tantivy": PlainTantivy,
    "tantivy, fuzzy terms": FuzzyTantivy,
    "rapidfuzz token_set_ratio": TokenSetRatio,
}
