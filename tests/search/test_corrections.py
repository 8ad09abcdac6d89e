"""What is told of how words were read, as the briefing that is shown first has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The universe is the theme of a museum in Velden that shows oranges from Ostra.",
    "The university of Lindau votes on its harbour in Ostra.",
    "The chief of the Lindau fire brigade spoke about the harbour on Monday.",
    "Nurses and doctors in Ostra rested.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


def _told(make: Make, question: str) -> list[tuple[str, str]]:
    return [(each.written, each.read) for each in make(TEXTS).ask(question).corrections]


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("a museum of the cosmos in Velden", "universe"),
        ("the boss of the Lindau fire brigade", "chief"),
        ("nurses and physicians in Ostra", "doctors"),
    ],
)
def test_a_word_is_told_as_the_first_briefing_says_it(make: Make, question: str, read: str) -> None:
    assert [told for _, told in _told(make, question)] == [read]


@pytest.mark.parametrize(
    "question",
    [
        "the cosmos and the harbour of Lindau votes",
        "what did the boss of the Velden museum show, oranges from Ostra",
        "what do physicians in Lindau say of the votes on the harbour",
    ],
)
def test_what_the_first_briefing_lacks_is_not_told(make: Make, question: str) -> None:
    assert _told(make, question) == []


def test_a_phrase_is_told_as_the_first_briefing_has_it(make: Make) -> None:
    texts = (*TEXTS, "Two clerks of Velden stepped down after a theft of salt in Ostra.")

    answer = make(texts).ask("which clerks of Velden resigned after the theft?")

    assert [(each.written, each.read) for each in answer.corrections] == [
        ("resigned", "stepped down")
    ]


def test_where_nothing_is_shown_no_meaning_is_told(make: Make) -> None:
    answer = make(TEXTS).ask("what does my boss think of pizza and noodles")

    assert answer.verdict is Verdict.NOTHING
    assert answer.corrections == ()


@pytest.mark.parametrize("word", ["exhume", "exhumes", "pilfering", "bequeath"])
def test_a_word_of_the_list_of_meanings_is_no_slip(make: Make, word: str) -> None:
    texts = [
        "The old king was exhumed on Monday.",
        "They pilfered a pear.",
        "He bequeathed a farm.",
    ]

    answer = make([*texts, "Bees hum."]).ask(f"who would {word} it")

    assert answer.corrections == ()
    assert answer.citations


def test_a_name_is_not_read_as_what_means_the_same_as_a_word_near_it(make: Make) -> None:
    texts = ["The dwelling of a runner in Ostra burned.", "Bees hum over Lindau."]

    answer = make(texts).ask("when did Hause race in Ostra")

    assert answer.corrections == ()
    assert "Hause" in answer.unknown


@pytest.mark.parametrize("place", ["togo", "oman", "nigerien", "mali"])
def test_a_country_that_no_briefing_has_is_no_slip(make: Make, place: str) -> None:
    texts = ["A woman signed the main logo of a tiger.", "Bees hum over Lindau."]

    answer = make(texts).ask(f"{place} lottery")

    assert answer.corrections == ()
    assert place in answer.unknown


def test_a_name_is_no_relative_of_a_word_near_it(make: Make) -> None:
    texts = ["Parents said that the lake was held by nobody.", "Bees hum over Lindau."]

    answer = make(texts).ask("who held Fasher")

    assert answer.corrections == ()
    assert answer.unknown == ("Fasher",)


@pytest.mark.parametrize(("written", "meant"), [("Sumro", "Soomro"), ("usaynu", "Ousseynou")])
def test_a_name_may_be_written_with_quite_other_vowels(
    make: Make, written: str, meant: str
) -> None:
    texts = ["Minister Ikram Soomro resigned.", "Ousseynou Diop sang.", "Bees hum over Lindau."]

    answer = make(texts).ask(f"what about minister {written}")

    assert [each.read for each in answer.corrections] == [meant]


def test_a_name_is_still_read_as_one_that_is_two_letters_away(make: Make) -> None:
    texts = ["Katrine Lundgaard leads the council of Ostra.", "Bees hum over Lindau."]

    answer = make(texts).ask("who elected Lundgard and Kathryne in Ostra")

    assert "Lundgaard" in [each.read for each in answer.corrections]


def test_a_name_among_names_is_not_read_as_a_word_two_letters_away(make: Make) -> None:
    texts = ["The building of the dam at Ostra leaks.", "Ostra has a mayor, Lu Ping."]

    assert make(texts).ask("What did Lu Vulding say about Ostra?").corrections == ()
