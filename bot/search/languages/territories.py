"""What countries, cities and peoples are called in German, French, Spanish and Russian.

The names are those of Unicode's Common Locale Data Repository, which babel carries. They are read
when somebody asks in such a language, which takes some milliseconds; what is made of them is kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.search.languages.wordbook import MADE_BY, tables_of, wordbook
from bot.search.words.keeping import file_of, made_once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.search.languages.wordbook import Wordbook

_OTHERWISE_USED = frozenset({"RE"})
"""Réunion, which is a meeting."""
# Regions have the numbers that the United Nations' M49 gives them.
_REGIONS = {
    "002": "Africa", "003": "North America", "005": "South America", "009": "Oceania",
    "011": "West Africa", "013": "Central America", "014": "East Africa", "015": "North Africa",
    "017": "Central Africa", "018": "Southern Africa", "019": "America", "029": "Caribbean",
    "030": "East Asia", "034": "South Asia", "035": "Southeast Asia", "039": "Southern Europe",
    "053": "Australasia", "142": "Asia", "143": "Central Asia", "145": "West Asia",
    "150": "Europe", "151": "Eastern Europe", "154": "Northern Europe", "155": "Western Europe",
    "202": "Sub-Saharan Africa", "419": "Latin America",
}  # fmt: skip
_ENGLISH = {
    "CD": "Democratic Republic of the Congo", "CG": "Congo", "PS": "Palestinian", "HK": "Hong Kong",
    "MO": "Macau", "BA": "Bosnia", "TR": "Turkey",
}  # fmt: skip
# Languages that are called like a people: what is "russisch" is Russian.
_PEOPLES = (
    "ar az be bg cs da de el en et fa fi fr he hi hu hy id is it ja ka kk ko ky lt lv mk mn nl no"
    " pl pt ro ru sk sl sq sr sv tg th tk tr uk uz vi zh"
).split()
_NO_REGIONS = frozenset({"Etc", "Antarctica", "Indian"})
# What news calls places and peoples, where Unicode's lists call them otherwise or not at all.
_IN_NEWS = {
    "de": """
        United Kingdom: Großbritannien; Britain: Britannien; British: britisch; Czech Republic:
        Tschechien Tschechei; Belarus: Weißrussland; Burma: Birma; Netherlands: Holland;
        Palestinian: Palästina palästinensisch Palästinenser; Moldova: Moldawien Moldau moldauisch
        moldawisch; Transnistria: Transnistrien; Crimea: Krim; Crimean: krimtatarisch; Gaza Strip:
        Gazastreifen; Kremlin: Kreml; Middle East: Naher+Osten Nahen+Osten Nahost; West: Westen;
        Western: westlich; US: USA US amerikanisch Amerikaner; United Nations: UNO; European Union:
        EU; European: europäisch Europäer; NATO: Nato; OSCE: OSZE; Israeli: israelisch; Syrian:
        syrisch Syrer; Iranian: iranisch; Iraqi: irakisch; Egyptian: ägyptisch; North Korean:
        nordkoreanisch; South Korean: südkoreanisch; Russian: Russen; Ukrainian: Ukrainer; Polish:
        polnisch; Belgian: belgisch; Swiss: schweizerisch; Austrian: österreichisch; Baltic:
        Baltikum baltisch; Geneva: Genf; Munich: München; Cologne: Köln; Hague: Haag; Beijing:
        Peking; Kyiv: Kiew; Kharkiv: Charkiw Charkow; Odesa: Odessa; Milan: Mailand; Chisinau:
        Kischinau; Mecca: Mekka; Strasbourg: Straßburg; Nice: Nizza; South American:
        südamerikanisch; Latin American: lateinamerikanisch; North African: nordafrikanisch;
        Nordic: nordisch
    """,
    "es": """
        United Kingdom: Gran+Bretaña; England: Inglaterra; British: británico; US: EEUU EE+UU
        estadounidense norteamericano; American: americano; Czech Republic: República+Checa;
        Belarus: Bielorrusia; Burma: Birmania; Netherlands: Holanda Países+Bajos; Palestinian:
        Palestina palestino; Moldovan: moldavo; Moldova: Moldavia; Gaza Strip: Franja+de+Gaza;
        Kremlin: Kremlin; Middle East: Oriente+Medio Oriente+Próximo Medio+Oriente; South America:
        América+del+Sur Suramérica; Central America: América+Central; Latin America: América+Latina;
        Latin American: latinoamericano; South American: sudamericano suramericano; North Africa:
        África+del+Norte Norte+de+África; West: Occidente;
        Western: occidental; UN: ONU; European Union: UE; European: europeo; NATO: OTAN; Israeli:
        israelí israelíes; Syrian: sirio; Iranian: iraní; Iraqi: iraquí; Egyptian: egipcio; North
        Korean: norcoreano; South Korean: surcoreano; German: alemana; French: francesa; English:
        inglesa; Japanese: japonesa; Portuguese: portuguesa; Belgian: belga; Swiss: suizo; Austrian:
        austriaco; Baltic: báltico; Geneva: Ginebra; Hague: Haya; Beijing: Pekín; Kharkiv: Járkov;
        Saudi: saudí; Munich: Múnich
    """,
    "fr": """
        Britain: Grande+Bretagne; England: Angleterre; British: britannique; US: USA; American:
        américain; Czech Republic: République+tchèque; Belarus: Biélorussie; Burma: Birmanie;
        Netherlands: Hollande; Palestinian: Palestine palestinien; Moldova: Moldavie; Moldovan:
        moldave; Transnistria: Transnistrie; Crimea: Crimée; Gaza Strip: bande+de+Gaza; Middle East:
        Moyen+Orient Proche+Orient; North Africa: Afrique+du+Nord; West Africa: Afrique+de+l'Ouest;
        East Africa: Afrique+de+l'Est; North African: nord+africain; South American: sud+américain;
        Latin American: latino+américain; Nordic: nordique; West: Occident; Western: occidental; UN:
        ONU; European Union: UE; European: européen; NATO: OTAN; Israeli: israélien; Syrian: syrien;
        Iranian: iranien; Iraqi: irakien; Egyptian: égyptien; North Korean: nord+coréen; South
        Korean: sud+coréen; Turkish: turque; Greek: grecque; Swiss: suisse; Belgian: belge;
        Austrian: autrichien; Baltic: balte; Geneva: Genève; Hague: Haye; Beijing: Pékin; Odesa:
        Odessa; Saudi: saoudien; London: Londres; Kyiv: Kiev Kyiv; Venice: Venise
    """,
    "ru": """
        US: США; American: американский американцы; America: Америка; Britain: Британия; England:
        Англия; British: британский; Czech Republic: Чехия; Belarus: Белоруссия; Burma: Бирма;
        Netherlands: Голландия; Palestinian: Палестина палестинский палестинцы; Moldova: Молдавия;
        Moldovan: молдавский; Transnistria: Приднестровье; Crimea: Крым; Gaza Strip: сектор+Газа;
        Gaza: Газа; Kremlin: Кремль Кремлём; Middle East: Ближний+Восток;
        Latin American: латиноамериканский; South American: южноамериканский; West: Запад; Western:
        западный; UN: ООН; European Union: ЕС Евросоюз; European: европейский; NATO: НАТО; OSCE:
        ОБСЕ; Israeli: израильский; Syrian: сирийский; Iranian: иранский; Iraqi: иракский; Egyptian:
        египетский; Egypt: Египте; North Korean: северокорейский; South Korean: южнокорейский;
        Polish: поляки; Swiss: швейцарский; Austrian: австрийский; Baltic: Прибалтика Балтия
        балтийский прибалтийский; Geneva: Женева; Hague: Гаага; Beijing: Пекин; Kharkiv: Харьков;
        Odesa: Одесса; Kyiv: Киев Киева Киеве; Chisinau: Кишинёв; South Korea: Южная+Корея; North
        Korea: Северная+Корея; Xi: Си; Jinping: Цзиньпин; Kim Jong Un: Ким+Чен+Ын; Wang Yi: Ван+И;
        Mariupol: Мариуполь
    """,
}


@cache
def territories(language: str) -> Wordbook:
    """Return the names of a ``language`` other than English; they are put together once."""
    made_of = (__file__, file_of("babel"), *MADE_BY)
    tables = made_once(language, made_of, lambda: tables_of(language, _names(language)))
    return wordbook(language, tables)


def _names(language: str) -> Iterator[tuple[str, str]]:
    """Yield (name, English name) for what CLDR has, and for what is written otherwise in news."""
    for entry in _IN_NEWS[language].split(";"):
        english, _, names = entry.partition(":")
        yield from ((name.replace("+", " "), " ".join(english.split())) for name in names.split())
    # The module, not babel's Locale: a Locale is for one language's use, and reads twice as much.
    from babel import localedata  # noqa: PLC0415 - most questions are English, and need none of it

    own, data = localedata.load(language), localedata.load("en")
    for code, name in own["territories"].items():
        english = _ENGLISH.get(code) or _REGIONS.get(code) or data["territories"].get(code)
        is_place = code in _REGIONS or (code.isalpha() and code not in _OTHERWISE_USED)
        if english and is_place:
            yield from ((each, _bare(english)) for each in _either(name))
    for code in _PEOPLES:
        if code in own["languages"]:
            yield own["languages"][code], data["languages"][code]
    yield from _cities(own["time_zones"], data["time_zones"])


def _cities(own: Mapping[str, Any], english: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for zone, names in own.items():
        region, _, place = zone.partition("/")
        if "city" in names and "/" not in place and region not in _NO_REGIONS:
            yield names["city"], english.get(zone, {}).get("city") or place.replace("_", " ")


def _either(name: str) -> Iterator[str]:
    """Yield the names of "Myanmar (Birma)"."""
    yield from (each for each in re.split(r"[()]", name) if each.strip())


def _bare(english: str) -> str:
    return english.partition("(")[0].replace("&", "and").strip()
