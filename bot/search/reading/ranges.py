"""Days from one that a question names to another: "between 1 and 5 June", "March to May 2026"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.days import (
    DAY,
    DAY_AND_MONTH,
    FIGURES,
    MONTH,
    MONTH_AND_DAY,
    MONTH_OF_YEAR,
    NAMED,
    YEAR,
    Named,
    last_year_of,
    named_in,
    near_day,
)

if TYPE_CHECKING:
    from datetime import date

_SIDES = (*FIGURES, DAY_AND_MONTH, MONTH_AND_DAY, MONTH_OF_YEAR, NAMED, YEAR, MONTH, DAY)
_READ = [re.compile(side, re.IGNORECASE) for side in _SIDES]
_SIDE = "|".join(re.sub(r"\(\?P<\w+>", "(?:", side) for side in _SIDES)
# "With 1 by 5 June" is what becomes of the Russian for it.
RANGE = (
    r"(?:(?P<lead>between|from|since|with|in|on|of|during|for)\s+)?(?:the\s+)?"
    rf"(?P<left>{_SIDE})"
    r"(?:\s+(?P<link>and|to|until|till|til|through|thru|by)\s+(?:the\s+|on\s+)?|\s*[-\u2010-\u2014]\s*)"
    rf"(?P<right>{_SIDE})"
)
"""What names two days, months or years and all between them."""


def range_in(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """Return the first and the last day that a match of `RANGE` names, None where it names none."""
    lead, link = match["lead"], match["link"]
    if (link == "and" and lead != "between") or (
        link == "by" and lead not in {"with", "since", "between"}
    ):
        return None
    # "March to May" may be something else.
    if not lead and not re.search(r"\d", match[0]):
        return None
    left, right = _side(match["left"], today), _side(match["right"], today)
    if left.year and not left.month and right.day and not right.month:
        return None  # "2011-12" is two years or a month
    left, right = _completed(left, right)
    if bool(left.month) != bool(right.month) or not (right.month or (lead and left.year)):
        return None
    left, right = _dated(left, right, today)
    first, last = left.days(today), right.days(today)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _side(written: str, today: date) -> Named:
    match = next(found for read in _READ if (found := read.fullmatch(written)))
    if named := match.groupdict().get("named"):
        day = near_day(named, today)
        return Named(day.year, day.month, day.day)
    return named_in(match)


def _completed(left: Named, right: Named) -> tuple[Named, Named]:
    """Return both sides with the month that one leaves out: "1 to 5 June", "June 1-5"."""
    return (
        left._replace(month=left.month or (right.month if left.day else None)),
        right._replace(month=right.month or (left.month if right.day else None)),
    )


def _dated(left: Named, right: Named, today: date) -> tuple[Named, Named]:
    """Return both sides with the year that one or both leave out: "November to January 2026"."""
    turns = (left.month or 0) > (right.month or 0)
    until = right.year or (
        left.year + turns if left.year else last_year_of(right.month or 1, today)
    )
    return left._replace(year=left.year or until - turns), right._replace(year=until)
