"""Which of the briefings found deserve to be shown to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Verdict
from bot.search.reading.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Answer, Citation

_LEAST_SHARE = 0.45
"""A briefing that scores less than this share of the best one's score answers something else."""
_LEAST_SHARE_OF_A_FACT = 0.6
"""The same where one thing is asked for, which is hardly told but by the best."""
_OF_SEVERAL = frozenset(
    {
        Kind.ANYTHING, Kind.CALLING, Kind.COUNTRIES, Kind.COUNTRY, Kind.DESTINATION, Kind.INJURY,
        Kind.MISHAP, Kind.NAME, Kind.NAME_OF, Kind.ORIGIN, Kind.OTHERS, Kind.PLAN, Kind.SAYING,
        Kind.SENSE, Kind.SUBJECT, Kind.WORDING,
    }
)  # fmt: skip
"""What several briefings may tell: "which countries", "what did she say", and mere key words."""


def deserving(answer: Answer, most: int) -> tuple[Citation, ...]:
    """Return the citations to show, ``most`` at most: none where nothing was found."""
    if answer.verdict is Verdict.NOTHING:
        return ()
    return answer.citations[: min(most, answer.deserving)]


def least_deserving(scores: Iterable[float], kind: Kind = Kind.ANYTHING) -> float:
    """Return the least score that deserves to be shown of these ``scores``, 0 where there are none.

    It is a share of the best, which is larger where the ``kind`` of thing that is asked for is a
    single one, as an age. The best need not come first, where others of the time or with the number
    asked for do.
    """
    share = _LEAST_SHARE if kind in _OF_SEVERAL else _LEAST_SHARE_OF_A_FACT
    return share * max(scores, default=0.0)
