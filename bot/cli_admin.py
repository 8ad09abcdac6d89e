"""The commands of whoever looks after the collection, with the same words as ``/admin``."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.app import make_shelf
from bot.backups import parts_of
from bot.console.failures import ExitCode, Failure, one_line, quiet_settings
from bot.console.text import (
    changes_as_text,
    editions_as_text,
    log_as_text,
    problems_as_text,
    report_as_text,
)
from bot.library.backup import back_up
from bot.library.backup import restore as put_back
from bot.library.errors import StateInUse
from bot.library.exporting import as_record
from bot.library.library import Library
from bot.library.uploads import Rejected

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.library.shelf import Shelf
    from bot.model import ReloadReport

_T = TypeVar("_T")
_BY = "terminal"
EditionArgument = Annotated[int, typer.Argument(min=1, help="Its number, see `editions`.")]


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    for command in (
        editions, changes, rollback, withdraw, add, upload, export, log, backup, restore, verify,
        migrate,
    ):  # fmt: skip
        app.command()(command)


def editions() -> None:
    """List the editions that can be gone back to."""
    with one_line():
        found = _read(lambda library: library.history.editions(limit=10_000))
        typer.echo(editions_as_text(found))


def changes(
    edition: Annotated[
        int | None, typer.Argument(min=1, help="Its number; the one in service where left out.")
    ] = None,
) -> None:
    """List what an edition changed."""

    async def changed(library: Library) -> str:
        number = edition or library.edition
        found = await library.history.edition(number)
        if found is None:
            raise Failure(
                f"Edition {number} is not kept; `editions` lists them.", ExitCode.PROBLEMS
            )
        return changes_as_text(found, await library.history.changes(number, limit=10_000))

    with one_line():
        typer.echo(_read(changed))


def rollback(edition: EditionArgument) -> None:
    """Put an earlier edition in service again, as a new one."""
    with one_line():
        _finish(_change(lambda library: library.roll_back(edition, by=_BY)))


def withdraw(
    number: Annotated[int, typer.Argument(min=1, help="The number after # under an answer.")],
) -> None:
    """Take a briefing out of service for good; later loads leave it out too."""
    with one_line():
        _finish(_change(lambda library: library.withdraw(number, by=_BY)))


def add(
    text: Annotated[str, typer.Argument(help="The briefing.")],
    *,
    title: Annotated[str, typer.Option(help="Its title.")] = "",
    date: Annotated[str, typer.Option(help="Its date, such as 2024-12-08.")] = "",
    source: Annotated[str, typer.Option(help="Where it comes from.")] = "",
    url: Annotated[str, typer.Option(help="A link.")] = "",
    tag: Annotated[list[str] | None, typer.Option(help="A tag; may be given again.")] = None,
) -> None:
    """Add one briefing to the data folder, and load it."""
    fields = {
        "text": text, "title": title, "date": date, "source": source, "url": url, "tags": tag,
    }  # fmt: skip
    with one_line():
        _finish(_change(lambda library: library.uploads.add(fields, by=_BY)))


def upload(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The file.")],
) -> None:
    """Put a checked copy of a file into the data folder, and load it."""
    with one_line():
        content = file.read_bytes()
        _finish(_change(lambda library: library.uploads.upload(file.name, content, by=_BY)))


def export(
    file: Annotated[
        Path | None, typer.Argument(help="Where to; standard output where left out.")
    ] = None,
) -> None:
    """Write every briefing in service as JSON Lines."""

    async def write(library: Library) -> int:
        count = 0
        target = nullcontext(sys.stdout) if file is None else file.open("w", encoding="utf-8")
        with target as out:
            async for briefing in library.export():
                out.write(json.dumps(as_record(briefing), ensure_ascii=False) + "\n")
                count += 1
        return count

    with one_line():
        try:
            count = _read(write)
        except OSError as error:
            raise Failure(f"{file} cannot be written ({error.strerror}).", ExitCode.STORE) from None
        if file is not None:
            typer.echo(f"{count} briefings are in {file}.")


def log(
    lines: Annotated[int, typer.Option(min=1, help="How many of the newest lines.")] = 20,
) -> None:
    """Tell who did what when."""
    with one_line():
        typer.echo(log_as_text(_read(lambda library: library.history.log(lines))))


def backup(file: Annotated[Path, typer.Argument(help="A file that is not there yet.")]) -> None:
    """Copy the databases, while they are in use or not, and check the copies."""
    with one_line():
        parts = [part for part in parts_of(_shelf(), file) if part.database.exists()]
        for part in parts or parts_of(_shelf(), file)[:1]:
            asyncio.run(back_up(part.database, part.backup, part.migrations))
            typer.echo(f"{part.database} is copied to {part.backup}, and the copy is whole.")


def restore(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A backup.")],
) -> None:
    """Put a backup in place of the databases; the old ones are kept aside."""
    with one_line():
        shelf = _shelf()
        parts = parts_of(shelf, file)
        present = [parts[0], *(part for part in parts[1:] if part.backup.exists())]
        aside = asyncio.run(put_back(shelf, present))
        names = " and ".join(str(part.backup) for part in present)
        kept = f" Kept aside: {', '.join(map(str, aside))}." if aside else ""
        typer.echo(f"In place: {names}; the index is built at the next start.{kept}")


def verify() -> None:
    """Compare every briefing of the database with the index."""
    with one_line():
        wrong = _read(lambda library: library.verify())
        for each in wrong:
            typer.echo(f"WRONG {each}")
        if wrong:
            typer.echo("Remove the index folder to have it built anew, or `restore` a backup.")
            raise typer.Exit(ExitCode.PROBLEMS)
        typer.echo("Database and index are whole, and tell the same.")


def migrate() -> None:
    """Bring an older database to the present schema; a copy of the old one is kept."""

    async def nothing(library: Library) -> int:
        return library.edition

    with one_line():
        edition = _change(nothing)
        typer.echo(f"The database has the present schema; edition {edition} is in service.")


def _shelf() -> Shelf:
    return make_shelf(quiet_settings())


def _read(work: Callable[[Library], Awaitable[_T]]) -> _T:
    """Do what changes nothing, beside a running bot too."""

    async def do() -> _T:
        async with _opened(_shelf(), beside=True) as library:
            return await work(library)

    return asyncio.run(do())


def _change(work: Callable[[Library], Awaitable[_T]]) -> _T:
    """Do what changes the collection, which needs it to ourselves."""

    async def do() -> _T:
        async with _opened(_shelf(), beside=False) as library:
            return await work(library)

    try:
        return asyncio.run(do())
    except Rejected as error:
        raise Failure(
            "Nothing was kept.\n" + problems_as_text(error.problems), ExitCode.PROBLEMS
        ) from None


@asynccontextmanager
async def _opened(shelf: Shelf, *, beside: bool) -> AsyncIterator[Library]:
    try:
        library = await Library.open(shelf, load_if_empty=False)
    except StateInUse:
        if not beside:
            raise
        library = await Library.open(shelf, read_only=True)
    try:
        yield library
    finally:
        await library.close()


def _finish(report: ReloadReport) -> None:
    typer.echo(report_as_text(report))
    if not report.swapped and (report.problems or report.needs_confirmation):
        raise typer.Exit(ExitCode.PROBLEMS)
