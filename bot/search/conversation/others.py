"""Of whom else the same is told: "who else died?", of what was not shown."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from bot.search.finding.ranking import CANDIDATES
from bot.search.reading.terms import stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.finding.ranking import Ranked, Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.terms import Term


def told_of_others(
    ranker: Ranker,
    own: Sequence[Term],
    wider: Sequence[Term],
    subject: Sequence[Term],
    shown: Sequence[int],
    *,
    of_all: bool,
    what_else: bool,
) -> Steps[list[Ranked]]:
    """Return what was not ``shown`` and has what a question asks in its ``own`` words, if meant.

    It is where it is asked ``of_all`` ("lately"), or where what was shown first tells nothing of it
    in any words, which are the ``wider`` ones. What was asked just before is asked of others that
    are about the same ``subject``: who else died in a crash did so in that one. ``what_else``
    somebody named did is what was not shown of them, and not what was.
    """
    is_asked = [bool(term.alternatives) for term in own]
    asked = list(compress(own, is_asked))
    if not asked:
        return []
    first = ranker.these(shown[:1], list(compress(wider, is_asked)))
    if what_else and any(term.is_name for term in asked):
        of_all = of_all or any(all(each.held) for each in first)
    again = of_all or stems_of(asked) <= stems_of(subject)
    if not again and any(any(each.held) for each in first):
        return []
    found: list[Ranked] = yield from ranker.ranking(own, CANDIDATES)
    left = [
        each
        for each in found
        if each.found.number not in shown and all(compress(each.held, is_asked))
    ]
    names = [term for term in subject if term.is_name and term.alternatives]
    if of_all or not again or not names or not left:
        return left
    about = ranker.these([each.found.number for each in left], names)
    return list(compress(left, (all(each.held) for each in about)))
