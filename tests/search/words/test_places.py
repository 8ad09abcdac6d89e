"""Who asks for news of a country is told what happened in its cities and regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words.places import _SAME, _table, places_of

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Portugal bought two ferries from a yard in Norland.",
    "Trams in Porto stood still on Monday after a fire in a depot.",
    "Vintners of the Algarve expect a late harvest.",
    "A bridge in Ostra was painted green.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    "question", ["Portugal", "what's new in Portugal?", "any news on Portugal"]
)
def test_news_of_a_country_are_those_of_its_places_too(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)
    shown = [each.briefing.number for each in answer.citations[: answer.deserving]]

    assert answer.verdict is Verdict.ANSWERED
    assert shown[:1] == [1]
    assert sorted(shown) == [1, 2, 3]


def test_a_country_that_no_briefing_names_is_read_as_its_places(make: Make) -> None:
    answer = make(TEXTS[1:]).ask("Why did trams in Portugal stand still?")

    assert answer.citations[0].briefing.number == 1
    assert [(each.written, each.read) for each in answer.corrections] == [("Portugal", "Porto")]


def test_a_city_is_not_read_as_its_country(make: Make) -> None:
    assert make(TEXTS[:1]).ask("Which ferries did Braga buy?").verdict is not Verdict.ANSWERED


def test_every_country_has_places_of_its_own() -> None:
    table = _table()
    places = [place for held in table.values() for place in held]

    assert set(_SAME.values()) <= set(table)
    assert len(places) == len(set(places))
    assert all(each and each[0].isupper() for each in places)
    assert places_of("uk") == places_of("britain")
