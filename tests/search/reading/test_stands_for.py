"""What letters stand for is told by what briefings say that they are short for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The Board of Lake Ferries (BLF) raised its fares in Ostra.",
    "The BLF will buy two boats, its chairman said.",
    "The CKV stands for nothing new, said a critic of the party in Velden.",
    "Nurses in Ulm ended their strike.",
)


@pytest.mark.parametrize(
    "question",
    [
        "What does BLF stand for?", "what does the blf stand for", "What is the BLF short for?",
        "what is BLF an acronym for?", "What do the letters BLF stand for?", "what does BLF mean?",
        "What is BLF an abbreviation of", "what does B.L.F. stand for?",
    ],
)  # fmt: skip
def test_what_letters_stand_for_is_answered_where_it_is_told(make: Make, question: str) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.verdict is Verdict.ANSWERED
    assert answer.citations[0].briefing.number == 1
    assert answer.unknown == ()


@pytest.mark.parametrize(
    "question",
    [
        "What does XPR stand for?", "what is ZZB short for", "What does it mean?",
        "What does the board stand for in Oslo?",
    ],
)  # fmt: skip
def test_what_is_told_of_no_letters_is_not_answered(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is not Verdict.ANSWERED


def test_what_something_means_for_somebody_is_looked_for(make: Make) -> None:
    answer = make(TEXTS).ask("what does the strike mean for Ulm")

    assert answer.citations[0].briefing.number == 4


def test_what_nobody_tells_of_letters_is_no_answer(make: Make) -> None:
    assert make(TEXTS[1:]).ask("What does BLF stand for?").verdict is not Verdict.ANSWERED


@pytest.mark.parametrize(
    "question", ["DR Congo", "congo", "the Congolese", "Democratic Republic of Congo"]
)
def test_the_congo_is_the_drc(make: Make, question: str) -> None:
    answer = make(["Miners in the DRC found a diamond.", *TEXTS]).ask(question)

    assert answer.verdict is Verdict.ANSWERED
    assert answer.citations[0].briefing.number == 1
