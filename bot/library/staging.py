"""What a reload would make of the next edition: records set aside, compared, and written."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from bot.databases.moments import now, stamp
from bot.editions import Change, Edition
from bot.library.history import WITHDRAWN
from bot.library.readers.record import text_key
from bot.library.rows import STAGED
from bot.model import Origin
from bot.problems import KeptOut, Problem, Repeated, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.databases.interface import Session
    from bot.problems import Note

_STAGED = """
    CREATE TEMP TABLE staged (
        place INTEGER PRIMARY KEY, key {text} NOT NULL, content {text} NOT NULL,
        text TEXT NOT NULL, title TEXT, date TEXT, source TEXT, url TEXT, tags TEXT NOT NULL,
        file TEXT NOT NULL, line INTEGER NOT NULL
    )
"""
_STAGE = f"""
    INSERT INTO staged ({", ".join(STAGED)})
    SELECT {{place}}, i.key, b.content, b.text, b.title, b.date, b.source, b.url, b.tags, b.file,
    b.line FROM briefings AS b JOIN identities AS i USING (number)
"""  # noqa: S608 - constants
_STAGE_EDITION = f"""
    {_STAGE.format(place="row_number() OVER (ORDER BY b.number)")}
    WHERE b.valid_from <= $1 AND (b.valid_to IS NULL OR b.valid_to > $1)
"""
_STAGE_LAST = f"""
    {_STAGE.format(place="(SELECT coalesce(max(place), 0) + 1 FROM staged)")}
    WHERE b.number = $1 AND b.valid_to IS NOT NULL ORDER BY b.valid_to DESC LIMIT 1
"""  # noqa: S608 - constants
# What a staged record is beside the briefing in service under the same key.
_PAIRED = """
    staged AS s
    JOIN identities AS i USING (key)
    JOIN briefings AS b ON b.number = i.number AND b.valid_to IS NULL
"""
_MOST_NAMED = 50
_MANY = 1_000
_FIRST = "(SELECT key, min(place) AS place FROM staged GROUP BY key HAVING count(*) > 1) AS d"
_FIRST_TEXT = "(SELECT text, min(key) AS key FROM staged GROUP BY text HAVING count(*) > 1) AS d"
_CONFLICTS = f"""
    SELECT s.key, s.text, s.file, s.line, f.file, f.line FROM staged AS s JOIN {_FIRST} USING (key)
    JOIN staged AS f ON f.place = d.place
    WHERE s.place <> d.place AND s.content <> f.content ORDER BY s.place LIMIT {_MOST_NAMED}
"""  # noqa: S608 - constants
_REPEATED = f"""
    SELECT s.file, s.line, f.file, f.line FROM staged AS s JOIN {_FIRST} USING (key)
    JOIN staged AS f ON f.place = d.place
    WHERE s.place <> d.place AND s.content = f.content ORDER BY s.place LIMIT {_MOST_NAMED}
"""  # noqa: S608 - constants
_SAME_TEXT = f"""
    SELECT s.file, s.line, f.file, f.line FROM staged AS s JOIN {_FIRST_TEXT} USING (text)
    JOIN staged AS f ON f.key = d.key WHERE s.key <> d.key ORDER BY s.place LIMIT {_MOST_NAMED}
"""  # noqa: S608 - constants
_DELETE_REPEATED = """
    DELETE FROM staged WHERE place IN (SELECT place FROM (SELECT place,
    row_number() OVER (PARTITION BY key ORDER BY place) AS nth FROM staged) AS t WHERE nth > 1)
"""
_DELETE_SAME_TEXT = """
    DELETE FROM staged WHERE place IN (SELECT place FROM (SELECT place,
    row_number() OVER (PARTITION BY text ORDER BY key) AS nth FROM staged) AS t WHERE nth > 1)
"""
_DELETE_WITHDRAWN = f"""
    DELETE FROM staged WHERE key IN (SELECT key FROM withdrawals)
    OR text IN (SELECT text FROM ({WITHDRAWN}) AS withdrawn)
"""  # noqa: S608 - constants

# In this order the staged records become the briefings of an edition.
_END_WHAT_IS_OTHER = """
    UPDATE briefings SET valid_to = $1 WHERE valid_to IS NULL AND NOT EXISTS (SELECT 1
    FROM identities AS i JOIN staged AS s USING (key)
    WHERE i.number = briefings.number AND s.content = briefings.content)
