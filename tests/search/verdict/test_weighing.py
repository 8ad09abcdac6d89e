"""What a briefing tells without saying it in the words of the question is not lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "A magnitude 5.9 tremor shook the harbour of Ostra on Monday and cracked a chapel.",
    "The river Velt reached 7.2 metres in Dorn on Friday and flooded the fish market.",
    "Fires driven by wind destroyed 8,300 hectares around Zubrin in Norland.",
    "The Norland exchange index NX9 lost 2.4% on rumours about the mint.",
    "The regatta of Velden has been put off until spring because its buoys were stolen.",
    "The library of Lindau is closed until 3 March, as mould was found in its cellar.",
    "Kruse Shipyards will invest 40 million euros in a dock in Halden for its ferries.",
    "Strong men lifted high stones on dry land, and few would drop one or build on it.",
    "An exhibition will reopen, and shops build a new floor, in a town where it is high.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)

NARROWER = (
    "The barge Velda capsized off Ostra on Monday, and two of its sailors drowned.",
    "Thief Anton Kruse was recaptured in a barn near Dorn by the guards of Lindau.",
    "Olga Stein ran the Velden marathon in a red suit and came second behind Ilse Brandt.",
    *(f"Village {number} held its yearly fair." for number in range(12)),
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What happened in the accident of the barge Velda off Ostra?", 1),
        ("Where did they catch Anton Kruse?", 2),
        ("Where did Anton Kruse's guards handle things, in your view?", 2),
        ("my neighbour is from Ostra, what exactly happened to the barge Velda?", 1),
        ("I was reading about Anton Kruse, and I wonder, where was he recaptured?", 2),
        ("sorry to bother you again but where was Anton Kruse recaptured?", 2),
        ("not sure if this is the right channel but who drowned off Ostra", 1),
        ("what was the suit of Olga Stein like, for my homework", 3),
    ],
)
def test_what_is_told_by_a_narrower_word_or_adds_nothing_is_not_lacking(
    make: Make, question: str, number: int
) -> None:
    answer = make(NARROWER).ask(question)

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.ANSWERED, number)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("how strong was the tremor in Ostra", 1),
        ("how high did the Velt get", 2),
        ("how much land burned around Zubrin", 3),
        ("how many sq km of Zubrin did fires destroy", 3),
        ("by how much did the NX9 drop", 4),
        ("why was the Velden regatta postponed", 5),
        ("when does the library of Lindau reopen", 6),
        ("where is Kruse Shipyards building its dock", 7),
    ],
)
def test_what_is_told_in_other_words_or_by_a_measure_is_answered(
    make: Make, question: str, number: int
) -> None:
    answer = make(TEXTS).ask(question)

    assert (answer.verdict, answer.citations[0].briefing.number) == (Verdict.ANSWERED, number)


@pytest.mark.parametrize(
    "question",
    [
        "how hot were the fires around Zubrin",
        "how strong was the flood of the Velt in Halden",
        "by how much did the NX9 climb",
        "when does the museum of Lindau reopen",
        "where is Kruse Shipyards dismantling its barges",
    ],
)
def test_what_only_has_the_names_is_not(make: Make, question: str) -> None:
    assert make(TEXTS).ask(question).verdict is not Verdict.ANSWERED


def test_what_is_told_otherwise_is_not_said_to_be_unknown(make: Make) -> None:
    answer = make(TEXTS).ask("how many sq km of Zubrin did fires destroy")

    assert answer.unknown == ()
    assert "land" not in make(TEXTS).ask("how much land burned around Zubrin").elsewhere
