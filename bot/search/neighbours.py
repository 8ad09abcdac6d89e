"""Words near a given one, found by deletion: the SymSpell idea over two sorted arrays.

Two words within k edits of each other meet when up to k letters are deleted from both (W. Garbe,
"Symmetric Delete spelling correction", 2012). Each vocabulary word is filed under the hashes of
its shortened forms; a look-up hashes the shortened forms of the question's word and reads the
words filed there. Only the first `PREFIX` letters take part, so that long words stay cheap. A
hash may bring words that are not near; the caller measures the distance of each.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from bot.search.skeleton import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

PREFIX = 7
MAX_DELETIONS = 2
SHORTEST = 3
_TWO_DELETIONS_FROM = 5
_MULTIPLIER = 1_000_003
_MASK = 0xFFFFFFFF
_SKELETON_SEED = 0x5EED


class Neighbours:
    """The words of one vocabulary by their shortened forms, opened by memory map."""

    def __init__(
        self,
        hashes: NDArray[np.uint32],
        rows: NDArray[np.uint32],
        offsets: NDArray[np.uint64],
        letters: NDArray[np.uint8],
    ) -> None:
        self._hashes = hashes
        self._rows = rows
        self._offsets = offsets
        self._letters = letters

    @classmethod
    def open(cls, folder: Path) -> Neighbours:
        """Open what `write` wrote in ``folder``; raise ``OSError`` or ``ValueError`` if damaged."""
        return cls(
            *(
                # A plain view of the mapped memory: numpy's own class for it is slow to slice.
                np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray)
                for name in ("hashes", "rows", "offsets", "letters")
            )
        )

    def near(self, word: str, deletions: int) -> list[str]:
        """Return the words that may be within ``deletions`` edits of ``word``, in word order."""
        return self._filed(_shortened(word, deletions))

    def sounding(self, word: str) -> list[str]:
        """Return the words with the consonant skeleton of ``word``, in word order."""
        bones = skeleton(word)
        return self._filed([_hash(bones, _SKELETON_SEED)]) if bones else []

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def has(self, word: str) -> bool:
        """Tell whether ``word`` is one of these words."""
        return word in self.near(word, 0)

    def words(self) -> list[str]:
        """Return all words, in order."""
        return [self._word(row) for row in range(len(self))]

    def _filed(self, keys: Sequence[int]) -> list[str]:
        wanted = np.asarray(keys, dtype=np.uint32)
        starts = np.searchsorted(self._hashes, wanted, side="left")
        ends = np.searchsorted(self._hashes, wanted, side="right")
        rows: set[int] = set()
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            if start < end:
                rows.update(self._rows[start:end].tolist())
        return [self._word(row) for row in sorted(rows)]

    def _word(self, row: int) -> str:
        start, end = int(self._offsets[row]), int(self._offsets[row + 1])
        return bytes(self._letters[start:end]).decode()


class Layered:
    """The words of a vocabulary, and those that came to it later."""

    def __init__(self, base: Neighbours, patch: Neighbours) -> None:
        self.patch = patch
        self._layers = [base, patch] if len(patch) else [base]

    @classmethod
    def open(cls, folder: Path) -> Layered:
        """Open ``base`` and ``patch`` of ``folder``; raise ``OSError`` or ``ValueError``."""
        return cls(Neighbours.open(folder / "base"), Neighbours.open(folder / "patch"))

    def near(self, word: str, deletions: int) -> list[str]:
        """Return the words that may be within ``deletions`` edits of ``word``, in word order."""
        return _joined([layer.near(word, deletions) for layer in self._layers])

    def sounding(self, word: str) -> list[str]:
        """Return the words with the consonant skeleton of ``word``, in word order."""
        return _joined([layer.sounding(word) for layer in self._layers])

    def has(self, word: str) -> bool:
        """Tell whether ``word`` is one of these words."""
        return any(layer.has(word) for layer in self._layers)


def _joined(found: list[list[str]]) -> list[str]:
    return found[0] if len(found) == 1 else sorted(set().union(*found))


def write(folder: Path, vocabulary: Iterable[str]) -> None:
    """File the words of ``vocabulary`` that can be misspelt in ``folder``; raise ``OSError``."""
    folder.mkdir(parents=True)
    words = sorted(word for word in vocabulary if len(word) >= SHORTEST and word.isalpha())
    hashes, rows = _file(words)
    order = np.argsort(hashes, kind="stable")
    encoded = [word.encode() for word in words]
    offsets = np.zeros(len(words) + 1, dtype=np.uint64)
    np.cumsum([len(word) for word in encoded], out=offsets[1:])
    np.save(folder / "hashes.npy", hashes[order])
    np.save(folder / "rows.npy", rows[order])
    np.save(folder / "offsets.npy", offsets)
    np.save(folder / "letters.npy", np.frombuffer(b"".join(encoded), dtype=np.uint8))


def _file(words: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    hashes: list[NDArray[np.uint32]] = [np.zeros(0, dtype=np.uint32)]
    rows: list[NDArray[np.uint32]] = [np.zeros(0, dtype=np.uint32)]
    for filed_hashes, filed_rows in _filings(words):
        hashes.append(filed_hashes)
        rows.append(filed_rows)
    return np.concatenate(hashes), np.concatenate(rows)


def _filings(words: Sequence[str]) -> Iterator[tuple[NDArray[np.uint32], NDArray[np.uint32]]]:
    """Yield (hashes, rows) of every shortened form, a deletion pattern at a time."""
    letters = np.zeros((len(words), PREFIX), dtype=np.uint32)
    for row, word in enumerate(words):
        head = word[:PREFIX]
        letters[row, : len(head)] = [ord(letter) for letter in head]
    lengths = np.asarray([min(len(word), PREFIX) for word in words], dtype=np.uint32)
    whole = np.asarray([len(word) for word in words], dtype=np.uint32)
    for count in range(MAX_DELETIONS + 1):
        for deleted in combinations(range(PREFIX), count):
            long_enough = lengths > (deleted[-1] if deleted else 0)
            if count == MAX_DELETIONS:
                long_enough &= whole >= _TWO_DELETIONS_FROM
            rows = np.flatnonzero(long_enough).astype(np.uint32)
            yield _hash_rows(letters[rows], lengths[rows], deleted), rows
    boned = [(row, bones) for row, word in enumerate(words) if (bones := skeleton(word))]
    yield (
        np.asarray([_hash(bones, _SKELETON_SEED) for _, bones in boned], dtype=np.uint32),
        np.asarray([row for row, _ in boned], dtype=np.uint32),
    )


def _hash_rows(
    letters: NDArray[np.uint32], lengths: NDArray[np.uint32], deleted: tuple[int, ...]
) -> NDArray[np.uint32]:
    """Hash many prefixes at once; the slow twin, one at a time, is `_hash`."""
    value = np.zeros(len(letters), dtype=np.uint64)
    for place in range(PREFIX):
        if place in deleted:
            continue
        kept = place < lengths
        grown = (value * np.uint64(_MULTIPLIER) + letters[:, place]) & np.uint64(_MASK)
        value = np.where(kept, grown, value)
    return value.astype(np.uint32)


def _hash(text: str, seed: int = 0) -> int:
    value = seed
    for letter in text:
        value = (value * _MULTIPLIER + ord(letter)) & _MASK
    return value


def _shortened(word: str, deletions: int) -> list[int]:
    """Return the hashes of the word's first letters with up to so many of them left out.

    Letter by letter, the hashes with none, one and more left out grow side by side.
    """
    grown: list[set[int]] = [{0}, *(set() for _ in range(deletions))]
    for letter in word[:PREFIX]:
        code = ord(letter)
        longer = [{(value * _MULTIPLIER + code) & _MASK for value in values} for values in grown]
        for left_out in range(deletions):
            longer[left_out + 1] |= grown[left_out]
        grown = longer
    return sorted(set().union(*grown))
