"""Lending a question that names one thing the rest of the last one: "what about Poland?"."""

from __future__ import annotations

from itertools import compress, takewhile
from typing import TYPE_CHECKING

from bot.search.conversation.following import lent
from bot.search.conversation.interpretation import Interpretation, written
from bot.search.conversation.recalling import share_of
from bot.search.conversation.referring import goes_with, preposition
from bot.search.finding.ranking import CANDIDATES
from bot.search.reading.naming import without_possessive
from bot.search.words.adjectives import country, is_people
from bot.search.words.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.finding.ranking import Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.question import Reader
    from bot.search.reading.terms import Reading, Term

LEAST_OF_REST = 0.25
"""The least share of the last question that what has another place in it must have to answer."""


class Lending:
    """Lends to questions over one edition."""

    def __init__(self, reader: Reader, ranker: Ranker) -> None:
        self._reader = reader
        self._ranker = ranker

    def partly(
        self, reading: Reading, context: Context, limit: int, about: str = ""
    ) -> Steps[Interpretation | None]:
        """Lend the question those words of the last one that its best briefing has as well.

        That has what the question says it is ``about``, or all of its own words, if any has.
        """
        last = tuple(filter(_is_known, self._reader.read(context.words).terms))
        own = reading.terms
        named = {word.form for word in words(about)}
        is_meant = [not named or fold(term.written) in named for term in own]
        is_told = [term.is_exact and meant for term, meant in zip(own, is_meant, strict=True)]
        if not any(is_told):
            # "And the lawsuit?" is read as the court that briefings have.
            is_told = [_is_known(term) and meant for term, meant in zip(own, is_meant, strict=True)]
        told = list(compress(own, is_told))
        if not named or all(term.is_name for term in told):
            place = last_country_in(last) if last_country_in(own) else None
            if place is None and own and preposition(own[0]):
                place = _last_place(last)
            if place:
                return (yield from self._instead(reading, last, place, limit))
        offered = lent(last, own)
        found = yield from self._ranker.ranking([*own, *offered], CANDIDATES)
        if not offered or not found:
            return None
        best = max(found, key=lambda each: share_of(told, list(compress(each.held, is_told))))
        taken = tuple(compress(offered, best.held[len(own) :]))
        if not taken:
            return None
        # The question's own words stand last, where what it is about is looked for.
        together = (*taken, *reading.terms)
        ranked = yield from self._ranker.ranking(together, limit)
        return Interpretation(reading, together, written(taken), (), ranked)

    def last_country(self, subject: str) -> tuple[Term, ...]:
        """Return the last country of a ``subject``, no terms where that names none."""
        terms = self._reader.read(subject).terms
        place = last_country_in(terms)
        return terms[place] if place else ()

    def names_other_country(self, reading: Reading, context: Context) -> bool:
        """Tell whether the question names a country, and so did the last one: "the Greek one"."""
        if last_country_in(reading.terms) is None:
            return False
        return last_country_in(self._reader.read(context.words).terms) is not None

    def _instead(
        self, reading: Reading, last: Sequence[Term], place: slice, limit: int
    ) -> Steps[Interpretation | None]:
        """Ask the ``last`` question again, with another name in the ``place`` of its own.

        "And Kenya's?" asks for what has Kenya, and of that for what has as much of the rest as the
        best; where that is not about the other country, too, it comes first.
        """
        own = reading.terms
        kept = lent((*last[: place.start], *last[place.stop :]), ())
        found = yield from self._ranker.ranking((*kept, *own), CANDIDATES)
        if not kept or not found:
            return None
        others = self._ranker.these([each.found.number for each in found], last[place])
        has = [all(each.held[len(kept) :]) for each in found]
        named = [_share_of_names(kept, each.held) for each in found]
        of_each = zip(has, named, found, strict=True)
        best = max(of_each, key=lambda each: (*each[:2], each[2].score))[2]
        behind = [
            (not has_own, not all(compress(each.held, best.held)), any(other.held))
            for each, has_own, other in zip(found, has, others, strict=True)
        ]
        order = [found[at] for at in sorted(range(len(found)), key=behind.__getitem__)]
        taken = tuple(compress(kept, order[0].held))
        if not taken:
            return None
        terms = (*taken, *own)
        ranked = self._ranker.these([each.found.number for each in order[:limit]], terms)
        is_little = share_of(kept, order[0].held) < LEAST_OF_REST
        left = [term for term in kept if is_little and term not in taken]
        return Interpretation(reading, terms, written(taken), (), ranked, left=written(left))


def _share_of_names(kept: Sequence[Term], held: Sequence[bool]) -> float:
    """Return the share of the names that are kept which is held; nothing where there are none.

    They say what is spoken of, where a verb ("buy") only says what is done.
    """
    is_name = [term.is_name for term in kept]
    weights = [term.weight for term in compress(kept, is_name)]
    return sum(compress(weights, compress(held, is_name))) / (sum(weights) or 1.0)


def _is_known(term: Term) -> bool:
    return bool(term.alternatives)


def last_country_in(terms: Sequence[Term]) -> slice | None:
    """Return where among ``terms`` the last country stands, or the last people of one."""
    words = [fold(without_possessive(term.written)) for term in terms]
    spans = (slice(end - size, end) for end in range(len(words), 0, -1) for size in (2, 1))
    names = ((span, " ".join(words[span])) for span in spans if span.start >= 0)
    return next((span for span, name in names if country(name) or is_people(name)), None)


def _last_place(terms: Sequence[Term]) -> slice | None:
    """Return where among ``terms`` the last name behind a preposition stands: "at Nokia"."""
    start = next((at for at in reversed(range(len(terms))) if preposition(terms[at])), None)
    if start is None:
        return None
    return slice(start, start + 1 + len(list(takewhile(goes_with, terms[start + 1 :]))))
