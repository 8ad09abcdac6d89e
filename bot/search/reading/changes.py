"""What goes up or down: verbs of general meaning, which any word of the same way tells.

Whether shares drop, slide or lose three percent is the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.search.reading.kinds import Kind, tells
from bot.search.words.inflecting import bases, forms

if TYPE_CHECKING:
    from collections.abc import Iterable

_DOWN = "fall drop decline decrease slide slump sink tumble plunge plummet dip slip shrink lose"
_UP = "rise increase climb grow gain jump surge soar leap rally"
_SIDES = ((_DOWN, "shed down lower fewer less off"), (_UP, "add up higher more"))
_AMOUNTS = (Kind.SHARE, Kind.MONEY, Kind.AMOUNT, Kind.CHANGE)
OF_CHANGES = frozenset({*_AMOUNTS, Kind.SIZE, Kind.NUMBER})
"""The kinds of things by which it is asked how much something changes."""


def says_change(word: str) -> bool:
    """Tell whether a folded ``word`` in any form says that something goes up or down."""
    return _way(word) is not None


def tells_change(word: str, lowered: str) -> bool:
    """Tell whether a text in small letters tells by how much something goes the way of ``word``."""
    way = _way(word)
    has_word = way is not None and _told()[way].search(lowered) is not None
    return has_word and any(tells(kind, lowered) for kind in _AMOUNTS)


def _way(word: str) -> int | None:
    own = bases(word)
    return next(
        (way for way, (said, _) in enumerate(_SIDES) if not set(own).isdisjoint(said.split())), None
    )


@cache
def _told() -> tuple[re.Pattern[str], ...]:
    return tuple(_any_form(f"{said} {besides}".split()) for said, besides in _SIDES)


def _any_form(listed: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(each for word in listed for each in forms(word))})\b")
