"""Briefings of the time that a question asks about, and what is newest of what it asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bot.model import TimeRead, Verdict
from bot.search.conversation.following import is_mere_opening
from bot.search.conversation.referring import has_pronoun
from bot.search.finding.deserving import least_deserving
from bot.search.reading.framing import framed
from bot.search.reading.periods import Period, Told, period_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Answer, Context
    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.finding.steps import Steps
    from bot.search.index.postings import Found, Postings
    from bot.search.reading.question import Reader
    from bot.search.verdict.judged import Judged
    from bot.search.verdict.judging import Judge
    from bot.search.words.english import Frequencies

_MOST_LISTED = 500
_MOST_OF_A_TIME = 50
_MAY = re.compile(r"\bmay\b", re.IGNORECASE)
_TELLS_OF_MAY = re.compile(
    r"\b(?:(?:\d+(?:st|nd|rd|th)?|last|this|next) (?:of )?"
    r"|(?:in|since|from|during|until|by|of|early|late|mid)[ -])May\b|\bMay (?:\d|of \d)"
)
_AGAIN = "what about"
"""What is asked of a time alone that goes on from the last question: "and last week?"."""


class OfATime(NamedTuple):
    """The newest briefings of a time that is asked for alone; ``written`` where there are none."""

    found: list[Found]
    written: str = ""


def limited_to(period: Period | None, answer: Answer) -> TimeRead | None:
    """Return the time that an answer keeps to, or finds nothing of; None where words answered."""
    if period is None:
        return None
    dates = [each.briefing.date for each in answer.citations[:1]]
    is_of_it = any(
        each and period.first <= date.fromisoformat(each[:10]) <= period.last for each in dates
    )
    if not is_of_it and period.written not in answer.unknown:
        return None
    return TimeRead(period.written, period.first, period.last)


class Dating:
    """Finds briefings by their dates, in an edition where they have any."""

    def __init__(
        self,
        postings: Postings,
        judge: Judge,
        reader: Reader,
        ranker: Ranker,
        english: Frequencies,
    ) -> None:
        self._postings = postings
        self._judge = judge
        self._reader = reader
        self._ranker = ranker
        self._english = english

    @cached_property
    def _is_dated(self) -> bool:
        newest = self._postings.latest(1) if self._postings.size else []
        return any(self._date(each) for each in newest)

    def period(self, question: str) -> Period | None:
        """Return the time that ``question`` asks about; None where no briefing is dated."""
        return period_in(question, datetime.now(UTC).date()) if self._is_dated else None

    def judging(
        self, question: str, period: Period | None, limit: int, context: Context | None
    ) -> Steps[Judged | OfATime | None]:
        """Return what is found for a question, of the ``period`` it asks about where it is given.

        None for mere news.
        """
        if period is None and (asked := self._month_alone(question, limit, context)):
            return asked
        if period is None:
            found = yield from self._judge.judging(self._timeless(question), limit, context)
        elif self._asks_for_time_alone(period):
            if not context or not is_mere_opening(period.rest):
                return (yield from self._all_of(question, period, limit))
            found = yield from self._of(period._replace(rest=_AGAIN), question, limit, context)
        else:
            found = yield from self._of(period, question, limit, context)
        if found and found.wants_newest and self._is_dated:
            found = yield from self._newest_first(found)
        return found

    def _timeless(self, question: str) -> str:
        """Return ``question`` without "this month": what has no date may be of any."""
        if self._is_dated:
            return question
        period = period_in(question, datetime.now(UTC).date())
        if period is None or period.told is not Told.NEVER or self._asks_for_time_alone(period):
            return question
        return period.rest

    def _month_alone(self, question: str, limit: int, context: Context | None) -> OfATime | None:
        """Return what tells of May, where nothing is dated and a question asks for that alone.

        Among function words, "may" is looked for in the texts themselves; other months are words.
        """
        if self._is_dated or not _MAY.search(question):
            return None
        period = period_in(question, datetime.now(UTC).date())
        if period is None or period.told is not Told.ALONE:
            return None
        names_day = any(map(str.isdigit, period.written))
        if names_day or not self._asks_for_time_alone(period):
            return None
        if not all(term.is_everyday for term in self._reader.read(period.written).terms):
            return None
        if context and (is_mere_opening(period.rest) or has_pronoun(question)):
            return None
        found = self._postings.newest_having("function", "may", limit + _MOST_LISTED)
        told = [each for each in found if _TELLS_OF_MAY.search(self._text(each))]
        return OfATime(told, "" if told else period.written)

    def _text(self, found: Found) -> str:
        return self._postings.fetch(found.address).briefing.text

    def _asks_for_time_alone(self, period: Period) -> bool:
        rest, asks_for_news, *_ = framed(period.rest, self._english)
        return asks_for_news or not self._reader.read(rest).terms

    def _all_of(self, question: str, period: Period, limit: int) -> Steps[Judged | OfATime]:
        """Return all of a time; where there is nothing, what tells of it by the words for it."""
        listed = self._postings.between(period.first, period.last, limit + _MOST_LISTED)
        if not listed and period.told is Told.ALONE:
            by_words = yield from self._judge.judging(question, limit, None)
            if by_words and by_words.verdict is Verdict.ANSWERED and _has(by_words, period):
                return by_words
        return OfATime(listed, "" if listed else period.written)

    def _of(
        self, period: Period, question: str, limit: int, context: Context | None
    ) -> Steps[Judged | None]:
        """Return what is found for the rest of a question, that of the time first.

        Where none is of that time, what has the words for it answers, where these may be of it;
        else other times are the closest.
        """
        of_any_time = yield from self._judge.judging(period.rest, _MOST_OF_A_TIME, context)
        if of_any_time is None:
            return None
        if ranked := self._those_first(period, of_any_time.asked.ranked):
            return of_any_time._replace(asked=replace(of_any_time.asked, ranked=ranked))
        closest = of_any_time.at_most_closest(period.written)
        if period.told is Told.NEVER:
            return closest
        by_words = yield from self._judge.judging(question, limit, context)
        if by_words is None or not _has(by_words, period):
            return closest
        answers = by_words.verdict is Verdict.ANSWERED or closest.verdict is Verdict.NOTHING
        return by_words if answers else closest

    def _those_first(self, period: Period, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Return what is ``ranked``, that of the time first; nothing where none of it is."""
        least = least_deserving(each.score for each in ranked)
        dated = [
            each
            for each in ranked
            if each.score >= least
            and (day := self._date(each.found))
            and period.first <= day <= period.last
        ]
        return [*dated, *(each for each in ranked if each not in dated)] if dated else []

    def _newest_first(self, judged: Judged) -> Steps[Judged]:
        """Return what was found with what has all that is asked for in front, by its date.

        What only mentions it would not deserve to be shown, and is not.
        """
        asked = judged.asked
        # Function words count for nothing here: "about" is no more than "on".
        found = {each.found.number: each._replace(score=each.telling) for each in asked.ranked}
        if not any(each.missing == 0.0 for each in found.values()):
            return judged
        newest = yield from self._ranker.newest(asked.terms)
        for each in newest:
            found.setdefault(each.found.number, each._replace(score=each.telling))
        least = least_deserving(each.score for each in found.values())
        deserving = [each for each in found.values() if each.score >= least]
        ranked = self._by_date(each for each in deserving if each.missing == 0.0)
        ranked += [each for each in deserving if each.missing > 0.0]
        return judged._replace(asked=replace(asked, ranked=ranked))

    def _by_date(self, ranked: Iterable[Ranked]) -> list[Ranked]:
        """Return what is ``ranked``, the newest first, and what has no date as it was behind."""
        days = [(self._date(each.found) or date.min, each) for each in ranked]
        return [each for _, each in sorted(days, key=lambda pair: pair[0], reverse=True)]

    def _date(self, found: Found) -> date | None:
        written = self._postings.fetch(found.address).briefing.date
        return date.fromisoformat(written[:10]) if written else None


def _has(found: Judged, period: Period) -> bool:
    """Tell whether no word for the time is among those that no briefing has."""
    return not any(word in period.written for word in found.asked.reading.unknown)
