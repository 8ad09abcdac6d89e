"""The commands of whoever looks after the collection, with the same words as ``/admin``."""

from __future__ import annotations

import json
from contextlib import contextmanager, nullcontext
from errno import EEXIST, EISDIR
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from bot.cli import panels
from bot.cli.opening import change, configured_shelf, read
from bot.community.community import audited
from bot.console.failures import ExitCode, Failure, one_line
from bot.console.given import refuse_missing, refuse_other_bytes
from bot.console.printing import output_in_utf_8
from bot.console.status import NOTHING_YET
from bot.console.text import (
    changes_as_text,
    counted,
    editions_as_text,
    log_as_text,
    report_as_text,
    withdrawal_as_text,
)
from bot.errors import AttacheError
from bot.library.exporting import as_record
from bot.library.history import merged
from bot.library.uploads import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.editions import ReloadReport
    from bot.library.library import Library

_BY = "terminal"
_LOOKED_AT = 100
NumberArgument = Annotated[int, typer.Argument(min=1, help="The number after # under an answer.")]
EditionArgument = Annotated[int, typer.Argument(min=1, help="Its number, see `editions`.")]


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    for panel, commands in (
        (panels.BRIEFINGS, (add, upload, withdraw, readmit, export)),
        (panels.EDITIONS, (editions, changes, rollback)),
        (panels.CHECK, (log,)),
    ):
        for command in commands:
            app.command(rich_help_panel=panel)(command)


def editions() -> None:
    """List the editions that can be gone back to."""
    with one_line():
        found = read(lambda library: library.history.editions(limit=10_000))
        typer.echo(editions_as_text(found) or NOTHING_YET)


def changes(
    edition: Annotated[
        int | None, typer.Argument(min=1, help="Its number; the one in service where left out.")
    ] = None,
) -> None:
    """List what an edition changed."""

    async def changed(library: Library) -> str:
        number = edition or library.edition
        if not number:
            return NOTHING_YET
        found = await library.history.edition(number)
        if found is None:
            raise AttacheError(f"Edition {number} is not kept; `editions` lists them.")
        return changes_as_text(found, await library.history.changes(number, limit=10_000))

    with one_line():
        typer.echo(read(changed))


def rollback(edition: EditionArgument) -> None:
    """Put an earlier edition in service again, as a new one."""
    with one_line():
        _finish(change(lambda library: library.editing.roll_back(edition, by=_BY)))


def withdraw(
    number: NumberArgument,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; else it is only shown.")] = False,
) -> None:
    """Take a briefing out for good; later loads leave it out too."""
    with one_line():
        if yes:
            _finish(change(lambda library: library.editing.withdraw(number, by=_BY)))
            return
        typer.echo(withdrawal_as_text(read(lambda library: library.editing.to_withdraw(number))))
        raise typer.Exit(ExitCode.PROBLEMS)


def readmit(number: NumberArgument) -> None:
    """Let a withdrawn briefing in again."""
    with one_line():
        _finish(change(lambda library: library.editing.readmit(number, by=_BY)))


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
        refuse_other_bytes([text, title, date, source, url, *(tag or [])])
        _finish(change(lambda library: library.uploads.add(fields, by=_BY)))


def upload(
    file: Annotated[Path, typer.Argument(help="The file.")],
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace one of this name, and what it held.")
    ] = False,
) -> None:
    """Put a checked copy of a file into the data folder, and load it."""
    with one_line():
        refuse_missing(file)
        if not file.is_file() and not file.is_dir():
            # It may never end, nor begin.
            raise Failure(f"{file} is a device or a pipe; give a file.", ExitCode.STORE)
        try:
            with file.open("rb") as opened:
                content = opened.read(MAX_BYTES + 1)  # what is longer is refused, however long
        except OSError as error:
            raise Failure(f"{file} cannot be read ({error.strerror}).", ExitCode.STORE) from None

        async def taken(library: Library) -> ReloadReport:
            return await library.uploads.upload(file.name, content, by=_BY, replaces=replace)

        _finish(change(taken))


def export(
    file: Annotated[
        Path | None, typer.Argument(help="Where to; standard output where left out.")
    ] = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Write over a file.")] = False,
) -> None:
    """Write every briefing in service as JSON Lines."""

    async def write(library: Library) -> int:
        count = 0
        place = nullcontext(output_in_utf_8()) if file is None else _written(file, force=force)
        async with library.export() as (_, briefings):
            with _told(file), place as out:
                async for briefing in briefings:
                    out.write(json.dumps(as_record(briefing), ensure_ascii=False) + "\n")
                    count += 1
                out.flush()
        return count

    with one_line():
        count = read(write)
        if file is not None:
            typer.echo(f"{counted(count, 'briefing')} {'is' if count == 1 else 'are'} in {file}.")


def log(
    lines: Annotated[int, typer.Option(min=1, help="How many of the newest lines.")] = 20,
) -> None:
    """Tell who did what when, and who was denied what."""
    with one_line():
        shelf = configured_shelf()

        async def logged(library: Library) -> str:
            # Lines before those that are shown tell where these belong, where the clock was wrong.
            most = max(lines, _LOOKED_AT)
            audit = await audited(shelf.state, shelf.url, most)
            return log_as_text(merged(await library.history.log(most), audit)[:lines])

        typer.echo(read(logged, shelf))


@contextmanager
def _told(file: Path | None) -> Iterator[None]:
    """Turn what hinders writing to a file, or to standard output, into a `Failure`."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads it, such as `head`, has enough
    except FileExistsError:
        raise Failure(
            f"{file} is there already; give another name, or --force to write over it.",
            ExitCode.PROBLEMS,
        ) from None
    except OSError as error:
        where = file or "Standard output"
        raise Failure(f"{where} cannot be written ({error.strerror}).", ExitCode.STORE) from None


@contextmanager
def _written(file: Path, *, force: bool) -> Iterator[TextIO]:
    """Give a file to write to, which has its name, and its place, only once it is whole.

    Raises ``FileExistsError`` where it is there already, unless ``force``.
    """
    if file.is_dir():
        raise IsADirectoryError(EISDIR, "it is a folder")
    if file.exists() and not force:
        raise FileExistsError(EEXIST, "it is there already")
    target = file.resolve()  # a link stays one
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8") as out:  # a pipe, a device
            yield out
        return
    making = target.with_name(f"{target.name}.making")
    try:
        with making.open("w", encoding="utf-8") as out:
            yield out
        making.replace(target)
    finally:
        making.unlink(missing_ok=True)


def _finish(report: ReloadReport) -> None:
    typer.echo(report_as_text(report))
    if report.refused:
        raise typer.Exit(ExitCode.PROBLEMS)
