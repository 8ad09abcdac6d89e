"""Of the notices that were sent, only the latest are kept, and no number is given twice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.community.community import Community
from bot.community.follows import Follow, FollowerKind, Follows
from bot.databases.moments import now

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def community(tmp_path: Path, url: str | None) -> AsyncIterator[Community]:
    """What people leave, in SQLite and in PostgreSQL; one person follows a topic."""
    opened = await Community.open(tmp_path, 30, url)
    await opened.follows.follow(FollowerKind.PERSON, 7, Follow("k", "OSCE", 0), language="en")
    yield opened
    await opened.close()


async def told(community: Community, number: int, hours_ago: float, *, sent: bool = True) -> int:
    """Tell of one briefing so long ago; return the number of the notice."""
    follows = Follows(community.database, lambda: now() - timedelta(hours=hours_ago))
    (due,) = await follows.due(number, timedelta(0))
    notice = await follows.claim(due, [number], number)
    if sent:
        await follows.sent(notice)
    return notice.id


async def kept(community: Community) -> list[int]:
    rows = await community.database.read("SELECT id FROM notices ORDER BY id")
    return [number for (number,) in rows]


async def test_notices_that_were_sent_long_ago_go(community: Community) -> None:
    for place in range(24):
        await told(community, place + 1, hours_ago=72 - place)
    late = await told(community, 30, hours_ago=1)

    await community.questions.prune()

    assert await kept(community) == [late]


async def test_a_notice_of_which_nobody_knows_whether_it_arrived_stays(
    community: Community,
) -> None:
    unsure = await told(community, 1, hours_ago=72, sent=False)

    await community.questions.prune()

    assert await kept(community) == [unsure]


async def test_no_two_notices_ever_have_one_number(community: Community) -> None:
    earlier = [await told(community, place, hours_ago=72) for place in (1, 2, 3)]
    await community.questions.prune()
    assert await kept(community) == []

    assert await told(community, 4, hours_ago=0) > max(earlier)
