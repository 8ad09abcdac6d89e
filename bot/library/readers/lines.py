"""The lines of a text file, one at a time and of bounded length."""

from __future__ import annotations

from io import TextIOWrapper
from typing import TYPE_CHECKING

from bot.library.readers.encoding import UTF_8, encoding_of, encoding_throughout, not_text, nul
from bot.library.readers.limits import cut_short
from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

    from bot.library.readers.limits import Limits

_BOM = b"\xef\xbb\xbf"
_BYTES = "latin-1"


def lines(path: Path, name: str, limits: Limits) -> Iterator[tuple[Origin, str] | Problem]:
    """Yield each line of a file that holds something, or what is wrong with it.

    It ends with a line feed, a carriage return, or both. ``name`` is what the file is called in
    origins. At most ``limits.line_bytes`` are held. Raises ``OSError``.
    """
    # Each byte is one character of this encoding: only texts are cut at carriage returns.
    with path.open("rb") as file, TextIOWrapper(file, _BYTES, newline="") as raw_text:
        if encoding_of(file.peek()) == UTF_8:
            for origin, found in _raw_lines(raw_text, name, limits):
                if isinstance(found, Problem):
                    yield found
                    continue
                raw = found.encode(_BYTES)
                raw = raw.removeprefix(_BOM) if origin.line == 1 else raw
                yield from _decoded(raw, origin)
            return
    # Where a wrong byte is in what is wide can only be told of the file as a whole.
    encoding = encoding_throughout(path, name)
    if isinstance(encoding, Problem):
        yield encoding
        return
    with path.open(encoding=encoding, newline="") as text:
        for origin, line in _raw_lines(text, name, limits):
            if isinstance(line, Problem):
                yield line
            elif line.strip():
                yield origin, line


def has_end(line: str) -> bool:
    """Tell whether a line ends with a line break, and not with the file."""
    return line.endswith(("\n", "\r"))


def _raw_lines(file: IO[str], name: str, limits: Limits) -> Iterator[tuple[Origin, str | Problem]]:
    longest = limits.line_bytes
    number = 0
    raw = ""
    while raw := _line_after(raw, file, longest):
        number += 1
        origin = Origin(name, number)
        if len(raw) > longest:
            raw = _end_of_line(file, raw, longest)
            yield (
                origin,
                Problem(
                    origin,
                    Said("The line is longer than {most} bytes", {"most": longest}),
                    Said("Put one briefing on a line"),
                ),
            )
        else:
            yield origin, raw


def _line_after(before: str, file: IO[str], longest: int) -> str:
    """Return the next line, and of one that is too long the beginning."""
    raw = file.readline(longest + 1)
    if raw == "\n" and before.endswith("\r"):
        return file.readline(longest + 1)  # one end of a line, and the limit was between
    return raw


def _end_of_line(file: IO[str], raw: str, longest: int) -> str:
    """Read on to the end of a line whose beginning is ``raw``, and return its last part."""
    while raw and not has_end(raw):
        raw = file.readline(longest)
    return raw


def _decoded(raw: bytes, origin: Origin) -> Iterator[tuple[Origin, str] | Problem]:
    found = _text_of(raw, origin)
    if isinstance(found, Problem):
        yield found if raw.endswith((b"\n", b"\r")) else cut_short(found)
    elif found.strip():
        yield origin, found


def _text_of(raw: bytes, origin: Origin) -> str | Problem:
    if b"\0" in raw:
        return nul(origin.file, origin.line, raw.index(0) + 1, of_line=True)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return not_text(origin.file, origin.line, error.start + 1, UTF_8, of_line=True)
