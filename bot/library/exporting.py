"""Briefings as the records that sources hold, for exporting them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.library.readers.record import text_key

if TYPE_CHECKING:
    from bot.model import Briefing


def as_record(briefing: Briefing) -> dict[str, Any]:
    """Return the fields that a source would give; loading them gives the same key again."""
    fields = {
        "id": briefing.key if briefing.key != text_key(briefing.text) else None,
        "title": briefing.title,
        "date": briefing.date,
        "source": briefing.source,
        "url": briefing.url,
        "tags": list(briefing.tags),
    }
    return {"text": briefing.text} | {field: value for field, value in fields.items() if value}
