"""Words that were run together ("northkorea") or torn apart ("inva sion") in typing."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.search.reading.spelling import is_known
from bot.search.words.capitals import is_capital
from bot.search.words.english import COMMON_ZIPF, REAL_WORD_ZIPF
from bot.search.words.respellings import respellings
from bot.search.words.spellings import other_spellings
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.synonyms import is_listed
from bot.search.words.text import Word, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.reading.meaning import Meanings
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_WITH_NUMBER = re.compile(r"([a-z]{2,29})(\d{1,9})|(\d{1,9})([a-z]{2,29})")
_SHORTEST = 6
_SHORTEST_PART = 2
_SHORTEST_COMMON = 4
_SHORTEST_FIRST, _SHORTEST_SECOND = 3, 4
"""Letters of the two words of a name that was run together, with a slip in it."""
_SHORTEST_WITH_NUMBER = 3
_LONGEST = 30
_KEPT = 1 << 11


class Spaces:
    """Reads questions as if their spaces stood where they belong, over one edition."""

    def __init__(self, lexicon: Lexicon, english: Frequencies, meanings: Meanings) -> None:
        self._lexicon = lexicon
        self._english = english
        self._meaning = meanings.of
        self._parting = lru_cache(_KEPT)(self._parting_of)
        self._with_slip = lru_cache(_KEPT)(self._with_slip_of)

    def mended(self, question: str) -> tuple[list[Word], Sequence[tuple[int, str]]]:
        """Return every word of a question, and the words that its telling ones may be halves of.

        Two that no briefing has are read as the one that they are halves of. Where briefings have
        them, that one is returned with the place of each among the telling words.
        """
        mended: list[Word] = []
        wholes: list[str | None] = []
        for part in [part for word in words(question) for part in self._parts(question, word)]:
            word, whole = part, self._whole_of(question, mended, part)
            if mended and (one := self._one_of(mended[-1], part, whole)):
                wholes.pop()
                word = Word(one, mended.pop().start, part.end, stop=False)
                whole = self._whole_of(question, mended, word)
            mended.append(word)
            wholes.append(whole)
        return mended, [*_halves(mended, wholes)] if any(wholes) else ()

    def _parts(self, question: str, word: Word) -> tuple[Word, ...]:
        """Return the word, or the two that it was before a space was forgotten."""
        form = word.form
        if word.stop or self._meaning(form, ()).is_exact:
            return (word,)
        if fold(question[word.start : word.start + len(form)]) != form:
            return (word,)
        is_name = word.start > 0 and question[word.start].isupper()
        halves = self._parting(form, is_name) or self._with_slip(form)
        if halves is None:
            return (word,)
        middle = word.start + len(halves[0])
        left, right = (half in STOP_WORDS for half in halves)
        return (
            Word(halves[0], word.start, middle, left),
            Word(halves[1], middle, word.end, right),
        )

    def _parting_of(self, form: str, is_name: bool) -> tuple[str, str] | None:
        # One letter more or less is likelier than a space.
        if self._meaning(form, ()).edits == 1:
            return None
        return parted(form, self._lexicon, self._english, is_name=is_name)

    def _with_slip_of(self, form: str) -> tuple[str, str] | None:
        """Return a number or a name, and what stands behind it with a slip: "30metrs"."""
        meant = self._meaning(form, ())
        if form.isalpha():
            may_be = not (meant.alternatives or self._english.zipf(form) or is_listed(form))
            return name_parted(form, self._lexicon) if may_be else None
        found = _WITH_NUMBER.fullmatch(form)
        if found is None or found[3] is None or not self._lexicon.has_word(found[3]):
            return None
        is_short = any(map(self._lexicon.has_word, other_spellings(found[4])))
        is_slip = len(found[4]) >= _SHORTEST_COMMON and self._meaning(found[4], ()).edits == 1
        return (found[3], found[4]) if is_short or is_slip else None

    def _whole_of(self, question: str, before: Sequence[Word], word: Word) -> str | None:
        """Return what a word is half of with the last one ``before`` it and a space, if any."""
        if not before:
            return None
        left = before[-1]
        if (left.stop and word.stop) or question[left.end : word.start] != " ":
            return None
        return joined(left.form, word.form, self._lexicon, self._english)

    def _one_of(self, left: Word, right: Word, whole: str | None) -> str | None:
        """Return the word that two are which no briefing has: a capital, or their ``whole``."""
        if is_capital(left.form, right.form) and not self._meaning(right.form, ()).is_exact:
            return left.form + right.form
        if whole and not any(
            each.stop or self._meaning(each.form, ()).alternatives for each in (left, right)
        ):
            return whole
        return None


def _halves(found: Sequence[Word], wholes: Sequence[str | None]) -> Iterator[tuple[int, str]]:
    """Yield the places of the telling words that are halves of one, and that one.

    Each of the ``wholes`` is what the word at its place is with the one before it.
    """
    place = -1
    for left, right, whole in zip(found, found[1:], wholes[1:], strict=False):
        place += not left.stop
        if whole:
            if not left.stop:
                yield place, whole
            if not right.stop:
                yield place + 1, whole


def parted(
    word: str, lexicon: Lexicon, english: Frequencies, *, is_name: bool
) -> tuple[str, str] | None:
    """Return the two words that ``word``, found nowhere, was made of by a forgotten space.

    The briefings name them side by side, or they are common English words; they must be named so
    where ``word`` is capitalised, with ``is_name``, or is an English word ("superbowl"). Of several
    ways the one with the longest shorter half is taken.
    """
    if not word.isalpha():
        return _from_number(word, lexicon, english)
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    places = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    ways = sorted(places, key=lambda place: (abs(2 * place - len(word)), place))
    halves = [(word[:place], word[place:]) for place in ways]
    for left, right in halves:
        if lexicon.stands_together(left, right):
            return left, right
    if is_name or english.zipf(word) >= REAL_WORD_ZIPF:
        return None
    for left, right in halves:
        if _is_common(left, lexicon, english) and _is_common(right, lexicon, english):
            return left, right
    return None


def name_parted(word: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the first two words of a name that ``word`` was made of, a letter of each wrong.

    "Buenosaryes" are "buenos" and "aryes" for Buenos Aires.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    for place in range(_SHORTEST_FIRST, len(word) - _SHORTEST_SECOND + 1):
        left, right = word[:place], word[place:]
        seconds = _names_near(right, lexicon)
        # "East" is also written small, and "eastangila" still East Anglia.
        for first in {left, *_names_near(left, lexicon)} if seconds else ():
            behind = (name.partition(" ")[0] for name in lexicon.names_after(first))
            if not seconds.isdisjoint(behind):
                return left, right
    return None


def _names_near(word: str, lexicon: Lexicon) -> set[str]:
    """Return the names that are a letter away from a word, or that it may be a spelling of."""
    near = (each for each in lexicon.near(word, 1) if OSA.distance(word, each) < 2)
    return set(filter(lexicon.is_name, chain(near, respellings(word))))


def _from_number(word: str, lexicon: Lexicon, english: Frequencies) -> tuple[str, str] | None:
    """Return a number that the briefings have and the word that it was run together with."""
    found = _WITH_NUMBER.fullmatch(word)
    if found is None:
        return None
    left, right = (found[1], found[2]) if found[1] else (found[3], found[4])
    number, other = (right, left) if right.isdigit() else (left, right)
    is_word = _is_common(other, lexicon, english)
    is_meant = is_word or (len(other) >= _SHORTEST_COMMON and lexicon.has_word(other))
    return (left, right) if is_meant and lexicon.has_word(number) else None


def _is_common(part: str, lexicon: Lexicon, english: Frequencies) -> bool:
    if part in STOP_WORDS:
        return len(part) > 1
    return (
        len(part) >= _SHORTEST_COMMON
        and lexicon.has_word(part)
        and english.zipf(part) >= COMMON_ZIPF
    )


def joined(left: str, right: str, lexicon: Lexicon, english: Frequencies) -> str | None:
    """Return the word that ``left`` and ``right`` make without the space between, if it is one.

    The briefings must have it more often than the rarer of the two.
    """
    whole = left + right
    least = _SHORTEST if whole.isalpha() else _SHORTEST_WITH_NUMBER
    if not least <= len(whole) <= _LONGEST or whole.isdigit() or not whole.isalnum():
        return None
    if not is_known(whole, lexicon, english):
        return None
    held = max(lexicon.word_frequency(whole), lexicon.stem_frequency(lexicon.stem(whole)))
    rarer = min(lexicon.word_frequency(left), lexicon.word_frequency(right))
    return whole if held > rarer else None
