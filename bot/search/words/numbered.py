"""What goes by a number, however that is written: F-35 and F35, World War II and World War 2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from bot.search.words.days import DAYS, MONTH_OF
from bot.search.words.numbers import VALUES
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Numbered: TypeAlias = "tuple[str, str]"
"""A folded name, and the number that it goes by."""

_NUMBER = r"\d{1,4}(?:\.\d{1,3}|-\d{1,4})?[A-Za-z]?"
_DIGITS = re.compile(_NUMBER)
YEAR = re.compile(r"(?:19|20)\d\d")
# Roman numerals below 90, which is as far as wars, popes and games are counted.
_ROMAN = re.compile(r"(?=.)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_JOINED = re.compile(rf"([^\W\d_]{{1,16}})[-‐‑]?({_NUMBER})")
_JOINED_ROMAN = re.compile(r"([A-Za-z]{2,4}?)([IVXLivxl]{1,5})")
_WORDS = {word: value for word, value in VALUES.items() if 0 < value <= 20}
NUMBER_WORDS = "|".join(_WORDS)
"""A pattern of the number words that names end in."""
MOST_BEFORE = 3
"""Words of a name before its number that are looked at: "Super Smash Bros"."""
_NO_NAMES = frozenset((*MONTH_OF, *DAYS)) | STOP_WORDS


def numeral(word: str) -> str:
    """Return the number that a word without its possessive stands for, in digits, else "".

    Digits may have a letter behind them, "35a"; Roman numerals are in capitals, number words with
    one, as they are in names: "World War Three".
    """
    if word[0].isdigit():
        return word.lower() if _DIGITS.fullmatch(word) else ""
    if not word[0].isupper():
        return ""
    if _ROMAN.fullmatch(word):
        return str(_value(word))
    return str(_WORDS.get(word.lower(), "")) if word[1:].islower() else ""


def numeral_typed(word: str) -> str:
    """Return the number of a word of a question, where names may be in small letters, else "".

    "i" alone is a pronoun, and "Xi" somebody.
    """
    is_small = len(word) > 1 and word.isascii() and word.islower()
    return numeral(word) or (is_small and numeral(word.upper())) or numeral(word.title())


def designation(word: str) -> Numbered | None:
    """Return the folded name and the number of a word that has both: "F-35", "F35"."""
    found = _JOINED.fullmatch(word)
    return (fold(found[1]), found[2].lower()) if found else None


def with_roman(word: str) -> Numbered | None:
    """Return the folded name and the number of a word with a Roman numeral behind it: "WWII"."""
    found = _JOINED_ROMAN.fullmatch(word)
    if found is None or not _ROMAN.fullmatch(found[2].upper()):
        return None
    return found[1].lower(), str(_value(found[2].upper()))


def named_by(before: Sequence[str], number: str) -> Iterator[Numbered]:
    """Yield what may go by a number behind the words ``before`` it, and the name as written.

    The name is the last of them, or the initials of the last ones: "war" and "ww" of a world war.
    A year, a day of a month and what stands behind a function word is no such number.
    """
    last = fold(before[-1]) if before else ""
    if not last.isalpha() or last in _NO_NAMES or YEAR.fullmatch(number):
        return
    yield last, before[-1]
    for size in range(2, min(len(before), MOST_BEFORE) + 1):
        words = before[-size:]
        yield fold("".join(word[0] for word in words)), " ".join(words)


def _value(roman: str) -> int:
    """Return the value of a Roman numeral in capitals."""
    values = [_ROMAN_VALUES[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(
        -value if value < then else value for value, then in zip(values, following, strict=True)
    )
