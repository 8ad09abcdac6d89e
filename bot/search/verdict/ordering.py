"""Which of nearly equal briefings comes first: what tells what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.finding.lacking import lacks_names
from bot.search.verdict.elsewhere import is_of_person

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.finding.ranking import Ranked
    from bot.search.reading.terms import Term
    from bot.search.verdict.pointing import Point

_MOST_EQUAL = 5
_NEARLY_AS_GOOD = 0.7
"""How many of the best may tell what the very best leaves open, and the least they score of it."""


def telling_first(
    point: Point, question: str, terms: Sequence[Term], ranked: list[Ranked]
) -> list[Ranked]:
    """Return the ``ranked``, first of nearly equal ones what tells the ``point`` of the question.

    What first reports leave open, as how many were hurt, later ones on the same matter tell.
    Whoever is only called like a country that is asked for comes behind what is in it.
    """
    if not ranked:
        return ranked
    if persons := _persons(point, terms, ranked[0]):
        ranked = _first_that(ranked, lambda each: _has_places(persons, point, terms, each))
    best = ranked[0]
    if not point.lacks(question, terms, best):
        return ranked
    lacks_a_name = lacks_names(terms, best.held)
    return _first_that(
        ranked,
        lambda each: (
            (lacks_a_name or not lacks_names(terms, each.held))
            and not point.lacks(question, terms, each)
        ),
    )


def _has_places(
    persons: Sequence[int], point: Point, terms: Sequence[Term], ranked: Ranked
) -> bool:
    """Tell whether a briefing has as places what others have as ``persons``."""
    return all(ranked.held[at] for at in persons) and not _persons(point, terms, ranked)


def _persons(point: Point, terms: Sequence[Term], ranked: Ranked) -> list[int]:
    """Return the places of the names that only somebody bears here: "Jordan Spieth"."""
    text = point.text(ranked)
    return [
        place
        for place, term in enumerate(terms)
        if is_of_person(term, ranked.held[place], text, point.names_in)
    ]


def _first_that(ranked: list[Ranked], is_better: Callable[[Ranked], bool]) -> list[Ranked]:
    """Return the ``ranked``, first of those nearly as good as the best one that is better."""
    least = _NEARLY_AS_GOOD * ranked[0].score
    for place, each in enumerate(ranked[1:_MOST_EQUAL], start=1):
        if each.score >= least and is_better(each):
            return [each, *ranked[:place], *ranked[place + 1 :]]
    return ranked
