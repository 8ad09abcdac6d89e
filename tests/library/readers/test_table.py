"""The header of a table, and what may stand above it."""

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


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_columns_without_a_name_are_passed_over_where_nothing_stands_in_them(
    tmp_path: Path, name: str
) -> None:
    content = "text,,title,,\nIt rains.,,Weather,,\nIt snows.,,Winter\nIt hails., ,Cold, \n"
    path = write(tmp_path / name, content.replace(",", "\t") if name == "a.tsv" else content)

    assert problems(path) == []
    assert [(each.text, each.title) for each in drafts(path)] == [
        ("It rains.", "Weather"), ("It snows.", "Winter"), ("It hails.", "Cold"),
    ]  # fmt: skip


def test_a_row_with_something_in_a_column_without_a_name_is_a_problem(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "text,title,,\nIt rains.,,,\nIt snows.,,,now\nIt hails.\n")

    assert [each.text for each in drafts(path)] == ["It rains."]
    unnamed, short = problems(path)
    assert unnamed.startswith("a.csv:3: Something stands in column 4, which has no name.")
    assert "Name the columns on the first line" in unnamed
    assert short.startswith("a.csv:4: The row has 1 cell, the header 4.")
