"""Questions in German, French, Spanish and Russian over briefings in English.

What such a question is about is not translated. But what only tells how it is put is read as what
it is in English, and so are the names of places and peoples; Russian names are spelt in Latin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.search.languages.cyrillic import is_cyrillic, latin_name, likely_name
from bot.search.languages.territories import territories
from bot.search.languages.tongues import IN_NAMES, LANGUAGES, small_change, times
from bot.search.words.english import COMMON_ZIPF, REAL_WORD_ZIPF
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.model import Correction
    from bot.search.languages.wordbook import Wordbook
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_FOREIGN_LETTER = re.compile("[\u00a1\u00bf-\u017f\u0400-\u04ff]")
_ASCII_WORD = re.compile("[a-z]{2,}")
_LINKS = frozenset("'’ʼ`-‐‑")
_LEAST_HELD = 0.02
_MOST_HELD = 2
_LONGEST_PHRASE = 6
_WIDEST_GAP = 2  # a number may stand between words: "le 3 juin"


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is read, and how the words that were put into it are ``written``.

    ``places`` are where stretches begin and end in it, and in what somebody wrote.
    """

    question: str
    written: Mapping[str, str] = field(default_factory=dict)
    places: tuple[tuple[int, int], ...] = ()

    def stretch(self, start: int, length: int, question: str) -> str:
        """Return what a stretch of the question that is read is in ``question`` as it was asked."""
        first, last = map(self._asked, (start, start + length))
        return question[first:last].strip()

    def _asked(self, place: int) -> int:
        read, asked = max((each for each in self.places if each[0] <= place), default=(0, 0))
        return asked + place - read

    def as_written(self, read: Iterable[str]) -> tuple[str, ...]:
        """Return words of the question that was read as somebody wrote them, each once."""
        return tuple(dict.fromkeys(self.written.get(word, word) for word in read))

    def corrected(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Return ``corrections`` of the question that was read as those of what was written."""
        return tuple(
            replace(each, written=self.written.get(each.written, each.written))
            for each in corrections
        )


class _Word(NamedTuple):
    """A word of a question, in small letters and ``folded``, with its place."""

    lower: str
    folded: str
    start: int
    end: int
    is_capital: bool


class _Read(NamedTuple):
    """What so many ``words`` in a row are in English; a name may be asked for."""

    meant: str
    words: int
    is_name: bool = False


class Foreign:
    """Reads questions in other languages against the words of one edition in English."""

    def __init__(self, lexicon: Lexicon, english: Frequencies) -> None:
        self._lexicon = lexicon
        self._english = english
        self._holds = lru_cache(len(LANGUAGES))(self._held)

    def in_english(self, question: str) -> Understood:
        """Return ``question`` as far as it can be read as English, where it is in another language.

        It stays as it is where that is English, and where briefings are in the question's language.
        """
        # This is all that is done with most questions, and takes two microseconds.
        if not _FOREIGN_LETTER.search(question) and self._any_telling.isdisjoint(
            _ASCII_WORD.findall(question.lower())
        ):
            return Understood(question)
        found = _words(question)
        language = self._language(found, question)
        if language is None or self._holds(language):
            return Understood(question)
        return _rewritten(question, found, lambda place: self._read(found, place, language))

    @cached_property
    def _any_telling(self) -> frozenset[str]:
        # "et la Chine ?" has no other.
        months = (fold(words[0]) for language in LANGUAGES for words in _days(language))
        return frozenset(chain(["et"], months, *self._telling.values()))

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
                and words not in _days(language)
                and self._english.zipf(words[0]) < COMMON_ZIPF
            )
            for language in LANGUAGES
        }

    def _held(self, language: str) -> bool:
        """Tell whether some of the briefings are in a language."""
        least = max(1.0, _LEAST_HELD * self._lexicon.size)
        held = (self._lexicon.word_frequency(word) >= least for word in self._telling[language])
        return sum(held) > _MOST_HELD

    def _language(self, found: Sequence[_Word], question: str) -> str | None:
        """Return the language that most of the words of a question are of, None for English."""
        if is_cyrillic(question):
            return "ru"
        counts = {language: self._counts(found, language) for language in LANGUAGES}
        language = max(counts, key=lambda each: counts[each])
        own, telling, english = counts[language]
        if own <= english:
            return None
        is_sure = telling > 0 and own > 1
        if telling or _FOREIGN_LETTER.search(question) or 2 * own > len(found):
            # "Welche Waffen liefert Deutschland der Ukraine?"
            places = self._places(found, territories(language))
            own, telling = own + places, telling + places
        enough = (3 if is_sure or telling > 1 else 2) * own >= len(found)
        return language if telling and enough and own > 2 * english else None

    def _counts(self, found: Sequence[_Word], language: str) -> tuple[int, int, int]:
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
        english = sum(word.lower in STOP_WORDS for word in found if word not in own)
        return len(own) + unheard, len(only) + unheard, english

    def _places(self, found: Sequence[_Word], names: Wordbook) -> int:
        """Return how many words are places' names in another language, and no words of English."""
        strange = {
            word
            for word in found
            if not self._english.zipf(word.folded) and not self._lexicon.has_word(word.folded)
        }
        single = sum((word.folded,) in names.exact for word in strange)
        double = sum(
            bool(strange.intersection(pair)) and tuple(word.folded for word in pair) in names.exact
            for pair in pairwise(found)
        )
        return single + 2 * double

    def _read(self, found: Sequence[_Word], place: int, language: str) -> _Read | None:
        """Return what the word at a ``place`` is in English, with those after it if it has to."""
        table, names = small_change(language), territories(language)
        for count in range(min(len(found) - place, _LONGEST_PHRASE), 0, -1):
            phrase = found[place : place + count]
            if any(right.start - left.end > _WIDEST_GAP for left, right in pairwise(phrase)):
                continue
            meant = table.get(tuple(word.lower for word in phrase))
            if meant is None:
                meant = table.get(tuple(word.folded for word in phrase))
            if meant is not None:
                if _begins_name(found, place) or self._names_somebody(phrase, place, language):
                    return None
                is_time = tuple(word.folded for word in phrase) in times(language)
                return _Read(meant, count, is_name=is_time)
            if count <= names.longest and (name := self._place(phrase, names)):
                return _Read(name, count, is_name=True)
        return self._in_latin(found[place], place) if language == "ru" else None

    def _place(self, phrase: Sequence[_Word], names: Wordbook) -> str | None:
        if len(phrase) == 1 and self._stays(phrase[0].folded):
            return None
        return names.find([word.lower for word in phrase])

    def _names_somebody(self, phrase: Sequence[_Word], place: int, language: str) -> bool:
        """Tell whether what may be a month or a day is the "Julio" of "Julio Borges"."""
        if len(phrase) > 1 or (phrase[0].folded,) not in _days(language):
            return False
        is_capital = phrase[0].is_capital and place > 0 and language != "de"
        return is_capital or self._stays(phrase[0].folded)

    def _stays(self, word: str) -> bool:
        """Tell whether the briefings have a word that is no English one as well: "island"."""
        return self._lexicon.has_word(word) and self._english.zipf(word) < REAL_WORD_ZIPF

    def _in_latin(self, word: _Word, place: int) -> _Read | None:
        """Return a Russian name in Latin letters, as the briefings have it where they do."""
        if not is_cyrillic(word.lower) or self._lexicon.has_word(word.folded):
            return None
        # In small letters many a word is spelt like one of English: "сон", "son".
        may_be = self._lexicon.has_word if word.is_capital else self._lexicon.is_name
        name = latin_name(word.lower, may_be)
        if name is None and word.is_capital and place > 0:
            name = likely_name(word.lower)
        return _Read(name.capitalize(), 1, is_name=True) if name else None


def _words(question: str) -> list[_Word]:
    found = ((match[0], match.start(), match.end()) for match in _WORD.finditer(question))
    return [
        _Word(word.lower(), fold(word), start, end, word[0].isupper()) for word, start, end in found
    ]


@cache
def _days(language: str) -> frozenset[tuple[str, ...]]:
    """Return the months and days of a language, which are names of people as well: "Avril"."""
    return frozenset(
        words for words, meant in times(language).items() if len(words) == 1 and meant[:1].isupper()
    )


def _days_after(own: Sequence[_Word], found: Sequence[_Word], language: str) -> list[_Word]:
    """Return the months and days among ``found`` before which another of its ``own`` words is."""
    return [
        right
        for left, right in pairwise(found)
        if left in own and (right.folded,) in _days(language)
    ]


def _begins_name(found: Sequence[_Word], place: int) -> bool:
    """Tell whether the word is the "Le" of "Le Pen"."""
    word, after = found[place], found[place + 1 : place + 2]
    return (
        place > 0
        and word.is_capital
        and word.folded in IN_NAMES
        and bool(after and after[0].is_capital)
    )


def _rewritten(
    question: str, found: Sequence[_Word], read: Callable[[int], _Read | None]
) -> Understood:
    """Return the question with what can be ``read`` of its words, by their places, put in."""
    pieces: list[str] = []
    written: dict[str, str] = {}
    places: list[tuple[int, int]] = []
    end = place = length = 0
    was_read = False
    while place < len(found):
        each = read(place)
        first, last = found[place], found[place + (each.words if each else 1) - 1]
        gap = question[end : first.start]
        gap = " " if (each or was_read) and gap in _LINKS else gap
        as_it_was = question[first.start : last.end]
        meant = each.meant if each else as_it_was
        places.append((length + len(gap), first.start))
        length += len(gap) + len(meant)
        places.append((length, last.end))
        pieces += (gap, meant)
        if each and each.is_name:
            written.update(dict.fromkeys(each.meant.split(), as_it_was))
        end, was_read = last.end, each is not None
        place += each.words if each else 1
    return Understood("".join([*pieces, question[end:]]), written, tuple(places))
