"""Times of which one end is open: "before June", "until Tuesday", "after 2021"."""

from __future__ import annotations

from datetime import date, timedelta

_A_WHILE = [
    f"{unit}{many}"
    for unit in ("minute", "hour", "day", "week", "month", "year")
    for many in ("", "s")
]
EDGE = (
    # "Two days before 14 June" is another day.
    "".join(rf"(?<!{each}\s)" for each in _A_WHILE)
    + r"(?P<edge>since|until|till|before|prior\s+to|after)"
)
"""What says that a time begins or ends with what is named."""


def opened(edge: str, first: date, last: date, today: date) -> tuple[date, date]:
    """Return what a time from ``first`` to ``last`` is with such an ``edge`` before it.

    What is until November ends with it. What is since then goes on to ``today``, what is before or
    after as far as there are days. Of any other word it is the time itself.
    """
    match edge.lower().split():
        case ["since"]:
            return first, max(today, last)
        case ["until" | "till"]:
            return date.min, last
        case ["before" | "prior", *_] if first > date.min:
            return date.min, first - timedelta(days=1)
        case ["after"] if last < date.max:
            return last + timedelta(days=1), date.max
    return first, last


def is_open(first: date, last: date) -> bool:
    """Tell whether a time has no beginning or no end."""
    return first == date.min or last == date.max
