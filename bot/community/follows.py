"""Who follows which topics, and what they were told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Any

from bot.databases.moments import now, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.databases.interface import Database

MOST_TOPICS = 25
"""Topics that one person or channel may follow."""
_MOST_FAILURES = 3
_COLUMNS = "id, kind, target, language, failures"


class FollowerKind(StrEnum):
    """Where notices go."""

    PERSON = "person"
    CHANNEL = "channel"


class Begun(Enum):
    """What came of following a topic."""

    NEW = auto()
    KNOWN = auto()
    """It was followed already."""
    FULL = auto()
    """It is not followed, as so many topics are that no more can be."""


@dataclass(frozen=True, slots=True)
class Follower:
    """A person or a channel, by Discord's id, and how often it could not be reached of late."""

    id: int
    kind: FollowerKind
    target: int
    language: str
    failures: int


@dataclass(frozen=True, slots=True)
class Follow:
    """A topic that is followed; briefings with a number above ``seen`` are news."""

    topic: str
    label: str
    seen: int


@dataclass(frozen=True, slots=True)
class Notice:
    """News that was claimed for one follower; ``numbers`` are the briefings'."""

    id: int
    follower: Follower
    numbers: tuple[int, ...]
    claimed_at: datetime


class Follows:
    """Follows and notices; every method raises `StoreUnusable` where the database fails."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    async def follow(
        self, kind: FollowerKind, target: int, follow: Follow, *, language: str
    ) -> Begun:
        """Follow a topic, and try again to reach who could not be; return what came of it."""
        async with self._database.transaction() as session:
            # Who follows two topics at once waits here, so that they are counted one by one.
            [(follower,)] = await session.rows(
                "INSERT INTO followers (kind, target, language) VALUES ($1, $2, $3)"
                " ON CONFLICT (kind, target) DO UPDATE SET language = excluded.language"
                " RETURNING id",
                kind, target, language,
            )  # fmt: skip
            rows = await session.rows("SELECT topic FROM follows WHERE follower = $1", follower)
            is_new = (follow.topic,) not in {tuple(row) for row in rows}
            if is_new and len(rows) >= MOST_TOPICS:
                return Begun.FULL
            if is_new:
                await session.execute(
                    "INSERT INTO follows (follower, topic, label, since, seen)"
                    " VALUES ($1, $2, $3, $4, $5)",
                    follower, follow.topic, follow.label, stamp(self._clock()), follow.seen,
                )  # fmt: skip
            await session.execute(
                "UPDATE followers SET failures = 0, stopped_at = NULL, stop_is_told = 0"
                " WHERE id = $1",
                follower,
            )
            return Begun.NEW if is_new else Begun.KNOWN

    async def unfollow(self, kind: FollowerKind, target: int, topic: str) -> bool:
        """Follow a topic no more; return whether it was followed.

        Nothing is kept of who follows none any more.
        """
        async with self._database.transaction() as session:
            changed = await session.execute(
                "DELETE FROM follows WHERE topic = $1 AND follower ="
                " (SELECT id FROM followers WHERE kind = $2 AND target = $3)",
                topic, kind, target,
            )  # fmt: skip
            await session.execute(
                "DELETE FROM followers WHERE kind = $1 AND target = $2"
                " AND NOT EXISTS (SELECT 1 FROM follows WHERE follower = id)",
                kind, target,
            )  # fmt: skip
        return changed > 0

    async def of(self, kind: FollowerKind, target: int) -> list[Follow]:
        """Return what a person or a channel follows, by label."""
        rows = await self._database.read(
            "SELECT topic, label, seen FROM follows JOIN followers ON id = follower"
            " WHERE kind = $1 AND target = $2 ORDER BY label",
            kind, target,
        )  # fmt: skip
        return [Follow(*row) for row in rows]

    async def stopped(self, kind: FollowerKind, target: int) -> bool:
        """Tell whether notices were stopped because nobody could be reached."""
        rows = await self._database.read(
            "SELECT 1 FROM followers WHERE kind = $1 AND target = $2 AND stopped_at IS NOT NULL",
            kind, target,
        )  # fmt: skip
        return bool(rows)

    async def untold(self) -> frozenset[int]:
        """Return the ids of the people whose notices were stopped and who do not know it."""
        rows = await self._database.read(
            "SELECT target FROM followers WHERE kind = 'person' AND stopped_at IS NOT NULL"
            " AND stop_is_told = 0"
        )
        return frozenset(int(target) for (target,) in rows)

    async def told_of_stop(self, person: int) -> bool:
        """Remember that a person knows that notices were stopped; return whether it is new."""
        changed = await self._database.write(
            "UPDATE followers SET stop_is_told = 1 WHERE kind = 'person' AND target = $1"
            " AND stopped_at IS NOT NULL AND stop_is_told = 0",
            person,
        )
        return changed > 0

    async def due(self, highest: int, pause: timedelta) -> list[Follower]:
        """Return who may be told now and follows something not looked through up to ``highest``.

        Who was told at a time to come was so while the clock was wrong.
        """
        moment = self._clock()
        rows = await self._database.read(
            f"SELECT {_COLUMNS} FROM followers"  # noqa: S608 - a constant
            " WHERE stopped_at IS NULL AND (told_at IS NULL OR told_at <= $1 OR told_at > $2)"
            " AND EXISTS (SELECT 1 FROM follows WHERE follower = id AND seen < $3)"
            " ORDER BY coalesce(told_at, ''), id",
            stamp(moment - pause), stamp(moment), highest,
        )  # fmt: skip
        return [_follower(row) for row in rows]

    async def look_through(self, follower: Follower, highest: int) -> None:
        """Remember that a follower's topics hold no news up to the number ``highest``."""
        await self._database.write(
            "UPDATE follows SET seen = $1 WHERE follower = $2 AND seen < $1", highest, follower.id
        )

    async def begin_anew_above(self, highest: int) -> None:
        """Let what comes be news, where more was seen than there ever was.

        So it is after the briefings were given their numbers anew, as in another database.
        """
        await self._database.write("UPDATE follows SET seen = $1 WHERE seen > $1", highest)

    async def claim(self, follower: Follower, numbers: Sequence[int], highest: int) -> Notice:
        """Claim news for a follower, so that nobody sends it a second time."""
        moment = self._clock()
        async with self._database.transaction() as session:
            before = await session.rows(
                "SELECT topic, seen FROM follows WHERE follower = $1", follower.id
            )
            [(notice,)] = await session.rows(
                "INSERT INTO notices (follower, numbers, seen_before, claimed_at)"
                " VALUES ($1, $2, $3, $4) RETURNING id",
                follower.id, json.dumps(list(numbers)), json.dumps([list(row) for row in before]),
                stamp(moment),
            )  # fmt: skip
            await session.execute(
                "UPDATE follows SET seen = $1 WHERE follower = $2 AND seen < $1",
                highest, follower.id,
            )  # fmt: skip
            await session.execute(
                "UPDATE followers SET told_at = $1 WHERE id = $2", stamp(moment), follower.id
            )
        return Notice(notice, follower, tuple(numbers), moment)

    async def sent(self, notice: Notice) -> None:
        """Remember that a notice arrived."""
        async with self._database.transaction() as session:
            await session.execute(
                "UPDATE notices SET sent_at = $1 WHERE id = $2", stamp(self._clock()), notice.id
            )
            await session.execute(
                "UPDATE followers SET failures = 0 WHERE id = $1", notice.follower.id
            )

    async def failed(self, notice: Notice, *, counts: bool) -> bool:
        """Give a claim back that Discord refused; return whether notices stop after it.

        ``counts`` says that it was refused because the follower cannot be reached.
        """
        async with self._database.transaction() as session:
            rows = await session.rows(
                "DELETE FROM notices WHERE id = $1 RETURNING seen_before", notice.id
            )
            seen: Mapping[str, int] = dict(json.loads(rows[0][0])) if rows else {}
            await session.execute_many(
                "UPDATE follows SET seen = $1 WHERE follower = $2 AND topic = $3",
                [(number, notice.follower.id, topic) for topic, number in seen.items()],
            )
            if not counts:
                return False
            failures = notice.follower.failures + 1
            stops = failures >= _MOST_FAILURES
            await session.execute(
                "UPDATE followers SET failures = $1, stopped_at = $2 WHERE id = $3",
                failures, stamp(self._clock()) if stops else None, notice.follower.id,
            )  # fmt: skip
            return stops

    async def unsent(self) -> list[Notice]:
        """Return the notices that were claimed, and of which nobody knows whether they arrived."""
        rows = await self._database.read(
            f"SELECT n.id, n.numbers, n.claimed_at, {_COLUMNS.replace('id', 'f.id', 1)}"  # noqa: S608
            " FROM notices AS n JOIN followers AS f ON f.id = n.follower WHERE sent_at IS NULL"
        )
        return [
            Notice(
                row[0],
                _follower(row[3:]),
                tuple(json.loads(row[1])),
                datetime.fromisoformat(row[2]),
            )
            for row in rows
        ]


def _follower(row: Sequence[Any]) -> Follower:
    number, kind, target, language, failures = row
    return Follower(number, FollowerKind(kind), target, language, failures)
