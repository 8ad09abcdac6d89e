"""Which names a text tells that a question does not: of persons, countries, places or things.

Names are told by their capitals alone, so that what is found may be a name, never that it is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.adjectives import country, is_people, relatives
from bot.search.words.capitals import COUNTRIES, countries
from bot.search.words.days import DAYS, MONTHS
from bot.search.words.text import fold, index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

# Of any Latin alphabet: Éva, Øystein, Łukasz.
CAPITAL = f"[A-Z{''.join(filter(str.isupper, map(chr, range(0xC0, 0x250))))}]"
# From where a word begins, and never read twice, lest a text of nothing but names take too long.
NAME_WORD = rf"{CAPITAL}(?:[\w-]|['’](?!s\b))++"
_CAPITALISED = re.compile(rf"\b{CAPITAL}[\w’'-]+")
_GOES_ON = re.compile(rf" (?:(?:&|of|the|and|de|van|von) )?{CAPITAL}")
# Behind these stands a place: São Paulo is nobody.
_NOT_OF_A_PERSON = r"(?<!\bin )(?<!\bnear )(?<!\bat )(?<!\boff )"
_FULL_NAME = re.compile(rf"{_NOT_OF_A_PERSON}(?<![\w’'-]){NAME_WORD}(?: {NAME_WORD})++")
NAME = re.compile(rf"(?<![\w’'-]){NAME_WORD}(?: (?:(?:&|of|of the|the|de|van|von) )?{NAME_WORD})*+")
"""All words of a name together, with the small ones inside."""
_BEFORE_PLACE = re.compile(
    r"\b(?:in|near|off|from|to|at|around|across|of)"
    r" (?:(?:the|central|(?:nor|sou)th\w*|(?:ea|we)st\w*) ){0,3}$"
)
_BEFORE_CITY = re.compile(
    r"(?:^|[.!?] |, | (?:and|or) |\b(?:in(?:to|side)?|out(?:side| of)|near|off|from|to(?:wards?)?"
    r"|at|around|across|of|for|through|via|over|between|beyond|reach\w*|host\w*|visit\w*|left) )"
    r"(?:(?:the|central|(?:nor|sou)th\w*|(?:ea|we)st\w*) ){0,3}$"
)
_LONGEST_BEFORE = 24
_CALLS = re.compile(
    r"\b(?:called(?! (?:for|in|off|on|up)\b)|known as|dubbed|nicknamed|christened)\b"
)
_SMALL_WORDS = "(?:[a-z]+ ){0,2}"
_ORIGIN = re.compile(
    rf"\b(?:from|native of|born in) {_SMALL_WORDS}(?P<from>{NAME_WORD})"
    rf"|\b(?P<born>{CAPITAL}[^\W_]++)-born\b"
)
_DESTINATION = re.compile(
    rf"\b(?:to|for|towards?|into|in|at|near|reach\w*) {_SMALL_WORDS}({NAME_WORD})"
)
_LISTED = re.compile(
    rf"(?=(?<![\w’'-])({NAME_WORD})(?: {NAME_WORD}){{0,3}}+,?(?: and| or|,)"
    rf" (?:the )?({NAME_WORD}(?: {NAME_WORD})?))"
)
_WITH_A_GROUP = re.compile(
    rf"(?<![\w’'-]){NAME_WORD} (?:countries|nations|states)(?:,| and| or) (?:the )?({NAME_WORD})"
)
_OF_SEVERAL_WORDS = tuple(frozenset(name.split()) for name in COUNTRIES if " " in name)
_CALENDAR = frozenset((*MONTHS, *DAYS))
_POSSESSIVE = re.compile(r"['’]s$")


def tells_name(text: str, named: Container[str], is_name: Callable[[str], bool]) -> bool:
    """Tell whether ``text`` has a name none of whose words is in ``named``.

    ``is_name`` tells which folded words are names, as a capital that opens a sentence does not.
    """
    return any(name not in named for name in _names(text, is_name))


def tells_person(text: str, named: Container[str]) -> bool:
    """Tell whether ``text`` has a name of several words, the last of which is not in ``named``."""
    return any(_is_another(found[0], named) for found in _FULL_NAME.finditer(text))


def tells_country(text: str, named: Container[str]) -> bool:
    """Tell whether ``text`` names a country or a people that is not in ``named``, in any form."""
    found = [fold(_POSSESSIVE.sub("", each[0])) for each in _CAPITALISED.finditer(text)]
    new = {form for form in found if form not in named}
    return any(
        _is_of_country(form) and not any(other in named for other in relatives(form))
        for form in new
    ) or any(name <= new for name in _OF_SEVERAL_WORDS)


def tells_countries(text: str, named: Container[str]) -> bool:
    """Tell whether ``text`` lists two countries, peoples or groups that are not in ``named``."""
    return any(
        tells_country(found[1], named) and tells_country(found[2], named)
        for found in _LISTED.finditer(text)
    ) or any(tells_country(found[1], named) for found in _WITH_A_GROUP.finditer(text))


def tells_origin(text: str, named: Container[str]) -> bool:
    """Tell whether ``text`` has a name behind "from" that is not in ``named``."""
    return any(_is_new(each["from"] or each["born"], named) for each in _ORIGIN.finditer(text))


def tells_destination(text: str, named: Container[str]) -> bool:
    """Tell whether ``text`` has a name behind "to" or the like that is not in ``named``."""
    return any(_is_new(each[1], named) for each in _DESTINATION.finditer(text))


def tells_city(text: str, named: Container[str], adjective: str = "") -> bool:
    """Tell whether ``text`` names what may be a city and is not in ``named``.

    That is a capital, or a name that is no country or people and begins a sentence or stands
    behind "in" or the like. A folded ``adjective`` of a people leaves out capitals of others.
    """
    own = COUNTRIES.intersection(relatives(adjective)) if adjective else frozenset()
    return any(_is_new_city(found, named, own) for found in NAME.finditer(text))


def _is_new_city(found: re.Match[str], named: Container[str], own: frozenset[str]) -> bool:
    """Tell whether a name may be a city's, if a capital's one of its ``own`` countries, if any."""
    forms = _without_calendar(found[0])
    if all(form in named for form in forms):
        return False
    ruled = countries(" ".join(forms))
    if ruled:
        return not own or any(each.lower() in own for each in ruled)
    return not _is_of_any_country(forms) and _BEFORE_CITY.search(_before(found)) is not None


def _is_of_any_country(forms: Sequence[str]) -> bool:
    """Tell whether a name is a country's or a people's, or has one in it."""
    whole = " ".join(forms)
    # What is Korean is of two countries.
    names = (whole, whole.removesuffix("n"))
    return any(map(_is_of_country, forms)) or any(name in COUNTRIES for name in names)


def _before(found: re.Match[str]) -> str:
    """Return what stands before a name, as far as it tells what kind of name that is."""
    return found.string[max(0, found.start() - _LONGEST_BEFORE) : found.start()]


def tells_name_of(text: str, named: Container[str], is_name: Callable[[str], bool]) -> bool:
    """Tell whether ``text`` says what something is called, or may name it.

    No place behind a preposition does, nor any country or people.
    """
    return _CALLS.search(text) is not None or any(
        any(form not in named and not _is_of_country(form) for form in _forms(found, is_name))
        and not _BEFORE_PLACE.search(_before(found))
        for found in NAME.finditer(text)
    )


def _is_of_country(form: str) -> bool:
    return country(form) is not None or is_people(form)


def _is_new(name: str, named: Container[str]) -> bool:
    return any(form not in named for form in _without_calendar(name))


def _is_another(name: str, named: Container[str]) -> bool:
    found = _without_calendar(name)
    return len(found) > 1 and found[-1] not in named


def _names(text: str, is_name: Callable[[str], bool]) -> Iterator[str]:
    """Yield the words of a sentence that are names; of one that opens it, where that shows."""
    for found in _CAPITALISED.finditer(text):
        if _GOES_ON.match(text, found.end()):
            yield from _without_calendar(found[0])
        else:
            yield from _forms(found, is_name)


def _forms(found: re.Match[str], is_name: Callable[[str], bool]) -> list[str]:
    """Return the words of a name, none of what may have its capital for it opens a sentence."""
    opens = not any(map(str.isalnum, found.string[: found.start()]))
    is_one = " " not in found[0] and not found[0].isupper()
    if opens and is_one and not is_name(fold(_POSSESSIVE.sub("", found[0]))):
        return []
    return _without_calendar(found[0])


def _without_calendar(name: str) -> list[str]:
    return [form for form in index_terms(name) if form not in _CALENDAR]
