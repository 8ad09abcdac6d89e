"""How much a reload disturbs: answers and the event loop, quiet and while briefings are loaded.

``python -m benchmarks.reload`` with the number of briefings. Read the ratios; the times are this
machine's.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import psutil
import typer
from rich.console import Console
from rich.table import Table

from benchmarks.collection import Collection
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.logs import set_up_logs
from bot.search.verdict.confidence import Thresholds
from bot.search.words.aliases import read_aliases
from bot.settings import LogFormat

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence

_ROOT = Path(__file__).resolve().parents[1]
_QUIET_SECONDS = 5.0
_PAUSE_SECONDS = 0.01
_TICK_SECONDS = 0.001


def main(
    size: Annotated[int, typer.Argument(help="Briefings to load.")] = 100_000,
) -> None:
    """Print the table."""
    set_up_logs("error", LogFormat.TEXT)
    asyncio.run(_measure(size, Console()))


async def _measure(size: int, console: Console) -> None:
    texts = (_ROOT / "data" / "briefings.txt").read_text(encoding="utf-8").splitlines()
    collection = Collection(texts, size)
    with tempfile.TemporaryDirectory(prefix="attache-bench-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        write_lines(data / "made.jsonl", collection, 1, size // 2)
        aliases = read_aliases(_ROOT / "config" / "aliases.toml")
        shelf = Shelf(Path(folder) / "state", data, Thresholds(), aliases)
        library = await Library.open(shelf)
        asked = collection.questions(500)
        table = Table("while", "seconds", "answers p50 ms", "p99 ms", "tick p99 ms", "max ms")
        try:
            quiet = asyncio.sleep(_QUIET_SECONDS)
            await _row(table, "nothing else happens", library, asked, quiet)
            write_lines(data / "made.jsonl", collection, 1, size)
            work = library.reload(by="benchmark", may_remove=1)
            await _row(table, f"{size:,} briefings are loaded", library, asked, work)
            work = library.reload(by="benchmark")
            await _row(table, "nothing has changed", library, asked, work)
            write_lines(data / "more.jsonl", collection, size + 1, 100)
            work = library.reload(by="benchmark")
            await _row(table, "100 more are loaded", library, asked, work)
        finally:
            await library.close()
    console.print(table)
    console.print(f"resident: {psutil.Process().memory_info().rss / 1e6:.0f} MB")


def write_lines(path: Path, collection: Collection, first: int, count: int) -> None:
    """Write so many briefings of a collection as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for each in collection.briefings(first, count):
            file.write(json.dumps({"id": each.key, "text": each.text}) + "\n")


async def _row(
    table: Table,
    name: str,
    library: Library,
    asked: Sequence[str],
    work: Coroutine[None, None, object],
) -> None:
    """Ask all the time while ``work`` is done, and watch the event loop."""
    started = time.perf_counter()
    task = asyncio.ensure_future(work)
    answers, ticks = await asyncio.gather(_answers(library, asked, task), _ticks(task))
    await task
    table.add_row(
        name, f"{time.perf_counter() - started:.1f}", f"{np.percentile(answers, 50):.2f}",
        f"{np.percentile(answers, 99):.2f}", f"{np.percentile(ticks, 99):.2f}", f"{max(ticks):.2f}",
    )  # fmt: skip


async def _answers(
    library: Library, asked: Sequence[str], until: asyncio.Future[object]
) -> list[float]:
    times: list[float] = []
    place = 0
    while not until.done() or not times:
        started = time.perf_counter()
        await library.ask(asked[place % len(asked)])
        times.append((time.perf_counter() - started) * 1000)
        place += 1
        await asyncio.sleep(_PAUSE_SECONDS)
    return times


async def _ticks(until: asyncio.Future[object]) -> list[float]:
    """Return how many milliseconds late the event loop is."""
    late: list[float] = []
    while not until.done() or not late:
        started = time.perf_counter()
        await asyncio.sleep(_TICK_SECONDS)
        late.append(max(0.0, (time.perf_counter() - started - _TICK_SECONDS) * 1000))
    return late


if __name__ == "__main__":
    typer.run(main)
