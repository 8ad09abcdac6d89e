"""Telling whether sources are what they were, without reading a record of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.readers.sources import sources
from bot.problems import Problem

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


def fingerprint(data: Path, limits: Limits, beside: Path | None = None) -> Fingerprint | None:
    """Return what tells these sources from others, None where they cannot all be read."""
    whole = hashlib.sha256()
    stamps: list[tuple[int, int, int]] = []
    try:
        for each in sources(data, beside):
            if isinstance(each, Problem):
                return None
            with each.path.open("rb") as file:
                status = each.path.stat()
                if status.st_size > limits.file_bytes:
                    return None
                stamps.append((status.st_ino, status.st_mtime_ns, status.st_ctime_ns))
                content = hashlib.file_digest(file, "sha256").hexdigest()
            whole.update(f"{each.name}\0{content}\n".encode())
    except OSError:
        return None
    return Fingerprint(whole.hexdigest(), tuple(stamps))
