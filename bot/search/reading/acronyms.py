"""Acronyms and the names that they stand for, as the briefings themselves show them."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from bot.search.index.analysis import folded_name
from bot.search.index.names import is_body
from bot.search.reading.naming import without_possessive
from bot.search.reading.spelling import as_function_word
from bot.search.words.lexicon import commonest
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon
    from bot.search.words.text import Word

_KEPT = 1 << 12
_SHORTEST = 2
_LONGEST = 8
_LONGEST_TYPED = 5
"""Longer ones are seldom typed in lower case."""
_FEWEST_INITIALS = 3
_MOST = 0.5


class Acronyms:
    """Finds in questions what has a longer or a shorter name in one edition."""

    def __init__(self, lexicon: Lexicon, english: Frequencies) -> None:
        self._lexicon = lexicon
        self._english = english
        self._whole = lru_cache(_KEPT)(self._whole_names)
        self._short = lru_cache(_KEPT)(self._acronyms_of)

    def others(
        self, question: str, found: Sequence[Word]
    ) -> Iterator[tuple[int, tuple[tuple[str, ...], ...]]]:
        """Yield places among the telling words ``found``, and what may stand there instead."""
        for place, word in enumerate(found):
            in_capitals = without_possessive(question[word.start : word.end]).isupper()
            if _SHORTEST <= len(word.form) <= (_LONGEST if in_capitals else _LONGEST_TYPED):
                names = self._whole(word.form, in_capitals)
                if names:
                    yield place, names
        yield from self._shortened(question, found)

    def _shortened(
        self, question: str, found: Sequence[Word]
    ) -> Iterator[tuple[int, tuple[tuple[str, ...], ...]]]:
        runs = groupby(range(len(found)), lambda place: question[found[place].start].isupper())
        for is_capitalised, run in runs:
            if is_capitalised:
                yield from self._shortened_run(question, found, list(run))
            else:
                yield from self._shortened_body(found, list(run))

    def _shortened_run(
        self, question: str, found: Sequence[Word], run: Sequence[int]
    ) -> Iterator[tuple[int, tuple[tuple[str, ...], ...]]]:
        """Look for a name at the end of a ``run`` of capitalised words, the longest first."""
        for first in run[-_LONGEST:-1]:
            places = range(first, run[-1] + 1)
            name = question[found[first].start : found[run[-1]].end]
            if names := self._short(name) or self._initials_of([found[at].form for at in places]):
                yield from ((place, names) for place in places)
                return

    def _shortened_body(
        self, found: Sequence[Word], run: Sequence[int]
    ) -> Iterator[tuple[int, tuple[tuple[str, ...], ...]]]:
        """Look for the name of a body among a ``run`` of words that stand in lower case."""
        for at in [at for at, place in enumerate(run) if is_body(found[place].form)]:
            for length in range(_LONGEST_TYPED, _FEWEST_INITIALS - 1, -1):
                for first in {max(0, at + 1 - length), at}:
                    places = run[first : first + length]
                    if names := self._initials_of([found[place].form for place in places]):
                        yield from ((place, names) for place in places)
                        return

    def _whole_names(self, acronym: str, in_capitals: bool) -> tuple[tuple[str, ...], ...]:
        """Return the words of the names that an acronym stands for.

        Those are what a briefing says that it is short for. What no briefing has is taken for the
        initials of a name, where most of the names with these initials are this one.
        """
        if not (in_capitals or self._english.zipf(acronym) == 0):
            return ()
        named = [name for name, _ in self._lexicon.pairs("acronym", acronym)]
        if not named and in_capitals and not self._lexicon.has_word(acronym):
            likely = self._lexicon.pairs("initials", acronym)
            name, most = commonest(likely)
            if most > _MOST * sum(count for _, count in likely):
                named = [name]
        return tuple(words for name in named if len(words := tuple(index_terms(name))) > 1)

    def _initials_of(self, forms: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the acronym that briefings use for a long name that they do not have."""
        if len(forms) < _FEWEST_INITIALS:
            return ()
        lacking = sum(not self._lexicon.has_word(form) for form in forms)
        if lacking < _MOST * len(forms):
            return ()
        acronym = "".join(form[0] for form in forms)
        if not self._lexicon.has_word(acronym) or self._has_slip(forms):
            return ()
        # "pit" and "the" come about by chance, words like "nato" hardly.
        is_chance = len(forms) == _FEWEST_INITIALS and self._english.zipf(acronym)
        return () if is_chance and not self._is_of_a_body(acronym, forms) else ((acronym,),)

    def _has_slip(self, forms: Sequence[str]) -> bool:
        """Tell whether a function word that is misspelt is among words: "whivh government"."""
        return any(as_function_word(form, self._english) for form in forms)

    def _is_of_a_body(self, acronym: str, forms: Sequence[str]) -> bool:
        """Tell whether a name is a body's, and the briefings write the acronym in capitals: FDA."""
        labels = self._lexicon.pairs("label", acronym) if any(map(is_body, forms)) else ()
        return any(label.isupper() for label, _ in labels)

    def _acronyms_of(self, name: str) -> tuple[tuple[str, ...], ...]:
        found = self._lexicon.pairs("expansion", folded_name(name))
        return tuple((acronym,) for acronym, _ in found)
