"""How much a source may hold, and what is said of one that holds more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.problems import Problem, Said


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


def cut_short(problem: Problem) -> Problem:
    """Return what is wrong with the last record of a file whose last line has no end.

    What stood behind it may be missing with the rest of it, as where a disk was full or a copy was
    broken off.
    """
    remedy = Said("Put the whole file there, or correct the line and end it with a line break")
    return replace(problem, cut=remedy)
