"""Names of several words, of which a question has kept only the words, as the briefings write them.

What a question lends a follow-up is told to whoever asks: "about *North Korea* and *exercises*",
not "about *north*, *korea* and *exercises*".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_NAME = 5
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")


def without_possessive(word: str) -> str:
    """Return "Putin" of "Putin's", any other word as it is."""
    return _POSSESSIVE.sub("", word) or word


def with_names(words: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Return ``words``, those together that are a name in one of ``texts``, as it is written there.

    All others stay as they are.
    """
    words = [without_possessive(word) for word in words]
    named: list[str] = []
    place = 0
    while place < len(words):
        lengths = range(min(_LONGEST_NAME, len(words) - place), 1, -1)
        found = ((size, _name(words[place : place + size], texts)) for size in lengths)
        size, name = next((each for each in found if each[1]), (1, words[place]))
        named.append(name or words[place])
        place += size
    return tuple(named)


def _name(words: Sequence[str], texts: Sequence[str]) -> str | None:
    """Return the words as they stand together in a text, capitalised each; None where nowhere."""
    pattern = re.compile(r"\b" + r"[ \-]".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    for text in texts:
        for found in pattern.finditer(text):
            parts = re.split(r"[ \-]", found[0])
            if len(parts) == len(words) and all(part[:1].isupper() for part in parts):
                return found[0]
    return None
