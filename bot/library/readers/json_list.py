"""JSON: a list of objects with the fields of `bot.library.readers.record.Record`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from bot.library.readers.encoding import TooLong, encoding_throughout
from bot.library.readers.limits import REST_NOT_READ
from bot.library.readers.record import checked, of_pairs, whole_number
from bot.library.readers.wording import of_python
from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

    from bot.library.readers.limits import Limits
    from bot.model import Draft

_A_LIST = Said('Write the briefings as a list of objects: [{{"text": "…"}}, …]')
_BLANK = re.compile(r"[ \t\n\r]*")
_CHUNK = 1 << 16
# So near the end of what was read, a mistake may only be that the rest is missing.
_LOOK_AHEAD = 16


def read_json(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each item; its origin is the line that it begins on."""
    encoding = encoding_throughout(path, name)
    if isinstance(encoding, Problem):
        yield encoding
        return
    with path.open(encoding=encoding) as file:
        items = _Items(file, limits.line_bytes)
        place = 0
        try:
            for place, item in enumerate(items, start=1):
                which = Said("Record {number}: {what}", {"number": place})
                yield checked(item, Origin(name, items.line), limits, which)
        except TooLong:
            what = Said(
                "Record {number} is longer than {most} characters",
                {"number": place + 1, "most": limits.line_bytes},
            )
            yield Problem(Origin(name, items.line), what.then(REST_NOT_READ), _A_LIST, unread=True)
        except _Wrong as wrong:
            what = wrong.said.then(REST_NOT_READ) if place else wrong.said
            yield Problem(Origin(name, items.line), what, _A_LIST, unread=True)


class _Wrong(Exception):
    """What is ``said`` of the file, on the line that the items are at, is wrong with it."""

    def __init__(self, said: Said) -> None:
        super().__init__(said)
        self.said = said


class _Items:
    """The items of a list, of which one is held at a time, and the line of the last one."""

    def __init__(self, file: IO[str], longest: int) -> None:
        self._file = file
        self._longest = longest
        self._decode = json.JSONDecoder(
            parse_int=whole_number, object_pairs_hook=of_pairs
        ).raw_decode
        self._held = ""
        self._at = 0
        self._ended = False
        self.line = 1

    def __iter__(self) -> Iterator[Any]:
        if self._next() != "[":
            raise _Wrong(Said("It holds no list"))
        self._move(self._at + 1)
        if self._next() == "]":
            self._move(self._at + 1)
        else:
            yield from self._listed()
        if self._next():
            raise _Wrong(Said("Something stands after the end of the list"))

    def _listed(self) -> Iterator[Any]:
        self._next()
        while True:
            item, end = self._item()
            yield item
            self._move(end)
            last = self.line
            follows = self._next()
            if follows == "]":
                self._move(self._at + 1)
                return
            if follows and follows != ",":
                raise _Wrong(Said("A comma is missing before this"))
            if follows:
                last = self.line
                self._move(self._at + 1)
                follows = self._next()
            if follows in {"", "]"}:
                # What is missing is told of where something stands, and not of the lines after it.
                self.line = last
                is_open = Said("The list is not closed")
                raise _Wrong(Said("Nothing stands after this comma") if follows else is_open)

    def _next(self) -> str:
        """Move to what comes after white space, and return its first character."""
        while True:
            blank = _BLANK.match(self._held, self._at)
            assert blank is not None
            self._move(blank.end())
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                return ""

    def _item(self) -> tuple[Any, int]:
        """Return the item here, and where it ends; read on until it is whole."""
        while True:
            try:
                item, end = self._decode(self._held, self._at)
                if end < len(self._held) or self._ended:
                    return item, end
            except json.JSONDecodeError as error:
                is_cut = error.msg.startswith("Unterminated string")
                is_cut = is_cut or error.pos >= len(self._held) - _LOOK_AHEAD
                if not is_cut or self._ended:
                    lines = self._held.count("\n", self._at, self._last_before(error.pos))
                    raise _Wrong(_no_json(error, self.line + lines if lines else 0)) from None
            except RecursionError:
                deep = Said("Lists and objects stand too deep in each other here")
                raise _Wrong(deep) from None
            self._more()

    def _last_before(self, place: int) -> int:
        """Return ``place``, or where something stands last in the file if that is before it."""
        return min(place, len(self._held.rstrip()))

    def _more(self) -> bool:
        """Hold more of the file, twice as much of what is not done; tell whether there was more."""
        if self._ended:
            return False
        open_ = len(self._held) - self._at
        if open_ > self._longest:
            raise TooLong
        more = self._file.read(max(_CHUNK, open_))
        self._held = self._held[self._at :] + more
        self._at = 0
        self._ended = not more
        return bool(more)

    def _move(self, to: int) -> None:
        self.line += self._held.count("\n", self._at, to)
        self._at = to


def _no_json(error: json.JSONDecodeError, line: int) -> Said:
    """Return what a mistake is, and the line that it is on unless that is 0."""
    reason = of_python(error.msg)
    if line:
        reason = Said("{reason} on line {number}", {"reason": reason, "number": line})
    return Said("Here the file stops being JSON: {reason}", {"reason": reason})
