"""The commands: ``attache COMMAND``, or ``python -m bot COMMAND``."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import cli_admin, cli_databases
from bot.app import make_shelf
from bot.cli_opening import done_to
from bot.console import panels
from bot.console.as_json import answer_as_json, report_as_json
from bot.console.checking import check_everything
from bot.console.failures import (
    ExitCode,
    Failure,
    logged_settings,
    one_line,
    quiet_settings,
    refuse_missing,
)
from bot.console.running_bot import ask_running, running_as_text
from bot.console.status import status_as_json, status_as_text
from bot.console.text import report_as_text
from bot.library.passing import opened, passing_library
from bot.pauses import uncollected
from bot.talk.marks import without_marks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from rich.console import Console

    from bot.library.library import Library
    from bot.library.shelf import Shelf
    from bot.library.status import LibraryStatus
    from bot.model import Answer, ReloadReport
    from bot.settings import Loaded

app = typer.Typer(
    name="attache",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


_MOST_LISTED = 15
"""Of what a load changed; as many as a dry run lists at the most."""


class Format(StrEnum):
    """How answers are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class ReportFormat(StrEnum):
    """How reports are printed."""

    TEXT = "text"
    JSON = "json"


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data", help="Answer from this file or folder, in a temporary store.", show_default=False
    ),
]


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


