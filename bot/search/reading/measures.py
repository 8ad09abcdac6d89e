"""What is measured: which words ask for a measure, and which texts tell it in its units.

"How strong was the quake" is told by a magnitude, "how much land" by hectares, whatever words
stand beside them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.reading.kinds import AMOUNT, DISTANCES, LENGTHS, Kind, is_new, tells
from bot.search.words.inflecting import bases

if TYPE_CHECKING:
    from collections.abc import Container

_UNITS = {
    "length": rf"(?:{LENGTHS})(?! (?:per|an)\b|/)",
    "area": r"hectares?|acres?|ha|(?:square|sq\.?)(?:[ -][a-z]+)?|[kc]?m[²2]",
    "speed": rf"km/?h|kph|kmh|mph|knots?|m/s|(?:{DISTANCES})[ -](?:per|an)[ -](?:hour|second)",
    "power": r"(?:kilo|mega|giga|tera)?watts?(?:[ -]hours?)?|[kmgt]wh?|horsepower",
    "weight": r"kg|kilos?|(?:kilo|milli)?grams?|tons?|tonnes?|ounces?|stone",
    "volume": r"(?:milli)?lit(?:er|re)s?|gallons?|barrels?|cubic [a-z]+",
    "temperature": r"°[cf]?|degrees?|celsius|fahrenheit",
}
_OF_UNITS = {
    dimension: re.compile(
        rf"(?:\b([a-z]+) of (?:[a-z]+ ){{0,2}})?((?<![$€£¥₹]){AMOUNT})[ -]?(?:{units})(?![a-z])"
        r"(?:[ -]([a-z]+))?"
    )
    for dimension, units in _UNITS.items()
}
_UNIT = {dimension: re.compile(units) for dimension, units in _UNITS.items()}
_KINDS = {
    "money": Kind.MONEY, "share": Kind.SHARE, "time": Kind.DURATION, "age": Kind.AGE,
}  # fmt: skip
_STRENGTH = re.compile(
    r"\b(?:magnitude|category|force|richter|scale)(?: of)? (\d[\d.]*)"
    r"|(\d[\d.]*)[ -](?:magnitude|on the richter)"
)
# "Its $20 billion plant" tells what nobody paid to anybody.
_WORTH_OF_A_THING = re.compile(
    r"\b(?:its|his|her|their|our|an?|the|this|that) [$€£¥₹]\d[\d.,]*"
    r"(?:[ -](?:[mb]illion|trillion|bn|m))?[ -][a-z]+"
)
_STRENGTHS = "strength"
_WORDS = {
    "length": "high tall deep wide broad long far thick close height depth width length distance"
    " altitude thickness",
    "area": "land ground area territory terrain cover",
    "speed": "fast quick strong speed",
    "power": "strong powerful power energy electricity capacity",
    "weight": "heavy weigh weight",
    "volume": "volume",
    "temperature": "hot cold warm cool high low temperature",
    "money": "expensive cheap pricey costly high low cost price worth pay money cash",
    "share": "far deep deeply high low strong strongly steep steeply sharp sharply hard badly fast"
    " percentage percent percents",
    "time": "long time",
    "age": "old age",
    _STRENGTHS: "strong powerful severe bad intense violent magnitude strength",
}
_OF_ANY_SIZE = "big large huge small little tiny"
_SIZES = ("length", "area", "weight", "volume", "power", "share", "money", _STRENGTHS)


def _dimensions() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_OF_ANY_SIZE.split(), _SIZES)
    for dimension, words in _WORDS.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), dimension)
    return found


_DIMENSIONS = _dimensions()
# A length may be of any side, which the words beside it tell.
_SIDES = (
    frozenset("high tall height altitude".split()),
    frozenset("deep depth".split()),
    frozenset("wide broad width".split()),
    frozenset("long length".split()),
    frozenset("thick thickness".split()),
)


# Where nothing else is told by these words, as a strong team or a high court is.
_ASKS_MEASURE = re.compile(
    r"\bhow (?:(?P<adjective>tall|wide|broad|deep|thick|heavy|hot|cold|warm)"
    r"|much (?P<noun>land|territory))\b"
    r"|\bwhat(?:['’]?s| is| was| are| were) the"
    r" (?P<measure>height|depth|width|weight|altitude|temperature)s? of\b"
    r"|\bhow long\b.*\bin (?P<units>(?:centi|kilo)?met(?:re|er)s|feet|inches|miles)\b",
    re.IGNORECASE,
)
_ASKS_HOW = re.compile(r"\bhow ([a-z]+)", re.IGNORECASE)
_ONE_OF_WEIGHT = re.compile(r"\ban? (?:ton|tonne|kilo|kilogram|pound|gram|ounce)\b(?! sterling)")
_LOOSELY = {
    "area": r"%|\b(?:percent|per cent|half|third|quarter|all|most)\b",
    "temperature": r"\b(?:degrees?|zero|celsius|fahrenheit|freezing)\b|\d ?c\b",
    "weight": r"\b(?:pounds?|lbs?|weigh\w*)\b",
    "length": r"\d ?(?:ft|['′])",
}


def leaves_unmeasured(question: str, text: str) -> bool:
    """Tell whether a ``question`` wants something measured of which ``text`` tells no measure.

    A height tells no width.
    """
    asked = _ASKS_MEASURE.search(question)
    if asked is None:
        return False
    word, lowered = next(filter(None, asked.groups())).lower(), text.lower()
    own = next((side for side in _SIDES if word in side), frozenset({word}))
    if any(re.search(rf"\b{each}\b", lowered) for each in own) or tells_measure(word, text, ()):
        return False
    return not any(
        re.search(_LOOSELY[each], lowered) for each in dimensions_of(word) if each in _LOOSELY
    )


def measure_asked_for(question: str) -> str:
    """Return the word by which ``question`` asks how much something measures, "" for none."""
    found = (each[1].lower() for each in _ASKS_HOW.finditer(question))
    return next((word for word in found if word in _DIMENSIONS), "")


def is_unit_of(word: str) -> tuple[str, ...]:
    """Return what a folded ``word`` is a unit of: "hectares", "km"; nothing for any other word."""
    return tuple(dimension for dimension, unit in _UNIT.items() if unit.fullmatch(word))


def dimensions_of(word: str) -> tuple[str, ...]:
    """Return the dimensions in which what a folded ``word`` in any form asks for is measured."""
    own = next((base for base in bases(word) if base in _DIMENSIONS), word)
    return _DIMENSIONS.get(own) or is_unit_of(word)


def tells_measure(word: str, text: str, named: Container[str]) -> bool:
    """Tell whether ``text`` has a measure that a folded ``word`` asks for: "deep", "land", "km".

    Numbers of the question, whose folded words are ``named``, are none.
    """
    lowered = text.lower()
    return any(_tells(dimension, word, lowered, named) for dimension in dimensions_of(word))


def _tells(dimension: str, word: str, lowered: str, named: Container[str]) -> bool:
    if dimension == "money" and "pay" in bases(word):
        lowered = _WORTH_OF_A_THING.sub("", lowered)
    if dimension in _KINDS:
        return tells(_KINDS[dimension], lowered, named)
    if dimension == _STRENGTHS:
        found = _STRENGTH.finditer(lowered)
        return any(is_new(each[1] or each[2], named) for each in found)
    if dimension == "weight" and _ONE_OF_WEIGHT.search(lowered):
        return True
    return any(
        is_new(each[2], named) and not _is_of_another_side(word, each[1], each[3])
        for each in _OF_UNITS[dimension].finditer(lowered)
    )


def _is_of_another_side(word: str, *beside: str | None) -> bool:
    """Tell whether a word ``beside`` a length tells of another side than ``word`` asks for."""
    own = next((side for side in _SIDES if word in side), None)
    if own is None:
        return False
    return any(each in side for side in _SIDES if side is not own for each in beside)
