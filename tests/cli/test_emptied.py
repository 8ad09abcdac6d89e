"""A database that is empty or missing, though it was there before, is never taken for a new one."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.community.community import Community
from bot.console.failures import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def _leave_nothing_in(database: Path, *, with_head: bool) -> None:
    """Leave what a full disk or a lost power does, or a copy without the log that had all."""
    database.unlink()
    database.touch()
    if with_head:
        with closing(sqlite3.connect(database)) as opened:
            opened.execute("PRAGMA journal_mode = WAL")


@pytest.mark.usefixtures("in_service")
@pytest.mark.parametrize("with_head", [False, True])
def test_a_database_of_briefings_that_is_empty_is_damaged_and_not_loaded_anew(
    attache: Run, tmp_path: Path, with_head: bool
) -> None:
    database = tmp_path / "var" / "attache.sqlite3"
    attache("backup", "kept.sqlite3")
    attache("withdraw", "5", "--yes")
    _leave_nothing_in(database, with_head=with_head)
    asked, checked, verified = attache("ask", "poland"), attache("check"), attache("verify")

    assert (asked.returncode, verified.returncode) == (ExitCode.STORE, ExitCode.STORE)
    assert f"The database {database.relative_to(tmp_path)} is empty, and was not before" in (
        asked.stderr
    )
    assert "with what was withdrawn" in asked.stderr
    assert checked.returncode == ExitCode.PROBLEMS
    assert "WRONG database: The database var/attache.sqlite3 is empty" in checked.stdout

    restored = attache("restore", "kept.sqlite3")
    assert "is not known, and let in again" in restored.stderr
    assert restored.stderr.endswith("is empty, and was not before: it is damaged.\n")
    assert "14 briefings" in attache("status").stdout


@pytest.mark.usefixtures("in_service")
def test_a_database_of_briefings_that_is_missing_is_told_before_and_after_it_is_begun_anew(
    attache: Run, tmp_path: Path
) -> None:
    fresh = attache("check", ATTACHE_STATE="other")
    (tmp_path / "var" / "attache.sqlite3").unlink()
    checked, loaded, logged = attache("check"), attache("load"), attache("log")

    assert "ok    database: there is none yet; the first start makes it" in fresh.stdout
    assert checked.returncode == 0
    assert "WARN  database: there is none, but there was one" in checked.stdout
    assert "var/attache.sqlite3 was missing, and is begun anew" in loaded.stderr
    assert loaded.returncode == 0
    assert "begin anew; the database was missing" in logged.stdout
    assert "was missing" not in attache("status").stderr


def test_a_file_that_a_first_start_left_empty_is_begun_with(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "attache.sqlite3").touch()

    assert attache("load").returncode == 0


async def _opened(state: Path) -> None:
    await (await Community.open(state, 90)).close()


@pytest.mark.usefixtures("in_service")
@pytest.mark.parametrize("with_head", [False, True])
def test_what_people_left_is_not_begun_anew_over_an_empty_file(
    attache: Run, tmp_path: Path, with_head: bool
) -> None:
    state = tmp_path / "var"
    asyncio.run(_opened(state))
    _leave_nothing_in(state / "community.sqlite3", with_head=with_head)

    with pytest.raises(Exception, match=r"community\.sqlite3 is empty, and was not before"):
        asyncio.run(_opened(state))
    assert (
        "WRONG what people left: var/community.sqlite3 is an empty database; `attache restore` a"
        in (attache("check").stdout)
    )


@pytest.mark.usefixtures("in_service")
def test_what_people_left_that_is_missing_is_told(
    attache: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "var"
    fresh = attache("check")
    asyncio.run(_opened(state))
    assert "what people left is missing" not in capsys.readouterr().out
    (state / "community.sqlite3").unlink()
    checked = attache("check")
    asyncio.run(_opened(state))

    assert "ok    what people left: whole, or none yet" in fresh.stdout
    assert checked.returncode == 0
    assert "WARN  what people left: there is none, but there was" in checked.stdout
    assert "what people left is missing" in capsys.readouterr().out
