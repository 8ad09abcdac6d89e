"""The kinds of things that questions ask for."""

from __future__ import annotations

import pytest

from bot.search.reading.asking import counted, kind_asked_for
from bot.search.reading.kinds import Kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How old was the ferryman?", Kind.AGE),
        ("How much did the bell cost?", Kind.MONEY),
        ("what was the price of the bell", Kind.MONEY),
        ("and the price?", Kind.MONEY),
        ("What did the minister cut?", Kind.ANYTHING),
        ("What percentage of orchards froze?", Kind.SHARE),
        ("how long was the lighthouse dark", Kind.DURATION),
        ("How many more weeks will it stay shut?", Kind.DURATION),
        ("How often is the comet seen?", Kind.FREQUENCY),
        ("how many orchards froze", Kind.COUNT),
        ("How high is the dam?", Kind.NUMBER),
        ("How tall is the tower?", Kind.LENGTH),
        ("how cold was it in Ostrava", Kind.TEMPERATURE),
        ("how much did the rower win?", Kind.MONEY),
        ("whats the prize money", Kind.MONEY),
        ("When did the dam break?", Kind.TIME),
        ("Who paid when the dam broke?", Kind.PERSON),
        ("Why did the dam break?", Kind.REASON),
        ("What did the miller promise?", Kind.SAYING),
        ("What did the miller build?", Kind.ANYTHING),
        ("Where does the miller live?", Kind.NAME),
        ("What's the name of the miller?", Kind.NAME),
        ("the miller of Ostrava", Kind.ANYTHING),
        ("Who rebuilt the dam?", Kind.PERSON),
        ("who's the new miller", Kind.PERSON),
        ("Who did the miller marry?", Kind.NAME),
        ("Whose dam broke?", Kind.NAME),
        ("tell me the name of the miller", Kind.NAME),
        ("How did the miller cross the dam?", Kind.MEANS),
        ("How did the miller react to the flood?", Kind.ANYTHING),
        ("What does the miller want to do?", Kind.PLAN),
        ("What caused the flood?", Kind.REASON),
        ("What did the miller call the dam?", Kind.WORDING),
        ("miller Ostrava age", Kind.AGE),
        ("Lipno dam cost", Kind.MONEY),
        ("flood death toll", Kind.COUNT),
    ],
)
def test_a_question_asks_for_one_kind_of_thing(question: str, kind: Kind) -> None:
    assert kind_asked_for(question) is kind


def test_what_is_to_be_counted_stands_behind_how_many() -> None:
    assert counted("How many ripe pears are left?") == ("ripe", "pears")
    assert counted("How much is left?") == ()
