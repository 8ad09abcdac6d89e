"""What was withdrawn since a backup was made stays out of what is restored of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.databases.sqlite.connecting import connect
from bot.databases.sqlite.schema import refuse_emptied
from bot.databases.sqlite.troubles import unusable
from bot.library.history import WITHDRAWN, record
from bot.library.outcomes import made
from bot.library.rows import STAGED
from bot.library.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.databases.interface import Database
    from bot.library.staging import Staging

_SHOWN = 100
_BY, _REASON = "terminal", "attache restore"
_FIELDS = STAGED[2:]
# Of one that was never in service since its text was forgotten, only the key is known.
_WITHDRAWALS = f"""
    SELECT w.key, w.at, w.who, {", ".join(f"b.{field}" for field in _FIELDS)} FROM withdrawals AS w
    LEFT JOIN ({WITHDRAWN}) AS last ON last.key = w.key LEFT JOIN briefings AS b ON b.id = last.id
    ORDER BY w.at, w.key
"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A briefing that was withdrawn, when and by whom, and what it was last, if that is known."""

    key: str
    at: str
    who: str
    last: tuple[Any, ...] | None

    @property
    def text(self) -> str:
        """Return its text, empty where that is not known."""
        return self.last[_FIELDS.index("text")] if self.last else ""


async def withdrawals_in(file: Path) -> list[Withdrawal]:
    """Return what a file says was withdrawn; raise `StoreUnusable`."""
    connection = await connect(file, read_only=True)
    try:
        await refuse_emptied(connection, file)
        rows = list(map(tuple, await connection.execute_fetchall(_WITHDRAWALS)))
    except sqlite3.Error as error:
        raise unusable(file, error) from None
    finally:
        await connection.close()
    return [
        Withdrawal(key, at, who, None if last[0] is None else tuple(last))
        for key, at, who, *last in rows
    ]


async def keep_out(database: Database, withdrawals: Sequence[Withdrawal]) -> list[str]:
    """Withdraw from an older database what was withdrawn since; return what that was.

    What each was last stands in an edition that is never in service: so it is kept out by its
    text, too, and can be let in again as it was. Raises `StoreUnusable`.
    """
    store = Store(database)
    async with store.transaction() as staging:
        rows, many = staging.session.rows, staging.session.execute_many
        known = {key for (key,) in await rows("SELECT key FROM withdrawals")}
        new = [each for each in withdrawals if each.key not in known]
        # Where there is no edition yet, none must be there that the first load would take for one.
        if newest := await store.edition(staging.session):
            await staging.stage_edition(newest.number)
            await staging.index()
            last = [(each.key, *each.last) for each in new if each.last]
            await many("DELETE FROM staged WHERE key = $1", [each[:1] for each in last])
            await staging.stage([(place, *row) for place, row in enumerate(last, start=-len(last))])
            await _make_edition(staging)
        keys = [(each.key, each.at, each.who) for each in new]
        await many(
            "INSERT INTO identities (key) VALUES ($1) ON CONFLICT DO NOTHING",
            [each[:1] for each in keys],
        )
        await many("INSERT INTO withdrawals (key, at, who) VALUES ($1, $2, $3)", keys)
        await staging.settle()
        await _make_edition(staging)
        numbers = dict(
            await rows("SELECT key, number FROM identities JOIN withdrawals USING (key)")
        )
        await staging.end()
        await staging.session.commit()
    return [f"#{numbers[each.key]} {each.text[:_SHOWN]}".rstrip() for each in new]


async def _make_edition(staging: Staging) -> None:
    """Write what is staged as an edition, where it changes anything."""
    difference = await staging.difference()
    if not difference.is_nothing:
        await staging.make_edition(difference, by=_BY, reason=_REASON)
        await record(staging.session, _BY, _REASON, made(difference, ()))
