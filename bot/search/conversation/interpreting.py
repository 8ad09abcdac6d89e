"""What a question asks for, with what an earlier one lends it, and the briefings that have it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.search.conversation.following import (
    FollowUp,
    asks_for_others,
    follows,
    lent,
    subject_named,
)
from bot.search.conversation.interpretation import Interpretation, written
from bot.search.conversation.lending import Lending
from bot.search.conversation.others import told_of_others
from bot.search.conversation.recalling import Fit, share_of
from bot.search.conversation.referring import (
    Reference,
    asks_of_deed,
    asks_of_place,
    asks_of_somebody,
    has_name,
    has_pronoun,
    measured,
    reference,
    with_preposition,
    without_places,
)
from bot.search.finding.deserving import least_deserving
from bot.search.reading.terms import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.conversation.recalling import Recall, Recalled
    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.question import Reader
    from bot.search.reading.terms import Term


_SEVERAL = 2
_SAME = frozenset({FollowUp.FURTHER, FollowUp.OTHERS, FollowUp.AGAIN})
_HALF = 0.5
_NEARLY_AS_GOOD = 0.8
"""The least that what was shown first scores of the best, where it still comes first."""


class Interpreter:
    """Interprets questions over one edition."""

    def __init__(self, reader: Reader, ranker: Ranker, recall: Recall) -> None:
        self._reader = reader
        self._ranker = ranker
        self._recall = recall
        self._lending = Lending(reader, ranker)

    def interpret(
        self, question: str, limit: int, context: Context | None, *, of_all: bool = False
    ) -> Steps[Interpretation]:
        """Return what ``question`` asks for after ``context``, and the best ``limit`` briefings.

        It may be ``of_all`` that others are asked for, and not of what was spoken of.
        """
        how = follows(question) if context else FollowUp.ALONE
        if context and how in _SAME:
            found = yield from self._same(question, how, context, limit)
            if found:
                return found
        reading = self._reader.read(question)
        if context and how not in _SAME:
            if of_all or asks_for_others(question):
                found = yield from self._told_of_others(question, reading, limit, context, of_all)
                if found:
                    return found
            found = yield from self._after(question, how, reading, limit, context)
            if found:
                return found
        yield None
        ranked = yield from self._ranker.ranking(reading.terms, limit, reading.function_words)
        if context:
            ranked = _shown_first(ranked, context.shown)
        return Interpretation(reading, reading.terms, (), (), ranked)

    def loosely(self, asked: Interpretation, limit: int) -> Steps[Interpretation | None]:
        """Return what is found where words also mean what means nearly the same.

        None where what the best briefing lacks has no other words; something has to be found.
        """
        terms = self._reader.loosely(asked.terms)
        said = zip(asked.terms, terms, asked.ranked[0].held, strict=True)
        if all(has or term == wider for term, wider, has in said):
            return None
        return (yield from self._meaning(terms, asked, limit))

    def with_places(self, asked: Interpretation, limit: int) -> Steps[Interpretation | None]:
        """Return what is found where a country also means its places.

        None where it is no country of which briefings name a place.
        """
        terms = self._reader.with_places(asked.terms)
        if terms == asked.terms:
            return None
        return (yield from self._meaning(terms, asked, limit))

    def _meaning(
        self, terms: tuple[Term, ...], asked: Interpretation, limit: int
    ) -> Steps[Interpretation]:
        """Return what is found where what was ``asked`` means other ``terms``."""
        ranked = yield from self._ranker.ranking(terms, limit, asked.reading.function_words)
        return replace(asked, terms=terms, ranked=ranked)

    def _after(
        self, question: str, how: FollowUp, reading: Reading, limit: int, context: Context
    ) -> Steps[Interpretation | None]:
        """Return what the question asks for if it hangs on ``context``."""
        named = measured(question)
        if named != question:
            reading = self._reader.read(named)
        about = subject_named(question) if how is FollowUp.PARTLY else ""
        if about and not self._is_shown(about, context):
            return (yield from self._lending.partly(reading, context, limit, about))
        back = reference(question, reading.terms, begins=how is FollowUp.REFERS)
        if reading.terms and (back is not Reference.NO or how is FollowUp.PARTLY):
            found = yield from self._of_subject(question, how, reading, back, context)
            if found or back >= Reference.LIKELY:
                return found
        if how is FollowUp.PARTLY:
            return (yield from self._lending.partly(reading, context, limit))
        if back is not Reference.NO and not any(term.alternatives for term in reading.terms):
            # What no briefing has changes no subject.
            kept = tuple(context.subject.split())
            return Interpretation(reading, reading.terms, (), (), [], subject=kept)
        return None

    def _is_shown(self, about: str, context: Context) -> bool:
        """Tell whether what was shown first has all that a question says it is ``about``."""
        terms = self._reader.loosely(self._reader.read(about).terms)
        return all(all(each.held) for each in self._ranker.these(context.shown[:1], terms))

    def _told_of_others(
        self, question: str, reading: Reading, limit: int, context: Context, of_all: bool
    ) -> Steps[Interpretation | None]:
        """Return what was not shown and tells the same of others, None where none are meant."""
        if has_pronoun(question):
            return None
        own = tuple(term for term in reading.terms if not term.is_everyday)
        wider = self._reader.loosely(own)
        subject = self._reader.read(context.subject).terms
        left = yield from told_of_others(
            self._ranker, own, wider, subject, context.shown, of_all=of_all
        )
        return Interpretation(reading, own, (), context.shown, left[:limit]) if left else None

    def _of_subject(
        self, question: str, how: FollowUp, reading: Reading, back: Reference, context: Context
    ) -> Steps[Interpretation | None]:
        """Return what is asked of what was spoken of, None where it is asked of something else."""
        own = reading.terms
        worst = Fit.WITHOUT if back >= Reference.LIKELY else Fit.WITH_SOME
        if how is FollowUp.PARTLY and worst is Fit.WITH_SOME and has_name(own):
            return None  # what is named after "what about" is a subject of its own
        subject = without_places(question, self._reader.read(context.subject).terms)
        recalled = self._recall.recalled
        found = yield from recalled(question, own, subject, context.shown, worst)
        if asks_of_place(question) and (found is None or found.share == 0.0):
            place = self._reader.read(self._recall.country(context.shown) or "").terms
            there = yield from recalled(question, own, place, (), Fit.SUBJECT_WITH_ALL)
            if there:
                return _on_subject(reading, place, there)
        if back is Reference.SURELY and asks_of_somebody(question):
            of_them = yield from self._of_people(question, reading, context, found)
            if of_them:
                return of_them
        wider = yield from self._loosely(question, own, subject, context, found, worst)
        is_here = back is Reference.MAYBE and (yield from self._is_only_here(own, wider))
        may_leave = how is not FollowUp.PARTLY and not is_here
        if may_leave and (yield from self._is_elsewhere(reading, back, found)):
            return None
        best = wider if wider and (is_here or worst is Fit.WITHOUT) else found
        return _on_subject(reading, subject, best) if best else None

    def _of_people(
        self, question: str, reading: Reading, context: Context, found: Recalled | None
    ) -> Steps[Interpretation | None]:
        """Return what is asked of somebody whom what was shown speaks of, if it is told of them.

        "Did he win the other race?" asks for another briefing on who won this one; it has more of
        what is asked than what was ``found``.
        """
        least = found.share if found else 0.0
        for name in self._recall.people(context.shown) if least < 1.0 else ():
            person = self._reader.read(name).terms
            if not all(term.is_name for term in person):
                continue
            told = yield from self._recall.recalled(
                question, reading.terms, person, (), Fit.WITH_SOME
            )
            if told and told.share > least:
                return _on_subject(reading, person, told)
        return None

    def _loosely(
        self,
        question: str,
        own: Sequence[Term],
        subject: Sequence[Term],
        context: Context,
        found: Recalled | None,
        worst: Fit,
    ) -> Steps[Recalled | None]:
        """Return what of the shown tells it better in other words than what was ``found``, if any.

        That tells more of it, or as much and was shown first: the "dead" of an earthquake are those
        that it killed, and not another briefing's.
        """
        first = next(iter(context.shown), None)
        if found is None or (found.share >= 1.0 and found.ranked[0].found.number == first):
            return None
        loosely = self._reader.loosely(own)
        wider = yield from self._recall.recalled(question, loosely, subject, context.shown, worst)
        if wider is None or (best := wider.ranked[0].found.number) not in context.shown:
            return None
        is_better = wider.share > found.share or (best == first and wider.share >= found.share)
        return wider if is_better else None

    def _is_only_here(self, own: Sequence[Term], wider: Recalled | None) -> Steps[bool]:
        """Tell whether what was shown has all that is asked, and no other all its ``own`` words."""
        if wider is None or wider.share < 1.0:
            return False
        best = yield from self._ranker.ranking(own, 1)
        return not best or share_of(own, best[0].held) < 1.0

    def _is_elsewhere(
        self, reading: Reading, back: Reference, found: Recalled | None
    ) -> Steps[bool]:
        """Tell whether what is asked for is rather in another briefing than in what was ``found``.

        "What do they say about the tram strike?" asks for what "they" say, whoever was spoken of.
        """
        own = reading.terms
        share = found.share if found else 0.0
        if share >= 1.0 or (back is Reference.SURELY and share > 0.0):
            return False
        telling = [term for term in own if not term.is_everyday]
        if back is Reference.MAYBE:
            if share < _HALF:
                return True
            telling = telling or list(own)
        elif len(telling) < _SEVERAL or not all(term.alternatives for term in telling):
            return False
        best = yield from self._ranker.ranking(telling, 1)
        other = share_of(telling, best[0].held) if best else 0.0
        return other >= (share if back is Reference.MAYBE else 1.0)

    def _same(
        self, question: str, how: FollowUp, last: Context, limit: int
    ) -> Steps[Interpretation | None]:
        """Ask the last question again, where further briefings are asked for without the shown.

        What the last answer had besides was found with other weights, and deserves to be shown.
        """
        known = lent(self._reader.read(last.words).terms, ())
        if not known:
            return None
        kept = tuple(last.subject.split())
        again = self._ranker.these(last.shown[:limit], known) if how is FollowUp.AGAIN else []
        if again:
            if not asks_of_deed(question):
                # What else the last question asked is no part of this one.
                told = zip(known, again[0].held, strict=True)
                known = tuple(term for term, has in told if has or term.is_name) or known
                again = self._ranker.these(last.shown[:limit], known)
            again = self._recall.told_first(question, again)
            return Interpretation(Reading(()), known, written(known), (), again, subject=kept)
        shown = () if how is FollowUp.AGAIN else last.shown
        ranked = yield from self._ranker.ranking(known, limit + len(shown))
        least = least_deserving(each.score for each in ranked)
        left = [each for each in ranked if each.found.number not in shown]
        besides = [each for each in left if each.found.number in last.further] if shown else []
        further = besides or [each for each in left if each.score >= least]
        if not further and how is FollowUp.OTHERS:
            return (yield from self._same(question, FollowUp.AGAIN, last, limit))
        return Interpretation(
            Reading(()), known, written(known), shown, further[:limit],
            goes_on=bool(besides), subject=kept,
        )  # fmt: skip


def _shown_first(ranked: list[Ranked], shown: Sequence[int]) -> list[Ranked]:
    """Return ``ranked``, that first which was shown first if it tells nearly as well all that is.

    Whoever asks what a minister says about the strike means the strike that was just spoken of.
    """
    best = ranked[0] if ranked else None
    first = next((each for each in ranked if each.found.number == next(iter(shown), None)), None)
    if best is None or first is None or first.score < _NEARLY_AS_GOOD * best.score:
        return ranked
    has_all = all(has or not other for has, other in zip(first.held, best.held, strict=True))
    return [first, *(each for each in ranked if each is not first)] if has_all else ranked


def _on_subject(reading: Reading, subject: Sequence[Term], found: Recalled) -> Interpretation:
    """Return what was asked and found of the ``subject`` that was spoken of."""
    about = written(found.taken)
    said = tuple(with_preposition(term, term.written) for term in subject)
    kept = about if has_name(reading.terms) else said
    terms = (*found.taken, *found.own)
    return Interpretation(reading, terms, about, (), found.ranked, goes_on=True, subject=kept)
