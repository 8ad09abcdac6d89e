"""The words of news in German, French, Spanish and Russian, and what they are in English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.languages.wordbook import MADE_BY, tables_of, wordbook
from bot.search.words.keeping import made_once
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.languages.wordbook import Wordbook

_LIST = Path(__file__).with_suffix(".txt")
_COLUMNS = ("de", "fr", "es", "ru")
_SHORTEST_MISSPELT = 5
_SHORTEST_FORM = 4
# What a listed word has in its other regular forms, and what it has instead in those of verbs.
_ENDINGS = {"de": ("e", "en", "er", "n"), "es": ("s", "es"), "fr": ("s", "x"), "ru": ()}
_GERMAN_VERBS = ("t", "et", "te", "ete")


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The words of one language; some are ``in_names`` as well, as "Richter" and "Le Monde".

    ``stems`` are those of single words, which with these words themselves are ``singles``.
    """

    book: Wordbook
    in_names: frozenset[str]
    stems: Sequence[str]
    singles: frozenset[str]
    language: str

    def find(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return what ``words`` in small letters are in English: what may be meant, or nothing."""
        found = self.book.find(words)
        if found is None and len(words) == 1 and (root := self.listed(fold(words[0]))):
            found = self.book.exact[root,]  # "osos", of which the stemmer makes no "oso"
        return tuple(found.split("/")) if found else ()

    def has(self, word: str) -> bool:
        """Tell whether a folded word is listed in just this form."""
        return (word,) in self.book.exact

    def listed(self, word: str) -> str | None:
        """Return the listed word that a folded ``word`` is, or a regular form of, if any."""
        if self.has(word):
            return word
        if len(word) < _SHORTEST_FORM:
            return None
        return next((each for each in self._roots(word) if self.has(each)), None)

    def _roots(self, word: str) -> Iterator[str]:
        for ending in _ENDINGS[self.language]:
            if word.endswith(ending):
                yield word.removesuffix(ending)
        if self.language == "de":
            verbs = (word.removesuffix(each) for each in _GERMAN_VERBS if word.endswith(each))
            yield from (f"{verb}en" for verb in verbs)

    def near(self, word: str) -> tuple[str, ...]:
        """Return what a misspelt word is in English, where only one word is an edit away."""
        stem = self.book.stem(word)
        if len(stem) < _SHORTEST_MISSPELT:
            return ()
        # Who misspells a word has its first letter right.
        meant = {
            self.book.inflected.get((near,)) or self.book.exact[near,]
            for written, known in ((stem, self.stems), (fold(word), self.singles))
            for near, _, _ in process.extract(
                written, known, scorer=OSA.distance, score_cutoff=1, limit=None
            )
            if near[0] == written[0]
        }
        return tuple(meant.pop().split("/")) if len(meant) == 1 else ()


@cache
def dictionary(language: str) -> Dictionary:
    """Return the dictionary of a ``language``; it is made of its list once, in some ten ms."""
    *tables, in_names, stems, singles = made_once(
        language, (str(_LIST), __file__, *MADE_BY), lambda: _made(language)
    )
    return Dictionary(wordbook(language, tuple(tables)), in_names, stems, singles, language)


def _made(language: str) -> tuple[Any, ...]:
    entries = list(_entries(language))
    tables = tables_of(language, ((written.lstrip("*"), english) for written, english in entries))
    exact, inflected, *_ = tables
    stems = tuple(each[0] for each in inflected if len(each) == 1)
    in_names = frozenset(fold(each[1:]) for each, _ in entries if each.startswith("*"))
    singles = frozenset(chain(stems, (each[0] for each in exact if len(each) == 1)))
    return *tables, in_names, stems, singles


def _entries(language: str) -> Iterator[tuple[str, str]]:
    """Yield (what is written, what it is in English) from the list beside this module."""
    column = _COLUMNS.index(language)
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            english, _, columns = line.partition(":")
            for each in columns.split("|")[column].split():
                yield each.replace("+", " "), english
