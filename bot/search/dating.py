"""Briefings of the time that a question asks about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from bot.search.deserving import LEAST_SHARE
from bot.search.periods import Period, period_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.postings import Found, Postings
    from bot.search.ranking import Ranked


class Dating:
    """Finds briefings by their dates, in an edition where they have any."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    @cached_property
    def _is_dated(self) -> bool:
        newest = self._postings.latest(1) if self._postings.size else []
        return any(self._date(each) for each in newest)

    def period(self, question: str) -> Period | None:
        """Return the time that ``question`` asks about; None where no briefing is dated."""
        return period_in(question, datetime.now(UTC).date()) if self._is_dated else None

    def of(self, period: Period, limit: int) -> list[Found]:
        """Return the ``limit`` newest briefings of a time."""
        return self._postings.between(period.first, period.last, limit)

    def those_first(self, period: Period, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Return what is ``ranked``, that of the time first; nothing where none of it is."""
        least = LEAST_SHARE * ranked[0].score if ranked else 0.0
        dated = [
            each
            for each in ranked
            if each.score >= least
            and (day := self._date(each.found))
            and period.first <= day <= period.last
        ]
        return [*dated, *(each for each in ranked if each not in dated)] if dated else []

    def _date(self, found: Found) -> date | None:
        written = self._postings.fetch(found.address).briefing.date
        return date.fromisoformat(written[:10]) if written else None
