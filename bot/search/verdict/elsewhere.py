"""Whether a question asks of another place than a text tells of: Khartoum, where that has Sudan."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.search.index.names import is_body, is_office
from bot.search.reading.told_names import NAME_WORD
from bot.search.words.adjectives import country, relatives
from bot.search.words.capitals import COUNTRIES, countries, seats
from bot.search.words.given_names import COUNTRIES_TOO
from bot.search.words.longer_names import places_in_row, tells_any
from bot.search.words.places import places_of
from bot.search.words.text import form_of, index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import TypeAlias

    from bot.search.reading.terms import Term

    NamesIn: TypeAlias = Callable[[str], Collection[tuple[str, ...]]]

_WITHIN = re.compile(r"(?:.* )?(?:in|inside|within|around|near|outside|across)(?: the)?")
_IN = re.compile(r"(?:.* )?in(?: the)?")
# "The government in Tokyo" is Japan's.
_RULING = frozenset(
    """
    administration authorities cabinet coalition government leaders leadership lawmakers ministry
    officials parliament president regime rulers
    """.split()
)
_MOVING = frozenset(
    """
    arrival arrive arrived arrives arriving flew flies flight flights fly flying go goes going gone
    journey return returned returning returns tour toured touring tours travel traveled traveling
    travelled travelling travels trip trips visit visited visiting visits went
    """.split()
)
# What is done to the city alone, never to its government, as "hit" and "attack" may be.
_TAKING = frozenset(
    """
    besiege besieged besieges bomb bombed bombing bombs capture captured captures capturing conquer
    conquered conquers encircle encircled enter entered enters evacuate evacuated liberate liberated
    loot looted occupied occupies occupy raze razed reach reached reaches recapture recaptured
    retake retaken retook seize seized seizes seizing shell shelled shelling shells storm stormed
    surround surrounded take taken takes took
    """.split()
)
_PASSIVE = re.compile(r"(?:.* )?(?:is|was|will)")
_TO = frozenset({"", "to", "from"})
_AROUND = 4
"""Words of a text from somebody's going to the country gone to, at the most."""
# What a city has, and its country only in many of them: "the mayor of Ankara".
_OF_A_CITY = frozenset(
    """
    airport airports districts mayor mayors metro neighborhoods neighbourhoods outskirts streets
    suburb suburbs subway
    """.split()
)
_TELLS_OF_CAPITAL = frozenset({"capital"})
_TOLD_IN = re.compile(rf"\bin (?:the )?({NAME_WORD}(?: {NAME_WORD})?)")
_WHOSE = re.compile(rf"(?<![\w’'-])({NAME_WORD}(?: {NAME_WORD})?)['’]s?(?![\w’'-])")
_GIVEN = tuple(map(str.capitalize, sorted(COUNTRIES_TOO)))
_PERSON = re.compile(rf"\b(?:{'|'.join(_GIVEN)})(?= ([A-Z][a-z]+))")
_OF_COUNTRIES = frozenset("airlines airways armed basin national river royal valley".split())


def asks_elsewhere(
    terms: Sequence[Term], place: int, held: bool, text: str, names_in: NamesIn
) -> bool:
    """Tell whether the name at a ``place`` of a question is where nothing in ``text`` takes place.

    What happened in a capital is not told by what happened in its country, nor is what happened in
    a country, however common its name is, by what did in another one, or is of another:
    "Slovenia's election", nor in a region by what did in none of its countries. But who goes to a
    country mostly goes to its capital. It is ``held`` where the text has it, or its country.
    ``names_in`` gives the names of a region.
    """
    term = terms[place]
    if term.region:
        return asks_beyond(names_in(term.region), held, text)
    if not term.is_name:
        return False
    form = form_of(term.written)
    if countries(form):
        return _lacks_capital(terms, place, index_terms(text))
    # A nationality that it does not tell may be that of any person in it.
    is_asked = form in COUNTRIES or (_IN.fullmatch(term.before) and country(form) is not None)
    if held or not is_asked:
        return False
    others = (*_TOLD_IN.findall(text), *_WHOSE.findall(text))
    return any(map(_is_country, others)) and not tells_of(form, text)


def is_of_person(term: Term, held: bool, text: str, names_in: NamesIn) -> bool:
    """Tell whether a text has, of the place asked for, only somebody who is called like it.

    "Jordan Spieth" is neither Jordanian nor "in Jordan", and in no Middle East; "jordan" alone may
    mean either.
    """
    if not held or not term.is_name or (bare := _without_persons(text)) == text:
        return False
    if term.region:
        return asks_beyond(names_in(term.region), held, text)
    form = form_of(term.written)
    meant = COUNTRIES_TOO.intersection((form, country(form), *map(str.lower, countries(form))))
    if not meant or (form in meant and not _IN.fullmatch(term.before)):
        return False
    told = index_terms(bare)
    return not any(each in told or tells_of(each, bare) for each in (form, *meant))


