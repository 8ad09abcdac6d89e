"""How far a reload is, for whoever asks meanwhile."""

from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Progress:
    """Who started a reload, what it is doing, and how many briefings it has done so far.

    ``total`` is how many there are to be done, None while that is not known.
    """

    by: str
    doing: str = "reading"
    done: int = 0
    total: int | None = None
    started: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Return how long ago the reload began."""
        return time.monotonic() - self.started

    def __str__(self) -> str:
        of = f" of {self.total:,}" if self.total else ""
        return (
            f"{self.by} started a reload {self.seconds:.0f} s ago; it is {self.doing}, "
            f"{self.done:,}{of} so far."
        )

    def turn_to(self, doing: str, total: int) -> None:
        """Begin the next part of the work."""
        self.doing, self.done, self.total = doing, 0, total

    def count(self, done: int) -> None:
        """Remember how many are done."""
        self.done = done
