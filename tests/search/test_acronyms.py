"""Acronyms and whole names meet where the briefings show which belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
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
