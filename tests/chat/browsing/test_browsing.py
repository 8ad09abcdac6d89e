"""Looking around: one briefing, the topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.chat.checking import walk
from tests.chat.reading import payload, text_of

if TYPE_CHECKING:
    from tests.chat.conftest import World


async def test_a_briefing_is_opened_by_its_number(world: World) -> None:
    result = await world.member.slash(world.channel, "briefing", number=7)

    said = text_of(result.response)
    assert said.startswith("Moldova's Foreign Ministry rebuked")
    assert "#7 · briefings.txt:7" in said


async def test_a_number_never_given_is_answered_plainly(world: World) -> None:
    result = await world.member.slash(world.channel, "briefing", number=4711)

    assert "There is no briefing #4711" in text_of(result.response)


async def test_the_topics_are_offered_in_a_menu_with_their_sizes(world: World) -> None:
    result = await world.member.slash(world.channel, "topics")

    (menu,) = [part for part in walk(payload(result.response)) if part["type"] == 3]
    offered = {option["label"]: option["description"] for option in menu["options"]}
    assert {"China", "NATO", "OSCE"} <= offered.keys()
    assert offered["US"] == "6 briefings"

    values = [option["value"] for option in menu["options"] if option["label"] == "OSCE"]
    assert result.response is not None
    chosen = await world.member.select(result.response, values)
    assert "### OSCE" in text_of(chosen.response)
