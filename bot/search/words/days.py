"""The days that a question names: "14 June", "the 1st", "June 2026", "2026-06-14", "Monday"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = (
    "january february march april may june july august september october november december".split()
)
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTH_OF = {
    **{name: place for place, name in enumerate(MONTHS, start=1)},
    **{name[:3]: place for place, name in enumerate(MONTHS, start=1)},
    "sept": 9,
}
NEAR_DAYS = {
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
}
"""How many days from today those are that are named from there."""
_MONTH = rf"(?:{'|'.join(sorted(MONTH_OF, key=len, reverse=True))})\b\.?"
_CENTURY = 2000
_MOST_MONTHS_BACK = 3
"""Of two months in a row one has 31 days."""
_YEAR = r"(?:19|20)\d\d"
_NTH = r"[0-3]?\d(?:st|nd|rd|th|er|\.)?"
# "14 June of 2026" is what becomes of "14 de junio de 2026".
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"

DAY_AND_MONTH = rf"(?P<day>{_NTH})\s*(?:of\s+)?(?P<month>{_MONTH}){_OF_YEAR}"
MONTH_AND_DAY = rf"(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_NTH}(?!\d)){_OF_YEAR}"
MONTH_OF_YEAR = rf"(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})"
MONTH = rf"(?P<month>{_MONTH})"
YEAR = rf"(?P<year>{_YEAR})"
FIGURES = (
    rf"(?P<year>{_YEAR})-(?P<figure>[01]?\d)-(?P<day>[0-3]?\d)",
    rf"(?P<year>{_YEAR})/(?P<figure>[01]?\d)/(?P<day>[0-3]?\d)",
    rf"(?P<day>[0-3]?\d)\.(?P<figure>[01]?\d)\.(?P<year>{_YEAR})",
    # As Americans write it where it can be that, or else as the British do.
    r"(?P<figure>0?[1-9]|1[0-2])/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)?\d\d)",
    r"(?P<day>[0-3]?\d)/(?P<figure>0?[1-9]|1[0-2])/(?P<year>(?:19|20)?\d\d)",
)
MONTH_IN_FIGURES = rf"(?P<year>{_YEAR})-(?P<figure>0[1-9]|1[0-2])"
DAY_IN_FIGURES = r"(?P<day>[0-3]?\d)\.(?P<figure>[01]?\d)\.(?!\d)"
WHOLE_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_PARTS_OF_DAY = "morning noon midday afternoon evening night".split()
PART_OF_DAY = rf"(?-i:{'|'.join([*_PARTS_OF_DAY, *map(str.upper, _PARTS_OF_DAY)])})"
"""A part of a day; with a capital it is in a name: "Saturday Night"."""
NAMED = rf"(?P<named>{'|'.join([*NEAR_DAYS, *DAYS])})"
DAY = rf"(?P<day>{_NTH}){_OF_YEAR}"


class Named(NamedTuple):
    """What is named of a day, or of a month or a year as a whole."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def days(self, today: date) -> tuple[date, date] | None:
        """Return the first and the last day of it, None where there are none such.

        Where the year is left out, the month is the last that has begun.
        """
        year = self.year or last_year_of(self.month or 1, today)
        try:
            first = date(year, self.month or 1, self.day or 1)
        except ValueError:
            return None
        if self.day:
            return first, first
        month = self.month or 12
        return first, date(year, month, monthrange(year, month)[1])


def named_in(match: re.Match[str]) -> Named:
    """Return what a match of one of the patterns above, but `NAMED`, names."""
    parts = match.groupdict()
    year, month, figure, day = (parts.get(each) for each in ("year", "month", "figure", "day"))
    return Named(
        int(year) + (_CENTURY if len(year) == 2 else 0) if year else None,
        MONTH_OF[month.lower().rstrip(".")] if month else int(figure) if figure else None,
        int(re.sub(r"\D", "", day)) if day else None,
    )


def last_year_of(month: int, today: date) -> int:
    """Return the year in which a month began last, seen from ``today``."""
    return today.year if month <= today.month else today.year - 1


def last_nth(day: int, today: date, months_before: int | None = None) -> date | None:
    """Return the last day of a month with the number ``day``, seen from ``today``.

    With ``months_before`` it is that of the month so long ago, None where that has none such.
    """
    months = 12 * today.year + today.month - 1
    back = range(_MOST_MONTHS_BACK) if months_before is None else [months_before]
    for year, month in (divmod(months - each, 12) for each in back):
        if 0 < day <= monthrange(year, month + 1)[1]:
            found = date(year, month + 1, day)
            if found <= today or months_before is not None:
                return found
    return None


def near_day(named: str, today: date) -> date:
    """Return the day that ``named`` means seen from ``today``; of a weekday the last such."""
    name = re.sub(r"\s+", " ", named.lower())
    if name in DAYS:
        return today - timedelta(days=(today.weekday() - DAYS.index(name)) % 7)
    return today + timedelta(days=NEAR_DAYS[name])
