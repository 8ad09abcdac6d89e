"""Days that are named by a number, alone or with a month: "le 12", "nach dem 3. Juni"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.search.languages.calendars import AFTER_DAY, BEFORE_DATE, BEFORE_DAY
from bot.search.languages.detecting import days
from bot.search.languages.tongues import read_table
from bot.search.languages.understood import Read
from bot.search.words.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.search.languages.detecting import AskedWord

_NUMBER = r"(?:[12]?\d|3[01]|0\d)"
_LAST = re.compile(rf"\s+{_NUMBER}(?:\.|-го)?(?=\W*$)")
_BEFORE_WORD = re.compile(rf"\s+{_NUMBER}(?:er|\.)?\s*(?:de\s+)?([^\W\d_]+)")
_AFTER = re.compile(rf"(?<!\w){_NUMBER}(?:-го)?[\s-]+\Z")
_MOST_BEFORE = 10
"""Characters before a word among which the number is that it belongs to."""
_LONGEST = 2


def read_by_numbers(question: str, found: Sequence[AskedWord], language: str) -> Mapping[int, Read]:
    """Return what words of a question beside the number of a day are in English, by their places.

    Elsewhere they mean something else: "nach Juni", but "nach Kanada".
    """
    read: dict[int, Read] = {}
    for place in range(len(found)):
        for count in range(min(_LONGEST, len(found) - place), 0, -1):
            words = tuple(word.folded for word in found[place : place + count])
            start, end = found[place].start, found[place + count - 1].end
            meant = _table_at(question, start, end, language).get(words)
            if meant is not None:
                read[place] = Read(meant, count)
                break
    return read


def _table_at(question: str, start: int, end: int, language: str) -> Mapping[tuple[str, ...], str]:
    """Return what is meant by words from ``start`` to ``end``, as a number stands beside them."""
    if _LAST.match(question, end):
        return _read(BEFORE_DAY[language])
    after = _BEFORE_WORD.match(question, end)
    if after and (fold(after[1]),) in days(language):
        return _read(BEFORE_DATE[language])
    if _AFTER.search(question[max(start - _MOST_BEFORE, 0) : start]):
        return _read(AFTER_DAY.get(language, ""))
    return {}


_read = cache(read_table)
