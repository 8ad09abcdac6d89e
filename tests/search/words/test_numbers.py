"""Numbers meet however a question and a briefing write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import SpanKind, Verdict
from bot.search.words.numbers import in_digits
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The ferry Oda carried 2,300 people across Lake Ostra.",
    "A dam costing $9bn opens in Karlsheim, 40km from the border.",
    "The firm paid €350 million to farmers, and 7.4 billion kroner to cities.",
    "Mara Lind won the 800 metres after she came third last year.",
    "Under-18s may not enter the quarry.",
    "A coach with 47 tourists sank; a boat with thirty-four nuns did not.",
    "The town of Brill built 61\u202f000 houses.",
    "Skiers had 415 falls.",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("2300 people", 1),
        ("2 300 people", 1),
        ("two thousand three hundred people", 1),
        ("9 billion dam", 2),
        ("40 kilometres from the border", 2),
        ("$350m to farmers", 3),
        ("7.4bn kroner", 3),
        ("800m", 4),
        ("3rd last year", 4),
        ("u18 quarry", 5),
        ("under 18 quarry", 5),
        ("forty seven tourists", 6),
        ("Forty-seven tourists", 6),
        ("34 nuns", 6),
        ("61,000 houses", 7),
        ("61k houses", 7),
        ("four hundred and fifteen falls", 8),
    ],
)
def test_a_number_is_found_in_whatever_form_it_is_asked_for(
    make: Make, question: str, number: int
) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == number


def test_the_whole_number_is_marked(make: Make) -> None:
    cited = make(TEXTS).ask("2300 people").citations[0]

    marked = [
        cited.briefing.text[span.start : span.end]
        for span in cited.spans
        if span.kind is SpanKind.MATCH
    ]
    assert marked == ["2,300", "people"]


def test_another_number_is_not_met(make: Make) -> None:
    assert make(TEXTS).ask("Did the ferry carry 300 people?").unknown == ("300",)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("1,500 and 1500", ["1500", "1500"]),
        ("in 2021,2022 and 12,34", ["2021", "2022", "12", "34"]),
        ("5k and 1.5k", ["5000", "1500"]),
        ("$12b, £3tn, ₹40mn", ["12", "billion", "3", "trillion", "40", "million"]),
        ("a 7.1-magnitude quake", ["7.1", "magnitude", "quake"]),
        ("on 12.05.2024 at 10.0.0.1", ["12", "05", "2024", "10", "0", "0", "1"]),
        ("5G, G7, F-16, 1990s", ["5g", "g7", "f", "16", "1990s"]),
        ("2,000-strong, 1,500-2,000", ["2000", "strong", "1500", "2000"]),
        ("$5 off at 7am", ["5", "7"]),
    ],
)
def test_numbers_are_cut_from_their_units_and_not_within(text: str, terms: list[str]) -> None:
    assert index_terms(text) == terms


@pytest.mark.parametrize(
    "question",
    ["a hundred days of rain", "the seventy", "İstanbul forty two", "the one thousand islands", ""],
)
def test_number_words_stay_where_no_briefing_has_their_digits(question: str) -> None:
    assert in_digits(question, "".__eq__) == question


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("ninety-nine", "99"),
        ("a hundred and six", "106"),
        ("twelve thousand", "12000"),
        ("two hundred thousand", "200000"),
        ("three thousand and twenty one", "3021"),
    ],
)
def test_number_words_are_read_as_the_digits_that_briefings_have(written: str, digits: str) -> None:
    assert in_digits(f"Were {written} lost?", digits.__eq__) == f"Were {digits} lost?"
