"""Telling whether sources are what they were, without reading a record of them."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from bot.library.readers.folders import File, LeftAlone, sources
from bot.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.library.readers.limits import Limits

_COARSEST_NS = 2_000_000_000
"""The coarsest time that a file system writes down, that of FAT: what is written twice within it
may have one stamp."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was seen: by its bytes, and by when which file was written under its name.

    A ``settled`` one was written so long before that it cannot be written once more and have the
    same stamp.
    """

    name: str
    stamp: tuple[int, int, int, int]
    digest: bytes
    settled: bool


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """All files that `read` would read, as they were seen."""

    files: tuple[Seen, ...]

    @property
    def digest(self) -> str:
        """Return a hash of names and bytes."""
        whole = hashlib.sha256()
        for each in self.files:
            whole.update(f"{each.name}\0{each.digest.hex()}\n".encode())
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Look:
    """What sources are like: their fingerprint, None where they cannot all be read.

    ``passed_over`` are the names of files that are left alone, though somebody may miss them.
    ``size`` is the bytes of all that can be read.
    """

    fingerprint: Fingerprint | None
    passed_over: tuple[str, ...]
    size: int


def look(data: Path, limits: Limits, beside: Path | None = None) -> Look:
    """Return what the sources are like now, without reading a record of them."""
    found = list(sources(data, beside))
    files = [each for each in found if isinstance(each, File)]
    fit = not any(isinstance(each, Problem) for each in found)
    seen = _all_seen(files, limits) if fit else None
    return Look(
        Fingerprint(seen) if seen is not None else None,
        tuple(each.name for each in found if isinstance(each, LeftAlone)),
        _size_of(files) if seen is None else sum(each.stamp[-1] for each in seen),
    )


def are_as_before(before: Fingerprint, data: Path, beside: Path | None = None) -> bool:
    """Tell whether no file was written since, not even to be restored.

    Every file is opened, as only then a network share tells what is so now. One that was written
    just before it was seen is read once more, as another write may bear the same time: such a one
    that was changed and restored within that time is not told.
    """
    found = [each for each in sources(data, beside) if not isinstance(each, LeftAlone)]
    if len(found) != len(before.files):
        return False
    try:
        return all(
            isinstance(each, File) and _is_as_seen(each, seen)
            for each, seen in zip(found, before.files, strict=True)
        )
    except OSError:
        return False


def stamp(data: Path) -> str:
    """Return what tells that sources have changed, without opening one: names, times and sizes.

    It may be the same though something has changed, as where a clock is wrong.
    """
    whole = hashlib.sha256()
    for each in sources(data):
        told = [each.name] if isinstance(each, LeftAlone) else [str(each)]
        if isinstance(each, File):
            with suppress(OSError):  # it has just gone
                status = each.path.stat()
                told = [each.name, str(status.st_mtime_ns), str(status.st_size)]
        whole.update("\0".join([*told, "\n"]).encode())
    return whole.hexdigest()


def _is_as_seen(each: File, seen: Seen) -> bool:
    if each.name != seen.name:
        return False
    with each.path.open("rb") as file:
        same = _stamp(os.fstat(file.fileno())) == seen.stamp
        return same and (seen.settled or _digest(file) == seen.digest)


def _all_seen(files: Sequence[File], limits: Limits) -> tuple[Seen, ...] | None:
    seen: list[Seen] = []
    try:
        for each in files:
            with each.path.open("rb") as file:
                now, status = time.time_ns(), os.fstat(file.fileno())
                if status.st_size > limits.file_bytes:
                    return None
                settled = now - max(status.st_mtime_ns, status.st_ctime_ns) > _COARSEST_NS
                seen.append(Seen(each.name, _stamp(status), _digest(file), settled))
    except OSError:
        return None
    return tuple(seen)


def _size_of(files: Sequence[File]) -> int:
    """Return the bytes of the files, 0 where that cannot be told."""
    try:
        return sum(each.path.stat().st_size for each in files)
    except OSError:
        return 0


def _stamp(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _digest(file: IO[bytes]) -> bytes:
    return hashlib.file_digest(file, "sha256").digest()  # type: ignore[arg-type]
