"""Expressions of several words in questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.reading.phrasing import phrased
from bot.search.words.text import words

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The painter Ilja Brandt was jailed for selling copies of old masters.",
    "The mayor of Ostra ridiculed the plan for a harbour on the lake.",
    "Farmers of Ostra protested against the price of water.",
    "The harbour bar of Ostra serves tea, and its eye hospital opened again.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("which painter is behind bars?", 1),
        ("who made so much fun of the harbour?", 2),
        ("who took to the streets in Ostra?", 3),
    ],
)
def test_a_phrase_is_found_in_the_word_that_news_says_for_it(
    make: Make, question: str, number: int
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.verdict is Verdict.ANSWERED
    assert answer.citations[0].briefing.number == number


def test_the_words_of_a_phrase_are_still_found_as_they_are(make: Make) -> None:
    assert (
        make(TEXTS).ask("is there a bar behind the harbour bars?").citations[0].briefing.number == 4
    )


def test_each_telling_word_of_a_phrase_means_what_all_do_together() -> None:
    found = phrased(words("who made fun of them"), ())

    assert {place: phrase.words for place, phrase in found.items()} == {
        4: ("make", "fun", "of"),
        9: ("make", "fun", "of"),
    }


def test_a_particle_means_nothing_without_its_verb() -> None:
    (place,) = phrased(words("who stepped down there"), ())

    assert place == len("who ")


def test_the_words_of_a_name_are_no_phrase() -> None:
    question = "who is behind bars"

    assert phrased(words(question), {question.index("bars")}) == {}


def test_a_word_and_any_preposition_mean_nothing_else() -> None:
    assert phrased(words("what does she call on Monday"), ()) == {}


def test_a_word_found_nowhere_is_found_in_a_phrase_for_it(make: Make) -> None:
    texts = ("Judge Mara Tomsa stepped down in Ostra.", *TEXTS)

    answer = make(texts).ask("which judge resigned?")

    assert answer.citations[0].briefing.number == 1
    assert answer.verdict is Verdict.ANSWERED


def test_what_takes_something_and_has_an_account_takes_nothing_into_account(make: Make) -> None:
    texts = ("The bank of Ostra takes fees for an account.", *TEXTS)

    assert make(texts).ask("who considers Ostra?").corrections == ()
