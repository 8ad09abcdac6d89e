"""Letters that stand once or twice: "helo" and "hello"."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def doublings(word: str) -> Iterable[str]:
    """Return ``word`` with one letter twice that it has once, or once that it has twice."""
    for place, letter in enumerate(word):
        is_twice = word[place - 1 : place] == letter
        yield word[:place] + word[place + 1 :] if is_twice else word[:place] + letter + word[place:]


def without_doubles(word: str) -> str:
    """Return ``word`` with each letter once where it stands several times in a row."""
    return "".join(letter for letter, _ in groupby(word))