"""
# A new place is no new briefing: it is corrected where it stands.
_MOVE = """
    UPDATE briefings SET file = s.file, line = s.line, placed_in = $1
    FROM identities AS i JOIN staged AS s USING (key)
    WHERE i.number = briefings.number AND briefings.valid_to IS NULL
    AND (briefings.file <> s.file OR briefings.line <> s.line)
"""
_IDENTIFY = """
    INSERT INTO identities (key) SELECT key FROM staged AS s WHERE NOT EXISTS
    (SELECT 1 FROM identities AS i WHERE i.key = s.key) ORDER BY place
"""
_BEGIN_WHAT_IS_NEW = """
    INSERT INTO briefings (number, valid_from, content, text, title, date, source, url,
    tags, file, line) SELECT i.number, CAST($1 AS BIGINT), s.content, s.text, s.title,
    s.date, s.source, s.url, s.tags, s.file, s.line
    FROM staged AS s JOIN identities AS i USING (key)
    WHERE NOT EXISTS (SELECT 1 FROM briefings AS b
    WHERE b.number = i.number AND b.valid_to IS NULL) ORDER BY i.number
"""
_PREVIEWS = {
    "removed": """
        SELECT b.number, b.text, b.title FROM briefings AS b JOIN identities AS i USING (number)
        WHERE b.valid_to IS NULL AND NOT EXISTS (SELECT 1 FROM staged AS s WHERE s.key = i.key)
        ORDER BY b.number""",
    "changed": f"SELECT b.number, s.text, s.title FROM {_PAIRED}"  # noqa: S608
    " WHERE b.content <> s.content ORDER BY b.number",
    "added": """
        SELECT i.number, s.text, s.title FROM staged AS s LEFT JOIN identities AS i USING (key)
        LEFT JOIN briefings AS b ON b.number = i.number AND b.valid_to IS NULL
        WHERE b.number IS NULL ORDER BY s.place""",
}


@dataclass(frozen=True, slots=True)
class Settled:
    """What was wrong with the staged records together, and what is worth knowing of them."""

    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the staged records change; ``moved`` ones are unchanged but for their place."""

    added: int
    changed: int
    removed: int
    unchanged: int
    moved: int
    digest: str

    @classmethod
    def none(cls, edition: Edition) -> Difference:
        """Return that everything stays as it is in an edition."""
        return cls(0, 0, 0, edition.briefings, 0, edition.digest)

    def removed_share(self, meant: int) -> float:
        """Return the share of all that goes, but for as many as are ``meant``, from 0 to 1."""
        return (self.removed - meant) / max(self.removed + self.unchanged + self.changed, 1)

    @property
    def is_nothing(self) -> bool:
        """Tell whether the collection stays as it is."""
        return not (self.added or self.changed or self.removed or self.moved)


