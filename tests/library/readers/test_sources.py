"""Reading sources: every briefing, and every mistake with its place."""

from __future__ import annotations

import json
import os
import unicodedata
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.library.readers import Limits, look, passed_over, read
from bot.library.readers.dates import iso_date
from bot.library.readers.record import text_key
from bot.library.readers.values import clean, web_address
from bot.model import Draft
from bot.problems import Problem
from tests.conftest import SEED
from tests.library.readers.reading import drafts, problems, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_the_seed_has_fourteen_briefings_and_its_last_line_needs_no_newline() -> None:
    found = list(read(SEED))

    assert [each.origin.line for each in found] == list(range(1, 15))
    assert all(isinstance(each, Draft) for each in found)


def test_a_folder_is_read_recursively_in_a_stable_order_without_hidden_files(
    tmp_path: Path,
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path / "b" / "two.txt", "two\n")
    write(tmp_path / "a.txt", "one\n")
    write(tmp_path / ".hidden.txt", "no\n")
    write(tmp_path / ".git" / "x.txt", "no\n")

    assert [str(each.origin) for each in read(tmp_path)] == ["a.txt:1", "b/two.txt:1"]


def test_a_file_that_is_not_read_is_named_unless_nobody_means_it_to_be(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "one\n")
    for name in ("notes.docx", "x.csv.bak", "LIST", "uploads/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, "text\nx\n")
    silent = (".x.docx", "README", "ReadMe.rst", "a.txt~", "#a.txt#", "~$b.docx", ".a.txt.swp")
    for name in (*silent, "a.txt.bak", "a.txt.orig", "b.csv.part", "Thumbs.db"):
        write(tmp_path / name, "")

    assert [each.origin.file for each in drafts(tmp_path)] == ["a.txt"]
    assert [each.split(": ")[0] for each in problems(tmp_path)] == [
        "LIST", "notes.docx", "uploads/picture.png", "x.csv.bak",
    ]  # fmt: skip
    assert ".docx is no format that can be read. Make it one of .txt, " in problems(tmp_path)[1]
    assert not any(each.unread for each in read(tmp_path) if isinstance(each, Problem))


def test_what_looks_like_a_copy_or_unfinished_is_passed_over_and_can_be_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "more").mkdir()
    write(tmp_path / "a.txt", "one\n")
    for name in ("a.txt.bak", "a.txt~", "more/b.csv.part", ".a.txt.swp", "README.md~", "Thumbs.db"):
        write(tmp_path / name, "two\n")
    for name in ("README", ".hidden", "more/notes.docx"):
        write(tmp_path / name, "three\n")

    assert passed_over(tmp_path) == ["a.txt.bak", "a.txt~", "more/b.csv.part"]
    assert passed_over(tmp_path / "a.txt") == passed_over(tmp_path / "none") == []


def test_what_word_and_excel_keep_beside_an_open_file_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "report.csv", "text\none\n")
    write(tmp_path / "~$port.csv", b"\x04Ada\0\0\0")

    assert [each.text for each in drafts(tmp_path)] == ["one"]
    assert passed_over(tmp_path) == ["~$port.csv"]
    assert not problems(tmp_path)


def test_a_folder_of_other_files_alone_removes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "notes.docx", "one\n")

    assert any(each.unread for each in read(tmp_path) if isinstance(each, Problem))


def test_a_folder_beside_the_data_is_read_under_its_own_name(tmp_path: Path) -> None:
    data, beside = tmp_path / "data", tmp_path / "desk"
    data.mkdir()
    write(data / "a.txt", "one\n")
    before = look(data, Limits(), beside).fingerprint
    beside.mkdir()
    write(beside / "b.txt", "two\n")

    assert [str(each.origin) for each in read(data, beside=beside)] == ["a.txt:1", "desk/b.txt:1"]
    assert look(data, Limits(), beside).size == 8
    assert look(data, Limits(), beside).fingerprint not in {None, before}


