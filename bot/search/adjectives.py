"""How English makes an adjective of a place's name: Poland and Polish, Syria and Syrian."""

from __future__ import annotations

from functools import lru_cache

# (ending of the adjective, ending of the place), longer endings first.
_ENDINGS = (
    ("nese", "na"), ("ian", "ia"), ("ian", "y"), ("ian", "e"), ("ian", ""), ("ean", "ea"),
    ("ean", "e"), ("an", "a"), ("an", "any"), ("an", ""), ("ese", ""), ("ese", "a"),
    ("anish", "ain"), ("ish", "ain"), ("ish", "and"), ("ish", "ey"), ("ern", ""), ("i", ""),
    ("n", ""),
)  # fmt: skip
_SHORTEST_ROOT = 3


def places(adjective: str) -> list[str]:
    """Return what the place may be called that ``adjective`` is of, the likeliest first."""
    return [
        adjective.removesuffix(ending) + instead
        for ending, instead in _ENDINGS
        if adjective.endswith(ending) and len(adjective) - len(ending) >= _SHORTEST_ROOT
    ]


@lru_cache(maxsize=1 << 12)
def relatives(word: str) -> tuple[str, ...]:
    """Return what an adjective of a place, or a place, may be called in the other form."""
    adjectives = [
        word.removesuffix(instead) + ending
        for ending, instead in _ENDINGS
        if word.endswith(instead) and len(word) - len(instead) >= _SHORTEST_ROOT
    ]
    return tuple(dict.fromkeys(each for each in [*places(word), *adjectives] if each != word))
