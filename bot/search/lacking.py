"""Which names of a question a briefing lacks, and whether they are much of what is asked for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.terms import Term

_MUCH = 0.25


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
    missing = 0.0
    found = sum(
        term.weight for term, has in zip(terms, held, strict=True) if has and not term.is_name
    )
    for words in _names(terms, held):
        weight = max(term.weight for term, _ in words)
        if any(is_held for _, is_held in words):
            found += weight
        else:
            missing += weight
    return missing > _MUCH * (missing + found)


def _names(terms: Sequence[Term], held: Sequence[bool]) -> Iterator[list[tuple[Term, bool]]]:
    """Yield the words of each name, with whether a briefing has them."""
    runs = groupby(zip(terms, held, strict=True), key=lambda each: each[0].is_name)
    return (list(run) for is_name, run in runs if is_name)