@app.command(rich_help_panel=panels.ASK)
def ask(
    question: Annotated[list[str] | None, typer.Argument(help="The question.")] = None,
    *,
    batch: Annotated[
        str | None, typer.Option(help="A file with a question a line, - for standard input.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=50, help="Briefings an answer cites.")] = 3,
    data: DataOption = None,
    output: Annotated[Format, typer.Option("--format", help="How answers are printed.")] = (
        Format.TEXT
    ),
) -> None:
    """Answer one question, or many from a file."""
    with one_line():
        asked = " ".join(question) if question else None
        if (asked is None) == (batch is None):
            raise typer.BadParameter("Give a question, or --batch FILE, and not both.")
        if asked is not None and not asked.strip():
            raise typer.BadParameter("There is no question; write what you want to know.")
        refuse_missing(data)
        shelf = make_shelf(quiet_settings(), data)
        telling = _Telling(output, limit, names_questions=batch is not None)
        _ask(shelf, _questions(asked, batch), telling, passing=data is not None)


@app.command(rich_help_panel=panels.ASK)
def chat(data: DataOption = None) -> None:
    """Talk with the bot in the terminal."""
    with one_line():
        refuse_missing(data)
        loaded = quiet_settings()
        _chat(make_shelf(loaded, data), loaded, passing=data is not None)


@app.command(rich_help_panel=panels.BRIEFINGS)
def load(
    path: Annotated[
        Path | None, typer.Argument(help="File or folder; the configured data where left out.")
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
        shelf = make_shelf(quiet_settings())
        report = asyncio.run(_load(shelf, path, dry_run=dry_run, yes=yes))
        if output is ReportFormat.JSON:
            typer.echo(json.dumps(report_as_json(report), ensure_ascii=False, indent=2))
        else:
            typer.echo(report_as_text(report))
        if report.refused:
            raise typer.Exit(ExitCode.PROBLEMS)


@app.command(rich_help_panel=panels.CHECK)
def check() -> None:
    """Check settings, data and databases, and tell what mends them."""
    with one_line():
        loaded = quiet_settings("error")
        findings = asyncio.run(check_everything(loaded, make_shelf(loaded)))
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
        told = asyncio.run(ask_running(loaded.settings.state))
        if ready:
            typer.echo(running_as_text(told))
            raise typer.Exit(ExitCode.NETWORK if told is None or told["wrong"] else 0)
        found = asyncio.run(_status(make_shelf(loaded)))
        if output is ReportFormat.JSON:
            whole = {**status_as_json(found), "running": told}
            typer.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        else:
            typer.echo(f"{status_as_text(found)}\n{running_as_text(told)}")


# After the commands above, so that the help begins with those that everybody needs.
cli_admin.register(app)
cli_databases.register(app)


def _questions(question: str | None, batch: str | None) -> Iterator[str]:
    if batch is None:
        return iter([question or ""])
    if batch == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return (line.rstrip("\r\n") for line in sys.stdin)
    try:
        text = Path(batch).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise Failure(f"{batch} cannot be read ({error.strerror}).", ExitCode.STORE) from None
    return iter(text.split("\n")[: -1 if text.endswith("\n") else None])


@asynccontextmanager
async def _opened(shelf: Shelf, *, passing: bool) -> AsyncIterator[Library]:
    """Yield a library: of the data alone, or the configured one, beside a running bot too."""
    if passing:
        async with passing_library(shelf) as library:
            if library.last_reload and library.last_reload.refused:
                raise Failure(report_as_text(library.last_reload), ExitCode.PROBLEMS)
            yield library
        return
    async with opened(shelf, load_if_empty=True) as library:
        yield library


@dataclass(frozen=True, slots=True)
class _Telling:
    """How answers are printed, and how many briefings each cites."""

    output: Format
    limit: int
    names_questions: bool


def _ask(shelf: Shelf, questions: Iterator[str], how: _Telling, *, passing: bool) -> None:
    """Answer the questions, which are waited for outside the loop: so Ctrl-C ends that at once."""
    # Imported where it is needed, here and below: the bot on Discord can do without rich, which
    # takes as long to import as finding.
    from rich.console import Console  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    answers = []
    with asyncio.Runner() as runner:
        opening = AsyncExitStack()
        try:
            library = runner.run(opening.enter_async_context(_opened(shelf, passing=passing)))
            first = library.last_reload
            if first and (first.problems or not library.briefings):
                typer.echo(report_as_text(first), err=True)
            for question in questions:
                if how.output is Format.TEXT and not question.strip():
                    continue  # what parts questions is none; in JSON, lines and objects go together
                answers += runner.run(_told(console, library, question, how))
        finally:
            runner.run(opening.aclose())
    if how.output is Format.JSON:
        typer.echo(_json_list(answers))


async def _told(console: Console, library: Library, question: str, how: _Telling) -> list[Answer]:
    """Print an answer, or return it where all are printed together at the end."""
    from bot.console.answers import question_as_text  # noqa: PLC0415
    from bot.console.aside import replied  # noqa: PLC0415

    if how.output is Format.TEXT:
        if how.names_questions:
            console.print(question_as_text(question))
        console.print(await replied(library, question, how.limit))
        return []
    answer = replace(await library.ask(without_marks(question), how.limit), question=question)
    if how.output is Format.JSON:
        return [answer]
    typer.echo(json.dumps(answer_as_json(answer), ensure_ascii=False))
    return []


def _json_list(answers: list[Answer]) -> str:
    objects = [answer_as_json(answer) for answer in answers]
    return json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2)


def _chat(shelf: Shelf, loaded: Loaded, *, passing: bool) -> None:
    from rich.console import Console  # noqa: PLC0415

    from bot.console.chat import Conversation  # noqa: PLC0415

    _use_history()
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    with asyncio.Runner() as runner:
        opening = AsyncExitStack()
        try:
            library = runner.run(opening.enter_async_context(_opened(shelf, passing=passing)))
            talk = Conversation(library, console, loaded.settings.answers)
            talk.run(input, runner.run)
        finally:
            runner.run(opening.aclose())


def _use_history() -> None:
    """Give the prompt line editing where the platform has readline."""
    try:
        import readline  # noqa: F401, PLC0415 - importing it is what turns it on
    except ImportError:
        return


async def _load(shelf: Shelf, path: Path | None, *, dry_run: bool, yes: bool) -> ReloadReport:
    async def work(library: Library) -> ReloadReport:
        report = await library.reload(
            by="terminal", reason="attache load", data=path, dry_run=dry_run,
            may_remove=1.0 if yes else None,
        )  # fmt: skip
        if report.swapped and not report.preview:
            changes = await library.history.changes(report.edition, _MOST_LISTED)
            report = replace(report, preview=changes)
        return report

    return await done_to(shelf, work, _beside_a_bot(path, dry_run=dry_run))


def _beside_a_bot(path: Path | None, *, dry_run: bool) -> str:
    """Return what to do instead of loading where a bot holds the state folder."""
    instead = "/admin reload in Discord reads the data, as ATTACHE_WATCH=true does by itself"
    if dry_run:
        instead = "/admin check in Discord tells what would change"
    elif path:
        instead = "/admin upload in Discord takes a file in"
    return f"if that is the bot, {instead}; else wait until it is done"


async def _status(shelf: Shelf) -> LibraryStatus:
    async with opened(shelf) as library:
        return await library.status()
