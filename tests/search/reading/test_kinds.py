"""The kinds of things, and the texts that tell one."""

from __future__ import annotations

import pytest

from bot.search.reading.kinds import Kind, tells, tells_how_many


@pytest.mark.parametrize(
    ("kind", "told", "not_told"),
    [
        (Kind.AGE, "The ferryman, 61, was saved.", "The ferry sank after 61 years."),
        (Kind.AGE, "A 12-year-old won.", "12 children won."),
        (Kind.AGE, "At 44, she is the oldest winner.", "She won at 4 pm."),
        (Kind.LENGTH, "The dam is 95 metres high.", "The dam holds 95 tonnes of ice."),
        (Kind.TEMPERATURE, "It fell to minus 18 degrees.", "18 people froze."),
        (Kind.MONEY, "It cost 2 million kroner.", "It has 3,000 tonnes of bronze."),
        (Kind.MONEY, "It was sold for €900.", "It was cast in 1900."),
        (Kind.SHARE, "The frost took 40 percent of them.", "The frost took 40 of them."),
        (Kind.DURATION, "The lamp was out for three nights.", "The lamp broke three nights ago."),
        (Kind.DURATION, "The ride lasted an hour.", "The ride costs $9 a day."),
        (Kind.FREQUENCY, "It comes back every 76 years.", "It was seen in 1910."),
        (Kind.COUNT, "Frost killed 1,200 trees.", "In 1911 12 days of frost took 3 percent."),
        (Kind.COUNT, "Dozens of villages were cut off.", "A wall 9 metres high fell at 10:30."),
        (Kind.COUNT, "Two thirds of them froze.", "The five-match series began with a 3-1 win."),
        (Kind.COUNT, "10-15 villages froze.", "A diver aged 24 froze."),
        (Kind.DURATION, "It held for nine days before it broke.", "It broke nine days before May."),
        (Kind.SIZE, "It is 95 metres wide.", "It broke on 5 May 1911."),
        (Kind.SIZE, "It was the size of a walnut.", "It was found by a diver."),
        (Kind.AMOUNT, "It holds a third of the ice.", "It has 40 gates."),
        (Kind.AMOUNT, "It cost €900.", "It broke in 1911."),
        (Kind.CHANGE, "It rose by a fifth.", "It rose to 40 metres."),
        (Kind.CHANGE, "It sank by about 7 percent.", "It was built in 40 days."),
        (Kind.SINCE, "It has leaked since 1911.", "It leaked in 1911."),
        (Kind.UNTIL, "It is shut until May.", "It was shut in May."),
        (Kind.UNTIL, "It opens by the end of May.", "It was opened by the mayor."),
        (Kind.SAYING, "Divers suspect a crack.", "Divers have found a crack."),
        (Kind.REASON, "He was fined for fishing.", "It is a place for breadmaking."),
        (Kind.REASON, "It is shut, since the gate broke.", "It is shut since May."),
        (Kind.SAYING, "The judge ruled that it is fair.", "The king ruled for 40 years."),
        (Kind.REASON, "It is shut for reasons of safety.", "It is shut for the night."),
        (Kind.TIME, "It broke on Friday.", "It broke at the spillway."),
        (Kind.TIME, "It broke two years later.", "It has leaked in recent years."),
        (Kind.REASON, "It broke because of the ice.", "It broke at the spillway."),
        (Kind.SAYING, "The miller vowed to rebuild it.", "The miller has rebuilt it."),
        (Kind.MEANS, "He crossed it using a raft.", "He crossed it on Friday."),
        (Kind.MEANS, "He broke it by jumping on it.", "It was broken by Friday."),
        (Kind.PLAN, "The miller hopes to rebuild it.", "The miller has rebuilt it."),
        (Kind.WORDING, 'He spoke of "a wet joke".', "He called it a joke."),
        (Kind.NAME, "It was built by Ilse Brandt.", "It was built on a Friday in May."),
        (Kind.NAME, "It was built by Ødegård.", "It was built by ødegård."),
        (Kind.PERSON, "It was built by Ilse Brandt.", "It was built by Brandt of Lipno."),
        (Kind.PERSON, "It was built by Łucja Żak.", "It was built on Monday in May."),
        (Kind.PERSON, "It was built by Ilse Brandt.", "It was built in Dolni Lipno."),
        (Kind.COUNTRY, "Norway has offered to pay.", "Lipno has offered to pay."),
        (Kind.COUNTRY, "It was sold to New Zealand.", "It was sold to New Lipno."),
        (Kind.ORIGIN, "The miller came from distant Lipno.", "The miller lives in Lipno."),
        (Kind.ORIGIN, "The Lipno-born miller left.", "The newly born miller left Lipno."),
        (Kind.DESTINATION, "The bell was taken to Lipno.", "The bell of Lipno was taken."),
        (Kind.NAME_OF, "The Bell Solveig had cracked.", "It cracked near Dolni Lipno in Norway."),
        (Kind.NAME_OF, "It is called primality.", "It has called for help."),
        (Kind.CALLING, "They named it Solveig.", "They found it in Lipno."),
        (Kind.CULPRIT, "Divers blamed the miller.", "Divers met the miller."),
        (Kind.DEATH, "He was struck by a sail.", "He died on Friday."),
        (Kind.TRANSPORT, "A ship brought it to Lipno.", "It was shown in Lipno."),
        (Kind.TRANSPORT, "It came by helicopter.", "The helicopter was shown."),
        (Kind.SENSE, "It tastes of cherry.", "It is made of cherries."),
        (Kind.REASON, "Rust was to blame.", "Rust was found."),
        (Kind.DURATION, "It came forty years late.", "It came forty years too late."),
    ],
)
def test_a_text_tells_a_thing_of_the_kind(kind: Kind, told: str, not_told: str) -> None:
    assert tells(kind, told)
    assert not tells(kind, not_told)


