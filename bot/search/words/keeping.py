"""What was made of a file, kept beside for as long as the file stays the same."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_DIGEST = 32
_FOLDER = "__pycache__"


def kept_at(path: Path, source: bytes) -> tuple[Any, ...] | None:
    """Return what is kept at ``path`` if it was made of this `source`, else None.

    So it is where nothing is kept, or what is was damaged.
    """
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    made_of, own, packed = data[:_DIGEST], data[_DIGEST : 2 * _DIGEST], data[2 * _DIGEST :]
    if made_of != source or own != hashlib.sha256(packed).digest():
        return None
    found = marshal.loads(packed)  # noqa: S302 - by us, as its digest tells
    return found if isinstance(found, tuple) else None


def keep_at(path: Path, source: bytes, made: tuple[Any, ...]) -> bool:
    """Keep what was ``made`` of a `source` at ``path``, and tell whether that could be.

    It is made of nothing but what Python's marshal format can hold. Only Python's own folder is
    made where it is missing: others may have to be readable to nobody else.
    """
    packed = marshal.dumps(made)
    whole = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        if path.parent.name == _FOLDER:
            path.parent.mkdir(exist_ok=True)
        whole.write_bytes(source + hashlib.sha256(packed).digest() + packed)
        whole.replace(path)
    except OSError:
        with suppress(OSError):
            whole.unlink(missing_ok=True)
        return False
    return True


def made_once(name: str, of: Sequence[str], make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return what ``make`` returns, or returned before the files ``of`` which it is made changed.

    It is kept under a ``name`` beside the first of these, if Python may keep anything there.
    """
    made_of = source(b"", of)
    places = [each.with_suffix(f".{name}{each.suffix}") for each in beside(Path(of[0]))]
    kept = next(filter(None, (kept_at(each, made_of) for each in places)), None)
    if kept is not None:
        return kept
    made = make()
    any(keep_at(each, made_of, made) for each in places)
    return made


def beside(path: Path) -> Sequence[Path]:
    """Return where Python itself would keep what it makes of a file; nowhere if it may not.

    So what an installation has is made once, and not once for each folder with a bot's state.
    See https://docs.python.org/3/library/importlib.html#importlib.util.cache_from_source
    """
    if sys.dont_write_bytecode:
        return ()
    return (Path(cache_from_source(str(path))).with_suffix(".kept"),)


def file_of(package: str) -> str:
    """Return the file of a ``package`` that is installed, without importing it.

    What is made with it may be kept until this file changes, as it does when another is installed.
    """
    found = find_spec(package)
    assert found is not None
    assert found.origin is not None
    return found.origin


def source(written: bytes, made_by: Iterable[str]) -> bytes:
    """Return 32 bytes that change with all that what is made of a file depends on.

    That is what is ``written`` in it, the modules in the files ``made_by``, and Python's version.
    """
    stamps = [(stat.st_size, stat.st_mtime_ns) for stat in map(os.stat, made_by)]
    return hashlib.sha256(f"{sys.version} {stamps}".encode() + written).digest()
