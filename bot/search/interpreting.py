"""What a question asks for, with what an earlier one lends it, and the briefings that have it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.search.deserving import LEAST_SHARE
from bot.search.following import Follows, follows, lent
from bot.search.terms import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.question import Reader
    from bot.search.ranking import Ranked, Ranker
    from bot.search.steps import Steps
    from bot.search.terms import Term


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A question as understood, the terms that were searched, and what they found.

    ``about`` are the lent words; ``shown`` the numbers that were shown before and are left out.
    ``goes_on`` says that these are what the last answer had besides.
    """

    reading: Reading
    terms: tuple[Term, ...]
    about: tuple[str, ...]
    shown: tuple[int, ...]
    ranked: list[Ranked]
    goes_on: bool = False


class Interpreter:
    """Interprets questions over one edition."""

    def __init__(self, reader: Reader, ranker: Ranker) -> None:
        self._reader = reader
        self._ranker = ranker

    def interpret(
        self, question: str, limit: int, context: Context | None
    ) -> Steps[Interpretation]:
        """Return what ``question`` asks for after ``context``, and the best ``limit`` briefings."""
        kind = follows(question) if context else Follows.ALONE
        if context and kind is not Follows.ALONE:
            terms = self._reader.read(context.words).terms
            if kind is Follows.PARTLY:
                found = yield from self._partly(self._reader.read(question), terms, limit)
            else:
                before = context if kind is Follows.FURTHER else replace(context, shown=())
                found = yield from self._same(terms, before, limit)
            if found:
                return found
        reading = self._reader.read(question)
        yield None
        ranked = yield from self._ranker.ranking(reading.terms, limit, reading.function_words)
        return Interpretation(reading, reading.terms, (), (), ranked)

    def _same(
        self, terms: Sequence[Term], before: Context, limit: int
    ) -> Steps[Interpretation | None]:
        """Ask the last question again, without what was shown ``before``.

        What the last answer had besides was found with other weights, and deserves to be shown.
        """
        known = lent(terms, ())
        if not known:
            return None
        shown = before.shown
        ranked = yield from self._ranker.ranking(known, limit + len(shown))
        least = LEAST_SHARE * ranked[0].score if ranked else 0.0
        left = [each for each in ranked if each.found.number not in shown]
        besides = [each for each in left if each.found.number in before.further] if shown else []
        further = besides or [each for each in left if each.score >= least]
        about = _written(known)
        return Interpretation(
            Reading(()), known, about, shown, further[:limit], goes_on=bool(besides)
        )

    def _partly(
        self, reading: Reading, terms: Sequence[Term], limit: int
    ) -> Steps[Interpretation | None]:
        """Lend the question those words of the last one that its best briefing has as well."""
        offered = lent(terms, reading.terms)
        best = yield from self._ranker.ranking([*reading.terms, *offered], 1)
        if not offered or not best:
            return None
        taken = tuple(
            term
            for term, held in zip(offered, self._ranker.held(best[0], offered), strict=True)
            if held
        )
        if not taken:
            return None
        # The question's own words stand last, where what it is about is looked for.
        together = (*taken, *reading.terms)
        ranked = yield from self._ranker.ranking(together, limit)
        return Interpretation(reading, together, _written(taken), (), ranked)


def _written(terms: Sequence[Term]) -> tuple[str, ...]:
    return tuple(term.written for term in terms)
