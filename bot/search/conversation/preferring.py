"""What was shown first, where it tells what is asked as well as what others tell."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from bot.search.conversation.following import goes_on
from bot.search.conversation.referring import has_name
from bot.search.finding.lacking import has_each_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.reading.terms import Term

_NEARLY_AS_GOOD = 0.8
"""The least that what was shown first scores of the best, where it still comes first."""
_AS_GOOD_GOING_ON = 0.6
"""The same of a question that goes on: "so why did shares fall?"."""
_KNOWN = re.compile(r"\bthe$", re.IGNORECASE)
_MOST_BESIDE_NAMES = 2
_OF_MOST = 0.7
"""The weight of a word that half of all briefings have."""


class Preferring:
    """Prefers what was just shown, over one edition."""

    def __init__(self, ranker: Ranker) -> None:
        self._ranker = ranker

    def shown_first(
        self, question: str, terms: Sequence[Term], ranked: list[Ranked], shown: Sequence[int]
    ) -> list[Ranked]:
        """Return ``ranked``, that first which was shown first if it tells as much, nearly as well.

        Whoever asks what a minister says about the strike means the strike that was just spoken of.
        """
        if not (ranked and shown):
            return ranked
        best = ranked[0]
        first = next((each for each in ranked if each.found.number == shown[0]), None)
        is_meant = goes_on(question) or (first and _has_what_is_known(terms, first))
        least = _AS_GOOD_GOING_ON if is_meant else _NEARLY_AS_GOOD
        if first is None or not _tells_as_much(first, best, least):
            first = self._with_names(terms, best, first, shown)
        if first is None:
            return ranked
        return [first, *(each for each in ranked if each.found.number != shown[0])]

    def _with_names(
        self, terms: Sequence[Term], best: Ranked, first: Ranked | None, shown: Sequence[int]
    ) -> Ranked | None:
        """Return what was shown first if it has the names, of which the best tells nothing more.

        "What was Iran's answer?" asks of what was just told of Iran, and not of the answer that
        somebody else gave.
        """
        others = [not (term.is_name or term.is_everyday) for term in terms]
        if not 0 < sum(others) <= _MOST_BESIDE_NAMES or not has_name(terms):
            return None
        told = sum(compress(best.held, others))
        if told > (0 if has_each_name(terms, best.held) else 1):
            return None
        first = first or next(iter(self._ranker.these(shown[:1], terms)), None)
        return first if first and _has_telling_names(terms, first.held) else None


def _tells_as_much(first: Ranked, best: Ranked, least: float) -> bool:
    """Tell whether what was shown first has all that the best has, and nearly its score.

    It has to have the ``least`` part of that.
    """
    is_near = first.score >= least * best.score
    return is_near and all(
        has or not other for has, other in zip(first.held, best.held, strict=True)
    )


def _has_what_is_known(terms: Sequence[Term], shown: Ranked) -> bool:
    """Tell whether what was shown has a thing of which the question speaks as known: "the dog"."""
    return any(
        has and not (term.is_name or term.is_everyday) and _KNOWN.search(term.before)
        for term, has in zip(terms, shown.held, strict=True)
    )


def _has_telling_names(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether all names are held, and one of them is not in most briefings."""
    names = [(term, has) for term, has in zip(terms, held, strict=True) if term.is_name]
    return all(has for _, has in names) and any(term.weight > _OF_MOST for term, _ in names)
