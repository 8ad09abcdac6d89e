"""Telling what is put together of what people say besides questions: "thanks, that's all"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.words.keeping import made_once
from bot.talk.kinds import Talk
from bot.talk.phrases import made_of, read_lines, words_in

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

_LISTS = {
    "feedback.txt": Talk.FEEDBACK,
    "help.txt": Talk.HELP,
    "speaking.txt": Talk.SPEAKING,
    "up_to_date.txt": Talk.UP_TO_DATE,
    "self_questions.txt": Talk.ABOUT_BOT,
    "how_are_you.txt": Talk.HOW_ARE_YOU,
    "thanks.txt": Talk.THANKS,
    "farewells.txt": Talk.FAREWELL,
    "greetings.txt": Talk.GREETING,
    "remarks.txt": Talk.NOD,
    "reactions.txt": Talk.NOD,
    "beside.txt": None,
}
"""What the lines of a list are; of several kinds in one text, the first is what it is."""
_KINDS = tuple(dict.fromkeys(_LISTS.values()))
# What only says how much, in English, German, French, Spanish and Russian, and may stand anywhere.
WEAK = frozenset(
    "so very really just totally completely absolutely quite pretty simply entirely extremely still"
    " also fucking freaking bloody sehr echt wirklich ziemlich leider voll einfach total absolut"
    " tres vraiment trop tellement completement totalement muy realmente totalmente completamente"
    " очень совсем просто совершенно".split()
)
_MOST_WORDS = 24
_SHORTEST_SLIP = 6
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")


def prepare() -> None:
    """Read the lists, which takes some sixty milliseconds where nothing is kept of them."""
    _known()
    _lines()


def kind_said(words: Sequence[str]) -> Talk | None:
    """Return what kind of talk folded words are that make up lines of the lists, else None.

    Of several ways to cut them into lines, the one into the fewest counts.
    """
    known = _known()
    said: list[str] = []
    for word in words:
        meant = word if word in known else _unstretched(word, known)
        if not meant:
            return None
        if meant not in WEAK:
            said.append(meant)
    return _kind(said) if len(said) <= _MOST_WORDS else None


def kind_meant(words: Sequence[str]) -> Talk | None:
    """Return what `kind_said` does, long words being at most a letter away from those of lists."""
    return kind_said([_near(word) if len(word) >= _SHORTEST_SLIP else word for word in words])


def _near(word: str) -> str:
    if word in _known():
        return word
    found = process.extractOne(word, _long(), scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else word


def _kind(said: Sequence[str]) -> Talk | None:
    """Return the kind of the fewest lines that make up all words, None where none do."""
    lines, longest = _lines()
    # How many lines make up the words from each place on, and the place of their kind.
    best: list[tuple[int, int] | None] = [None] * len(said) + [(0, len(_KINDS) - 1)]
    for start in reversed(range(len(said))):
        for end in range(start + 1, min(start + longest, len(said)) + 1):
            rest, line = best[end], " ".join(said[start:end])
            if rest and line in lines:
                whole = rest[0] + 1, min(rest[1], lines[line])
                best[start] = min(best[start] or whole, whole)
    return _KINDS[best[0][1]] if best[0] else None


def _unstretched(word: str, known: Container[str]) -> str:
    """Return the known word that a drawled one stands for, nothing where none is: "thankssss"."""
    if _STRETCHED.search(word):
        for letters in (r"\1", r"\1\1"):
            bare = _STRETCHED.sub(letters, word)
            if bare in known:
                return bare
    return ""


@cache
def _lines() -> tuple[Mapping[str, int], int]:
    """Return the lines of the lists with the places of their kinds, and how long the longest is.

    They are put together once.
    """
    lines, longest = made_once("lines", (__file__, *made_of(*_LISTS)), _put_together)
    return lines, longest


def _put_together() -> tuple[Mapping[str, int], int]:
    lines: dict[str, int] = {}
    for name, kind in _LISTS.items():
        place = _KINDS.index(kind)
        for line in read_lines(name):
            words = line.split()
            has_weak = not WEAK.isdisjoint(words)
            telling = " ".join(word for word in words if word not in WEAK) if has_weak else line
            lines.setdefault(telling, place)
    lines.pop("", None)
    return lines, max(line.count(" ") + 1 for line in lines)


@cache
def _known() -> frozenset[str]:
    """Return every word of the lists.

    Hardly any question has none but such, so that their lines are read for few.
    """
    of = (__file__, *made_of(*_LISTS))
    (words,) = made_once("words", of, lambda: (WEAK.union(*map(words_in, _LISTS)),))
    return frozenset(words)


@cache
def _long() -> tuple[str, ...]:
    return tuple(sorted(word for word in _known() if len(word) >= _SHORTEST_SLIP - 1))
