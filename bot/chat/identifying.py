"""A budget for IDENTIFY: a thousand in 24 hours, and Discord resets the token.

https://discord.com/developers/docs/events/gateway#identifying
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_DAY = 86_400.0
_SHORT = 600.0
_FREE = 5
"""So many in ten minutes are not held back, for restarts that are meant."""
_LONGEST = 900.0
_MOST_A_DAY = 800


class IdentifyBudget:
    """Remembers in a file when this state folder's bot identified, over crashes too."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock

    def wait(self) -> float:
        """Return the seconds to wait before the next IDENTIFY.

        None after the first five in ten minutes, then twice as long after each, a quarter of an
        hour at most; with 800 in a day, until the oldest of them is a day old.
        """
        now = self._clock()
        past = self._read(now)
        if len(past) >= _MOST_A_DAY:
            return past[-_MOST_A_DAY] + _DAY - now
        lately = sum(1 for each in past if each > now - _SHORT)
        if lately < _FREE:
            return 0.0
        return max(past[-1] + min(2.0 ** (lately - _FREE + 1), _LONGEST) - now, 0.0)

    def spend(self) -> None:
        """Remember that an IDENTIFY is sent now, as far as the file can be written."""
        now = self._clock()
        making = self._path.with_name(f"{self._path.name}.making")
        try:
            making.write_text(json.dumps([*self._read(now), now]), encoding="utf-8")
            making.replace(self._path)
        except OSError:
            return

    def _read(self, now: float) -> list[float]:
        try:
            past = json.loads(self._path.read_text(encoding="utf-8"))
            return sorted(float(each) for each in past if now - _DAY < float(each) <= now)
        except (OSError, ValueError, TypeError):
            return []
