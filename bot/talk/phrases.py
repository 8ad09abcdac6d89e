"""Lists of what people say, one a line, and telling whether a text is one of a list."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

from rapidfuzz import fuzz, process

from bot.search.words.text import fold

# What is said around it, and changes nothing.
_AROUND = frozenset(
    "hi hello hey ok okay so well and then now please pls bot attache exactly actually really um"
    " just all here oh wow lol haha omg bro dude man thanks today hallo bitte eigentlich genau denn"
    " alles so also bonjour salut dis donc alors svp exactement hola bueno pues entonces"
    " exactamente привет а ну пожалуйста вообще".split()
)
_LONGEST = 60
_SHORTEST_SLIP = 10
# At most a slip in ten letters: "who are they?" and "what can he do?" ask of something else.
_ALIKE = 93
# Of two texts of which one is so many times as long, no letters are enough to be so much alike.
_LONGER = 200 / _ALIKE - 1
_KEPT = 8
"""Texts, each of which is looked for in several lists one after the other."""


def is_listed(text: str, name: str, *, may_slip: bool = True) -> bool:
    """Tell whether a text is a line of the list of this name, even where it is misspelt.

    Unless it ``may_slip``: "about Rome" is not "about me".
    """
    if len(text) > _LONGEST * 2:
        return False
    listed = _listed(name)
    for said in _said(text):
        if said in listed:
            return True
        if (
            may_slip
            and _SHORTEST_SLIP <= len(said) <= _LONGEST
            and process.extractOne(
                said, _as_long(name, len(said)), scorer=fuzz.ratio, score_cutoff=_ALIKE
            )
        ):
            return True
    return False


@lru_cache(_KEPT)
def _said(text: str) -> tuple[str, ...]:
    """Return a text's words, and where they are others, these without what is said around them."""
    words = _words(text)
    return tuple(dict.fromkeys((" ".join(words), " ".join(_bare(words)))))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _bare(words: list[str]) -> list[str]:
    """Return the words without those around them that change nothing."""
    first, last = 0, len(words)
    while first < last and words[first] in _AROUND:
        first += 1
    while last > first and words[last - 1] in _AROUND:
        last -= 1
    return words[first:last]


@lru_cache(_LONGEST * 3)
def _as_long(name: str, length: int) -> tuple[str, ...]:
    """Return the lines of a list that are about so long that a text of ``length`` may be one."""
    lines = _listed(name)
    return tuple(
        each for each in lines if length <= len(each) * _LONGER and len(each) <= length * _LONGER
    )


@cache
def _listed(name: str) -> frozenset[str]:
    """Return the lines of a list, folded."""
    lines = resources.files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    folded = (" ".join(_words(line)) for line in lines if not line.startswith("#"))
    return frozenset(filter(None, folded))
