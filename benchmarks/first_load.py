"""How much memory a first load takes, all its processes together, and what it tells meanwhile.

``python -m benchmarks.first_load`` with the number of briefings, from JSON Lines. Read the bytes a
briefing and the share of the limit; the times are this machine's.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import psutil
import typer
from rich.console import Console
from rich.table import Table

from benchmarks.collection import Collection
from benchmarks.reload import write_lines
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.logs import set_up_logs
from bot.search.verdict.confidence import Thresholds
from bot.search.words.aliases import read_aliases
from bot.settings import LogFormat

if TYPE_CHECKING:
    from bot.editions import ReloadReport

_ROOT = Path(__file__).resolve().parents[1]
_LIMIT_BYTES = 1.2e9
_EVERY_SECONDS = 0.5


def main(
    size: Annotated[int, typer.Argument(help="Briefings to load.")] = 1_000_000,
) -> None:
    """Print the table."""
    set_up_logs("error", LogFormat.TEXT)
    asyncio.run(_measure(size, Console()))


async def _measure(size: int, console: Console) -> None:
    texts = (_ROOT / "data" / "briefings.txt").read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory(prefix="attache-bench-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        write_lines(data / "made.jsonl", Collection(texts, size), 1, size)
        aliases = read_aliases(_ROOT / "config" / "aliases.toml")
        shelf = Shelf(Path(folder) / "state", data, Thresholds(), aliases)
        library = await Library.open(shelf, load_if_empty=False)
        try:
            started = time.perf_counter()
            task = asyncio.create_task(library.reload(by="benchmark"))
            peak, told = await _watch(library, task)
            seconds = time.perf_counter() - started
            report = await task
        finally:
            await library.close()
    table = Table("briefings", "seconds", "peak MB, all processes", "of 1.2 GB", "told how far")
    table.add_row(
        f"{report.briefings:,}", f"{seconds:.0f}", f"{peak / 1e6:.0f}",
        f"{peak / _LIMIT_BYTES:.2f}", f"{told} times",
    )  # fmt: skip
    console.print(table)


async def _watch(library: Library, task: asyncio.Task[ReloadReport]) -> tuple[int, int]:
    """Return the most bytes that were resident, and how often something new was told."""
    peak = 0
    told = set()
    while not task.done():
        await asyncio.sleep(_EVERY_SECONDS)
        peak = max(peak, await asyncio.to_thread(_resident))
        if progress := library.progress:
            told.add((progress.doing, progress.done))
    return peak, len(told)


def _resident() -> int:
    process = psutil.Process()
    total = 0
    for each in (process, *process.children(recursive=True)):
        try:
            total += each.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


if __name__ == "__main__":
    typer.run(main)
