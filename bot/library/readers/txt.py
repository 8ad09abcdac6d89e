"""Plain text: a briefing a line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bot.library.readers.limits import REST_NOT_READ
from bot.library.readers.lines import lines
from bot.library.readers.record import checked, whole_number
from bot.library.readers.values import clean
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.readers.limits import Limits
    from bot.model import Draft

# What is drawn between briefings, and says nothing.
_DIVIDER = re.compile(r"[-=_*~#+.•·–—\s]*")


def read_txt(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft for each line that holds more than marks to part others; raise ``OSError``.

    It ends with a problem at the first line that is a record of JSON Lines, which the file is then.
    """
    for each in lines(path, name, limits):
        if isinstance(each, Problem):
            yield each
            continue
        origin, line = each
        if _is_record(line):
            what = Said("The line is JSON, and no plain text").then(REST_NOT_READ)
            remedy = Said("Give the file a name that ends in .jsonl")
            yield Problem(origin, what, remedy, unread=True)
            return
        if not _DIVIDER.fullmatch(clean(line)):
            yield checked({"text": line}, origin, limits)


def _is_record(line: str) -> bool:
    """Tell whether a line is an object of JSON that has a text."""
    if not line.lstrip().startswith("{"):
        return False
    try:
        found = json.loads(line, parse_int=whole_number)
    except (ValueError, RecursionError):
        return False
    return "text" in found
