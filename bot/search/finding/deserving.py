"""Which of the briefings found deserve to be shown to a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.model import Verdict
from bot.search.reading.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model import Answer, Citation
    from bot.search.finding.ranking import Ranked
    from bot.search.reading.terms import Term

_LEAST_SHARE = 0.45
"""A briefing that scores less than this share of the best one's score answers something else."""
_LEAST_SHARE_OF_A_FACT = 0.6
"""The same where one thing is asked for, which is hardly told but by the best."""
_LEAST_SHARE_OF_ALL = 0.3
"""The same where all that is told is asked for."""
_ALL = re.compile(
    r"\ball (?:of|the|his|her|its|their|your|that|those|these)\b|\beverything\b"
    r"|^\W*(?:every|each|list)\b|\b(?:full|whole|complete) list\b|\blist (?:all|the|every|them)\b"
    r"|\barchives?\b",
    re.IGNORECASE,
)
_NEEDED_FOR_ALL = ("all", "every", "each", "list", "archive")
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


def asks_for_all(question: str) -> bool:
    """Tell whether ``question`` asks for all that is told: "everything on Ostra"."""
    asked = question.lower()
    return any(map(asked.__contains__, _NEEDED_FOR_ALL)) and _ALL.search(question) is not None


def least_deserving(
    scores: Iterable[float], kind: Kind = Kind.ANYTHING, *, of_all: bool = False
) -> float:
    """Return the least score that deserves to be shown of these ``scores``, 0 where there are none.

    It is a share of the best, which is larger where the ``kind`` of thing that is asked for is a
    single one, as an age, and smaller where it is asked ``of_all``. The best need not come first,
    where others of the time or with the number asked for do.
    """
    share = _LEAST_SHARE if kind in _OF_SEVERAL else _LEAST_SHARE_OF_A_FACT
    share = _LEAST_SHARE_OF_ALL if of_all else share
    return share * max(scores, default=0.0)


def deserving_first(
    ranked: Sequence[Ranked], least: float, terms: Sequence[Term], *, is_answer: bool
) -> tuple[list[Ranked], int]:
    """Return the ``ranked``, those first that deserve to be shown, and how many these are.

    They score the ``least`` at least; where the best ``is_answer`` and has a name that is asked
    for, they have one, too. The best always does: it may score less than others, where it fits a
    follow-up better.
    """
    if not ranked:
        return [], 0
    best, *others = ranked
    is_named = is_answer and _has_name(best, terms)
    shown = [best]
    behind: list[Ranked] = []
    for each in others:
        deserves = each.score >= least and (not is_named or _has_name(each, terms))
        (shown if deserves else behind).append(each)
    return [*shown, *behind], len(shown)


def _has_name(ranked: Ranked, terms: Sequence[Term]) -> bool:
    return any(term.is_name and has for term, has in zip(terms, ranked.held, strict=True))
