"""The commands that answer questions: in a conversation, one, or many from a file."""

from __future__ import annotations

import asyncio
import sys
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.app import make_shelf
from bot.cli import panels
from bot.cli.opening import opened_to_ask
from bot.console.as_json import answer_as_json
from bot.console.failures import ExitCode, Failure, one_line
from bot.console.given import given_path, refuse_missing
from bot.console.loading import quiet_settings
from bot.console.printing import print_json
from bot.console.text import report_as_text
from bot.library.readers.encoding import UTF_8

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from bot.console.aside import Reply
    from bot.library.library import Library
    from bot.library.shelf import Shelf
    from bot.settings import Loaded


class Format(StrEnum):
    """How answers are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        parser=given_path,
        help="Answer from this file or folder, in a temporary store.",
        show_default=False,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command(rich_help_panel=panels.ASK)(ask)
    app.command(rich_help_panel=panels.ASK)(chat)


def chat(data: DataOption = None) -> None:
    """Talk with the bot in the terminal."""
    with one_line():
        refuse_missing(data)
        loaded = quiet_settings()
        _chat(make_shelf(loaded, data), loaded, of_data=data is not None)


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
        _ask(shelf, _questions(asked, batch), telling, of_data=data is not None)


def _questions(question: str | None, batch: str | None) -> Iterator[str]:
    if batch is None:
        return iter([question or ""])
    if batch == "-":
        sys.stdin.reconfigure(encoding=UTF_8, errors="replace")  # type: ignore[union-attr]
        return (line.rstrip("\r\n") for line in sys.stdin)
    try:
        text = Path(batch).read_text(encoding=UTF_8, errors="replace")
    except OSError as error:
        raise Failure(f"{batch} cannot be read ({error.strerror}).", ExitCode.STORE) from None
    # A file of nothing has no line, as standard input that ends at once has none.
    return iter(text.removesuffix("\n").split("\n") if text else ())


@dataclass(frozen=True, slots=True)
class _Telling:
    """How answers are printed, and how many briefings each cites."""

    output: Format
    limit: int
    names_questions: bool


def _ask(shelf: Shelf, questions: Iterator[str], how: _Telling, *, of_data: bool) -> None:
    """Answer the questions, which are waited for outside the loop: so Ctrl-C ends that at once."""
    # Imported where it is needed, here and below: the bot on Discord can do without rich, which
    # takes as long to import as finding.
    from rich.console import Console  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    replies = []
    with _opened(shelf, of_data=of_data) as (runner, library):
        first = library.last_reload
        if first and (first.problems or not library.briefings):
            typer.echo(report_as_text(first), err=True)
        for question in questions:
            if how.output is Format.TEXT and not question.strip():
                continue  # what parts questions is none; in JSON, lines and objects go together
            replies += runner.run(_told(console, library, question, how))
    if how.output is Format.JSON:
        objects = [answer_as_json(each.answer, each.said) for each in replies]
        print_json(objects[0] if len(objects) == 1 else objects)


async def _told(console: Console, library: Library, question: str, how: _Telling) -> list[Reply]:
    """Print what a question gets, or return it where all are printed together at the end."""
    from bot.console.answers import question_as_text  # noqa: PLC0415
    from bot.console.aside import replied, reply  # noqa: PLC0415

    if how.output is Format.TEXT:
        if how.names_questions:
            console.print(question_as_text(question))
        console.print(await replied(library, question, how.limit))
        return []
    found = await reply(library, question, how.limit)
    if how.output is Format.JSON:
        return [found]
    print_json(answer_as_json(found.answer, found.said), indent=None)
    return []


def _chat(shelf: Shelf, loaded: Loaded, *, of_data: bool) -> None:
    from rich.console import Console  # noqa: PLC0415

    from bot.console.chat import Conversation  # noqa: PLC0415

    _use_history()
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    with _opened(shelf, of_data=of_data) as (runner, library):
        Conversation(library, console, loaded.settings.answers).run(input, runner.run)


@contextmanager
def _opened(shelf: Shelf, *, of_data: bool) -> Iterator[tuple[asyncio.Runner, Library]]:
    """Give a library to ask, and what runs the asking: nothing runs while somebody types."""
    with asyncio.Runner() as runner:
        opening = AsyncExitStack()
        try:
            library = runner.run(opening.enter_async_context(opened_to_ask(shelf, of_data=of_data)))
            yield runner, library
        finally:
            runner.run(opening.aclose())


def _use_history() -> None:
    """Give the prompt line editing where the platform has readline."""
    with suppress(ImportError):
        import readline  # noqa: F401, PLC0415 - importing it is what turns it on
