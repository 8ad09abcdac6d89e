"""Guarded correction: which words of the edition a question's word may have meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

if TYPE_CHECKING:
    from bot.search.english import Frequencies
    from bot.search.lexicon import Lexicon

MAX_CANDIDATES = 3
_REAL_WORD_ZIPF = 3.0
_FAR_COMMONER = 2.0
_SOUNDING_DISTANCE = 2
_SOUNDING_SIMILARITY = 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word of the edition that may be meant, and how many edits away it is."""

    word: str
    distance: int


def edits_allowed(word: str) -> int:
    """Return how many edits ``word`` may be away from what was meant: none, one or two."""
    if not word.isalpha() or len(word) < 4:
        return 0
    return 1 if len(word) < 7 else 2


def candidates(word: str, lexicon: Lexicon, english: Frequencies) -> tuple[Candidate, ...]:
    """Return up to three words that ``word`` may have meant, the likeliest first.

    They are ordered by distance (optimal string alignment), Jaro-Winkler similarity and document
    frequency. A real English word is only read as a far commoner one, so that "bread" is not
    taken for a name that happens to be near.
    """
    allowed = edits_allowed(word)
    if not allowed:
        return ()
    found = _near(word, allowed, lexicon)
    if not found:
        found = _sounding(word, lexicon)
    least = english.zipf(word)
    if least >= _REAL_WORD_ZIPF:
        found = [near for near in found if english.zipf(near.word) >= least + _FAR_COMMONER]
    found.sort(
        key=lambda near: (
            near.distance,
            -round(JaroWinkler.similarity(word, near.word), 3),
            -lexicon.stem_frequency(lexicon.stem(near.word)),
            near.word,
        )
    )
    return tuple(found[:MAX_CANDIDATES])


def _near(word: str, allowed: int, lexicon: Lexicon) -> list[Candidate]:
    filed = [near for near in lexicon.near(word, allowed) if _is_known(near, lexicon)]
    matches = process.extract(word, filed, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return [Candidate(near, int(distance)) for near, distance, _ in matches]


def _sounding(word: str, lexicon: Lexicon) -> list[Candidate]:
    return [
        Candidate(near, _SOUNDING_DISTANCE)
        for near in lexicon.sounding(word)
        if _is_known(near, lexicon) and JaroWinkler.similarity(word, near) >= _SOUNDING_SIMILARITY
    ]


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return lexicon.stem_frequency(lexicon.stem(word)) > 0
