"""Exit codes, and one clear line for each way in which a command can fail."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import TYPE_CHECKING

import structlog
import typer

from bot.console.signals import tidying_up
from bot.errors import AttacheError, StateInUse, StoreUnusable
from bot.library.files import FULL
from bot.settings import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def _no_room(error: OSError) -> str:
    return (
        f"There is no room for what is printed, or for temporary files ({error.strerror}); make "
        "some, and try again."
    )


def _leave(line: str, code: ExitCode) -> None:
    typer.echo(f"attache: {line}", err=True)
    raise typer.Exit(code)
