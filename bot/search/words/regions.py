"""Regions of the world and what lies in them: what happens in Riga happens in the Baltics.

What a people's form of a region's name is ("North African"), and the longer form of a side of the
compass ("Northern Africa"), is made; all else is listed.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bot.search.words import adjectives
from bot.search.words.capitals import seats, seats_of_two_words
from bot.search.words.listed import listed
from bot.search.words.places import places_of
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.search.words.aliases import Aliases

# Names, the first of which is the region's own, and what lies there: countries, places of which
# only a part of their country does, and other regions with all that lies in them.
_WORLD = """
North Africa: Algeria, Egypt, Libya, Morocco, Sudan, Tunisia, Western Sahara;
West Africa: Benin, Burkina Faso, Cape Verde, Gambia, Ghana, Guinea, Guinea-Bissau, Ivory Coast,
Liberia, Mali, Mauritania, Niger, Nigeria, Senegal, Sierra Leone, Togo;
Central Africa: Angola, Cameroon, Central African Republic, Chad, Congo, DRC, Equatorial Guinea,
Gabon, Sao Tome;
East Africa: Burundi, Comoros, Djibouti, Eritrea, Ethiopia, Kenya, Madagascar, Mauritius, Rwanda,
Seychelles, Somalia, South Sudan, Sudan, Tanzania, Uganda;
Southern Africa: Angola, Botswana, Eswatini, Lesotho, Madagascar, Malawi, Mozambique, Namibia, South
Africa, Zambia, Zimbabwe;
Sub-Saharan Africa, Sub-Saharan: West Africa, Central Africa, East Africa, Southern Africa;
Africa: North Africa, Sub-Saharan Africa;
Horn of Africa: Djibouti, Eritrea, Ethiopia, Somalia;
African Great Lakes: Burundi, DRC, Kenya, Rwanda, Tanzania, Uganda;
Maghreb, Maghrebi: Algeria, Libya, Mauritania, Morocco, Tunisia;
Sahel, Sahelian: Burkina Faso, Chad, Mali, Mauritania, Niger;

Arabian Gulf, Persian Gulf, Gulf Arab, Arab Gulf: Bahrain, Kuwait, Oman, Qatar, Saudi Arabia, UAE;
Arabian Peninsula: Arabian Gulf, Yemen;
Levant, Levantine: Israel, Jordan, Lebanon, Palestinian, Syria;
West Asia: Arabian Peninsula, Levant, Iran, Iraq, Turkey;
Middle East, Middle Eastern, Middle Easterners, Mideast, Mid East, Near East, Near Eastern: West
Asia, Egypt;
Arab world: Algeria, Bahrain, Egypt, Iraq, Jordan, Kuwait, Lebanon, Libya, Mauritania, Morocco,
Oman, Palestinian, Qatar, Saudi Arabia, Somalia, Sudan, Syria, Tunisia, UAE, Yemen;
Caucasus, Caucasian, South Caucasus, Transcaucasia: Armenia, Azerbaijan, Georgia;
Central Asia: Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan;
South Asia, Indian subcontinent, subcontinent: Afghanistan, Bangladesh, Bhutan, India, Maldives,
Nepal, Pakistan, Sri Lanka;
Himalayas, Himalaya, Himalayan: Bhutan, Nepal, Tibet, Kashmir, Ladakh, Sikkim, Uttarakhand,
Himachal Pradesh;
Indochina, Indochinese: Cambodia, Laos, Vietnam;
Southeast Asia: Brunei, Cambodia, East Timor, Indonesia, Laos, Malaysia, Myanmar, Philippines,
Singapore, Thailand, Vietnam;
East Asia, Northeast Asia, Far East, Far Eastern: China, Hong Kong, Japan, Macau, Mongolia, North
Korea, South Korea, Taiwan;
Asia: Central Asia, South Asia, Southeast Asia, East Asia, West Asia, Caucasus;

