"""Which words an edition may have: most words that are asked about when reading are in none.

A Bloom filter (B. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970) with
one hash function: it says no to all but one in forty of the words that no briefing has, and yes to
every word that one has. To ask the index itself costs ten times as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search.index.forward import word_hash

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

_BITS_A_WORD = 32
_FEWEST_BITS = 1 << 12


class Presence:
    """The words that an edition may have, opened by memory map."""

    def __init__(self, bits: NDArray[np.uint8]) -> None:
        self._bits = bits.data
        self._mask = 8 * len(bits) - 1

    @classmethod
    def open(cls, path: Path) -> Presence:
        """Open what `write` wrote; raise ``OSError`` or ``ValueError`` if damaged."""
        bits = np.load(path, mmap_mode="r").view(np.ndarray)
        if not len(bits) or len(bits) & (len(bits) - 1):
            raise ValueError(f"{path} holds no filter")
        return cls(bits)

    def close(self) -> None:
        """Let go of the memory map; whoever is asked afterwards raises."""
        del self._bits

    def may_have(self, word: str) -> bool:
        """Tell whether the edition may have ``word``; where it has, this is always so."""
        place = word_hash(word) & self._mask
        return self._bits[place >> 3] >> (place & 7) & 1 == 1


def write(path: Path, words: Iterable[str]) -> None:
    """Write the filter of some words; raise ``OSError``."""
    hashes = [*map(word_hash, words)]
    size = max(_FEWEST_BITS, 1 << (_BITS_A_WORD * len(hashes) - 1).bit_length())
    _write_with(path, np.zeros(size // 8, dtype=np.uint8), hashes)


def write_more(path: Path, before: Path, words: Iterable[str]) -> None:
    """Write the filter in ``before`` with some words more; raise ``OSError`` or ``ValueError``.

    It answers as fast, but says no to fewer words the more there come.
    """
    _write_with(path, np.load(before), [*map(word_hash, words)])


def _write_with(path: Path, bits: NDArray[np.uint8], hashes: list[int]) -> None:
    places = np.asarray(hashes, dtype=np.uint32) & np.uint32(8 * len(bits) - 1)
    np.bitwise_or.at(bits, places >> 3, np.uint8(1) << (places & 7).astype(np.uint8))
    np.save(path, bits)
