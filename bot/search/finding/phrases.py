"""Which words of a question briefings should have together: "Polish minister", "Malta's port"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.index.forward import Rows
    from bot.search.reading.terms import Term

_LONGEST = 4
_TOGETHER = 0.4
_IN_ORDER = 0.6
"""What a briefing is worth more that has all words of a phrase side by side: in any order, or as
the question has them."""


class Phrase(NamedTuple):
    """The terms that belong together, and whether their order is part of what is meant."""

    terms: Sequence[Term]
    in_order: bool

    def worth(self, rows: Rows, places: Sequence[int]) -> list[float]:
        """Return by how much more the briefings at ``places`` are worth, of 1 where it is not."""
        groups = [
            [stem for each in term.alternatives for stem in each.stems] for term in self.terms
        ]
        close = (rows.succession if self.in_order else rows.closeness)(places, groups)
        most = _IN_ORDER if self.in_order else _TOGETHER
        return [1 + most * each for each in close]


def phrase_of(terms: Sequence[Term]) -> Phrase | None:
    """Return what stands together in a question, None where nothing does.

    What follows a name at once is the name's: "Ukraine's peace plan" is no plan for Ukraine. But
    for that all words of a short question belong together; of a long one hardly any briefing has
    them so.
    """
    for place, term in enumerate(terms):
        if term.is_name and term.alternatives:
            behind = takewhile(
                lambda each: each.alternatives and not each.before, terms[place + 1 :]
            )
            owned = [term, *behind]
            if len(owned) <= _LONGEST and not all(each.is_name for each in owned):
                return Phrase(owned, in_order=True)
    if 1 < len(terms) <= _LONGEST and all(term.alternatives for term in terms):
        return Phrase(terms, in_order=False)
    return None
