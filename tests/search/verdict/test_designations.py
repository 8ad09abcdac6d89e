"""What goes by a number is not what goes by another one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.search.verdict.designations import another_number

if TYPE_CHECKING:
    from tests.search.conftest import Make

FAIRS = tuple(f"Village {name} held its fair." for name in "abcdefghijkl")


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("When did the Velda-4 sail?", "The Velda-3 sailed in May.", "Velda-4"),
        ("Who steers the velda 4?", "The Velda-3 sailed in May.", "velda 4"),
        ("How many KR-21s flew?", "Nine KR-14s flew in 2021.", "KR-21"),
        ("What does Oarsoft 5.1 fix?", "Oarsoft 5.2 fixes the maps.", "Oarsoft 5.1"),
        ("Who won Regatta-2021?", "Olga Stein won Regatta-2025.", "Regatta-2021"),
        ("Where does tram 12 end?", "Tram 7 ends at the pier.", "tram 12"),
        ("Who met at the K7?", "Ministers of the K20 met in Ostra.", "K7"),
        ("Who flew on Halden 9?", "The probe Halden 8 landed on Monday.", "Halden 9"),
        ("who flew on hal'den 9", "The probe Hal’den 8 landed on Monday.", "hal'den 9"),
        ("What do we sing in week 12?", "In weeks 5 to 8 we sing; in week 9 we rest.", "week 12"),
        ("When will the KR-7A fly?", "The KR-7B will fly in May.", "KR-7A"),
        ("Who won World War II?", "He warned of World War Three.", "War II"),
        ("Who won world war two?", "He warned of World War III.", "war two"),
        ("Who began World War II?", "She began the third war in the world.", "War II"),
        ("What does point 7 say?", "Olga Stein set out a 12-point plan.", "point 7"),
        ("what does point seven say", "The first point of the plan is peace.", "point seven"),
    ],
)
def test_a_text_of_other_numbers_is_of_another(question: str, text: str, other: str) -> None:
    assert another_number(question, text, _is_never_a_name) == other


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When did the Velda-3 sail?", "The Velda 3 sailed in May."),
        ("When did the velda3 sail?", "The Velda-3 sailed in May."),
        ("What does Oarsoft 5 fix?", "Oarsoft 5.2 fixes the maps."),
        ("What does Oarsoft 5.2.1 fix?", "Oarsoft 5.2 fixes the maps."),
        ("Where does line 12 end?", "Lines 7 and 12 end at the pier."),
        ("What do we sing in week 6?", "In weeks 5 to 8 we sing; in week 9 we rest."),
        ("Who bought the Halden 640?", "The Halden 630 is slow, so Kruse bought a 640."),
        ("Who steers the Velda-4?", "The Velda sailed in May."),
        ("When will the KR-7 fly?", "The KR-7B will fly in May."),
        ("Who won world war 3?", "He warned of World War Three."),
        ("What did Pope Urban IX say?", "Pope Urban spoke of peace."),
        ("The way I wanted it: who said so?", "Olga Stein said so."),
        ("What is new in plan X.25?", "The plan of Olga Stein is new."),
        ("Who robbed 20 guests?", "Burglars robbed 30 guests."),
        ("Did Ostra 20 years ago have a pier?", "In May Ostra had 30 piers."),
        ("Who won on May 4?", "Olga Stein won on May 3."),
        ("Who won Regatta 2021?", "Olga Stein won the Regatta 2025."),
        ("Who got Rs500?", "Olga Stein got Rs300."),
        ("Who got a €18k grant?", "Olga Stein got K20k."),
        ("Did nearly 40 guests come?", "Nearly 30 guests came."),
        ("Who won by Kruse 3 goals?", "Kruse 2-1 Stein."),
        ("What does point 7 say?", "The seventh point of the plan is peace."),
        ("What does point 7 say?", "Points one to six are of peace, point seven of grain."),
        ("What does point 7 say?", "Olga Stein set out a plan."),
        ("Where does line 4 end?", "Line V ends in Ostra, line four at the pier."),
    ],
)
def test_mere_numbers_and_other_forms_of_the_same_are_of_no_other(question: str, text: str) -> None:
    assert another_number(question, text, _is_never_a_name) is None


def test_at_the_start_of_a_sentence_a_name_is_told_by_other_briefings() -> None:
    text = "Halden 8 landed on Monday."
    assert another_number("who flew on halden 9", text, "halden".__eq__) == "halden 9"
    assert another_number("who flew on halden 9", text, _is_never_a_name) is None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Where did the Velda-3 sail to?", Verdict.ANSWERED),
        ("Velda-3", Verdict.ANSWERED),
        ("Where did the Velda-8 sail to?", Verdict.CLOSEST),
        ("Velda-8", Verdict.CLOSEST),
    ],
)
def test_what_is_told_of_another_is_the_closest(
    make: Make, question: str, verdict: Verdict
) -> None:
    engine = make(["The barge Velda-3 sailed to Ostra with pears.", *FAIRS])

    answer = engine.ask(question)

    assert answer.verdict is verdict
    assert answer.elsewhere == (("Velda-8",) if verdict is Verdict.CLOSEST else ())


def test_a_text_of_nothing_but_numbers_is_read_in_a_moment() -> None:
    text = "Velda-3 4-5 " * 5_000
    start = time.perf_counter()
    assert another_number("Who steers the Velda-8?", text, _is_never_a_name) == "Velda-8"
    assert time.perf_counter() - start < 2.0


def _is_never_a_name(_: str) -> bool:
    return False
