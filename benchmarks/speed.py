"""How fast answers come: ours beside plain tantivy and SQLite's FTS5, in the same run.

``python -m benchmarks.speed`` with the sizes wanted. What is compared runs in one process on the
same briefings and questions; read the ratios, the times are this machine's.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import numpy as np
import tantivy
import typer
from rich.console import Console
from rich.table import Table

from benchmarks.collection import Collection
from bot.search.aliases import read_aliases
from bot.search.building import build, update
from bot.search.confidence import Thresholds
from bot.search.engine import Engine, open_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.model import Briefing
    from bot.search.aliases import Aliases

_ROOT = Path(__file__).resolve().parents[1]
_SEED = _ROOT / "data" / "briefings.txt"
_WARM = 50
_SECONDS_FOR_SLOW = 60.0
_CHANGES = 100


def main(
    sizes: Annotated[list[int] | None, typer.Argument(help="Numbers of briefings.")] = None,
    *,
    questions: Annotated[int, typer.Option(help="Questions asked of each collection.")] = 1_000,
) -> None:
    """Print the tables."""
    console = Console()
    texts = _SEED.read_text(encoding="utf-8").splitlines()
    answering = Table(
        "briefings", "engine", "p50 ms", "p99 ms", "p99 / tantivy", title="One question"
    )
    making = Table(
        "briefings", "build s", "/ tantivy", "100 changes s", "open to answer s", "resident MB",
        "tick p99 ms", "tick max ms", title="Index",
    )  # fmt: skip
    for size in sizes or [14, 10_000, 100_000]:
        with tempfile.TemporaryDirectory(prefix="attache-bench-") as folder:
            _measure(Path(folder), Collection(texts, size), questions, (answering, making), console)
    console.print(answering)
    console.print(making)
    console.print(_fresh_process())


def _measure(
    folder: Path,
    collection: Collection,
    count: int,
    tables: tuple[Table, Table],
    console: Console,
) -> None:
    aliases = read_aliases(_ROOT / "config" / "aliases.toml")
    asked = collection.questions(count)
    tantivy_seconds, searcher = _plain_tantivy(folder / "tantivy", collection.briefings())
    started = time.perf_counter()
    build(
        folder / "1", collection.briefings(), 1, aliases,
        lambda done: None if done % 50_000 else console.print(f"{done} indexed", style="dim"),
    )  # fmt: skip
    build_seconds = time.perf_counter() - started
    opening, resident = _opened_in_a_new_process(folder / "1", asked[0])
    engine = open_engine(folder / "1", Thresholds(), aliases)
    theirs = _times(searcher, asked)
    ours = _times(engine.ask, asked)
    ticks = asyncio.run(_ticks(engine, asked))
    fts5 = _times(_fts5(folder / "fts5", collection.briefings()), asked)
    answering, making = tables
    for name, times in (("plain tantivy", theirs), ("SQLite FTS5", fts5), ("Attaché", ours)):
        ratio = _p(times, 99) / _p(theirs, 99)
        answering.add_row(
            str(collection.size), name, f"{_p(times, 50):.2f}", f"{_p(times, 99):.2f}",
            f"{ratio:.2f}",
        )  # fmt: skip
    answering.add_section()
    changing = _changed(folder, collection, aliases)
    making.add_row(
        str(collection.size), f"{build_seconds:.1f}", f"{build_seconds / tantivy_seconds:.2f}",
        f"{changing:.2f}", f"{opening:.2f}", f"{resident:.0f}", f"{_p(ticks, 99):.2f}",
        f"{max(ticks):.2f}",
    )  # fmt: skip


def _plain_tantivy(
    folder: Path, briefings: Iterable[Briefing]
) -> tuple[float, Callable[[str], object]]:
    """Return the seconds that tantivy takes by itself, and a search with it."""
    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build(), path=str(folder))
    started = time.perf_counter()
    writer = index.writer(64_000_000, 1)
    for each in briefings:
        writer.add_document(tantivy.Document(key=each.key, text=each.text))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.perf_counter() - started
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> object:
        query, _ = index.parse_query_lenient(question, ["text"])
        return [searcher.doc(address) for _, address in searcher.search(query, 3).hits]

    return seconds, search


def _fts5(path: Path, briefings: Iterable[Briefing]) -> Callable[[str], object]:
    database = sqlite3.connect(path)
    database.execute(
        "CREATE VIRTUAL TABLE entries USING fts5(key UNINDEXED, text, tokenize = 'porter')"
    )
    database.executemany(
        "INSERT INTO entries VALUES (?, ?)", ((each.key, each.text) for each in briefings)
    )

    def search(question: str) -> object:
        words = ("".join(filter(str.isalnum, word)) for word in question.split())
        wanted = " OR ".join(f'"{word}"' for word in words if word)
        sql = "SELECT key, text FROM entries WHERE text MATCH ? ORDER BY rank LIMIT 3"
        return database.execute(sql, (wanted,)).fetchall()

    return search


def _times(search: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    """Return the milliseconds of each question, after some to warm up; a slow engine gets fewer."""
    for question in asked[:_WARM]:
        search(question)
    times: list[float] = []
    end = time.perf_counter() + _SECONDS_FOR_SLOW
    for question in asked:
        started = time.perf_counter()
        search(question)
        times.append((time.perf_counter() - started) * 1000)
        if time.perf_counter() > end:
            break
    return times


async def _ticks(engine: Engine, asked: Sequence[str]) -> list[float]:
    """Return how many milliseconds late the event loop is while a thread answers all the time."""
    loop = asyncio.get_running_loop()
    late: list[float] = []
    with ThreadPoolExecutor(1) as pool:

        def answer_all() -> None:
            for question in asked:
                engine.ask(question)

        answering = loop.run_in_executor(pool, answer_all)
        while not answering.done():
            started = loop.time()
            await asyncio.sleep(0.001)
            late.append(max(0.0, (loop.time() - started - 0.001) * 1000))
        await answering
    return late


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
from bot.search.aliases import read_aliases
from bot.search.confidence import Thresholds
from bot.search.engine import open_engine
engine = open_engine(Path(sys.argv[1]), Thresholds(), read_aliases(Path(sys.argv[2])))
engine.ask(sys.argv[3])
print(time.perf_counter() - started)
# The kernel's ru_maxrss would count the parent's memory too.
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def _opened_in_a_new_process(index: Path, question: str) -> tuple[float, float]:
    """Return the seconds from import to first answer, and the megabytes held."""
    aliases = _ROOT / "config" / "aliases.toml"
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(index), str(aliases), question],
        check=True, capture_output=True, text=True, cwd=_ROOT, env=os.environ.copy(),
    )  # fmt: skip
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def _fresh_process() -> Table:
    """Return what answering over the seed briefings costs a new process."""
    aliases = read_aliases(_ROOT / "config" / "aliases.toml")
    texts = _SEED.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory(prefix="attache-bench-") as folder:
        build(Path(folder) / "1", Collection(texts, 14).briefings(), 1, aliases)
        seconds, megabytes = _opened_in_a_new_process(Path(folder) / "1", "asad in syira")
    table = Table("seconds", "resident MB", title="A new process, 14 briefings, one question")
    table.add_row(f"{seconds:.2f}", f"{megabytes:.0f}")
    return table


def _p(times: Sequence[float], percent: float) -> float:
    return float(np.percentile(times, percent))


if __name__ == "__main__":
    typer.run(main)
