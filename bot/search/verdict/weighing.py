"""Which words of a question count where it is judged whether a briefing answers it.

Those that a briefing lacks speak against it, but not those that it tells without saying them, nor
what is only said beside the question, nor what adds nothing to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.search.finding.lacking import has_each_name
from bot.search.reading.aside import said_aside
from bot.search.reading.everyday import is_general
from bot.search.verdict.telling import may_be_told, told_otherwise
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from bot.search.finding.ranking import Ranked
    from bot.search.reading.terms import Term
    from bot.search.verdict.cutting import Cut


class Counting(NamedTuple):
    """The ``terms`` of a question that count, and the ``best`` briefing as it has these.

    ``excused`` are the words, as written, that it lacks without anything being amiss.
    """

    terms: Sequence[Term]
    best: Ranked
    excused: frozenset[str] = frozenset()


def counting(
    question: str, terms: Sequence[Term], best: Ranked, read: Callable[[Ranked], tuple[str, Cut]]
) -> Counting:
    """Return which of the ``terms`` count where the ``best`` briefing is judged.

    ``read`` gives the text of a briefing, whole and cut.
    """
    if all(best.held):
        return Counting(terms, best)
    told: frozenset[int] = frozenset()
    if may_be_told(question, terms, best.held):
        told = told_otherwise(question, terms, best.held, *read(best))
    aside = said_aside(terms, best.held) | _adding_nothing(terms, best.held)
    return _counting(terms, best, told, aside - told) if told or aside else Counting(terms, best)


def _adding_nothing(terms: Sequence[Term], held: Sequence[bool]) -> frozenset[int]:
    """Return the places of the words of general meaning that lack where no name does."""
    has_name = any(term.is_name for term, has in zip(terms, held, strict=True) if has)
    if not has_name or not has_each_name(terms, held):
        return frozenset()
    return frozenset(
        place
        for place, (term, has) in enumerate(zip(terms, held, strict=True))
        if not (has or term.is_name or term.is_kind) and is_general(form_of(term.written))
    )


def _counting(
    terms: Sequence[Term], best: Ranked, told: Collection[int], aside: Collection[int]
) -> Counting:
    """Return what counts, where the terms at the places ``told`` are, and those ``aside`` not.

    The best briefing holds none of either.
    """
    kept = [place for place in range(len(terms)) if place not in aside]
    held = [best.held[place] or place in told for place in kept]
    covered = best.coverage * sum(term.weight for term in terms)
    covered += sum(terms[place].weight for place in told)
    whole = sum(terms[place].weight for place in kept)
    lacking = (terms[place].weight for place, has in zip(kept, held, strict=True) if not has)
    counted = best._replace(
        held=tuple(held),
        coverage=min(covered / (whole or 1.0), 1.0),
        missing=max(lacking, default=0.0),
    )
    excused = frozenset(terms[place].written for place in (*told, *aside))
    return Counting([terms[place] for place in kept], counted, excused)