def test_jsonl_fields_are_taken_over(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "text": "A  bridge\nopened.",
        "title": "Bridge",
        "date": "Sun, 08 Dec 2024 09:30:00 +0100",
        "source": "Reuters",
        "url": "https://example.org/a?b=c",
        "tags": ["roads", "roads", "Ruritania"],
    }
    (found,) = drafts(write(tmp_path / "a.jsonl", json.dumps(record)))

    assert (found.key, found.text, found.title) == ("7", "A bridge opened.", "Bridge")
    assert (found.date, found.source) == ("2024-12-08T08:30:00Z", "Reuters")
    assert (found.url, found.tags) == ("https://example.org/a?b=c", ("roads", "Ruritania"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "a", "txet": "b"}', 'The field "txet" is unknown'),
        ('{"title": "a"}', 'The field "text" is missing'),
        ('{"text": "  "}', 'The field "text" must not be empty'),
        ('{"text": "\\u3164\\u200b"}', 'The field "text" must not be empty'),
        ('{"text": 5}', 'The field "text" must be a text in quotation marks'),
        ('{"text": "a"', "This is not JSON: it ends before it is whole"),
        ('{"text": "a', "a quotation mark is opened and never closed (character 11)"),
        ('{"text": "a\tb"}', "a tab, or another character that is not seen"),
        ('{"text": "a" "id": 1}', "a comma or } is missing (character 14)"),
        ('{"text": "a",}', "nothing stands after a comma"),
        ('{text: "a"}', "the name of a field needs quotation marks"),
        ('{"text": a}', "a text in quotation marks, a list or an object is missing"),
        ('{"text": "C:\\d"}', "a backslash that is meant as one must be doubled"),
        ("[1, 2]", "A record must be an object"),
        (
            '{"text": "a", "date": "last week"}',
            'Sun, 08 Dec 2024 09:30:00 GMT, and not "last week"',
        ),
        ('{"text": "a", "date": "2024-13-45"}', 'The field "date"'),
        ('{"text": "a", "url": "javascript:alert(1)"}', 'The field "url" must be an address'),
        ('{"text": "a", "url": "https://a b"}', 'The field "url" must be an address'),
        ('{"text": "a", "tags": "one"}', 'The field "tags" must be a list'),
        ('{"text": "a", "tags": ["b", 5]}', 'Each entry of the field "tags" must be a text in'),
        ('{"text": "' + "a" * 4001 + '"}', "The text has 4,001 characters"),
    ],
)
def test_a_wrong_record_is_a_problem_that_says_what_is_wrong(
    tmp_path: Path, line: str, said: str
) -> None:
    (problem,) = problems(write(tmp_path / "a.jsonl", f'{{"text": "fine"}}\n{line}\n'))

    assert problem.startswith("a.jsonl:2: ")
    assert said in problem


def test_a_title_that_nobody_sees_is_none(tmp_path: Path) -> None:
    record = {"text": "A bridge opened.", "title": "\u3164", "source": "\u2800", "tags": ["\u115f"]}
    (found,) = drafts(write(tmp_path / "a.jsonl", json.dumps(record)))

    assert (found.title, found.source, found.tags) == (None, None, ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"fine\n\xff\xfe broken\n", "a.txt:2: Byte 1 of the line is not UTF-8."),
        (b"fine\nbro\0ken\n", "a.txt:2: Byte 4 of the line is a NUL"),
        (b"fine\n" + b"x" * 10_000_000 + b"\nfine\n", "a.txt:2: The line is longer than"),
        (b"", "a.txt: The file holds no briefing."),
        (b"\n  \n", "a.txt: The file holds no briefing."),
    ],
)
def test_a_broken_text_file_is_a_problem_with_its_place(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (problem,) = problems(write(tmp_path / "a.txt", content))

    assert problem.startswith(said)


def test_what_stands_around_an_overlong_line_is_still_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"one\n" + b"x" * 3_000_000 + b"\nthree\n")

    assert [(each.text, each.origin.line) for each in drafts(path)] == [("one", 1), ("three", 3)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '[{"text": "Fine."}]'),
        ("a.rss", '<rss version="2.0"><channel><item><title>Fine.</title></item></channel></rss>'),
        ("a.csv", "text\nFine.\n"),
    ],
)
def test_a_file_that_begins_with_very_many_blank_lines_is_not_empty(
    tmp_path: Path, name: str, content: str
) -> None:
    path = write(tmp_path / name, " \n" * 20_000 + content)

    assert problems(path) == []
    assert [each.text for each in drafts(path)] == ["Fine."]


