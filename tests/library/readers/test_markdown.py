"""What a reader sees of Markdown, and what is a heading in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.library.readers import read
from bot.problems import Problem
from tests.library.readers.reading import drafts, problems, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_footnote_stands_apart_and_its_mark_is_none_of_the_text(tmp_path: Path) -> None:
    text = (
        "They met in Berlin[^1], and in Rome.[^two] [^1] is where.\n\n"
        "[^1]: https://example.org/berlin\n[^two]: As Reuters says.[^1]\n"
    )
    (found,) = drafts(write(tmp_path / "a.md", text))

    assert found.text == (
        "They met in Berlin, and in Rome. is where. https://example.org/berlin. As Reuters says."
    )


@pytest.mark.parametrize("mark", ["=", "-"])
def test_a_first_line_that_is_underlined_is_the_title(tmp_path: Path, mark: str) -> None:
    text = f"A *ferry* sank\n{mark * 14}\n\nIt sank off Tula.\n"
    (found,) = drafts(write(tmp_path / "a.md", text))

    assert (found.title, found.text) == ("A ferry sank", "It sank off Tula.")


def test_an_underlined_heading_parts_no_briefing(tmp_path: Path) -> None:
    text = "At sea\n======\n\nA ferry sank.\n\nOn land\n-------\n\nA bridge opened.\n"
    (found,) = drafts(write(tmp_path / "a.md", text))

    assert (found.title, found.text) == ("At sea", "A ferry sank. On land. A bridge opened.")


@pytest.mark.parametrize(
    "text",
    ["One.\n---\nTwo.", "It rains\nat sea.\n-------\nTwo.", "It rains.\n----------\nTwo."],
)
def test_dashes_of_another_length_or_below_more_lines_part_briefings(
    tmp_path: Path, text: str
) -> None:
    assert len(drafts(write(tmp_path / "a.md", text))) == 2


def test_front_matter_may_end_with_as_many_dashes_as_its_field_has(tmp_path: Path) -> None:
    (found,) = drafts(write(tmp_path / "a.md", "---\ntitle: Sea\n----------\nIt rains.\n"))

    assert (found.title, found.text) == ("Sea", "It rains.")


def test_front_matter_in_toml_is_a_problem_and_no_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", '+++\ntitle = "Sea"\n+++\nIt rains.\n')

    assert not drafts(path)
    (problem,) = problems(path)
    assert problem.startswith("a.md:1: It begins with fields between lines of +++, which is TOML")
    assert "Write them as YAML" in problem


def test_a_line_of_plus_signs_alone_is_text(tmp_path: Path) -> None:
    (found,) = drafts(write(tmp_path / "a.md", "+++\nIt rains.\n"))

    assert found.text == "+++ It rains."


@pytest.mark.parametrize("title", ["Sea: it rains", '"Sea" again', "@sea", "*sea", "[Sea] again"])
def test_front_matter_that_lacks_quotation_marks_is_told_to_have_them(
    tmp_path: Path, title: str
) -> None:
    path = write(tmp_path / "a.md", f"---\ntitle: {title}\n---\nIt rains.\n")
    (problem,) = problems(path)

    assert problem.startswith("a.md:2: The front matter cannot be read")
    assert problem.endswith("or a mark first, belongs in quotation marks.")


@pytest.mark.parametrize(
    "fields",
    [
        "author: Jane\nslug: x\nlayout: post",
        "layout: post\ncategories:\n- sea\n- land\nimage:\n  path: a.png\n\n# drafts\ndraft: true",
        "cover-image: a.png",
    ],
)
def test_fields_that_are_all_unknown_are_front_matter_of_the_first_line_of_a_file(
    tmp_path: Path, fields: str
) -> None:
    (found,) = read(write(tmp_path / "a.md", f"---\n{fields}\n---\nIt rains.\n"))

    assert isinstance(found, Problem)
    name = fields.partition(":")[0]
    assert str(found).startswith(f'a.md:2: The field "{name}" is unknown')
    assert found.minor
    assert found.draft is not None
    assert found.draft.text == "It rains."


def test_such_fields_that_cannot_be_read_are_no_briefing(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "---\nauthor: Jane: Doe\n---\nIt rains.\n")

    assert drafts(path) == []
    assert problems(path)[0].startswith("a.md:2: The front matter cannot be read")


@pytest.mark.parametrize(
    "text",
    [
        "---\nNote: it rains.\n---\nIt snows.\n",
        "---\nnote: it rains\nin Rome.\n---\nIt snows.\n",
        "One.\n---\nnote: it rains.\n---\nIt snows.\n",
    ],
)
def test_text_that_looks_like_a_field_is_a_briefing(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.md", text)

    assert problems(path) == []
    assert "It snows." in [each.text for each in drafts(path)][1:]
