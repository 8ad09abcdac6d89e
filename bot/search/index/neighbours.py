"""Words near a given one, found by deletion: the SymSpell idea over two sorted arrays.

Two words within k edits of each other meet when up to k letters are deleted from both (W. Garbe,
"Symmetric Delete spelling correction", 2012). Each vocabulary word is filed under the hashes of
its shortened forms; a look-up hashes the shortened forms of the question's word and reads the
words filed there. Only the first `PREFIX` letters take part, so that long words stay cheap. A
hash may bring words that are not near; the caller measures the distance of each.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from bot.search.words.numbers import ends_in_number
from bot.search.words.skeleton import skeleton, skeletons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

PREFIX = 7
MAX_DELETIONS = 2
SHORTEST = 3
_TWO_DELETIONS_FROM = 5
_MULTIPLIER = 1_000_003
_MASK = 0xFFFFFFFF
_SKELETON_SEED = 0x5EED
_LINE_END = ord("\n")
_AT_ONCE = 1 << 15
"""Skeletons that are hashed at once: each takes as much room as the longest."""
_FEW = 40
"""Up to so many words are faster to read one by one, and all of them."""


class Neighbours:
    """The words of one vocabulary by their shortened forms, opened by memory map."""

    def __init__(
        self,
        hashes: NDArray[np.uint32],
        rows: NDArray[np.uint32],
        offsets: NDArray[np.uint64],
        letters: NDArray[np.uint8],
        signatures: NDArray[np.uint32],
    ) -> None:
        self._hashes = hashes
        self._rows = rows
        self._offsets = offsets
        self._letters = letters
        self._signatures = signatures

    @classmethod
    def open(cls, folder: Path) -> Neighbours:
        """Open what `write` wrote in ``folder``; raise ``OSError`` or ``ValueError`` if damaged."""
        return cls(
            *(
                # A plain view of the mapped memory: numpy's own class for it is slow to slice.
                np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray)
                for name in ("hashes", "rows", "offsets", "letters", "signatures")
            )
        )

    def near(self, word: str, deletions: int) -> list[str]:
        """Return the words that may be within ``deletions`` edits of ``word``, in word order."""
        rows = self._filed(_shortened(word, deletions))
        if len(rows) <= _FEW:
            return self._words(rows)
        # An edit takes away one letter at most, and brings one at most.
        own = np.uint32(_signature(word))
        others = self._signatures[rows]
        near = np.bitwise_count(others & ~own) <= deletions
        near &= np.bitwise_count(own & ~others) <= deletions
        return self._words(rows[near])

    def sounding(self, word: str) -> list[str]:
        """Return the words with the consonant skeleton of ``word``, in word order."""
        bones = skeleton(word)
        hashes = np.asarray([_hash(bones, _SKELETON_SEED)], dtype=np.uint32)
        return self._words(self._filed(hashes)) if bones else []

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def has(self, word: str) -> bool:
        """Tell whether ``word`` is one of these words."""
        return word in self.near(word, 0)

    def words(self) -> list[str]:
        """Return all words, in order."""
        return self._words(np.arange(len(self), dtype=np.uint32))

    def _filed(self, wanted: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Return the rows that are filed under any ``wanted`` hash, some of them repeatedly."""
        # In order they are found faster: the search for one goes on from the one before.
        wanted = np.sort(wanted)
        starts = self._hashes.searchsorted(wanted, side="left").tolist()
        ends = self._hashes.searchsorted(wanted, side="right").tolist()
        filed = [
            self._rows[start:end] for start, end in zip(starts, ends, strict=True) if start < end
        ]
        return np.concatenate(filed) if filed else self._rows[:0]

    def _words(self, rows: NDArray[np.uint32]) -> list[str]:
        if len(rows) <= _FEW:
            return self._few_words(sorted(set(rows.tolist())))
        rows = np.sort(rows)
        first = np.ones(len(rows), dtype=np.bool_)
        np.not_equal(rows[1:], rows[:-1], out=first[1:])
        rows = rows[first]
        starts, ends = self._offsets[rows].astype(np.int64), self._offsets[rows + np.uint32(1)]
        # All letters are taken at once, each word's with one more, where a line ends.
        lengths = ends.astype(np.int64) - starts + 1
        line_ends = np.cumsum(lengths)
        places = np.arange(line_ends[-1]) + np.repeat(starts - line_ends + lengths, lengths)
        letters = self._letters.take(places, mode="clip")
        letters[line_ends - 1] = _LINE_END
        return str(letters.data, "utf-8").split("\n")[:-1]

    def _few_words(self, rows: Sequence[int]) -> list[str]:
        letters, offsets = self._letters.data, self._offsets.data
        return [str(letters[offsets[row] : offsets[row + 1]], "utf-8") for row in rows]


