"""Finding among what was spoken of what a question asks that points back there."""

from __future__ import annotations

from enum import IntEnum
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from bot.search.following import lent
from bot.search.kinds import Kind, kind_asked_for, tells
from bot.search.ranking import CANDIDATES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import tantivy

    from bot.search.postings import Hit
    from bot.search.ranking import Ranked, Ranker
    from bot.search.steps import Steps
    from bot.search.terms import Term

_MOST = 10
_LEAST_OF_SUBJECT = 0.6
"""The share of the weight of the subject's words from which a briefing is about it."""


class Fit(IntEnum):
    """How a briefing fits a question that points back, the best first."""

    SHOWN_WITH_ALL = 0
    """It was just shown and has all that is asked for."""
    SUBJECT_WITH_ALL = 1
    """It is about the subject and has all that is asked for."""
    WITH_SOME = 2
    """It was shown, or is about the subject, and has some of that."""
    WITHOUT = 3
    """It was shown, or is about the subject."""
    NONE = 4
    """It has nothing to do with what was spoken of."""


class Recalled(NamedTuple):
    """What was found: how the best fits, the ``taken`` words of the subject, and the briefings."""

    fit: Fit
    taken: tuple[Term, ...]
    ranked: list[Ranked]


class Recall:
    """Finds what points back, over one edition."""

    def __init__(self, ranker: Ranker, fetch: Callable[[tantivy.DocAddress], Hit]) -> None:
        self._ranker = ranker
        self._fetch = fetch

    def recalled(
        self,
        question: str,
        own: Sequence[Term],
        subject: Sequence[Term],
        shown: Sequence[int],
        worst: Fit,
    ) -> Steps[Recalled | None]:
        """Return the best briefings that fit ``question``, None where none does as ``worst`` does.

        They have what its ``own`` words and those of the ``subject`` say, or were just ``shown``.
        Those that have nothing of what is asked are only for where none has.
        """
        offered = lent(subject, own)
        if not offered:
            return None
        together = (*offered, *own)
        found: list[Ranked] = yield from self._ranker.ranking(together, CANDIDATES)
        numbers = {each.found.number for each in found}
        just_shown = shown[-_MOST:]
        others = [number for number in just_shown if number not in numbers]
        found = [*found, *self._ranker.these(others, together)]
        fits = _fits(found, own, offered, just_shown)
        fit = min(fits, default=Fit.NONE)
        if fit > worst:
            return None
        worst = max(fit, min(worst, Fit.WITH_SOME))
        fitting = [place for place, each in enumerate(fits) if each <= worst]
        order = sorted(fitting, key=fits.__getitem__)[:_MOST]
        if kind_asked_for(question) is Kind.MONEY:
            told = {place: tells(Kind.MONEY, self._text(found[place])) for place in order}
            order.sort(key=lambda place: (fits[place], not told[place]))
        taken = tuple(compress(offered, found[order[0]].held)) or offered
        ordered = [found[place].found.number for place in order]
        return Recalled(fit, taken, self._ranker.these(ordered, (*taken, *own)))

    def _text(self, ranked: Ranked) -> str:
        return self._fetch(ranked.found.address).briefing.text


def _fits(
    found: Sequence[Ranked], own: Sequence[Term], subject: Sequence[Term], shown: Sequence[int]
) -> list[Fit]:
    """Return how each briefing fits that was found for the words of the subject, then the own."""
    # "What was her time?": everyday words count where there are no others.
    is_asked = [not term.is_everyday for term in own]
    if not any(is_asked):
        is_asked = [True] * len(own)
    is_named = any(term.is_name for term in subject)
    weights = [term.weight if term.is_name or not is_named else 0.0 for term in subject]
    least = _LEAST_OF_SUBJECT * sum(weights)
    fits: list[Fit] = []
    for each in found:
        weight = sum(compress(weights, each.held))
        has = list(compress(each.held[len(subject) :], is_asked))
        is_shown = each.found.number in shown
        fits.append(_fit(has, is_shown=is_shown, is_about=weight >= least))
    return fits


def _fit(has: Sequence[bool], *, is_shown: bool, is_about: bool) -> Fit:
    if not (is_shown or is_about):
        return Fit.NONE
    if all(has):
        return Fit.SHOWN_WITH_ALL if is_shown else Fit.SUBJECT_WITH_ALL
    return Fit.WITH_SOME if any(has) else Fit.WITHOUT
