"""Work of a leader that is done only when it is tried the third time."""

from __future__ import annotations


class FailingTwice:
    """Counts its ``tries``, of which the first two raise an error."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.tries = 0

    async def __call__(self) -> None:
        """Fail or not."""
        self.tries += 1
        if self.tries < 3:
            raise self._error
