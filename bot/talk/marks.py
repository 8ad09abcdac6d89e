"""Parts of a message that are none of its words: links, emoji, mentions, the marks of code."""

from __future__ import annotations

import re

LINK = re.compile(r"<?\b(?:https?://|www\.)\S+", re.IGNORECASE)
EMOJI = re.compile(r"<a?:\w+:\d+>")
"""A custom emoji, as Discord writes it into a text."""
# https://discord.com/developers/docs/reference#message-formatting
_REFERENCE = re.compile(r"<(?:@[!&]?|#|id:)\w+>|<t:-?\d+(?::\w)?>|</([\w -]+):\d+>")
_LANGUAGE_OF_CODE = re.compile(r"```[\w+-]*\n")


def without_marks(text: str) -> str:
    """Return what somebody says with a text; the text itself where that is nothing.

    A word of a link, of an emoji's name or of an id would be looked for in vain, and what is asked
    beside it be taken for less.
    """
    said = LINK.sub(" ", EMOJI.sub(" ", text))
    said = _LANGUAGE_OF_CODE.sub("``` ", _REFERENCE.sub(" ", said))
    return said.strip() if re.search(r"\w", said) else text
