"""The time that a question names: which days it is, and where no briefing is of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.search.reading.periods import period_in
from bot.talk.smalltalk import words_in

if TYPE_CHECKING:
    from bot.model import Answer, TimeRead

_LOOKED_AT = 500
"""Characters; a whole page of numbers would be looked through for days while others wait."""


def unknown_time(answer: Answer) -> tuple[str, tuple[str, ...]]:
    """Return a time, as written, that no briefing is dated to, and what else none has.

    The words of a time are no words to be told that no briefing has them. Where there is none of
    them the time is empty. It is looked for in the first 500 characters of the question.
    """
    if not answer.unknown:
        return "", ()
    if answer.time and answer.time.written in answer.unknown:
        written = answer.time.written
        return written, tuple(each for each in answer.unknown if each != written)
    period = period_in(answer.question[:_LOOKED_AT], datetime.now(UTC).date())
    of_time = set(words_in(period.written)) if period else set()
    others = tuple(each for each in answer.unknown if not of_time.issuperset(words_in(each)))
    return (period.written if period and others != answer.unknown else ""), others


def read_as_days(answer: Answer) -> TimeRead | None:
    """Return the time of a question where its days have to be told: "last week", "in June".

    Where the question names the year, it says itself which days it means, unless a day may be taken
    for a month.
    """
    time = answer.time
    if time is None or "/" in time.written:
        return time
    is_told = any(str(day.year) in time.written for day in (time.first, time.last))
    return None if is_told else time
