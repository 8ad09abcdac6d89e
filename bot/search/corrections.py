"""What the words of a question were read as, in the words of the briefings that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Correction
from bot.search.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.passage import Cut
    from bot.search.terms import Term


def corrections(
    terms: Sequence[Term],
    texts: Sequence[str],
    cut: Callable[[str], Cut],
    stem: Callable[[str], str],
) -> tuple[Correction, ...]:
    """Return what words were read as, and as the first of the ``texts`` writes it: "Assad".

    Of the words that one may stand for, that is the one that the best, the first, has.
    """
    read = [term for term in terms if term.readings]
    if not read:
        return ()
    cuts = [cut(text) for text in texts]
    return tuple(Correction(term.written, _meant(term, texts, cuts, stem)) for term in read)


def _meant(
    term: Term, texts: Sequence[str], cuts: Sequence[Cut], stem: Callable[[str], str]
) -> str:
    best = set(cuts[0].stems) if cuts and len(term.readings) > 1 else set()
    meant = next((each for each in term.readings if stem(each) in best), term.readings[0])
    for text, each in zip(texts, cuts, strict=True):
        place = _place(meant, each, None if term.edits else stem(meant))
        if place is not None:
            return _bare(text[each.starts[place] : each.ends[place]], each.forms[place])
    return meant


def _place(word: str, cut: Cut, stem: str | None) -> int | None:
    """Return where a text has ``word``, or, for what is no slip, another form of its ``stem``."""
    if word in cut.forms:
        return cut.forms.index(word)
    return cut.stems.index(stem) if stem is not None and stem in cut.stems else None


def _bare(token: str, form: str) -> str:
    """Return the part of a token that a word is: "Assad" of "al-Assad's"."""
    place = fold(token).find(form)
    return token[place : place + len(form)] if place >= 0 else form
