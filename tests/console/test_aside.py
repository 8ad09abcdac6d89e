"""What is no question, put to the bot in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("#5", "#5 · briefings.txt:5"),
        ("5", "#5 · briefings.txt:5"),
        ("#12 and #13", "#13 · briefings.txt:13"),
        ("help", "Answers come from the briefings alone"),
        ("hello", "Hello!"),
    ],
)
def test_asking_in_the_terminal_opens_numbers_and_knows_small_talk(
    attache: Run, question: str, said: str
) -> None:
    done = attache("ask", question)

    assert said in done.stdout
    assert "In no briefing" not in done.stdout
    assert "[1]" not in done.stdout
