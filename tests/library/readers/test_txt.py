"""What is a briefing in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.library.readers import Limits, read
from bot.model import Draft
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


def test_json_lines_under_this_name_are_one_problem_and_no_briefings(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", '{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n')

    assert drafts(path) == []
    (problem,) = problems(path)
    assert problem == (
        "a.txt:1: The line is JSON, and no plain text; the rest was not read. Give the file a name "
        "that ends in .jsonl."
    )


@pytest.mark.parametrize(
    "line", ['{"text": "open', '{"title": "a"}', "{rain}", "{" * 9_000, '["text"]', "5"]
)
def test_what_only_looks_like_such_a_record_is_text(tmp_path: Path, line: str) -> None:
    limits = Limits(characters=10_000)
    (found,) = read(write(tmp_path / "a.txt", line), limits)

    assert isinstance(found, Draft)
    assert found.text == line
