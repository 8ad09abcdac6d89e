"""What an answer leaves for the next question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Verdict
from tests.search.conftest import asked, best

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_a_country_of_which_nothing_is_found_leaves_what_was_shown(make: Make) -> None:
    engine = make(
        [
            "The guard in Velden shot at a drone over the harbour, and officials in Velden gave the"
            " press no answer.",
            "Latvia repairs a harbour and officials praise it.",
            "Officials in Estonia saw a drone, too, and shot at it.",
            "Officials in Turku watch a film.",
            "Fog in Turku and in Cork; officials sleep.",
            "Officials dine.",
        ]
    )

    before = (
        "who shot at the drone in Velden?",
        "what was the reaction of officials in Velden?",
        "and in Zimbabwe?",
    )

    assert asked(engine, *before).verdict is Verdict.NOTHING
    assert best(asked(engine, *before, "who shot at it?")) == 1
