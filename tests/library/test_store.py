"""What the store asks of its database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.library.store import OF_KEY, OF_TEXT, Store

if TYPE_CHECKING:
    from bot.library.shelf import Shelf

MANY = (
    "INSERT INTO editions VALUES (1, '', '', '', 9000, 9000, 0, 0, 0, '')",
    "INSERT INTO identities (key) SELECT 'k' || each FROM generate_series(1, 9000) AS each",
    "INSERT INTO briefings (number, valid_from, content, text, tags, file, line) SELECT each, 1,"
    " '', 'Town ' || each || ' has a mayor.', '[]', '', 1 FROM generate_series(1, 9000) AS each",
    "ANALYZE identities",
    "ANALYZE briefings",
)
"""So many that PostgreSQL no longer finds it cheaper to read them all."""


@pytest.mark.parametrize("question", [OF_KEY, OF_TEXT])
async def test_whether_a_briefing_is_in_service_is_asked_without_reading_all(
    shelf: Shelf, url: str | None, question: str
) -> None:
    shelf.state.mkdir()
    store = await Store.open(replace(shelf, url=url).where)
    try:
        async with store.writing() as session:
            if url:
                for statement in MANY:
                    await session.execute(statement)
                plan = await session.rows(f"EXPLAIN {question}", "Rain in Ruritania.")
                assert not any("Seq Scan" in line for (line,) in plan)
            else:
                plan = await session.rows(f"EXPLAIN QUERY PLAN {question}", "Rain in Ruritania.")
                assert [row[3] for row in plan if row[3].startswith("SCAN")] == []
            assert question == OF_KEY or any("briefings_text" in str(row) for row in plan)
    finally:
        await store.close()
