"""Whether a price is asked of a sort of thing of which a text only tells others: day tickets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.reading.terms import stems_of
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from bot.search.reading.terms import Term
    from bot.search.verdict.cutting import Cut

_DOES = r"(?: (?:is|are|was|were|does|do|did|will|would|for))?(?: the| an?)?"
_OF_A_PRICE = re.compile(rf"(?:.* )?how much{_DOES}")
_OF_WHAT_COSTS = re.compile(rf"(?:.* )?what{_DOES}")
_OF_IT = re.compile(r"(?:is |of |for )?(?:the|an?)?")
_COSTING = frozenset("cost costs".split())
_PRICES = _COSTING | frozenset("price prices fee fees".split())


def tells_other_sorts(
    terms: Sequence[Term],
    place: int,
    held: Sequence[bool],
    cut: Cut,
    akin: Callable[[], Collection[str]],
) -> bool:
    """Tell whether each thing in a text is of a sort, and none of them of that at a ``place``.

    That is so where it has day tickets and season tickets, but nowhere mere tickets. ``akin`` gives
    the stems of what means nearly the same as the sort asked for. Of no more than prices this can
    be told, as texts call all else by other sorts, too.
    """
    following = terms[place + 1 : place + 2]
    if not following or following[0].before or not held[place + 1]:
        return False
    if terms[place].is_name or following[0].is_name or not _is_price_asked(terms, place):
        return False
    things, own = stems_of(following), akin()
    told = [at for at, stem in enumerate(cut.stems) if stem in things]
    return bool(told) and all(
        at and cut.starts[at] - cut.ends[at - 1] == 1 and cut.stems[at - 1] not in own
        for at in told
    )


def _is_price_asked(terms: Sequence[Term], place: int) -> bool:
    """Tell whether the word at a ``place`` begins what a question wants the price of."""
    before = terms[place].before
    if _OF_A_PRICE.fullmatch(before):
        return True
    if place and form_of(terms[place - 1].written) in _PRICES and _OF_IT.fullmatch(before):
        return True
    costs = any(form_of(term.written) in _COSTING for term in terms[place + 1 :])
    return costs and _OF_WHAT_COSTS.fullmatch(before) is not None
