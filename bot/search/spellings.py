"""British and American spellings of one word: defence and defense."""

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


@lru_cache(maxsize=1 << 12)
def other_spellings(word: str) -> tuple[str, ...]:
    """Return how ``word`` may be spelt on the other side of the Atlantic; most are no words."""
    found = (rule.sub(there, word) for here, rule, there in _RULES if here in word)
    return tuple(dict.fromkeys(each for each in found if each != word))
