"""Briefings as rows of the database."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from bot.model import Briefing, Draft, Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = "b.number, i.key, b.text, b.title, b.date, b.source, b.url, b.tags, b.file, b.line"
STAGED = (
    "place", "key", "content", "text", "title", "date", "source", "url", "tags", "file", "line",
)  # fmt: skip
PRESENT = "briefings AS b JOIN identities AS i USING (number) WHERE b.valid_to IS NULL"


def briefing_of(row: Sequence[Any]) -> Briefing:
    """Return the briefing of a row of `COLUMNS`."""
    number, key, text, title, date, source, url, tags, file, line = row
    return Briefing(
        number=number, key=key, text=text, title=title, date=date, source=source, url=url,
        tags=tuple(json.loads(tags)), origin=Origin(file, line),
    )  # fmt: skip


def staged_row(draft: Draft, place: int) -> tuple[Any, ...]:
    """Return the row of `STAGED` under which a record is set aside."""
    return (
        place, draft.key, content(draft), draft.text, draft.title, draft.date, draft.source,
        draft.url, json.dumps(draft.tags, ensure_ascii=False), draft.origin.file, draft.origin.line,
    )  # fmt: skip


def content(draft: Draft) -> str:
    """Return a hash of all that a reader of the briefing sees but its place."""
    seen = (draft.text, draft.title, draft.date, draft.source, draft.url, draft.tags)
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:32]
