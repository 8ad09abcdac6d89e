"""Parts of a day, a month or a year alone, and the number of a day are times, the last such."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import briefing, numbers_found

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make


@pytest.fixture
def lately(make: Make) -> Engine:
    """An engine over briefings of yesterday, of the last Sunday, and of a day long ago."""
    today = datetime.now(UTC).date()
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    days = (today - timedelta(days=1), sunday, date(2024, 3, 14))
    texts = [f"Olga Stein opened bridge {n} of Ostra." for n in range(1, 4)]
    return make([briefing(n, texts[n - 1], date=str(day)) for n, day in enumerate(days, 1)])


@pytest.mark.parametrize(
    "question",
    [
        "what happened yesterday evening?",
        "Was geschah gestern Nachmittag?",
        "hier matin",
        "¿qué pasó ayer por la noche?",
        "что случилось вчера утром?",
    ],
)
def test_a_part_of_yesterday_is_yesterday(lately: Engine, question: str) -> None:
    answer = lately.ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert 1 in [each.briefing.number for each in answer.citations]
    assert 3 not in [each.briefing.number for each in answer.citations]


@pytest.mark.parametrize(
    "question",
    [
        "Sunday evening",
        "Was geschah am Sonntagabend?",
        "Sonntag Abend",
        "dimanche soir",
        "el domingo por la tarde",
        "новости в воскресенье вечером",
        "sunday",
        "domingo",
    ],
)
def test_a_part_of_sunday_is_the_last_sunday(lately: Engine, question: str) -> None:
    answer = lately.ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert 2 in [each.briefing.number for each in answer.citations]
    assert 3 not in [each.briefing.number for each in answer.citations]


@pytest.mark.parametrize(
    "question", ["noviembre", "novembre", "news november", "Ноябрь", "and November?"]
)
def test_a_mere_month_is_the_last_such(make: Make, question: str) -> None:
    today = datetime.now(UTC).date()
    year = today.year if today.month >= 11 else today.year - 1
    days = (f"{year}-11-02", f"{year}-10-31", f"{year}-11-03")
    engine = make([briefing(n, f"Bridge {n} of Ostra.", date=day) for n, day in enumerate(days, 1)])

    assert numbers_found(engine, question) == [3, 1]


def test_a_mere_month_that_nothing_is_dated_to_is_looked_for_as_a_word(make: Make) -> None:
    engine = make([briefing(1, "The road in Dorn reopens in 2031.", date="2026-02-03")])

    assert numbers_found(engine, "2031") == [1]
    assert engine.ask("2032").unknown == ("2032",)


@pytest.mark.parametrize(
    "question",
    [
        "what happened on the 14th?",
        "Was geschah am 14.?",
        "les nouvelles du 14",
        "¿qué pasó el 14?",
        "новости 14 числа",
        "что случилось 14-го числа?",
    ],
)
def test_the_number_of_a_day_is_understood(make: Make, question: str) -> None:
    today = datetime.now(UTC).date()
    month = today.replace(day=1) if today.day >= 14 else today.replace(day=1) - timedelta(days=1)
    days = (month.replace(day=14), month.replace(day=13))
    engine = make(
        [briefing(n, f"Bridge {n} of Ostra.", date=str(day)) for n, day in enumerate(days, 1)]
    )

    assert numbers_found(engine, question) == [1]


def test_a_planet_is_no_month(make: Make) -> None:
    engine = make([briefing(1, "A probe reached Mars.", date="2026-03-02")])

    assert engine.ask("mars").time is None


def test_a_mere_month_or_year_beside_other_words_is_one_of_them_where_briefings_have_it(
    make: Make,
) -> None:
    texts = [
        briefing(1, "Miners in Karlsheim went on strike.", date="2025-06-02"),
        briefing(2, "Miners in Karlsheim rested.", date="2024-06-02"),
        briefing(3, "Miners in Karlsheim will get a hall in 2031.", date="2024-02-02"),
    ]
    engine = make(texts)

    assert numbers_found(engine, "miners 2025")[0] == 1
    assert numbers_found(engine, "miners 2024")[0] in {2, 3}
    assert numbers_found(engine, "miners 2031")[0] == 3
    assert engine.ask("miners 2031").time is None
    assert engine.ask("miners 2025").unknown == ()
