"""What JSON's parsers find wrong, in words for whoever wrote the file."""

from __future__ import annotations

import re

from bot.problems import Said

_OPEN = Said("a quotation mark is opened and never closed")
_NAME = Said('the name of a field needs quotation marks, as in "text"')
_TAB = Said("a tab, or another character that is not seen, stands in a text; take it out")
_OPEN_OR_TAB = Said(
    "a quotation mark is opened and never closed, or a tab, or another character that is not seen, "
    "stands in a text; take it out"
)
_BACKSLASH = Said("a backslash that is meant as one must be doubled")
_HALF = Said("half a character stands here without its other half; write it whole, or take it out")
_VALUE = Said("a text in quotation marks, a list or an object is missing")
_AFTER_COMMA = Said("nothing stands after a comma")
# By what the message begins with. Both parsers are named after what they are part of.
_OF_JITER = {
    "control character": _TAB,
    "EOF while parsing a string": _OPEN,
    "EOF": Said("it ends before it is whole"),
    "expected `,` or `}`": Said("a comma or }} is missing"),
    "expected `,` or `]`": Said("a comma or ] is missing"),
    "expected `:`": Said("a colon is missing"),
    "expected": _VALUE,
    "trailing comma": _AFTER_COMMA,
    "trailing characters": Said("something stands after its end"),
    "key must be a string": _NAME,
    "invalid escape": _BACKSLASH,
    "unexpected end of hex escape": _HALF,
    "lone": _HALF,
    "invalid number": Said("a number is not written as one"),
    "recursion limit": Said("lists and objects stand too deep in each other"),
}
_OF_PYTHON = {
    "Expecting ','": Said("a comma is missing"),
    "Expecting ':'": Said("a colon is missing"),
    "Expecting property name": _NAME,
    "Expecting value": _VALUE,
    "Illegal trailing comma": _AFTER_COMMA,
    "Invalid control character": _OPEN_OR_TAB,
    "Unterminated string": _OPEN,
    "Invalid \\": _BACKSLASH,
}
_PLACE = re.compile(r" at line \d+ column (\d+)$")


def of_jiter(message: str) -> Said | str:
    """Return what pydantic's parser says of one line, with the character that it stands at."""
    found = _PLACE.search(message)
    said = _worded(message[: found.start()] if found else message, _OF_JITER)
    if found and int(found[1]):
        return Said("{reason} (character {number})", {"reason": said, "number": int(found[1])})
    return said


def of_python(message: str) -> Said | str:
    """Return what Python's parser says."""
    return _worded(message, _OF_PYTHON)


def _worded(message: str, words: dict[str, Said]) -> Said | str:
    """Return what is said of a message, which stands for itself where nothing is known of it."""
    return next((said for start, said in words.items() if message.startswith(start)), message)
