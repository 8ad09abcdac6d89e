"""Choosing one of what was shown by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Context, Verdict
from bot.search.conversation.choosing import chosen, most_to_choose_from, opened
from tests.search.conftest import asked

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Floods in Velden killed nine people. Floods again.",
    "Floods in Torvik destroyed forty houses after a lake burst.",
    "Floods in Lunde spared the bakery.",
    "Rain.",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("the second one", 5),
        ("and the first?", 9),
        ("What about the 3rd one?", 2),
        ("me more about the last one", 2),
        ("no, I meant the second", 5),
        ("the first of them, please", 9),
        ("now the last one", 2),
    ],
)
def test_a_place_chooses_among_what_was_shown(question: str, number: int) -> None:
    assert chosen(question, (9, 5, 2)) == number


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("the second one", (9,)),
        ("the seventh one", (9, 5, 2)),
        ("the fourth one", (9, 5, 2)),
        ("the second race", (9, 5, 2)),
        ("who won the first one?", (9, 5, 2)),
        ("the last", ()),
    ],
)
def test_nothing_is_chosen_where_there_is_none_or_more_is_said(
    question: str, shown: tuple[int, ...]
) -> None:
    assert chosen(question, shown) is None


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("open the second one", 5),
        ("Please open the 1st", 9),
        ("can I read the last briefing?", 2),
        ("the second one", None),
        ("open the second gate", None),
        ("open the fourth", None),
    ],
)
def test_what_is_chosen_may_be_opened(question: str, number: int | None) -> None:
    assert opened(question, Context("", (9, 5, 2))) == number


@pytest.mark.parametrize(
    ("question", "context", "count"),
    [
        ("the fifth one", Context("", (9, 5, 2)), 3),
        ("open the 4th", Context("bridge", (9, 5, 2)), 3),
        ("and the fourth?", Context("bridge", (5,), listed=(9, 5, 2)), 3),
        ("the second one", Context("", (9,)), 1),
        ("the third one", Context("", (9, 5, 2)), 0),
        ("the third one", Context("bridge", (9, 5), listed=(9, 5, 2)), 0),
        ("and the second?", Context("round", (9,)), 0),
        ("the fifth bridge", Context("", (9, 5, 2)), 0),
    ],
)
def test_a_place_beyond_the_end_is_none(question: str, context: Context, count: int) -> None:
    assert most_to_choose_from(question, context) == count


@pytest.mark.parametrize("question", ["the second one", "tell me more about the second one"])
def test_what_is_chosen_is_shown_alone_and_spoken_of_from_then_on(
    make: Make, question: str
) -> None:
    engine = make(TEXTS)
    second = asked(engine, "floods").citations[1].briefing

    answer = asked(engine, "floods", question)
    after = asked(engine, "floods", question, "how many?")

    assert [each.briefing for each in answer.citations] == [second]
    assert answer.verdict is not Verdict.NOTHING
    assert after.citations[0].briefing == second


def test_a_question_may_be_asked_of_what_is_chosen(make: Make) -> None:
    engine = make(TEXTS)
    place = [each.briefing.number for each in asked(engine, "floods").citations].index(2)

    which = ("first", "second", "third")[place]
    answer = asked(engine, "floods", f"what about the {which} one, were any houses destroyed?")

    assert answer.citations[0].briefing.number == 2
