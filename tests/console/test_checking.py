"""Whether settings, data, database and index are in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.checking import check_everything
from bot.console.failures import ExitCode
from bot.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from bot.library.shelf import Shelf
    from tests.conftest import Run


def test_check_says_what_is_wrong_with_the_data(attache: Run, tmp_path: Path) -> None:
    fine = attache("check")
    (tmp_path / "data" / "briefings.txt").write_bytes(b"\xff")
    wrong = attache("check")

    assert fine.returncode == 0
    assert "ok    data: 14 briefings in data, no problem" in fine.stdout
    assert wrong.returncode == ExitCode.PROBLEMS
    assert "WRONG data: 1 problem\n      briefings.txt:1: Byte 1 of the line is not UTF-8." in (
        wrong.stdout
    )


def test_check_says_what_of_the_data_is_not_loaded_yet(attache: Run, tmp_path: Path) -> None:
    attache("load")
    assert "not loaded" not in attache("check").stdout
    with (tmp_path / "data" / "briefings.txt").open("a") as briefings:
        briefings.write("\nRuritania opened a new bridge.\nIt has six lanes.\n")
    checked = attache("check")

    assert checked.returncode == 0
    assert "14 briefings; not loaded yet: 2 added, 0 changed, 0 removed" in checked.stdout


async def test_the_data_is_checked_without_an_index(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(*_: object) -> None:
        raise AssertionError("an index is built")

    monkeypatch.setattr("bot.library.indexing.build", build)
    found = await check_everything(load_settings(), shelf)

    assert "14 briefings" in found[1].said
