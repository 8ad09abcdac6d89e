"""What has hardly a word to be found by is answered by nothing, however it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import asked

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "The Evening Times reported that the harbour of Ostra was dredged. It took three years.",
    "The people of Velden waited two days for bread. Its school opened again in May.",
    "Two barges ran aground off Ostra. The old city is 900 years old.",
    "The state of Arvel will pay for 40 bridges. Its way of counting was disputed.",
    "A team of 12 climbers reached the peak of Mount Torv after 31 hours.",
    "The brewery of Lund bought the mill for 2 million crowns. The price was a record.",
    "No 9 said that the mayor would stay in office.",
    "In 1811 the castle of Elm burned down. It had seven towers.",
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over several stories."""
    return make(TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "What time is it?", "what day is it", "what day is it today", "what year is it now?",
        "which state is it", "what state am I in?", "how many people are there?", "how many years",
        "how old is it?", "which way", "who can help?", "what did they take?",
        "what times are these?", "how many days are there",
    ],
)  # fmt: skip
def test_the_mere_kind_of_an_answer_is_answered_by_nothing(engine: Engine, question: str) -> None:
    assert engine.ask(question).verdict is not Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How old is the city?", 3), ("how many climbers were there?", 5),
        ("What happened at the school?", 2), ("which bridges", 4), ("what did the barges do", 3),
        ("which castle was it?", 8), ("state bridges", 4), ("people of Velden", 2), ("city", 3),
        ("how many days did people wait for bread?", 2),
    ],
)  # fmt: skip
def test_what_names_something_besides_is_answered(
    engine: Engine, question: str, number: int
) -> None:
    answer = engine.ask(question)

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.ANSWERED, number)


def test_what_goes_on_names_nothing_by_itself(engine: Engine) -> None:
    answer = asked(engine, "the climbers of Mount Torv", "how many people?")

    assert answer.citations[0].briefing.number == 5
    assert answer.about


@pytest.mark.parametrize(
    "question", ["what is 2+2?", "2 + 3 =", "how much is 7-2", "3-2", "what is 12?"]
)
def test_a_sum_is_answered_by_nothing(engine: Engine, question: str) -> None:
    assert engine.ask(question).verdict is not Verdict.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "Which guild owns the harbour of Ostra?", "what gift did the people of Velden give",
        "Who insured Mount Torv?", "In what year was Mount Torv painted, and by whose hand?",
    ],
)  # fmt: skip
def test_a_mere_name_of_what_is_asked_about_answers_nothing(engine: Engine, question: str) -> None:
    assert engine.ask(question).verdict is not Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("2 barges aground", 3), ("7 towers", 8), ("castle with 7 towers", 8), ("1811", 8),
        ("what happened in 1811?", 8), ("31 hours", 5), ("two days", 2), ("40 bridges", 4),
        ("did 2 barges run aground?", 3),
        ("What does No 9 say?", 7), ("what did no. 9 say about the mayor", 7),
    ],
)  # fmt: skip
def test_a_number_with_what_it_counts_is_answered(
    engine: Engine, question: str, number: int
) -> None:
    answer = engine.ask(question)

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.ANSWERED, number)
