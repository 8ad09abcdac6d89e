"""What is done with files as wholes, on any file system."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import sys
import tempfile
import time
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import ReloadRunning, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What the system says where there is no room left, or none for this user."""

_NO_SUCH_THING = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
_PATIENCE_SECONDS = 10.0
_STEP_SECONDS = 0.02


class FolderHold:
    """Holds a folder against other processes, which the system lets go of when this one dies.

    The folder itself is locked, so that no file has to lie in it for that. On Windows, and where
    the file system knows no locks, nothing is held.
    """

    def __init__(self, opened: int | None) -> None:
        self._opened = opened

    @classmethod
    def of(cls, folder: Path) -> FolderHold:
        """Make the folder where there is none, and hold it.

        Raises ``OSError``, and `ReloadRunning` where another process holds it for long.
        """
        until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            folder.mkdir(parents=True, exist_ok=True)
            if sys.platform == "win32":
                return cls(None)
            opened = _locked(folder)
            if opened is not None:
                return cls(opened)
            if time.monotonic() > until:
                raise ReloadRunning(
                    "Another bot takes a file into the same folder. Wait until it is done."
                )
            time.sleep(_STEP_SECONDS)

    def release(self) -> None:
        """Let the folder go."""
        if self._opened is not None:
            os.close(self._opened)
            self._opened = None


def _locked(folder: Path) -> int | None:
    """Return the folder opened and locked, None while another process has it."""
    import fcntl  # noqa: PLC0415 - there is none on Windows

    try:
        opened = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return None  # whoever had it has just removed it
    try:
        with suppress(OSError):  # there are file systems without locks
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(opened)
                return None
        # Whoever had it before may have removed it, and another one stands there now.
        if os.path.samestat(os.fstat(opened), folder.stat()):
            return opened
    except FileNotFoundError:
        pass
    os.close(opened)
    return None


@asynccontextmanager
async def scratch_folder() -> AsyncIterator[Path]:
    """Give a temporary folder, which goes with all in it; raise `StoreUnusable` for none."""
    try:
        folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="attache-"))
    except OSError as error:
        raise untemporary(error) from None
    try:
        yield folder
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def untemporary(error: OSError) -> StoreUnusable:
    """Return what is wrong where a temporary folder cannot be made, or filled."""
    return StoreUnusable(
        f"The folder for temporary files cannot be written ({error.strerror}); make room there, or "
        "name another one in TMPDIR."
    )


def keep_as(kept: Path, present: Path) -> None:
    """Give a file a second name, which keeps its content when another takes the first one.

    It is copied where the file system knows no second names (exFAT, many network shares), or
    allows the owner of the file alone to give them. Raises ``OSError``.
    """
    try:
        kept.hardlink_to(present)
    except FileExistsError:
        raise
    except OSError:
        try:
            shutil.copyfile(present, kept)
            sync(kept)
        except OSError:
            kept.unlink(missing_ok=True)
            raise


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk before going on; raise ``OSError``.

    Of a folder nothing is asked where that cannot be, as on Windows and many network shares.
    """
    is_folder = path.is_dir()
    if is_folder and os.name == "nt":
        return
    # Windows allows it of what may be written only.
    opened = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    try:
        os.fsync(opened)
    except OSError as error:
        if not (is_folder and error.errno in _NO_SUCH_THING):
            raise
    finally:
        os.close(opened)
