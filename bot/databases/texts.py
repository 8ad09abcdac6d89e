"""What may stand in a text, whichever the database."""

from __future__ import annotations

from typing import Any


def whole(value: Any) -> Any:
    """Return a text without halves of characters, which no database can hold; else the value.

    Nothing else keeps them out: Discord's JSON may name them by their numbers.
    """
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value
