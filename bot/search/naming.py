"""Names, of which a question has kept only the words, as the briefings write them.

What a question lends a follow-up is told to whoever asks: "about *North Korea* and *exercises*",
not "about *north*, *korea* and *exercises*".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_NAME = 5
_PARTS = re.compile(r"[ \-]")
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
        lengths = range(min(_LONGEST_NAME, len(words) - place), 0, -1)
        found = ((size, _name(words[place : place + size], texts)) for size in lengths)
        size, name = next((each for each in found if each[1]), (1, words[place]))
        named.append(name or words[place])
        place += size
    return tuple(named)


def telling(words: Sequence[str], most: int = 4) -> tuple[str, ...]:
    """Return as many of ``words`` as are soon read, in their order: names rather than others."""
    order = sorted(range(len(words)), key=lambda place: not words[place][:1].isupper())
    return tuple(words[place] for place in sorted(order[:most]))


def _name(words: Sequence[str], texts: Sequence[str]) -> str | None:
    """Return the words as they stand together in a text, capitalised each; None where nowhere.

    A word alone has to be so wherever it stands, as a sentence begins with a capital, too, and
    not always before another one: "Cold" is no name because of the "Cold War".
    """
    pattern = re.compile(r"\b" + r"[ \-]".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    found = [each for text in texts for each in pattern.finditer(text)]
    named = [each for each in found if all(part[:1].isupper() for part in _PARTS.split(each[0]))]
    if len(words) == 1 and (len(named) < len(found) or all(map(_goes_on, named))):
        return None
    return named[0][0] if named else None


def _goes_on(found: re.Match[str]) -> bool:
    """Tell whether a word is followed by one that is capitalised too."""
    after = found.string[found.end() :]
    return _PARTS.match(after) is not None and after[1:2].isupper()
