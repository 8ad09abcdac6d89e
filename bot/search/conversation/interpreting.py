"""What a question asks for, with what an earlier one lends it, and the briefings that have it."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from bot.search.conversation.choosing import chosen_first
from bot.search.conversation.comparing import Comparing
from bot.search.conversation.continuing import Continuing
from bot.search.conversation.following import (
    FollowUp,
    asks_for_others,
    asks_what_else,
    follows,
    subject_named,
)
from bot.search.conversation.interpretation import Interpretation, on_subject
from bot.search.conversation.lending import Lending
from bot.search.conversation.likening import Likening
from bot.search.conversation.others import told_of_others
from bot.search.conversation.placing import Placing
from bot.search.conversation.preferring import Preferring
from bot.search.conversation.recalling import Fit, Recalled
from bot.search.conversation.referring import (
    Reference,
    asks_of_place,
    asks_of_somebody,
    has_name,
    has_pronoun_besides_there,
    is_thing,
    measured,
    reference,
    without_one,
    without_places,
)
from bot.search.conversation.repeating import REPEATS, Repeating
from bot.search.finding.lacking import has_each_name
from bot.search.reading.kinds import Kind, tells
from bot.search.reading.terms import stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context
    from bot.search.conversation.recalling import Recall
    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.question import Reader
    from bot.search.reading.terms import Reading, Term


_ANOTHER_STORY = 2
"""Words from which what they name is another story where all of them are told only there."""
_SUMS = frozenset("amount cash money sum".split())
_ENOUGH = 0.35
"""The share of a question that was answered by nothing, which what was shown tells for it."""


class Interpreter:
    """Interprets questions over one edition."""

    def __init__(self, reader: Reader, ranker: Ranker, recall: Recall) -> None:
        self._reader = reader
        self._ranker = ranker
        self._recall = recall
        self._lending = Lending(reader, ranker)
        self._repeating = Repeating(reader, ranker, recall)
        self._comparing = Comparing(ranker, recall)
        self._likening = Likening(reader, ranker, recall)
        self._continuing = Continuing(reader, ranker, recall, self._likening)
        self._preferring = Preferring(ranker)
        self._placing = Placing(reader, ranker, recall, self._lending)

    def interpret(
        self, question: str, limit: int, context: Context | None, *, of_all: bool = False
    ) -> Steps[Interpretation]:
        """Return what ``question`` asks for after ``context``, and the best ``limit`` briefings.

        It may be ``of_all`` that others are asked for, and not of what was spoken of.
        """
        if context:
            question, context = _of_chosen(question, context)
            found = yield from self._repeating.again(question, limit, context)
            if found:
                return found
        reading = self._reader.read(question)
        if context:
            found = yield from self._hanging(question, reading, limit, context, of_all)
            if found:
                return found
        yield None
        ranked = yield from self._ranker.ranking(reading.terms, limit, reading.function_words)
        if context:
            ranked = self._preferring.shown_first(question, reading.terms, ranked, context.shown)
        return Interpretation(reading, reading.terms, (), (), ranked)

    def _hanging(
        self, question: str, reading: Reading, limit: int, context: Context, of_all: bool
    ) -> Steps[Interpretation | None]:
        """Return what the question asks for if it hangs on ``context`` or asks for others."""
        how = follows(question)
        if how in REPEATS:
            return None
        if how is not FollowUp.REFERS and self._names_nothing(reading, context):
            return (yield from self._repeating.once_more(question, limit, context))
        if of_all or asks_for_others(question):
            found = yield from self._told_of_others(question, reading, limit, context, of_all)
            if found:
                return found
        return (yield from self._after(question, how, reading, limit, context))

    def _names_nothing(self, reading: Reading, context: Context) -> bool:
        """Tell whether the question names nothing to look for, or only the sum that was told of.

        "How much is entry?" names nothing where no briefing has the word; nor does "what's the
        money for?" where what was shown first tells a sum, and has not the word.
        """
        telling = [term for term in reading.terms if not term.is_everyday]
        if not telling:
            return not reading.terms
        if not all(is_thing(term) and term.written.lower() in _SUMS for term in telling):
            return False
        first = self._ranker.these(context.shown[:1], telling)
        return not any(any(each.held) for each in first) and any(
            tells(Kind.MONEY, self._recall.text(each.found.number)) for each in first
        )

    def loosely(self, asked: Interpretation, limit: int) -> Steps[Interpretation | None]:
        """Return what is found where words also mean what means nearly the same.

        None where what the best briefing lacks has no other words; something has to be found. The
        best may be another that has the rest, and a country for the region that is asked for.
        """
        terms = self._reader.loosely(asked.terms)
        said = zip(asked.terms, terms, asked.ranked[0].held, strict=True)
        if all((has and not term.region) or term == wider for term, wider, has in said):
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

    def of_shown(self, asked: Interpretation, context: Context) -> Interpretation | None:
        """Return what was shown as found for what was ``asked``, if any of it tells enough of that.

        It has each name and a good part of the rest, be it in other words.
        """
        terms = self._reader.loosely(asked.terms)
        shown = [each for each in self._ranker.these(context.shown, terms) if _tells(terms, each)]
        if not shown:
            return None
        best = max(shown, key=lambda each: each.coverage)  # the first of equals
        others = [each for each in asked.ranked if each.found.number != best.found.number]
        subject = tuple(context.subject.split())
        return replace(asked, terms=terms, ranked=[best, *others], goes_on=True, subject=subject)

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
        reading = replace(reading, terms=without_one(question, reading.terms))
        if how is FollowUp.PARTLY:
            return (yield from self._partly(question, reading, back, limit, context))
        if reading.terms and back is not Reference.NO:
            found = yield from self._of_subject(question, how, reading, back, context)
            if found or back >= Reference.LIKELY:
                return found
        if back is not Reference.NO and not any(term.alternatives for term in reading.terms):
            # What no briefing has changes no subject.
            kept = tuple(context.subject.split())
            return Interpretation(reading, reading.terms, (), (), [], subject=kept)
        return None

    def _partly(
        self, question: str, reading: Reading, back: Reference, limit: int, context: Context
    ) -> Steps[Interpretation | None]:
        """Return what is asked about the one thing that the question names."""
        lending, own = self._lending, reading.terms
        if asks_of_place(question):
            other = yield from self._placing.other_there(question, reading, context)
            if other:
                return other
        if own and not (back >= Reference.LIKELY and lending.names_other_country(reading, context)):
            found = yield from self._of_subject(question, FollowUp.PARTLY, reading, back, context)
            is_meant = not has_name(own) or (found and any(found.ranked[0].held[-len(own) :]))
            if found and is_meant:
                return (yield from self._told_alone(reading, found, limit, context)) or found
        else:
            found = None
        lent = yield from lending.partly(reading, context, limit)
        if lent or not own or not context.shown:
            return lent or found
        return (yield from self._likening.likest(reading, context, limit)) or found

    def _told_alone(
        self, reading: Reading, found: Interpretation, limit: int, context: Context
    ) -> Steps[Interpretation | None]:
        """Return what has all that the question names where what was ``found`` has none of that.

        "And the cable car one?" is another story; a single word may be of this one all the same.
        What was asked just before names nothing new: "and who won in Ostra?".
        """
        own = reading.terms
        said = stems_of(self._reader.read(context.words).terms)
        is_new = [said.isdisjoint(stems_of([term])) for term in own]
        held = found.ranked[0].held[-len(own) :]
        if len(own) < _ANOTHER_STORY or not any(is_new) or any(compress(held, is_new)):
            return None
        ranked = yield from self._ranker.ranking(own, limit)
        if not (ranked and all(compress(ranked[0].held, is_new))):
            return None
        return Interpretation(reading, own, (), (), ranked)

    def _is_shown(self, about: str, context: Context) -> bool:
        """Tell whether what was shown first has all that a question says it is ``about``."""
        terms = self._reader.loosely(self._reader.read(about).terms)
        return all(all(each.held) for each in self._ranker.these(context.shown[:1], terms))

    def _told_of_others(
        self, question: str, reading: Reading, limit: int, context: Context, of_all: bool
    ) -> Steps[Interpretation | None]:
        """Return what was not shown and tells the same of others, None where none are meant."""
        if has_pronoun_besides_there(question):
            return None
        reading = replace(reading, terms=without_one(question, reading.terms))
        own = tuple(term for term in reading.terms if not term.is_everyday)
        wider = self._reader.loosely(own)
        subject = self._reader.read(context.subject).terms
        left = yield from told_of_others(
            self._ranker, own, wider, subject, context.shown,
            of_all=of_all, what_else=asks_what_else(question),
        )  # fmt: skip
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
        other = yield from self._of_other(question, reading, back, context, found)
        if other:
            return other
        wider = yield from self._loosely(question, own, subject, context, found, worst)
        is_here = back is Reference.MAYBE and (yield from self._comparing.is_only_here(own, wider))
        if how is FollowUp.PARTLY:
            leaves = yield from self._comparing.is_another(own, found)
        else:
            elsewhere = self._comparing.is_elsewhere(own, back, found)
            leaves = not is_here and (yield from elsewhere)
        if leaves:
            shown = () if how is FollowUp.PARTLY else context.shown
            if not (yield from self._comparing.is_measured_here(question, own, shown)):
                return None
            ranked = self._ranker.these(shown[:1], (*subject, *own))
            here = Recalled(Fit.WITHOUT, 0.0, subject, ranked, own)
            return on_subject(reading, subject, here)
        best = wider if wider and (is_here or worst is Fit.WITHOUT) else found
        if back >= Reference.LIKELY and not (best and best.share):
            story = yield from self._continuing.continued(question, reading, subject, context)
            if story:
                return story
        return on_subject(reading, subject, best) if best else None

    def _of_other(
        self,
        question: str,
        reading: Reading,
        back: Reference,
        context: Context,
        found: Recalled | None,
    ) -> Steps[Interpretation | None]:
        """Return what tells of the place or the people of what was shown, if any does."""
        if asks_of_place(question) and (found is None or found.share == 0.0):
            there = yield from self._placing.there(question, reading, context)
            if there:
                return there
        if back is Reference.SURELY and asks_of_somebody(question):
            return (yield from self._of_people(question, reading, context, found))
        return None

    def _of_people(
        self, question: str, reading: Reading, context: Context, found: Recalled | None
    ) -> Steps[Interpretation | None]:
        """Return what is asked of somebody whom what was shown speaks of, if it is told of them.

        "Did he win the other race?" asks for another briefing on who won this one; it has more of
        what is asked than what was ``found``.
        """
        least = found.share if found else 0.0
        few, many = self._recall.people(context.shown) if least < 1.0 else ((), ())
        # One whom many briefings name is meant only where one of them has the names that are asked
        # of: what a minister said about Israel.
        for name in (*few, *(many if has_name(reading.terms) else ())):
            person = self._reader.read(name).terms
            if not all(term.is_name for term in person):
                continue
            told = yield from self._recall.recalled(
                question, reading.terms, person, (), Fit.WITH_SOME
            )
            if told and told.share > least and (name in few or _has_names(told)):
                return on_subject(reading, person, told)
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


def _of_chosen(question: str, context: Context) -> tuple[str, Context]:
    """Return what is asked of a chosen briefing, which alone was shown then, else both as given.

    "What about the second one, is it late?" is "is it late?" of that.
    """
    found = chosen_first(question, context)
    if found is None:
        return question, context
    number, rest = found
    return rest, replace(context, shown=(number,))


def _has_names(told: Recalled) -> bool:
    """Tell whether the best briefing has each name of what is asked."""
    held = told.ranked[0].held[-len(told.own) :]
    return has_each_name(told.own, held)


def _tells(terms: Sequence[Term], shown: Ranked) -> bool:
    """Tell whether what was shown tells enough of a question that hangs on nothing it says."""
    return shown.coverage >= _ENOUGH and has_each_name(terms, shown.held)
