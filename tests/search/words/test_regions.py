"""Who asks for news of a part of the world is told what happened in its countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words.regions import _REGIONS, _continents, names_within, regions_of

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


def test_every_region_has_countries_that_lead_back_to_it(aliases: Aliases) -> None:
    for region in _REGIONS:
        assert any(region in regions_of(name, aliases) for name in names_within(region, aliases))
    for continent in _continents():
        assert not any(
            continent in regions_of(name, aliases) for name in names_within(continent, aliases)
        )
