"""Amounts and spans of time are found however they are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words.amounts import amounts, tells_amount

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The lighthouse of Ostra has stood empty for 50 years, its keeper says.",
    "A strike at the mill of Velden ended after two weeks.",
    "The bridge to Lindau stays closed for three days while it is painted.",
    "Twelve swans were counted on the pond of Tarn.",
    "The dam of Karlsheim will cost 1.5 million crowns.",
    "The library of Meerta lent 500,000 books.",
    "Norland's debt has passed three trillion crowns.",
    "The oak of Brunn is 300 years old.",
    "The council has an 8-point plan for the river of Holm.",
    "The tunnel under Aske was dug in 24 months.",
    "A trial of Sund's tram lasted 18 months.",
    "The tax on boats in Velm brought 250,000 crowns.",
    *(f"Village {name} held its yearly fair." for name in ("Ober", "Unter", "Hinter", "Vorder")),
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("empty for half a century", 1),
        ("empty for five decades", 1),
        ("a half-century without a keeper", 1),
        ("ended after a fortnight", 2),
        ("ended after 14 days", 2),
        ("closed for 72 hours", 3),
        ("a dozen swans", 4),
        ("how does it cost 1,500,000 crowns", 5),
        ("one and a half million crowns", 5),
        ("half a million books", 6),
        ("500 thousand books", 6),
        ("0.5 million books", 6),
        ("debt of three thousand billion", 7),
        ("which oak is three centuries old", 8),
        ("the 8pt plan", 9),
        ("the 8poitn plan", 9),
        ("an eight point plan", 9),
        ("dug in two years", 10),
        ("it lasted a year and a half", 11),
        ("it lasted one and a half years", 11),
        ("a quarter of a million crowns", 12),
    ],
)
def test_an_amount_is_found_that_is_said_otherwise(make: Make, question: str, number: int) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.citations[0].briefing.number == number
    assert answer.verdict is not Verdict.NOTHING
    assert answer.unknown == ()


@pytest.mark.parametrize(
    "question",
    [
        "closed for 24 hours",
        "closed for 96 hours",
        "empty for half a decade",
        "half a dozen swans",
        "debt of four hundred billion",
        "a quarter of a century ago",
    ],
)
def test_another_amount_is_not_taken_for_it(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is not Verdict.ANSWERED


def test_what_an_amount_stands_for_has_to_stand_together(make: Make) -> None:
    texts = ["Four boats met on the day of the fair.", "The fair took four days.", "Bees hum."]

    answer = make(texts).ask("a fair of 96 hours")

    assert answer.citations[0].briefing.number == 2


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("two decades of rain", ("20", "year")),
        ("in 20 years", ("two", "decade")),
        ("three dozen", ("36",)),
        ("2.5 billion", ("2500", "million")),
        ("a hundred years", ("century",)),
        ("a century", ("100", "year")),
        ("seven days and a half", ()),
    ],
)
def test_amounts_are_said_otherwise(question: str, name: tuple[str, ...]) -> None:
    names = {name for amount in amounts(question) for name in amount.names}

    assert name in names or not name


@pytest.mark.parametrize(
    "question",
    [
        "half of the people",
        "dozens of swans",
        "24 swans",
        "a quarter of the votes",
        "the 100th day",
        "12.5.2026",
        "decades of rain",
        "the millennium bug",
        "million",
    ],
)
def test_what_names_no_amount_is_said_in_no_other_way(question: str) -> None:
    assert [*amounts(question)] == []


@pytest.mark.parametrize(
    ("form", "tells"),
    [("decades", True), ("million", True), ("500000", True), ("5000", False), ("ship", False)],
)
def test_few_words_may_be_part_of_an_amount(form: str, tells: bool) -> None:
    assert tells_amount(form) is tells
