"""The kinds of things that questions ask for."""

from __future__ import annotations

import pytest

from bot.search.reading.asking import (
    beside_number,
    counted,
    deed_counted,
    kind_asked_for,
    rate_asked_for,
)
from bot.search.reading.kinds import Kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How old was the ferryman?", Kind.AGE),
        ("How much did the bell cost?", Kind.MONEY),
        ("how much is the bell?", Kind.MONEY),
        ("How much are tickets to the fair?", Kind.MONEY),
        ("how much is it?", Kind.MONEY),
        ("how much is parking in Ostrava", Kind.MONEY),
        ("How much is the rise in rents?", Kind.AMOUNT),
        ("how much was stolen?", Kind.AMOUNT),
        ("How much is known of the comet?", Kind.AMOUNT),
        ("How much was the harvest reduced by?", Kind.AMOUNT),
        ("what was the price of the bell", Kind.MONEY),
        ("and the price?", Kind.MONEY),
        ("how cheap was the bell", Kind.MONEY),
        ("What is the bill for the repair of the dam?", Kind.MONEY),
        ("What is the bill for?", Kind.ANYTHING),
        ("ferry ransom", Kind.MONEY),
        ("Did the owner pay the ransom?", Kind.ANYTHING),
        ("When and where is the fair?", Kind.TIME),
        ("What did the minister cut?", Kind.ANYTHING),
        ("What percentage of orchards froze?", Kind.SHARE),
        ("how long was the lighthouse dark", Kind.DURATION),
        ("How many more weeks will it stay shut?", Kind.DURATION),
        ("How often is the comet seen?", Kind.FREQUENCY),
        ("how many orchards froze", Kind.COUNT),
        ("How high is the dam?", Kind.SIZE),
        ("How close did the ice come?", Kind.SIZE),
        ("How much water leaked?", Kind.AMOUNT),
        ("By how much did the price rise?", Kind.CHANGE),
        ("Until when is the road shut?", Kind.UNTIL),
        ("since when has it leaked", Kind.SINCE),
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
        ("What's the name of the miller?", Kind.NAME_OF),
        ("the miller of Ostrava", Kind.ANYTHING),
        ("Who rebuilt the dam?", Kind.PERSON),
        ("who's the new miller", Kind.PERSON),
        ("Who did the miller marry?", Kind.NAME),
        ("Whom will the miller marry?", Kind.NAME),
        ("What do divers believe happened?", Kind.SAYING),
        ("Whose dam broke?", Kind.NAME),
        ("tell me the name of the miller", Kind.NAME_OF),
        ("what is the new dam called", Kind.CALLING),
        ("Which country did the miller come to?", Kind.COUNTRY),
        ("Where does the miller come from?", Kind.ORIGIN),
        ("where was the miller taken", Kind.DESTINATION),
        ("who is to blame for the flood", Kind.CULPRIT),
        ("How did the miller die?", Kind.DEATH),
        ("What killed the miller?", Kind.DEATH),
        ("how did the bell get to Lipno", Kind.TRANSPORT),
        ("How did the miller get into the vault?", Kind.MEANS),
        ("what does the flour taste like", Kind.SENSE),
        ("How did the miller explain the flood?", Kind.SAYING),
        ("what the miller said about the flood", Kind.SAYING),
        ("What will the miller build?", Kind.PLAN),
        ("How did the miller cross the dam?", Kind.MEANS),
        ("How did the miller react to the flood?", Kind.SAYING),
        ("What started the flood?", Kind.REASON),
        ("What went wrong at the dam?", Kind.MISHAP),
        ("Was anybody injured?", Kind.INJURY),
        ("Is the miller alive?", Kind.DEATH),
        ("Who was arrested?", Kind.NAME),
        ("How were the millers rescued?", Kind.TRANSPORT),
        ("What does the miller want to do?", Kind.PLAN),
        ("What caused the flood?", Kind.REASON),
        ("What did the miller call the dam?", Kind.WORDING),
        ("What did the miller earn last year?", Kind.MONEY),
        ("What did the miller pay for?", Kind.ANYTHING),
        ("How soon did the dam burst?", Kind.SPEED),
        ("How fast is the river?", Kind.SIZE),
        ("What was her winning time?", Kind.TIME),
        ("Was it the miller who knew when it burst?", Kind.PERSON),
        ("Was it full when the dam burst?", Kind.ANYTHING),
        ("Does the miller know when it will open?", Kind.TIME),
        ("Which two countries built the dam?", Kind.COUNTRIES),
        ("Which phrase did the miller use?", Kind.WORDING),
        ("What does the miller promise to build?", Kind.PLAN),
        ("What did the millers discuss?", Kind.SUBJECT),
        ("What happened to the others?", Kind.OTHERS),
        ("miller Ostrava age", Kind.AGE),
        ("Lipno dam cost", Kind.MONEY),
        ("flood death toll", Kind.COUNT),
    ],
)
def test_a_question_asks_for_one_kind_of_thing(question: str, kind: Kind) -> None:
    assert kind_asked_for(question) is kind


def test_what_is_to_be_counted_stands_behind_how_many_or_how_much() -> None:
    assert counted("How many ripe pears are left?") == ("ripe", "pears")
    assert counted("How much ripe fruit is left?") == ("ripe", "fruit")
    assert counted("How much is left?") == ()


def test_of_people_the_number_stands_beside_what_they_are_or_did() -> None:
    assert beside_number("How many ripe pears are left?") == ("ripe", "pears")
    assert beside_number("How many people are still missing?") == ("missing",)
    assert beside_number("How many survived the flood?") == ("survived",)
    assert beside_number("How many people did the flood kill?") == ()


def test_a_rate_is_told_by_its_unit() -> None:
    rate = rate_asked_for("How many sacks does the mill grind a day?")

    assert rate is not None
    assert rate.search("It grinds 40 sacks a day.")
    assert rate.search("Daily it grinds 40.")
    assert not rate.search("It has ground 40 sacks since Monday.")
    assert rate_asked_for("How many sacks did it grind?") is None


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("How many sailors drowned off Velden?", "drowned"),
        ("how many were hurt", "hurt"),
        ("how many others have been robbed?", "robbed"),
        ("How many of them fell ill?", "fell"),
        ("how many men froze", "froze"),
        ("How many attempts had Olga Stein made?", "made"),
        ("How many tram drivers are there?", ""),
        ("how many sports clubs has Ostra?", ""),
        ("how many", ""),
        ("How old is it?", ""),
    ],
)
def test_what_as_many_did_or_was_done_to_them_is_told_by_the_question(
    question: str, deed: str
) -> None:
    assert deed_counted(question) == deed
