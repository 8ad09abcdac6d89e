"""Exit codes, and one clear line for each way in which a command can fail."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
import typer

from bot.console.signals import tidying_up
from bot.errors import AttacheError, StateInUse, StoreUnusable
from bot.library.files import FULL
from bot.logs import set_up_logs
from bot.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.settings import Loaded


_SHOWN = 60
"""Characters of a text that cannot be used."""


class ExitCode(IntEnum):
    """What a command's exit code tells; 0 is kept for success, 2 for a wrong command line."""

    PROBLEMS = 1
    SETTINGS = 3
    STORE = 4
    IN_USE = 5
    TOKEN = 6
    NETWORK = 7
    FAULT = 70
    INTERRUPTED = 130


_CODES = (
    (SettingsError, ExitCode.SETTINGS),
    (StateInUse, ExitCode.IN_USE),
    (StoreUnusable, ExitCode.STORE),
    (AttacheError, ExitCode.PROBLEMS),
)
"""Of what says by itself what is wrong; the first that fits counts."""


class Failure(Exception):
    """A command cannot go on: the line to show, and the exit code."""

    def __init__(self, line: str, code: ExitCode) -> None:
        super().__init__(line)
        self.code = code


@contextmanager
def one_line() -> Iterator[None]:
    """Turn whatever goes wrong inside into one line on standard error and an exit code."""
    with tidying_up(), _one_line():
        yield


@contextmanager
def _one_line() -> Iterator[None]:
    try:
        yield
    except (SettingsError, AttacheError) as error:
        _leave(str(error), next(code for kind, code in _CODES if isinstance(error, kind)))
    except Failure as error:
        _leave(str(error), error.code)
    except KeyboardInterrupt:
        _leave("Stopped.", ExitCode.INTERRUPTED)
    except (typer.Exit, typer.Abort, typer.BadParameter, BrokenPipeError):
        raise
    except PermissionError as error:
        _leave(
            f"{error.filename} cannot be looked at ({error.strerror}); do this as the user that "
            "runs the bot, or give yourself the right to read it.",
            ExitCode.STORE,
        )
    except Exception as error:  # noqa: BLE001 - this is where nobody is behind us any more
        if isinstance(error, OSError) and error.errno in FULL:
            _leave(_no_room(error), ExitCode.STORE)
        structlog.get_logger("attache").exception("the command failed")
        _leave(
            f"Something unforeseen went wrong ({type(error).__name__}); the log above has the "
            "whole story. Nothing that was loaded is lost.",
            ExitCode.FAULT,
        )


@contextmanager
def room_for_what_is_printed() -> Iterator[None]:
    """End with one line where there is no room for what no command prints: help, or the version.

    Where errors go there may be none either.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        with suppress(OSError):
            typer.echo(f"attache: {_no_room(error)}", err=True)
        sys.exit(ExitCode.STORE)


def logged_settings() -> Loaded:
    """Return the settings, the log set up as they say; raise `SettingsError`."""
    loaded = load_settings()
    settings = loaded.settings
    set_up_logs(settings.log_level, settings.log_format, with_words=settings.log_words)
    for said in loaded.unknown:
        structlog.get_logger("attache").warning("a setting is not known", reason=said)
    return loaded


def quiet_settings(least_level: str = "warning") -> Loaded:
    """Return the settings for a command that prints, whose log keeps quiet by itself.

    Raises `SettingsError`.
    """
    loaded = load_settings()
    level = loaded.settings.log_level
    set_up_logs(least_level if level == "info" else level, loaded.settings.log_format)
    for said in loaded.unknown:
        typer.echo(f"attache: {said}", err=True)
    return loaded


def given_path(text: str) -> Path:
    """Return a path of the command line; raise ``typer.BadParameter`` for an empty one.

    That would be the working directory, where a variable of a script is only not set.
    """
    if not text:
        raise typer.BadParameter('The path is empty; name a file or folder, "." for this one.')
    return Path(text)


def refuse_missing(path: Path | None) -> None:
    """Raise `Failure` where the command line names what is not there."""
    if path is not None and not os.path.exists(path):  # noqa: PTH110 - Path's may raise
        raise Failure(f"There is no file or folder {path}.", ExitCode.STORE)


def refuse_other_bytes(texts: Iterable[str]) -> None:
    """Raise ``typer.BadParameter`` where a text of the command line was no UTF-8."""
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError:
            shown = ascii(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
            raise typer.BadParameter(
                f"{shown} is not UTF-8; set the terminal, or whatever calls this, to UTF-8."
            ) from None


def _no_room(error: OSError) -> str:
    return (
        f"There is no room for what is printed, or for temporary files ({error.strerror}); make "
        "some, and try again."
    )


def _leave(line: str, code: ExitCode) -> None:
    typer.echo(f"attache: {line}", err=True)
    raise typer.Exit(code)
