"""Words of another language and what they are in English, found in the forms sentences have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import tantivy

from bot.search.words import text
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_STEMMERS = {"de": "german", "es": "spanish", "fr": "french", "ru": "russian"}
_WORD = re.compile(r"[^\W\d_]+")
Tables: TypeAlias = (
    "tuple[Mapping[tuple[str, ...], str], Mapping[tuple[str, ...], str], frozenset[str], int]"
)
MADE_BY = (__file__, text.__file__, tantivy.__file__)
"""What tables depend on besides the entries."""
_SHORTEST_STEM = 3
_SHORTEST_INFLECTED = 4
# The cases of Russian nouns, of which the stemmer makes several stems: Корея, Корее.
_CASES = (("аяь", "аяуюыиеь"), ("й", "йяею"), ("", "ауеи"))


@dataclass(frozen=True, slots=True)
class Wordbook:
    """Words of one language, or several in a row, and what they are in English."""

    exact: Mapping[tuple[str, ...], str]
    inflected: Mapping[tuple[str, ...], str]
    first_stems: frozenset[str]
    longest: int
    stemmer: tantivy.TextAnalyzer

    def find(self, words: Sequence[str]) -> str | None:
        """Return what these ``words``, in small letters and in any form, are in English, if any."""
        folded = tuple(map(fold, words))
        if meant := self.exact.get(folded):
            return meant
        if len(words) == 1 and len(words[0]) < _SHORTEST_INFLECTED:
            return None
        first = self.stem(words[0])
        if first not in self.first_stems:
            return None
        return self.inflected.get((first, *map(self.stem, words[1:])))

    def begins(self, word: str) -> bool:
        """Tell whether a form of ``word`` is here, or begins several words that are."""
        return self.stem(word) in self.first_stems

    def stem(self, word: str) -> str:
        """Return the stem of a ``word`` in small letters."""
        # Russian letters have no accents that may be left out, save one.
        is_russian = not word.isascii() and "а" <= word[0] <= "я"
        return "".join(self.stemmer.analyze(word.replace("ё", "е") if is_russian else fold(word)))


def wordbook(language: str, tables: Tables) -> Wordbook:
    """Return the book that has these ``tables``, which `tables_of` makes."""
    return Wordbook(*tables, _stemmer(language))


def tables_of(language: str, entries: Iterable[tuple[str, str]]) -> Tables:
    """Return what a book keeps of (what is written, what it is in English).

    Of the same, the first counts. What is written is found in other forms where these have its
    stem, and in some that have not.
    """
    exact: dict[tuple[str, ...], str] = {}
    inflected: dict[tuple[str, ...], str] = {}
    stem = Wordbook(exact, inflected, frozenset(), 0, _stemmer(language)).stem
    for written, english in entries:
        words = _WORD.findall(written)
        exact.setdefault(tuple(map(fold, words)), english)
        stems = [{stem(form.lower()) for form in _forms(word, language)} for word in words]
        for each in product(*stems):
            if len(each) > 1 or len(each[0]) >= _SHORTEST_STEM:
                inflected.setdefault(each, english)
    first_stems = frozenset(stems[0] for stems in inflected)
    return exact, inflected, first_stems, max(map(len, exact))


def _stemmer(language: str) -> tantivy.TextAnalyzer:
    tokenizer = tantivy.Tokenizer.whitespace()
    stemming = tantivy.Filter.stemmer(_STEMMERS[language])
    return tantivy.TextAnalyzerBuilder(tokenizer).filter(stemming).build()


def _forms(word: str, language: str) -> Iterable[str]:
    """Yield a word, and those forms of it that have another stem."""
    yield word
    if len(word) < _SHORTEST_INFLECTED:
        return
    if language == "ru":
        yield from _cases(word)
    if language == "fr" and word.endswith("er"):
        yield word.removesuffix("er") + "ent"
    # German has nouns in "en" as well, which are written with a capital.
    if language == "de" and word.endswith(("en", "ern", "eln")) and word.islower():
        root = word.removesuffix("n").removesuffix("e")
        yield from (f"{root}t", f"{root}te", f"ge{root}t")


def _cases(word: str) -> Iterable[str]:
    for last, endings in _CASES:
        if not last or word[-1] in last:
            root = word[:-1] if last else word
            return (root + ending for ending in endings)
    return ()
