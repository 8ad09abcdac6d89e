"""Telling whether sources are what they were, without reading a record of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.readers.sources import Aside, File, sources
from bot.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class Look:
    """What sources are like: their fingerprint, None where they cannot all be read.

    ``passed_over`` are the names of files that are left alone, though somebody may miss them.
    """

    fingerprint: Fingerprint | None
    passed_over: tuple[str, ...]


def look(data: Path, limits: Limits, beside: Path | None = None) -> Look:
    """Return what the sources are like now, without reading a record of them."""
    found = list(sources(data, beside))
    files = [each for each in found if isinstance(each, File)]
    fit = not any(isinstance(each, Problem) for each in found)
    return Look(
        _fingerprint(files, limits) if fit else None,
        tuple(each.name for each in found if isinstance(each, Aside)),
    )


def _fingerprint(files: Sequence[File], limits: Limits) -> Fingerprint | None:
    whole = hashlib.sha256()
    stamps: list[tuple[int, int, int]] = []
    try:
        for each in files:
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
