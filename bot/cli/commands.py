"""The commands: ``attache COMMAND``, or ``python -m bot COMMAND``."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from bot.app import make_shelf
from bot.cli import admin, asking, databases, panels
from bot.cli.opening import change, read
from bot.console.as_json import report_as_json
from bot.console.checking import check_everything
from bot.console.failures import ExitCode, Failure, one_line
from bot.console.given import given_path, refuse_missing
from bot.console.loading import logged_settings, quiet_settings
from bot.console.printing import print_json
from bot.console.running_bot import ask_running, running_as_text
from bot.console.signals import run_tidying_up
from bot.console.status import status_as_json, status_as_text
from bot.console.text import report_as_text
from bot.library.history import MOST_TOLD
from bot.pauses import uncollected

if TYPE_CHECKING:
    from bot.editions import ReloadReport
    from bot.library.library import Library

app = typer.Typer(
    name="attache",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class ReportFormat(StrEnum):
    """How reports are printed."""

    TEXT = "text"
    JSON = "json"


def _tell_version(asked: bool) -> None:
    if asked:
        try:
            typer.echo(f"attache {version('attache')}")
        except PackageNotFoundError:
            typer.echo("attache, not installed, so that its version is not known")
        raise typer.Exit


@app.callback()
def options(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", help="Tell the version.", callback=_tell_version, is_eager=True),
    ] = False,
) -> None:
    """Answers questions from briefings, and cites every one that it uses."""


@app.command(rich_help_panel=panels.RUN)
def run() -> None:
    """Run the bot on Discord until it is stopped."""
    with one_line():
        loaded = logged_settings()
        with uncollected():
            # Imported here: only this command and `try` need discord.py.
            from bot.running import run_bot  # noqa: PLC0415

        asyncio.run(run_bot(loaded))


@app.command(name="try", rich_help_panel=panels.RUN)
def try_out(
    port: Annotated[
        int, typer.Option(min=0, max=65_535, help="Port of the page; 0 takes a free one.")
    ] = 0,
    *,
    dm: Annotated[bool, typer.Option("--dm", help="Open a direct message.")] = False,
    browser: Annotated[bool, typer.Option(help="Open a browser where there is one.")] = True,
) -> None:
    """Try the bot in a page that looks like Discord; needs no token."""
    with one_line():
        loaded = quiet_settings()
        try:
            from bot.tryout import try_out as open_page  # noqa: PLC0415 - an extra of its own
        except ModuleNotFoundError as error:
            raise Failure(
                f"The try-out page needs {error.name}; install it with: pip install 'attache[try]'",
                ExitCode.SETTINGS,
            ) from None
        asyncio.run(open_page(loaded, port=port, direct=dm, browser=browser))


asking.register(app)


@app.command(rich_help_panel=panels.BRIEFINGS)
def load(
    path: Annotated[
        Path | None,
        typer.Argument(
            parser=given_path, help="File or folder; the configured data where left out."
        ),
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would change, and change nothing.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Load even where that removes many briefings.")
    ] = False,
    output: Annotated[ReportFormat, typer.Option("--format", help="How the report is printed.")] = (
        ReportFormat.TEXT
    ),
) -> None:
    """Load the briefings from their files as a new edition."""
    with one_line():
        refuse_missing(path)
        report = change(lambda library: _loaded(library, path, dry_run=dry_run, yes=yes))
        if output is ReportFormat.JSON:
            print_json(report_as_json(report))
        else:
            typer.echo(report_as_text(report))
        if report.refused:
            raise typer.Exit(ExitCode.PROBLEMS)


@app.command(rich_help_panel=panels.CHECK)
def check() -> None:
    """Check settings, data and databases, and tell what mends them."""
    with one_line():
        loaded = quiet_settings("error")
        findings = run_tidying_up(check_everything(loaded, make_shelf(loaded)))
        for finding in findings:
            typer.echo(str(finding))
        if not all(finding.good for finding in findings):
            raise typer.Exit(ExitCode.PROBLEMS)


@app.command(rich_help_panel=panels.CHECK)
def status(
    output: Annotated[ReportFormat, typer.Option("--format", help="How it is printed.")] = (
        ReportFormat.TEXT
    ),
    *,
    ready: Annotated[
        bool, typer.Option("--ready", help="Only tell whether the running bot is ready.")
    ] = False,
) -> None:
    """Tell what is loaded, and how the running bot is doing."""
    with one_line():
        loaded = quiet_settings()
        told = run_tidying_up(ask_running(loaded.settings.state))
        if ready:
            typer.echo(running_as_text(told))
            raise typer.Exit(ExitCode.NETWORK if told is None or told["wrong"] else 0)
        found = read(lambda library: library.status(), make_shelf(loaded))
        if output is ReportFormat.JSON:
            print_json({**status_as_json(found), "running": told})
        else:
            typer.echo(f"{status_as_text(found)}\n{running_as_text(told)}")


# After the commands above, so that the help begins with those that everybody needs.
admin.register(app)
databases.register(app)


async def _loaded(library: Library, path: Path | None, *, dry_run: bool, yes: bool) -> ReloadReport:
    """Load what stands at the path; the report has what the new edition changes, too."""
    report = await library.reload(
        by="terminal", reason="attache load", data=path, dry_run=dry_run,
        may_remove=1.0 if yes else None,
    )  # fmt: skip
    if report.swapped and not report.preview:
        changes = await library.history.changes(report.edition, MOST_TOLD)
        report = replace(report, preview=changes)
    return report
