"""A file that somebody writes while it is read is read whole, or named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.library.readers import read
from bot.model import Draft
from tests.library.readers.reading import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = 5_000
CHANGED = "The file changed while it was read. Try again."
LINES = [f"Briefing {number} tells of something. {'x' * 200}" for number in range(MANY)]
CONTENTS = {
    "a.txt": "".join(f"{line}\n" for line in LINES),
    "a.csv": "text,title\n" + "".join(f"{line},A\n" for line in LINES),
    "a.jsonl": "".join(json.dumps({"text": line}) + "\n" for line in LINES),
}


def read_while(path: Path, happens: Callable[[], object]) -> tuple[int, list[str]]:
    """Return how many briefings a file holds to which something happens, and what is wrong."""
    found = read(path)
    first = next(found)
    happens()
    rest = list(found)
    return (
        sum(isinstance(each, Draft) for each in [first, *rest]),
        [str(each) for each in rest if not isinstance(each, Draft)],
    )


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_cut_at_the_end_of_a_record_while_it_is_read_is_a_problem(
    tmp_path: Path, name: str
) -> None:
    path = write(tmp_path / name, CONTENTS[name])
    kept = CONTENTS[name].index("Briefing 2500 ")
    cut = CONTENTS[name].rindex("\n", 0, kept) + 1

    def truncate() -> None:
        with path.open("r+b") as file:
            file.truncate(cut)

    count, wrong = read_while(path, truncate)

    assert count == 2_500
    assert wrong == [f"{name}: {CHANGED}"]


@pytest.mark.parametrize("longer", ["", "And one more.\n"])
def test_a_file_that_is_written_anew_in_its_place_while_it_is_read_is_a_problem(
    tmp_path: Path, longer: str
) -> None:
    path = write(tmp_path / "a.txt", CONTENTS["a.txt"])
    anew = CONTENTS["a.txt"].replace("something", "SOMETHING") + longer

    _, wrong = read_while(path, lambda: write(path, anew))

    assert wrong == [f"a.txt: {CHANGED}"]


def test_a_file_that_grows_is_removed_or_replaced_while_it_is_read_is_read_whole(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"

    def append() -> None:
        with path.open("a") as file:
            file.write("One more of them,B\n")

    def replace() -> None:
        write(tmp_path / "new", "text\nAnother\n").replace(path)

    counts = []
    for happens in (append, replace, path.unlink):
        write(path, CONTENTS["a.csv"])
        count, wrong = read_while(path, happens)
        assert wrong == []
        counts.append(count)

    assert counts == [MANY + 1, MANY, MANY]
