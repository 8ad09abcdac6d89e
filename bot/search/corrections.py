"""What the words of a question were read as, in the words of the briefings that were found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.model import Correction
from bot.search.words.inflecting import forms
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.reading.terms import Term
    from bot.search.verdict.passage import Cut


@dataclass(frozen=True, slots=True)
class Corrections:
    """Tells what words were read as: ``cut`` cuts a text, ``stem`` gives the stem of a word.

    ``written`` tells how briefings write a folded word, ``is_word`` whether it is one of theirs or
    of English.
    """

    cut: Callable[[str], Cut]
    stem: Callable[[str], str]
    written: Callable[[str], str]
    is_word: Callable[[str], bool]

    def of(self, terms: Sequence[Term], texts: Sequence[str]) -> tuple[Correction, ...]:
        """Return what words were read as, and as the first of the ``texts`` writes it: "Assad".

        Of the words that one may stand for, that is the one that the best, the first, has.
        """
        read = [term for term in terms if term.readings or not self.is_word(fold(term.written))]
        if not read:
            return ()
        cuts = [self.cut(text) for text in texts]
        told = ((term, self._told(term, texts, cuts)) for term in read)
        return tuple(Correction(term.written, as_read) for term, as_read in told if as_read)

    def _told(self, term: Term, texts: Sequence[str], cuts: Sequence[Cut]) -> str | None:
        meant = self._meant(term, cuts) if term.readings else self._of_its_stem(term, cuts)
        if meant is None:
            return None
        for text, each in zip(texts, cuts, strict=True):
            place = _place(meant, each, None if term.edits else self.stem(meant))
            if place is not None:
                return _bare(text[each.starts[place] : each.ends[place]], each.forms[place])
        return self.written(meant)

    def _meant(self, term: Term, cuts: Sequence[Cut]) -> str:
        best = set(cuts[0].stems) if cuts and len(term.readings) > 1 else set()
        return next(filter(partial(self._has, best), term.readings), term.readings[0])

    def _has(self, stems: set[str], name: str) -> bool:
        """Tell whether a text with these ``stems`` has all words of a ``name``."""
        return stems.issuperset(map(self.stem, name.split()))

    def _of_its_stem(self, term: Term, cuts: Sequence[Cut]) -> str | None:
        """Return the word that one is a slip for, which the stemmer mended: "visitt" is "visit"."""
        word = fold(term.written)
        stem = self.stem(word)
        held = (each.forms[each.stems.index(stem)] for each in cuts if stem in each.stems)
        return next(
            (
                form
                for form in held
                if OSA.distance(word, form) == 1
                and word not in forms(form)
                and form not in forms(word)
            ),
            None,
        )


def _place(word: str, cut: Cut, stem: str | None) -> int | None:
    """Return where a text has ``word``, or, for what is no slip, another form of its ``stem``."""
    if word in cut.forms:
        return cut.forms.index(word)
    return cut.stems.index(stem) if stem is not None and stem in cut.stems else None


def _bare(token: str, form: str) -> str:
    """Return the part of a token that a word is: "Assad" of "al-Assad's"."""
    place = fold(token).find(form)
    return token[place : place + len(form)] if place >= 0 else form
