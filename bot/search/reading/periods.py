"""The time that a question asks about: "in June 2026", "last week", "since Monday"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from bot.search.reading.ranges import RANGE, range_in
from bot.search.words.days import (
    DAY_AND_MONTH,
    DAYS,
    FIGURES,
    MONTH,
    MONTH_AND_DAY,
    MONTH_OF,
    MONTH_OF_YEAR,
    NAMED,
    NEAR_DAYS,
    YEAR,
    named_in,
    near_day,
)
from bot.search.words.text import OTHER_CASES

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "couple": 2, "three": 3, "few": 3,
    "several": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
}  # fmt: skip
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_MOST_DAYS = 36_500
_UNITS = "week(?!-?ends?)|weekend|month|year"
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_BARE_LINK = r"(?:(?P<since>since)|in|on|from|during|of|for|dated|over|within|throughout)\s+"
_LINK = rf"{_BARE_LINK}(?:the\s+)?"
_PART = r"(?:(?:beginning|start|middle|end)\s+of\s+(?:the\s+)?|(?:early|late|mid)(?:\s+|-))"
_WHICH = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1, "coming": 1}


class Told(IntEnum):
    """Where a text that has the words of a time may be of it, so that it answers by them."""

    NEVER = 0
    """ "Last week": whoever wrote it meant another."""
    BESIDE = 1
    """ "On Monday", "today": beside other words that are asked for."""
    ALONE = 2
    """ "In June 2026"."""


class Period(NamedTuple):
    """Days from the ``first`` to the ``last``.

    ``rest`` is what else the question asks for, ``written`` how it names the time, from ``start``
    on; ``told`` says what such words in a text are worth.
    """

    first: date
    last: date
    rest: str
    written: str
    start: int
    told: Told


def period_in(question: str, today: date) -> Period | None:
    """Return the time that ``question`` asks about, seen from ``today``; None where it names none.

    A month without a year is the last that has begun. What may be something else ("may", "march",
    a bare number) is a time only where "in", "since" or the like stands before it.
    """
    question = question.translate(OTHER_CASES)
    # Most questions have none of the words, and the patterns are not tried on them.
    if _HINTS.isdisjoint(_HINT.findall(question.lower())):
        return None
    for pattern, read, told in _FORMS:
        for match in pattern.finditer(question):
            if days := read(match, today):
                first, last = days
                if match.groupdict().get("since") or match.groupdict().get("lead") == "since":
                    last = max(today, last)
                blank = " " * len(match[0])
                rest = f"{question[: match.start()]}{blank}{question[match.end() :]}"
                return Period(first, last, rest, match[0].strip(), match.start(), told)
    return None


_Days = tuple[date, date] | None


def _named(match: re.Match[str], today: date) -> _Days:
    return named_in(match).days(today)


def _near_day(match: re.Match[str], today: date) -> _Days:
    found = near_day(match["named"], today)
    if match.groupdict().get("coming"):
        found += timedelta(days=7)
    return found, found


def _this_or_last(match: re.Match[str], today: date) -> _Days:
    return _unit(match["unit"].lower(), _WHICH[match["which"].lower()], today)


def _unit(unit: str, ahead: int, today: date) -> tuple[date, date]:
    """Return the week, month or year that is so many ``ahead`` of that of ``today``."""
    if unit.startswith("week"):
        first = today + timedelta(days=7 * ahead - today.weekday())
        days = (5, 6) if unit == "weekend" else (0, 6)
        begin, end = (first + timedelta(days=day) for day in days)
        return begin, end
    if unit == "year":
        year = today.year + ahead
        return date(year, 1, 1), date(year, 12, 31)
    year, month = divmod(12 * today.year + today.month - 1 + ahead, 12)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _past(match: re.Match[str], today: date) -> _Days:
    number = _number(match["number"] or ("few" if match["many"] else "one"))
    unit = match["unit"].lower()
    days = -(-number // 24) if unit == "hour" else number * _UNIT_DAYS[unit]
    return today - timedelta(days=min(days, _MOST_DAYS)), today


def _ago(match: re.Match[str], today: date) -> _Days:
    """Return the day, or the whole week, month or year that was so long ago."""
    number, unit = _number(match["number"]), match["unit"].lower()
    if number * _UNIT_DAYS[unit] > _MOST_DAYS:
        return None
    if unit == "day":
        found = today - timedelta(days=number)
        return found, found
    return _unit(unit, -number, today)


def _number(written: str) -> int:
    written = re.sub(r"\s+", " ", written.lower())
    return int(written) if written.isdigit() else _NUMBERS[written]


_HINT = re.compile(r"[a-z]+|\d")
_HINTS = frozenset(
    [*MONTH_OF, *DAYS, *"0123456789"]
    + " ".join(NEAR_DAYS).split()
    + [f"{unit}{many}" for unit in ("hour", "weekend", *_UNIT_DAYS) for many in ("", "s")]
) - {"the", "last", "before", "this"}
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Days], Told], ...] = tuple(
    (re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE), read, told)
    for pattern, read, told in (
        (RANGE, range_in, Told.ALONE),
        *((rf"(?:{_LINK})?{figures}", _named, Told.ALONE) for figures in FIGURES),
        (rf"(?:{_LINK})?{DAY_AND_MONTH}", _named, Told.ALONE),
        (rf"(?:{_LINK})?{MONTH_AND_DAY}", _named, Told.ALONE),
        (rf"(?:{_LINK})?{_PART}?{MONTH_OF_YEAR}", _named, Told.ALONE),
        (rf"(?:{_LINK}{_PART}?|{_PART}){MONTH}", _named, Told.ALONE),
        # "In the 2026 election" names no time.
        (rf"{_BARE_LINK}(?:the\s+year\s+|(?:the\s+)?{_PART})?{YEAR}", _named, Told.ALONE),
        (
            rf"(?:{_LINK})?{_PART}?(?P<which>{'|'.join(_WHICH)})\s+(?P<unit>{_UNITS})",
            _this_or_last,
            Told.NEVER,
        ),
        (
            rf"(?:{_LINK})?(?:past|last)\s+(?:{_NUMBER}\s+)?(?P<unit>hour|day|week|month|year)"
            "(?P<many>s?)",
            _past,
            Told.NEVER,
        ),
        (rf"(?:{_LINK})?{_NUMBER}\s+(?P<unit>day|week|month|year)s?\s+ago", _ago, Told.NEVER),
        (rf"(?:{_LINK})?(?P<named>{'|'.join(NEAR_DAYS)})(?:'s)?", _near_day, Told.BESIDE),
        (
            rf"(?:{_LINK}(?:last\s+|this\s+)?|last\s+|this\s+|(?P<coming>(?:on\s+)?next\s+)){NAMED}",
            _near_day,
            Told.BESIDE,
        ),
    )
)
