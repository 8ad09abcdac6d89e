"""The commands that look after the databases: backups, checks, upgrades, and moving house."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.backups import back_up_all, check_whole, restore_all
from bot.cli import panels
from bot.cli.opening import change, configured_shelf, read
from bot.community.community import DATABASE, KEY, upgrade, wrong_with
from bot.console.failures import ExitCode, one_line
from bot.console.given import refuse_missing
from bot.console.signals import run_tidying_up
from bot.databases.sqlite.schema import copies_of
from bot.errors import StoreUnusable
from bot.moving import home_of, in_files, in_folder, in_postgres, move

if TYPE_CHECKING:
    from bot.databases.copying import Copied
    from bot.library.library import Library
    from bot.library.shelf import Shelf
    from bot.moving import Home

# A scheme, or a host; one letter and a colon is a drive of Windows.
_LIKE_AN_ADDRESS = re.compile(r"[^/\\]{2,}:|[^/\\]*@")


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command(rich_help_panel=panels.CHECK)(verify)
    for command in (backup, restore, migrate):
        app.command(rich_help_panel=panels.DATABASES)(command)
    app.command(name="move", rich_help_panel=panels.DATABASES)(move_house)


def backup(file: Annotated[Path, typer.Argument(help="A file that is not there yet.")]) -> None:
    """Copy the databases, in use or not, and check the copies."""
    with one_line():
        shelf = configured_shelf()
        for part in run_tidying_up(back_up_all(shelf, file)):
            source = "What the shared database holds" if shelf.url else part.database
            typer.echo(f"{source} is copied to {part.backup}, and the copy is whole.")


def restore(
    file: Annotated[Path, typer.Argument(help="A backup.")],
) -> None:
    """Put a backup in place of the databases, which are kept aside."""
    with one_line():
        refuse_missing(file)
        shelf = configured_shelf()
        if shelf.url:
            _fill_shared(shelf, file)
            return
        restored = run_tidying_up(restore_all(shelf, file))
        names = " and ".join(str(part.backup) for part in restored.parts)
        kept = f" Kept aside: {', '.join(map(str, restored.aside))}." if restored.aside else ""
        typer.echo(f"In place: {names}; the index is built at the next start.{kept}")
        for trouble in restored.troubles:
            typer.echo(trouble, err=True)
        if restored.kept_out:
            typer.echo(
                "Withdrawn since the backup was made, and still so; `attache readmit` lets it in:"
            )
            for each in restored.kept_out:
                typer.echo(each)


def _fill_shared(shelf: Shelf, file: Path) -> None:
    """Put a backup into a shared database, which has to be empty."""
    run_tidying_up(check_whole(shelf, file))
    _moved(in_files(file), home_of(shelf))


def verify() -> None:
    """Compare every briefing with what was loaded and with the index.

    What people left with the bot is looked at, too.
    """

    async def verified(library: Library) -> tuple[list[str], str | None]:
        return await library.verify(), library.rebuilt

    with one_line():
        shelf = configured_shelf()
        people = run_tidying_up(wrong_with(shelf.state, shelf.url))
        try:
            wrong, rebuilt = read(verified)
        except StoreUnusable as error:
            if people and people != str(error):  # a database that both share is away for both
                typer.echo(f"WRONG {people}")
            raise
        if people:
            typer.echo(f"WRONG {people}")
        if rebuilt:
            typer.echo(rebuilt)
        for each in wrong:
            typer.echo(f"WRONG {each}")
        if wrong:
            typer.echo("Remove the index folder to have it built anew, or `restore` a backup.")
        if wrong or people:
            raise typer.Exit(ExitCode.PROBLEMS)
        typer.echo("Database and index are whole, and tell the same.")


def migrate() -> None:
    """Bring older databases up to date; copies of them are kept."""
    with one_line():
        shelf = configured_shelf()
        files = (shelf.database, shelf.state / DATABASE)
        before = {copy for file in files for copy in copies_of(file)}

        async def upgraded(library: Library) -> int:
            # While the state folder is held, so that no bot has it.
            await upgrade(shelf.state, shelf.url)
            return library.edition

        edition = change(upgraded, instead="stop that one first")
        copies = [copy for file in files for copy in copies_of(file) if copy not in before]
        typer.echo(f"The databases have the present schema; edition {edition} is in service.")
        if copies:
            kept = ", ".join(map(str, copies))
            typer.echo(f"Upgraded; as they were before they are kept in {kept}.")
        elif not shelf.url:
            typer.echo("There was nothing to upgrade.")


def move_house(
    to: Annotated[
        str,
        typer.Option(
            "--to", help="The address of an empty PostgreSQL database, or a folder for files."
        ),
    ],
) -> None:
    """Copy everything to another database, and compare it.

    What is to be set to use that from now on is told.
    """
    with one_line():
        shelf = configured_shelf()
        if not to.strip():
            raise typer.BadParameter("There is no place; name an address, or a folder.")
        is_url = to.startswith(("postgresql://", "postgres://"))
        if not is_url and _LIKE_AN_ADDRESS.match(to):
            raise typer.BadParameter(
                f"{to} is neither an address of a database nor a folder; an address is like "
                "postgresql://user:password@host/database, and a folder of such a name is given "
                "as ./NAME."
            )
        target = in_postgres(to) if is_url else in_folder(Path(to))
        # Files are held by whoever uses them; who uses a shared database is asked there.
        lock = None if shelf.url else shelf.hold()
        try:
            _moved(home_of(shelf), target)
        finally:
            if lock:
                lock.release()
        typer.echo(_from_now_on(shelf, to, is_url=is_url))


def _from_now_on(shelf: Shelf, to: str, *, is_url: bool) -> str:
    """Tell what is to be done after everything was moved ``to`` there."""
    said = [f"From now on set ATTACHE_STATE to {to}."]
    if is_url:
        said = ["From now on set ATTACHE_DATABASE_URL to that address."]
    elif shelf.url:
        said = [f"From now on set ATTACHE_STATE to {to}, and ATTACHE_DATABASE_URL no more."]
    key = shelf.state / KEY
    if key.exists():
        # Nobody has left anything where there is none.
        whose = (
            "Every process needs a copy of {} in its state folder." if is_url else "Copy {} there."
        )
        said.append(whose.format(key))
    said.append(
        "The shared database stays as it is." if shelf.url else "The files stay as they are."
    )
    return " ".join(said)


def _moved(source: Home, target: Home) -> None:
    """Move everything, showing how far it is, and list what arrived."""
    from rich.console import Console  # noqa: PLC0415 - the bot on Discord can do without it

    console = Console(stderr=True)
    with console.status("Copying") as shown:

        def tell(table: str, rows: int) -> None:
            shown.update(f"Copying {table}: {rows:,}")

        copied: list[Copied] = run_tidying_up(move(source, target, progress=tell))
    for each in copied:
        if each.rows:
            typer.echo(f"{each.table}: {each.rows:,}")
    typer.echo("All of it arrived as it was.")
