"""What the words of a question were read as, in the words of the briefings that were found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.model import Correction
from bot.search.reading.naming import without_possessive
from bot.search.words.inflecting import forms, is_same_word
from bot.search.words.longer_names import is_of_longer, places_in_row
from bot.search.words.text import fold, index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.reading.terms import Term
    from bot.search.verdict.cutting import Cut


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
        if cuts and _is_otherwise(term):
            return self._in_other_words(term, texts[0], cuts[0])
        meant = self._meant(term, cuts) if term.readings else self._of_its_stem(term, cuts)
        if meant is None:
            return None
        name = _words_of(meant)
        stems = None if term.edits else self._stems(name)
        for text, each in zip(texts, cuts, strict=True):
            place = _place(name, each, stems)
            if place is not None:
                return _written(text, each, place, place + len(name) - 1)
        return " ".join(map(self.written, meant.split()))

    def _in_other_words(self, term: Term, text: str, cut: Cut) -> str | None:
        """Return what the best text says for a word that means nearly the same, if it does.

        What only other texts have explains nothing of this one, nor does what has but the stem of
        that: "university" where the "universe" is meant. That who was rehired was hired is plain.
        """
        for meant in term.readings:
            name = _words_of(meant)
            for place in places_in_row(self._stems(name), cut.stems):
                if len(name) > 1 or is_same_word(meant, form := cut.forms[place]):
                    is_plain = len(name) < 2 and fold(term.written).endswith(form)
                    return None if is_plain else _written(text, cut, place, place + len(name) - 1)
        return None

    def _meant(self, term: Term, cuts: Sequence[Cut]) -> str:
        """Return what of its readings the best text has, as which a word was read."""
        readings = term.readings
        if not cuts or len(readings) < 2:
            return readings[0]
        has = partial(self._has, cuts[0], is_slip=term.edits > 0)
        return next(filter(has, readings), readings[0])

    def _has(self, cut: Cut, name: str, *, is_slip: bool) -> bool:
        """Tell whether a text has all words of a ``name`` in a row.

        Of what is no slip, it has no longer name there. Places go by their names as English writes
        them, whereas other words are folded.
        """
        words = _words_of(name)
        return any(
            is_slip or not is_of_longer(cut.forms, place, place + len(words))
            for place in places_in_row(self._stems(words), cut.stems)
        )

    def _stems(self, name: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(self.stem, name))

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


def _is_otherwise(term: Term) -> bool:
    """Tell whether a word, no name and no slip, is read as others that mean nearly the same."""
    return bool(term.readings) and not (term.edits or term.is_name or term.region)


def _words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a ``name``, itself where it is a function word: "us"."""
    return tuple(index_terms(name)) or (name,)


def _place(name: tuple[str, ...], cut: Cut, stems: tuple[str, ...] | None) -> int | None:
    """Return where a text has a ``name``, or, for what is no slip, other forms of its ``stems``.

    That is where it is no part of a longer one, if it is anywhere.
    """
    found = [*places_in_row(name, cut.forms)]
    if stems is not None:
        found += places_in_row(stems, cut.stems)
    alone = (place for place in found if not is_of_longer(cut.forms, place, place + len(name)))
    return next(alone, found[0] if found else None)


def _written(text: str, cut: Cut, first: int, last: int) -> str:
    """Return what stands in a text from its ``first`` word to its ``last`` one, of several."""
    start, token = cut.starts[first], text[cut.starts[last] : cut.ends[last]]
    if first < last and cut.starts[last] == start:
        return without_possessive(token)  # "Port-au-Prince's"
    return text[start : cut.starts[last]] + _bare(token, cut.forms[last])


def _bare(token: str, form: str) -> str:
    """Return the part of a token that a word is: "Assad" of "al-Assad's"."""
    place = fold(token).find(form)
    return token[place : place + len(form)] if place >= 0 else form
