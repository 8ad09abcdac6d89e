"""Which names of a question a briefing lacks, and whether they are much of what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.reading.terms import Term

_MUCH = 0.25
_IN_NAMES = frozenset({"", "-", "of", "of the", "de", "al"})
"""What stands between the words of one name."""


def names_lacking(terms: Sequence[Term], held: Sequence[bool]) -> tuple[str, ...]:
    """Return the names of the question that a briefing lacks and others have, as written.

    ``held`` tells of each of the ``terms`` whether it has it. Of a name of several words one is
    enough.
    """
    return tuple(
        term.written
        for words in _names(terms, held)
        if not any(is_held for _, is_held in words)
        for term, _ in words
        if term.alternatives
    )


def lacks_names(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether names that a briefing lacks are much of what is asked for.

    Of the many names of a long question it may lack some.
    """
    missing = sum(
        max(term.weight for term, _ in words)
        for words in _names(terms, held)
        if not any(is_held for _, is_held in words)
    )
    return missing > 0 and missing > _MUCH * (missing + weight_of(terms, held))


def has_each_name(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether a briefing has a word of each name of a question."""
    return all(any(is_held for _, is_held in words) for words in _names(terms, held))


def parts(terms: Sequence[Term]) -> int:
    """Return the number of names and of other words that tell something."""
    others = sum(not (term.is_name or term.is_everyday) for term in terms)
    return others + sum(1 for _ in _names(terms, [True] * len(terms)))


def weight_of(terms: Sequence[Term], held: Sequence[bool]) -> float:
    """Return the weight of the ``terms`` that are ``held``, where a name counts as one word."""
    weight = sum(
        term.weight for term, has in zip(terms, held, strict=True) if has and not term.is_name
    )
    for words in _names(terms, held):
        if any(is_held for _, is_held in words):
            weight += max(term.weight for term, _ in words)
    return weight


def _names(terms: Sequence[Term], held: Sequence[bool]) -> Iterator[list[tuple[Term, bool]]]:
    """Yield the words of each name, with whether a briefing has them."""
    name: list[tuple[Term, bool]] = []
    for term, has in zip(terms, held, strict=True):
        if name and (not term.is_name or term.before not in _IN_NAMES):
            yield name
            name = []
        if term.is_name:
            name.append((term, has))
    if name:
        yield name
