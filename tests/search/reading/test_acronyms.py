"""Acronyms and whole names meet where the briefings show which belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.conftest import best

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.search.conftest import Make

BEES = "Bees hum in spring."


@pytest.mark.parametrize(
    "shown", ["The Karlsheim River Board (KRB) met.", "The KRB (Karlsheim River Board) met."]
)
@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What does the KRB want?", "Fishers sue the Karlsheim River Board over nets."),
        ("what does the krb want", "Fishers sue the Karlsheim River Board over nets."),
        ("What does the Karlsheim River Board want?", "Fishers sue the KRB over nets."),
    ],
)
def test_a_name_and_its_acronym_are_one_where_a_briefing_says_so(
    make: Make, shown: str, question: str, text: str
) -> None:
    answer = make([shown, text, BEES]).ask(question)

    assert {each.briefing.number for each in answer.citations} == {1, 2}


def test_an_acronym_that_no_briefing_has_is_the_name_with_these_initials(make: Make) -> None:
    engine = make(["Fishers sue the Karlsheim River Board over nets.", BEES])
    answer = engine.ask("KRB nets")

    assert (answer.unknown, answer.corrections) == ((), ())
    assert answer.citations[0].briefing.number == 1
    assert engine.ask("KRX nets").unknown == ("KRX",)


def test_a_name_with_letters_for_a_word_is_not_shortened_again(make: Make) -> None:
    engine = make(["The Lake Ostra Survey named the pike.", "Larsen OI of Seaford sells nets."])

    assert best(engine.ask("what did the LOS name?")) == 1


def test_initials_of_several_names_alike_are_none_of_them(make: Make) -> None:
    engine = make(["The Karlsheim River Board met.", "The Kasten Railway Bureau closed.", BEES])

    assert engine.ask("What did the KRB decide?").unknown == ("KRB", "decide")


def test_a_long_name_that_no_briefing_has_is_the_acronym_of_its_initials(make: Make) -> None:
    engine = make(["The KRBO sues fishers over nets.", "A river rose.", BEES])
    answer = engine.ask("What does the Karlsheim River Board of Ostra want?")

    assert answer.citations[0].briefing.number == 1
    assert "Karlsheim" not in answer.unknown


def test_three_words_in_capitals_are_no_everyday_word_of_their_initials(make: Make) -> None:
    engine = make(["A pit fell in.", BEES])

    assert engine.ask("Paul Irving Tanner").unknown == ("Paul", "Irving", "Tanner")


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("The Ostra Fisheries and Nets Authority met.", "OFNA"),
        ("Experts of the Forum for the Future of Rivers met.", "FFR"),
        ("The Bureau of Ostra Nets met.", "BOON"),
    ],
)
@pytest.mark.parametrize("typed", [str, str.lower])
def test_small_words_inside_the_name_of_a_body_count_or_not(
    make: Make, text: str, acronym: str, typed: Callable[[str], str]
) -> None:
    whole = text.removesuffix(" met.").removeprefix("Experts of ").removeprefix("The ")
    short = acronym.replace("OO", "O")

    assert make([text, BEES]).ask(f"when did the {acronym} meet?").citations
    assert make([f"The {short} sued fishers.", BEES]).ask(typed(f"{whole} fishers")).unknown == ()


def test_the_name_of_a_person_is_no_acronym_of_a_body(make: Make) -> None:
    engine = make(["The FBI sued fishers.", BEES])

    assert engine.ask("Fran Boris Ivers").unknown == ("Fran", "Boris", "Ivers")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ostra's gross domestic product fell.", "GDP of Ostra"),
        ("Ostra's GDP fell.", "gross domestic product of Ostra"),
        ("Velden freed forty prisoners of war.", "which POWs did Velden free?"),
    ],
)
def test_things_are_known_by_their_letters(make: Make, text: str, question: str) -> None:
    answer = make([text, BEES]).ask(question)

    assert [each.briefing.number for each in answer.citations] == [1]
    assert answer.unknown == ()


def test_an_acronym_that_owns_something_is_the_name_with_these_initials(make: Make) -> None:
    answer = make(["Karlsheim River Guard closed its locks.", "Rain fell on the coast."]).ask(
        "What did the KRG's locks do?"
    )

    assert (answer.citations[0].briefing.number, answer.unknown) == (1, ())


def test_a_misspelt_question_is_no_name_of_a_body_by_its_initials(make: Make) -> None:
    engine = make(["Writers of the WGA went on strike.", "The government of Ostra resigned."])

    answer = engine.ask("In whivh govrenment agency was there a strike?")

    assert "WGA" not in answer.unknown
    assert [each.read for each in answer.corrections] == ["government"]
