"""Reading at a terminal where nothing may be written, or not even be looked at."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.console.failures import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Run

READING = (
    "ask grain", "status", "editions", "changes", "log", "export", "verify", "check",
    "backup copy",
)  # fmt: skip


@pytest.fixture
def shut(tmp_path: Path, powerless: list[str]) -> Iterator[Callable[[], list[str]]]:
    """Shuts the state folder against writing; returns how to run a command that may not, too."""

    def close() -> list[str]:
        for path in (tmp_path / "var").rglob("*"):
            path.chmod(0o500 if path.is_dir() else 0o400)
        (tmp_path / "var").chmod(0o500)
        return powerless

    yield close
    for path in (tmp_path / "var", *(tmp_path / "var").rglob("*")):
        path.chmod(0o700)


@pytest.mark.usefixtures("in_service")
def test_what_only_reads_works_where_nothing_may_be_written(
    attache: Run, tmp_path: Path, shut: Callable[[], list[str]]
) -> None:
    words = [attache(*command.split()).stdout for command in READING[1:7]]
    before = sorted((tmp_path / "var").rglob("*"))
    under = shut()
    done = [attache(*command.split(), under=under) for command in READING]
    refused = attache("load", under=under)

    for each in done:
        assert (each.returncode, each.stderr) == (0, "")
    assert "empire of lies" in " ".join(done[0].stdout.split())
    assert [each.stdout for each in done[1:7]] == words
    assert refused.returncode == ExitCode.STORE
    assert "give the user that runs the bot the right to write it" in refused.stderr
    assert sorted((tmp_path / "var").rglob("*")) == before


@pytest.mark.skipif(
    not (Path("/dev/full").exists() and shutil.which("prlimit")), reason="Linux alone has these"
)
@pytest.mark.usefixtures("in_service")
def test_what_only_reads_works_where_the_disk_is_full(attache: Run, tmp_path: Path) -> None:
    words = [attache(*command.split()).stdout for command in READING[1:7]]
    (tmp_path / "var" / "holder").symlink_to("/dev/full")
    # SQLite makes a file of 32 kB beside a database in order to read it.
    under = ["prlimit", "--fsize=1000"]
    done = [attache(*command.split(), under=under) for command in READING[:7]]
    refused = attache("load", under=under)

    assert [(each.returncode, each.stderr) for each in done] == [(0, "")] * 7
    assert [each.stdout for each in done[1:]] == words
    assert refused.returncode == ExitCode.STORE
    assert "cannot be written (No space left on device); make room there." in refused.stderr


@pytest.mark.parametrize("command", READING)
@pytest.mark.usefixtures("in_service")
def test_who_may_not_look_into_the_state_folder_is_told_so_in_one_line(
    attache: Run, tmp_path: Path, shut: Callable[[], list[str]], command: str
) -> None:
    under = shut()
    (tmp_path / "var").chmod(0)
    done = attache(*command.split(), under=under)

    assert (done.returncode, done.stdout) == (ExitCode.STORE, "")
    assert done.stderr.count("\n") == 1
    assert "cannot be looked at (Permission denied); do this as the user" in done.stderr


@pytest.mark.usefixtures("in_service")
def test_what_stands_in_a_log_that_cannot_be_read_is_not_passed_over(
    attache: Run, tmp_path: Path, shut: Callable[[], list[str]]
) -> None:
    database = tmp_path / "var" / "attache.sqlite3"
    with closing(sqlite3.connect(database)) as writing:
        writing.execute("UPDATE briefings SET title = 'new' WHERE number = 3")
        writing.commit()
        log = database.with_name("attache.sqlite3-wal").read_bytes()
    database.with_name("attache.sqlite3-wal").write_bytes(log)
    done = attache("editions", under=shut())

    assert (done.returncode, done.stdout) == (ExitCode.STORE, "")
    assert "Make the folder writable again, or room on its disk, or copy it whole" in done.stderr


def test_settings_that_may_not_be_read_are_named_with_what_to_do(
    attache: Run, tmp_path: Path, powerless: list[str]
) -> None:
    (tmp_path / ".env").write_text("ATTACHE_ANSWERS=4", encoding="utf-8")
    (tmp_path / ".env").chmod(0)
    done = attache("check", under=powerless)

    assert done.returncode == ExitCode.SETTINGS
    assert ".env cannot be read (Permission denied); give the user" in done.stderr
