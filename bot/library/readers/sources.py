"""Reading the sources of a collection: every file of them, a record at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.library.readers.before import Before
from bot.library.readers.encoding import other_kind
from bot.library.readers.folders import File, of_no_format, sources, sources_beside, unreadable
from bot.library.readers.formats import FORMATS, READERS
from bot.library.readers.limits import REST_NOT_READ, Limits
from bot.model import Draft, Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What an empty file of these lacks, such as its header, would not say that it is empty.
_WITH_FORM = frozenset({".json", ".csv", ".tsv", ".xml", ".rss", ".atom"})
_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
_CHUNK = 10_000
_READ_WHOLE = frozenset({".md", ".xml", ".rss", ".atom"})


def read(
    data: Path, limits: Limits | None = None, beside: Path | None = None
) -> Iterator[Draft | Problem]:
    """Yield every briefing and every problem of a file or folder, a record at a time.

    The folder ``beside`` it is read as well, if there is one. Never raises for what a source holds
    or lacks: a file that cannot be read is a problem.
    """
    limits = limits or Limits()
    found = list(sources(data))
    if not any(
        isinstance(each, File) or (isinstance(each, Problem) and each.unread) for each in found
    ):
        found.append(_without_sources(data))
    found += sources_beside(beside)
    yield from (each for each in found if isinstance(each, Problem))
    count = 0
    for file in (each for each in found if isinstance(each, File)):
        for each in _read_file(file.path, file.name, limits):
            count += isinstance(each, Draft) or each.draft is not None
            if count > limits.briefings:
                yield _too_many(each.origin, limits)
                return
            yield each


def _read_file(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    suffix = path.suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        yield replace(of_no_format(path.suffix, name), unread=True)
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
        yield unreadable(Origin(name, 0), error)
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
        Said("Split it, give it as JSON Lines, or raise ATTACHE_MAX_FILE_BYTES in the settings"),
        unread=True,
    )


def _too_many(origin: Origin, limits: Limits) -> Problem:
    what = Said("There are more than {most} briefings", {"most": limits.briefings})
    remedy = Said("Take some out, or raise ATTACHE_MAX_BRIEFINGS in the settings")
    return Problem(origin, what.then(REST_NOT_READ), remedy, unread=True)


def _without_sources(data: Path) -> Problem:
    if data.is_dir():
        what = Said("The folder holds no file with briefings ({formats})", {"formats": FORMATS})
        remedy = Said("Put one there")
    else:
        what = Said("{data} does not exist", {"data": str(data)})
        remedy = Said("Create it, or point ATTACHE_DATA at the briefings")
    return Problem(Origin(data.name or str(data), 0), what, remedy, unread=True)
