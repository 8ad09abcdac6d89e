"""Questions in German, French, Spanish and Russian over briefings in English.

What tells how such a question is put is read as what it is in English, and so are the words of
news, and the names of places and peoples; Russian names are spelt in Latin.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.search.languages.cyrillic import is_cyrillic, latin_name, likely_name
from bot.search.languages.detecting import Detector, days, words_of
from bot.search.languages.dictionary import dictionary
from bot.search.languages.numbered_days import read_by_numbers
from bot.search.languages.territories import territories
from bot.search.languages.titles import titled
from bot.search.languages.tongues import IN_NAMES, LANGUAGES, small_change, times
from bot.search.languages.translating import is_in_names, joined, mended, translated
from bot.search.languages.understood import Read, Understood, rewritten
from bot.search.words.english import COMMON_ZIPF, REAL_WORD_ZIPF
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.languages.detecting import AskedWord
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_LONGEST_PHRASE = 6
_FARTHEST = 2
"""How many letters of a name may be others: "Lawrow" is Lavrov."""
_WIDEST_GAP = 2  # a number may stand between words: "le 3 juin"


class Foreign:
    """Reads questions in other languages against the words of one edition in English."""

    def __init__(self, lexicon: Lexicon, english: Frequencies) -> None:
        self._lexicon = lexicon
        self._english = english
        self._detector = Detector(lexicon, english)

    @staticmethod
    def prepare() -> None:
        """Read the words and the places of all languages, which takes a tenth of a second."""
        for language in LANGUAGES:
            dictionary(language)
            territories(language)

    def in_english(self, question: str) -> Understood:
        """Return ``question`` as far as it can be read as English, where it is in another language.

        It stays as it is where that is English, and where briefings are in the question's language.
        """
        if self._detector.is_plain(question):
            return Understood(question)
        found = words_of(question)
        language = self._detector.language(found, question)
        if language is None or self._detector.holds(language):
            return Understood(question, language=language)
        titles = titled([word.folded for word in found])
        numbered = read_by_numbers(question, found, language)
        read = rewritten(
            question,
            found,
            lambda place: (
                None
                if place in titles
                else numbered.get(place) or self._read(found, place, language)
            ),
        )
        return replace(read, language=language)

    def _read(self, found: Sequence[AskedWord], place: int, language: str) -> Read | None:
        """Return what the word at a ``place`` is in English, with those after it if it has to."""
        for count in range(min(len(found) - place, _LONGEST_PHRASE), 0, -1):
            phrase = found[place : place + count]
            if any(right.start - left.end > _WIDEST_GAP for left, right in pairwise(phrase)):
                continue
            meant = _small_change(phrase, language)
            if meant is not None:
                if _begins_name(found, place) or self._names_somebody(phrase, place, language):
                    return None
                is_time = tuple(word.folded for word in phrase) in times(language)
                return Read(meant, count, is_named=is_time)
            if name := self._named(phrase, found, place, language):
                return Read(name, count, is_named=True)
        in_latin = self._in_latin(found[place], place) if language == "ru" else None
        return (
            in_latin
            or self._joined(found[place], language)
            or self._mended(found, place, language)
            or self._owner(found[place], language)
        )

    def _named(
        self, phrase: Sequence[AskedWord], found: Sequence[AskedWord], place: int, language: str
    ) -> str | None:
        """Return what a place or a word of news is in English."""
        if len(phrase) == 1 and self._stays(phrase[0].folded):
            return None
        words = [word.lower for word in phrase]
        names = territories(language)
        name = names.find(words) if len(words) <= names.longest else None
        news = translated(words, language) if self._may_be_translated(phrase, language) else ()
        if not news or self._is_name(phrase, found, place, language):
            return name
        if name and not self._is_rather_news(phrase, name, news, language):
            return name
        return self._held(news)

    def _joined(self, word: AskedWord, language: str) -> Read | None:
        """Return what a German compound is of which only the briefings have a part."""
        if language != "de" or self._english.zipf(word.folded) or self._has(word.folded):
            return None
        meant = [each for _, each in joined(word.lower, self._lexicon.has_word)]
        return Read(self._held(meant), 1, is_named=True) if meant else None

    def _may_be_translated(self, phrase: Sequence[AskedWord], language: str) -> bool:
        """Tell whether words are no name: "Gaza" is not gas, nor "Volkswagen" the people's car.

        A common word of English has to be listed as it stands, another one in some form.
        """
        word, known = phrase[0], dictionary(language)
        zipf = self._english.zipf(word.lower)
        if len(phrase) > 1 or not zipf or known.has(word.folded):
            return True
        is_listed = zipf < COMMON_ZIPF and known.find([word.lower])
        return bool(is_listed) and not self._lexicon.is_name(word.folded)

    def _is_rather_news(
        self, phrase: Sequence[AskedWord], name: str, news: Sequence[str], language: str
    ) -> bool:
        """Tell what a form of both is: "груз" is freight and "Грузию" Georgia, "газа" either."""
        folded = tuple(word.folded for word in phrase)
        exact = dictionary(language).book.exact
        if folded in exact and folded not in territories(language).exact:
            return True
        return not phrase[0].is_capital and self._has(self._held(news)) and not self._has(name)

    def _is_name(
        self, phrase: Sequence[AskedWord], found: Sequence[AskedWord], place: int, language: str
    ) -> bool:
        """Tell whether a word is the "Richter" of "Gerhard Richter", or the "Monde" of Le Monde."""
        word, before = phrase[0], found[place - 1] if place else None
        if before is None or len(phrase) > 1 or not word.is_capital:
            return False
        if _begins_name(found, place - 1):
            return True
        if not is_in_names(word.folded, language):
            return False
        return language != "de" or (before.is_capital and not _is_read(before, language))

    def _held(self, meant: Sequence[str]) -> str:
        """Return the first that the briefings have of what a word may mean, or the first.

        What stands together in one of them comes before what is in two.
        """
        held = [each for each in meant if self._has(each)]
        together = (each for each in held if self._stands_together(each))
        return next(together, held[0] if held else meant[0])

    def _stands_together(self, meant: str) -> bool:
        words = fold(meant).split()
        return len(words) > 1 and self._lexicon.stands_together(*words)

    def _has(self, meant: str) -> bool:
        stems = map(self._lexicon.stem, fold(meant).split())
        return all(map(self._lexicon.stem_frequency, stems))

    def _mended(self, found: Sequence[AskedWord], place: int, language: str) -> Read | None:
        """Return what a misspelt word is, where nothing of the briefings is as near."""
        word = found[place]
        may_be_name = word.is_capital and place > 0 and language != "de"
        if may_be_name or self._english.zipf(word.folded) or self._lexicon.has_word(word.folded):
            return None
        meant = mended(word.lower, language)
        if not meant or self._is_near(word.folded, 1):
            return None
        return Read(self._held(meant), 1, is_named=True, is_mended=True)

    def _is_near(self, word: str, edits: int) -> bool:
        """Tell whether the briefings have a word that is so many edits away at most."""
        near = self._lexicon.near(word, edits)
        return any(OSA.distance(word, each) <= edits for each in near)

    def _owner(self, word: AskedWord, language: str) -> Read | None:
        """Return the name in "Lawrows Besuch", which is near one that the briefings have."""
        name = word.folded.removesuffix("s")
        if language != "de" or name == word.folded or self._has(word.folded):
            return None
        if not self._has(name) and not self._is_near(name, _FARTHEST):
            return None
        return Read(word.lower[:-1].capitalize(), 1, is_named=True)

    def _names_somebody(self, phrase: Sequence[AskedWord], place: int, language: str) -> bool:
        """Tell whether what may be a month or a day is the "Julio" of "Julio Borges"."""
        if len(phrase) > 1 or (phrase[0].folded,) not in days(language):
            return False
        is_capital = phrase[0].is_capital and place > 0 and language != "de"
        return is_capital or self._stays(phrase[0].folded)

    def _stays(self, word: str) -> bool:
        """Tell whether the briefings have a word that is no English one as well: "island"."""
        return self._lexicon.has_word(word) and self._english.zipf(word) < REAL_WORD_ZIPF

    def _in_latin(self, word: AskedWord, place: int) -> Read | None:
        """Return a Russian name in Latin letters, as the briefings have it where they do."""
        if not is_cyrillic(word.lower) or self._lexicon.has_word(word.folded):
            return None
        # In small letters many a word is spelt like one of English: "сон", "son".
        may_be = self._lexicon.has_word if word.is_capital else self._lexicon.is_name
        name = latin_name(word.lower, may_be)
        if name is None and word.is_capital and place > 0:
            name = likely_name(word.lower)
        return Read(name.capitalize(), 1, is_named=True) if name else None


def _small_change(phrase: Sequence[AskedWord], language: str) -> str | None:
    table = small_change(language)
    meant = table.get(tuple(word.lower for word in phrase))
    return table.get(tuple(word.folded for word in phrase)) if meant is None else meant


def _is_read(word: AskedWord, language: str) -> bool:
    """Tell whether a word is none of a name that stands in no list."""
    is_known = _small_change([word], language) is not None or translated([word.lower], language)
    return bool(is_known or territories(language).find([word.lower]))


def _begins_name(found: Sequence[AskedWord], place: int) -> bool:
    """Tell whether the word is the "Le" of "Le Pen"."""
    word, after = found[place], found[place + 1 : place + 2]
    return (
        place > 0
        and word.is_capital
        and word.folded in IN_NAMES
        and bool(after and after[0].is_capital)
    )
