"""Opening the engine over an index, which is kept in the state folder or in none."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.search.engine import IndexUnusable, open_engine
from bot.search.index.building import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.library.shelf import Shelf
    from bot.search.engine import Engine


def empty_engine(shelf: Shelf) -> Engine:
    """Return an engine over no briefings; raise ``OSError``."""
    with temporary_folder() as folder:
        build(folder / "0", (), 0, shelf.aliases)
        return open_whole(folder / "0", shelf)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder that goes again; raise ``OSError``."""
    with tempfile.TemporaryDirectory(prefix="attache-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def open_whole(index: Path, shelf: Shelf) -> Engine:
    """Open an index whose folder goes: what is read on first need is read while it is there."""
    engine = open_engine(index, shelf.thresholds, shelf.aliases)
    engine.suggest("")
    return engine


def open_kept(index: Path, shelf: Shelf) -> Engine:
    """Open an index of the state folder; raise `IndexUnusable` where it must be built anew.

    Where it may not be written a copy is opened, as opening one makes files that lock it.
    """
    if os.access(index, os.W_OK) or not index.is_dir():
        return open_engine(index, shelf.thresholds, shelf.aliases)
    try:
        with temporary_folder() as folder:
            _copy(index, folder)
            return open_whole(folder, shelf)
    except OSError as error:
        raise IndexUnusable(f"{index} cannot be copied: {error}") from error


def _copy(index: Path, folder: Path) -> None:
    """Copy what an index holds, without the rights that it stands under; raise ``OSError``."""
    for file in index.rglob("*"):
        copy = folder / file.relative_to(index)
        if file.is_dir():
            copy.mkdir()
        elif file.suffix != ".lock":
            shutil.copyfile(file, copy)
