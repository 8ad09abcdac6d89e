"""In which language a question is put, and whether briefings are in that language themselves."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.search.languages.cyrillic import is_cyrillic
from bot.search.languages.dictionary import dictionary
from bot.search.languages.short import is_wholly
from bot.search.languages.territories import territories
from bot.search.languages.titles import titled
from bot.search.languages.tongues import (
    FOREIGN_IN_NAMES,
    IN_NAMES,
    LANGUAGES,
    small_change,
    times,
)
from bot.search.languages.translating import is_compound, is_in_names, joined, translated
from bot.search.words.english import COMMON_ZIPF
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.search.languages.wordbook import Wordbook
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_FOREIGN_LETTER = re.compile("[\u00a1\u00bf-\u017f\u0400-\u04ff]")
_ASCII_WORD = re.compile("[a-z]{2,}")
_LEAST_HELD = 0.02
_MOST_HELD = 2
_LONGEST_PHRASE = 4
_SHORTEST_STEM = 5
_KEPT = 1 << 12
_IN_LATIN = tuple(language for language in LANGUAGES if language != "ru")


class AskedWord(NamedTuple):
    """A word of a question, in small letters and ``folded``, with its place."""

    lower: str
    folded: str
    start: int
    end: int
    is_capital: bool


class _Count(NamedTuple):
    """How many words of a question are of a language, of it alone, and of English alone.

    ``listed`` are those that are in its dictionary as they stand: Spanish "guerra" has the stem of
    French "guerre".
    """

    own: int
    listed: int
    telling: int
    english: int


class Detector:
    """Tells languages apart, for the briefings of one edition."""

    def __init__(self, lexicon: Lexicon, english: Frequencies) -> None:
        self._lexicon = lexicon
        self._english = english
        self.holds = lru_cache(len(LANGUAGES))(self._held)
        self._is_strange = lru_cache(_KEPT)(self._strange)

    def is_plain(self, question: str) -> bool:
        """Tell at a glance that a question is in English, of which most are.

        It has no word that is foreign, and hardly one that is neither English nor the briefings'.
        """
        # This is all that is done with most questions, and takes some microseconds.
        if _FOREIGN_LETTER.search(question):
            return False
        words = _ASCII_WORD.findall(question.lower())
        if words and words[0] in FOREIGN_IN_NAMES:
            return False
        if not self._any_telling.isdisjoint(words):
            return False
        strange = [word for word in words if self._is_strange(word)]
        if len(strange) <= sum(map(self._only_english.__contains__, words)):
            return True
        return not any(_may_be_news(word) or self._is_joined(word) for word in strange)

    def language(self, found: Sequence[AskedWord], question: str) -> str | None:
        """Return the language that most of the words of a question are of, None for English."""
        if is_cyrillic(question):
            return "ru"
        words = tuple(word.folded for word in found)
        for language in _IN_LATIN:
            if words in times(language) and not any(map(self._may_be_meant, words)):
                return language
        titles = titled(words)
        found = [word for place, word in enumerate(found) if place not in titles]
        counts = {language: self._count(found, language) for language in _IN_LATIN}
        most = max(count.own for count in counts.values())
        # "De la" is French as well as Spanish.
        may_be = [language for language in _IN_LATIN if counts[language].own == most]
        for language in sorted(may_be, key=lambda each: counts[each], reverse=True):
            if self._is_in(language, counts[language], found, question):
                return language
        wholly = (each for each in _IN_LATIN if is_wholly(each, found, self._is_strange))
        return next(wholly, None)

    def _may_be_meant(self, word: str) -> bool:
        """Tell whether a folded word is the briefings' or common English: "Mars" is no March."""
        return self._lexicon.has_word(word) or self._english.zipf(word) >= COMMON_ZIPF

    def _is_in(
        self, language: str, count: _Count, found: Sequence[AskedWord], question: str
    ) -> bool:
        own, _, telling, english = count
        if own <= english:
            return False
        is_sure = telling > 0 and own > 1
        if telling or _FOREIGN_LETTER.search(question) or 2 * own > len(found):
            # "Welche Waffen liefert Deutschland der Ukraine?"
            places = self._places(found, territories(language))
            own, telling = own + places, telling + places
        enough = (3 if is_sure or telling > 1 else 2) * own >= len(found)
        if not telling or not enough or own <= 2 * english:
            return False
        return own > self._common(found, language)

    def _is_joined(self, word: str) -> bool:
        """Tell whether a word is a German compound of the briefings' and no word of English."""
        return any(not self._english.zipf(last) for last, _ in joined(word, self._lexicon.has_word))

    def _means_something(self, word: AskedWord, language: str) -> bool:
        return bool(translated([word.lower], language)) or (
            language == "de" and self._is_joined(word.folded)
        )

    def _common(self, found: Sequence[AskedWord], language: str) -> int:
        """Return how many of the words are common ones of English that a language has not.

        So are function words that it has, too; what may be a name tells nothing.
        """
        table, names = small_change(language), territories(language)
        return sum(
            word.lower in STOP_WORDS
            or not (
                word.is_capital
                or self._english.zipf(word.folded) < COMMON_ZIPF
                or self._lexicon.is_name(word.folded)
                or (word.folded,) in table
                or (word.folded,) in names.exact
                or translated([word.lower], language)
            )
            for word in found
        )

    def _held(self, language: str) -> bool:
        """Tell whether some of the briefings are in a language."""
        least = max(1.0, _LEAST_HELD * self._lexicon.size)
        held = (self._lexicon.word_frequency(word) >= least for word in self._telling[language])
        return sum(held) > _MOST_HELD

    def _strange(self, word: str) -> bool:
        """Tell whether a folded word is neither English nor the briefings'."""
        return not self._english.zipf(word) and not self._lexicon.has_word(word)

    @cached_property
    def _any_telling(self) -> frozenset[str]:
        # "et la Chine ?" has no other.
        months = (fold(words[0]) for language in LANGUAGES for words in days(language))
        return frozenset(chain(["et"], months, *self._telling.values()))

    @cached_property
    def _only_english(self) -> frozenset[str]:
        return STOP_WORDS.difference(chain.from_iterable(chain(*map(small_change, LANGUAGES))))

    @cached_property
    def _telling(self) -> Mapping[str, frozenset[str]]:
        """The words of each language that English has not, nor names in it."""
        return {
            language: frozenset(
                fold(words[0])
                for words in small_change(language)
                if len(words) == 1
                and len(words[0]) > 1
                and words[0] not in IN_NAMES
                and words[0] not in STOP_WORDS
                and words not in days(language)
                and self._english.zipf(words[0]) < COMMON_ZIPF
            )
            for language in LANGUAGES
        }

    def _count(self, found: Sequence[AskedWord], language: str) -> _Count:
        """Return how many words are of a language, of it alone, and of English alone.

        What English does not even know from names and quotations counts twice, and what the
        briefings have tells nothing: they may be about Uber.
        """
        table, telling = small_change(language), self._telling[language]
        own = [word for word in found if (word.lower,) in table or (word.folded,) in table]
        has_word = self._lexicon.has_word
        only = [word for word in own if word.folded in telling and not has_word(word.folded)]
        only += _days_after(own, found, language)
        unheard = sum(not self._english.zipf(word.folded) for word in only)
        news = self._news(found, own, language)
        only += [word for word in news if not is_in_names(word.folded, language)]
        listed = sum(map(dictionary(language).has, (word.folded for word in news)))
        english = sum(word.lower in STOP_WORDS for word in found if word not in own)
        return _Count(len(own) + len(news) + unheard, listed, len(only) + unheard, english)

    def _news(
        self, found: Sequence[AskedWord], own: Sequence[AskedWord], language: str
    ) -> list[AskedWord]:
        """Return the strange words that mean something in a language, alone or with others.

        Short words that are not listed as they stand do only where a longer one does, or where one
        of its ``own`` words makes them a form of what is listed.
        """
        strange = [
            word
            for word in found
            if word not in own
            and self._is_strange(word.folded)
            and not (word.is_capital and _may_be_name(word.folded, language))
        ]
        meant = {word for word in strange if self._means_something(word, language)}
        if unread := set(strange) - meant:
            for count in range(2, _LONGEST_PHRASE + 1):
                for place in range(len(found) - count + 1):
                    phrase = found[place : place + count]
                    may_be = not meant.issuperset(unread.intersection(phrase))
                    if may_be and translated([word.lower for word in phrase], language):
                        meant.update(phrase)
        is_form = bool(own) or len(found) == 1
        sure = any(_is_sure(word.folded, language, is_form=is_form) for word in meant)
        return [word for word in strange if word in meant] if sure else []

    def _places(self, found: Sequence[AskedWord], names: Wordbook) -> int:
        """Return how many words are places' names in another language, and no words of English."""
        strange = {word for word in found if self._is_strange(word.folded)}
        single = sum((word.folded,) in names.exact for word in strange)
        double = sum(
            bool(strange.intersection(pair)) and tuple(word.folded for word in pair) in names.exact
            for pair in pairwise(found)
        )
        return single + 2 * double


