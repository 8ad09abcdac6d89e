"""A briefing may be asked for by its number alone; a number among words is part of a question."""

from __future__ import annotations

import pytest

from bot.talk.numbers import number_wanted


@pytest.mark.parametrize(
    "text",
    [
        "#5", " # 5 ", "#5?", "briefing 5", "Briefing #5", "no. 5", "No 5", "number 5", "nr. 5",
        "№ 5", "n° 5", "briefing no. 5", "briefing number 5 please", "show me briefing 5",
        "can you open #5?", "zeig mir briefing 5", "Nummer 5", "montre-moi le numéro 5",
        "número 5", "покажи номер 5", "Meldung 5", "informe n.º 5", "dépêche 5", "сводка №5", "#٥",
    ],
)  # fmt: skip
def test_a_number_alone_asks_for_that_briefing(text: str) -> None:
    assert number_wanted(text) == 5


@pytest.mark.parametrize(
    "text",
    [
        "", "5", "2024", "10-point plan", "5 killed", "#5 killed", "briefing 5 on Syria",
        "number 5 in the world", "no 5 people", "no. 5-10", "no", "#", "#" + "9" * 50,
        "the 12-point plan", "5 #", "#5 #6", "World War 3", "#5.5", "notebook 5",
    ],
)  # fmt: skip
def test_a_number_among_words_is_part_of_a_question(text: str) -> None:
    assert number_wanted(text) is None
