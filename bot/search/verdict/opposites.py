"""Words that tell one thing from another of its kind: the men's final and the women's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# The classes of English that are closed: the sexes, the compass, places in an order, seasons.
_CLASSES = """
    men man male boys boy, women woman female girls girl; north northern, south southern, east
    eastern, west western; first, second, third, fourth, fifth; senior, junior; upper, lower;
    spring, summer, autumn, winter
"""
_FOLLOWING = 2


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for each in _CLASSES.split(";"):
        sides = [frozenset(side.split()) for side in each.split(",")]
        for side in sides:
            others = frozenset().union(*sides) - side
            found.update(dict.fromkeys(side, others))
    return found


_OPPOSITES = _opposites()


def tells_opposite(word: str, following: Sequence[str], forms: Sequence[str]) -> bool:
    """Tell whether a text has an opposite of a folded ``word`` in its place, but not the word.

    That is before one of the two words that are ``following`` in a question; ``forms`` are the
    text's folded words, in order. Women who won something else are no opposite of the men's cup.
    """
    opposites = _OPPOSITES.get(word)
    if opposites is None or word in forms:
        return False
    near = following[:_FOLLOWING]
    return any(
        form in opposites and any(each in near for each in forms[place + 1 :][:_FOLLOWING])
        for place, form in enumerate(forms)
    )
