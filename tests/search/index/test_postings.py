"""Candidates: what stands nearly everywhere does not decide, and nothing is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.index import postings
from bot.search.index.postings import Alternative

if TYPE_CHECKING:
    import pytest

    from tests.search.conftest import Make

TEXTS = [
    *(f"Harbour report {number}: the harbour was quiet." for number in range(40)),
    "Harbour pilots of Karlsheim are on strike.",
    "A comet was seen over Karlsheim.",
]


def test_a_word_of_every_second_briefing_leaves_the_choice_to_the_others(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = make(TEXTS)
    wanted = [[Alternative("harbour", 1.0)], [Alternative("karlsheim", 1.0)]]
    everything = {each.number for each in engine._postings.search(wanted, 50)}
    monkeypatch.setattr(postings, "_FEW", 10)

    assert {each.number for each in engine._postings.search(wanted, 2)} == {41, 42}
    # Where too few are left, it is looked for as well.
    assert {each.number for each in engine._postings.search(wanted, 50)} == everything
    assert len(everything) == len(TEXTS)
    assert len(engine._postings.search([[Alternative("harbour", 1.0)]], 50)) == 41


def test_the_answer_is_the_same_with_and_without_words_that_stand_everywhere(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "harbour pilots of Karlsheim"
    first = make(TEXTS).ask(question).citations[0]
    monkeypatch.setattr(postings, "_FEW", 10)
    again = make(TEXTS).ask(question).citations[0]

    assert (first.briefing.number, first.score) == (41, again.score)
    assert again.briefing.number == 41
