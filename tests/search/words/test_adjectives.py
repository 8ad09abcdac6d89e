"""Peoples, their members and their countries meet in questions and briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words.adjectives import is_people, relatives

if TYPE_CHECKING:
    from tests.search.conftest import Make


@pytest.mark.parametrize(
    ("country", "people"),
    [
        ("belgium", "belgian"),
        ("canada", "canadian"),
        ("congo", "congolese"),
        ("cyprus", "cypriot"),
        ("lebanon", "lebanese"),
        ("malta", "maltese"),
        ("mexico", "mexican"),
        ("norway", "norwegian"),
        ("peru", "peruvian"),
        ("poland", "polish"),
        ("portugal", "portuguese"),
        ("scotland", "scottish"),
        ("spain", "spanish"),
        ("sweden", "swedish"),
        ("syria", "syrian"),
    ],
)
def test_a_people_and_its_country_are_relatives(country: str, people: str) -> None:
    assert country in relatives(people)
    assert people in relatives(country)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("which railway do the Kenyans want", "Kenya wants a new railway."),
        ("Norwegian railway", "Norway wants a new railway."),
        ("railway Norway", "Norwegian engineers build a railway."),
        ("Afghan railway", "Afghanistan wants a new railway."),
        ("railways of the Dutch", "The Netherlands want a new railway."),
        ("what railway does the Abkhaz governor want", "The governor of Abkhazia wants a railway."),
        ("railway of the Kurds", "A new railway crosses Kurdistan."),
        ("railway in Tatarstan", "Tatar engineers build a railway."),
    ],
)
def test_people_find_their_country_and_the_country_its_people(
    make: Make, question: str, text: str
) -> None:
    answer = make([text, "A storm tore roofs off in Ostra."]).ask(question)

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())
    assert answer.citations[0].briefing.number == 1


@pytest.mark.parametrize("word", ["green", "roman", "virgin", "niger", "ind"])
def test_a_word_that_an_ending_makes_a_country_is_no_people_of_that(word: str) -> None:
    assert not {"greenland", "romania", "virginia", "nigeria", "india"} & set(relatives(word))


def test_a_misspelt_country_is_no_other_form_of_its_people(make: Make) -> None:
    # "Nigera" ends as if "Nigerian" were of it.
    answer = make(["Floods in Nigeria.", "A Nigerian won.", "A Nigerian lost."]).ask(
        "nigera floods"
    )

    assert [(each.written, each.read) for each in answer.corrections] == [("nigera", "Nigeria")]


def test_another_form_is_told_as_no_correction(make: Make) -> None:
    engine = make(["Talks in Ruritania.", "Rain fell."])

    answer = engine.ask("ruritanian talks")

    assert (answer.corrections, answer.unknown) == ((), ())
    assert answer.citations[0].briefing.number == 1


def test_what_is_no_name_is_no_country(make: Make) -> None:
    # "finish" ends as "Finnish" does, "mania" is what "Man" might be of.
    answer = make(["The land and its mania for trains.", "Rain fell."]).ask("Man of the year")

    assert answer.unknown == ("Man", "year")


@pytest.mark.parametrize(
    "people",
    [
        "haitians",
        "kuwaiti",
        "singaporean",
        "philippine",
        "burmese",
        "emirati",
        "icelandic",
        "poles",
    ],
)
def test_what_is_of_a_country_is_no_country_itself(people: str) -> None:
    assert is_people(people)
    assert not is_people("haiti")
