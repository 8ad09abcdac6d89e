"""The lines of a text file, one at a time and of bounded length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Origin, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.readers.sources import Limits

_BOM = b"\xef\xbb\xbf"


def lines(path: Path, name: str, limits: Limits) -> Iterator[tuple[Origin, str] | Problem]:
    """Yield each line of a UTF-8 file that holds something, or what is wrong with it.

    ``name`` is what the file is called in origins. At most ``limits.line_bytes`` are held.
    """
    longest = limits.line_bytes
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(longest + 1):
            number += 1
            origin = Origin(name, number)
            if len(raw) > longest:
                _skip_line(file, raw, longest)
                yield Problem(
                    origin,
                    f"The line is longer than {longest:,} bytes.",
                    "Put one briefing on a line.",
                )
                continue
            if number == 1:
                raw = raw.removeprefix(_BOM)
            yield from _decoded(raw, origin)


def _skip_line(file: object, raw: bytes, longest: int) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = file.readline(longest)  # type: ignore[attr-defined]


def _decoded(raw: bytes, origin: Origin) -> Iterator[tuple[Origin, str] | Problem]:
    if b"\0" in raw:
        yield Problem(
            origin,
            f"There is a NUL byte at byte {raw.index(0) + 1} of the line.",
            "Save the file as plain UTF-8 text.",
        )
        return
    try:
        line = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Problem(
            origin,
            f"Byte {error.start + 1} of the line is not UTF-8.",
            "Save the file as UTF-8.",
        )
        return
    if line.strip():
        yield origin, line
