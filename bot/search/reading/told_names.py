"""Which names a text tells that a question does not: of anything, or of a person.

Names are told by their capitals alone, so that what is found may be a name, never that it is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.days import DAYS, MONTHS
from bot.search.words.text import fold, index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

# Of any Latin alphabet: Éva, Øystein, Łukasz.
CAPITAL = f"[A-Z{''.join(filter(str.isupper, map(chr, range(0xC0, 0x250))))}]"
# From where a word begins, and never read twice, lest a text of nothing but names take too long.
NAME_WORD = rf"{CAPITAL}(?:[\w-]|['’](?!s\b))++"
_CAPITALISED = re.compile(rf"\b{CAPITAL}[\w’'-]+")
_GOES_ON = re.compile(rf" (?:(?:&|of|the|and|de|van|von) )?{CAPITAL}")
_FULL_NAME = re.compile(rf"(?<![\w’'-]){NAME_WORD}(?: {NAME_WORD})++")
_CALENDAR = frozenset((*MONTHS, *DAYS))
_POSSESSIVE = re.compile(r"['’]s$")


def tells_name(text: str, named: Container[str], is_name: Callable[[str], bool]) -> bool:
    """Tell whether ``text`` has a name none of whose words is in ``named``.

    ``is_name`` tells which folded words are names, as a capital that opens a sentence does not.
    """
    return any(name not in named for name in _names(text, is_name))


def tells_person(text: str, named: Container[str]) -> bool:
    """Tell whether ``text`` has a name of several words, the last of which is not in ``named``."""
    return any(_is_another(found[0], named) for found in _FULL_NAME.finditer(text))


def _is_another(name: str, named: Container[str]) -> bool:
    found = [form for form in index_terms(name) if form not in _CALENDAR]
    return len(found) > 1 and found[-1] not in named


def _names(text: str, is_name: Callable[[str], bool]) -> Iterator[str]:
    """Yield the words of a sentence that are names; of one that opens it, where that shows."""
    for match in _CAPITALISED.finditer(text):
        if (
            any(map(str.isalnum, text[: match.start()]))
            or match[0].isupper()
            or _GOES_ON.match(text, match.end())
            or is_name(fold(_POSSESSIVE.sub("", match[0])))
        ):
            yield from (form for form in index_terms(match[0]) if form not in _CALENDAR)
