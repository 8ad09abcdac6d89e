"""The forward index: for each briefing its key and the stems of its words, by memory map.

The postings say which briefings have a word; the exact scoring and the topics ask the other way
round, for fifty briefings a question, and must not read fifty stored texts for it.
"""

from __future__ import annotations

import zlib
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_ARRAYS = ("numbers", "words", "word_offsets", "telling", "keys", "key_offsets")


HASH_BYTES = 4


def word_hash(word: str) -> int:
    """Return the 32-bit hash under which a word or a stem is kept."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def function_hash(word: str) -> int:
    """Return the 32-bit hash under which a function word is kept, which is no stem's."""
    return zlib.crc32(b"\0" + word.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Layer:
    """The arrays of some briefings, by number; one row's words are its stems, then the others."""

    numbers: NDArray[np.int64]
    words: NDArray[np.uint32]
    word_offsets: NDArray[np.int64]
    telling: NDArray[np.int32]
    keys: NDArray[np.uint8]
    key_offsets: NDArray[np.int64]

    @classmethod
    def open(cls, folder: Path) -> Layer:
        """Open what `write` wrote; raise ``OSError`` or ``ValueError`` if damaged."""
        # A plain view of the mapped memory: numpy's own class for it is slow to slice.
        return cls(
            *(np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _ARRAYS)
        )

    def write(self, folder: Path) -> None:
        """Write everything to ``folder``, made anew; raise ``OSError``."""
        folder.mkdir(parents=True)
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", getattr(self, name))

    def row(self, number: int) -> int | None:
        """Return the row of a briefing, None where it is in another layer."""
        row = int(self.numbers.searchsorted(number))
        return row if row < len(self.numbers) and self.numbers[row] == number else None

    def words_of(self, row: int) -> NDArray[np.uint32]:
        """Return all hashed words of a row."""
        return self.words[int(self.word_offsets[row]) : int(self.word_offsets[row + 1])]

    def key(self, row: int) -> str:
        """Return the key of a row."""
        return bytes(
            self.keys[int(self.key_offsets[row]) : int(self.key_offsets[row + 1])]
        ).decode()


class Occurrences(NamedTuple):
    """How often and how early briefings have words; both have the shape (briefings, words).

    The earliness of a word that ``n`` telling ones precede is 1 / log2(2 + n), as far-off ranks are
    discounted (Järvelin and Kekäläinen, "Cumulated gain-based evaluation", 2002); 0 without it.
    """

    counts: NDArray[np.int64]
    earliness: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """All hashed words of some briefings, one after another, and how many of each are stems."""

    words: list[NDArray[np.uint32]]
    telling: list[int]

    def occurrences(self, stems: Sequence[str], function_words: Sequence[str] = ()) -> Occurrences:
        """Return how often, and how early, each briefing has each word.

        Both have the shape (briefings, words): the ``stems``, then the function words.
        """
        hashes = [*map(word_hash, stems), *map(function_hash, function_words)]
        wanted = np.asarray(hashes, dtype=np.uint32)
        everything = np.concatenate(self.words) if self.words else wanted[:0]
        # Few words are among those wanted, so that only their places are gone through.
        found = (everything == wanted[:, None]).ravel().nonzero()[0]
        columns = found // max(len(everything), 1)
        words = found - columns * len(everything)
        lengths = np.asarray([*map(len, self.words)], dtype=np.int64)
        ends = lengths.cumsum()
        rows = ends.searchsorted(words, side="right")
        cells = rows * len(hashes) + columns
        shape = len(self.words), len(hashes)
        counts = np.bincount(cells, minlength=shape[0] * shape[1])
        before = words - (ends - lengths)[rows]
        # Of those in one cell the last that is assigned stays, which so is the first of the text.
        earliness = np.zeros(len(counts))
        earliness[cells[::-1]] = 1 / np.log2(2 + before[::-1])
        return Occurrences(counts.reshape(shape), earliness.reshape(shape))

    def closeness(self, places: Sequence[int], groups: Sequence[Sequence[str]]) -> list[float]:
        """Return how close together the briefings at ``places`` have stems of all ``groups``.

        That is the number of groups by that of the words of the shortest stretch that has one of
        each, in any order, 1 at most; 0 where there is none. A stem of several is that of the last,
        and groups that are left without one do not count.
        """
        group_of = _group_of(groups)
        number = len(set(group_of.values()))
        shortest = (self._shortest(place, group_of, number) for place in places)
        return [number / length if length else 0.0 for length in shortest]

    def succession(self, places: Sequence[int], groups: Sequence[Sequence[str]]) -> list[float]:
        """Return what `closeness` does, of stretches where the groups follow in their order."""
        group_of = _group_of(groups)
        shortest = (self._shortest_in_order(place, group_of, len(groups)) for place in places)
        return [len(groups) / length if length else 0.0 for length in shortest]

    def _shortest_in_order(self, place: int, group_of: Mapping[int, int], number: int) -> int:
        starts: list[int | None] = [None] * number
        shortest = 0
        for position, word in enumerate(self.words[place][: self.telling[place]].tolist()):
            group = group_of.get(word)
            if group is not None:
                starts[group] = start = position if group == 0 else starts[group - 1]
                if group == number - 1 and start is not None:
                    length = position - start + 1
                    shortest = min(shortest, length) if shortest else length
        return shortest

    def _shortest(self, place: int, group_of: Mapping[int, int], number: int) -> int:
        """Return the length of the shortest stretch with words of so many groups, 0 without any."""
        last: dict[int, int] = {}
        shortest = 0
        for position, word in enumerate(self.words[place][: self.telling[place]].tolist()):
            group = group_of.get(word)
            if group is not None:
                last[group] = position
                if len(last) == number:
                    length = position - min(last.values()) + 1
                    shortest = min(shortest, length) if shortest else length
        return shortest

    def distinct(self, place: int) -> frozenset[int]:
        """Return the distinct stems of the briefing at a place, hashed."""
        return frozenset(self.words[place][: self.telling[place]].tolist())


def _group_of(groups: Sequence[Sequence[str]]) -> dict[int, int]:
    """Return the number of the group of each hashed stem; one of several is of the last."""
    return {word_hash(stem): number for number, stems in enumerate(groups) for stem in stems}


class Forward:
    """Keys and words of the briefings of one edition, by number.

    What changed since the base was written is in the ``patch``, which is asked first; ``dead`` are
    the base's numbers that the edition has no more, or has in the patch.
    """

    def __init__(self, base: Layer, patch: Layer, dead: NDArray[np.int64]) -> None:
        self._base = base
        self._patch = patch
        self._is_patched = len(patch.numbers) > 0
        self._dead = dead

    @classmethod
    def open(cls, folder: Path) -> Forward:
        """Open what `write` and `write_patch` wrote; raise ``OSError`` or ``ValueError``."""
        return cls(
            Layer.open(folder / "base"),
            Layer.open(folder / "patch"),
            np.load(folder / "patch" / "dead.npy"),
        )

    def close(self) -> None:
        """Let go of the memory maps; whoever is asked afterwards raises."""
        del self._base, self._patch, self._dead

    @property
    def average(self) -> float:
        """Return the mean number of indexed words of a briefing."""
        rows = np.searchsorted(self._base.numbers, self._dead)
        words = (
            int(self._base.telling.sum(dtype=np.int64))
            - int(self._base.telling[rows].sum(dtype=np.int64))
            + int(self._patch.telling.sum(dtype=np.int64))
        )
        count = len(self._base.numbers) - len(self._dead) + len(self._patch.numbers)
        return words / max(count, 1)

    def any_number(self, chance: float) -> int | None:
        """Return the number of the briefing that a ``chance`` from 0 up to 1 falls on."""
        alive = np.setdiff1d(self._base.numbers, self._dead, assume_unique=True)
        count = len(alive) + len(self._patch.numbers)
        if not count:
            return None
        place = int(chance * count)
        held = alive if place < len(alive) else self._patch.numbers
        return int(held[place if place < len(alive) else place - len(alive)])

    def rows(self, numbers: Sequence[int]) -> Rows:
        """Return what is held of briefings, in the order of these ``numbers``."""
        if self._is_patched:
            places = [self._find(number) for number in numbers]
            telling = [int(layer.telling[row]) for layer, row in places]
            return Rows([layer.words_of(row) for layer, row in places], telling)
        # In one look-up where nothing is patched.
        base = self._base
        rows = base.numbers.searchsorted(np.asarray(numbers, dtype=np.int64))
        starts, ends = base.word_offsets[rows].tolist(), base.word_offsets[rows + 1].tolist()
        words = base.words
        held = [words[start:end] for start, end in zip(starts, ends, strict=True)]
        return Rows(held, base.telling[rows].tolist())

    def keys(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """Return the keys of briefings."""
        return tuple(layer.key(row) for layer, row in map(self._find, numbers))

    def patched(self, changes: Collected, gone: Iterable[int]) -> tuple[Layer, NDArray[np.int64]]:
        """Return the patch and the dead numbers after ``changes``, and without those ``gone``.

        ``changes`` takes on what the present patch holds besides.
        """
        replaced = set(gone) | changes.numbers()
        for row, number in enumerate(self._patch.numbers.tolist()):
            if number not in replaced:
                changes.take(self._patch, row)
        in_base = np.asarray(sorted(replaced | set(self._dead.tolist())), dtype=np.int64)
        return changes.layer(), in_base[np.isin(in_base, self._base.numbers)]

    def _find(self, number: int) -> tuple[Layer, int]:
        row = self._patch.row(number) if self._is_patched else None
        if row is not None:
            return self._patch, row
        row = self._base.row(number)
        if row is None:
            raise ValueError(f"the forward index does not hold briefing {number}")
        return self._base, row


class Collected:
    """Keys and words of briefings, one after another, to make a layer of."""

    def __init__(self) -> None:
        self._numbers = array("q")
        self._words = array("I")
        self._word_counts = array("I")
        self._telling = array("I")
        self._keys = bytearray()
        self._key_lengths = array("I")

    def add(self, number: int, key: str, hashes: bytes, telling: int) -> None:
        """Add a briefing that was not added before, with the hashes of its words.

        The first ``telling`` of them are those of stems.
        """
        self._append(number, key.encode(), hashes, telling)

    def take(self, layer: Layer, row: int) -> None:
        """Add a row of a layer."""
        key, words = layer.key(row).encode(), layer.words_of(row).tobytes()
        self._append(int(layer.numbers[row]), key, words, int(layer.telling[row]))

    def numbers(self) -> set[int]:
        """Return the numbers collected."""
        return set(self._numbers)

    def layer(self) -> Layer:
        """Return the collected briefings as a layer."""
        layer = Layer(
            numbers=np.asarray(self._numbers, dtype=np.int64),
            words=np.asarray(self._words, dtype=np.uint32),
            word_offsets=_offsets(self._word_counts),
            telling=np.asarray(self._telling, dtype=np.int32),
            keys=np.frombuffer(bytes(self._keys), dtype=np.uint8),
            key_offsets=_offsets(self._key_lengths),
        )
        if np.all(np.diff(layer.numbers) > 0):
            return layer
        ordered = Collected()
        for row in np.argsort(layer.numbers).tolist():
            ordered.take(layer, row)
        return ordered.layer()

    def _append(self, number: int, key: bytes, words: bytes, telling: int) -> None:
        self._numbers.append(number)
        self._words.frombytes(words)
        self._word_counts.append(len(words) // HASH_BYTES)
        self._telling.append(telling)
        self._keys += key
        self._key_lengths.append(len(key))


def write(folder: Path, base: Layer) -> None:
    """Write a whole collection to ``folder``, with nothing changed since; raise ``OSError``."""
    base.write(folder / "base")
    write_patch(folder, Collected().layer(), np.zeros(0, dtype=np.int64))


def write_patch(folder: Path, patch: Layer, dead: NDArray[np.int64]) -> None:
    """Write what changed since the base of ``folder`` was written; raise ``OSError``."""
    patch.write(folder / "patch")
    np.save(folder / "patch" / "dead.npy", dead)


def _offsets(lengths: Iterable[int]) -> NDArray[Any]:
    return np.concatenate([[0], np.cumsum(np.fromiter(lengths, dtype=np.int64))]).astype(np.int64)
