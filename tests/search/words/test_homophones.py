"""A word found nowhere is read as one that sounds the same, where that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.words.homophones import homophones

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The guards of Ostra use flour for their medal.",
    "A storm tore the sails of a ferry off Velden.",
    "The council of Lindau will raise the tax on boats.",
    "Whales were seen off the coast of Norland.",
    "The mayor opened the quay of Tarn.",
    "Serial novels were banned on the beach of Brunn.",
    *(f"Village {name} held its yearly fair." for name in ("Ober", "Unter", "Hinter", "Vorder")),
)


@pytest.mark.parametrize(
    ("question", "written", "read"),
    [
        ("do the guards use flower", "flower", "flour"),
        ("what tore the sales of a ferry", "sales", "sails"),
        ("wails off Norland", "wails", "Whales"),
        ("cereal novels on the beach", "cereal", "Serial"),
        ("the meddle of the guards", "meddle", "medal"),
        ("does the counsel of Lindau rais the tax", "counsel", "council"),
        ("serial novels on the beech", "beech", "beach"),
        ("who will raze the tax on boats", "raze", "raise"),
    ],
)
def test_a_word_is_read_as_what_sounds_the_same(
    make: Make, question: str, written: str, read: str
) -> None:
    told = [(each.written, each.read) for each in make(TEXTS).ask(question).corrections]

    assert (written, read) in told


@pytest.mark.parametrize("question", ["bail the boats", "a knight in Lindau"])
def test_what_no_briefing_has_by_its_sound_stays_as_it_is(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).corrections == ()


def test_a_word_that_briefings_have_was_not_misheard(make: Make) -> None:
    answer = make([*TEXTS, "A flower grew on a wall."]).ask("the flower of the guards")

    assert answer.corrections == ()


@pytest.mark.parametrize(
    ("word", "others"),
    [("flowers", ("flour",)), ("sites", ("cite", "sight")), ("house", ())],
)
def test_homophones_are_found_in_any_form(word: str, others: tuple[str, ...]) -> None:
    assert homophones(word) == others
