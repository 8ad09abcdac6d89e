"""Which part of a message of several sentences asks: "Sorry to bother you! Who won? Thanks."."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.search.conversation import pronouns
from bot.search.conversation.following import FollowUp, follows
from bot.search.words.sentences import sentences
from bot.search.words.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

# In chats the next sentence often begins with a small letter, which elsewhere goes on.
_END = re.compile(r"(?<=[?!？！])\s+|\n")
_ASKS = re.compile(r"[?？][^\w]*$")

# "Not sure if this is the right place, but what": a clause of the one who asks, and what it asks.
_SAID_FIRST = re.compile(
    r"\W*(?:i|i['’]?m|i['’]ve|we|my|our|not sure|sorry|thanks|no idea|hmm+|lol)\b.*?"
    r"(?:[,;:…–—]| - |\bbut\b|\bso\b|\band\b)\W*(?=(?:what|whats|who|whose|which|where|when|why"
    r"|how|is|are|was|were|do|does|did|has|have|can|could|will)\b)",
    re.IGNORECASE,
)
_FEW = 2
_SEVERAL = 2
_MOST = 3


def asking_part(message: str) -> str | None:
    """Return the sentence of ``message`` that asks, with the one before where it points back there.

    That is the first with a question mark and something to look for; where there is none with such
    a mark, the one with the most to look for. None where that is the whole message.
    """
    parts = list(_parts(message))
    if len(parts) < 2:
        return None
    telling = [sum(not word.stop for word in words(part)) for part in parts]
    asking = [place for place, part in enumerate(parts) if _ASKS.search(part)]
    places = asking or range(len(parts))
    place = max(
        places, key=lambda each: (min(telling[each], 1) if asking else telling[each], -each)
    )
    part = parts[place]
    points_back = telling[place] <= _FEW and pronouns.LAST.search(part)
    if place and (points_back or follows(part) is not FollowUp.ALONE):
        part = f"{parts[place - 1]} {part}"
    return part if len(part) < len(message.strip()) else None


def questions_in(message: str) -> tuple[str, ...]:
    """Return the questions of ``message``, three at most, where it asks several, else nothing."""
    if message.count("?") + message.count("？") < _SEVERAL:
        return ()
    asking = [part for part in _parts(message) if _ASKS.search(part) and _says_something(part)]
    return tuple(part.strip() for part in asking[:_MOST]) if len(asking) >= _SEVERAL else ()


def _says_something(part: str) -> bool:
    return any(not word.stop for word in words(part))


def asking_clause(message: str) -> tuple[str, str] | None:
    """Return what the one who asks says first, and the clause behind it that asks.

    None where there is no such clause.
    """
    found = _SAID_FIRST.match(message)
    return (found[0], message[found.end() :]) if found else None


def _parts(message: str) -> Iterator[str]:
    ends = [0, *(match.end() for match in _END.finditer(message)), len(message)]
    for start, end in pairwise(ends):
        piece = message[start:end]
        yield from (piece[each.start : each.end] for each in sentences(piece))
