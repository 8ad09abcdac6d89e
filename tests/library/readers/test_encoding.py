"""UTF-8 and UTF-16 are read, and anything else is named."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from bot.library.readers.encoding import encoding_throughout
from tests.library.readers.reading import drafts, problems, write

if TYPE_CHECKING:
    from pathlib import Path

    from bot.problems import Problem


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert drafts(write(tmp_path / "a.txt", b"\xef\xbb\xbfone\n"))[0].text == "one"


def test_utf_16_is_read_in_both_byte_orders(tmp_path: Path) -> None:
    for place, codec in enumerate(["utf-16-le", "utf-16-be"]):
        text = "\ufeffŁódź\nzwei\n".encode(codec)
        found = drafts(write(tmp_path / f"{place}.txt", text))
        assert [(each.text, each.origin.line) for each in found] == [("Łódź", 1), ("zwei", 2)]


def test_broken_utf_16_is_a_problem(tmp_path: Path) -> None:
    text = ("\ufeff" + "one\n" * 10_000).encode("utf-16-le")
    (found,) = problems(write(tmp_path / "a.txt", text + b"\x00\xd8a\0"))

    assert found.startswith("a.txt:10001: Byte 80,003 of the file is not UTF-16.")


def test_utf_32_is_a_problem(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path / "a.txt", "one".encode("utf-32")))

    assert found.startswith("a.txt:1: Byte 1 of the file begins UTF-32.")


def test_the_mark_counts_where_a_byte_is_named(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path / "a.csv", b"\xef\xbb\xbftext\nfi\xffne\n"))

    assert found.startswith("a.csv:2: Byte 11 of the file is not UTF-8.")


def test_a_file_of_another_kind_is_one_problem_whatever_its_name(tmp_path: Path) -> None:
    for place, content in enumerate([gzip.compress(b"x" * 10**6), b"PK\x03\x04\0", b"%PDF-1.7\n"]):
        (found,) = problems(write(tmp_path / f"{place}.txt", content))
        assert "whatever its name says" in found


@pytest.mark.parametrize(
    ("name", "content", "encoding"),
    [
        ("a.csv", "text\nЛёд на реке\n", "utf-8"),
        ("a.csv", "text\nЛёд на реке\n", "utf-16"),
        ("a.json", '[{"text": "Лёд на реке"}]', "utf-8"),
        ("a.jsonl", '{"text": "Лёд на реке"}', "utf-16"),
        ("a.txt", "Лёд на реке", "utf-16"),
    ],
)
def test_a_file_that_changes_while_it_is_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, encoding: str
) -> None:
    path = write(tmp_path / name, content.encode(encoding))

    def checked(path: Path, called: str) -> str | Problem:
        """Look through it, just before whoever copies it is in the midst of a character."""
        said = encoding_throughout(path, called)
        path.write_bytes(path.read_bytes() + "Лёд".encode(encoding)[:3])
        return said

    for reader in ("table", "json_list", "lines"):
        monkeypatch.setattr(f"bot.library.readers.{reader}.encoding_throughout", checked)

    assert problems(path)[-1:] == [f"{name}: The file changed while it was read. Try again."]
