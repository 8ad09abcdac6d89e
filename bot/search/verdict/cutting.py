"""Cutting texts into sentences and words, each text once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.search.words.sentences import Sentence, sentences
from bot.search.words.text import forms, found_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

_WORDS_KEPT = 1 << 17
"""Of texts that are cut already: some megabytes, however long each is."""
_TOKENS_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Cut:
    """The sentences of a text, and its telling words: folded, as stems, and their places.

    Each list has one entry a word, and nothing that has to be looked at in a collection of garbage.
    """

    sentences: tuple[Sentence, ...]
    forms: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def speaking_of(self, stems: Container[str]) -> list[int]:
        """Return the places of the sentences that have one of the ``stems``, in order."""
        places: dict[int, None] = {}
        sentence = 0
        for stem, start in zip(self.stems, self.starts, strict=True):
            while start >= self.sentences[sentence].end:
                sentence += 1
            if stem in stems:
                places[sentence] = None
        return [*places]

    def with_other_forms(self, form: str, stem: str) -> set[int]:
        """Return the places of the sentences that have only others of this ``stem`` than ``form``.

        "The girls" are not the girl whose name is asked for. None where no sentence has that.
        """
        words = [*zip(self.forms, self.stems, self.starts, strict=True)]
        exactly = self.sentences_at(start for each, _, start in words if each == form)
        if not exactly:
            return set()
        return {*self.sentences_at(at for _, each, at in words if each == stem)}.difference(exactly)

    def sentences_at(self, starts: Iterable[int]) -> list[int]:
        """Return the places of the sentences in which something starts, in order."""
        ends = [each.end for each in self.sentences]
        return [*dict.fromkeys(bisect_right(ends, start) for start in sorted(starts))]


class Cutter:
    """Cuts texts into words and sentences, and remembers those that may soon be cited again."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self.stem = stem
        self.cut = _Cuts(stem).__getitem__


class _Cuts(dict[str, Cut]):
    """Texts that are cut, each once; a question asks for some of them several times.

    Threads that cut at once count some words too few, and keep a little more for it.
    """

    def __init__(self, stem: Callable[[str], str]) -> None:
        super().__init__()
        self._read = _Tokens(stem)
        self._words = 0

    def __missing__(self, text: str) -> Cut:
        """Return a text cut into words and sentences, and remember that."""
        if self._words >= _WORDS_KEPT:
            self.clear()
            self._words = 0
        read, cut = self._read, Cut(sentences(text))
        for found in found_tokens(text):
            for form, stem in read[found[0]]:
                cut.forms.append(form)
                cut.stems.append(stem)
                cut.starts.append(found.start())
                cut.ends.append(found.end())
        self[text] = cut
        self._words += 1 + len(cut.forms)
        return cut


class _Tokens(dict[str, tuple[tuple[str, str], ...]]):
    """The telling words of raw tokens, folded and as stems, each read once."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, token: str) -> tuple[tuple[str, str], ...]:
        """Return the words of a token, and remember them."""
        if len(self) >= _TOKENS_KEPT:
            self.clear()
        found = self[token] = tuple((form, self._stem(form)) for form in forms(token))
        return found
