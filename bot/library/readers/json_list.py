"""JSON: a list of objects with the fields of `bot.library.readers.record.Record`."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any, cast

import ijson

from bot.library.readers.encoding import Bounded, TooLong, encoding_of, undecodable
from bot.library.readers.record import checked
from bot.model import Origin, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

    from bot.library.readers.limits import Limits
    from bot.model import Draft

_A_LIST = 'Write the briefings as a list of objects: [{"text": "…"}, …].'


def read_json(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each item; its origin is its place in the list, from 1."""
    encoding = encoding_of(path)
    if problem := undecodable(path, name, encoding):
        yield problem
        return
    with path.open("rb") as file:
        utf_8 = cast("IO[bytes]", codecs.EncodedFile(file, "utf-8", encoding))
        stream = Bounded(utf_8, limits.line_bytes)
        place = 0
        try:
            for place, item in enumerate(_items(stream), start=1):
                stream.start_anew()
                yield checked(item, Origin(name, place), limits)
        except _NoList:
            yield Problem(Origin(name, 0), "It holds no list.", _A_LIST)
        except TooLong:
            yield Problem(
                Origin(name, place + 1),
                f"The record is longer than {limits.line_bytes:,} bytes; the rest was not read.",
                _A_LIST,
            )
        except (ijson.JSONError, UnicodeError, ValueError) as error:
            said = str(error).splitlines()[0].removeprefix("parse error: ").strip()
            yield Problem(
                Origin(name, place + 1),
                f"Here the file stops being JSON ({said}); the rest was not read.",
                _A_LIST,
            )


class _NoList(Exception):  # noqa: N818 - it never leaves this module
    """The file holds something else than a list."""


def _items(stream: Bounded) -> Iterator[Any]:
    """Yield the items of the list, each as soon as it is complete."""
    events = ijson.parse(stream, use_float=True)
    first = next(iter(events), None)
    if first is None or first[1] != "start_array":
        raise _NoList
    builder = ijson.ObjectBuilder()
    depth = 0
    for _, event, value in events:
        if depth == 0 and event == "end_array":
            continue
        builder.event(event, value)
        depth += event in {"start_map", "start_array"}
        depth -= event in {"end_map", "end_array"}
        if depth == 0:
            yield builder.value
            builder = ijson.ObjectBuilder()
