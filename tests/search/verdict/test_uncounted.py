"""A text that speaks of what is counted may still not tell how many there are."""

from __future__ import annotations

import pytest

from bot.search.verdict.uncounted import counts_things, leaves_uncounted, only_tells_of_one


@pytest.mark.parametrize(
    ("told", "leaves"),
    [
        ("Guests slept in the hall.", True),
        ("Forty guests slept in the hall.", False),
        ("Guests slept in the hall, 40 of them.", False),
        ("Guests paid 90 dollars for two nights.", True),
        ("Several guests slept in the hall.", False),
        ("Guests slept in 12 rooms.", True),
        ("A 40-guest hall.", False),
        ("Guests of 2019 slept in the hall.", True),
    ],
)
def test_a_number_has_to_be_one_of_what_is_counted(told: str, leaves: bool) -> None:
    assert (
        leaves_uncounted("How many guests slept?", [told], {"guest", "guests"}.__contains__)
        is leaves
    )


def test_where_nothing_is_told_of_it_and_of_numbers_of_the_question_nothing_is_known() -> None:
    assert not leaves_uncounted("How many guests slept?", [], None)
    assert leaves_uncounted("How many of the 40 guests slept?", ["The 40 guests ate."], None)
    assert not leaves_uncounted("How many guests slept?", ["They slept in 12 rooms."], None)


def test_people_and_units_are_counted_by_any_word() -> None:
    assert counts_things("How many guests slept?")
    assert not counts_things("How many people slept?")
    assert not counts_things("How many miles did they walk?")
    assert not counts_things("Who slept?")


@pytest.mark.parametrize(
    ("told", "of_one"),
    [
        ("A retired guest slept in the hall.", True),
        ("Guests slept in the hall.", False),
        ("One guest slept in the hall, a guest slept in the barn, and guests sang.", False),
        ("The cook slept in the hall.", False),
        ("The guest list is long.", False),
    ],
)
def test_who_is_only_one_is_not_counted(told: str, of_one: bool) -> None:
    assert only_tells_of_one("How many guests slept?", told) is of_one
