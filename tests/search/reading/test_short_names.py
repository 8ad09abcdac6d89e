"""Whoever is called like a function word is found by that, where it has a capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from bot.search.engine import Engine
    from tests.search.conftest import Make

TEXTS = (
    "Brian May gave his old guitar to a museum in Leeds. He had built it with his father.",
    "The clerk Will Merrow rowed across the lake of Ostra in six hours. Doctors had warned him.",
    "Susan Just sued the railways over a missed train. The judge will rule in autumn.",
    "Bakers in Velden may strike again, their union said.",
    "On 12 May a bridge near Arvel was closed, as it may fall.",
    "Brian May turned 77. A band played for him at the museum.",
)


@pytest.fixture
def engine(make: Make) -> Engine:
    """An engine over briefings without dates."""
    return make(TEXTS)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Who is May?", 1), ("May", 1), ("What did May give to a museum?", 1),
        ("did May turn 77?", 6),
        ("What about May?", 1), ("tell me about May", 1), ("what will May do?", 1),
        ("What did Will do?", 2), ("Will", 2), ("who is Will?", 2), ("did Will row?", 2),
        ("news about Will", 2), ("How old is May?", 6), ("who warned Will", 2),
        ("Who is Just?", 3), ("Just", 3), ("What did Just sue over?", 3), ("Will Merrow", 2),
        ("what did Brian May build", 1), ("Will Merrow lake", 2),
    ],
)  # fmt: skip
def test_a_name_that_is_a_function_word_finds_who_bears_it(
    engine: Engine, question: str, number: int
) -> None:
    answer = engine.ask(question)

    assert answer.verdict is not Verdict.NOTHING
    assert number in [each.briefing.number for each in answer.citations]


@pytest.mark.parametrize(
    "question",
    [
        "Will you help me?", "May I ask?", "who will be there?", "what may they do", "will", "may",
        "What Will They Do", "Who Is That", "WHO MAY THAT BE", "just because", "Just asking.",
        "Can we? Will they?", "so, what now? Just that", "The Who", "Who", "I may", "Will it rain?",
        "What will happen?", "may I", "Just now", "Who are You?", "is this The End",
    ],
)  # fmt: skip
def test_a_function_word_is_none_elsewhere(engine: Engine, question: str) -> None:
    answer = engine.ask(question)

    assert answer.verdict is Verdict.NOTHING
    assert not answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "what happened in May",
        "What happened in May?",
        "news from May",
        "anything new in May?",
        "what is new since May",
        "what was said in May",
    ],
)
def test_what_happened_in_may_is_found_though_no_briefing_has_a_date(
    engine: Engine, question: str
) -> None:
    answer = engine.ask(question)

    assert answer.verdict is Verdict.ANSWERED
    assert [each.briefing.number for each in answer.citations] == [5]


@pytest.mark.parametrize("question", ["13 May", "what happened on 13 May?"])
def test_another_day_of_may_is_not_what_happened_in_may(engine: Engine, question: str) -> None:
    assert engine.ask(question).verdict is not Verdict.ANSWERED


def test_a_may_of_which_nothing_is_told_is_named(make: Make) -> None:
    answer = make([*TEXTS[:4], TEXTS[5]]).ask("what happened in May?")

    assert (answer.verdict, answer.unknown) == (Verdict.NOTHING, ("in May",))


def test_what_somebody_did_in_may_is_asked_of_them(make: Make) -> None:
    engine = make(TEXTS)
    first = engine.ask("Who is Will Merrow?")
    answer = engine.ask("what did he do in May?", 3, first.context)

    assert answer.citations[0].briefing.number == 2