def test_a_missing_source_an_empty_folder_and_an_unknown_format_are_problems(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()

    assert "does not exist" in problems(tmp_path / "nowhere")[0]
    assert "no file with briefings" in problems(tmp_path / "empty")[0]
    assert "no format that can be read" in problems(write(tmp_path / "a.pdf", "x"))[0]


def test_the_key_of_a_text_is_the_same_wherever_it_stands(tmp_path: Path) -> None:
    first = drafts(write(tmp_path / "a.txt", "A  café opened.\n"))[0]
    second = drafts(write(tmp_path / "b.txt", "x\n\nA cafe\u0301 opened. \n"))[1]

    assert first.key == second.key == text_key("A café opened.")


def test_characters_nobody_sees_are_removed() -> None:
    assert clean("a\u202eb\u200b\x07 c\u00a0d\ufeff") == "ab c d"
    assert clean("e\u200b\u0301") == "\u00e9"


@pytest.mark.parametrize(
    "seen",
    [
        "👨‍👩‍👧",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # Scotland's flag
        "\u0600\u0661",  # a sign that Arabic numbers have before them
        "\U0001fae8 \U000378ff",  # younger than Python 3.11, or not given yet
        "\u845b\U000e0100",  # one of two ways to write a character
    ],
)
def test_what_is_seen_stays_as_it_is_written(seen: str) -> None:
    assert clean(seen) == seen


@given(text=st.text())
def test_what_is_clean_stays_so_and_is_in_nfc(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned == unicodedata.normalize("NFC", cleaned)
    assert cleaned.isprintable() or not cleaned.isascii()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2024-12-08", "2024-12-08"),
        ("20241208", "2024-12-08"),
        ("2024-12-08 09:30", "2024-12-08T09:30:00Z"),
        ("2024-12-08T00:30:00+02:00", "2024-12-07T22:30:00Z"),
        ("Sun, 08 Dec 2024 09:30:00 GMT", "2024-12-08T09:30:00Z"),
        ("8 Dec 2024 09:30 -0500", "2024-12-08T14:30:00Z"),
    ],
)
def test_dates_are_read_in_both_forms(value: str, said: str) -> None:
    assert iso_date(value) == said


@given(text=st.text() | st.from_regex(r"\A[0-9A-Za-z:,+. -]{0,40}\Z"))
def test_any_date_and_any_address_is_taken_or_refused(text: str) -> None:
    for read_value in (iso_date, web_address):
        # Pydantic makes a sentence of this error, and of no other.
        with suppress(ValueError):
            assert read_value(text)


def test_what_is_no_file_and_what_cannot_be_reached_is_named(tmp_path: Path) -> None:
    write(tmp_path / "fine.txt", "fine")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    (tmp_path / "nowhere.txt").symlink_to("gone.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    found = list(read(tmp_path))

    said = {str(each) for each in found if isinstance(each, Problem)}
    assert {line.split(" ")[0] for line in said} == {
        "pipe.txt:", "endless.txt:", "nowhere.txt:", "round.txt:"
    }  # fmt: skip
    assert all(each.unread for each in found if isinstance(each, Problem))
    assert [each.text for each in found if isinstance(each, Draft)] == ["fine"]


def test_linked_folders_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "data" / "own").mkdir(parents=True)
    (tmp_path / "shared").mkdir()
    write(tmp_path / "shared" / "a.txt", "one")
    (tmp_path / "data" / "linked").symlink_to(tmp_path / "shared")
    (tmp_path / "data" / "own" / "back").symlink_to(tmp_path / "data")

    assert [str(each.origin) for each in read(tmp_path / "data")] == ["linked/a.txt:1"]


