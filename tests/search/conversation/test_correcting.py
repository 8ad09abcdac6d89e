"""Who says what they meant is answered that instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.conversation.correcting import meant_instead
from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "An earthquake shook Morocco and killed nine people.",
    "An earthquake shook Turkey and killed two people. A builder was arrested.",
    "Soldiers overthrew the president of Niger. The guard commander took over.",
    "Soldiers overthrew the president of Gabon. A cousin of the president took over.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("I meant the Greek one", "what about the Greek one"),
        ("no, i meant to ask about Ostra", "what about Ostra"),
        ("Sorry, I was talking about the bridge.", "what about the bridge."),
        ("not that one. I mean who won in Ostra?", "who won in Ostra?"),
        ("No, Ostra", "what about Ostra"),
        ("sorry, the greek one", "what about the greek one"),
        ("nope, in Ostra!", "what about in Ostra"),
    ],
)
def test_a_correction_is_what_it_says_was_meant(message: str, meant: str) -> None:
    assert meant_instead(message, follows=True) == meant


@pytest.mark.parametrize(
    "message",
    ["What did Olga Stein mean?", "No tolls on the bridge", "no", "I mean it", "Ostra", "No. 9"],
)
def test_what_corrects_nothing_stays_as_it_is(message: str) -> None:
    follows = message != "I mean it"
    assert meant_instead(message, follows=follows) in (message, "it")


def test_where_nothing_was_asked_before_what_was_meant_is_all(make: Make) -> None:
    assert meant_instead("I meant the bridge", follows=False) == "the bridge"
    assert best(make(TEXTS).ask("sorry, I meant Gabon")) == 4


@pytest.mark.parametrize(
    ("first", "then", "number"),
    [
        ("how many died in the quake in Morocco?", "sorry I meant the turkish one", 2),
        ("who took over in Niger?", "no, Gabon", 4),
        ("who took over in Niger?", "not that one, i was asking about Gabon", 4),
    ],
)
def test_the_rest_is_asked_of_what_was_meant(
    make: Make, first: str, then: str, number: int
) -> None:
    assert best(asked(make(TEXTS), first, then)) == number


def test_what_is_asked_after_the_other_one_is_asked_of_that(make: Make) -> None:
    engine = make(TEXTS)
    questions = ("who overthrew the president of Niger?", "what about the other one, in Gabon")

    assert best(asked(engine, *questions)) == 4
    answer = asked(engine, *questions, "who took over there?")
    assert (best(answer), answer.about) == (4, ("Gabon",))
