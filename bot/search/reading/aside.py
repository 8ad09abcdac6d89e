"""What is said beside a question: "my editor wants to know who", "deadline in ten minutes:"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.reading.terms import Term

_ASKING = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b")
_WHETHER = re.compile(
    r"(?:[,;:–—]|(?:^| )-(?= ))(?: (?:and|but|so))? (?:is|are|was|were|do|does|did|has|have|had"
    r"|can|could|will|would|should)\b"
)
_MARK = re.compile(r"[,;:.!?…()–—]|(?:^| )-(?: |$)|[\u2190-\u2bff\U0001f000-\U0001faff]")
"""What parts clauses, a picture among it."""
_ENDS_A_SENTENCE = re.compile("[.!?…]")
_GOES_ON = re.compile(
    r"(?:and|or|nor|but|about|after|against|around|at|before|between|by|during|for|from|in|into"
    r"|near|of|on|over|since|through|under|until|with|within|without)\b"
)
"""What is said of the question itself: "in Latvia, who won?"."""
_OF_WHO_ASKS = re.compile(
    r"\b(?:i|i['’]?m|i['’]ve|me|my|we|our|us|any|anyone|anybody|someone|somebody"
    r"|(?:do|can|could|would|will) you)\b"
)
_DONE_BY_WHO_ASKS = re.compile(
    r"(?:.*\W)?(?:i|we)(?:['’](?:m|ve|d|ll|re))?(?: (?:am|are|was|were|have|had|can|could"
    r"|would|will|do|did|just|also|only|really|been|not|never|must|should)| [a-z]+n['’]t)*"
    r"|(?:.*\W)?(?:my|our)"
)
"""What stands before what the one who asks does or has: "I wonder", "my neighbour"."""
_ASKED_OF_WHO_ASKS = re.compile(
    r"(?:.*\W)?(?:where|how|when)(?: (?:am|are|can|could|do|may|must|shall|should|will|would))?"
    r" (?:i|we)"
    r"|(?:.*\W)?(?:am|are|can|could|did|do|may|must|shall|should|will|would) (?:i|we)"
    r"|(?:.*\W)?(?:about|at|can|could|did|do|does|has|have|in|into|is|are|of|on|should|was|were|will"
    r"|with|would) (?:my|our)"
)
"""What stands before what is asked for all the same: "where can I", "why is my"."""
_TELLS_OF_ONESELF = re.compile(r"\W*(?:i|i['’]m|i['’]ve|we|my|our)\b")
"""What opens a message that tells nothing else: "I failed my chemistry test"."""
_TIME = re.compile(r"(?:sec|second|min|minute|hr|hour|day|week)s?", re.IGNORECASE)
_SEVERAL = 2
_SHORT = 3
"""Words of a clause that may be a mere aside: "deadline in ten minutes"."""


def said_aside(terms: Sequence[Term], held: Sequence[bool]) -> frozenset[int]:
    """Return the places of the ``terms`` that are said beside what is asked.

    Those are whole clauses that are of the one who asks, or else short and parted from the question
    by a mark that ends no sentence. They have no name and no number, nor anything of what is
    ``held``, which tells of each of the terms whether the briefing has it that has some of what is
    asked.
    """
    told = [term for term, has in zip(terms, held, strict=True) if has and not term.says_little]
    own = frozenset(
        place
        for place, term in enumerate(terms)
        if not (held[place] or term.is_name) and _is_own(term.before.strip())
        # "My oar, how do I paint it?" asks of nothing else.
        if len(told) >= _SEVERAL or any(term.is_name for term in told)
    )
    clauses = [*_clauses(terms)]
    has_name = any(has and term.is_name for term, has in zip(terms, held, strict=True))
    if len(clauses) == 1 and not has_name and _TELLS_OF_ONESELF.match(terms[0].before):
        return frozenset()
    asking = [places for places in clauses if _asks(terms[places[0]].before)]
    if not asking or not any(held[place] for place in asking[-1]):
        return own
    return own | frozenset(
        place
        for places in clauses
        if places not in asking
        and not any(held[place] or terms[place].is_name for place in places)
        and not _tells_number([terms[place].written for place in places])
        and _is_aside(terms, places)
        for place in places
    )


def _is_own(before: str) -> bool:
    """Tell whether what stands ``before`` a word makes it what the one who asks does or has."""
    return bool(_DONE_BY_WHO_ASKS.fullmatch(before)) and not _ASKED_OF_WHO_ASKS.fullmatch(before)


def _asks(before: str) -> bool:
    """Tell whether what stands ``before`` the words of a clause asks: "what", ", is the"."""
    return bool(_ASKING.search(before) or _WHETHER.search(before))


def _clauses(terms: Sequence[Term]) -> Iterator[range]:
    """Yield the places of the terms of each clause."""
    begins = [
        place
        for place, term in enumerate(terms)
        if not place or _ASKING.search(term.before) or _MARK.search(term.before)
    ]
    return (range(*both) for both in pairwise([*begins, len(terms)]))


def _is_aside(terms: Sequence[Term], places: range) -> bool:
    """Tell whether a clause is of the one who asks, or short and says no more of the question.

    What there is to choose from is no aside: "who won, Velden or Ostra".
    """
    if any(terms[place].before == "or" for place in places):
        return False
    behind = terms[places.stop].before if places.stop < len(terms) else ""
    opens = _MARK.split(terms[places[0]].before)[-1].strip()
    closes = _ASKING.split(behind)[0]
    said = " ".join((opens, *(terms[place].before for place in places[1:]), closes))
    if _OF_WHO_ASKS.search(said):
        return True
    is_parted = not behind or (_MARK.search(closes) and not _ENDS_A_SENTENCE.search(closes))
    return bool(is_parted) and len(places) <= _SHORT and not _GOES_ON.match(opens)


def _tells_number(written: Sequence[str]) -> bool:
    """Tell whether a number is among words, other than how long the one who asks has for it."""
    return any(
        any(map(str.isdigit, word)) and not _TIME.fullmatch(behind)
        for word, behind in pairwise([*written, ""])
    )
