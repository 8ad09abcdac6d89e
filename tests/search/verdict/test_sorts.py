"""The price of a day ticket is not that of a season ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The puppet stage of Ostra sells day tickets for 9 euros; the season ticket is 150 euros.",
    "The bakery of Velden wants 5 euros for rye bread. A roll is dear, bread with nuts is not.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("How much is the day ticket for the puppet stage of Ostra?", Verdict.ANSWERED),
        ("how much do season tickets cost at the puppet stage of ostra", Verdict.ANSWERED),
        ("What does a ticket for the puppet stage of Ostra cost?", Verdict.ANSWERED),
        ("How much is the nut bread of the bakery in Velden?", Verdict.ANSWERED),
        ("How much is the student ticket for the puppet stage of Ostra?", Verdict.CLOSEST),
        ("how much do student tickets cost at the puppet stage of ostra", Verdict.CLOSEST),
        ("What does a family ticket for the puppet stage of Ostra cost?", Verdict.CLOSEST),
        ("What is the price of a family ticket for the puppet stage of Ostra?", Verdict.CLOSEST),
    ],
)
def test_a_text_of_other_sorts_only_does_not_answer(
    make: Make, question: str, verdict: Verdict
) -> None:
    assert make(TEXTS).ask(question).verdict is verdict
