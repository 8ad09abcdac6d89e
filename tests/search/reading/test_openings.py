"""What a question is opened with counts for nothing, and a word that is asked for is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.reading.openings import without_opening

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Fishers on Lake Ostra sue the river board over torn nets.",
    "The miners of Karlsheim ended their strike after nine days.",
    "A storm tore roofs off in Karlsheim.",
)


@pytest.mark.parametrize(
    "question",
    [
        "give me the gist of Karlsheim",
        "bring me up to speed on Karlsheim",
        "hey, run me through Karlsheim",
        "wassup with Karlsheim",
        "what's the deal w/ Karlsheim",
        "please refresh my memory on Karlsheim",
        "bullet points on Karlsheim",
        "key facts about Karlsheim",
        "I have a question about Karlsheim",
        "another quick question on Karlsheim",
        "not sure if you know anything about Karlsheim",
        "are you aware of Karlsheim",
        "any word on Karlsheim",
        "talk to me about Karlsheim",
        "why is everyone talking about Karlsheim",
        "Q: Karlsheim",
        "quickly: Karlsheim",
        "eli5 Karlsheim",
        "search Karlsheim",
        "lookup Karlsheim",
        "find Karlsheim",
        "show Karlsheim",
    ],
)
def test_a_question_is_answered_whatever_opens_it(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert {each.briefing.number for each in answer.citations} == {2, 3}


@pytest.mark.parametrize(
    "question",
    [
        "search warrant for Kruse",
        "search and rescue in Velden",
        "show trial in Velden",
        "any words of the mayor",
        "sources of the Danube",
        "who knows the mayor",
        "the question of Karlsheim",
        "find out who won",
        "points scored in Velden",
    ],
)
def test_what_is_asked_for_is_no_opening(question: str) -> None:
    opened = without_opening(question)

    assert opened is None or question.split(maxsplit=1)[0] in opened.split()


def test_what_is_left_stands_where_it_stood() -> None:
    question = "hey, any word on Karlsheim?"

    assert without_opening(question) == "hey,          on Karlsheim?"
