"""Which names of a question a briefing lacks, and whether they are much of what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.words.text import are_joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.reading.terms import Term

_MUCH = 0.25
_LEAST_OF_NAME = 0.25
"""What the most telling word of a name has to weigh that a briefing has, beside the rarest of it.

A town has one "Ghent" in its name like all others around Ghent.
"""
_IN_NAMES = frozenset({"", "-", "of", "of the", "de", "al"})
"""What stands between the words of one name."""


def names_lacking(terms: Sequence[Term], held: Sequence[bool]) -> tuple[str, ...]:
    """Return the names of the question that a briefing lacks and others have, as written.

    ``held`` tells of each of the ``terms`` whether it has it. Of a name of several words one is
    enough that tells something.
    """
    return tuple(
        term.written
        for words in _names(terms, held)
        if not _is_told(words)
        for term, is_held in words
        if term.alternatives and not is_held
    )


def lacks_names(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether names that a briefing lacks are much of what is asked for.

    Of the many names of a long question it may lack some.
    """
    missing = sum(
        max(term.weight for term, _ in words)
        for words in _names(terms, held)
        if not _is_told(words)
    )
    return missing > 0 and missing > _MUCH * (missing + weight_of(terms, held))


def has_each_name(terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether a briefing has a word of each name of a question."""
    return all(map(_is_told, _names(terms, held)))


def parts(terms: Sequence[Term]) -> int:
    """Return the number of names and of other words that tell something."""
    others = sum(not (term.is_name or term.is_everyday) for term in terms)
    return others + sum(1 for _ in _names(terms, [True] * len(terms)))


def weight_of(terms: Sequence[Term], held: Sequence[bool]) -> float:
    """Return the weight of the ``terms`` that are ``held``, where a name counts as one word."""
    parts_of_compounds = _parts_of_compounds(terms, held)
    weight = sum(
        term.weight
        for place, (term, has) in enumerate(zip(terms, held, strict=True))
        if has and not (term.is_name or place in parts_of_compounds)
    )
    for words in _names(terms, held):
        if _is_told(words):
            weight += max(term.weight for term, _ in words)
    return weight


def _parts_of_compounds(terms: Sequence[Term], held: Sequence[bool]) -> frozenset[int]:
    """Return the places of two words each that are held joined, too: "low-emission"."""
    return frozenset(
        part
        for place in range(2, len(terms))
        if held[place] and are_joined(*(term.written for term in terms[place - 2 : place + 1]))
        for part in (place - 2, place - 1)
    )


def _is_told(name: Sequence[tuple[Term, bool]]) -> bool:
    """Tell whether enough of a name is held."""
    told = max((term.weight for term, is_held in name if is_held), default=0.0)
    return told > 0 and told >= _LEAST_OF_NAME * max(term.weight for term, _ in name)


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
