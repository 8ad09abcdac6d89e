"""Putting a file into the data for as long as it is tried, and leaving it there once it is kept."""

from __future__ import annotations

import asyncio
import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from bot.errors import StoreUnusable
from bot.library.files import FULL, FolderHold, keep_as, sync
from bot.library.leftovers import Aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Source:
    """A file of the data while it is tried: what was there comes back unless it is kept.

    It is entered only by who may make an edition, and holds the folder meanwhile, as bots with
    databases of their own may share it. With ``appends`` the content goes behind what stands in
    the file by then, on lines of its own.
    """

    def __init__(
        self, target: Path, content: bytes, collection: str, *, appends: bool = False
    ) -> None:
        self._target = target
        self._content = content
        self._collection = collection
        self._appends = appends
        self.token = secrets.token_hex(8)
        """What the database says once it is kept; the next one may begin before all is tidied."""
        self._aside: Aside | None = None
        self._is_kept = False
        self._hold: FolderHold | None = None

    def keep(self) -> None:
        """Leave the file where it is: it is part of the collection."""
        self._is_kept = True

    async def __aenter__(self) -> None:
        """Put the file in place; raise `AttacheError` where it cannot be written.

        Raises `ReloadRunning` while another process takes a file into the folder.
        """
        placing = asyncio.ensure_future(asyncio.to_thread(self._place))
        try:
            with _one_sentence(self._target):
                await asyncio.shield(placing)
        except BaseException:
            await asyncio.wait({placing})  # a thread goes on when nobody waits for it
            await self.__aexit__()
            raise

    async def __aexit__(self, *_: object) -> None:
        """Put back what was there, or nothing, unless the file is kept."""
        with _one_sentence(self._target):
            await asyncio.shield(asyncio.to_thread(self._tidy))

    def _place(self) -> None:
        """Write the file so that it is there whole or not at all."""
        folder = self._target.parent
        self._hold = FolderHold.of(folder)
        content, was_there = self._content, self._target.exists()
        if self._appends and was_there:
            before = self._target.read_bytes()
            content = before + (b"\n" if before and not before.endswith(b"\n") else b"") + content
        self._aside = aside = Aside.of(self._target, content, self._collection, self.token)
        with aside.making.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if was_there:
            # So that nothing has to be written to have it back.
            keep_as(aside.before, self._target)
        else:
            aside.absent.touch()
        sync(folder)
        aside.making.replace(self._target)
        sync(folder)

    def _tidy(self) -> None:
        if self._hold is None:
            return  # nothing was begun
        try:
            self._put_back()
        finally:
            self._hold.release()
            self._hold = None

    def _put_back(self) -> None:
        if self._aside and self._is_kept:
            self._aside.clear()
        elif self._aside:
            self._aside.undo()
        else:
            with suppress(OSError):
                self._target.parent.rmdir()  # where nothing is in it


@contextmanager
def _one_sentence(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what_to_do = "give the bot write access to the data folder"
        if error.errno in FULL:
            what_to_do = "make room there"
        raise StoreUnusable(
            f"{target} cannot be written ({error.strerror}); {what_to_do}."
        ) from None
