"""What goes by a number is told by its name and that number, however both are written."""

from __future__ import annotations

import pytest

from bot.search.words.numbered import designation, named_by, numeral, with_roman


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("7", "7"), ("401", "401"), ("35A", "35a"), ("4.2", "4.2"), ("II", "2"), ("XIV", "14"),
        ("XL", "40"), ("LVIII", "58"), ("Three", "3"), ("X", "10"),
    ],
)  # fmt: skip
def test_a_numeral_is_told_in_digits(word: str, number: str) -> None:
    assert numeral(word) == number


@pytest.mark.parametrize(
    "word", ["three", "ii", "IIII", "Ix", "12,000", "12345", "MIX", "Ostra", "12-", "Zero"]
)
def test_what_ends_no_name_is_no_numeral(word: str) -> None:
    assert numeral(word) == ""


@pytest.mark.parametrize(
    ("word", "named"),
    [
        ("F-35", ("f", "35")), ("f35", ("f", "35")), ("MiG-29", ("mig", "29")),
        ("B-52H", ("b", "52h")), ("Velda-3.5", ("velda", "3.5")),
        ("SG14-222", ("sg", "14-222")), ("10-point", None),
        ("Velda", None), ("35", None),
    ],
)  # fmt: skip
def test_a_name_and_its_number_may_be_one_word(word: str, named: tuple[str, str] | None) -> None:
    assert designation(word) == named


def test_a_roman_numeral_may_stand_right_behind_a_name() -> None:
    assert with_roman("wwii") == ("ww", "2")
    assert with_roman("GTAVI") == ("gta", "6")
    assert with_roman("ostra") is None


def test_a_number_is_of_the_word_before_it_and_of_initials() -> None:
    named = [*named_by(["the", "World", "War"], "2")]

    assert named[:2] == [("war", "War"), ("ww", "World War")]


@pytest.mark.parametrize(
    ("before", "number"), [("May", "4"), ("Friday", "3"), ("the", "7"), ("Regatta", "2021")]
)
def test_days_and_years_are_no_such_numbers(before: str, number: str) -> None:
    assert not [*named_by([before], number)]