def _without_persons(text: str) -> str:
    """Return ``text`` without the given names of persons who are called like a country."""
    if not any(map(text.__contains__, _GIVEN)):
        return text  # as nearly all are
    return _PERSON.sub(lambda found: found[0] if _is_of_country(found[1]) else "", text)


def _is_of_country(word: str) -> bool:
    """Tell whether a word behind a country's name is no surname: "Jordan Valley", "King"."""
    word = word.lower()
    return word in _OF_COUNTRIES or is_office(word) or is_body(word)


def names_another(terms: Sequence[Term], place: int, text: str) -> bool:
    """Tell whether a country of two words begins at a ``place``, and a text has only the second.

    South Sudan is not the south of Sudan. Korea is no country beside the two.
    """
    following = terms[place + 1 : place + 2]
    if not following or following[0].before not in ("", "-"):
        return False
    second = form_of(following[0].written)
    if second not in COUNTRIES:
        return False
    first = form_of(terms[place].written)
    if f"{first} {second}" not in COUNTRIES:
        return False
    told = index_terms(text)
    names = {(first, each) for each in (second, *relatives(second))}
    return second in told and names.isdisjoint(pairwise(told))


def _lacks_capital(terms: Sequence[Term], place: int, told: Sequence[str]) -> bool:
    """Tell whether folded words tell nothing of a capital where that alone is asked for."""
    form = form_of(terms[place].written)
    if form in told or not _TELLS_OF_CAPITAL.isdisjoint(told):
        return False
    is_of_rule = place > 0 and form_of(terms[place - 1].written) in _RULING
    is_within = not is_of_rule and _WITHIN.fullmatch(terms[place].before) is not None
    if _is_taken(terms, place) or _is_of_a_city(terms, place):
        return True
    is_place = is_within or _goes_to(terms, place)
    return is_place and not _is_gone_to(countries(form), told)


def _is_of_a_city(terms: Sequence[Term], place: int) -> bool:
    """Tell whether what only a city has is said to be of the name at a ``place`` of a question."""
    before, behind = terms[max(place - 1, 0) : place], terms[place + 1 : place + 2]
    is_of = bool(before) and terms[place].before == "of"
    is_whose = bool(behind) and not behind[0].before
    return (is_of and form_of(before[0].written) in _OF_A_CITY) or (
        is_whose and form_of(behind[0].written) in _OF_A_CITY
    )


def _is_taken(terms: Sequence[Term], place: int) -> bool:
    """Tell whether the name at a ``place`` of a question is of a city that somebody takes."""
    before = terms[place].before
    if place and not before and form_of(terms[place - 1].written) in _TAKING:
        return True
    behind = terms[place + 1 : place + 2]
    is_passive = _PASSIVE.fullmatch(before) is not None and behind and not behind[0].before
    return bool(is_passive) and form_of(behind[0].written) in _TAKING


def _goes_to(terms: Sequence[Term], place: int) -> bool:
    """Tell whether the name at a ``place`` of a question is where somebody goes: "visit Kyiv"."""
    if not place:
        return False
    before = terms[place].before.removesuffix(" the").split()
    said = [form_of(terms[place - 1].written), *before]
    return (before[-1] if before else "") in _TO and not _MOVING.isdisjoint(said[-3:])


def _is_gone_to(names: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether folded words tell of somebody who goes to a country of one of these names."""
    own = {tuple(index_terms(name)) for name in names}
    own.update((each,) for name in names for each in relatives(name.lower()))
    # "Travels to Russia", "a Russian tour"; but not "Russia's officials said on a visit".
    return any(
        not _MOVING.isdisjoint(told[max(place - _AROUND, 0) : place + len(name) + 1])
        for name in own
        for place in places_in_row(name, told)
    )


def _is_country(name: str) -> bool:
    folded = index_terms(name)
    return " ".join(folded) in COUNTRIES or (len(folded) == 1 and folded[0] in COUNTRIES)


def asks_beyond(region: Collection[tuple[str, ...]], held: bool, text: str) -> bool:
    """Tell whether a text tells of nothing in a ``region``, which goes by these names.

    It is ``held``, too, where a name only stands within a longer one, or has its words scattered.
    """
    told = index_terms(bare := _without_persons(text))
    if tells_any(told, region):
        return False
    if bare != text and tells_any(index_terms(text), region):
        return True
    return not held or any(map(frozenset(told).issuperset, region))


def tells_of(country_name: str, text: str) -> bool:
    """Tell whether a text names a place or the people of a country, or that itself."""
    told = frozenset(index_terms(text))
    names: Collection[str] = (*places_of(country_name), *seats(country_name))
    return any(map(told.__contains__, relatives(country_name))) or any(
        told.issuperset(index_terms(name)) for name in names
    )
