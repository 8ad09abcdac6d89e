"""What lies beside a file that is tried as a source, and what becomes of it after a kill."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import structlog

from bot.errors import StoreUnusable
from bot.library.files import FolderHold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.databases.interface import Session

_NAMED = re.compile(
    r"\.(?P<name>.+)\.(?P<owner>[0-9a-f]{8})\.(?P<token>[0-9a-f]{16})\.(?P<digest>[0-9a-f]{16})"
    r"\.(?:making|before|absent)"
)
_FACT = "upload"


@dataclass(frozen=True, slots=True)
class Aside:
    """The hidden files beside a ``target`` that tell what to do with it if the process dies.

    ``making`` is the new file until it is put in place, ``before`` the one that was there, and
    ``absent`` says that there was none. Their names have the collection that tries it, as several
    bots may share the folder, a ``token`` of this one try, and the digest of the new content.
    """

    target: Path
    owner: str
    token: str
    digest: str

    @classmethod
    def of(cls, target: Path, content: bytes, collection: str, token: str) -> Aside:
        """Return those of one try, whose token has 16 hexadecimal digits."""
        return cls(target, collection[:8], token, _digest(content))

    @property
    def making(self) -> Path:
        """Return where the new file is made."""
        return self._named("making")

    @property
    def before(self) -> Path:
        """Return where the file is kept that is replaced."""
        return self._named("before")

    @property
    def absent(self) -> Path:
        """Return what is there where no file is replaced."""
        return self._named("absent")

    def undo(self) -> None:
        """Put back what was there, unless somebody else has written the file since."""
        if not self.making.exists() and self._is_in_place():
            if self.before.exists():
                self.before.replace(self.target)
            elif self.absent.exists():
                self.target.unlink(missing_ok=True)
        self.clear()

    def clear(self) -> None:
        """Leave the target as it is, and nothing beside it; an empty folder goes, too."""
        for each in (self.making, self.before, self.absent):
            each.unlink(missing_ok=True)
        with suppress(OSError):
            self.target.parent.rmdir()  # where nothing else is in it

    def _is_in_place(self) -> bool:
        try:
            return _digest(self.target.read_bytes()) == self.digest
        except FileNotFoundError:
            return False

    def _named(self, ending: str) -> Path:
        own = f"{self.owner}.{self.token}.{self.digest}"
        return self.target.with_name(f".{self.target.name}.{own}.{ending}")


async def decide(session: Session, token: str) -> None:
    """Have the database say, once this transaction is committed, that an upload is kept."""
    await session.execute(
        "INSERT INTO facts (name, value) VALUES ($1, $2)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        _FACT, token,
    )  # fmt: skip


async def _decided(session: Session) -> str | None:
    """Return the token of the last upload that was kept, None before the first.

    No other can still have to be kept: what one leaves is settled before the next is tried.
    """
    rows = await session.rows("SELECT value FROM facts WHERE name = $1", _FACT)
    return str(rows[0][0]) if rows else None


def left_in(folder: Path, collection: str) -> set[Aside]:
    """Return what lies in a folder of uploads that this collection has tried."""
    try:
        return set(_found(folder, collection[:8]))
    except OSError:
        return set()  # there is none; or it cannot be read, which reading the sources tells


async def settle_uploads(session: Session, folder: Path, collection: str) -> None:
    """Undo what a killed process left of an upload that was not decided for.

    The ``session`` is of the transaction that makes an edition, so that no other settles it at the
    same time. Raises `StoreUnusable` where the folder cannot be written, and `ReloadRunning` while
    another bot takes in a file there.
    """
    if not await asyncio.to_thread(left_in, folder, collection):
        return
    try:
        undone = await asyncio.to_thread(_settle, folder, collection, await _decided(session))
    except OSError as error:
        raise StoreUnusable(
            f"What an upload that was cut off left in {folder} cannot be put back "
            f"({error.strerror}); give the bot write access to the data folder."
        ) from None
    for name in undone:
        log = structlog.get_logger("attache.library")
        log.warning("an upload that was cut off was undone", file=name)


def _settle(folder: Path, collection: str, kept: str | None) -> list[str]:
    """Undo the uploads of killed processes, but the one that was ``kept``; return their names.

    Raises ``OSError``, and `ReloadRunning` while another bot takes in a file there.
    """
    hold = FolderHold.of(folder)
    try:
        undone = []
        for aside in left_in(folder, collection):
            if aside.token == kept:
                aside.clear()
            else:
                aside.undo()
                undone.append(aside.target.name)
        return undone
    finally:
        hold.release()


def _found(folder: Path, owner: str) -> Iterator[Aside]:
    for path in folder.iterdir():
        named = _NAMED.fullmatch(path.name)
        if named and named["owner"] == owner:
            yield Aside(path.with_name(named["name"]), owner, named["token"], named["digest"])


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=8).hexdigest()
