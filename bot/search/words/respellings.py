"""How names are written that somebody else heard, or writes in another language.

A German writes "Chabarowsk" for Khabarovsk, a Spaniard "Jruschov" for Khrushchev; who only heard of
Jorge writes "horhe". What is left of such spellings is told by their consonants
(`bot.search.words.skeleton`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

# What is written, and what English may have for it. What stands first is taken first.
_RULES = (
    ("tsch", ("ch",)), ("dsch", ("j",)), ("sch", ("sh",)), ("tch", ("ch",)), ("ch", ("kh", "sh")),
    ("dj", ("j",)), ("dzh", ("j",)), ("ij$", ("y",)), ("yj$", ("y",)), ("j", ("y", "kh", "h")),
    ("kh", ("ch", "h")), ("k(?=[ei])", ("qu",)), ("h(?=[aeiou])", ("j", "kh")),
    ("^y", ("j",)), ("w", ("v",)), ("ou", ("u",)), ("oo", ("u",)), ("^z", ("ts",)), ("y$", ("ie",)),
    ("^ts", ("z", "c")), ("^x", ("sh",)), ("^s(?=[aeiou])", ("z",)),
)  # fmt: skip
_RULE = re.compile("|".join(f"({here})" for here, _ in _RULES))
_KEPT = 1 << 11
_MOST = 48
"""Ways that are looked at, at the most."""


@lru_cache(_KEPT)
def respellings(word: str) -> tuple[str, ...]:
    """Return how a folded ``word`` may be spelt in English; most of these are no words."""
    parts: list[tuple[str, ...]] = []
    end, ways = 0, 1
    for found in _RULE.finditer(word):
        choices = (found[0], *_RULES[(found.lastindex or 1) - 1][1])
        ways *= len(choices)
        if ways > _MOST:
            break
        parts += [(word[end : found.start()],), choices]
        end = found.end()
    parts.append((word[end:],))
    spelt = map("".join, product(*parts))
    return tuple(dict.fromkeys(each for each in spelt if each != word))
