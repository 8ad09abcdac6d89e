"""Regions of the world and what lies in them: what happens in Riga happens in the Baltics.

Here are the continents; regions by which news calls some countries together stand with the other
names in ``config/aliases.toml``, as "Scandinavia" does.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.search.words import adjectives
from bot.search.words.capitals import seats
from bot.search.words.listed import listed
from bot.search.words.places import places_of
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.search.words.aliases import Aliases

_CONTINENTS = """
Africa: Algeria, Angola, Benin, Botswana, Burkina Faso, Burundi, Cameroon, Chad, Congo, Djibouti,
Egypt, Eritrea, Eswatini, Ethiopia, Gabon, Gambia, Ghana, Guinea, Ivory Coast, Kenya, Lesotho,
Liberia, Libya, Madagascar, Malawi, Mali, Mauritania, Mauritius, Morocco, Mozambique, Namibia,
Niger, Nigeria, Rwanda, Senegal, Sierra Leone, Somalia, South Africa, South Sudan, Sudan, Tanzania,
Togo, Tunisia, Uganda, Zambia, Zimbabwe; Asia: Afghanistan, Bangladesh, Bhutan, Brunei, Cambodia,
China, India, Indonesia, Japan, Kazakhstan, Kyrgyzstan, Laos, Malaysia, Maldives, Mongolia, Myanmar,
Nepal, North Korea, Pakistan, Philippines, Singapore, South Korea, Sri Lanka, Taiwan, Tajikistan,
Thailand, Turkmenistan, Uzbekistan, Vietnam; Europe: Albania, Austria, Belarus, Belgium, Bosnia,
Britain, Bulgaria, Croatia, Cyprus, Czechia, Denmark, Estonia, Finland, France, Germany, Greece,
Hungary, Iceland, Ireland, Italy, Kosovo, Latvia, Lithuania, Luxembourg, Malta, Moldova, Montenegro,
Netherlands, North Macedonia, Norway, Poland, Portugal, Romania, Russia, Serbia, Slovakia, Slovenia,
Spain, Sweden, Switzerland, Ukraine; Oceania: Australia, Fiji, Kiribati, New Zealand, Papua New
Guinea, Samoa, Solomon Islands, Tonga, Tuvalu, Vanuatu
"""
_REGIONS = (
    "balkans",
    "baltics",
    "benelux",
    "caucasus",
    "levant",
    "maghreb",
    "sahel",
    "scandinavia",
)
"""Regions of one word, which a country may be told of by, where it is not named."""


def names_within(region: str, aliases: Aliases) -> tuple[str, ...]:
    """Return what is told of a folded ``region`` or what is of it; nothing for any other word.

    That is each of its countries, with their peoples, capitals, cities and regions.
    """
    countries = next(filter(None, (_countries(name, aliases) for name in _called(region))), ())
    return tuple(dict.fromkeys(name for country in countries for name in _told(country, aliases)))


def regions_of(country: str, aliases: Aliases) -> tuple[str, ...]:
    """Return the words by which news calls the regions that a folded ``country`` is in.

    Continents are none: what is told of Europe is not told of Malta.
    """
    name = tuple(index_terms(country))
    found = [region for region in _REGIONS if name in aliases.meant.get((region,), ())]
    # "the Baltic countries", "the Balkan states"
    return tuple(dict.fromkeys(form for region in found for form in (region, region[:-1])))


def _called(region: str) -> Iterator[str]:
    one = region.removesuffix("s")
    yield from (region, one, f"{one}s", *adjectives.places(one))


def _countries(region: str, aliases: Aliases) -> tuple[str, ...]:
    if region in _REGIONS:
        return tuple(" ".join(name) for name in aliases.meant.get((region,), ()))
    return _continents().get(region, ())


def _told(country: str, aliases: Aliases) -> Iterator[str]:
    yield from (country, *adjectives.relatives(country))
    yield from (" ".join(name) for name in aliases.meant.get(tuple(index_terms(country)), ()))
    yield from (*seats(country), *places_of(country))


@cache
def _continents() -> Mapping[str, tuple[str, ...]]:
    return {
        continent: tuple(map(str.lower, countries))
        for continent, countries in listed(_CONTINENTS).items()
    }
