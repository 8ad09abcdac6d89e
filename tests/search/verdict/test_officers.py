"""The president of one country is not that of another, nor one team's captain another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.verdict.officers import places_of_officers

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Kenya's president Amani Otieno met the Chilean President Rosa Vega in Fenn to talk of pears.",
    "The Dutch harbour minister Anna Vogt spoke to Peru's harbour minister in Ostra about eels.",
    "Zambia sells copper to Togo, said President Moses Lind.",
    "Ostra beat Velden 3-1 in the rowing cup. Velden's captain Bo Roe wept.",
    "The bakery of Anton Kruse burned down; the wife of Emil Harder called for help.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Who is the president of Kenya?", Verdict.ANSWERED),
        ("who is president of kenya", Verdict.ANSWERED),
        ("Who is the Chilean president?", Verdict.ANSWERED),
        ("Who is the president of Chile?", Verdict.ANSWERED),
        ("Who is the harbour minister of the Netherlands?", Verdict.ANSWERED),
        ("What is the name of the Dutch harbour minister?", Verdict.ANSWERED),
        ("Who is the president of Zambia?", Verdict.ANSWERED),
        ("what is the name of peru's harbour minister who met vogt", Verdict.CLOSEST),
        ("Who is the captain of Velden?", Verdict.ANSWERED),
        ("Who is Velden's captain?", Verdict.ANSWERED),
        ("Who is the captain of Ostra?", Verdict.CLOSEST),
        ("Who is the wife of Anton Kruse?", Verdict.CLOSEST),
        ("Who is the chancellor of Zambia?", Verdict.CLOSEST),
        ("Who is chancellor of Zambia?", Verdict.CLOSEST),
    ],
)
def test_whose_office_it_is_is_told_beside_it(make: Make, question: str, verdict: Verdict) -> None:
    assert make(TEXTS).ask(question).verdict is verdict


def test_only_offices_of_no_other_country_are_told_of() -> None:
    text = "Togo's president saw the president of North Korea. President Lind slept."

    def places(question: str, *head: str) -> tuple[int, ...] | None:
        asked = question.lower().split()
        return places_of_officers(question, head, text, asked.__contains__)

    assert places("president of Togo", "president") == (7, 51)
    assert places("president of North Korea", "president") == (25, 51)
    assert places("president of South Korea", "president") == (51,)
    assert places("president of the bank", "president") is None
    assert places("chancellor of Togo", "chancellor") is None
    assert places("owner of Togo", "owner") is None


HELD_BEFORE = (
    "The former Kenyan president Bela Roth sold his farm in Ostra, and Kenya's farmers cheered.",
    "Kenya's president Amani Otieno met farmers in Ostra who grow pears and sell them abroad.",
    "The former Chilean president Ana Sol wrote a book about eels.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "number", "verdict"),
    [
        ("Who is the president of Kenya?", 2, Verdict.ANSWERED),
        ("Who is the former president of Kenya?", 1, Verdict.ANSWERED),
        ("Who is the president of Chile?", 3, Verdict.CLOSEST),
        ("Who's Chile's ex president?", 3, Verdict.ANSWERED),
        ("Who was the president of Chile?", 3, Verdict.ANSWERED),
    ],
)
def test_who_is_in_office_is_not_told_by_who_was(
    make: Make, question: str, number: int, verdict: Verdict
) -> None:
    answer = make(HELD_BEFORE).ask(question)

    assert (answer.citations[0].briefing.number, answer.verdict) == (number, verdict)
