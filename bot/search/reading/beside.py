"""What a word found nowhere is beside its neighbours: "kahn" beside "Younis" is "Khan"."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from bot.search.reading.spelling import fitting, misheard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.reading.meaning import Meanings
    from bot.search.reading.spelling import Candidate
    from bot.search.reading.terms import Term
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon
    from bot.search.words.text import Word

_KEPT = 1 << 11


class Beside:
    """Reads words found nowhere by the names of one edition that they make with neighbours."""

    def __init__(self, lexicon: Lexicon, english: Frequencies, meanings: Meanings) -> None:
        self._lexicon = lexicon
        self._english = english
        self._meanings = meanings
        self._misheard = lru_cache(_KEPT)(partial(misheard, lexicon=lexicon, english=english))
        self._fitting = lru_cache(_KEPT)(self._fitting_of)

    def of(self, term: Term, found: Sequence[Word], place: int) -> Term:
        """Return the term for a word found nowhere, read as what makes a name with its neighbour.

        It is what it was where there is no such word.
        """
        before, after = (
            self._read_as(found[beside].form) if 0 <= beside < len(found) else None
            for beside in (place - 1, place + 1)
        )
        meant = self._fitting(term.written, before, after) or self._in_name(found, place)
        return term if meant is None else self._meanings.beside(term.written, meant)

    def _in_name(self, found: Sequence[Word], place: int) -> Candidate | None:
        """Return what a word found nowhere is in a name with a neighbour that is none either."""
        for first in (place - 1, place):
            both = [word.form for word in found[max(first, 0) : first + 2]]
            terms = [self._meanings.of(form, ()) for form in both]
            if len(both) < 2 or any(term.alternatives and not term.edits for term in terms):
                continue
            if name := self._misheard(*both):
                return name[place - first]
        return None

    def _read_as(self, form: str) -> str | None:
        """Return the word of the briefings that a word of the question is read as, if any."""
        term = self._meanings.of(form, ())
        return term.corrected or (form if term.alternatives else None)

    def _fitting_of(self, word: str, before: str | None, after: str | None) -> Candidate | None:
        together = self._lexicon.stands_together
        return fitting(
            word,
            lambda near: bool(
                (before and together(before, near))
                or (after and together(near, after))
                or (before and after and together(before, near, after))
            ),
            self._lexicon,
            self._english,
        )
