"""What the words of an edition are: their stems, document frequencies and neighbours."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Lexicon(Protocol):
    """The words that an edition holds, as reading a question needs them."""

    @property
    def size(self) -> int:
        """Return the number of briefings."""
        ...

    @property
    def length(self) -> float:
        """Return the mean number of telling words of a briefing."""
        ...

    def stem(self, word: str) -> str:
        """Return the stem under which ``word`` is indexed."""
        ...

    def word_frequency(self, word: str) -> int:
        """Return the number of briefings with exactly ``word``."""
        ...

    def has_word(self, word: str) -> bool:
        """Tell whether a briefing has exactly ``word``."""
        ...

    def stem_frequency(self, stem: str) -> int:
        """Return the number of briefings with a word of this ``stem``."""
        ...

    def is_name(self, word: str) -> bool:
        """Tell whether the briefings have ``word`` and never write it in lower case."""
        ...

    def stands_together(self, *words: str) -> bool:
        """Tell whether these words are a name or a theme of some briefing."""
        ...

    def mentions(self, *words: str) -> int:
        """Return the number of briefings of which these words are a name or a theme."""
        ...

    def names_after(self, first: str) -> Sequence[str]:
        """Return what stands in names behind their ``first`` word: "yi" of "Wang Yi"."""
        ...

    def names_beginning(self, letters: str) -> Sequence[str]:
        """Return the first words of names that begin with these folded ``letters``."""
        ...

    def pairs(self, kind: str, left: str) -> Sequence[tuple[str, int]]:
        """Return what belongs to ``left``, with its briefings, by `bot.search.index.fields`."""
        ...

    def near(self, word: str, deletions: int) -> Sequence[str]:
        """Return words that may be within so many edits of ``word``."""
        ...

    def sounding(self, word: str) -> Sequence[str]:
        """Return words that may be ``word`` in another transliteration."""
        ...


def commonest(counted: Iterable[tuple[str, int]]) -> tuple[str, int]:
    """Return what most briefings have with their number, the last of equals; ("", 0) of none."""
    return max(counted, key=lambda each: (each[1], each[0]), default=("", 0))


def idf(size: int, frequency: int) -> float:
    """Return the inverse document frequency in nats (Robertson and Zaragoza, 2009, eq. 3.3).

    The variant with one added inside the logarithm, which is never negative.
    """
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


def surplus(held: int, expected: float) -> float:
    """Return how much more briefings hold a word than ``expected`` of them would, in nats.

    The logarithm of their ratio, each with half a briefing more, which makes it near 0 for a word
    that few have either way.
    """
    return math.log((held + 0.5) / (expected + 0.5))
