"""What is derived from a word stands for it, and less surely than the word itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.index.documents import Stems
from bot.search.words.deriving import _FAMILIES, derived_words

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The flood in Ostra left 19 dead, the institute said.",
    "The invasion of Karlsheim began before dawn.",
    "Ilse Brandt's decision to resign surprised Velden.",
    "Norland's economic council met on Sunday.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("How many died in Ostra?", 1),
        ("When was Karlsheim invaded?", 2),
        ("What did Ilse Brandt decide?", 3),
        ("Norland economy", 4),
    ],
)
def test_a_question_finds_what_its_words_are_derived_from(
    make: Make, question: str, best: int
) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.ANSWERED, best)


def test_what_has_the_word_itself_comes_before_what_has_one_of_its_family(make: Make) -> None:
    texts = ("Their decision shook Ostra.", "What they decide shakes Ostra.", *TEXTS[4:])

    assert make(texts).ask("decide Ostra").citations[0].briefing.number == 2
    assert make(texts).ask("decision Ostra").citations[0].briefing.number == 1


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("departures in Ostra", "The department of health in Ostra opened a clinic."),
        ("What was diverted in Norland?", "Norland praised the diversity of its choir."),
        ("Who responded in Torvik?", "Clerks of Torvik are responsible for the fair."),
    ],
)
def test_words_that_only_share_a_stem_are_no_family(make: Make, question: str, text: str) -> None:
    assert make([text, *TEXTS[4:]]).ask(question).verdict is not Verdict.ANSWERED


@pytest.mark.parametrize("typed", ["defence", "defense", "Defences"])
def test_american_spellings_have_the_family_of_the_british_ones(make: Make, typed: str) -> None:
    answer = make(["The keepers defend Ostra.", *TEXTS[4:]]).ask(f"{typed} of Ostra")

    assert (answer.verdict, answer.corrections) == (Verdict.ANSWERED, ())


def test_every_word_of_a_family_has_another_that_its_stem_is_not_of() -> None:
    stems = Stems()
    words = re.findall("[a-z]+", _FAMILIES)

    assert [
        word for word in words if all(stems[other] == stems[word] for other in derived_words(word))
    ] == []
