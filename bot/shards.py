"""Which shards of the gateway one process runs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"(?:(\d{1,5})(?:-(\d{1,5}))?/)?(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Shards:
    """The ids of the shards that run here, and how many there are in all.

    https://discord.com/developers/docs/events/gateway#sharding
    """

    ids: tuple[int, ...]
    count: int

    def __str__(self) -> str:
        """Return them in the form that `parse_shards` reads."""
        first, last = self.ids[0], self.ids[-1]
        return f"{first}/{self.count}" if first == last else f"{first}-{last}/{self.count}"


def parse_shards(text: str) -> Shards:
    """Return what ``4`` (all of four), ``0-1/4`` or ``3/4`` mean; raise ``ValueError``."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise ValueError("should be like 4 (all of four), 0-1/4 or 3/4")
    first, last, total = found.groups()
    count = int(total)
    if not count:
        raise ValueError("should name one shard at the least, like 4 (all of four), 0-1/4 or 3/4")
    low = int(first or 0)
    high = int(last) if last else (low if first else count - 1)
    if not 0 <= low <= high < count:
        raise ValueError(f"names no shards of {count}, which are 0 to {count - 1}")
    return Shards(tuple(range(low, high + 1)), count)
