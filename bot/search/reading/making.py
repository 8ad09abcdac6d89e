"""Making terms: how telling a word is over one edition, and how common in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.reading.everyday import is_everyday
from bot.search.reading.terms import Term
from bot.search.words.lexicon import idf, surplus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.index.postings import Alternative
    from bot.search.reading.spelling import Candidate
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

_RARE_ZIPF = 2.0


class Making:
    """Makes the terms of questions over one edition."""

    def __init__(self, lexicon: Lexicon, english: Frequencies) -> None:
        self._lexicon = lexicon
        self._english = english

    def term(
        self, word: str, either: tuple[Alternative, ...], weight: float, near: Sequence[Candidate]
    ) -> Term:
        """Return the term for a word that is ``either`` of these, corrected to what is ``near``."""
        meant = near[0].word if near else word
        return Term(
            word, either, weight,
            readings=tuple(each.word for each in near),
            edits=near[0].distance if near else 0,
            surplus=self.surplus(meant, either),
            is_everyday=is_everyday(meant, self._english),
        )  # fmt: skip

    def surplus(self, word: str, either: Sequence[Alternative]) -> float:
        """Return how much more the briefings have ``either`` than English has a word, in nats."""
        lexicon = self._lexicon
        held = max((lexicon.stem_frequency(each.stem) for each in either), default=0)
        # wordfreq's small list ends at 3, so that what it lacks is rarer.
        common = self._english.zipf(word) or _RARE_ZIPF
        return surplus(held, lexicon.size * lexicon.length * 10 ** (common - 9)) if held else 0.0

    def weight(self, word: str, known: Sequence[str]) -> float:
        """Return how telling a word is, in nats, by the stems that briefings have of it."""
        lexicon = self._lexicon
        if known:
            return min(idf(lexicon.size, lexicon.stem_frequency(stem)) for stem in known)
        # No briefing has the word, so the collection cannot say how telling it is; English can.
        common = self._english.zipf(word)
        return idf(lexicon.size, 0) * min(1.0, max(0.2, (8.0 - common) / 4.5))


def commonest_first(name: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the stems of a name's words, that first by which it goes."""
    frequency = lexicon.stem_frequency
    stems = set(map(lexicon.stem, name))
    return tuple(sorted(stems, key=lambda stem: (-frequency(stem), stem)))
