"""CSV and TSV: a header with the names of the fields, then a briefing a row."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from bot.library.readers.encoding import TooLong, encoding_of, undecodable
from bot.library.readers.record import Record, checked, split_tags
from bot.model import Origin, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

    from bot.library.readers.limits import Limits
    from bot.model import Draft

_KNOWN = ", ".join(Record.model_fields)
_ROWS = "Give each row as many cells as the header has; put cells with commas or breaks in quotes."


def read_table(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each row; its origin is the line that it ends on."""
    encoding = encoding_of(path)
    if problem := undecodable(path, name, encoding):
        yield problem
        return
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    with path.open(encoding=encoding, newline="") as file:
        rows = csv.reader(_lines(file, limits.line_bytes), delimiter=delimiter, strict=True)
        try:
            header = [cell.strip().lower() for cell in next(rows, [])]
            if problem := _wrong_header(header, Origin(name, 1)):
                yield problem
                return
            for row in rows:
                if any(cell.strip() for cell in row):
                    yield _row(header, row, Origin(name, rows.line_num), limits)
        except csv.Error as error:
            yield Problem(
                Origin(name, rows.line_num), f"{error}; the rest was not read.".capitalize(), _ROWS
            )
        except TooLong:
            yield Problem(
                Origin(name, rows.line_num + 1),
                f"The line is longer than {limits.line_bytes:,} bytes; the rest was not read.",
                _ROWS,
            )


def _lines(file: IO[str], longest: int) -> Iterator[str]:
    while line := file.readline(longest + 1):
        if len(line) > longest:
            raise TooLong
        yield line


def _wrong_header(header: list[str], origin: Origin) -> Problem | None:
    if "text" not in header:
        what = 'The first line has no column "text".'
    elif unknown := [cell for cell in header if cell not in Record.model_fields]:
        what = f'The column "{unknown[0][:80]}" is unknown.'
    elif len(set(header)) < len(header):
        what = "A column stands there twice."
    else:
        return None
    return Problem(origin, what, f"Name the columns on the first line; they may be {_KNOWN}.")


def _row(header: list[str], row: list[str], origin: Origin, limits: Limits) -> Draft | Problem:
    if len(row) != len(header):
        return Problem(origin, f"The row has {len(row)} cells, the header {len(header)}.", _ROWS)
    given = {field: cell for field, cell in zip(header, row, strict=True) if cell.strip()}
    record = {**given, "tags": split_tags(given.get("tags", ""))}
    return checked({"text": "", **record}, origin, limits)
