"""A field that stands twice in a record is a problem, and what only looks so is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.readers.reading import drafts, problems, write

if TYPE_CHECKING:
    from pathlib import Path

TWICE = 'The field "{}" stands there twice. Correct the '


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jsonl", '{"text": "One.", "text": "Two."}', "a.jsonl:1: " + TWICE.format("text")),
        (
            "a.jsonl",
            '{"text": "Fine."}\n{"id": "a", "text": "One.", "id" : "b"}',
            "a.jsonl:2: " + TWICE.format("id"),
        ),
        ("a.jsonl", '{"text": "One.", "x": 1, "x": 2}', "a.jsonl:1: " + TWICE.format("x")),
        (
            "a.json",
            '[{"text": "Fine."},\n{"text": "One.", "title": "a", "title": "b"}]',
            "a.json:2: Record 2: " + TWICE.format("title"),
        ),
        ("a.md", "---\ntitle: One\ntitle: Two\n---\nFine.\n", "a.md:2: " + TWICE.format("title")),
    ],
)
def test_a_field_that_stands_twice_is_a_problem(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    (problem,) = problems(write(tmp_path / name, content))

    assert problem.startswith(said)


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.jsonl", '{"text": "text", "title": "text", "tags": ["tags", "id"]}', "text"),
        ("a.jsonl", r'{"text": "He wrote \"text\" and \"text\"."}', 'He wrote "text" and "text".'),
        ("a.json", '[{"text": "text", "title": "text", "source": "title"}]', "text"),
        ("a.md", "---\ntitle: title\nsource: title\n---\nFine.\n", "Fine."),
        ("a.md", "Note: rain\nNote: wind\n---\nFine.\n", "Note: rain Note: wind"),
    ],
)
def test_what_only_looks_like_a_field_that_stands_twice_is_none(
    tmp_path: Path, name: str, content: str, text: str
) -> None:
    path = write(tmp_path / name, content)

    assert problems(path) == []
    assert drafts(path)[0].text == text