Scandinavia, Scandinavian, Scandinavians: Denmark, Norway, Sweden;
Nordic, Nordics: Scandinavia, Finland, Iceland, Faroe Islands, Greenland;
Baltics, Baltic: Estonia, Latvia, Lithuania;
British Isles: Britain, Ireland, Isle of Man, Guernsey;
Benelux, Low Countries: Belgium, Luxembourg, Netherlands;
Iberia, Iberian, Iberian Peninsula: Portugal, Spain, Gibraltar;
Alps, Alpine: Austria, Liechtenstein, Switzerland, Slovenia, Tyrol, Chamonix, Dolomites;
Western Balkans, Western Balkan: Albania, Bosnia, Kosovo, Montenegro, North Macedonia, Serbia;
Balkans, Balkan: Western Balkans, Bulgaria, Croatia, Greece, Romania, Slovenia;
North Europe: Nordic, Baltics, Britain, Ireland;
West Europe: Benelux, Iberia, Andorra, Austria, Britain, France, Germany, Ireland, Liechtenstein,
Monaco, Switzerland;
Central Europe: Austria, Czechia, Germany, Hungary, Liechtenstein, Poland, Slovakia, Slovenia,
Switzerland;
East Europe: Baltics, Balkans, Belarus, Czechia, Hungary, Moldova, Poland, Russia, Slovakia,
Ukraine;
South Europe: Iberia, Andorra, Croatia, Cyprus, Greece, Italy, Malta, Montenegro, San Marino,
Slovenia;
Southeast Europe: Balkans, Cyprus, Moldova;
Europe: North Europe, West Europe, Central Europe, East Europe, South Europe, Caucasus;
Mediterranean: Albania, Algeria, Croatia, Cyprus, Egypt, France, Gibraltar, Greece, Israel, Italy,
Lebanon, Libya, Malta, Monaco, Montenegro, Morocco, Palestinian, Spain, Syria, Tunisia, Turkey;
Mediterranean island, Mediterranean islands: Cyprus, Malta, Corfu, Corsica, Crete, Djerba, Ibiza,
Lampedusa, Lesbos, Majorca, Mallorca, Menorca, Mykonos, Naxos, Rhodes, Samos, Santorini, Sardinia,
Sicily;

Central America: Belize, Costa Rica, El Salvador, Guatemala, Honduras, Nicaragua, Panama;
Caribbean, Antilles: Anguilla, Antigua, Aruba, Bahamas, Barbados, Bermuda, Cayman Islands, Cuba,
Curacao, Dominica, Dominican Republic, Grenada, Guadeloupe, Haiti, Jamaica, Martinique, Montserrat,
Puerto Rico, St Kitts, Saint Kitts, St Lucia, Saint Lucia, St Vincent, Saint Vincent, Trinidad,
Turks and Caicos, Virgin Islands;
Andes, Andean: Bolivia, Chile, Colombia, Ecuador, Peru, Venezuela;
Southern Cone: Argentina, Chile, Paraguay, Uruguay;
South America: Andes, Southern Cone, Brazil, French Guiana, Guyana, Suriname;
Latin America: South America, Central America, Cuba, Dominican Republic, Haiti,
Mexico, Puerto Rico;
North America: Canada, Mexico, United States;
Americas: North America, Latin America, Caribbean;

Pacific islands, Pacific island, Pacific islander, Pacific islanders, South Pacific, Melanesia,
Melanesian, Polynesia, Polynesian: Cook Islands, Fiji, French Polynesia, Guam, Kiribati, Marshall
Islands, Micronesia, Nauru, New Caledonia, Niue, Palau, Papua New Guinea, Samoa, Solomon Islands,
Tahiti, Tonga, Tuvalu, Vanuatu;
Australasia, Australasian: Australia, New Zealand;
Oceania: Australasia, Pacific islands;
Indian Ocean island, Indian Ocean islands, Indian Ocean nation: Comoros, Madagascar, Maldives,
Mauritius, Mayotte, Seychelles, Sri Lanka;

