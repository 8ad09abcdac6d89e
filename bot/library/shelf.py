"""Where a library is kept on disk."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.databases.opening import Where
from bot.databases.sizes import bytes_of
from bot.databases.sqlite.troubles import BRIEFINGS
from bot.errors import StoreUnusable
from bot.library.lock import StateLock
from bot.library.readers import Limits

if TYPE_CHECKING:
    from bot.search.verdict.confidence import Thresholds
    from bot.search.words.aliases import Aliases

DATABASE = BRIEFINGS
_HANDED_IN = "uploads"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a library is kept, what it is read from, and how it is searched.

    ``lenient`` leaves bad records out instead of refusing the reload; ``may_remove`` is the share
    of briefings that a reload may take away unasked; ``editions`` is how many are kept. Without a
    ``url`` of a PostgreSQL database there is one in the state folder. What people hand in is kept
    in the data, or in ``uploads``, which is read as well.
    """

    state: Path
    data: Path
    thresholds: Thresholds
    aliases: Aliases
    limits: Limits = field(default_factory=Limits)
    lenient: bool = False
    may_remove: float = 0.3
    editions: int = 20
    url: str | None = field(default=None, repr=False)
    uploads: Path | None = None

    @property
    def database(self) -> Path:
        """Return the path of the SQLite database."""
        return self.state / DATABASE

    @property
    def where(self) -> Where:
        """Return where the briefings' database is."""
        return Where(self.database, self.url, self._collection)

    @property
    def indexes(self) -> Path:
        """Return the folder that holds an index folder for each edition, named by its number."""
        return self.state / "index"

    @property
    def handed_in(self) -> Path:
        """Return the folder of the files that people hand in, where the data is a folder."""
        return self.uploads or self.data / _HANDED_IN

    @property
    def _collection(self) -> Path:
        """Return the file that tells of which collection the indexes are."""
        return self.state / "collection"

    def hold(self) -> StateLock:
        """Make the state folder and take it; raise `StoreUnusable` or `StateInUse`."""
        try:
            # For its owner alone: what people ask stands there.
            self.state.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnusable(
                f"The state folder {self.state} cannot be made ({error.strerror}); give the bot "
                "a folder that it may write (ATTACHE_STATE)."
            ) from None
        lock = StateLock(self.state)
        lock.acquire()
        return lock

    def remove_index(self, edition: int) -> None:
        """Remove the index of an edition that is retired."""
        shutil.rmtree(self.indexes / str(edition), ignore_errors=True)

    def keep_only(self, edition: int) -> None:
        """Remove the indexes of all other editions, and what a crash left of them."""
        if self.indexes.is_dir():
            for folder in self.indexes.iterdir():
                if folder.name != str(edition):
                    shutil.rmtree(folder, ignore_errors=True)

    def belong_to(self, collection: str) -> None:
        """Remove the indexes unless they are of this collection; raise `StoreUnusable`."""
        record = self._collection
        try:
            # As bytes: a power failure may leave there what is no text.
            if not record.is_file() or record.read_bytes() != collection.encode():
                shutil.rmtree(self.indexes, ignore_errors=True)
                record.write_text(collection, encoding="utf-8")
        except OSError as error:
            raise StoreUnusable(
                f"The state folder {self.state} cannot be written ({error.strerror}); make room "
                "there, or give the bot write access."
            ) from None

    def index_before(self, edition: int) -> int | None:
        """Return the newest edition before this one that there is an index of, None for none."""
        if not self.indexes.is_dir():
            return None
        numbers = (int(each.name) for each in self.indexes.iterdir() if each.name.isdecimal())
        return max((number for number in numbers if number < edition), default=None)

    def index_size(self) -> int:
        """Return the bytes of the indexes."""
        return bytes_of(
            Path(folder) / name for folder, _, names in os.walk(self.indexes) for name in names
        )
