"""A question as it was read, what was found for it, and how surely that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.model import Verdict
from bot.search.finding.lacking import names_lacking

if TYPE_CHECKING:
    from bot.search.conversation.interpretation import Interpretation


class Judged(NamedTuple):
    """A question as it was ``read``, what was ``asked`` and found, and how surely that answers it.

    The ``confidence`` is from 0 up to but not including 1; ``lacking`` is what no briefing has
    besides words, ``missed`` what the best briefing lacks of the point of the question.
    ``excused`` is what the best briefing lacks, as written, with nothing amiss: what it tells
    without saying it, and what is only said beside the question. ``wants_newest`` where what is new
    about something is asked for.
    """

    read: str
    asked: Interpretation
    confidence: float
    verdict: Verdict
    lacking: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    excused: frozenset[str] = frozenset()
    wants_newest: bool = False

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return what is asked for and no briefing has, as written.

        That is all of it where each word is known, but in no briefing as it is meant.
        """
        asked = self.asked
        unknown = asked.reading.unknown
        if asked.is_new and not (asked.ranked or unknown):
            unknown = tuple(term.written for term in asked.terms)
        return (*(word for word in unknown if word not in self.excused), *self.lacking)

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Return the names and the point of what is asked that the closest lacks and others have.

        Where there are none, that is any word it lacks that says something.
        """
        if self.verdict is not Verdict.CLOSEST or not self.asked.ranked:
            return ()
        terms, held = self.asked.terms, self.asked.ranked[0].held
        named = {*names_lacking(terms, held), *self.missed}
        others = [
            term for term, has in zip(terms, held, strict=True) if term.alternatives and not has
        ]
        told = (
            term.written
            for term in others
            if term.written in named or not (named or term.is_everyday or term.is_kind)
            if term.written not in self.excused
        )
        # "May", which is a function word, and "second race", of which it has each word elsewhere;
        # not "point seven" where no briefing has "seven".
        written = {term.written for term in terms}
        unknown = set(self.asked.reading.unknown)
        more = (each for each in self.missed if unknown.isdisjoint(each.split()))
        return (*told, *(each for each in more if each not in written))

    @property
    def holds_name(self) -> bool:
        """Tell whether the best briefing has a name that is asked for, if anything is found."""
        if self.verdict is Verdict.NOTHING or not self.asked.ranked:
            return False
        both = zip(self.asked.terms, self.asked.ranked[0].held, strict=True)
        return any(term.is_name and has for term, has in both)

    def at_most_closest(self, lacking: str) -> Judged:
        """Return the same where something that was asked for, as it was written, is lacking."""
        answers = self.verdict is Verdict.ANSWERED
        verdict = Verdict.CLOSEST if answers else self.verdict
        return self._replace(verdict=verdict, lacking=(lacking,))
