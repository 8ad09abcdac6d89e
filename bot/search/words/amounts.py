"""Amounts and spans of time said otherwise: half a century and 50 years, two dozen and 24."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from bot.search.words.numbers import VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Name = tuple[str, ...]

_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12,
}  # fmt: skip
_WRITTEN_AFTER_NUMBERS = ("thousand", "million", "billion", "trillion")
_HOURS = {"hour": 1, "day": 24, "week": 168, "fortnight": 336}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_ALONE = frozenset({"fortnight", "decade", "century", "millennium", "dozen"})
"""Of what is hardly ever counted otherwise one is enough: "a century" is 100 years."""
_SEVERAL = {"century": "centuries", "millennium": "millennia"}
_OF_UNITS = {
    form: unit
    for unit in (*_HOURS, *_MONTHS)
    for form in (unit, f"{unit}s", _SEVERAL.get(unit, unit))
}
_WORDS = {number: word for word, number in VALUES.items()}
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_TELLING = frozenset({*_OF_UNITS, *_SCALES, *_PARTS})
_ROUND = re.compile(r"\d+0{4}")
_MOST = {"hour": 240, "month": 60, "thousand": 999}
"""What is hardly counted in so small units."""
_MOST_OF_OTHERS = 9999
_LEAST = {"thousand": 1}
_LEAST_OF_OTHERS = Fraction(1, 10)
_HUNDRED = 100

_NUMBER = "|".join(sorted(VALUES, key=len, reverse=True))
_AMOUNT = re.compile(
    r"(?<![\w.,])(?:(?P<part>half|quarter)(?:[ -](?:of[ -])?an?)?"
    rf"|(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)|(?P<words>(?:{_NUMBER})(?:[ -](?:{_NUMBER}))?)|an?)"
    r"(?P<more>[ -]and[ -]a[ -]half)?"
    rf"(?P<scales>(?:[ -]?\b(?:{'|'.join(_SCALES)})\b)*)"
    rf"(?:[ -](?P<unit>{'|'.join(sorted(_OF_UNITS, key=len, reverse=True))})\b)?"
    r"(?P<later> and a half\b)?"
)


class Amount(NamedTuple):
    """What a question says from ``start`` to ``end``, and the names that may stand there."""

    start: int
    end: int
    names: tuple[Name, ...]


def tells_amount(form: str) -> bool:
    """Tell whether a folded word may be part of an amount that is also said otherwise."""
    return form in _TELLING or (form.isdigit() and _ROUND.fullmatch(form) is not None)


def amounts(question: str) -> Iterator[Amount]:
    """Yield the amounts that ``question`` names and texts may say otherwise."""
    lowered = question.lower()
    if len(lowered) != len(question):
        return
    for found in _AMOUNT.finditer(lowered):
        written = frozenset(re.findall(r"[\w.]+", found[0]))
        names = tuple(name for name in dict.fromkeys(_otherwise(found)) if not written >= {*name})
        if names:
            yield Amount(*found.span(), names)


def _otherwise(found: re.Match[str]) -> Iterator[Name]:
    """Yield how else an amount may be said, in words that briefings are searched by."""
    value = _value(found)
    unit = _OF_UNITS.get(found["unit"] or "")
    if unit is None:
        if found["scales"] or _ROUND.fullmatch((found["digits"] or "").replace(",", "")):
            yield from _numbers(value)
        return
    for sizes in (_HOURS, _MONTHS):
        if unit in sizes:
            yield from _spans(value * sizes[unit], sizes)


def _value(found: re.Match[str]) -> Fraction:
    """Return the number that was written, an article for one."""
    value = Fraction(1)
    if found["part"]:
        value = _PARTS[found["part"]]
    elif found["digits"]:
        value = Fraction(found["digits"].replace(",", ""))
    elif found["words"]:
        value = Fraction(sum(VALUES[word] for word in re.split("[ -]", found["words"])))
    if found["more"] or found["later"]:
        value += Fraction(1, 2)
    for scale in re.findall("[a-z]+", found["scales"]):
        value *= _SCALES[scale]
    return value


def _numbers(value: Fraction) -> Iterator[Name]:
    if value.denominator == 1:
        yield from _counted(int(value))
    for scale in _WRITTEN_AFTER_NUMBERS:
        many = value / _SCALES[scale]
        least = _LEAST.get(scale, _LEAST_OF_OTHERS)
        if least <= many <= _MOST.get(scale, _MOST_OF_OTHERS) and many != 1:
            yield from ((*name, scale) for name in _mantissas(many))


def _mantissas(many: Fraction) -> Iterator[Name]:
    if many.denominator == 1:
        yield from _counted(int(many))
    elif (1000 % many.denominator) == 0:
        yield (f"{float(many):g}",)
    if many == _PARTS["half"]:
        yield ("half",)


def _spans(value: Fraction, sizes: Mapping[str, int]) -> Iterator[Name]:
    """Yield a span of time in each of the units of these ``sizes``."""
    for unit, size in sizes.items():
        many = value / size
        if many == 1 and unit in _ALONE:
            yield (unit,)
        elif many == _PARTS["half"]:
            yield ("half", unit)
        elif many.denominator == 1 and 1 < many <= _MOST.get(unit, _MOST_OF_OTHERS):
            yield from ((*name, unit) for name in _counted(int(many)))


def _counted(number: int) -> Iterator[Name]:
    """Yield a whole number in digits and, where that is short, in words."""
    yield (str(number),)
    if number in _WORDS:
        yield (_WORDS[number],)
    hundreds, rest = divmod(number, _HUNDRED)
    if rest == 0 and 1 < hundreds < 10:
        yield (_WORDS[hundreds], "hundred")
