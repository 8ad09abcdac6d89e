"""Other spellings of one word: defence and defense, Oct. and October, ten and 10, 3rd and third."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.words.days import DAYS, MONTHS
from bot.search.words.numbers import ORDINALS, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

# (British, American) endings, with the inflections that may follow them.
_PAIRS = (
    ("our", "or"), ("ise", "ize"), ("isi", "izi"), ("isa", "iza"), ("yse", "yze"), ("ysi", "yzi"),
    ("tre", "ter"), ("ence", "ense"), ("ogue", "og"), ("elled", "eled"), ("elling", "eling"),
    ("eller", "eler"), ("alled", "aled"), ("alling", "aling"), ("amme", "am"), ("grey", "gray"),
    ("plough", "plow"), ("tyre", "tire"), ("bre", "ber"), ("ellor", "elor"), ("lful", "llful"),
    ("mould", "mold"), ("moult", "molt"), ("smoulder", "smolder"), ("mollusc", "mollusk"),
    ("cheque", "check"), ("draught", "draft"), ("doughnut", "donut"), ("yoghurt", "yogurt"),
    ("jewellery", "jewelry"), ("pyjama", "pajama"), ("aluminium", "aluminum"),
    ("artefact", "artifact"), ("aeroplane", "airplane"), ("judgement", "judgment"),
    ("moustache", "mustache"), ("medall", "medal"), ("woollen", "woolen"), ("cosy", "cozy"),
    ("omelette", "omelet"), ("whisky", "whiskey"), ("noeuvre", "neuver"),
    ("noeuvring", "neuvering"),
)  # fmt: skip
# The same within words, most of them Greek: "paediatrician" and "pediatrician".
_INSIDE = (
    ("haemo", "hemo"), ("haema", "hema"), ("anaem", "anem"), ("ukaem", "ukem"), ("paedi", "pedi"),
    ("paedo", "pedo"), ("haeolog", "heolog"), ("laeo", "leo"),
    ("naeco", "neco"), ("anaesth", "anesth"), ("oestr", "estr"), ("oesoph", "esoph"),
    ("foet", "fet"), ("rrhoea", "rrhea"), ("caesar", "cesar"), ("caesium", "cesium"),
    ("sulph", "sulf"), ("scept", "skept"),
)  # fmt: skip
_INFLECTIONS = frozenset(
    ["", *"s d r rs ed ing ng tion tions al able ful ist ists ite ites hood less men".split()]
)
_LITTLE, _BEFORE_LITTLE = 3, 2
"""Letters of a part that tells little, at the most, and how many others have to stand before it."""
_LED_BY = 2
"""The first letters of a part, by which those are found that a word may have."""


def _by_start() -> dict[str, list[tuple[str, str, bool]]]:
    """Return each part with what stands for it and whether it stands within words, by its start."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for pair in (*_PAIRS, *_INSIDE):
        for here, there in (pair, pair[::-1]):
            found.setdefault(here[:_LED_BY], []).append((here, there, pair in _INSIDE))
    return found


_BY_START = _by_start()

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINALS = (*ORDINALS, "twentyfirst")


def _ending(number: int) -> str:
    """Return what makes an ordinal of a number up to 21, in digits."""
    return {1: "st", 2: "nd", 3: "rd", 21: "st"}.get(number, "th")


_WRITTEN_OUT = {
    **{name[:3]: name for name in (*MONTHS, *DAYS)},
    "sept": "september",
    "tues": "tuesday",
    "thurs": "thursday",
    **{str(number): name for number, name in enumerate(_NUMBERS)},
    **{str(number): spoken(number) for number in range(21, 100)},
    **{f"{number}{_ending(number)}": name for number, name in enumerate(_ORDINALS, start=1)},
}
_WRITTEN_SHORT = {name: short for short, name in _WRITTEN_OUT.items()}


# What is glued to numbers, and how it is written out; each is also looked for as the other.
_UNITS = {
    "km": ("kilometre", "kilometer", "kilometres", "kilometers"),
    "kg": ("kilogram", "kilograms", "kilo", "kilos"),
    "pct": ("percent",),
    "pc": ("percent",),
    "ft": ("foot", "feet"),
    "cm": ("centimetre", "centimeter", "centimetres", "centimeters"),
}
# How people write them short, and hardly a briefing does: there "PT" is a party.
_SHORT = {
    **dict.fromkeys(("pt", "pts"), ("point", "points")),
    **dict.fromkeys(("yr", "yrs"), ("year", "years")),
    **dict.fromkeys(("mth", "mths"), ("month", "months")),
    **dict.fromkeys(("wk", "wks"), ("week", "weeks")),
    **dict.fromkeys(("hr", "hrs"), ("hour", "hours")),
    **dict.fromkeys(("min", "mins"), ("minute", "minutes")),
}
_OF_UNITS = {
    **_SHORT,
    **_UNITS,
    **{name: (unit,) for unit, names in _UNITS.items() for name in names},
}
# The first or last part of a word that is said for the whole of it.
_CLIPPED = dict(
    pair.split("=")
    for pair in """
    celeb=celebrity champ=champion chimp=chimpanzee copter=helicopter croc=crocodile dino=dinosaur
    dept=department exec=executive flu=influenza fridge=refrigerator gator=alligator govt=government
    hippo=hippopotamus intl=international lab=laboratory limo=limousine math=mathematics
    maths=mathematics mic=microphone pic=picture prof=professor quake=earthquake
    rehab=rehabilitation rhino=rhinoceros tech=technology teen=teenager uni=university
    veggie=vegetable vid=video
    """.split()
)


def as_abbreviated(word: str) -> str | None:
    """Return a month, a weekday or a number in its other form, or a clipped word as a whole.

    None for any other word.
    """
    return (
        _WRITTEN_OUT.get(word)
        or _WRITTEN_SHORT.get(word)
        or _CLIPPED.get(word)
        or _CLIPPED.get(word.removesuffix("s"))
    )


@lru_cache(maxsize=1 << 12)
def other_spellings(word: str) -> tuple[str, ...]:
    """Return how ``word`` may be spelt on the other side of the Atlantic, or a unit otherwise.

    Most of these are no words.
    """
    others = (*_beyond_the_atlantic(word), *_OF_UNITS.get(word, ()))
    return tuple(dict.fromkeys(each for each in others if each != word))


def _beyond_the_atlantic(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        for here, there, is_inside in _BY_START.get(word[at : at + _LED_BY], ()):
            if not word.startswith(here, at) or (at < _BEFORE_LITTLE and len(here) <= _LITTLE):
                continue
            rest = word[at + len(here) :]
            if is_inside or rest in _INFLECTIONS:
                yield f"{word[:at]}{there}{rest}"
