"""What goes by a number is found however a question and the briefings write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from tests.search.conftest import best

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "Ostra ordered nine KR-35A jets, its air force said.",
    "Flight OL 401 turned back over the lake after smoke in the cabin.",
    "The choir sang for Queen Ilsebill IV in the park.",
    "A chapel that burned in World War II was rebuilt in Ulm.",
    "Gardeners tested the Velda 3 mower.",
    "The makers of the game released v4.2 with a map of Thule.",
    "The probe Cirrola-2 measures high clouds.",
    "The KR35 orchestra of 35 flutes toured Norway, and 401 guests came.",
    "A Vento 787-9 landed on the lake, as its version 3.1 of a sensor failed.",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("kr35a jets", 1), ("how many KR35A did Ostra order?", 1), ("kr 35a", 1),
        ("ol401", 2), ("OL-401", 2), ("why did flight ol401 turn back?", 2),
        ("queen ilsebill 4", 3), ("Ilsebill 4th", 3), ("world war 2 chapel", 4), ("wwii chapel", 4),
        ("WW2", 4), ("World War Two", 4), ("velda3", 5), ("Velda-3", 5), ("velda III", 5),
        ("4.2", 6), ("version 4.2", 6), ("what is in v 4.2?", 6), ("ver. 4.2", 6),
        ("vento787", 9), ("vento 787", 9), ("Vento787-9", 9),
        ("cirola2", 7), ("cirola-2 clouds", 7), ("KR-35 orchestra", 8),
    ],
)  # fmt: skip
def test_a_name_with_a_number_is_found_in_any_spelling(
    make: Make, question: str, number: int
) -> None:
    assert best(make(TEXTS).ask(question)) == number


@pytest.mark.parametrize("question", ["KR-35", "kr35", "kr 35"])
def test_what_a_briefing_writes_so_is_not_read_as_another(make: Make, question: str) -> None:
    assert best(make(TEXTS).ask(question)) == 8


@pytest.mark.parametrize(
    "question",
    [
        "KR-36",
        "OL 402",
        "velda 4",
        "world war 3",
        "World War I",
        "v4.3",
        "Ilsebill II",
        "vento 797",
        "version 3.4 of the sensor",
    ],
)
def test_another_number_is_not_answered(make: Make, question: str) -> None:
    assert (
        make([*TEXTS[:7], TEXTS[8], "Bread rose by 3.4 percent."]).ask(question).verdict
        is not Verdict.ANSWERED
    )


def test_a_name_that_looks_like_a_numeral_stays_one(make: Make) -> None:
    engine = make(["President Xi spoke in Ulm.", "President Alma Ruud sang in Oslo."])

    assert engine.ask("what did President Xi do in Ulm").verdict is Verdict.ANSWERED


def test_a_name_with_a_number_that_no_briefing_has_is_told_whole(make: Make) -> None:
    answer = make(["Nurses in Ulm ended their strike."]).ask("what about the F-16")

    assert answer.verdict is Verdict.NOTHING
    assert answer.unknown == ("F-16",)
