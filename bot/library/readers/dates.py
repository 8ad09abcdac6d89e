"""Dates as sources write them: ISO 8601, RFC 2822, and what programs make of that."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from bot.library.readers.values import Refused, clean
from bot.problems import Said

# How the time of a date is continued by what the standard library passes over in RFC 2822, so that
# it would take the time for that of UTC, or of the morning.
_OFFSET = re.compile(r"(?<=:\d\d) ?(?:GMT|UTC)?([+-])(\d\d?)(?::?(\d\d))?(?=\s|\Z)")
_NAMED_ZONE = re.compile(r"(?<=:\d\d )[A-Z]{3,4}\b")
_ZONES = {
    "WET": "+0000", "WEST": "+0100", "BST": "+0100", "CET": "+0100", "CEST": "+0200",
    "MEZ": "+0100", "MESZ": "+0200", "EET": "+0200", "EEST": "+0300", "MSK": "+0300",
}  # fmt: skip
_HALF_OF_DAY = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)


def iso_date(value: str) -> str:
    """Return an ISO 8601 or RFC 2822 date as ``YYYY-MM-DD`` or a UTC time; raise ``ValueError``."""
    text = value.strip()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = _mailed(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            raise Refused(
                Said(
                    'The field "{field}" must be a date such as {example} or {other}, and not '
                    '"{given}"',
                    {
                        "example": "2024-12-08, 2024-12-08T09:30:00Z",
                        "other": "Sun, 08 Dec 2024 09:30:00 GMT",
                        "given": clean(text)[:40],
                    },
                )
            ) from None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    try:
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except OverflowError:
        raise Refused(Said('The field "{field}" must be a date that exists in UTC too')) from None


def _mailed(text: str) -> datetime:
    """Return the moment of an RFC 2822 date; raise what `parsedate_to_datetime` does.

    An offset may have a colon, or follow "GMT", as in the dates of many programs.
    """
    if _HALF_OF_DAY.search(text):
        raise ValueError(text)
    offset = _OFFSET.sub(
        lambda found: f" {found[1]}{found[2]:0>2}{found[3] or '00'}", " ".join(text.split())
    )
    return parsedate_to_datetime(
        _NAMED_ZONE.sub(lambda found: _ZONES.get(found[0], found[0]), offset)
    )
