"""From the best briefing's score and coverage to a confidence, and from that to a verdict."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Verdict
from bot.search.finding.lacking import lacks_names, weight_of
from bot.search.words.lexicon import idf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.finding.ranking import Ranked
    from bot.search.reading.terms import Term

_HALF = 1.2
"""The evidence, in units of the rarest word's weight, at which confidence is one half."""
# Chosen on short and long questions put to collections of both kinds; see docs/adr/0010.
_DOUBT = 0.5
_OF_OTHERS = 0.5
"""What evidence counts where only what has other names than the question was found."""
_WHOLE = 0.4
_NEARLY_ALL = 8
_LACKING = 0.3
_UNKNOWN = 0.15
_MOST_UNKNOWN = 4
_OTHERWISE = 0.5
"""What counts of that for a word of which briefings only have one that means nearly the same."""
# Where a collection is asked what it is about, its own words make about this much.
_USUAL = 0.55
_OWN = 0.6
# A small collection lacks most words, which says little; from some hundred briefings on it does.
_SMALL = 50
_FIRST_TELLS = 0.7
"""What the first word of a question says of its point, where the last says 1."""
_MOST_LACKING = 0.25
_MOST_UNTOLD = 0.4
_LITTLE = 0.4
_SURER = 0.13
"""How much surer than else a briefing has to be that covers but a little of what is asked."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The confidence (0 to 1) from which a question is ``answered``, and from which ``closest``."""

    answered: float = 0.42
    closest: float = 0.22


def confidence(best: Ranked | None, terms: Sequence[Term], size: int) -> float:
    """Return how surely the best briefing answers, from 0 up to but not including 1.

    What speaks for it is its score, less where it covers little of the question's weight, and
    that it covers nearly all; what speaks against it, the most telling word that it lacks, and the
    number of the ``terms`` that no briefing has, everyday words apart. A question in words that the
    briefings use more than English does is likelier one for them. All is measured by what one word
    found in no other briefing would score, so that collections of all sizes compare. It is half of
    that where a name is asked for that no briefing has, and the best has no other one.
    """
    if best is None or not size:
        return 0.0
    rarest = idf(size, 0)
    unknown = min(sum(map(_unknown, terms)), _MOST_UNKNOWN)
    lacking = _LACKING * best.missing / rarest + _UNKNOWN * unknown
    # As the mean of so many independent ones spreads: by the square root of their number.
    own = sum(term.surplus for term in terms) / math.sqrt(len(terms)) / rarest
    evidence = (
        best.coverage**_DOUBT * best.telling / rarest
        + _WHOLE * best.coverage**_NEARLY_ALL
        + (_OWN * (own - _USUAL) - lacking) * size / (size + _SMALL)
    )
    if _names_others(terms, best.held):
        evidence *= _OF_OTHERS
    evidence = max(float(evidence), 0.0)
    return evidence / (evidence + _HALF)


def _unknown(term: Term) -> float:
    """Return how much a word counts as one that no briefing has, from 0 to 1."""
    if term.is_everyday:
        return 0.0
    if not term.alternatives:
        return 1.0
    return _OTHERWISE if term.is_said_otherwise else 0.0


def _names_others(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether a name asked for is in no briefing, and no other one in the best."""
    is_unknown = any(term.is_name and not term.alternatives for term in terms)
    return is_unknown and not any(
        term.is_name for term, has in zip(terms, held, strict=True) if has
    )


def verdict(
    value: float,
    terms: Sequence[Term],
    thresholds: Thresholds,
    best: Ranked,
    *,
    found_whole: bool = False,
    found_name: bool = False,
) -> Verdict:
    """Return the verdict for a confidence of ``value``.

    A question whose most telling word no briefing has is ``closest`` at best, and so is one with a
    name that the ``best`` briefing does not have. One that covers less than two fifths of what is
    asked has to be surer than others. Mere key words that one briefing has all of, ``found_whole``,
    are answered by it, however common they are; of those of which it has a name and little else,
    ``found_name``, it is the closest.
    """
    if found_whole:
        return Verdict.ANSWERED
    if value < thresholds.closest and not found_name:
        return Verdict.NOTHING
    least = thresholds.answered + (_SURER if best.coverage < _LITTLE else 0.0)
    if value < least or _misses_the_point(terms) or lacks_names(terms, best.held):
        return Verdict.CLOSEST
    return Verdict.ANSWERED


def _misses_the_point(terms: Sequence[Term]) -> bool:
    """Tell whether a word that no briefing has is what the question is about.

    That is the most telling one, where the last tells most, as English puts what is new at the end.
    But a single word in the middle of what is found otherwise may be what others say in other
    words. A name that no briefing has is always the point, as in "the Suez Canal" for another
    canal; and where no briefing has two fifths of the question, its point is among them.
    """
    last = len(terms) - 1
    missing = [
        place
        for place, term in enumerate(terms)
        if not (term.alternatives or term.says_little or term.is_kind)
    ]
    if not missing:
        return False
    if any(terms[place].is_name for place in missing):
        return True
    lacking = sum(terms[place].weight for place in missing)
    share = lacking / (lacking + weight_of(terms, [bool(term.alternatives) for term in terms]))
    if share > _MOST_UNTOLD:
        return True
    telling = [
        term.weight * (1.0 - (1.0 - _FIRST_TELLS) * (last - place) / max(last, 1))
        for place, term in enumerate(terms)
    ]
    found = max((telling[place] for place in range(last + 1) if place not in missing), default=0.0)
    if max(telling[place] for place in missing) < found:
        return False
    if missing[-1] == last:
        return True
    return share > _MOST_LACKING
