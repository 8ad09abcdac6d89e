"""Of a message of several sentences the one that asks is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.conversation.messages import asking_part

if TYPE_CHECKING:
    from tests.search.conftest import Make


@pytest.mark.parametrize(
    ("message", "part"),
    [
        ("Sorry to bother you! Who sued the board? Thank you.", "Who sued the board?"),
        ("who sued the board?? pls tell me more", "who sued the board??"),
        ("Dear bot, I like lakes.\nWho sued the board?", "Who sued the board?"),
        (
            "Good morning. I read of a lake where nets were torn. Which one was it?",
            "I read of a lake where nets were torn. Which one was it?",
        ),
        ("I would like to know who sued the river board. Kind regards, Ann",
         "I would like to know who sued the river board."),
    ],
)  # fmt: skip
def test_the_sentence_that_asks_is_found(message: str, part: str) -> None:
    assert asking_part(message) == part


@pytest.mark.parametrize(
    "message", ["", "?", "Who sued the board?", "U.S. nets", "Nets torn. Why?"]
)
def test_what_asks_as_a_whole_has_no_such_part(message: str) -> None:
    assert asking_part(message) is None


def test_a_question_is_answered_whatever_is_told_before_and_after_it(make: Make) -> None:
    engine = make(
        ["The miners of Karlsheim ended their strike.", "A storm tore roofs off in Ostra."]
    )
    asked = "My grandma lives near there and worries. Did the miners end their strike? Hugs, Ann"

    answer = engine.ask(asked)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.question == asked
    assert answer.citations[0].briefing.number == 1


def test_what_is_only_told_is_not_taken_for_what_is_asked(make: Make) -> None:
    engine = make(["The miners of Karlsheim ended their strike."])

    answer = engine.ask("I work with the miners of Karlsheim. Who won the regatta in Oporto?")

    assert answer.verdict is not Verdict.ANSWERED
    assert "regatta" in answer.unknown
