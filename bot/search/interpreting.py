"""What a question asks for, with what an earlier one lends it, and the briefings that have it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress
from typing import TYPE_CHECKING

from bot.search.deserving import LEAST_SHARE
from bot.search.following import Follows, follows, lent
from bot.search.recalling import Fit
from bot.search.referring import Reference, has_name, measured, reference
from bot.search.terms import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.question import Reader
    from bot.search.ranking import Ranked, Ranker
    from bot.search.recalling import Recall, Recalled
    from bot.search.steps import Steps
    from bot.search.terms import Term


_SEVERAL = 2
_SAME = frozenset({Follows.FURTHER, Follows.AGAIN})


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A question as understood, the terms that were searched, and what they found.

    ``about`` are the lent words; ``shown`` the numbers that were shown before and are left out.
    ``goes_on`` says that what was found belongs to the last answer, whatever its score, and
    ``subject`` are the words that say what is still spoken of, where that is no new subject.
    """

    reading: Reading
    terms: tuple[Term, ...]
    about: tuple[str, ...]
    shown: tuple[int, ...]
    ranked: list[Ranked]
    goes_on: bool = False
    subject: tuple[str, ...] = ()


class Interpreter:
    """Interprets questions over one edition."""

    def __init__(self, reader: Reader, ranker: Ranker, recall: Recall) -> None:
        self._reader = reader
        self._ranker = ranker
        self._recall = recall

    def interpret(
        self, question: str, limit: int, context: Context | None
    ) -> Steps[Interpretation]:
        """Return what ``question`` asks for after ``context``, and the best ``limit`` briefings."""
        how = follows(question) if context else Follows.ALONE
        if context and how in _SAME:
            before = context if how is Follows.FURTHER else replace(context, shown=())
            found = yield from self._same(before, limit)
            if found:
                return found
        reading = self._reader.read(question)
        if context and how not in _SAME:
            found = yield from self._after(question, how, reading, limit, context)
            if found:
                return found
        yield None
        ranked = yield from self._ranker.ranking(reading.terms, limit, reading.function_words)
        return Interpretation(reading, reading.terms, (), (), ranked)

    def _after(
        self, question: str, how: Follows, reading: Reading, limit: int, context: Context
    ) -> Steps[Interpretation | None]:
        """Return what the question asks for if it hangs on ``context``."""
        named = measured(question)
        if named != question:
            reading = self._reader.read(named)
        back = reference(question, reading.terms, begins=how is Follows.REFERS)
        worst = _worst(how, back, reading.terms)
        if worst:
            subject = self._reader.read(context.subject).terms
            found = yield from self._recall.recalled(
                question, reading.terms, subject, context.shown, worst
            )
            lacks = found is None or found.fit is Fit.WITHOUT
            if lacks and worst is Fit.WITHOUT and (yield from self._stands(reading)):
                return None
            if found:
                return _on_subject(reading, subject, found)
        if how is Follows.PARTLY or how is Follows.REFERS:
            return (yield from self._partly(reading, context, limit))
        if worst and not any(term.alternatives for term in reading.terms):
            # What no briefing has changes no subject.
            kept = tuple(context.subject.split())
            return Interpretation(reading, reading.terms, (), (), [], subject=kept)
        return None

    def _stands(self, reading: Reading) -> Steps[bool]:
        """Tell whether a briefing has several words that are asked for, all of them.

        "What do they say about the tram strike?" asks for what "they" say, whoever was spoken of.
        """
        telling = [term for term in reading.terms if not term.is_everyday]
        if len(telling) < _SEVERAL or not all(term.alternatives for term in telling):
            return False
        best = yield from self._ranker.ranking(telling, 1)
        return bool(best) and all(best[0].held)

    def _same(self, before: Context, limit: int) -> Steps[Interpretation | None]:
        """Ask the last question again, without what was shown ``before``.

        What the last answer had besides was found with other weights, and deserves to be shown.
        """
        known = lent(self._reader.read(before.words).terms, ())
        if not known:
            return None
        shown = before.shown
        ranked = yield from self._ranker.ranking(known, limit + len(shown))
        least = LEAST_SHARE * ranked[0].score if ranked else 0.0
        left = [each for each in ranked if each.found.number not in shown]
        besides = [each for each in left if each.found.number in before.further] if shown else []
        further = besides or [each for each in left if each.score >= least]
        return Interpretation(
            Reading(()), known, _written(known), shown, further[:limit],
            goes_on=bool(besides), subject=tuple(before.subject.split()),
        )  # fmt: skip

    def _partly(
        self, reading: Reading, context: Context, limit: int
    ) -> Steps[Interpretation | None]:
        """Lend the question those words of the last one that its best briefing has as well."""
        offered = lent(self._reader.read(context.words).terms, reading.terms)
        best = yield from self._ranker.ranking([*reading.terms, *offered], 1)
        if not offered or not best:
            return None
        taken = tuple(compress(offered, best[0].held[len(reading.terms) :]))
        if not taken:
            return None
        # The question's own words stand last, where what it is about is looked for.
        together = (*taken, *reading.terms)
        ranked = yield from self._ranker.ranking(together, limit)
        return Interpretation(reading, together, _written(taken), (), ranked)


def _on_subject(reading: Reading, subject: Sequence[Term], found: Recalled) -> Interpretation:
    """Return what was asked and found of the ``subject`` that was spoken of."""
    about = _written(found.taken)
    kept = about if has_name(reading.terms) else _written(subject)
    terms = (*found.taken, *reading.terms)
    return Interpretation(reading, terms, about, (), found.ranked, goes_on=True, subject=kept)


def _worst(how: Follows, back: Reference, own: Sequence[Term]) -> Fit | None:
    """Return how badly a briefing may fit that is found for a question, None where none is sought.

    What is named after "what about" is a subject of its own.
    """
    if not own:
        return None
    if back is Reference.SUBJECT:
        return Fit.WITHOUT
    if how is Follows.PARTLY:
        return None if has_name(own) else Fit.WITH_SOME
    return Fit.SUBJECT_WITH_ALL if back is Reference.IF_HELD else None


def _written(terms: Sequence[Term]) -> tuple[str, ...]:
    return tuple(term.written for term in terms)
