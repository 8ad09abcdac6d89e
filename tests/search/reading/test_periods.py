"""The time that a question asks about is told from it, with what belongs to it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.reading.periods import alone_in, period_in

TODAY = date(2026, 11, 29)  # a Sunday
FIRST, LAST = date.min, date.max


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("what happened in june", (2026, 6, 1), (2026, 6, 30)),
        ("news from December", (2025, 12, 1), (2025, 12, 31)),
        ("february 2024", (2024, 2, 1), (2024, 2, 29)),
        ("in May", (2026, 5, 1), (2026, 5, 31)),
        ("on 14 June", (2026, 6, 14), (2026, 6, 14)),
        ("June 14th, 2025", (2025, 6, 14), (2025, 6, 14)),
        ("2025-06-14", (2025, 6, 14), (2025, 6, 14)),
        ("in 2014", (2014, 1, 1), (2014, 12, 31)),
        ("since 2024", (2024, 1, 1), (2026, 11, 29)),
        ("yesterday", (2026, 11, 28), (2026, 11, 28)),
        ("since monday", (2026, 11, 23), (2026, 11, 29)),
        ("this week", (2026, 11, 23), (2026, 11, 29)),
        ("last week", (2026, 11, 16), (2026, 11, 22)),
        ("last month", (2026, 10, 1), (2026, 10, 31)),
        ("this year", (2026, 1, 1), (2026, 12, 31)),
        ("in the past two weeks", (2026, 11, 15), (2026, 11, 29)),
        ("last 3 days", (2026, 11, 26), (2026, 11, 29)),
        ("in the last days", (2026, 11, 26), (2026, 11, 29)),
        ("last 24 hours", (2026, 11, 28), (2026, 11, 29)),
        ("two weeks ago", (2026, 11, 9), (2026, 11, 15)),
        ("the day before yesterday", (2026, 11, 27), (2026, 11, 27)),
        ("tomorrow", (2026, 11, 30), (2026, 11, 30)),
        ("next week", (2026, 11, 30), (2026, 12, 6)),
        ("next month", (2026, 12, 1), (2026, 12, 31)),
        ("last weekend", (2026, 11, 21), (2026, 11, 22)),
        ("next tuesday", (2026, 12, 1), (2026, 12, 1)),
        ("in mid-August", (2026, 8, 1), (2026, 8, 31)),
        ("on 3.6.2025", (2025, 6, 3), (2025, 6, 3)),
        ("between 4 July and 9 August 2025", (2025, 7, 4), (2025, 8, 9)),
        ("between 4 and 9 July", (2026, 7, 4), (2026, 7, 9)),
        ("July 4-9, 2025", (2025, 7, 4), (2025, 7, 9)),
        ("4 – 9 July 2025", (2025, 7, 4), (2025, 7, 9)),
        ("2025-07-04 to 2025-07-09", (2025, 7, 4), (2025, 7, 9)),
        ("from July to September", (2026, 7, 1), (2026, 9, 30)),
        ("from October to February 2025", (2024, 10, 1), (2025, 2, 28)),
        ("from October 2024 to February", (2024, 10, 1), (2025, 2, 28)),
        ("between 2023 and 2025", (2023, 1, 1), (2025, 12, 31)),
        ("from Tuesday to yesterday", (2026, 11, 24), (2026, 11, 28)),
    ],
)
def test_a_time_is_told_from_a_question(
    question: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    found = period_in(question, TODAY)

    assert found is not None
    assert (found.first, found.last) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "question",
    [
        "what may happen",
        "the march on Rome",
        "a 500-year rule",
        "Black Friday",
        "31 February",
        "between 5 and 7 miners",
        "march to may",
        "in the 2024 election",
        "the week of the strike",
        "",
    ],
)
def test_what_is_no_time_is_none(question: str) -> None:
    assert period_in(question, TODAY) is None


def test_what_else_is_asked_for_stands_where_it_stood() -> None:
    question = "What did the miners do in June 2024 in Karlsheim?"

    found = period_in(question, TODAY)

    assert found is not None
    assert found.rest.split() == "What did the miners do in Karlsheim?".split()
    assert found.rest.index("Karlsheim") == question.index("Karlsheim")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("who spoke in Ostra yesterday evening?", (11, 28)),
        ("late yesterday", (11, 28)),
        ("what burned on Tuesday night", (11, 24)),
        ("Friday afternoon", (11, 27)),
        ("early on Wednesday morning", (11, 25)),
        ("news of tomorrow morning", (11, 30)),
        ("on the evening of 3 July", (7, 3)),
        ("on 3 July in the evening", (7, 3)),
    ],
)
def test_a_part_of_a_day_is_read_with_the_day(question: str, day: tuple[int, int]) -> None:
    found = period_in(question, TODAY)

    assert found is not None
    assert found.first == found.last == date(2026, *day)
    assert not {"evening", "night", "morning", "afternoon"}.intersection(found.rest.split(" "))


def test_a_part_of_a_day_with_a_capital_is_in_a_name() -> None:
    assert period_in("Friday Night Lights", TODAY) is None


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("news before October", FIRST, date(2026, 9, 30)),
        ("the bridge until September 2026", FIRST, date(2026, 9, 30)),
        ("until yesterday", FIRST, date(2026, 11, 28)),
        ("who led Velden before 2021?", FIRST, date(2020, 12, 31)),
        ("prior to 3 July", FIRST, date(2026, 7, 2)),
        ("what happened after the 3rd of July", date(2026, 7, 4), LAST),
        ("after Tuesday", date(2026, 11, 25), LAST),
        ("after last week", date(2026, 11, 23), LAST),
        ("since October", date(2026, 10, 1), TODAY),
    ],
)
def test_a_time_may_have_one_end_alone(question: str, first: date, last: date) -> None:
    found = period_in(question, TODAY)

    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "question",
    [
        "after the march on Ostra",
        "before 2021 miners came",
        "a law after 1999 words of debate",
        "before the vote",
    ],
)
def test_what_only_stands_behind_before_or_after_is_no_time(question: str) -> None:
    assert period_in(question, TODAY) is None


def test_what_is_so_long_before_a_day_and_what_a_day_owns_have_no_open_end() -> None:
    for question in ("two days before 3 July", "before yesterday's vote"):
        found = period_in(question, TODAY)
        assert found is not None
        assert found.first == found.last
        assert "before" in found.rest


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("7/3/2026", (2026, 7, 3), (2026, 7, 3)),
        ("on 7/23/25", (2025, 7, 23), (2025, 7, 23)),
        ("23/7/2026", (2026, 7, 23), (2026, 7, 23)),
        ("2026/07/03", (2026, 7, 3), (2026, 7, 3)),
        ("what happened in 2026-07?", (2026, 7, 1), (2026, 7, 31)),
        ("on 3.7.", (2026, 7, 3), (2026, 7, 3)),
        ("7/3/2026 - 7/9/2026", (2026, 7, 3), (2026, 7, 9)),
    ],
)
def test_a_date_in_figures_is_read_as_americans_and_machines_write_it(
    question: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    found = period_in(question, TODAY)

    assert found is not None
    assert (found.first, found.last) == (date(*first), date(*last))


def test_elsewhere_the_day_comes_first() -> None:
    found = period_in("7/3/2026", TODAY, day_first=True)

    assert found is not None
    assert found.first == date(2026, 3, 7)


@pytest.mark.parametrize("question", ["the 7/11 shops", "in 2025-26", "24/7", "31/31/2026"])
def test_other_figures_are_no_date(question: str) -> None:
    assert period_in(question, TODAY) is None


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("what happened on the 23rd?", (11, 23)),
        ("who spoke on the 30th in Ostra", (10, 30)),
        ("on the 31st of last month", (10, 31)),
        ("the 5th of this month", (11, 5)),
        ("on the 31st", (10, 31)),
    ],
)
def test_the_number_of_a_day_is_that_of_the_last_such(question: str, day: tuple[int, int]) -> None:
    found = period_in(question, TODAY)

    assert found is not None
    assert found.first == found.last == date(2026, *day)


@pytest.mark.parametrize(
    "question", ["on the 23rd floor", "in the 20th century", "the 2nd", "on the 39th", "on 5 roads"]
)
def test_other_ordinals_are_no_days(question: str) -> None:
    assert period_in(question, TODAY) is None


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("october", (2026, 10, 1), (2026, 10, 31)),
        ("March?", (2026, 3, 1), (2026, 3, 31)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("friday", (2026, 11, 27), (2026, 11, 27)),
    ],
)
def test_a_mere_month_year_or_weekday_may_be_a_time(
    question: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    found = alone_in(question, TODAY)

    assert found is not None
    assert (found.first, found.last) == (date(*first), date(*last))
    assert not found.rest.strip(" ?")


@pytest.mark.parametrize("question", ["march", "May I?", "X/2026 B3", "version 2026.1", "Ostra"])
def test_what_may_be_something_else_is_no_time_alone(question: str) -> None:
    assert alone_in(question, TODAY) is None
