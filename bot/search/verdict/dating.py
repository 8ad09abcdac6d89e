"""Briefings of the time that a question asks about, and what is newest of what it asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bot.model import TimeRead, Verdict
from bot.search.conversation.choosing import chosen
from bot.search.conversation.following import is_mere_opening
from bot.search.conversation.referring import has_pronoun
from bot.search.finding.deserving import least_deserving
from bot.search.reading.framing import framed
from bot.search.reading.periods import Period, Told, alone_in, period_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Answer, Context
    from bot.search.conversation.interpretation import Interpretation
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
    def is_dated(self) -> bool:
        """Whether any briefing has a date."""
        newest = self._postings.latest(1) if self._postings.size else []
        return any(self._date(each) for each in newest)

    def lacks_dates(self, question: str, found: Judged) -> bool:
        """Tell whether no briefing is dated, and what is newest, or of a time, was asked for."""
        return not self.is_dated and (found.wants_newest or self._timeless(question) != question)

    def period(
        self, question: str, context: Context | None, *, day_first: bool = False
    ) -> Period | None:
        """Return the time that ``question`` asks about; None where no briefing is dated.

        It may be put to what was shown: "more on the 1st" is none of a month.
        """
        if not self.is_dated or (context and chosen(question, context.shown)):
            return None
        today = datetime.now(UTC).date()
        if period := period_in(question, today, day_first=day_first):
            return period
        alone = alone_in(question, today)
        if alone is None or not (self._asks_for_time_alone(alone) or self._is_no_word(alone)):
            return None
        return alone

    def _is_no_word(self, alone: Period) -> bool:
        """Tell whether a mere month or year, beside other words, is in no briefing as a word."""
        is_known = not self._reader.read(alone.written).unknown
        return not is_known and alone.told is Told.ALONE

    def limited_to(self, period: Period | None, answer: Answer) -> TimeRead | None:
        """Return the time that an answer keeps to, or finds nothing of; None for words."""
        if period is None:
            return None
        is_lacking = period.written in answer.unknown
        dates = [each.briefing.date for each in answer.citations[:1]]
        if not (is_lacking or any(each and _is_in(period, _day(each)) for each in dates)):
            return None
        is_of_others = is_lacking and bool(self._of_days(period, 1))
        return TimeRead(period.written, period.first, period.last, is_of_others)

    def _of_days(self, period: Period, limit: int) -> list[Found]:
        return self._postings.between(period.first, period.last, limit)

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
        if found and found.wants_newest and self.is_dated:
            found = yield from self._newest_first(found)
        return found

    def _timeless(self, question: str) -> str:
        """Return ``question`` without "this month": what has no date may be of any."""
        if self.is_dated:
            return question
        period = period_in(question, datetime.now(UTC).date())
        if period is None or period.told is not Told.NEVER or self._asks_for_time_alone(period):
            return question
        return period.rest

    def _month_alone(self, question: str, limit: int, context: Context | None) -> OfATime | None:
        """Return what tells of May, where nothing is dated and a question asks for that alone.

        Among function words, "may" is looked for in the texts themselves; other months are words.
        """
        if self.is_dated or not _MAY.search(question):
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
        listed = self._of_days(period, limit + _MOST_LISTED)
        if not listed and (period.told is Told.ALONE or period.is_alone):
            by_words = yield from self._judge.judging(question, limit, None)
            if by_words and _tells_enough(by_words, period) and _has(by_words, period):
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
        by_words: Judged | None = None
        if period.is_open:
            by_words = yield from self._judge.judging(question, limit, context)
            if by_words and self._says(by_words, period):
                return by_words
        if ranked := self._those_first(period, of_any_time.asked):
            return of_any_time._replace(asked=replace(of_any_time.asked, ranked=ranked))
        closest = of_any_time.at_most_closest(period.written)
        if period.told is Told.NEVER:
            return closest
        by_words = by_words or (yield from self._judge.judging(question, limit, context))
        if by_words is None or not _has(by_words, period):
            return closest
        answers = _tells_enough(by_words, period) or closest.verdict is Verdict.NOTHING
        return by_words if answers else closest

    def _says(self, found: Judged, period: Period) -> bool:
        """Tell whether what answers names the time in the same words: "closed until March"."""
        if found.verdict is not Verdict.ANSWERED:
            return False
        text = self._text(found.asked.ranked[0].found)
        return " ".join(period.written.split()).casefold() in " ".join(text.split()).casefold()

    def _those_first(self, period: Period, asked: Interpretation) -> list[Ranked]:
        """Return what is ranked, that of the time first; nothing where none of it is.

        Where none of the best is, whatever of that time has all that is asked for.
        """
        ranked = asked.ranked
        least = least_deserving(each.score for each in ranked)
        dated = [
            each
            for each in ranked
            if each.score >= least and (day := self._date(each.found)) and _is_in(period, day)
        ]
        if not dated and ranked:
            of_days = self._of_days(period, _MOST_LISTED)
            scored = self._ranker.scored(of_days, asked.terms)
            dated = [each for each in scored if each.score > 0 and each.missing == 0.0]
            dated.sort(key=lambda each: each.score, reverse=True)
        numbers = {each.found.number for each in dated}
        others = (each for each in ranked if each.found.number not in numbers)
        return [*dated, *others][: len(ranked)] if dated else []

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
        return _day(written) if written else None


def _day(written: str) -> date:
    return date.fromisoformat(written[:10])


def _is_in(period: Period, day: date) -> bool:
    return period.first <= day <= period.last


def _tells_enough(found: Judged, period: Period) -> bool:
    """Tell whether what has the words for a time is shown where nothing is of that time.

    A mere year may have been meant as a word.
    """
    is_near = found.verdict is Verdict.CLOSEST and period.is_alone
    return is_near or found.verdict is Verdict.ANSWERED


def _has(found: Judged, period: Period) -> bool:
    """Tell whether no word for the time is among those that no briefing has."""
    return not any(word in period.written for word in found.asked.reading.unknown)