class Staging:
    """The records of one reload, inside the transaction that makes its edition."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._notes: list[Note] = []

    async def begin(self) -> None:
        """Make room for records."""
        await self.session.execute(_STAGED.format(text=self.session.dialect.text))

    def note(self, note: Note) -> None:
        """Have something told of what was read; of very much only the first."""
        if len(self._notes) < _MOST_NAMED:
            self._notes.append(note)

    async def end(self) -> None:
        """Leave no trace of the records."""
        await self.session.execute("DROP TABLE staged")

    async def stage(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Set rows of `STAGED` aside, to be looked through by `settle`."""
        await self.session.insert("staged", STAGED, rows)

    async def stage_edition(self, edition: int) -> None:
        """Set aside what an edition held, as if it were what the sources hold now."""
        await self.session.execute(_STAGE_EDITION, edition)

    async def stage_last(self, number: int) -> None:
        """Set aside what one briefing was when an edition last held it, as far as that is kept."""
        await self.session.execute(_STAGE_LAST, number)

    async def index(self) -> None:
        """Have all that was staged found by its key; what comes later is, too."""
        await self.session.execute("CREATE INDEX IF NOT EXISTS staged_key ON staged (key)")
        await self.session.analyze("staged")

    async def settle(self) -> Settled:
        """Leave out what was withdrawn, and make one of records that are the same.

        What was withdrawn goes first, by its id and by its text, so that it takes nothing with it.
        An id that stands for two things is a problem, and stays with the first of them. The same
        text under several ids is one briefing, under the first id in order, so that the order of
        the records decides nothing.
        """
        execute, rows = self.session.execute, self.session.rows
        await self.index()
        left_out = await execute(_DELETE_WITHDRAWN)
        problems = tuple(
            _conflict(key, text, Origin(file, line), Origin(first_file, first_line))
            for key, text, file, line, first_file, first_line in await rows(_CONFLICTS)
        )
        notes = [*self._notes]
        for pairs, delete in ((_REPEATED, _DELETE_REPEATED), (_SAME_TEXT, _DELETE_SAME_TEXT)):
            found = [
                Repeated(Origin(file, line), Origin(first_file, first_line))
                for file, line, first_file, first_line in await rows(pairs)
            ]
            notes += found
            if found or (problems and pairs is _REPEATED):
                await execute(delete)
        if left_out > 0:
            notes.append(KeptOut(left_out))
        return Settled(problems, tuple(notes))

    async def difference(self) -> Difference:
        """Return what the staged records change in the present edition."""
        staged = await self._count("SELECT count(*) FROM staged")
        present = await self._count("SELECT count(*) FROM briefings WHERE valid_to IS NULL")
        paired = await self._count(f"SELECT count(*) FROM {_PAIRED}")  # noqa: S608 - constants
        changed = await self._count(
            f"SELECT count(*) FROM {_PAIRED} WHERE b.content <> s.content"  # noqa: S608
        )
        moved = await self._count(
            f"SELECT count(*) FROM {_PAIRED} WHERE b.content = s.content"  # noqa: S608
            " AND (b.file <> s.file OR b.line <> s.line)"
        )
        return Difference(
            added=staged - paired,
            changed=changed,
            removed=present - paired,
            unchanged=paired - changed,
            moved=moved,
            digest=await self._digest(),
        )

    async def removed_from(self, file: str) -> int:
        """Return how many of the briefings that go stood in a file, as origins call it."""
        return await self._count(
            "SELECT count(*) FROM briefings AS b JOIN identities AS i USING (number)"
            " WHERE b.valid_to IS NULL AND b.file = $1"
            " AND NOT EXISTS (SELECT 1 FROM staged AS s WHERE s.key = i.key)",
            file,
        )

    async def preview(self, each: int = 5) -> tuple[Change, ...]:
        """Return a few of the changes: up to so many of those removed, changed and added."""
        found: list[Change] = []
        for how, query in _PREVIEWS.items():
            rows = await self.session.rows(f"{query} LIMIT {each}")
            found += [Change(number, how, text, title) for number, text, title in rows]
        return tuple(found)

    async def make_edition(self, difference: Difference, *, by: str, reason: str) -> Edition:
        """Write the edition that the staged records make, still uncommitted, and return it."""
        execute = self.session.execute
        number = await self._count("SELECT coalesce(max(number), 0) + 1 FROM editions")
        edition = Edition(
            number, stamp(now()), by, reason,
            difference.unchanged + difference.added + difference.changed,
            difference.added, difference.changed, difference.removed, difference.unchanged,
            difference.digest,
        )  # fmt: skip
        await execute(
            "INSERT INTO editions VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            *astuple(edition),
        )
        await execute(_END_WHAT_IS_OTHER, number)
        await execute(_MOVE, number)
        await execute(_IDENTIFY)
        await execute(_BEGIN_WHAT_IS_NEW, number)
        return edition

    async def _digest(self) -> str:
        """Return one hash of the keys and contents of all staged records, whatever their order."""
        digest = hashlib.sha256()
        last = ""
        while rows := await self.session.rows(
            "SELECT key, content FROM staged WHERE key > $1 ORDER BY key LIMIT $2", last, _MANY
        ):
            digest.update("".join(f"{key}\0{content}\n" for key, content in rows).encode())
            last = rows[-1][0]
        return digest.hexdigest()

    async def _count(self, sql: str, *values: Any) -> int:
        return int((await self.session.rows(sql, *values))[0][0])


def _conflict(key: str, text: str, origin: Origin, first: Origin) -> Problem:
    """Return that a key stands for two things; nobody has written one that is made of a text."""
    if key == text_key(text):
        same = Said(
            "The same text stands at {place}, with another title, date, source, link or tags",
            {"place": str(first)},
        )
        return Problem(origin, same, Said("Take one of them out, or give each an id of its own"))
    other = Said(
        'The id "{key}" stands for something else at {place}', {"key": key, "place": str(first)}
    )
    return Problem(origin, other, Said("Give each briefing an id of its own"))
