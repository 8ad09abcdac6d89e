"""Parts of a message that are none of its words: links, emoji, mentions, the marks of code."""

from __future__ import annotations

import re

LINK = re.compile(r"<?\b(?:https?://|www\.)\S+", re.IGNORECASE)
EMOJI = re.compile(r"<a?:\w+:\d+>")
"""A custom emoji, as Discord writes it into a text."""
# https://discord.com/developers/docs/reference#message-formatting
_COMMAND = re.compile(r"</([\w -]+):\d+>")
_REFERENCE = re.compile(rf"<(?:@[!&]?|#|id:)\w+>|<t:-?\d+(?::\w)?>|{_COMMAND.pattern}")
_LANGUAGE_OF_CODE = re.compile(r"```[\w+-]*\n")


def without_references(text: str) -> str:
    """Return a text without mentions of people, roles and channels, and with commands as typed.

    Whoever is mentioned beside what is said to the bot is none of it: "thanks @mia" is thanks.
    """
    said = _REFERENCE.sub(" ", _COMMAND.sub(r"/\1 ", text))
    return said.strip() if said != text else text


def without_marks(text: str) -> str:
    """Return what somebody says with a text; the text itself where that is nothing.

    A word of a link, of an emoji's name or of an id would be looked for in vain, and what is asked
    beside it be taken for less.
    """
    said = LINK.sub(" ", EMOJI.sub(" ", text))
    said = _LANGUAGE_OF_CODE.sub("``` ", _REFERENCE.sub(" ", said))
    return said.strip() if re.search(r"\w", said) else text
