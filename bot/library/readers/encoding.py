"""What a file's text is encoded in: UTF-8 with or without its mark, or UTF-16 with it."""

from __future__ import annotations

import codecs
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

_CHUNK = 1 << 20
_HEAD = 16
_MARKS = (
    # UTF-32's mark begins with that of UTF-16, so it is looked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDTHS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
UTF_8 = "utf-8-sig"
"""UTF-8; its mark at the beginning is left out where there is one."""
_REMEDY = Said("Save the file as UTF-8")
_KINDS = (
    (b"\x1f\x8b", Said("a {name} archive", {"name": "gzip"})),
    (b"PK\x03\x04", Said("a ZIP archive or an office document")),
    (b"%PDF-", Said("a PDF document")),
    (b"7z\xbc\xaf\x27\x1c", Said("a {name} archive", {"name": "7z"})),
    (b"BZh", Said("a {name} archive", {"name": "bzip2"})),
    (b"\xfd7zXZ\0", Said("an {name} archive", {"name": "xz"})),
    (b"\x28\xb5\x2f\xfd", Said("a {name} archive", {"name": "Zstandard"})),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Said("an office document")),
    (b"SQLite format 3\0", Said("a database")),
)


def encoding_of(head: bytes) -> str:
    """Return the encoding that the first bytes of a file tell."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), UTF_8)


def whole_text(path: Path, name: str) -> str | Problem:
    """Return what stands in a file, or where it is no text; raise ``OSError``."""
    content = path.read_bytes()
    encoding = encoding_of(content[:_HEAD])
    if problem := _undecodable(io.BytesIO(content), name, encoding):
        return problem
    return io.TextIOWrapper(io.BytesIO(content), encoding).read()


def encoding_throughout(path: Path, name: str) -> str | Problem:
    """Return the encoding of a file, or where it is not in that; raise ``OSError``.

    The file is read to its end or to the first wrong byte, a megabyte at a time.
    """
    with path.open("rb") as file:
        encoding = encoding_of(file.peek(_HEAD))
        return _undecodable(file, name, encoding) or encoding


def other_kind(path: Path, name: str) -> Problem | None:
    """Return that a file is an archive, a document or a database; raise ``OSError``."""
    with path.open("rb", buffering=0) as file:
        head = file.read(_HEAD)
    kind = next((kind for magic, kind in _KINDS if head.startswith(magic)), None)
    if kind is None:
        return None
    return Problem(
        Origin(name, 0),
        Said("The file is {kind}, whatever its name says", {"kind": kind}),
        Said("Unpack it, or save what it holds as text"),
        unread=True,
    )


def _undecodable(file: IO[bytes], name: str, encoding: str) -> Problem | None:
    """Return where a file that was just opened is not in its encoding, None where all of it is."""
    if encoding == "utf-32":
        what = Said("Byte 1 of the file begins UTF-32")
        return Problem(Origin(name, 1), what, _REMEDY, unread=True)
    head = file.read(2)
    plain = _WIDTHS.get(head, "utf-8") if encoding == "utf-16" else "utf-8"
    decoder = codecs.getincrementaldecoder(plain)()
    before, lines = (2, 1) if encoding == "utf-16" else (0, 1)
    file.seek(before)
    while True:
        chunk = file.read(_CHUNK)
        waiting = len(decoder.getstate()[0])
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            lines += error.object[: error.start].decode(plain).count("\n")
            place = before - waiting + error.start + 1
            return replace(not_text(name, lines, place, encoding), unread=True)
        if (place := text.find("\0")) >= 0:
            place_in_bytes = before - waiting + len(text[:place].encode(plain)) + 1
            problem = nul(name, lines + text.count("\n", 0, place), place_in_bytes)
            return replace(problem, unread=True)
        if not chunk:
            return None
        before += len(chunk)
        lines += text.count("\n")


def not_text(name: str, line: int, place: int, encoding: str, *, of_line: bool = False) -> Problem:
    """Return the problem of a byte of the file, or of its line, that is not in the ``encoding``.

    Bytes are counted from 1.
    """
    what = Said("Byte {number} of the file is not {encoding}")
    if of_line:
        what = Said("Byte {number} of the line is not {encoding}")
    called = "UTF-16" if encoding == "utf-16" else "UTF-8"
    return Problem(Origin(name, line), what.having(number=place, encoding=called), _REMEDY)


def nul(name: str, line: int, place: int, *, of_line: bool = False) -> Problem:
    """Return the problem of a NUL, at a byte of the file, or of its line, counted from 1."""
    what = Said("Byte {number} of the file is a NUL, which is in no text")
    if of_line:
        what = Said("Byte {number} of the line is a NUL, which is in no text")
    remedy = Said("Save the file as plain text in UTF-8, or in UTF-16 with its mark")
    return Problem(Origin(name, line), what.having(number=place), remedy)


class TooLong(Exception):
    """A record is longer than the limit."""
