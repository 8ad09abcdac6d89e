"""What is in service, for the terminal."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.console.as_json import problem_as_json
from bot.console.text import counted
from bot.problems import PassedOver

if TYPE_CHECKING:
    from bot.library.history import LogEntry
    from bot.library.status import LibraryStatus

NOTHING_YET = "Nothing is loaded yet; `attache load` reads the configured data."


def status_as_json(status: LibraryStatus) -> dict[str, Any]:
    """Return the object for a status, with the counts of the edition in service."""
    edition, last = status.edition, status.last_reload
    return {
        "edition": edition.number if edition else 0,
        "briefings": edition.briefings if edition else 0,
        "created_at": edition.created_at if edition else None,
        "by": edition.by if edition else None,
        "added": edition.added if edition else 0,
        "changed": edition.changed if edition else 0,
        "removed": edition.removed if edition else 0,
        "unchanged": edition.unchanged if edition else 0,
        "digest": edition.digest if edition else None,
        "database_bytes": status.database_bytes,
        "index_bytes": status.index_bytes,
        "problems": [problem_as_json(each) for each in last.problems] if last else [],
        "seconds": last.seconds if last else None,
        "last": asdict(status.last_entry) if status.last_entry else None,
        "trouble": status.trouble,
        "rebuilt": status.rebuilt,
        "passed_over": list(status.passed_over),
    }


def _last(entry: LogEntry | None) -> list[str]:
    if entry is None:
        return []
    return [f"Last in the log: {entry.at}  {entry.who}: {entry.did}; {entry.detail}"]


def status_as_text(status: LibraryStatus) -> str:
    """Return a status in a few lines."""
    edition = status.edition
    passed_over = [str(PassedOver(status.passed_over))] if status.passed_over else []
    if edition is None:
        return "\n".join([NOTHING_YET, *_last(status.last_entry), *passed_over])
    return "\n".join(
        [
            *([status.trouble] if status.trouble else []),
            f"Edition {edition.number} of {edition.created_at}, by {edition.by}"
            + (f" ({edition.reason})" if edition.reason else ""),
            f"{counted(edition.briefings, 'briefing')}: {edition.added} added, "
            f"{edition.changed} changed, {edition.removed} removed, {edition.unchanged} unchanged",
            *_last(status.last_entry),
            *([status.rebuilt] if status.rebuilt else []),
            *passed_over,
            f"Database {status.database_bytes / 1e6:.1f} MB, index "
            f"{status.index_bytes / 1e6:.1f} MB",
        ]
    )
