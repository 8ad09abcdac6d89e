"""The sources of a collection: a file, or a folder read recursively in a stable order."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library.readers.before import Before
from bot.library.readers.encoding import other_kind
from bot.library.readers.json_list import read_json
from bot.library.readers.jsonl import read_jsonl
from bot.library.readers.limits import REST_NOT_READ, Limits
from bot.library.readers.table import read_table
from bot.library.readers.txt import read_txt
from bot.model import Draft, Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


def _read_markdown(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    # Imported where there is such a file: YAML takes as long to import as all other formats.
    from bot.library.readers.markdown import read_markdown  # noqa: PLC0415

    return read_markdown(path, name, limits)


def _read_feed(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    # Imported where there is such a file, because what reads feeds brings an HTTP client with it.
    from bot.library.readers.feed import read_feed  # noqa: PLC0415

    return read_feed(path, name, limits)


_READERS = {
    ".txt": read_txt,
    ".jsonl": read_jsonl,
    ".json": read_json,
    ".csv": read_table,
    ".tsv": read_table,
    ".md": _read_markdown,
    ".xml": _read_feed,
    ".rss": _read_feed,
    ".atom": _read_feed,
}
# What an empty file of these lacks, such as its header, would not say that it is empty.
_WITH_FORM = frozenset({".json", ".csv", ".tsv", ".xml", ".rss", ".atom"})
_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
_CHUNK = 10_000
_READ_WHOLE = frozenset({".md", ".xml", ".rss", ".atom"})
FORMATS = ", ".join(_READERS)
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


def read(
    data: Path, limits: Limits | None = None, beside: Path | None = None
) -> Iterator[Draft | Problem]:
    """Yield every briefing and every problem of a file or folder, a record at a time.

    The folder ``beside`` it is read as well, if there is one. Never raises for what a source holds
    or lacks: a file that cannot be read is a problem.
    """
    limits = limits or Limits()
    found = list(_sources(data))
    if not any(
        isinstance(each, File) or (isinstance(each, Problem) and each.unread) for each in found
    ):
        found.append(_without_sources(data))
    found += _beside(beside)
    yield from (each for each in found if isinstance(each, Problem))
    count = 0
    for file in (each for each in found if isinstance(each, File)):
        for each in _read_file(file.path, file.name, limits):
            count += isinstance(each, Draft) or each.draft is not None
            if count > limits.briefings:
                yield _too_many(each.origin, limits)
                return
            yield each


def sources(data: Path, beside: Path | None = None) -> Iterator[File | Problem | LeftAlone]:
    """Yield the files that `read` reads, in a stable order, and problems for what cannot be one.

    Files that are left alone come between them. Hidden files and read-mes are none of these.
    """
    return chain(_sources(data), _beside(beside))


def passed_over(data: Path, beside: Path | None = None) -> list[str]:
    """Return the names of files that `read` leaves alone, though somebody may miss them there."""
    return [each.name for each in sources(data, beside) if isinstance(each, LeftAlone)]


def _beside(folder: Path | None) -> Iterator[File | Problem | LeftAlone]:
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
        yield _unreadable(Origin(data.name or str(data), 0), error)


def _found(data: Path) -> Iterator[File | Problem | LeftAlone]:
    """Yield what `sources` does; raise ``OSError`` where nothing can be told of the data at all."""
    if not data.is_dir():
        if data.exists() or data.is_symlink():
            yield _checked(data, data)
        return
    found, failed = _files_in(data)
    for error in failed:
        yield _unreadable(Origin(_name_of(Path(error.filename), data), 0), error)
    there = set(found)
    for path in found:
        if path.suffix.lower() in _READERS and not path.name.startswith(_HELD):
            yield _checked(path, data)
        elif _NEVER_MEANT.fullmatch(path.name):
            continue
        elif _is_left_over(path, there):
            yield LeftAlone(_name_of(path, data))
        else:
            yield _of_no_format(path.suffix, _name_of(path, data))


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
        return _unreadable(origin, error)
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


def _read_file(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    suffix = path.suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        yield replace(_of_no_format(path.suffix, name), unread=True)
        return
    held_anything = False
    try:
        before = Before.of(path)
        if problem := _too_large(path, name, limits) or other_kind(path, name):
            yield problem
            return
        if suffix in _WITH_FORM and _is_blank(path):
            yield replace(_empty(name), unread=True)
            return
        for each in reader(path, name, limits):
            held_anything = True
            yield each
        is_kept = before.is_kept_in(path)
    except OSError as error:
        yield _unreadable(Origin(name, 0), error)
        return
    except UnicodeError:
        is_kept = False  # it was looked through before, so that somebody writes it meanwhile
    if not is_kept:
        yield _changed(name)
    elif not held_anything:
        yield _empty(name)


def _is_blank(path: Path) -> bool:
    """Tell whether nothing stands in a file but white space; raise ``OSError``."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if chunk.strip(_BLANK):
                return False
    return True


def _changed(name: str) -> Problem:
    what = Said("The file changed while it was read")
    return Problem(Origin(name, 0), what, Said("Try again"), unread=True)


def _empty(name: str) -> Problem:
    what, remedy = Said("The file holds no briefing"), Said("Fill it, or take it out")
    whole = Said("Put the whole file there, or take it out")
    return Problem(Origin(name, 0), what, remedy, cut=whole)


def _of_no_format(suffix: str, name: str) -> Problem:
    what = Said("A file without an ending is no format that can be read")
    if suffix:
        what = Said("{ending} is no format that can be read", {"ending": suffix})
    remedy = Said("Make it one of {formats}, or take it out", {"formats": FORMATS})
    return Problem(Origin(name, 0), what, remedy)


def _too_large(path: Path, name: str, limits: Limits) -> Problem | None:
    whole = path.suffix.lower() in _READ_WHOLE
    most = min(limits.file_bytes, limits.whole_file_bytes) if whole else limits.file_bytes
    size = path.stat().st_size
    if size <= most:
        return None
    return Problem(
        Origin(name, 0),
        Said(
            "The file has {count} bytes; at most {most} are allowed", {"count": size, "most": most}
        ),
        Said("Split it, give it as JSON Lines, or raise max_file_bytes in the settings"),
        unread=True,
    )


def _too_many(origin: Origin, limits: Limits) -> Problem:
    what = Said("There are more than {most} briefings", {"most": limits.briefings})
    remedy = Said("Take some out, or raise max_briefings in the settings")
    return Problem(origin, what.then(REST_NOT_READ), remedy, unread=True)


def _without_sources(data: Path) -> Problem:
    if data.is_dir():
        what = Said("The folder holds no file with briefings ({formats})", {"formats": FORMATS})
        remedy = Said("Put one there")
    else:
        what = Said("{data} does not exist", {"data": str(data)})
        remedy = Said("Create it, or point ATTACHE_DATA at the briefings")
    return Problem(Origin(data.name or str(data), 0), what, remedy, unread=True)


def _unreadable(origin: Origin, error: OSError) -> Problem:
    return Problem(
        origin,
        Said("It cannot be read ({reason})", {"reason": str(error.strerror)}),
        Said("Give the bot access to it, or take it out"),
        unread=True,
    )