@contextmanager
def as_anybody() -> Iterator[None]:
    """Do without the rights of the super-user, who may read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_data_that_may_not_be_entered_is_a_problem(tmp_path: Path) -> None:
    data = tmp_path / "closed" / "data"
    data.mkdir(parents=True)
    data.parent.chmod(0)
    with as_anybody():
        (found,) = read(data)
    (too_long,) = read(tmp_path / ("x" * 300))
    data.parent.chmod(0o700)

    assert str(found).startswith("data: It cannot be read (Permission denied).")
    assert "It cannot be read (File name too long)." in str(too_long)
    assert isinstance(found, Problem)
    assert found.unread


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read by the super-user")
def test_a_folder_without_rights_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    (found,) = [each for each in read(tmp_path) if isinstance(each, Problem)]

    assert found.unread
    assert str(found).startswith("closed: It cannot be read (Permission denied).")


def test_a_name_that_cannot_be_shown_is_spelt_out(tmp_path: Path) -> None:
    write(tmp_path / os.fsdecode(b"a\xff\n.txt"), "one")

    assert [str(each.origin) for each in read(tmp_path)] == ["a\\xff\\n.txt:1"]


def test_records_with_very_many_mistakes_are_told_in_brief(tmp_path: Path) -> None:
    fields = {"text": "a"} | {f"field{number}": 1 for number in range(10_000)}
    (found,) = problems(write(tmp_path / "a.jsonl", json.dumps(fields)))

    assert len(found) < 500
    assert "and more is wrong" in found


def test_more_briefings_than_allowed_are_a_problem(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "one\ntwo\nthree\n")
    found = list(read(path, Limits(briefings=2)))

    assert [type(each) for each in found] == [Draft, Draft, Problem]
    assert "There are more than 2 briefings" in str(found[2])
    assert isinstance(found[2], Problem)
    assert found[2].unread


@pytest.mark.parametrize("suffix", [".txt", ".md", ".json"])
def test_a_file_with_more_bytes_than_allowed_is_not_read(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"a{suffix}", "x" * 101)
    (problem,) = read(path, Limits(file_bytes=100))

    assert "The file has 101 bytes; at most 100 are allowed." in str(problem)
    assert isinstance(problem, Problem)
    assert problem.unread


_SUFFIXES = [".txt", ".jsonl", ".json", ".csv", ".tsv", ".md", ".xml", ".rss", ".atom"]
_PIECES = [
    "text", "id", "title", "date: 2024-13-45", "tags", "\n", "---\n", "{", "}", "[", "]", '"', ":",
    ",", "\t", "<rss version='2.0'><channel>", "<item>", "<title>", "</title>", "</item>",
    "<![if x", "</channel></rss>", "<description>", "</description>", "&amp;", "&x;",
    "<!DOCTYPE x [", "é", "\0", "'", "&a [*a]", "x" * 300, "1e999", "\ud83d\ude00", "null", "- ",
]  # fmt: skip


@settings(max_examples=400)
@given(
    content=st.binary(max_size=400)
    | st.lists(st.sampled_from(_PIECES), max_size=30).map(
        lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
    ),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]),
    suffix=st.sampled_from(_SUFFIXES),
)
def test_any_bytes_give_drafts_or_problems_and_never_an_exception(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, mark: bytes, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{suffix}"
    path.write_bytes(mark + content)
    for each in read(path, Limits(characters=100, line_bytes=200)):
        assert each.origin.file == path.name
        assert isinstance(each, Draft | Problem)
        assert "\n" not in str(each)
