"""What is held of a person, and its deletion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.community.forgetting import Deletion, remember
from bot.databases.moments import now, stamp

if TYPE_CHECKING:
    from bot.community.kept_aside import KeptAside
    from bot.community.questions import Questions
    from bot.community.writer import DurableWriter
    from bot.databases.interface import Database

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of one person: counts, the words last asked, and the topics followed."""

    questions: int
    votes: int
    last: tuple[tuple[str, str], ...]
    """When, and the words, of the last five questions, the newest first."""
    topics: tuple[str, ...]
    is_follower: bool
    """Their Discord id is held, to tell them of news."""

    @property
    def nothing(self) -> bool:
        """Tell whether nothing is held."""
        return not (self.questions or self.votes or self.topics or self.is_follower)


class Privacy:
    """Shows and deletes what is held of a person."""

    def __init__(
        self, database: Database, questions: Questions, writer: DurableWriter, aside: KeptAside
    ) -> None:
        self._database = database
        self._questions = questions
        self._writer = writer
        self._aside = aside

    async def held(self, pseudonym: str, person: int) -> Held:
        """Return what is held of a person; raise `StoreUnusable`."""
        await self._questions.flush()
        read = self._database.read
        counted = await read(
            "SELECT (SELECT count(*) FROM questions WHERE person = $1),"
            " (SELECT count(*) FROM votes WHERE person = $1),"
            " (SELECT count(*) FROM followers WHERE kind = 'person' AND target = $2)",
            pseudonym, person,
        )  # fmt: skip
        last = await read(
            "SELECT at, words FROM questions WHERE person = $1 ORDER BY at DESC, id LIMIT $2",
            pseudonym,
            _SHOWN,
        )
        topics = await read(
            "SELECT label FROM follows JOIN followers ON id = follower"
            " WHERE kind = 'person' AND target = $1 ORDER BY label",
            person,
        )
        return Held(
            int(counted[0][0]),
            int(counted[0][1]),
            tuple((str(at), str(words)) for at, words in last),
            tuple(str(label) for (label,) in topics),
            bool(counted[0][2]),
        )

    async def forget(self, pseudonym: str, person: int, *, follows: bool = True) -> None:
        """Delete what is held of a person, from memory and files; raise `StoreUnusable`.

        Without ``follows``, what they follow stays.
        """
        await self._questions.forget(pseudonym)
        await self._writer.forget(pseudonym)
        async with self._database.transaction() as session:
            # Other processes may have something of them that waits, and backups hold it.
            moment = stamp(now())
            deletion = Deletion(pseudonym, moment, moment if follows else None)
            await remember(session, [deletion])
            await session.execute("DELETE FROM questions WHERE person = $1", pseudonym)
            await session.execute("DELETE FROM votes WHERE person = $1", pseudonym)
            if follows:
                await session.execute(
                    "DELETE FROM followers WHERE kind = 'person' AND target = $1", person
                )
        await self._database.wipe()
        await self._aside.forget(self._database)
