"""Questions about a time are answered with the briefings of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.model import Context, Verdict
from bot.search.reading.periods import period_in
from tests.search.conftest import briefing, numbers_found

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


@pytest.mark.parametrize("odd", [str.maketrans("isk", "ıſ\u212a"), str.maketrans("iI", "İİ")])
def test_letters_that_match_others_where_case_is_ignored_are_these(
    dated: Engine, odd: dict[int, int]
) -> None:
    for question in (
        "what is new since 14 June 2024", "april 2026", "last week", "next sunday", "two weeks ago",
        "between 5 April and 6 June 2024", "in the last six days", "this weekend",
    ):  # fmt: skip
        written = question.translate(odd)
        found = period_in(written, TODAY)
        assert found is not None
        assert found[:2] == period_in(question, TODAY)[:2]  # type: ignore[index]
        dated.ask(written)


@pytest.fixture
def dated(make: Make) -> Engine:
    """An engine over four dated briefings and one that is not."""
    texts = [briefing(n, text, date=day) for n, (day, text) in enumerate(DATED.items(), start=1)]
    return make([*texts, briefing(5, "Nobody knows when the strike in Ostra was.")])


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
    assert set(numbers_found(dated, "Karlsheim in June 2024")[:2]) == {1, 2}
    assert numbers_found(dated, "the bridge of Ostra in July 2024")[0] == 3
    assert numbers_found(dated, "the bridge of Ostra in September 2024")[0] == 4
    assert dated.ask("the bridge of Ostra in July 2024").unknown == ()


def test_a_time_of_which_there_is_nothing_is_looked_for_as_words(dated: Engine) -> None:
    assert numbers_found(dated, "which bridge is built in March")[0] == 4
    assert dated.ask("what happened in August 2024").verdict is Verdict.NOTHING


def test_today_and_yesterday_are_those_of_whoever_asks(make: Make) -> None:
    today = datetime.now(UTC).date()
    days = [today, today - timedelta(days=1), today - timedelta(days=40)]
    engine = make([briefing(n, f"Storm {n}.", date=str(day)) for n, day in enumerate(days, 1)])

    assert numbers_found(engine, "what happened yesterday?") == [2]
    assert 3 not in numbers_found(engine, "storms of the last two weeks", 2)


def test_without_dates_a_time_is_only_words(make: Make) -> None:
    answer = make(["The strike ended in June.", "A storm in July."]).ask("the strike in June")

    assert [each.briefing.number for each in answer.citations] == [1]
    assert answer.unknown == ()


def test_without_dates_nothing_is_of_this_month(make: Make) -> None:
    engine = make(["A two-month ban on trams ended.", "Trams collided in Ostra.", "It rained."])

    assert [each.briefing.number for each in engine.ask("trams this month").citations] == [2, 1]
    assert engine.ask("what was banned for this month").citations[0].briefing.number == 1


def test_where_there_is_nothing_of_a_time_other_times_are_the_closest(dated: Engine) -> None:
    answer = dated.ask("what did the council of Ostra approve in August 2024?")

    assert answer.verdict is Verdict.CLOSEST
    assert answer.citations[0].briefing.number == 3
    assert answer.unknown == ("in August 2024",)


@pytest.mark.parametrize(
    "question",
    [
        "was geschah im Juni 2024?",
        "Nachrichten zwischen dem 1. und 30. Juni 2024",
        "que s'est-il passé en juin 2024 ?",
        "les nouvelles du 14 au 30 juin 2024",
        "¿qué pasó en junio de 2024?",
        "noticias del 1 al 30 de junio de 2024",
        "что случилось в июне 2024 года?",
        "новости с 1 по 30 июня 2024",
    ],
)
def test_a_time_is_understood_in_other_languages(dated: Engine, question: str) -> None:
    answer = dated.ask(question, 5)

    assert answer.verdict is Verdict.ANSWERED
    assert [each.briefing.number for each in answer.citations] == [2, 1]


@pytest.mark.parametrize(
    ("question", "time"),
    [
        ("any news last week?", "last week"),
        ("what's new today?", "today"),
        ("what happened in March 2031?", "in March 2031"),
        ("news between 3 and 5 March 2031", "between 3 and 5 March 2031"),
        ("Nachrichten von letzter Woche", "von letzter Woche"),
        ("les nouvelles de la semaine dernière", "de la semaine dernière"),
        ("noticias de ayer", "de ayer"),
        ("новости на прошлой неделе", "на прошлой неделе"),
    ],
)
def test_a_time_without_briefings_is_named_whole_and_stands_alone(
    dated: Engine, question: str, time: str
) -> None:
    for context in (None, Context("Karlsheim", (1,))):
        answer = dated.ask(question, context=context)

        assert (answer.verdict, answer.unknown) == (Verdict.NOTHING, (time,))
        assert (answer.citations, answer.about) == ((), ())


@pytest.mark.parametrize("time", ["last week", "next month", "letzte Woche", "en marzo de 2031"])
def test_other_words_are_found_without_the_time_and_it_is_named(dated: Engine, time: str) -> None:
    answer = dated.ask(f"Ostra {time}")

    assert (answer.verdict, answer.unknown) == (Verdict.CLOSEST, (time,))
    assert {each.briefing.number for each in answer.citations} <= {3, 4, 5}


def test_a_time_alone_may_go_on_from_the_last_question(dated: Engine) -> None:
    asked = dated.ask("Ostra in July 2024")

    for question in ("and in September 2024?", "what about September 2024?"):
        answer = dated.ask(question, context=asked.context)
        assert (answer.citations[0].briefing.number, answer.about) == (4, ("Ostra",))
    assert numbers_found(dated, "and in June 2024?") == [2, 1]


@pytest.mark.parametrize(
    ("question", "time"),
    [
        ("what happened in June 2024?", ("in June 2024", "2024-06-01", "2024-06-30")),
        ("miners in June 2024", ("in June 2024", "2024-06-01", "2024-06-30")),
        ("Bergleute im Juni 2024", ("im Juni 2024", "2024-06-01", "2024-06-30")),
        ("what happened in May 2023?", ("in May 2023", "2023-05-01", "2023-05-31")),
        ("the bridge in May 2023", ("in May 2023", "2023-05-01", "2023-05-31")),
        ("miners in March", None),
        ("the bridge of Ostra", None),
    ],
)
def test_the_days_that_an_answer_keeps_to_are_told(
    dated: Engine, question: str, time: tuple[str, str, str] | None
) -> None:
    found = dated.ask(question).time

    assert (found and (found.written, str(found.first), str(found.last))) == time


def test_without_dates_no_answer_keeps_to_days(make: Make) -> None:
    assert make([briefing(1, "It rained in June 2024.")]).ask("rain in June 2024").time is None


@pytest.mark.parametrize(
    ("question", "is_of_others"),
    [
        ("the miners in July 2024", True),
        ("Bergleute im Juli 2024", True),
        ("the miners in August 2024", False),
        ("what happened in August 2024?", False),
    ],
)
def test_it_is_told_whether_other_briefings_are_of_a_time_that_none_on_this_is(
    dated: Engine, question: str, is_of_others: bool
) -> None:
    answer = dated.ask(question)

    assert answer.time is not None
    assert answer.time.written in answer.unknown
    assert answer.time.is_of_others is is_of_others


def test_what_is_of_a_time_is_found_behind_many_that_fit_better(make: Make) -> None:
    better = [
        briefing(n, f"Ostra, Ostra: number {n} of Ostra.", date="2026-01-02") for n in range(1, 91)
    ]
    late = "Nobody was hurt as, after years of waiting and much rain, a bridge was opened in Ostra."
    engine = make([*better, briefing(91, late, date="2026-01-05")])

    answer = engine.ask("Ostra on 5 January 2026")

    assert (answer.citations[0].briefing.number, answer.unknown) == (91, ())


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("what happened before July 2024?", [2, 1]),
        ("news until 1 July 2024", [3, 2, 1]),
        ("what happened after 30 June 2024?", [4, 3]),
        ("2024", [4, 3, 2, 1]),
        ("news 2024", [4, 3, 2, 1]),
        ("2024-06", [2, 1]),
        ("6/14/2024", [1]),
        ("Nachrichten vor Juli 2024", [2, 1]),
        ("Was geschah nach dem 30. Juni 2024?", [4, 3]),
        ("nouvelles avant juillet 2024", [2, 1]),
        ("que s'est-il passé après le 30 juin 2024 ?", [4, 3]),
        ("noticias hasta el 1 de julio de 2024", [3, 2, 1]),
        ("noticias antes del 1 de julio de 2024", [2, 1]),
        ("noticias después de junio de 2024", [4, 3]),
        ("новости после 30 июня 2024", [4, 3]),
        ("новости до 1 июля 2024", [3, 2, 1]),
        ("новости с 1 июля 2024", [4, 3]),
        ("noticias del 1/7/2024", [3]),
    ],
)
def test_all_before_or_after_a_time_and_of_a_mere_year_is_listed(
    dated: Engine, question: str, numbers: list[int]
) -> None:
    assert numbers_found(dated, question) == numbers


def test_what_says_a_time_with_an_open_end_in_the_same_words_answers(make: Make) -> None:
    engine = make(
        [
            briefing(1, "A road in Velden was paved.", date="2024-02-01"),
            briefing(2, "The road to Dorn is closed until March 2024.", date="2024-04-11"),
        ]
    )

    assert numbers_found(engine, "which road is closed until March 2024?")[0] == 2
    assert numbers_found(engine, "roads before March 2024")[0] == 1


def test_a_place_in_what_was_shown_is_no_day(dated: Engine) -> None:
    asked = dated.ask("what happened in 2024?", 3)

    answer = dated.ask("more on the 1st", context=asked.context)

    assert answer.time is None
