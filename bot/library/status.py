"""What an operator wants to know of a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.editions import Edition, ReloadReport
    from bot.library.history import LogEntry


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """What an operator wants to know of the collection and of the process that serves it."""

    edition: Edition | None
    last_reload: ReloadReport | None
    database_bytes: int
    index_bytes: int
    resident_bytes: int
    uptime_seconds: float
    last_entry: LogEntry | None
    """The newest line of the log, which outlives the process that did what it tells."""
    trouble: str | None
    """Why the database cannot say more now."""
    rebuilt: str | None
    """That and why the index was built anew at the start of the process."""
    failed: str | None
    """Why the sources could not be reloaded the last time."""
    passed_over: tuple[str, ...]
    """Files of the data that are left alone, as they look like copies or unfinished."""
    unwatched: str | None
    """That and why the system tells nothing of changes of the data."""
