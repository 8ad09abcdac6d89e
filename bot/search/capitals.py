"""Capitals, by which news calls the governments that sit there: "Kyiv rejects the plan"."""

from __future__ import annotations

_SEATS = """
Abuja: Nigeria; Accra: Ghana; Algiers: Algeria; Amman: Jordan; Ankara: Turkey; Antananarivo:
Madagascar; Ashgabat: Turkmenistan; Asmara: Eritrea; Astana: Kazakhstan; Asuncion: Paraguay;
Athens: Greece; Baghdad: Iraq; Baku: Azerbaijan; Bamako: Mali; Bangkok: Thailand; Bangui: Central
African Republic; Banjul: Gambia; Beijing: China; Beirut: Lebanon; Belgrade: Serbia; Berlin:
Germany; Bern: Switzerland; Bishkek: Kyrgyzstan; Bissau: Guinea-Bissau; Bogota: Colombia;
Brasilia: Brazil; Bratislava: Slovakia; Brazzaville: Congo; Brussels: EU, European Union, Belgium;
Bucharest: Romania; Budapest: Hungary; Bujumbura: Burundi; Cairo: Egypt; Canberra: Australia;
Caracas: Venezuela; Chisinau: Moldova; Colombo: Sri Lanka; Conakry: Guinea; Copenhagen: Denmark;
Dakar: Senegal; Damascus: Syria; Dhaka: Bangladesh; Dodoma: Tanzania; Doha:
Qatar; Dublin: Ireland; Dushanbe: Tajikistan; Freetown: Sierra Leone; Gaborone: Botswana; Gitega:
Burundi; Hanoi: Vietnam; Harare: Zimbabwe; Havana: Cuba; Helsinki: Finland; Islamabad: Pakistan;
Jakarta: Indonesia; Jerusalem: Israel; Juba: South Sudan; Kabul: Afghanistan; Kampala: Uganda;
Kathmandu: Nepal; Khartoum: Sudan; Kigali: Rwanda; Kingston: Jamaica; Kinshasa: DRC, Democratic
Republic of the Congo; Kremlin: Russia, Moscow; Kyiv: Ukraine; Libreville: Gabon; Lilongwe:
Malawi; Lima: Peru; Lisbon: Portugal; Ljubljana: Slovenia; Lome: Togo; London: UK, Britain, United
Kingdom; Luanda: Angola; Lusaka: Zambia; Madrid: Spain; Managua: Nicaragua; Manama: Bahrain;
Manila: Philippines; Maputo: Mozambique; Minsk: Belarus; Mogadishu: Somalia; Monrovia: Liberia;
Montevideo: Uruguay; Moscow: Russia; Muscat: Oman; Nairobi: Kenya; Naypyidaw: Myanmar; Niamey:
Niger; Nicosia: Cyprus; Nouakchott: Mauritania; Oslo: Norway; Ottawa: Canada; Ouagadougou: Burkina
Faso; Paris: France; Podgorica: Montenegro; Prague: Czechia, Czech Republic; Pretoria: South
Africa; Pristina: Kosovo; Pyongyang: North Korea, DPRK; Quito: Ecuador; Rabat: Morocco; Ramallah:
Palestinian; Reykjavik: Iceland; Riga: Latvia; Riyadh: Saudi Arabia; Rome: Italy; Sanaa: Yemen;
Santiago: Chile; Sarajevo: Bosnia; Seoul: South Korea; Skopje: North Macedonia; Sofia: Bulgaria;
Stockholm: Sweden; Sucre: Bolivia; Taipei: Taiwan; Tallinn: Estonia; Tashkent: Uzbekistan;
Tbilisi: Georgia; Tegucigalpa: Honduras; Tehran: Iran; Thimphu: Bhutan; Tirana: Albania; Tokyo:
Japan; Tripoli: Libya; Tunis: Tunisia; Ulaanbaatar: Mongolia; Valletta: Malta; Vienna: Austria;
Vientiane: Laos; Vilnius: Lithuania; Warsaw: Poland; Washington: US, United States, America;
Wellington: New Zealand; Windhoek: Namibia; Yaounde: Cameroon; Yerevan: Armenia; Zagreb: Croatia
"""


def _table() -> dict[str, tuple[str, ...]]:
    seats = (seat.split(":") for seat in _SEATS.split(";"))
    return {
        capital.strip().lower(): tuple(name.strip() for name in names.split(","))
        for capital, names in seats
    }


_COUNTRIES = _table()


def countries(capital: str) -> tuple[str, ...]:
    """Return what is governed from a ``capital``, a folded word; nothing for any other word."""
    return _COUNTRIES.get(capital, ())
