"""The forward index: for each briefing its key and the stems of its words, by memory map.

The postings say which briefings have a word; the exact scoring and the topics ask the other way
round, for fifty briefings a question, and must not read fifty stored texts for it.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_ARRAYS = ("numbers", "stems", "stem_offsets", "keys", "key_offsets")


def stem_hash(stem: str) -> int:
    """Return the 32-bit hash under which a stem is kept."""
    return zlib.crc32(stem.encode("utf-8", "surrogatepass"))


class Forward:
    """Keys and stems of the briefings of one edition, by number."""

    def __init__(
        self,
        numbers: NDArray[np.int64],
        stems: NDArray[np.uint32],
        stem_offsets: NDArray[np.int64],
        keys: NDArray[np.uint8],
        key_offsets: NDArray[np.int64],
    ) -> None:
        self._numbers = numbers
        self._stems = stems
        self._stem_offsets = stem_offsets
        self._keys = keys
        self._key_offsets = key_offsets

    @classmethod
    def open(cls, folder: Path) -> Forward:
        """Open what `Writer` wrote; raise ``OSError`` or ``ValueError`` if damaged."""
        # A plain view of the mapped memory: numpy's own class for it is slow to slice.
        return cls(
            *(np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _ARRAYS)
        )

    @property
    def average(self) -> float:
        """Return the mean number of indexed words of a briefing."""
        return len(self._stems) / max(len(self._numbers), 1)

    def counts(
        self, numbers: Sequence[int], stems: Sequence[str]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return how often each briefing has each stem, shape (numbers, stems), and the lengths."""
        hashes = np.asarray([stem_hash(stem) for stem in stems], dtype=np.uint32)
        found = np.zeros((len(numbers), len(stems)))
        lengths = np.zeros(len(numbers))
        for row, place in enumerate(self._places(numbers)):
            start, end = int(self._stem_offsets[place]), int(self._stem_offsets[place + 1])
            held = self._stems[start:end]
            lengths[row] = end - start
            found[row] = (held[:, None] == hashes[None, :]).sum(axis=0)
        return found, lengths

    def distinct(self, number: int) -> NDArray[np.uint32]:
        """Return the sorted distinct stems of a briefing, hashed."""
        place = self._places([number])[0]
        held = self._stems[int(self._stem_offsets[place]) : int(self._stem_offsets[place + 1])]
        return np.unique(held)

    def keys(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """Return the keys of briefings."""
        return tuple(
            bytes(
                self._keys[int(self._key_offsets[place]) : int(self._key_offsets[place + 1])]
            ).decode()
            for place in self._places(numbers)
        )

    def _places(self, numbers: Sequence[int]) -> list[int]:
        wanted = np.asarray(numbers, dtype=np.int64)
        places: list[int] = np.searchsorted(self._numbers, wanted).tolist()
        return places


class Writer:
    """Collects the briefings' keys and stems, in the order of their numbers, and writes them."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._stems: list[NDArray[np.uint32]] = []
        self._keys: list[bytes] = []

    def add(self, number: int, key: str, stems: Iterable[str]) -> None:
        """Add a briefing whose number is above all before."""
        self._numbers.append(number)
        self._keys.append(key.encode())
        self._stems.append(np.fromiter(map(stem_hash, stems), dtype=np.uint32))

    def write(self, folder: Path) -> None:
        """Write everything to ``folder``; raise ``OSError``."""
        empty = np.zeros(0, dtype=np.uint32)
        arrays: tuple[NDArray[Any], ...] = (
            np.asarray(self._numbers, dtype=np.int64),
            np.concatenate([empty, *self._stems]),
            _offsets(map(len, self._stems)),
            np.frombuffer(b"".join(self._keys), dtype=np.uint8),
            _offsets(map(len, self._keys)),
        )
        for name, array in zip(_ARRAYS, arrays, strict=True):
            np.save(folder / f"{name}.npy", array)


def _offsets(lengths: Iterable[int]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(np.fromiter(lengths, dtype=np.int64))]).astype(np.int64)
