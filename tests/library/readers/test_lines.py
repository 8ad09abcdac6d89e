"""A line is told from the next, whatever system wrote it, and is of bounded length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.library.readers import Limits, read
from tests.library.readers.reading import drafts, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_a_line_ends_as_any_system_ends_it(tmp_path: Path, end: str, encoding: str) -> None:
    text = end.join(["Łódź lies inland.", "", "A port.", '"A", he said.']).encode(encoding)
    records = end.join(['{"text": "Łódź lies inland."}', "", '{"text": "A port."}'])
    path = write(tmp_path / "b.jsonl", records.encode(encoding))

    found = drafts(write(tmp_path / "a.txt", text))
    assert [(each.text, each.origin.line) for each in found] == [
        ("Łódź lies inland.", 1), ("A port.", 3), ('"A", he said.', 4),
    ]  # fmt: skip
    assert [each.origin.line for each in drafts(path)] == [1, 3]


@pytest.mark.parametrize("longer", range(1, 9))
def test_an_overlong_line_is_one_wherever_the_limit_cuts_its_end(
    tmp_path: Path, longer: int
) -> None:
    path = write(tmp_path / "a.txt", b"x" * (4 + longer) + b"\r\n\r\nlast\r\n")
    found = list(read(path, Limits(line_bytes=6)))

    assert [each.origin.line for each in found] == [1, 3]
