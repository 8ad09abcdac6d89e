"""How common a word is in English, from wordfreq's small list."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Protocol

import msgpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LIST = "small_en.msgpack.gz"
_HEADER = {"format": "cB", "version": 1}
REAL_WORD_ZIPF = 3.0
"""From here on a word is a real one, and no mistake or name that somebody used."""
COMMON_ZIPF = 4.0


class Frequencies(Protocol):
    """How common words are in a language, whatever the collection holds."""

    def __hash__(self) -> int:
        """Return the same for the same language, of whose words much is remembered."""
        ...

    def zipf(self, word: str) -> float:
        """Return log10 of the uses in a billion words; 0 for a word that is hardly used."""
        ...

    def words(self) -> Iterable[str]:
        """Return every word that is used more than hardly."""
        ...

    def near(self, word: str) -> list[str]:
        """Return the words that are at most one edit away from ``word``, the likeliest first."""
        ...


class English:
    """Zipf frequencies of English words; the first made reads a file for some ten milliseconds."""

    def __init__(self) -> None:
        self._zipfs = _zipfs()

    def zipf(self, word: str) -> float:
        """Return log10 of the uses in a billion words, 3 and above for real words, else 0.

        The scale is van Heuven et al., "SUBTLEX-UK", 2014, as wordfreq documents it.
        """
        return self._zipfs.get(word, 0.0)

    def words(self) -> Iterable[str]:
        """Return every word with a frequency."""
        return self._zipfs

    def near(self, word: str) -> list[str]:
        """Return the words at most one edit (optimal string alignment) away from ``word``.

        Those without a letter less come first, the commoner before the rarer. Words of digits or
        of other letters than ASCII's are none.
        """
        found = {
            near
            for near in _one_edit_away(word)
            if near in self._zipfs and near.isascii() and near.isalpha()
        }
        # Letters are left out more often than put in: "bejing" lacks one of "beijing".
        return sorted(found, key=lambda near: (len(near) < len(word), -self.zipf(near), near))


def _one_edit_away(word: str) -> Iterator[str]:
    """Yield ``word`` and all that is one edit away: to make them is faster than to compare all."""
    yield word
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if after[1:]:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


@cache
def _zipfs() -> Mapping[str, float]:
    # The file, not the package: to import it, with all that it needs to cut text into words, takes
    # several times as long as to read the list, and ten megabytes. The words stand in lists; those
    # in the list n have 10 ** (-n / 100) of all uses (centibels, "cB").
    package = find_spec("wordfreq")
    assert package is not None
    assert package.origin is not None
    folder = Path(package.origin).with_name("data")
    header, *levels = msgpack.loads(gzip.decompress((folder / _LIST).read_bytes()))
    assert header == _HEADER, header
    # One number for all words of a list, each of which would have one of its own.
    told = ((9 - level / 100, words) for level, words in enumerate(levels))
    return {word: zipf for zipf, words in told for word in words}
