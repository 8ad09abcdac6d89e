"""What is said in several words, in texts and in questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.words.phrases import phrases_for, said_in

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
    ("word", "text", "says"),
    [
        ("postponed", "the race was put off", True),
        ("delay", "they pushed the long race back", True),
        ("fired", "the cook was let go", True),
        ("replaced", "her deputy takes over", True),
        ("exploded", "the boiler blew up", True),
        ("hesitates", "she had second thoughts", True),
        ("imprisoned", "he did time", True),
        ("innocent", "they have done nothing wrong", True),
        ("postponed", "she put the race on the list", False),
        ("fired", "they let the cook sing and go", False),
    ],
)
def test_a_word_in_any_form_is_said_by_its_phrases_in_any(word: str, text: str, says: bool) -> None:
    phrases = phrases_for(word)

    assert any(said.phrase in phrases for said in said_in(text.split())) is says


def test_a_word_without_phrases_has_none() -> None:
    assert phrases_for("bake") == ()
    assert not any(said_in("who baked the bread".split()))


def test_a_phrase_has_the_places_of_its_own_words() -> None:
    (said,) = said_in("why was the race put so far off".split())

    assert said.places == (4, 7)
    assert said.phrase.words == ("put", "off")


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
        ("which town did they take back", {"retake", "recapture", "regain"}),
        ("he stepped down", {"resign", "quit", "retire", "abdicate"}),
        ("take the old town of Bara back", set()),
        ("what did they take", set()),
        ("over to you who takes it", set()),
    ],
)
def test_a_particle_stands_close_behind_its_verb(question: str, meant: set[str]) -> None:
    said = next(said_in(question.split()), None)

    assert set(said.phrase.means if said else ()) == meant
