"""Briefings that people hand in: files and single records, kept in the data or beside it."""

from __future__ import annotations

import asyncio
import json
import os
import re
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.editions import Change
from bot.errors import AttacheError, Unfit
from bot.library.files import scratch_folder, untemporary
from bot.library.history import MOST_TOLD
from bot.library.placing import Source
from bot.library.readers import FORMATS
from bot.library.readers.record import checked
from bot.library.reading import records
from bot.library.wanted import Wanted
from bot.model import Origin
from bot.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.editions import ReloadReport
    from bot.library.shelf import Shelf
    from bot.library.store import Store
    from bot.model import Draft

MAX_BYTES = 10_000_000
ADDED = "added.jsonl"
_MAX_PROBLEMS = 50
_LONGEST_NAME = 120
_ODD = re.compile(r"[^\w.-]+")


class Rejected(AttacheError):
    """What was handed in is wrong, and was not kept; ``problems`` say where and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("Nothing was kept: " + " ".join(map(str, problems[:1])))
        self.problems = problems


class AlreadyThere(Unfit):
    """What is to be added is in service already."""


class WithdrawnBefore(Unfit):
    """What is to be added was withdrawn; on Discord, another command than here lets it in again."""

    def __init__(self, number: int) -> None:
        super().__init__(
            "Nothing was added: this is #{number}, which was withdrawn, and so left out of every "
            "edition; `readmit` lets it in again.",
            number=number,
        )


class Uploads:
    """Takes briefings in; what does not become part of the collection leaves no trace."""

    def __init__(
        self,
        shelf: Shelf,
        store: Store,
        make: Callable[[Wanted, Source], Awaitable[ReloadReport]],
    ) -> None:
        self._shelf = shelf
        self._store = store
        self._make = make
        self._one_at_a_time = asyncio.Lock()

    async def upload(
        self, name: str, content: bytes, *, by: str, replaces: bool = False
    ) -> ReloadReport:
        """Make a source of a file, and reload; the report's preview has the first of what changed.

        One of the same name is replaced where that removes nothing, or with ``replaces``, however
        much it held; what stands in other files stays then. Raises `Rejected` where the file is
        wrong, and `AttacheError` where it cannot be kept.
        """
        target = self._folder() / _safe_name(name)
        if len(content) > MAX_BYTES:
            raise Unfit(
                "The file has more than {most} bytes, the most that can be handed in. Put it into "
                "the data folder instead.",
                most=f"{MAX_BYTES:,}",
            )
        async with self._one_at_a_time:
            problems = await self._problems(target.name, content)
            if problems:
                raise Rejected(problems)
            # Path's may raise.
            is_there = await asyncio.to_thread(os.path.exists, target)
            wanted = Wanted(
                by, f"upload {target.name}", self._shelf.data,
                may_remove=0.0 if is_there else None,
                takes=f"{target.parent.name}/{target.name}", replaces=replaces,
            )  # fmt: skip
            source = Source(target, content, await self._store.collection())
            report = await self._taken(source, wanted)
        if report.swapped:
            changes = await self._store.past.changes(report.edition, MOST_TOLD)
            report = replace(report, preview=changes)
        return report

    async def add(self, fields: dict[str, Any], *, by: str) -> ReloadReport:
        """Add one briefing given by its fields, and reload; the report's preview has its number.

        Raises `Rejected` where a field is wrong, `AlreadyThere`, and `AttacheError` where it
        cannot be kept.
        """
        target = self._folder() / ADDED
        given = {field: value for field, value in fields.items() if value}
        found = checked({"text": "", **given}, Origin("the briefing", 0), self._shelf.limits)
        if isinstance(found, Problem):
            raise Rejected((found,))
        async with self._one_at_a_time:
            await self._refuse_known(found)
            line = json.dumps(given, ensure_ascii=False).encode() + b"\n"
            source = Source(target, line, await self._store.collection(), appends=True)
            report = await self._taken(source, Wanted(by, "add", self._shelf.data))
        if report.swapped:
            number = await self._store.number_of(found)
            report = replace(report, preview=(Change(number, "added", found.text, found.title),))
        return report

    async def _refuse_known(self, draft: Draft) -> None:
        """Raise `Unfit` where adding this would change nothing."""
        if number := await self._store.number_of(draft):
            raise AlreadyThere("Nothing was added: this is already #{number}.", number=number)
        if number := await self._store.withdrawn_as(draft):
            raise WithdrawnBefore(number)

    async def _taken(self, source: Source, wanted: Wanted) -> ReloadReport:
        """Reload with the file in place; raise `Unfit` where that would remove what it may not."""
        report = await self._make(wanted, source)
        if not report.needs_confirmation:
            return report
        in_file = report.removed_in_file
        if wanted.takes and in_file and not wanted.replaces:
            raise Unfit(
                "Nothing was kept: there is a file {file} already, and this one lacks {removed} of "
                "its briefings, which would go. Hand it in under another name, or, if that is "
                "meant, once more with the option `replace`.",
                file=wanted.takes.rpartition("/")[2],
                removed=in_file,
            )
        raise Unfit(
            "Nothing was kept: {removed} of {present} briefings would go, as other files have "
            "changed. If that is meant, reload first, and then hand this in again.",
            removed=report.removed - in_file,
            present=report.removed + report.unchanged + report.changed,
        )

    def _folder(self) -> Path:
        # Path's may raise.
        if not self._shelf.uploads and os.path.isfile(self._shelf.data):  # noqa: PTH113
            raise Unfit(
                "The data is the single file {file}; point ATTACHE_DATA at a folder to hand "
                "briefings in.",
                file=self._shelf.data,
            )
        return self._shelf.handed_in

    async def _problems(self, name: str, content: bytes) -> tuple[Problem, ...]:
        """Return what is wrong with a file that is handed in, as far as it is shown."""
        async with scratch_folder() as folder:
            try:
                await asyncio.to_thread((folder / name).write_bytes, content)
                return await self._problems_in(folder / name, len(content))
            except OSError as error:
                raise untemporary(error) from None

    async def _problems_in(self, file: Path, size: int) -> tuple[Problem, ...]:
        found: list[Problem] = []
        async with aclosing(records(file, self._shelf.limits, size)) as batches:
            async for batch in batches:
                found += (
                    each for each in batch.problems if not (each.minor and self._shelf.lenient)
                )
                if len(found) >= _MAX_PROBLEMS:
                    break
        return tuple(found[:_MAX_PROBLEMS])


def _safe_name(name: str) -> str:
    """Return a file name that means nothing to a file system but a name; raise `AttacheError`."""
    plain = _ODD.sub("_", Path(name.replace("\\", "/")).name)
    # As many bytes at the end as any file system allows a name, and never a hidden one.
    plain = plain.encode()[-_LONGEST_NAME:].decode(errors="ignore").lstrip("._")
    if plain == ADDED:
        raise Unfit(
            "{file} holds the briefings that were added one by one; hand the file in under another "
            "name.",
            file=ADDED,
        )
    if Path(plain).suffix.lower() not in FORMATS.split(", "):
        raise Unfit(
            "“{file}” is no source of briefings; hand in one of {formats}.",
            file=plain,
            formats=FORMATS,
        )
    return plain
