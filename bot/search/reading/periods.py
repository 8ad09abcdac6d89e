"""The time that a question asks about: "in June 2026", "last week", "since Monday"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from bot.search.reading.open_ends import EDGE, is_open, opened
from bot.search.reading.ranges import RANGE, range_in
from bot.search.words.days import (
    DAY_AND_MONTH,
    DAY_IN_FIGURES,
    DAYS,
    FIGURES,
    MONTH,
    MONTH_AND_DAY,
    MONTH_IN_FIGURES,
    MONTH_OF,
    MONTH_OF_YEAR,
    NAMED,
    NEAR_DAYS,
    PART_OF_DAY,
    WHOLE_MONTH,
    YEAR,
    last_nth,
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
_LINKS = "in|on|from|during|of|for|dated|over|within|throughout"
_BARE_LINK = rf"(?:(?P<edge>since)|{_LINKS})\s+"
_CLOSED_LINK = rf"{_BARE_LINK}(?:the\s+)?"
_LINK = rf"(?:{EDGE}|{_LINKS})\s+(?:the\s+)?"
_OPEN_LINK = rf"{EDGE}\s+"
"""What a month or a year may follow bare: "after the March" is no time."""
_HOURS = rf"(?:(?:early|late)\s+)?{PART_OF_DAY}"
_AT = rf"(?:\s+{_HOURS}|,?\s+(?:in\s+the|at)\s+{_HOURS}(?=\W*$))?"
"""Hours of a day that was named: briefings are dated to days."""
_HOURS_OF = rf"(?:{_HOURS}\s+of\s+(?:the\s+)?|(?:early|late)\s+(?:on\s+)?)?"
_APART = (
    r"(?=\W*$|\s*[,;?!)](?!\d)|\s+(?:and|about|at|by|did|for|from|in|near|of|on|or|regarding|to|was"
    r"|were|what|who|with)\b)"
)
"""What stands behind a number that is no number of anything: "before 2020 elections"."""
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

    is_alone: bool = False
    """Whether nothing but that nothing else is asked for makes a time of it: "November"."""

    @property
    def is_open(self) -> bool:
        """Tell whether it has no beginning or no end."""
        return is_open(self.first, self.last)


def period_in(question: str, today: date, *, day_first: bool = False) -> Period | None:
    """Return the time that ``question`` asks about, seen from ``today``; None where it names none.

    A month without a year is the last that has begun. What may be something else ("may", "march",
    a bare number) is a time only where "in", "since" or the like stands before it. Where
    ``day_first``, as in most languages, "3/6/2025" is in June.
    """
    question = question.translate(OTHER_CASES)
    # Most questions have none of the words, and the patterns are not tried on them.
    if _HINTS.isdisjoint(_HINT.findall(question.lower())):
        return None
    if day_first:
        question = _SLASHED.sub(r"\1.\2.\3", question)
    for pattern, read, told in _FORMS:
        for match in pattern.finditer(question):
            if days := read(match, today):
                return _period(match, days, told, today)
    return None


def alone_in(question: str, today: date) -> Period | None:
    """Return a time that is named by a mere month, year or day of the week, as `period_in` does.

    Whether anything else is asked for is not looked at. In small letters "march" is none, nor is
    what may be a verb as a word comes after it: "may I?".
    """
    match = _ALONE.search(question.translate(OTHER_CASES))
    if match is None or match[0] == "march" or _VERB.match(match.string, match.start()):
        return None
    days = _near_day(match, today) if match["named"] else named_in(match).days(today)
    told = Told.BESIDE if match["named"] else Told.ALONE
    return _period(match, days, told, today)._replace(is_alone=True) if days else None


def _period(match: re.Match[str], days: tuple[date, date], told: Told, today: date) -> Period:
    first, last = days
    question, start, parts = match.string, match.start(), match.groupdict()
    if parts.get("edge") and _OWNER.match(question, match.end() - 2):
        start = match.end("edge")  # "before yesterday's vote" may be yesterday
    elif edge := parts.get("edge") or parts.get("lead"):
        first, last = opened(edge, first, last, today)
    rest = f"{question[:start]}{' ' * (match.end() - start)}{question[match.end() :]}"
    return Period(first, last, rest, question[start : match.end()].strip(), start, told)


_Days = tuple[date, date] | None


def _named(match: re.Match[str], today: date) -> _Days:
    return named_in(match).days(today)


def _near_day(match: re.Match[str], today: date) -> _Days:
    found = near_day(match["named"], today)
    if match.groupdict().get("coming"):
        found += timedelta(days=7)
    return found, found


def _nth_day(match: re.Match[str], today: date) -> _Days:
    which = match.groupdict().get("which")
    months_before = None if which is None else -_WHICH[which.lower()]
    found = last_nth(int(re.sub(r"\D", "", match["day"])), today, months_before)
    return (found, found) if found else None


def _month_in_figures(match: re.Match[str], today: date) -> _Days:
    """Return a month, and none of what may be two years: "2011-12"."""
    is_season = int(match["figure"]) == (int(match["year"]) + 1) % 100
    return None if is_season else named_in(match).days(today)


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
        *((rf"(?:{_LINK})?{_HOURS_OF}{figures}{_AT}", _named, Told.ALONE) for figures in FIGURES),
        (rf"{_LINK}{_HOURS_OF}{DAY_IN_FIGURES}{_AT}", _named, Told.ALONE),
        (rf"(?:{_LINK})?{MONTH_IN_FIGURES}", _month_in_figures, Told.ALONE),
        (rf"(?:{_LINK})?{_HOURS_OF}{DAY_AND_MONTH}{_AT}", _named, Told.ALONE),
        (rf"(?:{_LINK})?{_HOURS_OF}{MONTH_AND_DAY}{_AT}", _named, Told.ALONE),
        (rf"(?:{_LINK})?{_PART}?{MONTH_OF_YEAR}", _named, Told.ALONE),
        (rf"(?:{_CLOSED_LINK}{_PART}?|{_PART}){MONTH}", _named, Told.ALONE),
        (rf"{_OPEN_LINK}(?:(?:the\s+)?{_PART})?{MONTH}", _named, Told.ALONE),
        # "In the 2026 election" names no time.
        (rf"{_BARE_LINK}(?:the\s+year\s+|(?:the\s+)?{_PART})?{YEAR}", _named, Told.ALONE),
        (
            rf"{_OPEN_LINK}(?:the\s+year\s+|(?:the\s+)?{_PART})?{YEAR}{_APART}",
            _named,
            Told.ALONE,
        ),
        (
            # "12- of the month" is what becomes of the Russian for it.
            rf"(?:{_LINK}|the\s+)?(?P<day>[0-3]?\d(?:st|nd|rd|th|-)?)\s+of\s+"
            r"(?:(?P<which>this|last)|the)\s+month",
            _nth_day,
            Told.BESIDE,
        ),
        (
            rf"{_LINK}(?P<day>[0-3]?\d(?:(?:st|nd|rd|th){_APART}|[.-]?(?=\W*$)))",
            _nth_day,
            Told.BESIDE,
        ),
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
        (
            rf"(?:(?:early|late)\s+)?(?:{_LINK})?{_HOURS_OF}(?P<named>{'|'.join(NEAR_DAYS)})(?:'s)?{_AT}",
            _near_day,
            Told.BESIDE,
        ),
        (
            rf"(?:(?:(?:early|late)\s+)?{_LINK}{_HOURS_OF}(?:last\s+|this\s+)?|last\s+|this\s+"
            rf"|(?P<coming>(?:on\s+)?next\s+)){NAMED}{_AT}",
            _near_day,
            Told.BESIDE,
        ),
        # "Black Friday" is none, but "Friday evening" is.
        (rf"(?:early\s+|late\s+)?{NAMED}\s+{_HOURS}", _near_day, Told.BESIDE),
    )
)
_ALONE = re.compile(
    rf"(?<![\w/.,-])(?:{WHOLE_MONTH}|{YEAR}|{NAMED})(?![\w/-]|[.,]\d)", re.IGNORECASE
)
_VERB = re.compile(r"(?:may|march)\s+\w", re.IGNORECASE)
_SLASHED = re.compile(r"(?<![\w/])([0-3]?\d)/(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/])")
_OWNER = re.compile(r"..['’]s\b|['’]s(?!\w)", re.DOTALL)
