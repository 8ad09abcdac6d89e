"""Questions about a time are answered with the briefings of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.periods import period_in
from tests.search.conftest import briefing

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TODAY = date(2026, 11, 29)  # a Sunday
DATED = {
    "2024-06-14": "The miners of Karlsheim ended their strike.",
    "2024-06-30T22:00:00Z": "A storm tore roofs off in Karlsheim.",
    "2024-07-01": "The council of Ostra approved a bridge.",
    "2024-09-02": "The bridge of Ostra is to be built by miners in March.",
}


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
    ],
)
def test_a_time_is_told_from_a_question(
    question: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    found = period_in(question, TODAY)

    assert found is not None
    assert (found.first, found.last) == (date(*first), date(*last))


def test_what_else_is_asked_for_stands_where_it_stood() -> None:
    question = "What did the miners do in June 2024 in Karlsheim?"

    found = period_in(question, TODAY)

    assert found is not None
    assert found.rest.split() == "What did the miners do in Karlsheim?".split()
    assert found.rest.index("Karlsheim") == question.index("Karlsheim")


@pytest.mark.parametrize(
    "question",
    ["what may happen", "the march on Rome", "a 500-year rule", "Black Friday", "31 February", ""],
)
def test_what_is_no_time_is_none(question: str) -> None:
    assert period_in(question, TODAY) is None


@pytest.fixture
def dated(make: Make) -> Engine:
    """An engine over four dated briefings and one that is not."""
    texts = [briefing(n, text, date=day) for n, (day, text) in enumerate(DATED.items(), start=1)]
    return make([*texts, briefing(5, "Nobody knows when the strike in Ostra was.")])


def _numbers(engine: Engine, question: str, limit: int = 5) -> list[int]:
    return [each.briefing.number for each in engine.ask(question, limit).citations]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("what happened in June 2024?", [2, 1]),
        ("any news from july 2024", [3]),
        ("wat happend on 14 June 2024", [1]),
        ("news of 2024", [4, 3, 2, 1]),
    ],
)
def test_who_asks_for_a_time_alone_gets_all_of_it_the_newest_first(
    dated: Engine, question: str, numbers: list[int]
) -> None:
    answer = dated.ask(question, 5)

    assert answer.verdict is Verdict.ANSWERED
    assert [each.briefing.number for each in answer.citations] == numbers
    assert answer.question == question


def test_what_does_not_fit_in_comes_further_on(dated: Engine) -> None:
    answer = dated.ask("what happened in 2024?", 2)

    assert [each.briefing.number for each in answer.citations] == [4, 3]
    assert answer.further == (2, 1)


def test_of_what_is_asked_for_that_of_the_time_comes_first(dated: Engine) -> None:
    assert set(_numbers(dated, "Karlsheim in June 2024")[:2]) == {1, 2}
    assert _numbers(dated, "the bridge of Ostra in July 2024")[0] == 3
    assert _numbers(dated, "the bridge of Ostra in September 2024")[0] == 4
    assert dated.ask("the bridge of Ostra in July 2024").unknown == ()


def test_a_time_of_which_there_is_nothing_is_looked_for_as_words(dated: Engine) -> None:
    assert _numbers(dated, "which bridge is built in March")[0] == 4
    assert dated.ask("what happened in August 2024").verdict is Verdict.NOTHING


def test_today_and_yesterday_are_those_of_whoever_asks(make: Make) -> None:
    today = datetime.now(UTC).date()
    days = [today, today - timedelta(days=1), today - timedelta(days=40)]
    engine = make([briefing(n, f"Storm {n}.", date=str(day)) for n, day in enumerate(days, 1)])

    assert _numbers(engine, "what happened yesterday?") == [2]
    assert 3 not in _numbers(engine, "storms of the last two weeks", 2)


def test_without_dates_a_time_is_only_words(make: Make) -> None:
    answer = make(["The strike ended in June.", "A storm in July."]).ask("the strike in June")

    assert [each.briefing.number for each in answer.citations] == [1]
    assert answer.unknown == ()


def test_where_there_is_nothing_of_a_time_other_times_are_the_closest(dated: Engine) -> None:
    answer = dated.ask("what did the council of Ostra approve in August 2024?")

    assert answer.verdict is Verdict.CLOSEST
    assert answer.citations[0].briefing.number == 3
    assert answer.unknown == ("in August 2024",)