def test_what_the_question_names_itself_is_no_answer() -> None:
    assert not tells(Kind.COUNT, "The 1,200 trees froze.", {"1200", "trees"})
    assert tells(Kind.COUNT, "Of 1,200 trees 35 froze.", {"1200", "trees"})
    assert not tells(Kind.NAME, "The dam of Lipno broke.", {"lipno"})
    assert not tells(Kind.TIME, "On Friday it broke.", {"friday"})


def test_a_country_is_named_by_its_people_too() -> None:
    assert not tells(Kind.COUNTRY, "Norway will pay.", {"norwegian"})
    assert tells(Kind.COUNTRY, "Norway will pay Italy.", {"norwegian"})


def test_a_share_may_be_of_what_is_counted() -> None:
    assert tells_how_many("Frost took 90% of its pears.", (), "pears".__eq__)


def test_somebody_else_has_another_last_name() -> None:
    assert not tells(Kind.PERSON, "Prime Minister Ilse Brandt has built it.", {"brandt"})
    assert tells(Kind.PERSON, "Brandt's cousin Ilse Karlova has built it.", {"brandt", "ilse"})


def test_a_capital_that_opens_a_sentence_may_be_no_name() -> None:
    assert not tells(Kind.NAME, "Brandt has built it.")
    assert tells(Kind.NAME, "Brandt has built it.", (), {"brandt"}.__contains__)


def test_what_is_counted_stands_behind_its_number() -> None:
    are_counted = {"ripe", "pears"}

    assert tells_how_many("In 2021, 40 percent of pears froze.", (), are_counted.__contains__)
    assert tells_how_many("A dozen ripe ones are left.", (), are_counted.__contains__)
    assert not tells_how_many("Pears fell from 12 trees.", (), are_counted.__contains__)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ships of the Anglo- and Dutch fleets met.", True),
        ("A ferry of Anglo--Dutch owners sank.", True),
        ("The ship got an A- from them.", False),
    ],
)
def test_a_name_may_be_cut_off_by_hyphens(text: str, is_told: bool) -> None:
    assert tells(Kind.NAME, text, {"a", "anglo"}) is is_told


def test_what_comes_after_some_days_is_not_counted() -> None:
    assert tells_how_many("Three of the thieves fled.", (), "thieves".__eq__)
    assert not tells_how_many("Twelve days after thieves came it rang.", (), "thieves".__eq__)


def test_what_is_counted_may_stand_right_before_its_number() -> None:
    assert tells_how_many("The team led in goals (118).", (), "goals".__eq__)
    assert tells_how_many("The flood injured some 40.", (), "injured".__eq__)
    assert not tells_how_many("Many were injured in 2019.", (), "injured".__eq__)


def test_what_is_due_to_happen_is_no_reason() -> None:
    assert tells(Kind.REASON, "It was closed due to snow.")
    assert tells(Kind.REASON, "That was due to the snow.")
    assert not tells(Kind.REASON, "It was due to open in May.")


def test_fears_of_something_are_not_said() -> None:
    assert tells(Kind.SAYING, "The miller fears that it will burst.")
    assert not tells(Kind.SAYING, "It fell amid fears of rain.")


def test_countries_are_told_side_by_side() -> None:
    assert tells(Kind.COUNTRIES, "It was built by Norway and the Czech Republic.")
    assert not tells(Kind.COUNTRIES, "It was brought from Norway to Iceland.")
    assert not tells(Kind.COUNTRIES, "It was built by Norway and Iceland.", {"norway"})


def test_a_speed_is_a_measure_or_a_time_that_it_took() -> None:
    assert tells(Kind.SPEED, "The hall was empty within a mere 20 minutes.")
    assert tells(Kind.SPEED, "It went at 80 km/h.")
    assert not tells(Kind.SPEED, "The dam is 1.2 kilometres long.")
