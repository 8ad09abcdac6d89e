"""The lines of a text file, one at a time and of bounded length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.readers.encoding import UTF_8, encoding_of, encoding_throughout, not_text, nul
from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO, AnyStr

    from bot.library.readers.limits import Limits

_BOM = b"\xef\xbb\xbf"


def lines(path: Path, name: str, limits: Limits) -> Iterator[tuple[Origin, str] | Problem]:
    """Yield each line of a file that holds something, or what is wrong with it.

    ``name`` is what the file is called in origins. At most ``limits.line_bytes`` are held. Raises
    ``OSError``.
    """
    with path.open("rb") as file:
        if encoding_of(file.peek()) == UTF_8:
            for origin, raw in _raw_lines(file, name, limits.line_bytes):
                if isinstance(raw, Problem):
                    yield raw
                else:
                    yield from _decoded(raw.removeprefix(_BOM) if origin.line == 1 else raw, origin)
            return
    # Where a wrong byte is in what is wide can only be told of the file as a whole.
    encoding = encoding_throughout(path, name)
    if isinstance(encoding, Problem):
        yield encoding
        return
    with path.open(encoding=encoding, newline="\n") as text:
        for origin, line in _raw_lines(text, name, limits.line_bytes):
            if isinstance(line, Problem):
                yield line
            elif line.strip():
                yield origin, line


def _raw_lines(
    file: IO[AnyStr], name: str, longest: int
) -> Iterator[tuple[Origin, AnyStr | Problem]]:
    number = 0
    while raw := file.readline(longest + 1):
        number += 1
        origin = Origin(name, number)
        if len(raw) > longest:
            _skip_line(file, raw, longest)
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


def _skip_line(file: IO[AnyStr], raw: AnyStr, longest: int) -> None:
    """Read on to the end of a line whose beginning is ``raw``."""
    ends: tuple[object, ...] = ("\n", b"\n")
    while raw and raw[-1:] not in ends:
        raw = file.readline(longest)


def _decoded(raw: bytes, origin: Origin) -> Iterator[tuple[Origin, str] | Problem]:
    if b"\0" in raw:
        yield nul(origin.file, origin.line, raw.index(0) + 1, of_line=True)
        return
    try:
        line = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield not_text(origin.file, origin.line, error.start + 1, UTF_8, of_line=True)
        return
    if line.strip():
        yield origin, line
