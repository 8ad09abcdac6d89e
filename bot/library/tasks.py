"""What one process asks of the other, and how the answers are parted."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.readers import Limits
    from bot.search.words.aliases import Aliases

LENGTH = struct.Struct("<Q")
"""What stands before each pickle on the way back: its length in bytes."""


@dataclass(frozen=True, slots=True)
class Read:
    """Read the sources in ``data``, and those ``beside`` it."""

    data: Path
    limits: Limits
    beside: Path | None = None


@dataclass(frozen=True, slots=True)
class Build:
    """Build the index of an edition in ``folder``."""

    folder: Path
    edition: int
    aliases: Aliases
