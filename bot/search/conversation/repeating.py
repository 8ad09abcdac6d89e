"""Asking the last question again: of what was shown, of one briefing of it, or of further ones."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from bot.search.conversation.choosing import chosen_of
from bot.search.conversation.following import FollowUp, follows, lent
from bot.search.conversation.interpretation import Interpretation, written
from bot.search.conversation.referring import asks_of_deed
from bot.search.finding.deserving import least_deserving
from bot.search.reading.terms import Reading

if TYPE_CHECKING:
    from bot.model import Context
    from bot.search.conversation.recalling import Recall
    from bot.search.finding.ranking import Ranker
    from bot.search.finding.steps import Steps
    from bot.search.reading.question import Reader

_ELSE_THERE = re.compile(r"\bwho else (?:is|are|was|were) there\W*$", re.IGNORECASE)

REPEATS = frozenset({FollowUp.FURTHER, FollowUp.OTHERS, FollowUp.AGAIN})
"""How a question hangs on the last one that asks it again."""


class Repeating:
    """Asks last questions again over one edition."""

    def __init__(self, reader: Reader, ranker: Ranker, recall: Recall) -> None:
        self._reader = reader
        self._ranker = ranker
        self._recall = recall

    def again(self, question: str, limit: int, last: Context) -> Steps[Interpretation | None]:
        """Return what is found where ``question`` asks the ``last`` one again, None where not."""
        number = chosen_of(question, last)
        found = self._of_one(number, last) if number else None
        how = follows(question)
        if how is FollowUp.OTHERS and _ELSE_THERE.search(question):
            how = FollowUp.AGAIN  # whoever was there is told where that is told of
        if found or how not in REPEATS:
            return found
        return (yield from self._same(question, how, last, limit))

    def once_more(self, question: str, limit: int, last: Context) -> Steps[Interpretation | None]:
        """Return what tells the ``last`` question of what was shown, of which more is asked."""
        return self._same(question, FollowUp.AGAIN, last, limit)

    def _of_one(self, number: int, last: Context) -> Interpretation | None:
        """Ask the ``last`` question of the briefing with this ``number`` alone.

        None where that is in service no longer, or the question had no word that is known.
        """
        known = lent(self._reader.read(last.words).terms, ())
        ranked = self._ranker.these([number], known) if known else []
        if not ranked:
            return None
        known = tuple(compress(known, ranked[0].held)) or known
        ranked = self._ranker.these([number], known)
        kept = tuple(last.subject.split())
        return Interpretation(
            Reading(()), known, written(known), (), ranked, goes_on=True, subject=kept
        )

    def _same(
        self, question: str, how: FollowUp, last: Context, limit: int
    ) -> Steps[Interpretation | None]:
        """Ask the ``last`` question again, without the shown where further briefings are wanted.

        What the last answer had besides was found with other weights, and deserves to be shown.
        """
        known = lent(self._reader.read(last.words).terms, ())
        if not known:
            return None
        kept = tuple(last.subject.split())
        again = self._ranker.these(last.shown[:limit], known) if how is FollowUp.AGAIN else []
        if again:
            if not asks_of_deed(question):
                # What else the last question asked is no part of this one.
                told = zip(known, again[0].held, strict=True)
                known = tuple(term for term, has in told if has or term.is_name) or known
                again = self._ranker.these(last.shown[:limit], known)
            again = self._recall.told_first(question, again)
            return Interpretation(Reading(()), known, written(known), (), again, subject=kept)
        shown = () if how is FollowUp.AGAIN else last.shown
        ranked = yield from self._ranker.ranking(known, limit + len(shown))
        least = least_deserving(each.score for each in ranked)
        left = [each for each in ranked if each.found.number not in shown]
        besides = [each for each in left if each.found.number in last.further] if shown else []
        further = besides or [each for each in left if each.score >= least]
        if not further and how is FollowUp.OTHERS:
            return (yield from self._same(question, FollowUp.AGAIN, last, limit))
        return Interpretation(
            Reading(()), known, written(known), shown, further[:limit],
            goes_on=bool(besides), subject=kept,
        )  # fmt: skip