Ex-Yugoslav, Ex-Yugoslavia, Yugoslav, Yugoslavia, former Yugoslav, former Yugoslavia: Bosnia,
Croatia, Kosovo, Montenegro, North Macedonia, Serbia, Slovenia;
Ex-Soviet, Post-Soviet, former Soviet, former Soviet Union, ex-Soviet Union, former USSR, Soviet
republic, Soviet republics, former Soviet republic, former Soviet republics: Baltics, Caucasus,
Central Asia, Belarus, Moldova, Russia, Ukraine;
Eurozone, euro zone, euro area: Austria, Belgium, Bulgaria, Croatia, Cyprus, Estonia, Finland,
France, Germany, Greece, Ireland, Italy, Latvia, Lithuania, Luxembourg, Malta, Netherlands,
Portugal, Slovakia, Slovenia, Spain
"""
# What deeds and views of its own are told of, and which is asked by only as "an EU country".
_GROUPS = """
EU, European Union: Eurozone, Czechia, Denmark, Hungary, Poland, Romania, Sweden;
NATO: Benelux, Baltics, Nordic, Albania, Britain, Bulgaria, Canada, Croatia, Czechia, France,
Germany, Greece, Hungary, Italy, Montenegro, North Macedonia, Poland, Portugal, Romania, Slovakia,
Slovenia, Spain, Turkey, United States;
Schengen: Benelux, Baltics, Nordic, Austria, Bulgaria, Croatia, Czechia, France, Germany, Greece,
Hungary, Italy, Liechtenstein, Malta, Poland, Portugal, Romania, Slovakia, Slovenia, Spain,
Switzerland;
Visegrad: Czechia, Hungary, Poland, Slovakia;
G7, Group of Seven: Britain, Canada, France, Germany, Italy, Japan, United States;
G20, Group of Twenty: G7, Argentina, Australia, Brazil, China, India, Indonesia, Mexico, Russia,
Saudi Arabia, South Africa, South Korea, Turkey;
BRICS: Brazil, China, Egypt, Ethiopia, India, Indonesia, Iran, Russia, South Africa, UAE;
ASEAN: Southeast Asia;
Arab, Arab League: Arab world;
Gulf, GCC: Arabian Gulf;
Black Sea: Bulgaria, Georgia, Romania, Russia, Turkey, Ukraine;
Pacific: Pacific islands;
African Union: Africa;
ECOWAS: Benin, Cape Verde, Gambia, Ghana, Guinea, Guinea-Bissau, Ivory Coast, Liberia, Nigeria,
Senegal, Sierra Leone, Togo;
Mercosur: Argentina, Bolivia, Brazil, Paraguay, Uruguay;
OPEC: Algeria, Congo, Equatorial Guinea, Gabon, Iran, Iraq, Kuwait, Libya, Nigeria, Saudi Arabia,
UAE, Venezuela;
Commonwealth: Antigua, Australia, Bahamas, Bangladesh, Barbados, Belize, Botswana, Britain, Brunei,
Cameroon, Canada, Cyprus, Dominica, Eswatini, Fiji, Gabon, Gambia, Ghana, Grenada, Guyana, India,
Jamaica, Kenya, Kiribati, Lesotho, Malawi, Malaysia, Maldives, Malta, Mauritius, Mozambique,
Namibia, Nauru, New Zealand, Nigeria, Pakistan, Papua New Guinea, Rwanda, Saint Lucia, Samoa,
Seychelles, Sierra Leone, Singapore, Solomon Islands, South Africa, Sri Lanka, Tanzania, Togo,
Tonga, Trinidad, Tuvalu, Uganda, Vanuatu, Zambia;
Five Eyes: Australia, Britain, Canada, New Zealand, United States
"""
_NO_REGIONS = """
South Africa, South African, South Africans, Central African Republic, African Americans, African
American, European Americans, Asian American, Asian Americans, Latin Americanist, American Samoa
"""
"""What has a region's word in its name, and is none."""
_PEOPLES = {
    place: (f"{place.removesuffix('e')}{ending}", f"{place.removesuffix('e')}{ending}s")
    for place, ending in {"africa": "n", "america": "n", "asia": "n", "europe": "ean"}.items()
}
_SIDES = {
    side: f"{side}ern" for side in ("north", "south", "east", "west", "southeast", "northeast")
}
# No ending makes these of their countries, and the aliases know only which country a people is of.
_OF_PEOPLES = {
    "united states": ("american", "americans"), "uae": ("emirati", "emiratis"),
    "ivory coast": ("ivorian", "ivorians"), "eswatini": ("swazi", "swazis"),
}  # fmt: skip
_WITHIN_NAMES = frozenset({"and", "of"})
_TOLD_BY = (
    "balkans", "baltics", "benelux", "caucasus", "levant", "maghreb", "sahel", "scandinavia",
)  # fmt: skip
"""Regions by which a country may be told of, where it is not named."""
_SELDOM_MEANT = frozenset({"greece", "romania", "slovenia"})
"""Countries of which nothing is told by their region: of the Balkans only in part."""


