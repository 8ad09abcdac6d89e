"""Which of the briefings found deserve to be shown to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Verdict

if TYPE_CHECKING:
    from bot.model import Answer, Citation

LEAST_SHARE = 0.45
"""A briefing that scores less than this share of the best one's score answers something else."""


def deserving(answer: Answer, most: int) -> tuple[Citation, ...]:
    """Return the citations to show, ``most`` at most: none where nothing was found."""
    if answer.verdict is Verdict.NOTHING or not answer.citations:
        return ()
    least = LEAST_SHARE * answer.citations[0].score
    return tuple(each for each in answer.citations[:most] if each.score >= least)