def words_of(question: str) -> list[AskedWord]:
    """Return the words of a question."""
    found = ((match[0], match.start(), match.end()) for match in _WORD.finditer(question))
    return [
        AskedWord(word.lower(), fold(word), start, end, word[0].isupper())
        for word, start, end in found
    ]


def _is_sure(word: str, language: str, *, is_form: bool) -> bool:
    """Tell whether a folded word that means something is listed as it stands, or a long one.

    It may be another form of what is listed where that says enough, ``is_form``.
    """
    known = dictionary(language)
    if known.has(word) or len(known.book.stem(word)) >= _SHORTEST_STEM:
        return True
    return is_form and known.listed(word) is not None


def _may_be_name(word: str, language: str) -> bool:
    """Tell whether a folded word with a capital may be a name as well: "Richter", "Los Lobos".

    In German each noun has a capital, and a name has no plural but in "s".
    """
    listed = word if language == "de" else dictionary(language).listed(word)
    return listed is not None and is_in_names(listed, language)


@lru_cache(_KEPT)
def _may_be_news(word: str) -> bool:
    """Tell whether a folded word means something in a language, or begins what does."""
    known = map(dictionary, _IN_LATIN)
    return any(each.has(word) or each.book.begins(word) for each in known) or is_compound(word)


@cache
def days(language: str) -> frozenset[tuple[str, ...]]:
    """Return the months and days of a language, which are names of people as well: "Avril"."""
    return frozenset(
        words for words, meant in times(language).items() if len(words) == 1 and meant[:1].isupper()
    )


def _days_after(
    own: Sequence[AskedWord], found: Sequence[AskedWord], language: str
) -> list[AskedWord]:
    """Return the months and days among ``found`` before which another of its ``own`` words is."""
    return [
        right
        for left, right in pairwise(found)
        if left in own and (right.folded,) in days(language)
    ]
