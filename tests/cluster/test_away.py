"""The shared database goes away, and questions are answered all the same."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from bot.community.questions import Question, new_id
from bot.community.votes import Cast
from bot.errors import StoreAway
from tests.cluster.conftest import until

if TYPE_CHECKING:
    from tests.cluster.conftest import Member, Start
    from tests.postgres import PostgresServer


def asked(words: str) -> Question:
    return Question(new_id(), "2030-01-01T00:00:00Z", "p", "server", words, "nothing", (), (), 1.0)


async def votes(member: Member) -> list[tuple[str, int]]:
    rows = await member.community.database.read(
        "SELECT question, helpful FROM votes ORDER BY question"
    )
    return [(question, helpful) for question, helpful in rows]


async def written(member: Member) -> None:
    await until(lambda: member.community.waiting == 0)


async def test_votes_and_questions_wait_and_arrive_once(
    start: Start, postgres: PostgresServer
) -> None:
    async with start("a") as member:
        community = member.community
        await community.votes.cast("before", "p", helpful=True)
        with postgres.stopped():
            answer = await member.library.ask("khan yunis")
            assert answer.citations[0].briefing.number == 9
            assert await community.votes.cast("before", "p", helpful=False) is Cast.NEW
            await community.votes.cast("during", "p", helpful=False)
            await community.votes.cast("during", "p", helpful=True)
            community.questions.note(asked("who waits?"))
            await community.questions.flush()
            await community.audit.record("ada", "denied", "/admin")
            assert community.waiting == 5
        await written(member)

        assert await votes(member) == [("before", 0), ("during", 1)]
        assert not await community.votes.take_back("during", "p", helpful=False)
        assert await community.votes.take_back("during", "p", helpful=True)
        assert await votes(member) == [("before", 0)]
        assert await community.questions.words("unknown") is None
        rows = await community.database.read("SELECT words FROM questions")
        assert [words for (words,) in rows] == ["who waits?"]
        assert len(await community.audit.entries()) == 1


async def test_what_waits_outlives_the_process(start: Start, postgres: PostgresServer) -> None:
    async with start("a") as member:
        postgres.stop("immediate")
        await member.community.votes.cast("during", "p", helpful=True)
    assert member.community.waiting == 1
    postgres.start()

    async with start("a") as again:
        await written(again)
        assert await votes(again) == [("during", 1)]


async def test_administering_says_that_it_cannot_work_now_and_changes_nothing(
    start: Start, postgres: PostgresServer
) -> None:
    async with start("a") as member:
        with postgres.stopped():
            (member.shelf.data / "more.txt").write_text("A bridge was opened at Karlsheim.")
            for work in (
                lambda: member.library.reload(by="test"),
                lambda: member.library.editing.withdraw(1, by="test"),
                member.library.history.editions,
                member.cluster.processes,
            ):
                with pytest.raises(StoreAway, match="cannot be reached now"):
                    await work()
        assert (await member.library.reload(by="test")).edition == 2


async def test_a_server_that_does_not_answer_keeps_nobody_waiting(
    start: Start, postgres: PostgresServer
) -> None:
    async with start("a") as member:
        await until(lambda: member.cluster.trouble is None)
        with postgres.frozen():
            # A vote is thanked for within the three seconds that Discord gives.
            await asyncio.wait_for(member.community.votes.cast("slow", "p", helpful=True), 2.5)
            assert (await member.library.ask("khan yunis")).citations[0].briefing.number == 9
            with pytest.raises(StoreAway):
                await asyncio.wait_for(member.community.servers.of(5), 2.5)
        await written(member)
        assert await votes(member) == [("slow", 1)]


async def test_what_was_asked_is_done_without_while_it_cannot_be_read(
    start: Start, postgres: PostgresServer
) -> None:
    async with start("a") as member:
        await until(lambda: member.cluster.trouble is None)
        with postgres.frozen():
            words = member.community.questions.words("of another process")
            assert await asyncio.wait_for(words, 2.5) is None
        with postgres.stopped():
            assert await member.community.questions.words("of another process") is None


async def test_a_process_ends_though_the_server_does_not_answer(
    start: Start, postgres: PostgresServer
) -> None:
    async with AsyncExitStack() as stack:
        member = await stack.enter_async_context(start("a"))
        await until(lambda: member.cluster.leads)
        with postgres.frozen():
            await member.community.votes.cast("slow", "p", helpful=True)
            await asyncio.wait_for(stack.aclose(), 30)
    assert member.community.waiting == 1


async def test_connections_that_are_cut_are_made_again(
    start: Start, postgres: PostgresServer
) -> None:
    async with start("a") as first, start("b") as second:
        await until(lambda: first.cluster.leads or second.cluster.leads)
        await first.community.votes.cast("before", "p", helpful=True)
        await asyncio.to_thread(
            postgres.query,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'attache'",
            "postgres",
        )
        await first.community.votes.cast("after", "p", helpful=True)
        await written(first)
        assert await votes(first) == [("after", 1), ("before", 1)]
        (first.shelf.data / "more.txt").write_text("A bridge was opened at Karlsheim.")
        assert (await second.library.reload(by="test")).edition == 2
        await until(lambda: first.library.edition == 2)
        await until(lambda: first.cluster.leads != second.cluster.leads)


async def test_a_replica_that_lacks_the_last_edition_is_followed_back(start: Start) -> None:
    async with start("a") as member:
        (member.shelf.data / "more.txt").write_text("A bridge was opened at Karlsheim.")
        await member.library.reload(by="test")
        # The server that took over never heard of the second edition.
        async with member.library._store.writing() as session:
            await session.execute("DELETE FROM briefings WHERE valid_from = 2")
            await session.execute("DELETE FROM editions WHERE number = 2")
        await until(lambda: member.library.edition == 1)
        assert await member.library.verify() == []

        # The number is given again, to an edition that holds something else.
        (member.shelf.data / "more.txt").write_text("Rain fell in Ruritania.")
        assert (await member.library.reload(by="test")).edition == 2
        assert await member.library.verify() == []
        assert (await member.library.ask("Karlsheim bridge")).unknown == ("Karlsheim", "bridge")


async def test_after_the_database_was_away_editions_are_followed_again(
    start: Start, postgres: PostgresServer
) -> None:
    async with start("a") as first, start("b") as second:
        await until(lambda: second.cluster.trouble is None)
        postgres.stop()
        await until(lambda: second.cluster.trouble is not None)
        postgres.start()
        (first.shelf.data / "more.txt").write_text("A bridge was opened at Karlsheim.")
        assert (await first.library.reload(by="test")).edition == 2
        await until(lambda: second.library.edition == 2)
        await until(lambda: first.cluster.leads or second.cluster.leads)
