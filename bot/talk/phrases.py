"""Lists of what people say, one a line, and telling whether a text is one of a list.

A line may leave a choice, "(thanks|merci) (again|)" is four, and go on in those below that are
indented.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.search.words import text
from bot.search.words.keeping import made_once
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_APOSTROPHES = re.compile(r"['’ʼ`]")
_PARTS = re.compile(r"[()]")
_LANGUAGE = re.compile(r"^#.*\b([A-Z][a-z]+):$")
_GOES_ON = "\n    "
_KEPT = 8
"""Texts, each of which is looked for in several lists one after the other."""


def is_listed(text: str, name: str, *, may_slip: bool = True) -> bool:
    """Tell whether a text is a line of the list of this name, even where it is misspelt.

    Unless it ``may_slip``: "about Rome" is not "about me".
    """
    if len(text) > _LONGEST * 2:
        return False
    listed = lines_of(name)
    for said in said_in(text):
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
def said_in(text: str) -> tuple[str, ...]:
    """Return a text's words, and where they are others, these without what is said around them."""
    words = words_of(text)
    return tuple(dict.fromkeys((" ".join(words), " ".join(_bare(words)))))


@lru_cache(_KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; many leave out an apostrophe, so that none is kept."""
    return tuple(re.findall(r"[^\W_]+", _APOSTROPHES.sub("", fold(text))))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
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
    lines = lines_of(name)
    return tuple(
        each for each in lines if length <= len(each) * _LONGER and len(each) <= length * _LONGER
    )


@cache
def lines_of(name: str) -> frozenset[str]:
    """Return the lines of a list, folded; they are put together once."""
    (lines,) = made_once("lines", made_of(name), lambda: (frozenset(read_lines(name)),))
    return frozenset(lines)


def made_of(*names: str) -> tuple[str, ...]:
    """Return the files that what is kept of these lists depends on."""
    return (*(str(Path(__file__).with_name(name)) for name in names), __file__, text.__file__)


def read_lines(name: str) -> Iterator[str]:
    """Yield the lines of a list, folded, some perhaps twice; nothing is kept of them."""
    said = (each for line in _written(name) for each in _choices(line))
    return filter(None, said)


def words_in(name: str) -> frozenset[str]:
    """Return every word of a list, folded, which takes a twentieth of the time of its lines."""
    return frozenset(words_of("\n".join(_written(name))))


def read_sections(name: str) -> Iterator[tuple[str, str]]:
    """Yield (the language that it is headed by, a line) of a list, folded; nothing is kept."""
    language = ""
    for line in _lines(name):
        if headed := _LANGUAGE.search(line):
            language = headed[1]
        elif not line.startswith("#"):
            yield from ((language, each) for each in _choices(line) if each)


def _written(name: str) -> list[str]:
    """Return the lines of a list as they are written, each whole, without those that head them."""
    return [line for line in _lines(name) if not line.startswith("#")]


def _lines(name: str) -> list[str]:
    written = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return written.replace(_GOES_ON, "").splitlines()


def _choices(line: str) -> Iterator[str]:
    """Yield every line, folded, that one with choices stands for."""
    parts = [[" ".join(words_of(each)) for each in part.split("|")] for part in _PARTS.split(line)]
    return (" ".join(filter(None, chosen)) for chosen in product(*parts))
