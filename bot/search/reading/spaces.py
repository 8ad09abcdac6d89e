"""Words that were run together ("northkorea") or torn apart ("inva sion") in typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.reading.spelling import is_known
from bot.search.words.english import COMMON_ZIPF, REAL_WORD_ZIPF
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_SHORTEST = 6
_SHORTEST_PART = 2
_SHORTEST_COMMON = 4
_LONGEST = 30


def parted(
    word: str, lexicon: Lexicon, english: Frequencies, *, is_name: bool
) -> tuple[str, str] | None:
    """Return the two words that ``word``, found nowhere, was made of by a forgotten space.

    The briefings name them side by side, or they are common English words; they must be named so
    where ``word`` is capitalised, with ``is_name``, or is an English word ("superbowl"). Of several
    ways the one with the longest shorter half is taken.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
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
    if not _SHORTEST <= len(whole) <= _LONGEST or not whole.isalpha():
        return None
    if not is_known(whole, lexicon, english):
        return None
    held = max(lexicon.word_frequency(whole), lexicon.stem_frequency(lexicon.stem(whole)))
    rarer = min(lexicon.word_frequency(left), lexicon.word_frequency(right))
    return whole if held > rarer else None
