"""Telling the log what came too late to be answered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from bot.metrics import Metrics

_SECONDS_HELD = 1.0
_MOST_A_LINE = 100


class TooLate:
    """Tells of interactions that no answer would reach in time, many in a line.

    To write a line takes ten times as long as to let an interaction go, and of these there are
    thousands where there is one.
    """

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._ids: list[int] = []
        self._log = structlog.get_logger("attache.chat")

    def note(self, interaction: int) -> None:
        """Take down the id of an interaction; the log has it within a second."""
        self._metrics.missed()
        self._ids.append(interaction)
        if len(self._ids) == 1:
            asyncio.get_running_loop().call_later(_SECONDS_HELD, self.tell)
        elif len(self._ids) >= _MOST_A_LINE:
            self.tell()

    def tell(self) -> None:
        """Write what was taken down since the last line."""
        if self._ids:
            self._log.warning(
                "missed",
                reason="no answer would arrive in time",
                count=len(self._ids),
                interactions=self._ids,
            )
            self._ids = []
