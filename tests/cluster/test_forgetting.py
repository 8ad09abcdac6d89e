"""What a person has deleted is not written any more, wherever it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.community.questions import Question, new_id
from bot.databases.moments import now, stamp
from bot.errors import StoreAway
from tests.cluster.conftest import until

if TYPE_CHECKING:
    from bot.community.community import Community
    from tests.cluster.conftest import Member, Start
    from tests.postgres import PostgresServer

ME, OTHER = 7, 8


async def leave(community: Community) -> None:
    """Leave a question and a vote of two people."""
    for person in map(community.people.of, (ME, OTHER)):
        question = Question(
            new_id(), stamp(now()), person, "direct", "xylophone?", "nothing", (), (), 1.0
        )
        community.questions.note(question)
        await community.questions.flush()
        await community.votes.cast(question.id, person, helpful=False)


async def held(member: Member, person: int) -> tuple[int, int]:
    community = member.community
    found = await community.privacy.held(community.people.of(person), person)
    return found.questions, found.votes


async def forget(member: Member) -> None:
    await member.community.privacy.forget(member.community.people.of(ME), ME)


async def test_what_waits_in_another_process_is_not_written_after_it_was_forgotten(
    start: Start, postgres: PostgresServer
) -> None:
    async with start("a") as away:
        postgres.stop("immediate")
        await leave(away.community)
    assert away.community.waiting == 4
    postgres.start()
    async with start("b") as here:
        await forget(here)

        async with start("a") as back:
            await until(lambda: back.community.waiting == 0)
        assert await held(here, ME) == (0, 0)
        assert await held(here, OTHER) == (1, 1)

        # Nothing is remembered of it longer than questions are kept, and what was followed a year.
        database = here.community.database
        await database.write("UPDATE forgotten SET at = '2020-01-01T00:00:00Z'")
        await here.community.questions.prune()
        assert await database.read("SELECT count(*) FROM forgotten") == [(1,)]
        await database.write("UPDATE forgotten SET follows_at = at")
        await here.community.questions.prune()
        assert await database.read("SELECT * FROM forgotten") == []


async def test_what_waits_in_the_same_process_is_gone_at_once(
    start: Start, postgres: PostgresServer
) -> None:
    async with start("a") as member:
        with postgres.stopped():
            await leave(member.community)
            assert member.community.waiting == 4
            with pytest.raises(StoreAway):
                await forget(member)
            assert member.community.waiting == 2
        me = member.community.people.of(ME).encode()
        assert [f for f in member.shelf.state.glob("outbox*") if me in f.read_bytes()] == []
        await until(lambda: member.community.waiting == 0)
        assert (await held(member, ME), await held(member, OTHER)) == ((0, 0), (1, 1))


async def test_who_was_forgotten_may_ask_again(start: Start) -> None:
    async with start("a") as member:
        await leave(member.community)
        await forget(member)
        assert await held(member, ME) == (0, 0)
        await member.community.database.write("UPDATE forgotten SET at = '2020-01-01T00:00:00Z'")
        await leave(member.community)
        assert await held(member, ME) == (1, 1)
