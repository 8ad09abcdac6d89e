"""What no briefing has in the words of the question, it may have in others that mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.synonyms import synonyms_by_stem

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Surgeons at the hospital of Ostra went on strike over night shifts.",
    "Thieves stole nine clocks from the museum in Velden on Sunday.",
    "The children of Norland plant a tree each on the first day of school.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "number", "written", "read"),
    [
        ("walkout by surgeons in Ostra", 1, "walkout", "strike"),
        ("who robbed the museum in Velden?", 2, "robbed", "stole"),
        ("burglars at the Velden museum", 2, "burglars", "Thieves"),
        ("which kids plant a tree", 3, "kids", "children"),
    ],
)
def test_a_word_that_no_briefing_has_is_read_as_one_that_means_the_same_and_told(
    make: Make, question: str, number: int, written: str, read: str
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.citations[0].briefing.number == number
    assert answer.verdict is not Verdict.NOTHING
    assert answer.unknown == ()
    assert [(each.written, each.read) for each in answer.corrections] == [(written, read)]


def test_a_word_that_a_briefing_has_stands_for_itself_alone(make: Make) -> None:
    texts = [*TEXTS, "A kids' choir sang in Ostra."]

    answer = make(texts).ask("kids")

    assert [each.briefing.number for each in answer.citations] == [len(texts)]
    assert answer.corrections == ()


def test_what_means_the_same_is_found_by_any_form_of_a_word_and_is_never_the_word_itself() -> None:
    def stem(word: str) -> str:
        return word.removesuffix("s")

    found = synonyms_by_stem(stem)

    assert "children" not in found
    assert "child" in found["kid"]
    assert all(stem(other) != each for each, others in found.items() for other in others)


def test_an_acronym_is_no_word_that_means_something(make: Make) -> None:
    texts = [*TEXTS, "Two police officers in Velden were praised."]

    assert make(texts).ask("COP Velden").unknown == ("COP",)
    assert make(texts).ask("cop Velden").unknown == ()


def test_a_name_alone_is_no_word_that_means_the_same(make: Make) -> None:
    united = [*TEXTS, "The United Nations sent a doctor to Ostra.", "The United Nations met."]
    engine = make(united)

    assert engine.ask("country doctor").unknown == ("country",)
    assert make([*united, "No nation has won."]).ask("country doctor").unknown == ()
