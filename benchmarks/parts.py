"""Where the time of one question goes: ``python -m benchmarks.parts``.

The bot runs under Python's profiler against the stand-in, once for few questions and once for many;
the difference is what a question costs, whatever the start took. The profiler makes code of many
small functions look dearer than it is, so read the shares. Few
briefings, as here, are searched in the thread that is profiled.
"""

from __future__ import annotations

import asyncio
import pstats
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.collection import Collection
from benchmarks.wire import one, run_bot

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEED = Path(__file__).resolve().parents[1] / "data" / "briefings.txt"
_FEW = 200
_REST = "the rest of Python"
_PARTS = {
    "finding": ("bot/search/", "bot/library/desk", "tantivy", "rapidfuzz", "numpy", "wordfreq"),
    "the message: words, buttons, marks": ("bot/chat/", "discord/ui/", "babel", "gettext"),
    "log and metrics": ("structlog", "logging/", "bot/logs", "bot/metrics", "prometheus"),
    "keeping questions, after the answer": ("bot/community/", "bot/library/", "aiosqlite"),
    "discord.py": ("discord/",),
    "HTTP and sockets": ("aiohttp", "yarl", "multidict", "<method 'send' of", "<method 'recv' of"),
    "event loop": ("asyncio/", "selectors"),
}
_WAITING = ("poll' of 'select.epoll", "acquire' of '_thread.lock")


def main(questions: Annotated[int, typer.Argument(help="How many to ask.")] = 2_000) -> None:
    """Print a table of the parts."""
    few = asyncio.run(_profiled(_FEW))
    many = asyncio.run(_profiled(_FEW + questions))
    costs = {part: (many[part] - few[part]) * 1e3 / questions for part in many}
    whole = sum(costs.values())
    table = Table("part", "ms", "share", title="one question under the profiler")
    for part, cost in sorted(costs.items(), key=lambda each: -each[1]):
        table.add_row(part, f"{cost:.2f}", f"{cost / whole:.0%}")
    table.add_row("all", f"{whole:.2f}", "")
    Console().print(table)


async def _profiled(count: int) -> dict[str, float]:
    """Return the seconds that each part took of so many questions, the start included."""
    asked = Collection(_SEED.read_text(encoding="utf-8").splitlines(), 14).questions(count)
    with tempfile.TemporaryDirectory(prefix="attache-parts-") as folder:
        written = f"{folder}/profile"
        own = {"ATTACHE_STATE": f"{folder}/state", "ATTACHE_LOG_FORMAT": "json"}
        arguments = ("-m", "cProfile", "-o", written, "-m", "bot", "run")
        async with run_bot(arguments, own) as (discord, _process, _start):
            for place, question in enumerate(asked):
                await one(discord, question, place)
        return _by_part(pstats.Stats(written).stats)  # type: ignore[attr-defined]


def _by_part(stats: dict[Any, Any]) -> dict[str, float]:
    parts: dict[str, float] = defaultdict(float)
    known: dict[Any, dict[str, float]] = {}
    for function, (_, _, own, _, _) in stats.items():
        if not any(each in function[2] for each in _WAITING):
            for part, share in _shares(stats, function, known).items():
                parts[part] += share * own
    return parts


def _shares(
    stats: dict[Any, Any], function: Any, known: dict[Any, dict[str, float]]
) -> dict[str, float]:
    """Return to which parts a function belongs: one of Python's own to those of its callers."""
    if function in known:
        return known[function]
    part = _part(function)
    known[function] = {part or _REST: 1.0}  # so that what calls itself comes to an end
    callers = stats[function][4]
    whole = sum(own for _, _, own, _ in callers.values())
    if part is None and whole:
        found: dict[str, float] = defaultdict(float)
        for caller, (_, _, own, _) in callers.items():
            for name, share in _shares(stats, caller, known).items():
                found[name] += share * own / whole
        known[function] = found
    return known[function]


def _part(function: Sequence[Any]) -> str | None:
    where = f"{function[0]} {function[2]}"
    return next((part for part, names in _PARTS.items() if any(n in where for n in names)), None)


if __name__ == "__main__":
    typer.run(main)
