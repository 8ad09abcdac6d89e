"""Questions about the bot itself, which the briefings cannot answer: "what can you do?"."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from rapidfuzz import fuzz, process

from bot.search.text import fold

# What is said around it, and changes nothing.
_AROUND = frozenset(
    "hi hello hey ok okay so well and then now please pls bot attache exactly actually really um"
    " just all here hallo bitte eigentlich genau denn alles so also bonjour salut donc alors svp"
    " exactement hola bueno pues entonces exactamente привет а ну пожалуйста вообще".split()
)
_LONGEST = 60
_SHORTEST_SLIP = 10
# At most a slip in ten letters: "who are they?" and "what can he do?" ask of something else.
_ALIKE = 93


def asks_about_bot(text: str) -> bool:
    """Tell whether somebody asks what the bot is or how it is used, even where it is misspelt."""
    if len(text) > _LONGEST * 2:
        return False
    words = _words(text)
    for asked in (words, _bare(words)):
        said = " ".join(asked)
        if said in _phrases():
            return True
        if _SHORTEST_SLIP <= len(said) <= _LONGEST and process.extractOne(
            said, _phrases(), scorer=fuzz.ratio, score_cutoff=_ALIKE
        ):
            return True
    return False


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


@cache
def _phrases() -> dict[str, str]:
    """Return the questions of the list, folded, each under itself."""
    listed = resources.files(__package__).joinpath("self_questions.txt")
    lines = listed.read_text(encoding="utf-8").splitlines()
    folded = (" ".join(_words(line)) for line in lines if not line.startswith("#"))
    return {said: said for said in folded if said}
