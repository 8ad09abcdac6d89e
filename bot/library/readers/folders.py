"""The files that a collection is read from: one, or those of a folder, in a stable order."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library.readers.formats import FORMATS, READERS
from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_NEVER_MEANT = re.compile(r"readme(\..*)?|thumbs\.db|desktop\.ini", re.IGNORECASE)
"""What nobody takes for briefings."""
_NOT_MEANT = re.compile(
    # What editors and downloads leave or hold open.
    r".*~|#.*#|~\$.*|.*\.(sw[a-px]|tmp|part|crdownload)",
    re.IGNORECASE,
)
_HELD = "~$"
"""How the files begin that Word and Excel keep beside what they have open, with its ending."""
_KEPT_ASIDE = frozenset({".bak", ".old", ".orig"})
"""What editors leave of a file that they changed, beside it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is read, and how it is called in origins."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A file that is left alone, though somebody may miss it, and how it is called."""

    name: str


def sources(data: Path, beside: Path | None = None) -> Iterator[File | Problem | LeftAlone]:
    """Yield the files that are read, in a stable order, and problems for what cannot be one.

    Files that are left alone come between them. Hidden files and read-mes are none of these.
    """
    return chain(_sources(data), sources_beside(beside))


def passed_over(data: Path, beside: Path | None = None) -> list[str]:
    """Return the names of files that are left alone, though somebody may miss them there."""
    return [each.name for each in sources(data, beside) if isinstance(each, LeftAlone)]


def sources_beside(folder: Path | None) -> Iterator[File | Problem | LeftAlone]:
    """Yield what a folder of its own holds, called by the name of that folder too."""
    if folder is None:
        return
    for each in _sources(folder):
        if isinstance(each, File):
            yield File(each.path, f"{folder.name}/{each.name}")
        else:
            yield each


def _sources(data: Path) -> Iterator[File | Problem | LeftAlone]:
    try:
        yield from _found(data)
    except OSError as error:
        yield unreadable(Origin(data.name or str(data), 0), error)


def _found(data: Path) -> Iterator[File | Problem | LeftAlone]:
    """Yield what `sources` does; raise ``OSError`` where nothing can be told of the data at all."""
    if not data.is_dir():
        if data.exists() or data.is_symlink():
            yield _checked(data, data)
        return
    found, failed = _files_in(data)
    for error in failed:
        yield unreadable(Origin(_name_of(Path(error.filename), data), 0), error)
    there = set(found)
    for path in found:
        if path.suffix.lower() in READERS and not path.name.startswith(_HELD):
            yield _checked(path, data)
        elif _NEVER_MEANT.fullmatch(path.name):
            continue
        elif _is_left_over(path, there):
            yield LeftAlone(_name_of(path, data))
        else:
            yield of_no_format(path.suffix, _name_of(path, data))


def _files_in(data: Path) -> tuple[list[Path], list[OSError]]:
    """Return what is in a folder and all folders in it, in order, and which cannot be looked into.

    Raises ``OSError`` where nothing can be told of it at all.
    """
    failed: list[OSError] = []
    found: list[Path] = []
    seen: set[tuple[int, int]] = set()
    for folder, inner, names in os.walk(data, onerror=failed.append, followlinks=True):
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in seen:  # a link that leads back
            inner.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    return sorted(found), failed


def _is_left_over(path: Path, there: Collection[Path]) -> bool:
    """Tell whether a file is a copy of one beside it, or not finished, and so none to be read."""
    is_kept_aside = path.suffix.lower() in _KEPT_ASIDE and path.with_suffix("") in there
    return is_kept_aside or bool(_NOT_MEANT.fullmatch(path.name))


def _checked(path: Path, data: Path) -> File | Problem:
    """Return an ordinary file, or why it is none."""
    name = _name_of(path, data)
    origin = Origin(name, 0)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        what, remedy = Said("It is a link that leads nowhere"), Said("Mend or remove it")
        return Problem(origin, what, remedy, unread=True)
    except OSError as error:
        return unreadable(origin, error)
    if not stat.S_ISREG(mode):
        what = Said("It is a device or a pipe, and no file")
        return Problem(origin, what, Said("Take it out"), unread=True)
    return File(path, name)


def _name_of(path: Path, data: Path) -> str:
    """Return how a file is called in origins: below the data folder, and fit to be shown."""
    plain = path.name if path == data else path.relative_to(data).as_posix()
    known = os.fsencode(plain).decode("utf-8", "backslashreplace")
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in known
    )


def of_no_format(suffix: str, name: str) -> Problem:
    """Return that a file has an ending of no format, or none."""
    what = Said("A file without an ending is no format that can be read")
    if suffix:
        what = Said("{ending} is no format that can be read", {"ending": suffix})
    remedy = Said("Make it one of {formats}, or take it out", {"formats": FORMATS})
    return Problem(Origin(name, 0), what, remedy)


def unreadable(origin: Origin, error: OSError) -> Problem:
    """Return that something cannot be read, and why."""
    return Problem(
        origin,
        Said("It cannot be read ({reason})", {"reason": str(error.strerror)}),
        Said("Give the bot access to it, or take it out"),
        unread=True,
    )
