"""Telling whether somebody wrote a file while it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_END_BYTES = 4_096


@dataclass(frozen=True, slots=True)
class Before:
    """A file as it was before it was read: which one, its size and time, and its last bytes."""

    identity: tuple[int, int]
    size: int
    written: int
    end: bytes

    @classmethod
    def of(cls, path: Path) -> Before:
        """Return what a file is like now; raise ``OSError``."""
        status = path.stat()
        end = _end_of(path, status.st_size)
        return cls((status.st_dev, status.st_ino), status.st_size, status.st_mtime_ns, end)

    def is_kept_in(self, path: Path) -> bool:
        """Tell whether what was there is there still, so that all of it was read.

        More may have been written behind it. One that was removed, or that another one took the
        place of, was read as it was. Raises ``OSError``.
        """
        try:
            status = path.stat()
        except FileNotFoundError:
            return True
        if (status.st_dev, status.st_ino) != self.identity:
            return True
        if status.st_size == self.size:
            return status.st_mtime_ns == self.written
        return status.st_size > self.size and _end_of(path, self.size) == self.end


def _end_of(path: Path, size: int) -> bytes:
    """Return the last of so many bytes of a file; raise ``OSError``."""
    with path.open("rb") as file:
        file.seek(max(size - _END_BYTES, 0))
        return file.read(min(size, _END_BYTES))
