"""SQLite's FTS5 with its Porter stemmer."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Briefing


class Fts5:
    """An FTS5 table in memory, asked for any of the question's words."""

    def __init__(self, briefings: Sequence[Briefing]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE entries USING fts5(key UNINDEXED, text, tokenize = 'porter')"
        )
        self._database.executemany(
            "INSERT INTO entries VALUES (?, ?)",
            [(each.key, f"{each.title or ''} {each.text}") for each in briefings],
        )

    def search(self, question: str, limit: int) -> list[str]:
        """Return the keys of the best briefings, best first."""
        wanted = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        if not wanted:
            return []
        rows = self._database.execute(
            "SELECT key FROM entries WHERE text MATCH ? ORDER BY rank LIMIT ?", (wanted, limit)
        )
        return [str(key) for (key,) in rows]
