"""How surely the best briefing answers what a message asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Verdict
from tests.search.conftest import asked

if TYPE_CHECKING:
    from tests.search.conftest import Make


def test_a_follow_up_on_what_all_briefings_name_is_answered_where_all_of_it_is_told(
    make: Make,
) -> None:
    engine = make(
        [
            "Ostra's mayor Ilse Brandt warned Norland of a flood.",
            *(f"Norland's village {number} held its yearly fair." for number in range(12)),
        ]
    )
    first = "who is mayor of Ostra?"

    told = asked(engine, first, "what did she say about Norland?")
    untold = asked(engine, first, "what did she say about Velden?")

    assert (told.verdict, untold.verdict) == (Verdict.ANSWERED, Verdict.CLOSEST)
