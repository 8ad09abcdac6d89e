"""That somebody left an office does not tell who came into it, nor the reverse."""

from __future__ import annotations

import pytest

from bot.search.verdict.succession import leaves_succession_open


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who became mayor after Ilse Brandt?", "Mayor Ilse Brandt resigned over the pier."),
        ("who became mayor of ostra after the flood", "The mayor of Ostra wept at the flood."),
        ("Who is speaker after Olga Stein?", "Speaker Olga Stein quit on Monday."),
        ("Who is the new coach of Ostra?", "Ostra's coach Emil Harder was dismissed."),
        ("Who replaced Ilse Brandt?", "Ilse Brandt resigned over the pier."),
        ("Who will succeed Ilse Brandt?", "Ilse Brandt resigned over the pier."),
        ("Who took over from Ilse Brandt?", "Ilse Brandt resigned over the pier."),
        ("Who followed Brandt as mayor?", "The flood that followed Brandt's speech was bad."),
        ("Who was Brandt's successor?", "Ilse Brandt resigned over the pier."),
        (
            "Who is the harbour secretary after Brandt?",
            "Mayor and harbour secretary Brandt quit. Emil Harder replaced her as mayor.",
        ),
        ("Who was mayor before Brandt?", "Mayor Ilse Brandt opened a pier."),
        ("Who was mayor before Brandt?", "Mayor Ilse Brandt resigned over the pier."),
        ("Who preceded Brandt?", "Mayor Ilse Brandt opened a pier."),
    ],
)
def test_where_nobody_comes_or_was_before_it_is_left_open(question: str, text: str) -> None:
    assert leaves_succession_open(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who became mayor after Brandt?", "Mayor Brandt resigned; Emil Harder was sworn in."),
        ("Who became mayor after Brandt?", "The council elected Emil Harder for Brandt."),
        ("Who is the new coach of Ostra?", "Ostra hired Olga Stein, as its coach had left."),
        ("Who is the new coach of Ostra?", "Olga Stein coaches Ostra."),
        ("Who replaced Brandt?", "Brandt resigned, and Emil Harder takes over."),
        ("Who replaced Brandt?", "Brandt quit as judge. Emil Harder replaced her as mayor."),
        ("Who is mayor after Brandt?", "Emil Harder replaced Brandt as mayor."),
        ("Who followed Brandt?", "Two dogs ran behind Brandt."),
        ("Who was mayor before Brandt?", "Ilse Brandt took over from Emil Harder."),
        ("Who was mayor before Brandt?", "Emil Harder resigned. The party chose Brandt."),
        ("Who was mayor before Brandt?", "Mayor Brandt beat Emil Harder."),
        ("Who was hurt after the flood?", "The mayor of Ostra wept at the flood."),
        ("Who was robbed before the flood?", "A baker lost his purse."),
        ("Who is the mayor of Ostra?", "Ilse Brandt is mayor of Ostra."),
        ("Why did the mayor resign?", "The mayor resigned over the pier."),
    ],
)
def test_what_tells_of_it_in_any_words_and_other_questions_leave_nothing_open(
    question: str, text: str
) -> None:
    assert not leaves_succession_open(question, text)
