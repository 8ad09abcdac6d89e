"""What is a briefing in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.readers.reading import drafts, problems, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_line_that_only_parts_others_is_no_briefing(tmp_path: Path) -> None:
    text = "One.\n---\nTwo.\r\n* * *\r\n\u00a0\n=====\n— — —\n- Three.\n🦆\n"
    found = drafts(write(tmp_path / "a.txt", text))

    assert [(each.text, each.origin.line) for each in found] == [
        ("One.", 1), ("Two.", 3), ("- Three.", 8), ("🦆", 9),
    ]  # fmt: skip


def test_a_file_of_such_lines_alone_holds_no_briefing(tmp_path: Path) -> None:
    (problem,) = problems(write(tmp_path / "a.txt", "---\n\n===\n"))

    assert "The file holds no briefing" in problem
