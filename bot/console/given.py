"""What a command line gives, where it is nothing that can be used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.console.failures import ExitCode, Failure

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 60
"""Characters of a text that cannot be used."""


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
