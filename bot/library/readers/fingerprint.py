"""Telling whether sources are what they were, without reading a record of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.readers.sources import name_of, sources
from bot.model import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.readers.limits import Limits


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Of all files that `read` would read: a hash of names and bytes, and when each was written.

    A file that is written and then restored while it is read has the same ``digest``, but other
    ``stamps``.
    """

    digest: str
    stamps: tuple[tuple[int, int, int], ...]


def fingerprint(data: Path, limits: Limits) -> Fingerprint | None:
    """Return what tells these sources from others, None where they cannot all be read."""
    whole = hashlib.sha256()
    stamps: list[tuple[int, int, int]] = []
    try:
        for path in sources(data):
            if isinstance(path, Problem):
                return None
            with path.open("rb") as file:
                status = path.stat()
                if status.st_size > limits.file_bytes:
                    return None
                stamps.append((status.st_ino, status.st_mtime_ns, status.st_ctime_ns))
                content = hashlib.file_digest(file, "sha256").hexdigest()
            whole.update(f"{name_of(path, data)}\0{content}\n".encode())
    except OSError:
        return None
    return Fingerprint(whole.hexdigest(), tuple(stamps))
