"""What letters stand for, where that is asked: "What does OSCE stand for?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.lexicon import commonest
from bot.search.words.text import fold

if TYPE_CHECKING:
    from bot.search.words.lexicon import Lexicon

_ASKS = re.compile(
    r"\W*what (?:(?:does|do|did) (?:the )?(?P<stands>[\w.&-]+) (?:stand for|mean)"
    r"|(?:is|are) (?:the )?(?P<short>[\w.&-]+) "
    r"(?:short(?:hand)?|an (?:acronym|abbreviation)) (?:for|of)"
    r"|(?:do the )?(?:letters|initials) (?P<letters>[\w.&-]+) (?:stand for|mean))\W*",
    re.IGNORECASE,
)
_OPENING = 12
"""Characters in which such a question has said that it asks what."""


def with_what_it_stands_for(question: str, lexicon: Lexicon) -> str:
    """Return ``question`` with the name that letters stand for, where it asks for nothing else.

    That is what most briefings say they are short for; where none does, it stays as it is.
    """
    found = _ASKS.fullmatch(question) if "what" in question[:_OPENING].lower() else None
    if found is None:
        return question
    letters = next(filter(None, found.groups()))
    named = lexicon.pairs("acronym", fold(letters).replace(".", ""))
    name, _ = commonest(named)
    return f"what is {letters}, {name}" if name else question
