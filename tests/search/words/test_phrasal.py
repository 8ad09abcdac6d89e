"""Verbs that mean something else with a particle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.words.phrasal import phrasal_verbs
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
        ("he stepped down", ("resign", "quit")),
        ("take the old town of Bara back", ()),
        ("what did they take", ()),
        ("over to you, who takes it", ()),
    ],
)
def test_a_particle_stands_close_behind_its_verb(question: str, meant: tuple[str, ...]) -> None:
    found = phrasal_verbs(words(question))

    assert next(iter(found.values()), ()) == meant
