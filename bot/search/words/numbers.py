"""Numbers, in one form however they are written: 1,500 and 1500, 12bn and 12 billion.

What is glued to a number is taken off it where that is a unit, and the scales of money are spelt
out. Number words that a question has are read as digits where the briefings have those.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SPACES = "\u00a0\u2009\u202f"
GROUPED = rf"\d{{1,3}}(?:[,{_SPACES}]\d{{3}})+(?!\d)(?:\.\d+(?!\.?\d))?"
"""A number in groups of three digits, with its decimals."""
DECIMAL = r"(?<!\d\.)\d+\.\d+(?!\.?\d)"
"""One with decimals, and no date or address of several such parts."""
INSIDE = rf"(?<=\d)[,{_SPACES}](?=\d{{3}}(?!\d))"
"""What parts two groups."""
CURRENCIES = "$€£¥₹"
CURRENCY = rf"(?:[{CURRENCIES}](?=\d))?"
"""The sign of a currency before a number."""
_SIGNS = frozenset(CURRENCIES)

_NUMBER = re.compile(rf"([{CURRENCIES}]?)(\d+(?:[,{_SPACES}]\d{{3}})*(?:\.\d+)?)([a-z]{{1,4}})?")
_PARTING = re.compile(f"[,{_SPACES}]")
_SCALES = {
    "mn": "million", "mln": "million", "bn": "billion", "bln": "billion", "tn": "trillion",
    "trn": "trillion",
}  # fmt: skip
_SCALES_OF_MONEY = {**_SCALES, "m": "million", "b": "billion", "t": "trillion"}
_UNITS = frozenset(
    "km kg cm mm mph kmh kph ft lb lbs mw gw kw kwh mb gb tb pc pct hr hrs min mins".split()
)
_SAYS_LITTLE = frozenset(["am", "pm", "m"])
"""What many numbers have: "m" may be metres or millions, "pm" a minister, "am" a mere word."""
_WITH_NUMBER = re.compile(r"[^\W\d_]{4,}\d{1,2}")
_LONGEST_AGE = 2
"""Digits that "s" makes no decade of: "under-16s"."""


def is_number(part: str) -> bool:
    """Tell whether a token begins as a number does."""
    return part[0].isdigit() or part[0] in _SIGNS


def number_forms(folded: str) -> tuple[str, ...] | None:
    """Return the words that a ``folded`` number with its unit stands for, None where it is none.

    "1,500" is "1500", "12bn" is "12" and "billion", "50km" is "50" and "km", "5k" is "5000".
    """
    found = _NUMBER.fullmatch(folded)
    if found is None:
        return None
    sign, written, unit = found.groups()
    digits = _PARTING.sub("", written)
    if unit == "k":
        return (_thousands(digits),)
    scales = _SCALES_OF_MONEY if sign or "." in digits else _SCALES
    if scale := scales.get(unit):
        return digits, scale
    if unit in _UNITS:
        return digits, unit
    is_age = unit == "s" and len(digits) <= _LONGEST_AGE
    return (digits,) if not unit or is_age or unit in _SAYS_LITTLE else None


def _thousands(digits: str) -> str:
    whole, _, decimals = digits.partition(".")
    return f"{whole}{decimals:0<3}" if len(decimals) <= 3 else f"{whole}{decimals[:3]}"


_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = {
    **{word: value for value, word in enumerate(_UP_TO_NINETEEN)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}
"""What number words stand for that are one word each."""
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
"""The ordinals of 1 to 20, in order."""
_PLACES = {word: place for place, word in enumerate(ORDINALS, start=1)}
_IN_DIGITS = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_ONES = "|".join(_UP_TO_NINETEEN[1:])
_WORDS = re.compile(
    rf"\b(?:(?:(?:{'|'.join(_TENS)}|{_ONES}|an?)(?:[ -]|\b)){{1,4}}?(?:hundred|thousand)\b"
    rf"(?:(?: and)?[ -](?:{'|'.join(_TENS)}|{_ONES}|hundred|thousand)\b)*"
    rf"|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UP_TO_NINETEEN[1:10])}))?\b)"
)
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"(?<![\w,.])\d{1,3}(?: \d{3})+(?![\w,])")
_UNDER = re.compile(r"(?<!\w)u-?(\d\d)s?(?!\w)", re.IGNORECASE)


def in_digits(question: str, is_known: Callable[[str], bool]) -> str:
    """Return ``question`` with numbers as the briefings have them, by ``is_known`` of a word.

    "four hundred and twelve" is 412, "640 000" is 640000 and "u16" under 16, where that is known
    and what was written is not.
    """
    lowered = question.lower()
    # Most questions have none, and cost no more than this.
    has_words = "ty" in lowered or "hundred" in lowered or "thousand" in lowered
    if not (has_words or _DIGIT.search(question)) or len(lowered) != len(question):
        return question

    def digits(found: re.Match[str]) -> str:
        value = str(_value(re.split("[ -]", found[0].lower())))
        return value if is_known(value) and not is_known(_joined(found[0])) else found[0]

    def under(found: re.Match[str]) -> str:
        known = is_known(found[0].lower()) or not is_known(found[1])
        return found[0] if known else f"under {found[1]}"

    spelt = _replaced(_WORDS, lowered, question, digits)
    spelt = _APART.sub(lambda found: _together(found[0], is_known), spelt)
    return _UNDER.sub(under, spelt)


def _replaced(
    pattern: re.Pattern[str], lowered: str, text: str, meant: Callable[[re.Match[str]], str]
) -> str:
    """Return ``text`` with what the pattern finds in its small letters replaced, where it is."""
    parts, end = [], 0
    for found in pattern.finditer(lowered):
        if (instead := meant(found)) != found[0]:
            parts += [text[end : found.start()], instead]
            end = found.end()
    return "".join([*parts, text[end:]])


def _together(apart: str, is_known: Callable[[str], bool]) -> str:
    whole = apart.replace(" ", "")
    return whole if is_known(whole) else apart


def _joined(written: str) -> str:
    return written.lower().replace(" ", "").replace("-", "")


def _value(words: list[str]) -> int:
    """Return the number that English ``words`` say, those for what is below a million."""
    thousands = value = 0
    for word in words:
        if word == "hundred":
            value = max(value, 1) * _HUNDRED
        elif word == "thousand":
            thousands, value = max(value, 1) * _THOUSAND, 0
        else:
            value += VALUES.get(word, 0)
    return thousands + value


def spoken(number: int) -> str:
    """Return how a number from 21 to 99 is written out, as one word: "thirtyeight"."""
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (_UP_TO_NINETEEN[ones] if ones else "")


def ordinal(word: str, before: str = "") -> int | None:
    """Return the number of an ordinal, "4th" or "fourth", None for any other folded word.

    The first behind "twenty", where that stands ``before``, is the twenty-first.
    """
    if found := _IN_DIGITS.fullmatch(word):
        return int(found[1])
    place = _PLACES.get(word)
    if place is None or place >= _TEN or before not in _TENS:
        return place
    return VALUES[before] + place


def ends_in_number(word: str) -> bool:
    """Tell whether a folded word is one of four letters or more with a short number: "covid19"."""
    return not word.isalpha() and _WITH_NUMBER.fullmatch(word) is not None
