"""What JSON's parsers find wrong, in words for whoever wrote the file."""

from __future__ import annotations

import re

_OPEN = "a quotation mark is opened and never closed"
_NAME = 'the name of a field needs quotation marks, as in "text"'
_TAB = "a tab, or another character that is not seen, stands in a text; take it out"
_BACKSLASH = "a backslash that is meant as one must be doubled"
_HALF = "half a character stands here without its other half; write it whole, or take it out"
_VALUE = "a text in quotation marks, a list or an object is missing"
# By what the message begins with. Both parsers are named after what they are part of.
_OF_JITER = {
    "control character": _TAB,
    "EOF while parsing a string": _OPEN,
    "EOF": "it ends before it is whole",
    "expected `,` or `}`": "a comma or } is missing",
    "expected `,` or `]`": "a comma or ] is missing",
    "expected `:`": "a colon is missing",
    "expected": _VALUE,
    "trailing comma": "nothing stands after a comma",
    "trailing characters": "something stands after its end",
    "key must be a string": _NAME,
    "invalid escape": _BACKSLASH,
    "unexpected end of hex escape": _HALF,
    "lone": _HALF,
    "invalid number": "a number is not written as one",
    "recursion limit": "lists and objects stand too deep in each other",
}
_OF_PYTHON = {
    "Expecting ','": "a comma is missing",
    "Expecting ':'": "a colon is missing",
    "Expecting property name": _NAME,
    "Expecting value": _VALUE,
    "Illegal trailing comma": "nothing stands after a comma",
    "Invalid control character": f"{_OPEN}, or {_TAB}",
    "Unterminated string": _OPEN,
    "Invalid \\": _BACKSLASH,
}
_PLACE = re.compile(r" at line \d+ column (\d+)$")


def of_jiter(message: str) -> str:
    """Return what pydantic's parser says of one line, with the character that it stands at."""
    found = _PLACE.search(message)
    said = _worded(message[: found.start()] if found else message, _OF_JITER)
    return f"{said} (character {found[1]})" if found and int(found[1]) else said


def of_python(message: str) -> str:
    """Return what Python's parser says."""
    return _worded(message, _OF_PYTHON)


def _worded(message: str, words: dict[str, str]) -> str:
    return next((said for start, said in words.items() if message.startswith(start)), message)
