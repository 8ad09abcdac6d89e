"""What an index folder holds, so that a byte that changed on the disk is noticed."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

NAME = "manifest.json"
_CHUNK = 1 << 20
_CHECKED_AT_ONCE = 64_000_000
"""Bytes of an index whose contents are checked whenever it is opened; of larger ones, the sizes."""

_Files: TypeAlias = "dict[str, tuple[int, int]]"


def write(folder: Path, before: Path | None = None) -> None:
    """Write size and CRC-32 of every file of ``folder``; raise ``OSError``.

    Files that are links to those of the folder ``before`` have the sums written there.
    """
    known = _read(before) if before else {}
    files: _Files = {}
    for name, path in _files(folder).items():
        linked = before is not None and name in known and path.samefile(before / name)
        files[name] = known[name] if linked else (path.stat().st_size, _sum(path))
    (folder / NAME).write_text(json.dumps(files), encoding="utf-8")


def check(folder: Path, *, thorough: bool = False) -> None:
    """Raise ``ValueError`` where a file is missing or changed, ``OSError`` where none can be read.

    The contents of a large index are looked at only where that is to be ``thorough``.
    """
    known = _read(folder)
    present = {name: path.stat().st_size for name, path in _files(folder).items()}
    for name, (size, _) in known.items():
        if present.get(name) != size:
            raise ValueError(f"{name} is missing or cut short")
    if thorough or sum(present.values()) <= _CHECKED_AT_ONCE:
        for name, (_, expected) in known.items():
            if _sum(folder / name) != expected:
                raise ValueError(f"{name} has changed since it was written")


def is_whole(folder: Path) -> bool:
    """Tell whether every file is as it was written."""
    try:
        check(folder, thorough=True)
    except (OSError, ValueError):
        return False
    return True


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and path.name != NAME
    }


def _read(folder: Path) -> _Files:
    files = json.loads((folder / NAME).read_bytes())
    return {str(name): (int(size), int(crc)) for name, (size, crc) in files.items()}


def _sum(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            crc = zlib.crc32(chunk, crc)
    return crc