class Layered:
    """The words of a vocabulary, and those that came to it later."""

    def __init__(self, base: Neighbours, patch: Neighbours) -> None:
        self.patch = patch
        self._layers = [base, patch] if len(patch) else [base]

    @classmethod
    def open(cls, folder: Path) -> Layered:
        """Open ``base`` and ``patch`` of ``folder``; raise ``OSError`` or ``ValueError``."""
        return cls(Neighbours.open(folder / "base"), Neighbours.open(folder / "patch"))

    def close(self) -> None:
        """Let go of the memory maps; whoever is asked afterwards raises."""
        del self.patch, self._layers

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
    words = sorted(filter(_may_be_misspelt, vocabulary))
    filed = _filings(words)
    encoded = [word.encode() for word in words]
    offsets = np.zeros(len(words) + 1, dtype=np.uint64)
    np.cumsum([len(word) for word in encoded], out=offsets[1:])
    np.save(folder / "hashes.npy", (filed >> np.uint64(32)).astype(np.uint32))
    np.save(folder / "rows.npy", (filed & np.uint64(_MASK)).astype(np.uint32))
    np.save(folder / "offsets.npy", offsets)
    np.save(folder / "letters.npy", np.frombuffer(b"".join(encoded), dtype=np.uint8))
    np.save(folder / "signatures.npy", _signatures(words))


def _may_be_misspelt(word: str) -> bool:
    return (len(word) >= SHORTEST and word.isalpha()) or ends_in_number(word)


def _filings(words: Sequence[str]) -> NDArray[np.uint64]:
    """Return the hash of every shortened form above the row of its word, in 64 bits, sorted."""
    letters = _codes([word[:PREFIX] for word in words], PREFIX)
    lengths = np.count_nonzero(letters, axis=1)
    filed = [np.zeros(0, dtype=np.uint64)]
    for length in range(1, PREFIX + 1):
        rows = np.flatnonzero(lengths == length)
        deletions = MAX_DELETIONS if length >= _TWO_DELETIONS_FROM else 1
        hashes = letters[rows, :length] @ _powers(length, deletions).T
        filed.append(_above(hashes, rows[:, None]))
    bones = skeletons(words)
    rows = np.flatnonzero([*map(len, bones)])
    for first in range(0, len(rows), _AT_ONCE):
        some = rows[first : first + _AT_ONCE]
        filed.append(_above(_hashes([bones[row] for row in some.tolist()]), some))
    together = np.concatenate(filed)
    together.sort()
    return together


def _codes(words: Sequence[str], width: int) -> NDArray[np.uint32]:
    """Return the letters of words up to so long, a row each, with zeros behind them."""
    return np.array(words, dtype=f"U{width}").view(np.uint32).reshape(len(words), width)


def _hashes(bones: Sequence[str]) -> NDArray[np.uint32]:
    """Return the hashes of skeletons; the slow twin, for one, is `_hash`."""
    codes = _codes(bones, max(map(len, bones)))
    found = np.full(len(bones), _SKELETON_SEED, dtype=np.uint32)
    for column in codes.T:
        found = np.where(column, found * np.uint32(_MULTIPLIER) + column, found)
    return found


def _above(hashes: NDArray[np.uint32], rows: NDArray[np.int64]) -> NDArray[np.uint64]:
    return (hashes.astype(np.uint64) << np.uint64(32) | rows.astype(np.uint64)).ravel()


@lru_cache
def _powers(length: int, deletions: int) -> NDArray[np.uint32]:
    """Return what each of ``length`` letters is multiplied by in the hash of each shortened form.

    A row stands for a form with up to ``deletions`` letters left out, whose places hold zero. Its
    product with the letters, which overflows as it should, is what `_hash` gives, one at a time.
    """
    found = []
    for count in range(min(deletions, length) + 1):
        for deleted in combinations(range(length), count):
            row, power = [0] * length, 1
            for place in reversed(range(length)):
                if place not in deleted:
                    row[place], power = power, power * _MULTIPLIER & _MASK
            found.append(row)
    return np.asarray(found, dtype=np.uint32).reshape(len(found), length)


def _signatures(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return the signatures of many words at once; the slow twin, for one, is `_signature`."""
    if not words:
        return np.zeros(0, dtype=np.uint32)
    codes = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32)
    starts = np.cumsum([0, *(len(word) for word in words[:-1])])
    return np.bitwise_or.reduceat(np.uint32(1) << (codes & np.uint32(31)), starts)


def _signature(word: str) -> int:
    """Return a bit of 32 for each letter that ``word`` has; some letters share one."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 31)
    return found


def _hash(text: str, seed: int = 0) -> int:
    value = seed
    for letter in text:
        value = (value * _MULTIPLIER + ord(letter)) & _MASK
    return value


def _shortened(word: str, deletions: int) -> NDArray[np.uint32]:
    """Return the hashes of the word's first letters with up to so many of them left out."""
    head = [ord(letter) for letter in word[:PREFIX]]
    return _powers(len(head), deletions) @ np.asarray(head, dtype=np.uint32)
