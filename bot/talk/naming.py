"""Telling what people say to a bot from names that are written like it: "UPS", "nickel"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.talk.chatter import WEAK
from bot.talk.phrases import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

# What is said to whoever is asked, in English, German, French, Spanish and Russian, and tells
# nothing of what it stands beside.
_BESIDE = frozenset(
    "a an the about and or but then also please pls plz bitte und oder aber dann auch ein eine der"
    " die das le la les un une et ou mais alors aussi svp stp el los las una y o pero entonces"
    " también tambien а и но или тогда же тоже пожалуиста".split()
)


def may_name(words: Sequence[str]) -> bool:
    """Tell whether folded words may name something, and nothing beside them tells otherwise.

    "Ups, sorry" and "top bot" do not, "hello UPS, please" does.
    """
    telling = _telling(words)
    return bool(telling) and lines_of("names.txt").issuperset(telling)


def is_one_word(words: Sequence[str]) -> bool:
    """Tell whether folded words are a single one, but for what tells nothing or only how much."""
    return len([word for word in _telling(words) if word not in WEAK]) == 1


def _telling(words: Sequence[str]) -> list[str]:
    names = lines_of("names.txt")
    nothing = _BESIDE | lines_of("greetings.txt")
    return [word for word in words if word in names or word not in nothing]
