"""How much a source may hold, and what is said of one that holds more."""

from __future__ import annotations

from dataclasses import dataclass

from bot.problems import Said


@dataclass(frozen=True, slots=True)
class Limits:
    """Characters of one text, bytes of one line or record, bytes of a file, briefings in all."""

    characters: int = 4_000
    line_bytes: int = 1 << 20
    file_bytes: int = 2_000_000_000
    whole_file_bytes: int = 50_000_000
    """Of a file in a format that can only be read as a whole: Markdown and feeds."""
    briefings: int = 2_000_000


REST_NOT_READ = Said("the rest was not read")
"""What stands behind what is wrong where a file or folder was not read to its end."""
