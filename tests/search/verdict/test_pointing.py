"""A briefing that has the names of a question but not what it asks is the closest at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.verdict.expecting import lacks_kind
from bot.search.verdict.opposites import tells_opposite

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Ferrymen of Ostra went on strike on the river Velt, mayor Ilse Brandt said.",
    "Anton Kruse won the women's Velden sailing cup for coaches and thanked the harbour.",
    "Burglars robbed the museum of clocks in Norland and injured two guards.",
    "Norland awarded the Golden Oar Prize for Poetry to Olga Stein.",
    "Strong winds felled a mast at the harbour of Zubrin, at 90 kilometres an hour.",
    "Guards of Velden have to pass a physical test of 2019.",
    "The chief executive of the Zubrin mills retired, and so did the chief executive of a bank.",
    "Ilse Brandt met a chief executive and the chief of police.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("Who robbed the ferrymen of Ostra?", ("robbed",)),
        ("How many ferrymen were injured on the river Velt in Ostra?", ("injured",)),
        ("What did Ilse Brandt say about Anton Kruse's sailing cup?", ("Ilse", "Brandt")),
        ("Who got the Golden Oar Prize for Physics?", ("Physics",)),
        ("Who won the men's Velden sailing cup?", ()),
        ("How old is Ilse Brandt, mayor of Ostra?", ()),
        ("Who is the chief executive of the museum of clocks in Norland?", ("chief", "executive")),
        ("How many mayors did burglars hurt in the museum of clocks in Norland?", ("mayors",)),
        ("Who robbed the museum of clocks in Norland in 2019?", ("2019",)),
        ("When did burglars rob the museum of clocks in Norland?", ()),
    ],
)
def test_where_the_point_is_not_in_the_best_it_is_the_closest_and_tells_what_lacks(
    make: Make, question: str, lacking: tuple[str, ...]
) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.elsewhere) == (Verdict.CLOSEST, lacking)


@pytest.mark.parametrize(
    "question",
    [
        "Who stole from the museum of clocks in Norland?",
        "How many guards were wounded in Norland's museum of clocks?",
        "Who won the women's Velden sailing cup?",
        "How strong were the winds at Zubrin harbour?",
        "Who got the Golden Oar Prize for Poetry?",
        "Did Ilse Brandt go to Ostra?",
    ],
)
def test_where_the_best_has_it_or_what_means_the_same_it_answers(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.elsewhere) == (Verdict.ANSWERED, ())


def test_of_two_on_the_same_matter_the_one_that_tells_the_number_comes_first(make: Make) -> None:
    engine = make(
        [
            "A ferry sank on the river Velt near Ostra, and people drowned.",
            "After a ferry sank on the river Velt near Ostra divers found 31 people who drowned.",
            "Ostra has a new mayor.",
            *TEXTS[6:],
        ]
    )

    def first(question: str) -> int:
        return engine.ask(question).citations[0].briefing.number

    assert first("Where did people drown when the ferry sank on the Velt?") == 1
    assert first("How many people drowned when the ferry sank on the Velt?") == 2


def test_a_capital_makes_a_name_that_means_nothing_else(make: Make) -> None:
    engine = make(TEXTS)

    assert engine.ask("Who robbed the Horologe museum in Norland?").unknown == ("Horologe",)
    answer = engine.ask("Did the Thieves party rob the museum of clocks in Norland?")
    assert (answer.verdict, answer.unknown) == (Verdict.CLOSEST, ("Thieves", "party"))
    assert engine.ask("did thieves rob the museum of clocks in norland").unknown == ()


def test_what_only_says_which_kind_of_answer_is_wanted_is_nothing_that_lacks(make: Make) -> None:
    answer = make(TEXTS).ask("Which nautical guild went on strike in Ostra?")

    assert (answer.verdict, answer.unknown) == (Verdict.ANSWERED, ())


@pytest.mark.parametrize(
    ("question", "has", "lacks"),
    [
        ("How old is she?", "Stein, 61, won.", "Stein won in 61 minutes."),
        ("How much does it cost?", "It costs $9.", "It takes 9 hours."),
        ("how many were there", "A dozen guests came.", "Guests came."),
        ("When did it open?", "It opened last week.", "It opened with a song."),
    ],
)
def test_a_text_has_an_age_a_sum_a_number_or_a_time_or_lacks_it(
    question: str, has: str, lacks: str
) -> None:
    assert not lacks_kind(question, has)
    assert lacks_kind(question, lacks)


def test_of_other_questions_and_of_a_mere_when_no_kind_is_lacking() -> None:
    rule = "Mayor Ilse Brandt bars children under fifteen and over the age of ninety from the pool."
    assert lacks_kind("How old is Ilse Brandt?", rule)
    assert not lacks_kind("How old must children be to swim?", rule)
    assert not lacks_kind("How old is Ilse Brandt?", f"{rule} Brandt, 41, swims.")
    assert not lacks_kind("Who opened it?", "It opened with a song.")
    assert not lacks_kind("Who sang when it was opened?", "It opened with a song.")


def test_an_opposite_is_one_in_the_same_place_only() -> None:
    assert tells_opposite("north", ["pier"], ["the", "south", "pier"])
    assert not tells_opposite("north", ["pier"], ["south", "of", "the", "old", "pier"])
    assert not tells_opposite("north", ["pier"], ["north", "and", "south", "pier"])
    assert not tells_opposite("pier", ["fell"], ["pier", "fell"])
