"""Other spellings of one word: defence and defense, Oct. and October, ten and 10."""

from __future__ import annotations

import re
from functools import lru_cache

# (British, American) endings, with the inflections that may follow them.
_PAIRS = (
    ("our", "or"), ("ise", "ize"), ("isi", "izi"), ("isa", "iza"), ("yse", "yze"), ("ysi", "yzi"),
    ("tre", "ter"), ("ence", "ense"), ("ogue", "og"), ("elled", "eled"), ("elling", "eling"),
    ("eller", "eler"), ("alled", "aled"), ("alling", "aling"), ("amme", "am"), ("grey", "gray"),
    ("plough", "plow"), ("tyre", "tire"),
)  # fmt: skip
_INFLECTED = r"(?=(?:s|d|r|rs|ed|ing|ng|tion|tions|al|able|ful|ist|ists|ite|ites|hood|less|men)?$)"
_RULES = tuple(
    (
        here,
        re.compile(f"(?<=..){here}{_INFLECTED}" if len(here) < 4 else f"{here}{_INFLECTED}"),
        there,
    )
    for british, american in _PAIRS
    for here, there in ((british, american), (american, british))
)

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_WRITTEN_OUT = {
    **{name[:3]: name for name in (*_MONTHS, *_DAYS)},
    "sept": "september",
    "tues": "tuesday",
    "thurs": "thursday",
    **{str(number): name for number, name in enumerate(_NUMBERS)},
}
_WRITTEN_SHORT = {name: short for short, name in _WRITTEN_OUT.items()}


def as_abbreviated(word: str) -> str | None:
    """Return a month, a weekday or a number in its other form, None for any other word."""
    return _WRITTEN_OUT.get(word) or _WRITTEN_SHORT.get(word)


@lru_cache(maxsize=1 << 12)
def other_spellings(word: str) -> tuple[str, ...]:
    """Return how ``word`` may be spelt on the other side of the Atlantic; most are no words."""
    found = (rule.sub(there, word) for here, rule, there in _RULES if here in word)
    return tuple(dict.fromkeys(each for each in found if each != word))
