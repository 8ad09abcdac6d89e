"""Drawing the picture of the insights, in a process of its own.

matplotlib is large and slow to start; the bot itself never imports it.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bot.library.apart import command_for

if TYPE_CHECKING:
    from pathlib import Path

_MODULE = "bot.chat.admin.chart"
_LONGEST_SECONDS = 60.0
_MOST_TICKS = 10
_COLOURS = ("#2e8b57", "#d9a441", "#8a8f98")
_INK, _PAPER = "#dbdee1", "#313338"


class ChartFailed(Exception):
    """No picture was made; the message says why."""


@dataclass(frozen=True, slots=True)
class Bars:
    """What is drawn: questions a day by verdict, and lists of a title and (name, count) pairs."""

    days: list[str]
    answered: list[int]
    closest: list[int]
    nothing: list[int]
    names: list[str]
    lists: list[list[Any]]
    title: str


class Chart:
    """Draws; ``folder`` is where matplotlib keeps what it finds out about fonts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def draw(self, bars: Bars) -> bytes:
        """Return a picture as PNG; raise `ChartFailed`."""
        environment = {**os.environ, "MPLCONFIGDIR": str(self._folder), "MPLBACKEND": "agg"}
        process = await asyncio.create_subprocess_exec(
            *command_for(_MODULE),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment,
        )
        try:
            given = json.dumps(asdict(bars)).encode()
            drawn, said = await asyncio.wait_for(process.communicate(given), _LONGEST_SECONDS)
        except TimeoutError:
            raise ChartFailed(f"drawing took more than {_LONGEST_SECONDS:.0f} seconds") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode or not drawn:
            raise ChartFailed(said.decode(errors="replace").strip()[-500:] or "nothing was drawn")
        return drawn


def draw(bars: Bars) -> bytes:
    """Return a picture as PNG, 1,200 by 900 pixels."""
    from matplotlib import rcParams  # noqa: PLC0415 - only in the process that draws
    from matplotlib.figure import Figure  # noqa: PLC0415 - only in the process that draws

    rcParams.update({"font.size": 13, "axes.titlesize": 16})
    figure = Figure(figsize=(12, 9), dpi=100, facecolor=_PAPER, layout="constrained")
    grid = figure.add_gridspec(2, max(len(bars.lists), 1))
    by_day = figure.add_subplot(grid[0, :])
    _draw_days(by_day, bars)
    for place, (title, items) in enumerate(bars.lists):
        _draw_list(figure.add_subplot(grid[1, place]), title, items)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", facecolor=_PAPER)
    return drawn.getvalue()


def _draw_days(axes: Any, bars: Bars) -> None:
    places = range(len(bars.days))
    below = [0] * len(bars.days)
    shown = zip(bars.names, (bars.answered, bars.closest, bars.nothing), _COLOURS, strict=True)
    for name, counts, colour in shown:
        axes.bar(places, counts, bottom=below, color=colour, label=name, width=0.8)
        below = [under + count for under, count in zip(below, counts, strict=True)]
    step = max(1, len(bars.days) // _MOST_TICKS)
    axes.set_xticks(places[::step], bars.days[::step], rotation=30, ha="right")
    axes.legend(facecolor=_PAPER, labelcolor=_INK, edgecolor=_INK, loc="upper left")
    axes.yaxis.set_major_locator(_whole_numbers())
    _dress(axes, bars.title)


def _draw_list(axes: Any, title: str, items: list[tuple[str, int]]) -> None:
    # A dollar sign would begin a formula.
    names = [str(name).replace("$", r"\$") for name, _ in items][::-1]
    axes.barh(range(len(names)), [count for _, count in items][::-1], color=_COLOURS[0])
    axes.set_yticks(range(len(names)), names)
    axes.xaxis.set_major_locator(_whole_numbers())
    _dress(axes, title)


def _whole_numbers() -> Any:
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - only in the process that draws

    return MaxNLocator(nbins=6, integer=True)


def _dress(axes: Any, title: str) -> None:
    axes.set_title(title, color=_INK, loc="left")
    axes.set_facecolor(_PAPER)
    axes.tick_params(colors=_INK)
    for side, spine in axes.spines.items():
        spine.set_visible(side in {"left", "bottom"})
        spine.set_color(_INK)


if __name__ == "__main__":
    sys.stdout.buffer.write(draw(Bars(**json.load(sys.stdin))))
