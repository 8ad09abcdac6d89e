"""The kinds of things, and the texts that tell one."""

from __future__ import annotations

import pytest

from bot.search.reading.kinds import Kind, tells, tells_how_many, without_ages_of_others


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


def test_somebody_else_has_another_last_name() -> None:
    assert not tells(Kind.PERSON, "Prime Minister Ilse Brandt has built it.", {"brandt"})
    assert tells(Kind.PERSON, "Brandt's cousin Ilse Karlova has built it.", {"brandt", "ilse"})


def test_an_age_belongs_to_the_name_before_it() -> None:
    text = "Ilse Brandt, 61, saved the ferryman, 34, and Jan Karel, 7, from the ice."

    assert (
        without_ages_of_others(text, {"ilse"})
        == "Ilse Brandt, 61, saved the ferryman, 34, and Jan Karel from the ice."
    )


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
