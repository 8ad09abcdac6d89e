"""From weighted terms to scored briefings: a search of the postings, then an exact scoring."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.search.finding.deserving import least_deserving
from bot.search.finding.lacking import lacks_names
from bot.search.finding.phrases import phrase_of
from bot.search.finding.steps import done
from bot.search.words.lexicon import idf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.finding.steps import Steps
    from bot.search.index.forward import Forward, Rows
    from bot.search.index.postings import Alternative, Found, Postings
    from bot.search.reading.terms import Term

CANDIDATES = 50
"""Briefings that the postings pass on to the exact scoring."""

# BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). A lower b than the
# usual .75 suits summaries, whose length says little about how much they repeat themselves.
K1 = 1.2
B = 0.5

# News says first what it is about ("inverted pyramid").
EARLY_WEIGHT = 0.4
"""What the first word of a briefing scores beside its frequency, in units of its IDF."""
FUNCTION_WEIGHT = 0.5
"""What a function word counts beside a telling one of the same document frequency."""
_MOST_PHRASES = 10
_LEAST_COVERAGE = 0.6
_FEW = 5
_MOST_NAMED = 10
_NEARLY_AS_GOOD = 0.7
NEARLY_THE_SAME = 0.7
"""The Jaccard index of two briefings' stems from which one repeats the other."""


class Ranked(NamedTuple):
    """A briefing with its score in nats, and the share of the question's weight it covers.

    ``telling`` is the part of the score that the telling words make, without their emphasis;
    ``missing`` the weight of the most telling word that it lacks. Both are in nats too. ``held``
    tells of each term whether the briefing has it.
    """

    found: Found
    score: float
    telling: float
    coverage: float
    missing: float
    held: tuple[bool, ...]


class Ranker:
    """Ranks the briefings of one edition."""

    def __init__(self, postings: Postings, forward: Forward) -> None:
        self._postings = postings
        self._forward = forward
        self._average = max(forward.average, 1.0)

    def rank(
        self, terms: Sequence[Term], limit: int, function_words: Sequence[str] = ()
    ) -> list[Ranked]:
        """Return the ``limit`` best briefings, best first; ties go to the lower number."""
        return done(self.ranking(terms, limit, function_words))

    def ranking(
        self, terms: Sequence[Term], limit: int, function_words: Sequence[str] = ()
    ) -> Steps[list[Ranked]]:
        """Return what `rank` does, in steps."""
        wanted = [term.alternatives for term in terms]
        found: list[Found] = yield partial(self._postings.search, wanted, max(CANDIDATES, limit))
        if not found:
            return []
        numbers = [each.number for each in found]
        rows = self._forward.rows(numbers)
        scored = self._score(rows, terms, function_words)
        # Rounded, so that what ties does not depend on how the processor adds up.
        rounded = scored.score.round(9)
        ordered = (-rounded).argsort(kind="stable").tolist()
        ordered = _phrases_first(ordered, rounded, scored.coverage, rows, terms)
        telling, scores = scored.telling, rounded.tolist()
        # The postings also find what has one word of a name only.
        order = [place for place in ordered if telling[place] > 0]
        if not order:
            return []
        least = least_deserving(scores[place] for place in order)
        order = _with_names_first(order, scores, scored, terms)
        contenders = [place for place in order if scores[place] >= least]
        others = [place for place in order if scores[place] < least]
        order = _spread(contenders, rows, limit) + others
        return [scored.at(place, found[place]) for place in order[:limit]]

    def newest(self, terms: Sequence[Term]) -> Steps[list[Ranked]]:
        """Return some of the newest briefings that have all ``terms``, the newest first."""
        wanted = [term.alternatives for term in terms]
        found: list[Found] = yield partial(self._postings.newest_with, wanted, CANDIDATES)
        return self.scored(found, terms)

    def these(self, numbers: Sequence[int], terms: Sequence[Term]) -> list[Ranked]:
        """Return the briefings of these ``numbers`` as they score, in their order."""
        return self.scored([each for each in map(self._postings.find, numbers) if each], terms)

    def scored(self, found: Sequence[Found], terms: Sequence[Term]) -> list[Ranked]:
        """Return what was ``found`` as it scores, in its order."""
        if not found:
            return []
        scored = self._score(self._forward.rows([each.number for each in found]), terms, ())
        return [scored.at(place, each) for place, each in enumerate(found)]

    def _score(self, rows: Rows, terms: Sequence[Term], function_words: Sequence[str]) -> _Scored:
        known = [term for term in terms if term.alternatives]
        alternatives = [each for term in known for each in term.alternatives]
        stems = [each.stem for each in alternatives]
        besides = [stem for each in alternatives for stem in each.besides]
        gains = self._gains(rows, [*stems, *besides], function_words)
        if besides:
            _take_least(gains, alternatives)
            _without_scattered(gains, rows, alternatives)
        trust = np.asarray([each.weight for each in alternatives])
        weights = np.asarray([term.weight for term in known])
        # The best of a term's alternatives, which stand side by side, counts.
        firsts = list(accumulate((len(term.alternatives) for term in known[:-1]), initial=0))
        several = len(firsts) < len(stems)
        gain = gains[:, : len(stems)] * trust
        trusted = (gains[:, : len(stems)] > 0) * trust
        if several:
            gain = np.maximum.reduceat(gain, firsts, axis=1)
            trusted = np.maximum.reduceat(trusted, firsts, axis=1)
        has = trusted > 0
        lacking = max((term.weight for term in terms if not term.alternatives), default=0.0)
        whole = sum([term.weight for term in terms])
        score = gain @ np.asarray([term.emphasis for term in known])
        if function_words:
            score += FUNCTION_WEIGHT * gains[:, len(stems) + len(besides) :].sum(axis=1)
        return _Scored(
            held=_of_all(terms, has.tolist()),
            score=score,
            telling=gain.sum(axis=1).tolist(),
            coverage=(trusted @ weights / (whole or 1.0)).tolist(),
            missing=np.where(has, 0.0, weights).max(axis=1, initial=lacking).tolist(),
        )

    def _gains(
        self,
        rows: Rows,
        stems: Sequence[str],
        function_words: Sequence[str],
    ) -> NDArray[np.float64]:
        """Return what each word scores in each briefing, shaped like `Occurrences.counts`.

        That is its BM25, and for a telling word a part of its IDF that is the larger, the earlier
        it stands.
        """
        frequencies = [self._postings.stem_frequency(stem) for stem in stems]
        frequencies += [self._postings.frequency("function", word) for word in function_words]
        idfs = np.asarray([idf(self._postings.size, each) for each in frequencies])
        counts, earliness = rows.occurrences(stems, function_words)
        lengths = np.asarray(rows.telling, dtype=np.float64)
        norm = K1 * (1 - B + B * lengths / self._average)[:, None]
        earliness[:, len(stems) :] = 0.0
        gains: NDArray[np.float64] = idfs * (
            counts * (K1 + 1) / (counts + norm) + EARLY_WEIGHT * earliness
        )
        return gains


