"""Where a library is kept on disk."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library.errors import StoreUnusable
from bot.library.lock import StateLock
from bot.library.readers import Limits

if TYPE_CHECKING:
    from bot.search.aliases import Aliases
    from bot.search.confidence import Thresholds


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a library is kept, what it is read from, and how it is searched.

    ``lenient`` leaves bad records out instead of refusing the reload; ``may_remove`` is the share
    of briefings that a reload may take away unasked; ``editions`` is how many are kept.
    """

    state: Path
    data: Path
    thresholds: Thresholds
    aliases: Aliases
    limits: Limits = field(default_factory=Limits)
    lenient: bool = False
    may_remove: float = 0.3
    editions: int = 20

    @property
    def database(self) -> Path:
        """Return the path of the SQLite database."""
        return self.state / "attache.sqlite3"

    @property
    def indexes(self) -> Path:
        """Return the folder that holds an index folder for each edition, named by its number."""
        return self.state / "index"

    def hold(self) -> StateLock:
        """Make the state folder and take it; raise `StoreUnusable` or `StateInUse`."""
        try:
            self.state.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnusable(
                f"The state folder {self.state} cannot be made ({error.strerror}); give the bot "
                "a folder that it may write (ATTACHE_STATE)."
            ) from None
        lock = StateLock(self.state)
        lock.acquire()
        return lock

    def keep_only(self, edition: int) -> None:
        """Remove the indexes of all other editions: retired ones, and left-overs of a crash."""
        if self.indexes.is_dir():
            for folder in self.indexes.iterdir():
                if folder.name != str(edition):
                    shutil.rmtree(folder, ignore_errors=True)

    def sizes(self) -> tuple[int, int]:
        """Return the bytes of the database with its log, and of the indexes."""
        files = list(self.state.glob(f"{self.database.name}*"))
        own = [self.database.name + part for part in ("", "-wal", "-shm")]
        database = sum(_size(path) for path in files if path.name in own)
        index = sum(
            _size(Path(folder) / name)
            for folder, _, names in os.walk(self.indexes)
            for name in names
        )
        return database, index


def _size(path: Path) -> int:
    """Return the bytes of a file, 0 for one that was removed meanwhile."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0
