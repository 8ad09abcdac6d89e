"""Plain text: a briefing a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.library.readers.lines import lines
from bot.library.readers.record import checked, clean
from bot.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.readers.limits import Limits
    from bot.model import Draft

# What is drawn between briefings, and says nothing.
_DIVIDER = re.compile(r"[-=_*~#+.•·–—\s]*")


def read_txt(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft for each line that holds more than marks to part others; raise ``OSError``."""
    for each in lines(path, name, limits):
        if isinstance(each, Problem):
            yield each
            continue
        origin, line = each
        if not _DIVIDER.fullmatch(clean(line)):
            yield checked({"text": line}, origin, limits)
