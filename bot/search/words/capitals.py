"""Capitals, by which news calls the governments that sit there: "Kyiv rejects the plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.words.listed import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEATS = """
Abu Dhabi: UAE, United Arab Emirates; Abuja: Nigeria; Accra: Ghana; Addis Ababa: Ethiopia; Algiers:
Algeria; Amman: Jordan; Amsterdam: Netherlands; Ankara: Turkey; Antananarivo: Madagascar; Ashgabat:
Turkmenistan; Asmara: Eritrea; Astana: Kazakhstan; Asuncion: Paraguay; Athens: Greece; Baghdad:
Iraq; Baku: Azerbaijan; Bamako: Mali; Bangkok: Thailand; Bangui: Central African Republic; Banjul:
Gambia; Beijing: China; Beirut: Lebanon; Belgrade: Serbia; Berlin: Germany; Bern: Switzerland;
Bishkek: Kyrgyzstan; Bissau: Guinea-Bissau; Bogota: Colombia; Brasilia: Brazil; Bratislava:
Slovakia; Brazzaville: Congo; Bridgetown: Barbados; Brussels: EU, European Union, Belgium;
Bucharest: Romania; Budapest: Hungary; Buenos Aires: Argentina; Bujumbura: Burundi; Cairo: Egypt;
Canberra: Australia; Caracas: Venezuela; Chisinau: Moldova; Colombo: Sri Lanka; Conakry: Guinea;
Copenhagen: Denmark; Dakar: Senegal; Damascus: Syria; Delhi: India; Dhaka: Bangladesh; Dodoma:
Tanzania; Doha: Qatar; Dublin: Ireland; Dushanbe: Tajikistan; Freetown: Sierra Leone; Gaborone:
Botswana; Gitega: Burundi; Hanoi: Vietnam; Hague: Netherlands; Harare: Zimbabwe; Havana: Cuba;
Helsinki: Finland; Islamabad: Pakistan; Jakarta: Indonesia; Jerusalem: Israel; Juba: South Sudan;
Kabul: Afghanistan; Kampala: Uganda; Kathmandu: Nepal; Khartoum: Sudan; Kigali: Rwanda; Kingston:
Jamaica; Kinshasa: DRC, Democratic Republic of the Congo; Kremlin: Russia, Moscow; Kuala Lumpur:
Malaysia; Kyiv: Ukraine; Libreville: Gabon; Lilongwe: Malawi; Lima: Peru; Lisbon: Portugal;
Ljubljana: Slovenia; Lome: Togo; London: UK, Britain, United Kingdom; Luanda: Angola; Lusaka:
Zambia; Madrid: Spain; Managua: Nicaragua; Manama: Bahrain; Manila: Philippines; Maputo: Mozambique;
Mexico City: Mexico; Minsk: Belarus; Mogadishu: Somalia; Monrovia: Liberia; Montevideo: Uruguay;
Moscow: Russia; Muscat: Oman; Nairobi: Kenya; Naypyidaw: Myanmar; New Delhi: India; Niamey: Niger;
Nicosia: Cyprus; Nouakchott: Mauritania; Oslo: Norway; Ottawa: Canada; Ouagadougou: Burkina Faso;
Paris: France; Phnom Penh: Cambodia; Podgorica: Montenegro; Port Moresby: Papua New Guinea; Port
Louis: Mauritius; Prague: Czechia, Czech Republic; Pretoria: South Africa; Pristina: Kosovo;
Pyongyang: North Korea, DPRK; Quito: Ecuador; Rabat: Morocco; Ramallah: Palestinian; Reykjavik:
Iceland; Riga: Latvia; Riyadh: Saudi Arabia; Rome: Italy; Sanaa: Yemen; Santiago: Chile; Sarajevo:
Bosnia; Seoul: South Korea; Skopje: North Macedonia; Sofia: Bulgaria; Stockholm: Sweden; Sucre:
Bolivia; Taipei: Taiwan; Tallinn: Estonia; Tashkent: Uzbekistan; Tbilisi: Georgia; Tegucigalpa:
Honduras; Tehran: Iran; Thimphu: Bhutan; Tirana: Albania; Tokyo: Japan; Tripoli: Libya; Tunis:
Tunisia; Ulaanbaatar: Mongolia; Valletta: Malta; Vienna: Austria; Vientiane: Laos; Vilnius:
Lithuania; Warsaw: Poland; Washington: US, United States, America; Wellington: New Zealand;
Windhoek: Namibia; Yaounde: Cameroon; Yerevan: Armenia; Zagreb: Croatia
"""


def _seats_by_country(
    names: Mapping[str, tuple[str, ...]], *, of_two_words: bool
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for capital, governed in names.items():
        for name in map(str.lower, governed):
            if (" " in capital) is of_two_words:
                found[name] = (*found.get(name, ()), capital)
    return found


_NAMES = listed(_SEATS)
_ALONE = """
africa america andorra antigua asia bahamas barbados belize benin bermuda brunei chad comoros
djibouti dominica eswatini europe fiji grenada guatemala guyana haiti kiribati kuwait lesotho
liechtenstein luxembourg maldives micronesia monaco nauru palau panama rwanda samoa seychelles
singapore suriname tonga trinidad tuvalu vanuatu
"""
COUNTRIES = frozenset(
    [*(name.lower() for names in _NAMES.values() for name in names), *_ALONE.split()]
)
"""The folded names of what has a capital, of continents, and of countries whose capitals are called
as they are, or which news does not call by them."""
_COUNTRIES = {capital.replace(" ", ""): names for capital, names in _NAMES.items()}
_SEATS_OF = _seats_by_country(_NAMES, of_two_words=False)
_SEATS_OF_TWO_WORDS = _seats_by_country(_NAMES, of_two_words=True)
_OF_TWO_WORDS = frozenset(tuple(capital.split()) for capital in _NAMES if " " in capital)


def countries(capital: str) -> tuple[str, ...]:
    """Return what is governed from a ``capital``; nothing for any other word.

    That is a folded word, or the two words of a name without what stands between them.
    """
    return _COUNTRIES.get(capital, ())


def seats(country: str) -> tuple[str, ...]:
    """Return the folded capitals from which a ``country`` is governed, one folded word like them.

    Those of two words are left out, and so is any word that is no country.
    """
    return _SEATS_OF.get(country, ())


def seats_of_two_words(country: str) -> tuple[str, ...]:
    """Return the folded capitals of two words from which a folded ``country`` is governed."""
    return _SEATS_OF_TWO_WORDS.get(country, ())


def is_capital(first: str, second: str) -> bool:
    """Tell whether two folded words are the name of a capital: "New Delhi"."""
    return (first, second) in _OF_TWO_WORDS
