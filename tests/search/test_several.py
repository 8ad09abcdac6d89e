"""A message that asks several questions gets the best of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.conversation.messages import questions_in
from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "Olga Stein won the oar prize with her novel. The jury called it a dream.",
    "Emil Harder won the chess title in Dorn. He receives 40 crowns.",
    "A ferry sank off Ostra. Nobody was hurt.",
    "A drought dried up the wells of Velden.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over four stories."""
    return make(TEXTS)


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("Who won? And who lost in Dorn?", ("Who won?", "And who lost in Dorn?")),
        ("Who won the prize? Thanks! Why in Dorn?", ("Who won the prize?", "Why in Dorn?")),
        ("Who won in Dorn?", ()),
        ("Who won in Dorn?? Anybody?", ()),
        ("Prize? Title? Ferry? Drought?", ("Prize?", "Title?", "Ferry?")),
    ],
)
def test_only_what_asks_for_something_is_a_question(
    message: str, questions: tuple[str, ...]
) -> None:
    assert questions_in(message) == questions


@pytest.mark.parametrize(
    ("message", "numbers"),
    [
        ("Who won the oar prize? And who won in chess?", [1, 2]),
        ("who won the chess title? who won the oar prize?", [2, 1]),
        ("What happened off Ostra? What about Velden?", [3, 4]),
    ],
)
def test_each_question_is_answered(engine: Engine, message: str, numbers: list[int]) -> None:
    answer = engine.ask(message)

    assert answer.verdict is Verdict.ANSWERED
    assert [each.briefing.number for each in answer.citations] == numbers
    assert [each.rank for each in answer.citations] == [1, 2]
    assert answer.question == message
    assert all(each.spans for each in answer.citations)


def test_what_no_briefing_has_of_one_question_is_told_beside_the_other(engine: Engine) -> None:
    answer = engine.ask("Who won the oar prize? Who governs Quorn?")

    assert (answer.verdict, best(answer)) == (Verdict.CLOSEST, 1)
    assert answer.unknown == ("governs", "Quorn")


def test_what_follows_refers_to_the_last_of_the_questions(engine: Engine) -> None:
    answer = asked(engine, "Who won the oar prize? And who won in chess?", "what does he receive?")

    assert best(answer) == 2


def test_questions_on_one_briefing_are_answered_by_it(engine: Engine) -> None:
    answer = engine.ask("Where did a ferry sink? Was anybody hurt in Ostra?")

    assert [each.briefing.number for each in answer.citations[: answer.deserving]] == [3]


def test_where_nothing_answers_any_of_them_nothing_is_found(engine: Engine) -> None:
    assert engine.ask("Who governs Quorn? Who paints Zibb?").verdict is Verdict.NOTHING
