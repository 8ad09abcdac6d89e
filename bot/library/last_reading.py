"""What the edition in service was read from, so that the same is not read again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.readers import are_as_before, look

if TYPE_CHECKING:
    from pathlib import Path

    from bot.editions import Edition
    from bot.library.readers import Fingerprint, Limits, Look
    from bot.problems import Note


@dataclass(frozen=True, slots=True)
class _Reading:
    digest: str
    edition: Edition
    notes: tuple[Note, ...]


class LastReading:
    """Remembers the last reading without problems, as long as this process lives."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._last: _Reading | None = None

    async def look(self, data: Path, beside: Path | None = None) -> Look:
        """Return what the sources are like now."""
        return await asyncio.to_thread(look, data, self._limits, beside)

    def notes(self, seen: Fingerprint | None, edition: Edition | None) -> tuple[Note, ...] | None:
        """Return what was noted when this ``edition`` was read from just these sources, else None.

        Another edition under the same number is another one, as after falling back to a replica.
        """
        last = self._last
        if last and seen and (last.digest, last.edition) == (seen.digest, edition):
            return last.notes
        return None

    async def is_still(
        self, seen: Fingerprint | None, data: Path, beside: Path | None = None
    ) -> bool:
        """Tell whether the sources are as they were seen, and were all the time since."""
        if seen is None:
            return False
        return await asyncio.to_thread(are_as_before, seen, data, beside)

    def keep(self, seen: Fingerprint, edition: Edition, notes: tuple[Note, ...]) -> None:
        """Remember that ``edition`` holds what the sources held before and after they were read."""
        self._last = _Reading(seen.digest, edition, notes)
