"""What one does is not what another does, whom the text names, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Quarrels between Norway and Sweden go on over herring, with Sweden extending a ban on nets.",
    "Portuguese Mayor Olga Stein hosted Emil Harder in Ostra. On Monday, Stein refused a treaty.",
    "Trade with Chile and Peru fell. The copper tariff was criticized by Peru and by Bolivia.",
    "Denmark's envoy walked out of a summit in Velden, and Iceland's minister stayed.",
    "Ida Moor met Pavel Lind. He resigned on Friday, and Moor spoke of a loss.",
    "Tomas Bach, the head of the Vogt works, sued Lena Brandt over a patent.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    "question",
    [
        "Is Norway extending a ban on nets?",
        "Why did Emil Harder refuse a treaty?",
        "why did harder refuse a treaty",
        "Did Chile criticize the copper tariff?",
        "Did Chile criticise the copper tariff?",
        "Why did Iceland's minister walk out of the summit in Velden?",
    ],
)
def test_where_only_others_are_said_to_do_it_the_text_is_the_closest(
    make: Make, question: str
) -> None:
    assert make(TEXTS).ask(question).verdict is Verdict.CLOSEST


@pytest.mark.parametrize(
    "question",
    [
        "Is Sweden extending a ban on nets?",
        "Why did Olga Stein refuse a treaty?",
        "Did Portugal refuse a treaty?",
        "Did Lisbon refuse a treaty?",
        "Did Peru criticize the copper tariff?",
        "Did Bolivia criticise the copper tariff?",
        "Why did Denmark's envoy walk out of the summit in Velden?",
        "When did Ida Moor resign?",
        "When did Pavel Lind resign?",
        "Did Tomas Bach sue Lena Brandt?",
    ],
)
def test_where_they_may_be_the_one_asked_about_it_answers(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is Verdict.ANSWERED


def test_whether_somebody_did_what_no_text_tells_is_not_answered(make: Make) -> None:
    answer = make(TEXTS).ask("Did Lena Brandt repeal a patent of the Vogt works?")

    assert (answer.verdict, answer.unknown) == (Verdict.CLOSEST, ("repeal",))
