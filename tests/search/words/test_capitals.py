"""Capitals stand for the governments that sit there where no briefing names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Correction, Verdict
from bot.search.words.capitals import COUNTRIES

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = ("Polish farmers block roads.", "North Korea tests a rocket.", "Farmers in Chad dig wells.")


@pytest.mark.parametrize(
    ("question", "number", "country"),
    [("farmers in Warsaw", 1, "Poland"), ("Pyongyang's rocket", 2, "North Korea")],
)
def test_a_capital_that_no_briefing_has_is_read_as_its_country(
    make: Make, question: str, number: int, country: str
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.citations[0].briefing.number == number
    assert [each.read for each in answer.corrections] == [country]


@pytest.mark.parametrize("seat", ["The Hague", "Amsterdam"])
def test_a_country_may_have_a_seat_of_government_beside_its_capital(make: Make, seat: str) -> None:
    texts = [*TEXTS, "The Netherlands returned masks to Togo."]

    answer = make(texts).ask(f"Which masks did {seat} give to Lome?")

    assert answer.citations[0].briefing.number == 4
    assert [each.read for each in answer.corrections] == ["Netherlands", "Togo"]


@pytest.mark.parametrize("place", ["Norway", "Norwegian", "norway"])
def test_a_country_that_no_briefing_has_is_read_as_its_capital(make: Make, place: str) -> None:
    answer = make([*TEXTS, "A tram burns in Oslo."]).ask(f"{place} tram")

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.ANSWERED, 4)
    assert answer.corrections == (Correction(place, "Oslo"),)


def test_a_capital_that_another_briefing_has_may_stand_for_its_country(make: Make) -> None:
    texts = [
        "Baltic ministers boycotted the fishery talks of North Macedonia in protest.",
        "A plane landed in Skopje.",
        *TEXTS,
    ]

    answer = make(texts).ask("Who boycotted the fishery of Skopje?")

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.ANSWERED, 1)


def test_a_country_of_which_briefings_name_the_people_is_known(make: Make) -> None:
    answer = make([*TEXTS, "Moldovans vote on Sunday."]).ask("When does Moldova vote?")

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == 4


def test_a_capital_that_a_briefing_has_is_itself(make: Make) -> None:
    answer = make([*TEXTS, "A tram burns in Warsaw."]).ask("Warsaw")

    assert ([each.briefing.number for each in answer.citations], answer.corrections) == ([4], ())


def test_a_capital_of_a_country_that_no_briefing_has_is_unknown(make: Make) -> None:
    assert make(TEXTS).ask("farmers in Lima").unknown == ("Lima",)


def test_a_capital_alone_is_not_taken_for_an_answer_on_its_country(make: Make) -> None:
    answer = make(TEXTS).ask("What happened in Warsaw?")

    assert answer.verdict is Verdict.CLOSEST
    assert answer.corrections == (Correction("Warsaw", "Poland"),)


@pytest.mark.parametrize(
    ("question", "number", "country"),
    [
        ("Pretoria", 1, "South Africa"),
        ("Copenhagen", 2, "Denmark"),
        ("Addis Ababa", 3, "Ethiopia"),
        ("news from New Delhi", 4, "India"),
    ],
)
def test_a_capital_alone_is_closest_to_what_is_on_its_country(
    make: Make, question: str, number: int, country: str
) -> None:
    texts = (
        "South Africa mines tin.",
        "Danish cows moo.",
        "Ethiopian runners win.",
        "India votes.",
    )
    answer = make(texts).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.CLOSEST, ())
    assert [each.briefing.number for each in answer.citations] == [number]
    assert [each.read for each in answer.corrections] == [country]


def test_the_words_of_a_capital_that_briefings_have_stay_words(make: Make) -> None:
    answer = make(["New roads near Delhi.", "India votes."]).ask("New Delhi")

    assert ([each.briefing.number for each in answer.citations], answer.corrections) == ([1], ())


def test_a_country_of_which_no_capital_is_listed_is_one_too() -> None:
    assert {"benin", "nauru"} <= COUNTRIES
