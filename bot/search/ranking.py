"""From weighted terms to scored briefings: a search of the postings, then an exact scoring."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.lexicon import idf
from bot.search.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Briefing
    from bot.search.postings import Hit, Postings
    from bot.search.question import Term

CANDIDATES = 50
"""Briefings that the postings pass on to the exact scoring."""

# BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). A lower b than the
# usual .75 suits summaries, whose length says little about how much they repeat themselves.
K1 = 1.2
B = 0.5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A briefing with its score in nats and the share of the question's weight it covers."""

    hit: Hit
    score: float
    coverage: float
    matched: frozenset[str]


class Ranker:
    """Ranks the briefings of one edition whose texts have ``average`` indexed words."""

    def __init__(self, postings: Postings, average: float) -> None:
        self._postings = postings
        self._average = max(average, 1.0)

    def rank(self, terms: Sequence[Term], limit: int) -> list[Ranked]:
        """Return the ``limit`` best briefings, best first; ties go to the lower number."""
        wanted = [term.alternatives for term in terms]
        hits = self._postings.search(wanted, max(CANDIDATES, limit))
        ranked = [self._score(hit, terms) for hit in hits]
        ranked.sort(key=lambda each: (-each.score, each.hit.briefing.number))
        return ranked[:limit]

    def _score(self, hit: Hit, terms: Sequence[Term]) -> Ranked:
        counts, length = self._count(hit.briefing)
        norm = K1 * (1 - B + B * length / self._average)
        score = covered = whole = 0.0
        matched: set[str] = set()
        for term in terms:
            whole += term.weight
            best = trust = 0.0
            for each in term.alternatives:
                count = counts.get(each.stem, 0)
                if not count:
                    continue
                matched.add(each.stem)
                gain = self._idf(each.stem) * each.weight * count * (K1 + 1) / (count + norm)
                best = max(best, gain)
                trust = max(trust, each.weight)
            score += best
            covered += term.weight * trust
        return Ranked(hit, score, covered / whole if whole else 0.0, frozenset(matched))

    def _count(self, briefing: Briefing) -> tuple[dict[str, float], float]:
        stem = self._postings.stem
        counts: Counter[str] = Counter(stem(word) for word in index_terms(briefing.text))
        for part in (briefing.title, " ".join(briefing.tags), briefing.source):
            if part:
                counts.update(stem(word) for word in index_terms(part))
        return dict(counts), sum(counts.values())

    def _idf(self, stem: str) -> float:
        return idf(self._postings.size, self._postings.stem_frequency(stem))
