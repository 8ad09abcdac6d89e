"""What the values of a record's fields may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.library.readers import Limits, read
from bot.library.readers.record import text_key
from bot.library.readers.values import web_address
from bot.problems import Problem
from tests.library.readers.reading import drafts, problems, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("odd", ["\u200b", "\u202e", "\x01", " ", '"', "\\"])
def test_an_address_holds_nothing_that_nobody_sees_and_that_ends_no_link(odd: str) -> None:
    with pytest.raises(ValueError, match=r"must be an address|stands in no address"):
        web_address(f"https://example.org/a{odd}b")


@pytest.mark.parametrize(("mark", "code"), [("|", "%7C"), ("{", "%7B"), ("`", "%60")])
def test_what_stands_in_no_address_is_named_with_what_to_write(
    tmp_path: Path, mark: str, code: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "a", "url": "https://example.org/a{mark}b"}}')

    (problem,) = read(path, Limits())

    assert isinstance(problem, Problem)
    assert f'has "{mark}" in it, which stands in no address; write {code} there' in (
        str(problem.what)
    )


@pytest.mark.parametrize("half", [r"\ud83d", r"\udc00", r"\ud83d\u0041"])
@pytest.mark.parametrize("field", ["text", "title", "date", "source", "url", "id"])
@pytest.mark.parametrize("ending", ["jsonl", "json"])
def test_half_a_character_is_told_of_as_that(
    tmp_path: Path, half: str, field: str, ending: str
) -> None:
    others = "" if field == "text" else '"text": "x", '
    record = f'{{{others}"{field}": "a {half} b"}}'
    path = tmp_path / f"a.{ending}"
    path.write_text(f"[{record}]" if ending == "json" else record)

    (problem,) = read(path, Limits())

    assert isinstance(problem, Problem)
    assert "half a character" in str(problem.what)
    assert "\\" not in f"{problem.what} {problem.remedy}"


@pytest.mark.parametrize("number", ["5", "9" * 200, "-1.5e3"])
def test_a_number_is_no_text_beside_a_field_that_is_unknown(tmp_path: Path, number: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": {number}, "x": 1}}')

    (problem,) = read(path, Limits())

    assert isinstance(problem, Problem)
    assert 'The field "text" must be a text' in str(problem.what)


_RECORD = '{"text": "It rains.", "id": "%", "title": "%", "date": "%", "url": "%", "tags": "%"}'
_FRONT_MATTER = '---\nid: "%"\ntitle: "%"\ndate: "%"\nurl: "%"\ntags: "%"\n---\nIt rains.\n'


@pytest.mark.parametrize("blank", ["", " ", "\u200b"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", _RECORD),
        ("a.json", f"[{_RECORD}]"),
        ("a.csv", "text,id,title,date,url,tags\nIt rains.,%,%,%,%,%\n"),
        ("a.md", _FRONT_MATTER),
    ],
)
def test_a_field_that_is_left_blank_is_absent_in_every_format(
    tmp_path: Path, name: str, content: str, blank: str
) -> None:
    path = write(tmp_path / name, content.replace("%", blank))

    assert problems(path) == []
    (found,) = drafts(path)
    assert found.key == text_key("It rains.")
    assert (found.title, found.date, found.url, found.tags) == (None, None, None, ())