@dataclass(frozen=True, slots=True)
class _Scored:
    """What `Ranked` holds, for many briefings."""

    held: list[tuple[bool, ...]]
    score: NDArray[np.float64]
    telling: list[float]
    coverage: list[float]
    missing: list[float]

    def at(self, place: int, found: Found) -> Ranked:
        """Return the briefing at a place of the arrays."""
        return Ranked(
            found,
            float(self.score[place]),
            self.telling[place],
            self.coverage[place],
            self.missing[place],
            self.held[place],
        )


def _of_all(terms: Sequence[Term], rows: list[list[bool]]) -> list[tuple[bool, ...]]:
    """Return of each of ``terms`` whether briefings have it; ``rows`` tell of those known only."""
    for place, term in enumerate(terms):
        if not term.alternatives:
            for row in rows:
                row.insert(place, False)
    return [tuple(row) for row in rows]


def _phrases_first(
    ordered: list[int],
    scores: NDArray[np.float64],
    coverage: Sequence[float],
    rows: Rows,
    terms: Sequence[Term],
) -> list[int]:
    """Return the best ``ordered``, where those come first that have together what belongs so."""
    best = [place for place in ordered[:_MOST_PHRASES] if coverage[place] > _LEAST_COVERAGE]
    if len(best) < 2 and best == ordered[: len(best)]:
        return ordered  # what is first stays so
    phrase = phrase_of(terms)
    if phrase is None:
        return ordered
    worth = scores.tolist()
    for place, more in zip(best, phrase.worth(rows, best), strict=True):
        worth[place] *= more
    return sorted(ordered, key=worth.__getitem__, reverse=True)


def _with_names_first(
    order: list[int], scores: Sequence[float], scored: _Scored, terms: Sequence[Term]
) -> list[int]:
    """Return ``order``, a briefing with the names asked for first where the best lacks them.

    That is one of nearly its score. Of a long question the briefing wanted may lack some.
    """
    if len(terms) > _FEW or not any(term.is_name and term.alternatives for term in terms):
        return order
    best = order[0]
    if not lacks_names(terms, scored.held[best]):
        return order
    for place in order[1:_MOST_NAMED]:
        is_near = scores[place] >= _NEARLY_AS_GOOD * scores[best]
        if is_near and not lacks_names(terms, scored.held[place]):
            return [place, *(each for each in order if each != place)]
    return order


def _spread(order: Sequence[int], rows: Rows, limit: int) -> list[int]:
    """Return ``order`` with what nearly repeats a better one behind what does not."""
    chosen: list[int] = []
    repeated: list[int] = []
    sets: list[frozenset[int]] = []
    for place in order:
        if len(chosen) >= limit:
            break
        held = rows.distinct(place)
        if _repeats(held, sets):
            repeated.append(place)
        else:
            chosen.append(place)
            sets.append(held)
    passed = len(chosen) + len(repeated)
    return [*chosen, *repeated, *order[passed:]]


def _take_least(gains: NDArray[np.float64], alternatives: Sequence[Alternative]) -> None:
    """Let each name of several words gain what the least of its words does.

    The columns are those of the alternatives' own stems, then those of what they need besides.
    """
    place = len(alternatives)
    for column, each in enumerate(alternatives):
        for other in range(place, place + len(each.besides)):
            np.minimum(gains[:, column], gains[:, other], out=gains[:, column])
        place += len(each.besides)


def _without_scattered(
    gains: NDArray[np.float64], rows: Rows, alternatives: Sequence[Alternative]
) -> None:
    """Let a name of several words gain nothing where these do not stand side by side.

    "United Nations" and "state television" are no United States.
    """
    for column, each in enumerate(alternatives):
        if not each.besides:
            continue
        places = np.flatnonzero(gains[:, column]).tolist()
        close = rows.closeness(places, [(stem,) for stem in each.stems])
        for place, how_close in zip(places, close, strict=True):
            if how_close < 1.0:
                gains[place, column] = 0.0


def _repeats(held: frozenset[int], others: Sequence[frozenset[int]]) -> bool:
    """Tell whether stems say nearly the same as any of ``others`` (by their Jaccard index)."""
    size = len(held)
    least, most = NEARLY_THE_SAME * size, size / NEARLY_THE_SAME
    for other in others:
        if size and least <= len(other) <= most:
            both = len(held & other)
            if both >= NEARLY_THE_SAME * (size + len(other) - both):
                return True
    return False
