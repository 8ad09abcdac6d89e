"""A consonant skeleton, by which spellings of one name in other transliterations meet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters that transliterations and spellings write for one sound, longest first. C is that of
# "church"; a lone c is heard as s before some vowels, else as k: "Catherine", "Katharina".
_SOUNDS = (
    ("schtsch", "s"), ("shch", "s"), ("tsch", "C"), ("tch", "C"), ("sch", "s"), ("kh", "k"),
    ("gh", "g"), ("zh", "z"), ("dh", "d"), ("ph", "f"), ("th", "t"), ("chr", "kr"), ("ch", "C"),
    ("sh", "s"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("dj", "j"),
    ("ts", "s"), ("tz", "s"), ("x", "ks"), ("q", "k"), ("w", "v"), ("z", "s"),
    # Behind a consonant others write i or y, or nothing: "Skopje", "Reykjavik", "Benjamin".
    *((f"{consonant}j", consonant) for consonant in "bfgklmnprstv"),
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]+")
# The same in many words at once, a line each.
_VOWEL_THAT_BEGINS = re.compile(r"^[eiou]", re.MULTILINE)
_UNHEARD = re.compile(r"(?<!^)[aeiouyh]", re.MULTILINE)
_SHORTEST_WORD = 5
_SHORTEST_SKELETON = 3


@lru_cache(maxsize=1 << 12)
def skeleton(word: str) -> str:
    """Return the consonants of ``word`` as they sound, or "" where too little would be left.

    "younes", "yunis" and "younis" share one; so do "christine" and "kristin".
    """
    if len(word) < _SHORTEST_WORD or not word.isascii():
        return ""
    heard = word
    for written, sound in _SOUNDS:
        heard = heard.replace(written, sound)
    first = "a" if heard[0] in "aeiou" else heard[0]
    bones = _REPEATED.sub(r"\1", first + _VOWELS.sub("", heard[1:]).replace("h", ""))
    return bones if len(bones) >= _SHORTEST_SKELETON else ""


def skeletons(words: Sequence[str]) -> list[str]:
    """Return the `skeleton` of each of the ``words``, in a fraction of the time."""
    if not words:
        return []
    can_have_one = [len(word) >= _SHORTEST_WORD and word.isascii() for word in words]
    heard = "\n".join(word if can else "" for word, can in zip(words, can_have_one, strict=True))
    for written, sound in _SOUNDS:
        heard = heard.replace(written, sound)
    heard = _UNHEARD.sub("", _VOWEL_THAT_BEGINS.sub("a", heard))
    found = _REPEATED.sub(r"\1", heard).split("\n")
    return [bones if len(bones) >= _SHORTEST_SKELETON else "" for bones in found]
