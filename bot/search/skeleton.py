"""A consonant skeleton, by which spellings of one name in other transliterations meet."""

from __future__ import annotations

import re
from functools import lru_cache

# Pairs of letters that transliterations write for one sound, longest first.
_SOUNDS = (
    ("tch", "c"), ("sch", "s"), ("tsch", "c"), ("kh", "k"), ("gh", "g"), ("zh", "z"), ("dh", "d"),
    ("ph", "f"), ("th", "t"), ("ch", "c"), ("sh", "s"), ("ck", "k"), ("dj", "j"), ("ts", "s"),
    ("tz", "s"), ("x", "ks"), ("q", "k"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]+")
_SHORTEST_WORD = 5
_SHORTEST_SKELETON = 3


@lru_cache(maxsize=1 << 12)
def skeleton(word: str) -> str:
    """Return the consonants of ``word`` as they sound, or "" where too little would be left.

    "younes", "yunis" and "younis" share one; so do "zelensky" and "zelenskiy".
    """
    if len(word) < _SHORTEST_WORD or not word.isascii():
        return ""
    heard = word
    for written, sound in _SOUNDS:
        heard = heard.replace(written, sound)
    first = "a" if heard[0] in "aeiou" else heard[0]
    bones = _REPEATED.sub(r"\1", first + _VOWELS.sub("", heard[1:]).replace("h", ""))
    return bones if len(bones) >= _SHORTEST_SKELETON else ""
