"""Who cannot be reached is tried three times in a row, and no more until they follow again."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.community.community import Community
from bot.community.follows import MOST_TOPICS, Begun, Follow, FollowerKind, Follows
from bot.databases.moments import now

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

MIA = FollowerKind.PERSON, 7


@pytest.fixture
async def follows(tmp_path: Path, url: str | None) -> AsyncIterator[Follows]:
    """Follows in SQLite and in PostgreSQL; Mia follows one topic."""
    community = await Community.open(tmp_path, 30, url)
    await follow_again(community.follows)
    yield community.follows
    await community.close()


async def follow_again(follows: Follows) -> None:
    await follows.follow(*MIA, Follow("k", "OSCE", 1), language="en")


async def fail(follows: Follows, *, counts: bool = True) -> bool:
    """Claim news that then cannot be sent; return whether notices stop."""
    (due,) = await follows.due(5, timedelta(0))
    return await follows.failed(await follows.claim(due, [5], 5), counts=counts)


async def test_the_third_failure_in_a_row_stops_notices(follows: Follows) -> None:
    assert [await fail(follows) for _ in range(3)] == [False, False, True]
    assert await follows.due(5, timedelta(0)) == []
    assert await follows.stopped(*MIA)
    assert await follows.untold() == {7}


async def test_a_notice_that_arrives_ends_the_row(follows: Follows) -> None:
    assert [await fail(follows) for _ in range(2)] == [False, False]
    (due,) = await follows.due(5, timedelta(0))
    await follows.sent(await follows.claim(due, [5], 5))

    (due,) = await follows.due(6, timedelta(0))
    assert due.failures == 0


async def test_who_was_told_while_the_clock_was_ahead_is_told_again(tmp_path: Path) -> None:
    community = await Community.open(tmp_path, 30)
    ahead = Follows(community.database, lambda: now() + timedelta(days=9_000))
    await follow_again(ahead)
    (due,) = await ahead.due(5, timedelta(hours=1))
    await ahead.sent(await ahead.claim(due, [5], 5))

    assert await ahead.due(6, timedelta(hours=1)) == []
    assert [each.target for each in await community.follows.due(6, timedelta(hours=1))] == [7]
    await community.close()


async def test_to_follow_again_ends_the_row_and_lets_notices_go_on(follows: Follows) -> None:
    for _ in range(3):
        await fail(follows)
    await follow_again(follows)

    assert await follows.untold() == frozenset()
    assert [await fail(follows) for _ in range(2)] == [False, False]


async def test_what_is_not_the_followers_fault_does_not_count(follows: Follows) -> None:
    assert [await fail(follows, counts=False) for _ in range(4)] == [False] * 4

    (due,) = await follows.due(5, timedelta(0))
    assert due.failures == 0


async def test_what_was_claimed_for_nothing_is_news_again(follows: Follows) -> None:
    await fail(follows)

    (followed,) = await follows.of(*MIA)
    assert followed.seen == 1
    assert await follows.unsent() == []


async def test_what_is_followed_at_once_is_no_more_than_may_be(follows: Follows) -> None:
    begun = await asyncio.gather(
        *(
            follows.follow(*MIA, Follow(f"k{place}", "A topic", 0), language="en")
            for place in range(MOST_TOPICS + 5)
        )
    )

    assert len(await follows.of(*MIA)) == MOST_TOPICS
    assert begun.count(Begun.NEW) == MOST_TOPICS - 1
    assert begun.count(Begun.FULL) == 6


async def test_who_can_follow_no_more_is_tried_again_only_for_what_they_follow(
    follows: Follows,
) -> None:
    for place in range(MOST_TOPICS - 1):
        await follows.follow(*MIA, Follow(f"k{place}", "A topic", 0), language="en")
    for _ in range(3):
        await fail(follows)

    full = await follows.follow(*MIA, Follow("another", "NATO", 1), language="en")
    assert full is Begun.FULL
    assert await follows.stopped(*MIA)
    known = await follows.follow(*MIA, Follow("k", "OSCE", 1), language="en")
    assert known is Begun.KNOWN
    assert not await follows.stopped(*MIA)
