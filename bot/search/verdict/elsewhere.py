"""Whether a question asks of another place than a text tells of: Khartoum, where that has Sudan."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.search.reading.told_names import NAME_WORD
from bot.search.words.adjectives import country, relatives
from bot.search.words.capitals import COUNTRIES, countries, seats
from bot.search.words.places import places_of
from bot.search.words.regions import regions
from bot.search.words.text import form_of, index_terms

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.search.reading.terms import Term

_WITHIN = re.compile(r"(?:.* )?(?:in|inside|within|around|near|outside|across)(?: the)?")
_IN = re.compile(r"(?:.* )?in(?: the)?")
# "The government in Tokyo" is Japan's.
_RULING = frozenset(
    """
    administration authorities cabinet coalition government leaders leadership lawmakers ministry
    officials parliament president regime rulers
    """.split()
)
_TELLS_OF_CAPITAL = frozenset({"capital"})
_TOLD_IN = re.compile(rf"\bin (?:the )?({NAME_WORD}(?: {NAME_WORD})?)")
_WHOSE = re.compile(rf"(?<![\w’'-])({NAME_WORD}(?: {NAME_WORD})?)['’]s?(?![\w’'-])")


def asks_elsewhere(terms: Sequence[Term], place: int, held: bool, text: str) -> bool:
    """Tell whether the name at a ``place`` of a question is where nothing in ``text`` takes place.

    What happened in a capital is not told by what happened in its country, nor is what happened in
    a country by what did in another one, or is of another: "Slovenia's election", nor in a region
    by what did in none of its countries. It is ``held`` where the text has it, or its country.
    """
    term = terms[place]
    if term.region:
        return not held and not _tells_of_region(term.region, text)
    if not term.is_name or not term.written[:1].isupper():
        return False
    form = form_of(term.written)
    if countries(form):
        return _is_outside_capital(terms, place, form, text)
    if held or not _IN.fullmatch(term.before):
        return False
    if form not in COUNTRIES and country(form) is None:
        return False
    others = (*_TOLD_IN.findall(text), *_WHOSE.findall(text))
    return any(map(_is_country, others)) and not _tells_of(form, text)


def _is_outside_capital(terms: Sequence[Term], place: int, form: str, text: str) -> bool:
    """Tell whether it is asked what happened in a capital, and the text does not tell of it."""
    is_of_rule = place > 0 and form_of(terms[place - 1].written) in _RULING
    if is_of_rule or not _WITHIN.fullmatch(terms[place].before):
        return False
    told = frozenset(index_terms(text))
    return form not in told and told.isdisjoint(_TELLS_OF_CAPITAL)


def _is_country(name: str) -> bool:
    folded = index_terms(name)
    return " ".join(folded) in COUNTRIES or (len(folded) == 1 and folded[0] in COUNTRIES)


def _tells_of_region(region: str, text: str) -> bool:
    """Tell whether a text names a country that lies in a region, or its places or people."""
    told = frozenset(index_terms(text))
    of_one_word, of_several = _names_in(region)
    return not told.isdisjoint(of_one_word) or any(map(told.issuperset, of_several))


@cache
def _names_in(region: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Return the names of what lies in a region: those of one word, and the words of others."""
    countries_in = regions()[region].countries
    names = {
        tuple(index_terms(name))
        for each in countries_in
        for name in (each, *relatives(each), *seats(each), *places_of(each))
    }
    several = tuple(name for name in names if len(name) > 1)
    return frozenset(name[0] for name in names if len(name) == 1), several


def _tells_of(country_name: str, text: str) -> bool:
    """Tell whether a text names a place or the people of a country."""
    told = frozenset(index_terms(text))
    names: Collection[str] = (*places_of(country_name), *seats(country_name))
    return any(map(told.__contains__, relatives(country_name))) or any(
        told.issuperset(index_terms(name)) for name in names
    )
