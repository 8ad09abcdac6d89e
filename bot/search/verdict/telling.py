"""Words of a question that a text does not say, but tells: "how strong", by a magnitude.

What only says what is measured is told by the measure, a verb by several words ("put off"), what
is general by what is narrower ("accident", "sank"), what somebody thinks by any saying, when
something opens by until when it is closed, and where it is built by a place.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.search.finding.lacking import has_each_name
from bot.search.reading.asking import kind_asked_for
from bot.search.reading.changes import OF_CHANGES, says_change, tells_change
from bot.search.reading.kinds import Kind, is_quantity, tells
from bot.search.reading.measures import dimensions_of, is_unit_of, tells_measure
from bot.search.reading.told_names import NAME_WORD
from bot.search.words.inflecting import bases
from bot.search.words.narrower import has_narrower, tells_narrower
from bot.search.words.phrases import phrases_for, said_in
from bot.search.words.text import form_of, words

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from bot.search.reading.terms import Term
    from bot.search.verdict.cutting import Cut
    from bot.search.words.phrases import Phrase

_WORD = re.compile("[a-z]+")
_PARTS_KEPT = 1 << 6
_OF_A_MEASURE = re.compile(r"(?:.* )?(?:what|which)(?:['’]?s| is| was| are| were)?(?: the| an?)?")
_BEGINS_AGAIN = frozenset(
    """
    open opens opened opening reopen reopens reopened reopening resume resumes resumed restart
    restarts restarted return returns end ends ended
    """.split()
)
_LASTS_UNTIL = re.compile(
    r"\b(?:clos(?:ed?|es|ing|ure)|shut\w*|suspend(?:ed|s)?|suspension|halt(?:ed|s)?|remains?|stays?"
    r"|lasts?|runs?)\b[^.]{0,80} (?:until|till)\b"
    r"|\b(?:reopen|resum|restart|return)(?:e?s?|ed|ing)\b"
)
_ARE_LEFT = frozenset("left remain remains remaining exist alive".split())
_STILL = re.compile(r"\b(?:remain\w*|surviv\w*|left|alive|living|still|exist\w*)\b")
_PLACING = frozenset(
    """
    base based build building built construct constructing constructed hold holding held located
    open opening opened plan planned planning put putting site stage staged staging
    """.split()
)
_SAYING = frozenset(
    """
    comment comments commented describe describes described estimate estimates estimated expect
    expects expected explain explains explained forecast forecasts mention mentions mentioned
    predict predicts predicted reckon reckons reckoned remark remarks remarked report reports
    reported speech speeches state stated statement statements suppose supposed
    """.split()
)
"""What somebody does whose words, of whatever sort, are asked for."""
_NAMES = frozenset({"name", "names"})
_OF_A_KIND = _BEGINS_AGAIN | _ARE_LEFT | _PLACING | _SAYING | _NAMES
_ASKS_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_PLACE = re.compile(rf"\b(?:in|at|near|on|off|outside) (?:the )?({NAME_WORD})")
_SQUARE = frozenset({"sq", "square"})
_WHEN = frozenset({Kind.TIME, Kind.UNTIL})


class _Asked(NamedTuple):
    """The kind of thing that a question asks for, its folded words, and whether it has a name."""

    kind: Kind
    named: frozenset[str]
    asks_where: bool
    has_name: bool


def may_be_told(question: str, terms: Sequence[Term], held: Sequence[bool]) -> bool:
    """Tell whether any of the ``terms`` that are not ``held`` may be told without being said.

    That is only so where the names are.
    """
    if not has_each_name(terms, held):
        return False
    lacking = [term for term, has in zip(terms, held, strict=True) if not has]
    return any(_may_be_told(question, term) for term in lacking) or bool(_phrases_in(question))


def told_otherwise(
    question: str, terms: Sequence[Term], held: Sequence[bool], text: str, cut: Cut
) -> frozenset[int]:
    """Return the places of the ``terms`` that a text does not say, but tells.

    It says those that are ``held``; ``cut`` are its sentences and words.
    """
    parts = _speaking_of(terms, held, text, cut)
    named = frozenset(word.form for word in words(question))
    asked = _Asked(
        kind_asked_for(question),
        named,
        _ASKS_WHERE.search(question) is not None,
        any(term.is_name for term in terms),
    )
    phrased = _phrased(question, parts)
    told = frozenset(
        place
        for place, term in enumerate(terms)
        if not (held[place] or term.is_name)
        and (_is_phrased(term, phrased) or _is_told(term, asked, parts, text.lower()))
    )
    return told if _has_others(terms, held, told) else told - _places_of(terms, _NAMES)


def _phrased(question: str, parts: Sequence[str]) -> frozenset[str]:
    """Return the words of those phrases of a question of which one of the ``parts`` tells."""
    asked = _spoken(question)
    said = [*said_in(asked)]
    if not said:
        return frozenset()
    told = [_spoken(part) for part in parts]
    meant = {base for spoken in told for word in spoken for base in bases(word)}
    phrases = frozenset().union(*map(_phrases_in, parts))
    return frozenset(
        asked[place]
        for phrase, places in said
        if not meant.isdisjoint(phrase.means)
        or any(not phrases.isdisjoint(phrases_for(word)) for word in phrase.means)
        for place in places
    )


@lru_cache(_PARTS_KEPT)
def _phrases_in(part: str) -> frozenset[Phrase]:
    """Return the phrases in a question or sentence, which is asked for several times."""
    return frozenset(said.phrase for said in said_in(_spoken(part)))


def _is_phrased(term: Term, phrased: Container[str]) -> bool:
    return any(word in phrased for word in _spoken(term.written))


def _spoken(text: str) -> list[str]:
    """Return all words of a text, in small letters."""
    return _WORD.findall(text.lower())


def _places_of(terms: Sequence[Term], forms: Container[str]) -> frozenset[int]:
    return frozenset(place for place, term in enumerate(terms) if form_of(term.written) in forms)


def _has_others(terms: Sequence[Term], held: Sequence[bool], told: Container[int]) -> bool:
    """Tell whether whatever says something is held or told."""
    return all(
        held[place] or place in told or term.is_everyday or term.is_kind
        for place, term in enumerate(terms)
    )


def _may_be_told(question: str, term: Term) -> bool:
    """Tell whether a word of a question may be told without being said."""
    if term.is_name:
        return False
    form = form_of(term.written)
    if phrases_for(form) or has_narrower(form):
        return True
    if not (form in _OF_A_KIND or dimensions_of(form) or says_change(form)):
        return False
    kind = kind_asked_for(question)
    return bool(
        _says_what_is_measured(term, form, kind)
        or (form in _BEGINS_AGAIN and kind in _WHEN)
        or (form in _ARE_LEFT and kind is Kind.COUNT)
        or (form in _SAYING and not term.is_kind)
        or (form in _NAMES and kind is Kind.NAME_OF)
        or (form in _PLACING and kind is Kind.NAME)
        or (kind in OF_CHANGES and says_change(form))
    )


def _is_told(term: Term, asked: _Asked, parts: Sequence[str], text: str) -> bool:
    """Tell whether a word is told by a phrase, by a measure, or by until when something else is."""
    form = form_of(term.written)
    if any(_says_otherwise(form, part, asked) for part in parts):
        return True
    if form in _BEGINS_AGAIN and asked.kind in _WHEN and _LASTS_UNTIL.search(text):
        return True
    if form in _ARE_LEFT and asked.kind is Kind.COUNT:
        return any(_STILL.search(part) and tells(Kind.COUNT, part, asked.named) for part in parts)
    if form in _PLACING and asked.asks_where:
        return any(
            found[1].lower() not in asked.named for part in parts for found in _PLACE.finditer(part)
        )
    if asked.kind in OF_CHANGES and any(tells_change(form, part.lower()) for part in parts):
        return True
    if is_unit_of(form) and not _SQUARE.isdisjoint(asked.named):
        form = "square"  # "sq km" is no length
    return _says_what_is_measured(term, form, asked.kind) and any(
        tells_measure(form, part, asked.named) for part in parts
    )


def _says_otherwise(form: str, part: str, asked: _Asked) -> bool:
    """Tell whether a sentence has a phrase for a word, what is narrower, or what it asks for."""
    lowered = part.lower()
    return (
        not _phrases_in(part).isdisjoint(phrases_for(form))
        or (asked.has_name and tells_narrower(form, lowered))
        or (form in _SAYING and tells(Kind.SAYING, part))
        or (
            form in _NAMES and asked.kind is Kind.NAME_OF and tells(Kind.NAME_OF, part, asked.named)
        )
    )


def _says_what_is_measured(term: Term, form: str, kind: Kind) -> bool:
    if is_unit_of(form):
        return True
    if kind is Kind.COUNT or not dimensions_of(form):
        return False
    return term.is_kind or is_quantity(kind) or _OF_A_MEASURE.fullmatch(term.before) is not None


def _speaking_of(terms: Sequence[Term], held: Sequence[bool], text: str, cut: Cut) -> list[str]:
    """Return the sentences that speak of what is asked about, and those right behind them.

    They do by its words, or else by its names.
    """
    found = [term for term, has in zip(terms, held, strict=True) if has]
    about = [term for term in found if not (term.is_name or term.is_everyday)] or found
    stems = {stem for term in about for each in term.alternatives for stem in each.stems}
    found_in = cut.speaking_of(stems)
    places = sorted({each for place in found_in for each in (place, place + 1)})
    stretches = [cut.sentences[place] for place in places if place < len(cut.sentences)]
    return [text[each.start : each.end] for each in stretches]
