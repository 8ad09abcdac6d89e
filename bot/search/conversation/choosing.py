"""Which of what was shown is chosen by its place: "the second one", "tell me about the last"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACES = ("first", "second", "third", "fourth", "fifth")
_ORDINALS = {name: place for place, name in enumerate(_PLACES)} | {
    f"{place + 1}{ending}": place for place, ending in enumerate(("st", "nd", "rd", "th", "th"))
}
_CHOICE = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|no|sorry|i (?:mean|meant)|what about|how about"
    r"|more (?:on|about)|(?:(?:tell|show|give) )?me(?: more)?(?: (?:on|about))?)\W+)*"
    rf"the ({'|'.join(_ORDINALS)}|last)"
    r"(?: (?:one|briefing|article|story|result|of (?:them|these|those)))?(?:,? please)?\W*$",
    re.IGNORECASE,
)


def chosen(question: str, shown: Sequence[int]) -> int | None:
    """Return which of the numbers ``shown`` the question chooses, None where it does not.

    Where a single one was shown, there is none to choose.
    """
    match = _CHOICE.match(question)
    if match is None or len(shown) < 2:
        return None
    place = _ORDINALS.get(match[1].lower(), len(shown) - 1)
    return shown[place] if place < len(shown) else None


def chosen_first(question: str, shown: Sequence[int]) -> tuple[int, str] | None:
    """Return which of those ``shown`` a question chooses first, and what it asks of that.

    "What about the second one, is it late?" asks "is it late?". None where it does not do both.
    """
    about, _, rest = question.partition(",")
    number = chosen(about, shown) if rest.strip(" ?!.") else None
    return (number, rest.strip()) if number else None
