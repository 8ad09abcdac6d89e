"""CSV and TSV: a header with the names of the fields, then a briefing a row."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from bot.library.readers.encoding import TooLong, encoding_throughout
from bot.library.readers.limits import REST_NOT_READ, cut_short
from bot.library.readers.lines import has_end
from bot.library.readers.record import UNKNOWN, Record, checked, first_twice, split_tags
from bot.library.readers.values import clean
from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

    from bot.library.readers.limits import Limits
    from bot.model import Draft

_COLUMNS = Said(
    "Name the columns on the first line; they may be {names}",
    {"names": ", ".join(Record.model_fields)},
)
_ROWS = Said(
    "Give each row as many cells as the header has; put cells with commas or breaks in quotes"
)
_QUOTES = Said(
    'End each cell that begins with a quotation mark with one, and double those inside it: ""'
)
_MARK = "sep="
_PARTING = ",;\t"
_SAID = {
    "unexpected end of data": Said("A quotation mark is opened here and never closed"),
    "field larger than field limit": Said("A cell is too long").then(
        Said("a quotation mark may be left open")
    ),
    "expected after": Said("Something stands here after the quotation mark that ends a cell"),
}


def read_table(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each row; its origin is the line that it begins on.

    Cells are parted by tabs in a ``.tsv``, else by what the header has most of: commas, tabs, or
    semicolons as spreadsheets write them where commas are decimal points. The header is the first
    line with anything in it. A column without a name is passed over where nothing stands in it.
    """
    encoding = encoding_throughout(path, name)
    if isinstance(encoding, Problem):
        yield encoding
        return
    with path.open(encoding=encoding, newline="") as file:
        yield from _Rows(file, name, limits).read("\t" if path.suffix.lower() == ".tsv" else "")


class _Rows:
    """The rows of one file, of which one is held at a time."""

    def __init__(self, file: IO[str], name: str, limits: Limits) -> None:
        self._file = file
        self._name = name
        self._limits = limits
        self._line = 0
        self._held = 0
        self._is_open = False
        """Whether the last line that was read has no end."""

    def read(self, delimiter: str) -> Iterator[Draft | Problem]:
        """Yield what the rows after the header hold."""
        rows = csv.reader(self._lines(), delimiter=self._delimiter(delimiter), strict=True)
        begins = self._line + 1
        try:
            header = [cell.strip().lower() for cell in next(rows, [])]
            if problem := _wrong_header(header, Origin(self._name, begins)):
                yield problem
                return
            yield from _unknown(header, Origin(self._name, begins))
            begins = self._begin()
            for row in rows:
                if any(cell.strip() for cell in row):
                    yield self._row(header, row, begins)
                begins = self._begin()
        except csv.Error as error:
            said = next((said for part, said in _SAID.items() if part in str(error)), None)
            what = said or Said("It cannot be read ({reason})", {"reason": str(error)})
            yield self._end(begins, what, _QUOTES if said else _ROWS)
        except TooLong:
            most = self._limits.line_bytes
            what = Said("The row is longer than {most} characters", {"most": most})
            yield self._end(begins, what, _QUOTES)

    def _row(self, header: list[str], row: list[str], line: int) -> Draft | Problem:
        found = _row(header, row, Origin(self._name, line), self._limits)
        if not (self._is_open and isinstance(found, Problem)):
            return found
        # One with a draft is whole but for what is left out of it; nothing is cut into more cells.
        return found if found.draft or len(row) > len(header) else cut_short(found)

    def _end(self, line: int, what: Said, remedy: Said) -> Problem:
        origin = Origin(self._name, line)
        return Problem(origin, what.then(REST_NOT_READ), remedy, unread=True)

    def _delimiter(self, given: str) -> str:
        """Move to the header, and return what parts its cells, if that is not given.

        A line that only tells it may stand above the header.
        """
        first = self._filled_line()
        told = first.rstrip(" \r\n")
        if not given and told.lower().startswith(_MARK) and len(told) == len(_MARK) + 1:
            self._file.readline()
            self._line += 1
            self._filled_line()
            return told[-1]
        return given or max(_PARTING, key=first.count)

    def _filled_line(self) -> str:
        """Move to the next line that has more than empty cells, and return what it begins with."""
        while True:
            here = self._file.tell()
            line = self._file.readline(self._limits.line_bytes)
            if not line or line.strip(f"{_PARTING} \r\n"):
                self._file.seek(here)
                return line
            self._line += line.endswith(("\r", "\n"))

    def _begin(self) -> int:
        """Return the line that the next row begins on."""
        self._held = 0
        return self._line + 1

    def _lines(self) -> Iterator[str]:
        """Yield the lines; raise `TooLong` where one row takes too many of them."""
        longest = self._limits.line_bytes
        while line := self._file.readline(longest + 1):
            self._held += len(line)
            if self._held > longest:
                raise TooLong
            self._line += 1
            self._is_open = not has_end(line)
            yield line


def _wrong_header(header: list[str], origin: Origin) -> Problem | None:
    if "text" not in header:
        what = Said('The first line has no column "text"')
    elif first_twice(filter(None, header)):
        what = Said("A column stands there twice")
    else:
        return None
    return Problem(origin, what, _COLUMNS, unread=True)


def _unknown(header: list[str], origin: Origin) -> Iterator[Problem]:
    """Yield a problem for each column that is no field: what stands in it is not read."""
    for cell in filter(None, header):
        if cell not in Record.model_fields:
            what = Said('The column "{name}" is unknown', {"name": clean(cell)[:80]})
            yield Problem(origin, what, UNKNOWN, minor=True)


def _row(header: list[str], row: list[str], origin: Origin, limits: Limits) -> Draft | Problem:
    # What a spreadsheet writes of empty columns at the end, it does not write in every row.
    last = max(place for place, field in enumerate(header, start=1) if field)
    if not last <= len(row) <= len(header):
        what = Said("The row has {count} cells, the header {header}")
        if len(row) == 1:
            what = Said("The row has 1 cell, the header {header}")
        return Problem(origin, what.having(count=len(row), header=len(header)), _ROWS)
    filled = [place for place, cell in enumerate(row) if cell.strip()]
    if unnamed := next((place + 1 for place in filled if not header[place]), 0):
        what = Said("Something stands in column {number}, which has no name", {"number": unnamed})
        return Problem(origin, what, _COLUMNS)
    given = {header[place]: row[place] for place in filled if header[place] in Record.model_fields}
    record = {**given, "tags": split_tags(given.get("tags", ""))}
    return checked({"text": "", **record}, origin, limits)
