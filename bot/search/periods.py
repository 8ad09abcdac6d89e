"""The time that a question asks about: "in June 2026", "last week", "since Monday"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH_OF = {
    **{name: place for place, name in enumerate(_MONTHS, start=1)},
    **{name[:3]: place for place, name in enumerate(_MONTHS, start=1)},
    "sept": 9,
}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "couple of": 2, "three": 3, "few": 3, "four": 4, "five": 5}
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NTH = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_LINK = r"(?:(?P<since>since)|in|on|from|during|of|for|dated)\s+(?:the\s+)?"


class Period(NamedTuple):
    """Days from the ``first`` to the ``last``.

    ``rest`` is what else the question asks for, ``written`` how it names the time.
    """

    first: date
    last: date
    rest: str
    written: str


def period_in(question: str, today: date) -> Period | None:
    """Return the time that ``question`` asks about, seen from ``today``; None where it names none.

    A month without a year is the last that has begun. What may be something else ("may", "march",
    a bare number) is a time only where "in", "since" or the like stands before it.
    """
    for pattern, read in _FORMS:
        for match in pattern.finditer(question):
            if days := read(match, today):
                first, last = days
                if match.groupdict().get("since"):
                    last = max(today, last)
                blank = " " * len(match[0])
                rest = f"{question[: match.start()]}{blank}{question[match.end() :]}"
                return Period(first, last, rest, match[0].strip())
    return None


_Days = tuple[date, date] | None


def _exact(match: re.Match[str], today: date) -> _Days:
    parts = match.groupdict()
    month = _MONTH_OF[parts["month"].lower()]
    year = int(parts["year"]) if parts["year"] else _last_year_of(month, today)
    return _one(year, month, int(parts["day"]))


def _iso(match: re.Match[str], _today: date) -> _Days:
    return _one(*(int(match[part]) for part in ("year", "number", "day")))


def _one(year: int, month: int, day: int) -> _Days:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _month(match: re.Match[str], today: date) -> _Days:
    month = _MONTH_OF[match["month"].lower()]
    year = int(match["year"]) if match["year"] else _last_year_of(month, today)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _last_year_of(month: int, today: date) -> int:
    return today.year if month <= today.month else today.year - 1


def _year(match: re.Match[str], _today: date) -> _Days:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _named_day(match: re.Match[str], today: date) -> _Days:
    name = match["named"].lower()
    if name in _DAYS:
        found = today - timedelta(days=(today.weekday() - _DAYS.index(name)) % 7)
    else:
        found = today - timedelta(days=name == "yesterday")
    return found, found


def _this_or_last(match: re.Match[str], today: date) -> _Days:
    is_last, unit = match["which"].lower() != "this", match["unit"].lower()
    if unit == "week":
        first = today - timedelta(days=today.weekday() + 7 * is_last)
        return first, first + timedelta(days=6)
    if unit == "year":
        year = today.year - is_last
        return date(year, 1, 1), date(year, 12, 31)
    first = today.replace(day=1)
    if is_last:
        first = (first - timedelta(days=1)).replace(day=1)
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def _past(match: re.Match[str], today: date) -> _Days:
    written = (match["number"] or "one").lower()
    number = int(written) if written.isdigit() else _NUMBERS[written]
    return today - timedelta(days=min(number * _UNIT_DAYS[match["unit"].lower()], 36_500)), today


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Days]], ...] = tuple(
    (re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE), read)
    for pattern, read in (
        (rf"(?:{_LINK})?{_YEAR}-(?P<number>[01]\d)-(?P<day>[0-3]\d)", _iso),
        (rf"(?:{_LINK})?{_NTH}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?", _exact),
        (rf"(?:{_LINK})?{_MONTH}\s+{_NTH}(?:,?\s+{_YEAR})?", _exact),
        (rf"(?:{_LINK})?{_MONTH},?\s+{_YEAR}", _month),
        (rf"{_LINK}{_MONTH}(?P<year>(?!))?", _month),
        (rf"{_LINK}{_YEAR}", _year),
        (rf"(?:{_LINK})?(?P<which>this|last)\s+(?P<unit>week|month|year)", _this_or_last),
        (
            rf"(?:{_LINK})?(?:past|last)\s+(?:(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+)?"
            r"(?P<unit>day|week|month|year)s?",
            _past,
        ),
        (rf"(?:{_LINK})?(?P<named>today|yesterday)", _named_day),
        (
            rf"(?:{_LINK}(?:last\s+|this\s+)?|last\s+|this\s+)(?P<named>{'|'.join(_DAYS)})",
            _named_day,
        ),
    )
)
