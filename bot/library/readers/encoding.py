"""What a file's text is encoded in: UTF-8 with or without its mark, or UTF-16 with it."""

from __future__ import annotations

import codecs
from typing import IO, TYPE_CHECKING

from bot.model import Origin, Problem

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = 1 << 20
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UTF_8 = "utf-8-sig"
"""UTF-8; its mark at the beginning is left out where there is one."""


def encoding_of(path: Path) -> str:
    """Return the encoding that a file's first bytes tell; raise ``OSError``."""
    with path.open("rb") as file:
        head = file.read(2)
    return next((name for mark, name in _MARKS if head.startswith(mark)), UTF_8)


def undecodable(path: Path, name: str, encoding: str) -> Problem | None:
    """Return where a file is not in its encoding, None where all of it is; raise ``OSError``.

    The file is read to its end or to the first wrong byte, a megabyte at a time.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    before = 0
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            waiting = len(decoder.getstate()[0])
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return not_text(name, 0, before - waiting + error.start + 1, encoding)
            if "\0" in text:
                return Problem(
                    Origin(name, 0), "There is a NUL character in it.", "Save it as plain text."
                )
            if not chunk:
                return None
            before += len(chunk)


def not_text(name: str, line: int, place: int, encoding: str) -> Problem:
    """Return the problem of a byte, counted from 1, that is not in the ``encoding``."""
    what = "UTF-16" if encoding == "utf-16" else "UTF-8"
    where = f"Byte {place:,} of the {'line' if line else 'file'}"
    return Problem(Origin(name, line), f"{where} is not {what}.", "Save the file as UTF-8.")


class Bounded:
    """A stream of UTF-8 that gives up when a record goes on for too long."""

    def __init__(self, file: IO[bytes], longest: int) -> None:
        self._file = file
        self._longest = longest
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        """Return some bytes; raise `TooLong` after too many since the last `start_anew`."""
        if self._read > self._longest:
            raise TooLong
        chunk = self._file.read(size)
        self._read += len(chunk)
        return chunk

    def start_anew(self) -> None:
        """Count from here on: a record is complete."""
        self._read = 0


class TooLong(Exception):  # noqa: N818 - it names a state, and never leaves this package
    """A record is longer than the limit."""
