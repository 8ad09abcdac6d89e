"""What may stand above the header of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.readers.reading import drafts, problems, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("", 2),
        ("\n", 3),
        ("\r\n\r\n", 4),
        (" \t \n\n", 4),
        (";;\n;;\n", 4),
        (",,\n", 3),
        ("\n" * 100_000, 100_002),
        ("sep=;\n", 3),
        ("sep=;\n\n;\n", 5),
        ("\nsep=;\n", 4),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_empty_lines_above_the_header_are_passed_over_and_counted(
    tmp_path: Path, above: str, line: int, encoding: str
) -> None:
    content = f"{above}text;title\nRain in Ruritania, at last;Weather\n"
    path = write(tmp_path / "a.csv", content.encode(encoding))
    (found,) = drafts(path)

    assert problems(path) == []
    assert (found.text, found.title) == ("Rain in Ruritania, at last", "Weather")
    assert found.origin.line == line


def test_empty_lines_above_the_header_of_a_tsv_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", "\n\t\ntext\tid\nRain; at last, in Ruritania\t1\n")

    assert [(each.text, each.origin.line) for each in drafts(path)] == [
        ("Rain; at last, in Ruritania", 4)
    ]


def test_a_line_may_tell_that_tabs_part_the_cells(tmp_path: Path) -> None:
    (found,) = drafts(write(tmp_path / "a.csv", "sep=\t\ntext\ttitle\nRain, at last\tWeather\n"))

    assert (found.text, found.title) == ("Rain, at last", "Weather")


def test_a_header_that_lacks_the_text_is_named_by_its_own_line(tmp_path: Path) -> None:
    (wrong,) = problems(write(tmp_path / "a.csv", "\n\nname,title\na,b\n"))

    assert wrong.startswith('a.csv:3: The first line has no column "text".')
