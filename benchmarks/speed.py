"""How fast answers come: ours beside plain tantivy and SQLite's FTS5, in the same run.

``python -m benchmarks.speed`` with the sizes wanted. What is compared runs in one process on the
same briefings and questions; read the ratios, the times are this machine's. Beside what a clock
says stands the time of the processor, which other programs on the machine do not lengthen much.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from benchmarks.collection import Collection
from benchmarks.rivals import fts5, plain_tantivy
from bot.pauses import hand_over_soon, uncollected
from bot.search.engine import open_engine
from bot.search.index.building import build, update
from bot.search.verdict.confidence import Thresholds
from bot.search.words.aliases import read_aliases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.search.words.aliases import Aliases

_ROOT = Path(__file__).resolve().parents[1]
_SEED = _ROOT / "data" / "briefings.txt"
_ALIASES = _ROOT / "config" / "aliases.toml"
_WARM = 50
_SECONDS_TO_WARM = 10.0
_SECONDS_FOR_SLOW = 60.0
_SECONDS_QUIET = 3.0
_CHANGES = 100
_COMPARED_WITH = 10_000


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of many questions, by the clock and by the processor."""

    clock: tuple[float, ...]
    processor: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one size; seconds, megabytes, and of the ticks milliseconds late."""

    size: int
    ours: Times
    tantivy: Times
    fts5: Times
    build: float
    tantivy_build: float
    change: float
    opening: float
    resident: float
    ticks: tuple[float, ...]
    quiet_ticks: tuple[float, ...]


def main(
    sizes: Annotated[list[int] | None, typer.Argument(help="Numbers of briefings.")] = None,
    *,
    questions: Annotated[int, typer.Option(help="Questions asked of each collection.")] = 1_000,
    keep: Annotated[
        Path | None, typer.Option(help="Folder where indexes stay, and are used again.")
    ] = None,
) -> None:
    """Print the tables."""
    console = Console(width=110)
    hand_over_soon()
    with uncollected():
        pass  # as in the bot, what is imported by now is left out of collections
    texts = _SEED.read_text(encoding="utf-8").splitlines()
    measured = []
    for size in sizes or [14, 10_000, 100_000]:
        with _folder(keep, size) as folder:
            measured.append(_measure(folder, Collection(texts, size), questions, console))
    console.print(_answering(measured))
    console.print(_making(measured))
    console.print(_fresh_process())


@contextmanager
def _folder(keep: Path | None, size: int) -> Iterator[Path]:
    if keep:
        (keep / str(size)).mkdir(parents=True, exist_ok=True)
        yield keep / str(size)
    else:
        with tempfile.TemporaryDirectory(prefix="attache-bench-") as folder:
            yield Path(folder)


def _measure(folder: Path, collection: Collection, count: int, console: Console) -> Measured:
    aliases = read_aliases(_ALIASES)
    asked = collection.questions(count)
    tantivy_build, searcher = plain_tantivy(folder / "tantivy", collection.briefings())
    started = time.perf_counter()
    if not (folder / "1").exists():
        build(
            folder / "1", collection.briefings(), 1, aliases,
            lambda done: None if done % 50_000 else console.print(f"{done} indexed", style="dim"),
        )  # fmt: skip
    built = time.perf_counter() - started
    opening, resident = _opened_in_a_new_process(folder / "1", asked[0])
    engine = open_engine(folder / "1", Thresholds(), aliases)
    return Measured(
        size=collection.size,
        tantivy=_times(searcher, asked),
        ours=_times(engine.ask, asked),
        ticks=asyncio.run(_ticks(lambda: [engine.ask(question) for question in asked])),
        quiet_ticks=asyncio.run(_ticks(lambda: time.sleep(_SECONDS_QUIET))),
        fts5=_times(fts5(folder / "fts5", collection.briefings()), asked),
        build=built,
        tantivy_build=tantivy_build,
        change=_changed(folder, collection, aliases),
        opening=opening,
        resident=resident,
    )


def _answering(measured: Sequence[Measured]) -> Table:
    table = Table(
        "briefings", "engine", "p50 ms", "p99 ms", "processor p50", "p99", "p99 / tantivy",
        "p50, p99 / at 10,000", title="One question",
    )  # fmt: skip
    few = next((each for each in measured if each.size == _COMPARED_WITH), None)
    for each in measured:
        rows = ("plain tantivy", each.tantivy), ("SQLite FTS5", each.fts5), ("Attaché", each.ours)
        for name, times in rows:
            growth = ""
            if few and each.size > few.size and times is each.ours:
                growth = ", ".join(f"{_ratio(times, few.ours, part):.1f}" for part in (50, 99))
            table.add_row(
                f"{each.size:,}", name, f"{_p(times.clock, 50):.2f}", f"{_p(times.clock, 99):.2f}",
                f"{_p(times.processor, 50):.2f}", f"{_p(times.processor, 99):.2f}",
                f"{_ratio(times, each.tantivy, 99):.2f}", growth,
            )  # fmt: skip
        table.add_section()
    return table


def _making(measured: Sequence[Measured]) -> Table:
    table = Table(
        "briefings", "build s", "/ tantivy", "100 changes s", "open to answer s", "resident MB",
        "tick p99, max ms", "quiet", title="Index",
    )  # fmt: skip
    for each in measured:
        table.add_row(
            f"{each.size:,}", f"{each.build:.1f}",
            f"{each.build / each.tantivy_build:.2f}" if each.tantivy_build else "kept",
            f"{each.change:.2f}", f"{each.opening:.2f}", f"{each.resident:.0f}",
            *(f"{_p(late, 99):.2f}, {max(late):.2f}" for late in (each.ticks, each.quiet_ticks)),
        )  # fmt: skip
    return table


def _times(search: Callable[[str], object], asked: Sequence[str]) -> Times:
    """Return the times of each question, after some to warm up; a slow engine gets fewer."""
    end = time.perf_counter() + _SECONDS_TO_WARM
    for question in asked[:_WARM]:
        search(question)
        if time.perf_counter() > end:
            break
    clock: list[float] = []
    processor: list[float] = []
    end = time.perf_counter() + _SECONDS_FOR_SLOW
    for question in asked:
        started, started_processor = time.perf_counter(), time.thread_time()
        search(question)
        processor.append((time.thread_time() - started_processor) * 1000)
        clock.append((time.perf_counter() - started) * 1000)
        if time.perf_counter() > end:
            break
    return Times(tuple(clock), tuple(processor))


async def _ticks(work: Callable[[], object]) -> tuple[float, ...]:
    """Return how many milliseconds late the event loop is while a thread does ``work``."""
    loop = asyncio.get_running_loop()
    late: list[float] = []
    with ThreadPoolExecutor(1) as pool:
        working = loop.run_in_executor(pool, work)
        while not working.done():
            started = loop.time()
            await asyncio.sleep(0.001)
            late.append(max(0.0, (loop.time() - started - 0.001) * 1000))
        await working
    return tuple(late)


def _changed(folder: Path, collection: Collection, aliases: Aliases) -> float:
    """Return the seconds that a hundred more briefings take."""
    added = list(collection.briefings(collection.size + 1, _CHANGES))
    started = time.perf_counter()
    update(folder / "2", folder / "1", added, (), 2, aliases)
    open_engine(folder / "2", Thresholds(), aliases)
    return time.perf_counter() - started


_OPEN = """
import re, sys, time
from pathlib import Path
started = time.perf_counter()
from bot.search.words.aliases import read_aliases
from bot.search.verdict.confidence import Thresholds
from bot.search.engine import open_engine
engine = open_engine(Path(sys.argv[1]), Thresholds(), read_aliases(Path(sys.argv[2])))
engine.ask(sys.argv[3])
print(time.perf_counter() - started)
# The kernel's ru_maxrss would count the parent's memory too.
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def _opened_in_a_new_process(index: Path, question: str) -> tuple[float, float]:
    """Return the seconds from import to first answer, and the megabytes held."""
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(index), str(_ALIASES), question],
        check=True, capture_output=True, text=True, cwd=_ROOT, env=os.environ.copy(),
    )  # fmt: skip
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def _fresh_process() -> Table:
    """Return what answering over the seed briefings costs a new process."""
    texts = _SEED.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory(prefix="attache-bench-") as folder:
        build(Path(folder) / "1", Collection(texts, 14).briefings(), 1, read_aliases(_ALIASES))
        seconds, megabytes = _opened_in_a_new_process(Path(folder) / "1", "asad in syira")
    table = Table("seconds", "resident MB", title="A new process, 14 briefings, one question")
    table.add_row(f"{seconds:.2f}", f"{megabytes:.0f}")
    return table


def _ratio(times: Times, others: Times, percent: float) -> float:
    """Return a percentile as a multiple of others', by the processor's time."""
    return _p(times.processor, percent) / _p(others.processor, percent)


def _p(times: Sequence[float], percent: float) -> float:
    return float(np.percentile(times, percent))


if __name__ == "__main__":
    typer.run(main)
