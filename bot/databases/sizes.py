"""How much lies on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def bytes_of(paths: Iterable[Path]) -> int:
    """Return the bytes of files; one that is not there, or not any more, has none."""
    return sum(map(_bytes_of, paths))


def _bytes_of(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0
