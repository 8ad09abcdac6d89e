"""Which of the briefings found deserve to be shown to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Answer, Citation

_LEAST_SHARE = 0.45
"""A briefing that scores less than this share of the best one's score answers something else."""


def deserving(answer: Answer, most: int) -> tuple[Citation, ...]:
    """Return the citations to show, ``most`` at most: none where nothing was found."""
    if answer.verdict is Verdict.NOTHING or not answer.citations:
        return ()
    shown = answer.citations[:most]
    return shown[: count_deserving([each.score for each in shown])]


def least_deserving(scores: Iterable[float]) -> float:
    """Return the least score that deserves to be shown of these ``scores``, 0 where there are none.

    The best need not come first, where others of the time or with the number asked for do.
    """
    return _LEAST_SHARE * max(scores, default=0.0)


def count_deserving(scores: Sequence[float]) -> int:
    """Return how many briefings of these ``scores`` deserve to be shown."""
    least = least_deserving(scores)
    return sum(score >= least for score in scores)
