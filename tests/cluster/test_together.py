"""Several processes over one database: one leads, all serve the same edition."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.cluster.together import Together
from bot.community.servers import ServerSettings
from bot.errors import ReloadRunning, StateInUse
from bot.library.library import Library
from tests.cluster.conftest import until
from tests.cluster.failing import FailingTwice

if TYPE_CHECKING:
    from bot.cluster.interface import State
    from tests.cluster.conftest import Start

_FAILED = "work in the background failed"
BRIDGE = "Ruritania opened a new bridge over the river Strelsa."


async def test_when_the_leader_goes_the_next_one_does_its_work(start: Start) -> None:
    begun = asyncio.Event()

    async def work() -> None:
        begun.set()
        await asyncio.Event().wait()

    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(start("a"))
        await until(lambda: first.cluster.leads)
        async with start("b") as second:
            leading = asyncio.create_task(second.cluster.lead(work))
            await until(lambda: second.cluster.trouble is None)
            assert not begun.is_set()
            await stack.aclose()
            await asyncio.wait_for(begun.wait(), 60)
            leading.cancel()
            await asyncio.wait({leading})


async def test_work_that_fails_is_tried_again(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cluster.persisting._AGAIN_SECONDS", 0.01)
    work = FailingTwice(ValueError("not yet"))

    async with start("a") as member:
        leading = asyncio.create_task(member.cluster.lead(work))
        await until(lambda: work.tries == 3)
        assert not leading.done()
        leading.cancel()
        await asyncio.wait({leading})


async def test_who_failed_to_follow_follows_again(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cluster.persisting._AGAIN_SECONDS", 0.01)
    async with start("a") as first, start("b") as second:
        await until(lambda: second.cluster.trouble is None)
        with capture_logs() as logged:
            # As a newer version of the bot may do, of which this one knows nothing.
            await first.community.database.write(
                "ALTER TABLE attache_library.editions ADD COLUMN mood TEXT"
            )
            await until(lambda: any(_FAILED in each["event"] for each in logged))
            await first.community.database.write(
                "ALTER TABLE attache_library.editions DROP COLUMN mood"
            )
        (first.shelf.data / "more.txt").write_text(BRIDGE)
        await first.library.reload(by="test")

        await until(lambda: second.library.edition == 2)


async def test_who_failed_to_tell_how_it_is_tells_it_again(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cluster.persisting._AGAIN_SECONDS", 0.01)
    tries = 0

    async with start("a") as member:

        def state() -> State:
            nonlocal tries
            tries += 1
            if tries < 3:
                raise ValueError("nobody knows")
            return member.state()

        other = Together(
            member.shelf.url or "", member.community.database, member.library,
            member.community.servers,
        )  # fmt: skip
        running = asyncio.create_task(other.run(state))
        await until(lambda: tries >= 3 and other.trouble is None)
        assert not running.done()
        running.cancel()
        await asyncio.wait({running})


async def test_what_one_loads_all_serve(start: Start) -> None:
    async with start("a") as first, start("b") as second:
        assert (first.library.edition, second.library.edition) == (1, 1)
        (first.shelf.data / "more.txt").write_text(BRIDGE)
        await first.library.reload(by="test")
        await until(lambda: second.library.edition == 2)
        answer = await second.library.ask("brigde over the Strelsa")
        assert answer.citations[0].briefing.text == BRIDGE

        await second.library.editing.withdraw(15, by="test")
        await until(lambda: first.library.edition == 3)
        await second.library.editing.readmit(15, by="test")
        await until(lambda: first.library.edition == 4)
        for each in (first, second):
            assert await each.library.verify() == []
            assert each.library.briefings == 15
        await first.library.editing.roll_back(1, by="test")
        await until(lambda: second.library.edition == 5)
        assert second.library.briefings == 14


async def test_who_was_away_catches_up_at_the_start(start: Start) -> None:
    async with start("a") as first:
        async with start("b") as second:
            assert second.library.edition == 1
        (first.shelf.data / "more.txt").write_text(BRIDGE)
        await first.library.reload(by="test")
        (first.shelf.data / "briefings.txt").write_text("It rains in Ruritania.\n" + BRIDGE)
        (first.shelf.data / "more.txt").unlink()
        await first.library.reload(by="test", may_remove=1)
        async with start("b") as second:
            assert (second.library.edition, second.library.briefings) == (3, 2)
            assert await second.library.verify() == []


async def test_who_was_away_with_a_damaged_index_builds_one(start: Start) -> None:
    async with start("a") as first:
        async with start("b") as second:
            index = second.shelf.indexes / "1"
        for path in index.rglob("*"):
            if path.is_file() and path.name != "about.json":
                path.write_bytes(b"damaged")
        (first.shelf.data / "more.txt").write_text(BRIDGE)
        await first.library.reload(by="test")
        async with start("b") as second:
            assert (second.library.edition, second.library.briefings) == (2, 15)
            assert await second.library.verify() == []


async def test_moved_lines_are_followed_too(start: Start) -> None:
    async with start("a") as first, start("b") as second:
        lines = (first.shelf.data / "briefings.txt").read_text(encoding="utf-8").split("\n")
        (first.shelf.data / "briefings.txt").write_text("\n".join(reversed(lines)))
        await first.library.reload(by="test")
        await until(lambda: second.library.edition == 2)

        assert await second.library.verify() == []
        moved = (await second.library.ask("khan yunis")).citations[0].briefing
        assert (moved.number, moved.origin.line) == (9, 6)


async def test_only_one_makes_an_edition_at_a_time(start: Start) -> None:
    async with start("a") as first, start("b") as second:
        async with first.library._store.transaction():
            with pytest.raises(ReloadRunning, match="Another process"):
                await second.library.reload(by="test")
        report = await second.library.reload(by="test")
        assert not report.swapped


async def test_a_terminal_changes_a_shared_collection_beside_a_running_bot(start: Start) -> None:
    async with start("a") as bot:
        with pytest.raises(StateInUse):
            await Library.open(bot.shelf)
        terminal = await Library.open(bot.shelf, indexes=False)
        (bot.shelf.data / "more.txt").write_text(BRIDGE)
        report = await terminal.reload(by="terminal")
        await terminal.editing.withdraw(1, by="terminal")
        await terminal.close()

        assert (report.added, report.swapped) == (1, True)
        await until(lambda: bot.library.edition == 3)
        assert await bot.library.verify() == []
        assert (await bot.library.ask("bridge over the Strelsa")).citations[0].briefing.number == 15


async def test_settings_changed_in_one_process_hold_in_the_others(start: Start) -> None:
    async with start("a") as first, start("b") as second:
        await until(lambda: second.cluster.trouble is None)
        assert (await second.community.servers.of(5)).language is None
        await first.community.servers.change(5, ServerSettings(language="de"))

        async with asyncio.timeout(60):
            while (await second.community.servers.of(5)).language != "de":
                await asyncio.sleep(0.02)


async def test_each_process_tells_how_it_is(start: Start) -> None:
    async with start("a") as first, start("b") as second:
        await until(lambda: first.cluster.trouble is None and second.cluster.trouble is None)
        listed = await first.cluster.processes()

        assert [each.state.edition for each in listed] == [1, 1]
        assert sum(each.leads for each in listed) == 1
        assert [each.is_this for each in listed].count(True) == 1
    async with start("c") as third:
        await until(lambda: third.cluster.trouble is None)
        assert len(await third.cluster.processes()) == 1


async def test_sessions_with_the_gateway_begin_five_seconds_apart(start: Start) -> None:
    async with start("a") as first, start("b") as second:
        # Two of the same turn, and one of another, which need not wait.
        await asyncio.gather(first.cluster.turn(0), second.cluster.turn(0), second.cluster.turn(1))
        rows = await first.community.database.read(
            "SELECT turn, extract(epoch FROM max(at) - min(at))::float8 FROM identifies"
            " GROUP BY turn ORDER BY turn"
        )

        assert [turn for turn, _ in rows] == [0, 1]
        assert rows[0][1] >= 5.0
        assert rows[1][1] == 0.0
