"""Whoever asks while the bot is busy is shown that their answer is looked for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from bot.library.desk import Desk
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from tests.chat.conftest import World


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("ask", {"question": "help"}),
        ("follow", {"topic": "Malta"}),
        ("latest", {"topic": "Malta"}),
        ("timeline", {"topic": "Malta"}),
        ("random", {}),
    ],
)
async def test_what_waits_for_its_first_search_is_said_to_be_on_its_way(
    world: World, monkeypatch: pytest.MonkeyPatch, command: str, given: dict[str, str]
) -> None:
    monkeypatch.setattr("bot.chat.messages.patience.SECONDS", 0.05)
    search = Desk.search
    delays = [0.5]

    async def slowly(self: Desk, work: Any) -> Any:
        await asyncio.sleep(delays.pop() if delays else 0.0)
        return await search(self, work)

    monkeypatch.setattr(Desk, "search", slowly)
    before = len(world.env.http_requests)

    result = await world.member.slash(world.channel, command, **given)

    first, *_ = world.env.http_requests[before:]
    assert first.json is not None
    assert first.json["type"] == 5
    assert text_of(result.response)
