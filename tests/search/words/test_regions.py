"""Who asks for news of a part of the world is told what happened in its countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words.capitals import COUNTRIES
from bot.search.words.places import places_of
from bot.search.words.regions import names_within, regions, regions_of
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from bot.search.words.aliases import Aliases
    from tests.search.conftest import Make

TEXTS = (
    "Police in Nairobi broke up a protest over taxes.",
    "Malian soldiers retook a fort after a long siege.",
    "The Baltic countries will leave the shared power grid in February.",
    "Danish schools will ban phones from autumn.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("any news from Africa?", [1, 2]),
        ("What will Estonia leave in February?", [3]),
        ("Are Scandinavian schools banning phones?", [4]),
        ("African protests over taxes", [1]),
    ],
)
def test_a_region_is_read_as_what_lies_in_it_and_a_country_as_its_region(
    make: Make, question: str, numbers: list[int]
) -> None:
    answer = make(TEXTS).ask(question)
    shown = [each.briefing.number for each in answer.citations[: answer.deserving]]

    assert answer.verdict is Verdict.ANSWERED
    assert sorted(shown) == numbers


def test_what_happens_in_another_region_is_not_told_of_one(make: Make) -> None:
    assert make(TEXTS[:2]).ask("any news from Asia?").verdict is Verdict.NOTHING


def test_a_continent_that_briefings_name_is_asked_for_by_its_name(make: Make) -> None:
    texts = ("Africa needs more vaccines.", *TEXTS)

    answer = make(texts).ask("Which vaccines does Africa need?")

    assert answer.citations[0].briefing.number == 1
    assert answer.corrections == ()


@pytest.mark.parametrize(
    ("name", "within", "without"),
    [
        ("northafrica", "egypt", "kenya"),
        ("northernafrican", "tunisia", "south africa"),
        ("southernafrica", "south africa", "kenya"),
        ("latinamericans", "mexico", "spain"),
        ("southamerican", "peru", "mexico"),
        ("mideast", "iran", "pakistan"),
        ("southeastasian", "vietnam", "china"),
        ("asia", "kazakhstan", "russia"),
        ("nordics", "finland", "estonia"),
        ("scandinavian", "denmark", "finland"),
        ("europe", "kosovo", "turkey"),
        ("easterneuropean", "romania", "austria"),
        ("caribbean", "haiti", "panama"),
        ("hornofafrica", "djibouti", "kenya"),
        ("exyugoslav", "kosovo", "albania"),
        ("formersoviet", "latvia", "poland"),
        ("eu", "ireland", "norway"),
        ("nato", "norway", "ireland"),
        ("brics", "brazil", "japan"),
    ],
)
def test_a_region_has_its_countries_by_each_of_its_names(
    name: str, within: str, without: str
) -> None:
    assert within in regions()[name].countries
    assert without not in regions()[name].countries


# What has no capital in the table of those, and no alias.
ELSEWHERE_UNKNOWN = """
anguilla, aruba, benin, cayman islands, chamonix, cook islands, costa rica, curacao, dolomites,
dominican republic, el salvador, equatorial guinea, french guiana, french polynesia, gibraltar,
greenland, guadeloupe, guam, guernsey, himachal pradesh, hong kong, isle of man, kashmir,
marshall islands, martinique, mayotte, montserrat, nauru, naxos, new caledonia, niue, puerto rico,
saint kitts, saint lucia, saint vincent, san marino, sao tome, sikkim, solomon islands, st kitts,
st lucia, st vincent, tahiti, turks and caicos, virgin islands, western sahara
"""


def test_every_place_of_the_table_is_a_country_or_a_region_and_not_a_slip(aliases: Aliases) -> None:
    known = {*" ".join(ELSEWHERE_UNKNOWN.split()).split(", "), *COUNTRIES}
    known |= {place.lower() for country in COUNTRIES for place in places_of(country)}
    for name, region in regions().items():
        assert region.countries or "afric" in name or "america" in name
        for country in region.countries:
            assert country in known or tuple(index_terms(country)) in aliases.meant
            other = regions().get(country.replace(" ", ""))
            assert other is None or not other.countries


def test_no_people_is_made_of_a_name_with_small_words_in_it(aliases: Aliases) -> None:
    names = {*names_within(regions()["britishisles"], aliases)}

    assert "isle of man" in names
    assert "isle of many" not in names


def test_what_the_balkans_did_slovenia_which_is_seldom_meant_did_not(make: Make) -> None:
    texts = ("Balkan ministers signed a treaty on eels.", *TEXTS[4:])

    assert "Slovenia" in make(texts).ask("Which treaty on eels did Slovenia sign?").unknown
    assert "Serbia" not in make(texts).ask("Which treaty on eels did Serbia sign?").unknown


@pytest.mark.parametrize(
    ("country", "told_by"),
    [
        ("estonia", ("baltics", "baltic")),
        ("serbia", ("balkans", "balkan")),
        ("kenya", ()),
        ("peru", ()),
        ("finland", ()),
    ],
)
def test_a_country_is_told_of_by_few_regions(country: str, told_by: tuple[str, ...]) -> None:
    assert regions_of(country) == told_by
