"""Words with a prefix meet what they are made of, and what is denied otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.words.prefixes import denials, unprefixed

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Mayor Ilse Brandt was hired once more by the citizens of Lindau.",
    "The ferry to Ostra is unreliable, a survey of passengers says.",
    "The swimming hall of Velden offers unrivalled and unmatched tickets for ninety euros.",
    "The harvest in Norland was not profitable for growers of plums.",
    "The zoo of Karlsheim vaccinated its penguins against malaria.",
    "The old theatre of Meerta was painted, and is heated by the river.",
    "A deer was reflected in the pond of Tarn; a photographer won a prize.",
    "The quarry of Brunn is unsafe, and its fence has fallen.",
    "Bakers in Ostra marched through the town over the price of flour.",
    "Import of tulips to Lindau grew by half; the report is out.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("was Ilse Brandt rehired", 1),
        ("the rehired mayor", 1),
        ("is the ferry to Ostra not reliable", 2),
        ("a nonreliable ferry", 2),
        ("tickets without rivals", 3),
        ("no rivals for the swimming hall", 3),
        ("matchless tickets", 3),
        ("is there no match for the tickets", 3),
        ("unprofitable plums", 4),
        ("the nonprofitable harvest", 4),
        ("unvaccinated penguins", 5),
        ("were penguins revaccinated", 5),
        ("a repainted theatre", 6),
        ("unpainted theatre", 6),
        ("is the quarry not safe", 8),
        ("the quarry isn't safe", 8),
        ("it can't be a safe quarry", 8),
        ("a fenceless quarry", 8),
        ("the overheated theatre", 6),
        ("a prehired mayor", 1),
    ],
)
def test_a_word_is_found_without_its_prefix_or_by_another_that_denies(
    make: Make, question: str, number: int
) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.citations[0].briefing.number == number
    assert answer.verdict is not Verdict.NOTHING
    assert (answer.unknown, answer.corrections) == ((), ())


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("the record of the mayor of Lindau", "record"),
        ("the unity of Lindau", "unity"),
        ("an uncle of the mayor", "uncle"),
        ("a disc for the penguins", "disc"),
        ("the pretzel of the penguins", "pretzel"),
        ("a unicorn in the pond", "unicorn"),
        ("the restaurant in the theatre", "restaurant"),
        ("an inmate of the zoo", "inmate"),
    ],
)
def test_what_only_begins_like_a_prefix_is_none(make: Make, question: str, unknown: str) -> None:
    assert unknown in make(TEXTS).ask(question).unknown


def test_a_word_that_briefings_have_is_not_taken_apart(make: Make) -> None:
    answer = make([*TEXTS, "An unelected council rules Tarn."]).ask("unelected")

    assert [each.briefing.number for each in answer.citations] == [len(TEXTS) + 1]


def test_a_slip_is_no_prefix(make: Make) -> None:
    engine = make([*TEXTS, "The united choirs of Tarn sang."])

    assert engine.ask("the untied choirs").citations[0].briefing.number == len(TEXTS) + 1


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("rehired", ("hired", False)),
        ("unprofitable", ("profitable", True)),
        ("nonsmoker", ("smoker", True)),
        ("matchless", ("match", True)),
    ],
)
def test_prefixes_are_taken_off(word: str, rest: tuple[str, bool]) -> None:
    assert rest in unprefixed(word, is_common=False)


@pytest.mark.parametrize("word", ["return", "import", "record", "unit", "rest", "less"])
def test_common_words_keep_their_beginnings(word: str) -> None:
    assert [*unprefixed(word, is_common=True)] == []


@pytest.mark.parametrize(
    ("word", "denied"),
    [("paid", "unpaid"), ("end", "endless"), ("drink", "undrinkable"), ("rivals", "unrivalled")],
)
def test_a_word_is_denied_by_another(word: str, denied: str) -> None:
    assert denied in denials(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [("sent", "dissent"), ("sight", "insight"), ("port", "import"), ("rest", "unrested")],
)
def test_what_only_begins_like_a_denial_is_none(word: str, other: str) -> None:
    assert (other in denials(word)) is other.startswith("un")


def test_edible_is_denied_by_inedible() -> None:
    assert "inedible" in denials("edible")