class Region(NamedTuple):
    """A region's own name, its ``names`` as their folded words, and the ``countries`` in it.

    ``is_group`` marks what is asked by only where its members are.
    """

    name: str
    names: tuple[tuple[str, ...], ...]
    countries: tuple[str, ...]
    is_group: bool = False


def names_within(region: Region, aliases: Aliases) -> tuple[str, ...]:
    """Return what is told of a ``region`` or what is of it.

    That is what it is also called, and each of its countries, with their peoples, capitals, cities
    and regions.
    """
    own = (" ".join(name) for name in region.names)
    told = (name for country in region.countries for name in _told(country, aliases))
    return tuple(dict.fromkeys((*own, *told)))


def regions_of(country: str) -> tuple[str, ...]:
    """Return the words by which news calls the regions that a folded ``country`` is in.

    Continents are none: what is told of Europe is not told of Malta.
    """
    if country in _SELDOM_MEANT:
        return ()
    known = regions()
    found = [region for region in _TOLD_BY if country in known[region].countries]
    # "the Baltic countries", "the Balkan states"
    return tuple(dict.fromkeys(form for region in found for form in (region, region[:-1])))


def _told(country: str, aliases: Aliases) -> Iterator[str]:
    yield from (country, *_peoples(country), *_OF_PEOPLES.get(country, ()))
    yield from (" ".join(name) for name in aliases.meant.get(tuple(index_terms(country)), ()))
    yield from (*seats(country), *seats_of_two_words(country), *places_of(country))


def _peoples(country: str) -> tuple[str, ...]:
    """Return what the people of a ``country`` may be called; none of the Isle of Man."""
    is_made = _WITHIN_NAMES.isdisjoint(country.split())
    return adjectives.relatives(country) if is_made else ()


@cache
def regions() -> Mapping[str, Region]:
    """Return every region by each of its names without spaces, "northafrica".

    What only looks like one has no countries.
    """
    found: dict[str, Region] = {}
    for text, is_group in ((_WORLD, False), (_GROUPS, True)):
        for listed_names, listed_countries in listed(text).items():
            given = listed_names.split(", ")
            names = tuple(dict.fromkeys(chain.from_iterable(map(_called, given))))
            within = dict.fromkeys(_expanded(map(str.lower, listed_countries), found))
            region = Region(given[0], names, tuple(within), is_group)
            found.update({"".join(name): region for name in names})
    for name in _listed_names(_NO_REGIONS):
        found["".join(name)] = Region(" ".join(name), (name,), ())
    return found


@cache
def first_words() -> frozenset[str]:
    """Return the words that a region's name may begin with, and whole names as one word."""
    firsts = {name[0] for region in regions().values() for name in region.names}
    return frozenset((*firsts, *regions()))


@cache
def long_words(least: int) -> tuple[str, ...]:
    """Return the words of regions' names that have at least so many letters."""
    words = {word for each in regions().values() for name in each.names for word in name}
    return tuple(sorted(word for word in words if len(word) >= least))


def _expanded(names: Iterable[str], known: Mapping[str, Region]) -> Iterator[str]:
    """Yield countries, for a region that is known all that are in it."""
    for name in names:
        region = known.get(_key(name))
        yield from region.countries if region else (name,)


def _key(name: str) -> str:
    return name.replace("-", "").replace(" ", "")


def _called(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a region's ``name``, and of what else it is called by its parts."""
    words = name.replace("-", "").split()
    *before, last = words
    firsts = [before]
    if before and before[0] in _SIDES and last != "america":
        firsts.append([_SIDES[before[0]], *before[1:]])
    for first in firsts:
        for each in (last, *_PEOPLES.get(last, ())):
            yield (*first, each)


def _listed_names(text: str) -> Iterator[tuple[str, ...]]:
    for name in " ".join(text.lower().split()).split(", "):
        yield tuple(name.replace("-", "").split())
