"""What is made of a file is made once, as long as the file stays the same."""

from __future__ import annotations

import os
import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.search.languages import dictionary, territories
from bot.search.words import phrases, synonyms
from bot.search.words.keeping import made_once
from bot.talk import chatter
from bot.talk import phrases as lists

if TYPE_CHECKING:
    from collections.abc import Callable

_READ: tuple[tuple[str, Callable[[], Any]], ...] = (
    (dictionary.__file__, lambda: dictionary.dictionary.__wrapped__("ru").book.exact),
    (dictionary.__file__, lambda: dictionary.dictionary.__wrapped__("de").in_names),
    (territories.__file__, lambda: territories.territories.__wrapped__("fr").inflected),
    (synonyms.__file__, synonyms._meanings_by_base.__wrapped__),
    (phrases.__file__, phrases._phrases.__wrapped__),
    (chatter.__file__, chatter._lines.__wrapped__),
    (chatter.__file__, chatter._known.__wrapped__),
    (lists.__file__, lambda: lists.lines_of.__wrapped__("inviting.txt")),
)


@pytest.fixture
def _keeps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))


@pytest.mark.usefixtures("_keeps")
def test_what_is_made_of_files_is_made_once_until_one_of_them_changes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.touch()
    second.touch()
    Path(cache_from_source(str(first))).parent.mkdir(parents=True)
    made: list[str] = []

    def make() -> tuple[str, int]:
        made.append("once more")
        return "words", len(made)

    def ask(name: str) -> tuple[Any, ...]:
        return made_once(name, (str(first), str(second)), make)

    assert [ask("of"), ask("of"), ask("other"), ask("of")] == [
        ("words", 1), ("words", 1), ("words", 2), ("words", 1),
    ]  # fmt: skip
    os.utime(second, ns=(1, 1))
    assert ask("of") == ("words", 3)


def test_where_python_keeps_nothing_it_is_made_each_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    file = tmp_path / "list.txt"
    file.touch()
    numbers = iter(range(2))
    assert [made_once("of", (str(file),), lambda: (next(numbers),)) for _ in range(2)] == [
        (0,), (1,),
    ]  # fmt: skip
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.usefixtures("_keeps")
@pytest.mark.parametrize(("module", "read"), _READ)
def test_lists_are_the_same_when_they_are_kept(module: str, read: Callable[[], Any]) -> None:
    made = read()
    folder = Path(cache_from_source(module)).parent
    folder.mkdir(parents=True)
    for _ in range(2):
        assert read() == made
        assert list(folder.glob("*.kept"))
