"""Briefings that people hand in: files and single records, kept in ``uploads`` of the data."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.library.errors import LibraryError
from bot.library.readers import FORMATS, read
from bot.library.readers.record import checked
from bot.model import Origin, Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from bot.library.shelf import Shelf
    from bot.model import ReloadReport

MAX_BYTES = 10_000_000
FOLDER = "uploads"
ADDED = "added.jsonl"
_MAX_PROBLEMS = 50
_ODD = re.compile(r"[^\w.-]+")


class Rejected(LibraryError):  # noqa: N818 - it names what became of an upload
    """What was handed in is wrong, and was not kept; ``problems`` say where and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("Nothing was kept: " + " ".join(map(str, problems[:1])))
        self.problems = problems


class Uploads:
    """Takes briefings in; what does not become part of the collection leaves no trace."""

    def __init__(self, shelf: Shelf, reload: Callable[[str, str], Awaitable[ReloadReport]]) -> None:
        self._shelf = shelf
        self._reload = reload
        self._one_at_a_time = asyncio.Lock()

    async def upload(self, name: str, content: bytes, *, by: str) -> ReloadReport:
        """Make a source of a file, and reload; one of the same name is replaced.

        Raises `Rejected` where the file is wrong, and `LibraryError` where it cannot be kept.
        """
        target = self._folder() / _safe_name(name)
        if len(content) > MAX_BYTES:
            raise LibraryError(
                f"The file has {len(content):,} bytes; at most {MAX_BYTES:,} can be handed in. Put "
                "it into the data folder instead."
            )
        async with self._one_at_a_time:
            problems = await asyncio.to_thread(self._problems, target.name, content)
            if problems:
                raise Rejected(problems)
            return await self._kept(target, content, by, f"upload {target.name}")

    async def add(self, fields: dict[str, Any], *, by: str) -> ReloadReport:
        """Add one briefing given by its fields, and reload.

        Raises `Rejected` where a field is wrong, and `LibraryError` where it cannot be kept.
        """
        target = self._folder() / ADDED
        given = {field: value for field, value in fields.items() if value}
        found = checked({"text": "", **given}, Origin("the form", 0), self._shelf.limits)
        if isinstance(found, Problem):
            raise Rejected((found,))
        async with self._one_at_a_time:
            before = await asyncio.to_thread(_content, target)
            line = json.dumps(given, ensure_ascii=False).encode() + b"\n"
            return await self._kept(target, (before or b"") + line, by, "add")

    async def _kept(self, target: Path, content: bytes, by: str, why: str) -> ReloadReport:
        """Put ``content`` in place and reload; put back what was there if it is not taken."""
        before = await asyncio.to_thread(_content, target)
        with _one_sentence(target):
            await asyncio.to_thread(_put, target, content)
        try:
            report = await self._reload(by, why)
        except BaseException:
            await asyncio.shield(asyncio.to_thread(_put_back, target, before))
            raise
        if not report.swapped and (report.problems or report.needs_confirmation):
            await asyncio.to_thread(_put_back, target, before)
        return report

    def _folder(self) -> Path:
        if self._shelf.data.is_file():
            raise LibraryError(
                f"The data is the single file {self._shelf.data}; point ATTACHE_DATA at a folder "
                "to hand briefings in."
            )
        return self._shelf.data / FOLDER

    def _problems(self, name: str, content: bytes) -> tuple[Problem, ...]:
        with tempfile.TemporaryDirectory(prefix="attache-") as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            found = (each for each in read(path, self._shelf.limits) if isinstance(each, Problem))
            return tuple(each for _, each in zip(range(_MAX_PROBLEMS), found, strict=False))


def _safe_name(name: str) -> str:
    """Return a file name that means nothing to a file system but a name; raise `LibraryError`."""
    plain = _ODD.sub("_", Path(name.replace("\\", "/")).name).lstrip("._")[-80:]
    if Path(plain).suffix.lower() not in FORMATS.split(", ") or plain == ADDED:
        raise LibraryError(
            f"{plain or 'That'} is no source of briefings; hand in one of {FORMATS}."
        )
    return plain


@contextmanager
def _one_sentence(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LibraryError(
            f"{target} cannot be written ({error.strerror}); give the bot write access to the data "
            "folder."
        ) from None


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    making = path.with_name(f".{path.name}.making")
    with making.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    making.replace(path)


def _put_back(path: Path, before: bytes | None) -> None:
    if before is not None:
        _put(path, before)
        return
    path.unlink(missing_ok=True)
    if not any(path.parent.iterdir()):
        shutil.rmtree(path.parent, ignore_errors=True)
