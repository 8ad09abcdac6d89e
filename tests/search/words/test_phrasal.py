"""Verbs that are said in several words, in texts and in questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.words.phrasal import phrasal_verbs, said_as, verbs_meant
from bot.search.words.text import words

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The brewery Kolbe of Ostra takes water from a spring.",
    "The brewery Kolbe of Ostra appointed Ilse Brandt as its director.",
    "The brewery Kolbe of Ostra will cut 40 posts. Kolbe's profit fell.",
    "The brewery Kolbe of Ostra delayed its fair until May.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("verb", "text", "says"),
    [
        ("postponed", "the race was put off.", True),
        ("delay", "they pushed the long race back.", True),
        ("fired", "the cook was let go.", True),
        ("replaced", "her deputy takes over.", True),
        ("exploded", "the boiler blew up.", True),
        ("postponed", "she put the race on the list.", False),
        ("fired", "they let the cook sing and go.", False),
    ],
)
def test_a_verb_in_any_form_is_said_by_its_phrases_in_any(verb: str, text: str, says: bool) -> None:
    phrases = said_as(verb)

    assert phrases is not None
    assert (phrases.search(text) is not None) is says


def test_a_word_without_phrases_has_none() -> None:
    assert said_as("bake") is None
    assert verbs_meant("Who baked the bread?") == ()


@pytest.mark.parametrize("told", ["the race was postponed.", "the race has been delayed."])
def test_a_phrase_of_a_question_is_said_by_its_verbs(told: str) -> None:
    ((said, otherwise),) = verbs_meant("Why was the race put off?")

    assert said == {"put", "off"}
    assert otherwise.search(told)


def test_a_phrase_of_a_question_is_said_by_another_one_of_its_verbs() -> None:
    found = verbs_meant("Who stands in for the cook?")

    assert any(otherwise.search("her deputy takes over.") for _, otherwise in found)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("who is taking over at Kolbe?", 2),
        ("who takes the brewery Kolbe over?", 2),
        ("how many people is Kolbe laying off?", 3),
        ("until when did Kolbe put off its fair?", 4),
    ],
)
def test_a_verb_with_its_particle_is_found_in_what_news_says_for_it(
    make: Make, question: str, number: int
) -> None:
    assert make(TEXTS).ask(question).citations[0].briefing.number == number


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("which town did they take back", ("retake", "recapture", "regain")),
        ("he stepped down", ("resign", "quit", "retire", "abdicate")),
        ("take the old town of Bara back", ()),
        ("what did they take", ()),
        ("over to you, who takes it", ()),
    ],
)
def test_a_particle_stands_close_behind_its_verb(question: str, meant: tuple[str, ...]) -> None:
    found = phrasal_verbs(words(question))

    assert next(iter(found.values()), ()) == meant
