"""How far a long piece of work is, on a terminal."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.library.progress import Progress as HowFar

_T = TypeVar("_T")
_EVERY_SECONDS = 0.2


async def with_progress(work: Awaitable[_T], how_far: Callable[[], HowFar | None]) -> _T:
    """Return what ``work`` gives, showing ``how_far`` it is on standard error meanwhile.

    Nothing is shown where that is no terminal.
    """
    task = asyncio.ensure_future(work)
    columns = SpinnerColumn(), BarColumn(20), TextColumn("{task.description}"), TimeElapsedColumn()
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as shown:
        line = shown.add_task("", total=None)
        while not (await asyncio.wait({task}, timeout=_EVERY_SECONDS))[0]:
            if (far := how_far()) is not None:
                shown.update(line, description=str(far), completed=far.done, total=far.total)
    return task.result()
