"""What one person earns, scores or gets is not what another one does whom the text names, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Coach Emil Harder praised the rowing club of Ostra. Its star Olga Stein won 41 medals.",
    "Ida Moor took over the tram depot from Pavel Lind. Moor earns 900 euros a week.",
    "The court freed the trader Vera Kruse. Her clerk Jan Vogt was given two years in prison.",
    "Lena Brandt opened a bakery. Her cook Ana Ruiz said that 600 rolls were baked there.",
    "Tomas Bach wrote an opera. He sold 90 tickets in Velden.",
    "Mona Falk, who beat Rita Holm, caught 70 eels; Holm swore.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    "question",
    [
        "How many medals did Emil Harder win?",
        "how many medals did harder win",
        "How much does Pavel Lind earn?",
        "How many years did Vera Kruse get?",
        "How long must Vera Kruse go to prison?",
    ],
)
def test_where_all_numbers_are_of_others_it_is_the_closest(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is Verdict.CLOSEST


@pytest.mark.parametrize(
    "question",
    [
        "How many medals did Olga Stein win?",
        "How much does Ida Moor earn?",
        "how much does moor earn",
        "How many years was Jan Vogt given?",
        "How many rolls did Lena Brandt bake?",
        "How many tickets did Tomas Bach sell?",
        "How many eels did Rita Holm catch?",
        "How many medals did the rowing club of Ostra win?",
    ],
)
def test_where_one_is_or_may_be_the_persons_own_it_answers(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is Verdict.ANSWERED
