"""What takes longer than Discord lets an interaction be used is told in time, and logged then."""

from __future__ import annotations

import asyncio
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from structlog.testing import capture_logs

from tests.chat.admin.test_uploading import attached
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World

MINUTES = 60.0
UNTOLD = "what came of it was not told"


@pytest.fixture(autouse=True)
def seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say so seldom how far it is that simcord does not wait for the next time."""
    monkeypatch.setattr("bot.chat.admin.telling_progress._EVERY_SECONDS", 2 * MINUTES)


@contextmanager
def stopped_reading() -> Iterator[None]:
    """Let the process that reads the sources stand still."""
    process = next(
        each for each in psutil.Process().children() if "bot.library.worker" in each.cmdline()
    )
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


def edits(world: World) -> list[str]:
    """Return what the bot put in place of what it had said."""
    return [str(each.json) for each in world.env.http_requests if each.method == "PATCH"]


def handed_out_after(world: World, minutes: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Discord take so long to give out what is attached."""
    at_once = world.bot.http.get_from_cdn

    async def slowly(url: str) -> bytes:
        await asyncio.sleep(minutes * MINUTES)
        return await at_once(url)

    monkeypatch.setattr(world.bot.http, "get_from_cdn", slowly)


async def uploaded(world: World, content: str) -> Any:
    file = attached("more.jsonl", content)
    return await world.operator.slash(world.channel, "admin upload", file=file)


async def test_what_outlasts_its_interaction_says_so_in_time_and_its_end_is_logged(
    world: World, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_out_after(world, 17, monkeypatch)
    # Another reload goes on meanwhile, so that there is something to say all the time.
    (shelf.data / "towns.txt").write_text(f"Town 1 has a mayor. {'He is well. ' * 300}\n" * 400)
    reloading = asyncio.create_task(world.library.reload(by="start"))
    while world.library.progress is None or not psutil.Process().children():
        await asyncio.sleep(0)
    with capture_logs() as logged:
        with stopped_reading():
            result = await uploaded(world, '{"text": "Ruritania opened a bridge."}')
            await world.env.advance_time(16 * MINUTES)
        await asyncio.wait({reloading})
        assert len(edits(world)) == 7
        assert "**/admin status** has the rest" not in edits(world)[5]
        assert "start started a reload" in edits(world)[6]
        assert "**/admin status** has the rest" in edits(world)[6]
        await world.env.advance_time(2 * MINUTES)

    assert len(edits(world)) == 7
    (line,) = [each for each in logged if each["event"] == UNTOLD]
    assert "is in service" in line["said"]
    assert "otto" in line["by"]
    assert "**/admin status** has the rest" in text_of(result.response)
    status = await world.operator.slash(world.channel, "admin status")
    assert "1 added" in text_of(status.response)


async def test_what_is_done_in_time_is_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    handed_out_after(world, 13, monkeypatch)
    result = await uploaded(world, '{"text": "Ruritania opened a bridge."}')
    await world.env.advance_time(14 * MINUTES)

    assert "Edition 2 is in service" in text_of(result.response)
    assert len(edits(world)) == 1


async def test_that_notices_were_stopped_is_told_after_a_command_that_can_still_be_answered(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_out_after(world, 17, monkeypatch)
    await world.operator.slash(world.channel, "follow", topic="OSCE")
    await world.community.database.write("UPDATE followers SET stopped_at = '2000-01-01T00:00:00Z'")
    await uploaded(world, '{"text": "Ruritania opened a bridge."}')
    await world.env.advance_time(18 * MINUTES)

    assert not world.env.errors
    asked = await world.operator.slash(world.channel, "ask", question="OSCE")
    assert "could not reach you" in text_of(asked.followups[-1])


async def test_what_discord_does_not_take_in_the_end_is_logged(world: World, shelf: Shelf) -> None:
    (shelf.data / "more.txt").write_text("Ruritania opened a new bridge.\n")
    world.env.inject_error("PATCH", "/webhooks/*", status=404, code=10008)
    with capture_logs() as logged:
        await world.operator.slash(world.channel, "admin reload")

    assert world.env.errors
    (line,) = [each for each in logged if each["event"] == UNTOLD]
    assert "Edition 2 is in service" in line["said"]
