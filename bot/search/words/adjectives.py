"""How English makes an adjective of a place's name: Poland and Polish, Syria and Syrian."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.words.capitals import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# (ending of the adjective, ending of the place), longer endings first.
_ENDINGS = (
    ("wegian", "way"), ("guese", "gal"), ("anish", "ain"), ("tish", "land"), ("nish", "land"),
    ("lese", ""), ("nese", "na"), ("nian", ""), ("vian", ""), ("ian", "ia"), ("ian", "ium"),
    ("ian", "y"), ("ian", "e"), ("ian", "a"), ("ian", ""), ("ean", "ea"), ("ean", "e"), ("ien", ""),
    ("iot", "us"), ("ese", ""), ("ese", "a"), ("ese", "on"), ("ish", "ain"), ("ish", "and"),
    ("ish", "en"), ("ish", "ey"), ("ern", ""), ("an", "a"), ("an", "any"), ("an", "o"),
    ("an", "as"), ("an", ""), ("in", "o"), ("i", ""), ("n", ""),
)  # fmt: skip
_SHORTEST_ROOT = 2
# Peoples after whom their region is called. No ending tells these: neither is "green" of Greenland,
# nor "Roman" of Romania. Those of countries are among the aliases.
_REGIONS = {
    "abkhaz": "abkhazia", "adyghe": "adygea", "baloch": "balochistan", "bashkir": "bashkortostan",
    "buryat": "buryatia", "chuvash": "chuvashia", "gagauz": "gagauzia", "ingush": "ingushetia",
    "kabyle": "kabylia", "kalmyk": "kalmykia", "karakalpak": "karakalpakstan", "kurd": "kurdistan",
    "kurdish": "kurdistan", "oromo": "oromia", "saxon": "saxony", "szekler": "szeklerland",
    "tatar": "tatarstan", "udmurt": "udmurtia", "walloon": "wallonia", "yakut": "yakutia",
    "zulu": "zululand",
}  # fmt: skip
_PEOPLES_OF = {
    region: tuple(people for people, other in _REGIONS.items() if other == region)
    for region in _REGIONS.values()
}
# Those that are made in no such way.
_UNLIKE = frozenset(
    """
    afghan argentine azeri basque breton briton british burmese catalan chechen croat cypriot czech
    danish dane dutch emirati filipino finn flemish french greek icelandic irish ivorian kazakh
    kosovar kurdish kyrgyz laotian malagasy norwegian philippine pole portuguese saudi scottish serb
    slovak slovene spaniard swede swiss tajik thai turk turkmen uzbek welsh
    """.split()
)


def _by_last_letter(pairs: Sequence[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return by the last letter of a word the ``pairs`` of which it may have the first ending."""
    letters = {ending[-1:] for ending, _ in pairs}
    return {letter: [pair for pair in pairs if pair[0][-1:] in ("", letter)] for letter in letters}


# Most words can have few of the endings, or none.
_OF_ADJECTIVES = _by_last_letter(_ENDINGS)
_OF_PLACES = _by_last_letter([(place, adjective) for adjective, place in _ENDINGS])


def is_people(name: str) -> bool:
    """Tell whether a folded word is what is of a country, or its people: "french", "kenyans"."""
    one = name.removesuffix("s")
    if name in COUNTRIES or " " in name:
        return False
    return not _UNLIKE.isdisjoint((name, one)) or country(name) is not None


def country(name: str) -> str | None:
    """Return the country that a folded ``name`` is, or is of: "kenya" for "kenyans"."""
    for each in dict.fromkeys((name, name.removesuffix("s"))):
        for place in (each, *places(each)):
            if place in COUNTRIES:
                return place
    return None


def places(adjective: str) -> list[str]:
    """Return what the place may be called that ``adjective`` is of, the likeliest first."""
    found = [_REGIONS[adjective]] if adjective in _REGIONS else []
    return found + _with_other_ending(adjective, _OF_ADJECTIVES.get(adjective[-1:], ()))


def _with_other_ending(word: str, endings: Iterable[tuple[str, str]]) -> list[str]:
    longest = len(word) - _SHORTEST_ROOT
    return [
        word.removesuffix(ending) + instead
        for ending, instead in endings
        if word.endswith(ending) and len(ending) <= longest
    ]


@lru_cache(maxsize=1 << 12)
def relatives(word: str) -> tuple[str, ...]:
    """Return what an adjective of a place, or a place, may be called in the other form."""
    # "the Kenyans" are of Kenya, too.
    one = word.removesuffix("s")
    adjectives = _with_other_ending(word, _OF_PLACES.get(word[-1:], _OF_PLACES[""]))
    ones = places(one) if one != word else ()
    found = dict.fromkeys([*places(word), *_PEOPLES_OF.get(word, ()), *adjectives, *ones])
    found.pop(word, None)
    return tuple(found)
