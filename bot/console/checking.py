"""``attache check``: is everything in order, and if not, what mends it."""

from __future__ import annotations

import asyncio
import os
from contextlib import AsyncExitStack
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from bot.community.community import DATABASE, KEY, is_older, where_in, wrong_with
from bot.console.running_bot import ask_running
from bot.console.secrecy import remark_on_state, remark_on_token, remarks_on_files
from bot.console.text import counted
from bot.errors import AttacheError
from bot.library.files import FULL
from bot.library.opening import opened, temporary_library
from bot.library.restoring import kept_aside
from bot.settings import files_with_secrets
from bot.settings_files import aliases_beside

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from bot.editions import ReloadReport
    from bot.library.library import Library
    from bot.library.shelf import Shelf
    from bot.settings import Loaded

_INDENT = "\n      "
_OLDER = (
    "it is of an older version, and upgraded at the bot's next start, or by `attache migrate`; "
    "until then `attache log` cannot read it"
)
_ROOM_BYTES = 1 << 16
_NONE_YET = "there is none yet; the first start makes it"
_UNLESS_MOVED = "Unless you moved it away, `attache restore` a backup"
_NO_BRIEFINGS = (
    "there is none, but there was one: the next start loads the briefings under new numbers, and "
    f"with what was withdrawn. {_UNLESS_MOVED}"
)
_NO_PEOPLE = (
    "there is none, but there was: the next start begins without settings of servers, follows, "
    f"votes and questions. {_UNLESS_MOVED}"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: is it good, and what is to be said of it.

    ``warns`` tells that it is good enough to go on, but better looked after.
    """

    good: bool
    what: str
    said: str
    warns: bool = False

    def __str__(self) -> str:
        grade = "WARN " if self.warns else "ok   "
        return f"{grade if self.good else 'WRONG'} {self.what}: {self.said}"


async def check_everything(loaded: Loaded, shelf: Shelf) -> list[Finding]:
    """Return what was found of settings, data, databases and index, in this order.

    What troubles a bot that runs, and says so, comes last.
    """
    data, report = await _check_data(shelf)
    store = await _check_store(shelf, report)
    return [
        await asyncio.to_thread(_check_settings, loaded),
        data,
        *store,
        await _check_people(shelf, [each.said for each in store if not each.good]),
        *await _check_running(shelf.state),
    ]


def _check_settings(loaded: Loaded) -> Finding:
    """Return whether there is a token; what is odd about files is told, and stops nothing."""
    said = "no token; all commands but `run` work without"
    remarks = remarks_on_files(files_with_secrets())
    if token := loaded.settings.token:
        said = "a token is set"
        if remark := remark_on_token(token):
            remarks.insert(0, remark)
    if loaded.aliases is None:
        remarks.append(_remark_on_aliases(aliases_beside()))
    return Finding(
        good=True, what="settings", said=_INDENT.join([said, *remarks]), warns=bool(remarks)
    )


def _remark_on_aliases(missing: Path) -> str:
    """Return what it means that there are no names that mean the same, and what to do."""
    if missing.parent.is_dir():
        return (
            f"there is no {missing}, so that names that mean the same are not known; put it back, "
            "or an empty one where none are wanted"
        )
    # The package was installed without the project around it.
    return (
        "there is no folder config here, so that names that mean the same are not known; start it "
        "in the project's folder, as .env is looked for there, too, or name it in ATTACHE_CONFIG"
    )


async def _check_data(shelf: Shelf) -> tuple[Finding, ReloadReport]:
    async with temporary_library(shelf, indexes=False) as library:
        report = await library.reload(by="terminal", reason="attache check", dry_run=True)
    head = f"{counted(report.added, 'briefing')} in {shelf.data}, no problem"
    if report.problems:
        head = counted(len(report.problems), "problem")
    remark = None if report.problems else await asyncio.to_thread(_remark_on_writing, shelf)
    told = [head, remark, *map(str, report.problems), *map(str, report.notes)]
    said = _INDENT.join(filter(None, told))
    good = not report.problems
    return Finding(good=good, what="data", said=said, warns=bool(remark)), report


def _remark_on_writing(shelf: Shelf) -> str | None:
    """Return a sentence where what people hand in cannot be kept in the data, else None."""
    folder = shelf.handed_in
    nearest = folder if folder.is_dir() else folder.parent
    if not nearest.is_dir() or os.access(nearest, os.W_OK | os.X_OK):
        return None
    return (
        f"nothing can be uploaded or added, as {_this_user()} may not write {nearest}; where that "
        f"is wanted, make {folder} a folder of that user"
    )


def _this_user() -> str:
    return f"this user ({os.geteuid()})" if hasattr(os, "geteuid") else "this user"


def _unmakeable(state: Path) -> str | None:
    """Return a sentence where the state folder cannot be made, or be written, else None."""
    nearest = next(each for each in (state, *state.resolve().parents) if each.exists())
    if not nearest.is_dir():
        why = f"{nearest} is no folder"
    elif not os.access(nearest, os.W_OK | os.X_OK):
        why = f"{_this_user()} may not write {nearest}"
    else:
        return None
    return f"there is none, and none can be made, as {why}; name another folder in ATTACHE_STATE"


async def _not_loaded(library: Library, data: ReloadReport) -> str:
    """Return how what is in service differs from the ``data``, nothing where it does not."""
    edition = await library.history.edition(library.edition)
    if data.refused or data.problems or (edition and edition.digest == data.digest):
        return ""
    try:
        found = await library.reload(by="terminal", dry_run=True, may_remove=1.0)
    except AttacheError:
        held = ", which is not what the data holds"
        return held if library.shut else f"{held}: /admin reload reads it"  # a bot has it
    if not (found.added or found.changed or found.removed):
        return ""
    return (
        f"; not loaded yet: {found.added} added, {found.changed} changed, {found.removed} removed "
        "in the data (`attache load`)"
    )


async def _check_people(shelf: Shelf, said_before: Collection[str]) -> Finding:
    wrong = await wrong_with(shelf.state, shelf.url)
    is_missed = await asyncio.to_thread(where_in(shelf.state, shelf.url).is_missed)
    said = wrong or (_NO_PEOPLE if is_missed else "whole, or none yet")
    if wrong in said_before:
        said = "in the same database"
    remark = await asyncio.to_thread(remark_on_state, shelf.state)
    aside = await asyncio.to_thread(_remark_on_kept_aside, shelf)
    strangers = None if shelf.url else await asyncio.to_thread(_remark_on_key, shelf.state)
    older = _OLDER if await is_older(shelf.state, shelf.url) else None
    said = _INDENT.join(filter(None, [said, older, strangers, remark, aside]))
    warns = is_missed or bool(remark or strangers)
    return Finding(good=wrong is None, what="what people left", said=said, warns=warns)


def _remark_on_key(state: Path) -> str | None:
    """Return a sentence where people are kept under names of a key that is gone, else None."""
    if not (state / DATABASE).exists() or (state / KEY).exists():
        return None
    return (
        f"{state / KEY} is missing; put a copy of it there before the next start, which makes a "
        "new one, with which nobody can see or delete any more what was kept of them before"
    )


def _remark_on_kept_aside(shelf: Shelf) -> str | None:
    """Return a sentence where restores have kept databases aside, else None."""
    try:
        kept = [*kept_aside(shelf.database), *kept_aside(shelf.state / DATABASE)]
    except OSError:
        return None  # whoever asks is another user, who may not read the folder
    if not kept:
        return None
    return (
        f"restores have kept aside {', '.join(map(str, kept))}; remove what is not wanted any more"
    )


async def _check_running(state: Path) -> list[Finding]:
    """Return what keeps the bot that runs from being well, nothing where none tells."""
    told = await ask_running(state)
    troubles = [*told["wrong"], *told["troubles"]] if told else []
    said = _INDENT.join(troubles)
    return [Finding(good=True, what="running bot", said=said, warns=True)] if troubles else []


def _remark_on_room(state: Path) -> str | None:
    """Return a sentence where nothing more has room in the state folder, else None."""
    try:
        with TemporaryFile(dir=state) as file:
            file.write(bytes(_ROOM_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno in FULL:
            return (
                f"nothing more can be written to {state} ({error.strerror}): what people ask waits "
                "meanwhile, and is lost where the bot is stopped; make room there"
            )
    return None  # whoever asks may be another user, who may not write there


async def _check_store(shelf: Shelf, data: ReloadReport) -> list[Finding]:
    if shelf.url is None and not shelf.database.exists():
        wrong = await asyncio.to_thread(_unmakeable, shelf.state)
        is_missed = shelf.where.is_missed()
        said = wrong or (_NO_BRIEFINGS if is_missed else _NONE_YET)
        return [Finding(good=wrong is None, what="database", said=said, warns=is_missed)]
    async with AsyncExitStack() as stack:
        try:
            library = await stack.enter_async_context(opened(shelf))
        except AttacheError as error:
            return [Finding(good=False, what="database", said=str(error))]
        wrong = await library.integrity()
        withdrawn = await library.editing.withdrawals()
        left_out = f"; {withdrawn} withdrawn, and left out" if withdrawn else ""
        differs = "" if wrong else await _not_loaded(library, data)
        held = counted(library.briefings, "briefing")
        said = f"edition {library.edition}, {held}{left_out}{differs}"
        # Who holds the folder has written there before it was full.
        room = library.shut or await asyncio.to_thread(_remark_on_room, shelf.state)
        said = _INDENT.join(filter(None, [wrong or said, room]))
        found = await library.ask("", 1)
        anew = f". {library.rebuilt}" if library.rebuilt else ""
        return [
            Finding(wrong is None, "database", said, warns=bool(room)),
            Finding(good=True, what="index", said=f"of edition {found.edition}{anew}"),
        ]
