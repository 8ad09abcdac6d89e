"""Whether settings, data, database and index are in order."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from aiohttp.test_utils import unused_port

from bot.console.checking import check_everything
from bot.console.failures import ExitCode
from bot.health import Told, Waiting
from bot.health_pages import HealthPages
from bot.metrics import Metrics
from bot.settings import load_settings
from tests.cli.test_databases import leave_settings
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.library import Library
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


async def test_a_disk_that_is_full_beside_a_running_bot_is_told(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    well = await check_everything(load_settings(), shelf)

    def fail(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.console.checking.TemporaryFile", fail)
    found = await check_everything(load_settings(), shelf)

    assert library.edition == 1
    assert str(well[2]).startswith("ok    database: edition 1, 14 briefings")
    assert str(found[2]).startswith("WARN  database: edition 1, 14 briefings")
    assert f"nothing more can be written to {shelf.state} (No space left on device)" in str(
        found[2]
    )


class Troubled(Waiting):
    """A bot that does not serve, and knows of something else that an operator should."""

    def troubles(self) -> list[str]:
        return ["records that wait: 5"]


async def test_what_troubles_the_running_bot_is_told(library: Library, shelf: Shelf) -> None:
    metrics = Metrics()
    told = Told(metrics)
    told.by = troubled = Troubled(metrics)
    troubled.why = "the gateway is not connected"

    without = await check_everything(load_settings(), shelf)
    async with HealthPages(told).serving(unused_port(), shelf.state):
        found = await check_everything(load_settings(), shelf)

    assert library.edition == 1
    assert [each.what for each in without].count("running bot") == 0
    assert str(found[-1]) == (
        "WARN  running bot: the gateway is not connected\n      records that wait: 5"
    )


LIKE_A_TOKEN = f"{'M' * 26}.{'G' * 6}.{'x' * 38}"


@pytest.mark.parametrize("token", ["123456789012345678", "f" * 64, "a.b.c", f"Bot {LIKE_A_TOKEN}"])
def test_check_warns_of_what_does_not_look_like_a_token_without_telling_it(
    attache: Run, token: str
) -> None:
    checked = attache("check", ATTACHE_TOKEN=token)

    assert checked.returncode == 0
    assert "WARN  settings: a token is set\n      the token does not look like" in checked.stdout
    assert token not in checked.stdout + checked.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="rights are no part of a file's mode there")
@pytest.mark.parametrize(
    ("file", "held"),
    [
        (".env", f"ATTACHE_TOKEN={LIKE_A_TOKEN}\n"),
        (".env", "attache_database_url=\n# more\nATTACHE_TOKEN=" + LIKE_A_TOKEN),
        ("config/attache.toml", f'token = "{LIKE_A_TOKEN}"\n'),
    ],
)
def test_check_warns_of_a_secret_that_other_users_may_read(
    attache: Run, tmp_path: Path, file: str, held: str
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "aliases.toml").touch()
    path = tmp_path / file
    path.write_text(held)
    path.chmod(0o644)
    opened = attache("check")
    path.chmod(0o640)
    closed = attache("check")

    assert opened.returncode == closed.returncode == 0
    assert f"WARN  settings: a token is set\n      {file} holds a secret" in opened.stdout
    assert f"chmod 600 {file}" in opened.stdout
    assert "ok    settings: a token is set\nok    data" in closed.stdout
    assert LIKE_A_TOKEN not in opened.stdout


def test_a_file_of_settings_without_a_secret_may_be_read_by_all(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("ATTACHE_TOKEN=\nATTACHE_ANSWERS=4\n")

    assert "ok    settings: no token" in attache("check").stdout


def test_files_that_are_passed_over_are_told_without_being_a_problem(
    attache: Run, tmp_path: Path
) -> None:
    for name in ("briefings.txt.bak", "late.csv.part", ".hidden", "README"):
        (tmp_path / "data" / name).write_text("Some text.\n")
    told = "Passed over, as they look like copies or unfinished: briefings.txt.bak, late.csv.part"
    never, checked = attache("status"), attache("check")
    loaded, again, status = attache("load"), attache("load"), attache("status")

    assert checked.returncode == loaded.returncode == 0
    assert f"ok    data: 14 briefings in data, no problem\n      {told}\n" in checked.stdout
    assert never.stdout.startswith("Nothing is loaded yet")
    for said in (never.stdout, loaded.stdout, again.stdout, status.stdout):
        assert said.count(told) == 1


def test_a_shared_database_that_is_away_is_told_once(attache: Run) -> None:
    # Nothing listens on that port.
    away = {"ATTACHE_DATABASE_URL": "postgresql://attache@127.0.0.1:1/attache"}
    checked, verified = attache("check", **away), attache("verify", **away)

    assert checked.returncode == ExitCode.PROBLEMS
    assert checked.stdout.count("cannot be reached now") == 1
    assert "WRONG what people left: in the same database" in checked.stdout
    assert verified.returncode == ExitCode.STORE
    assert (verified.stdout + verified.stderr).count("cannot be reached now") == 1


def test_files_that_are_passed_over_are_told_beside_problems_too(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / "data" / "late.csv.part").write_text("Some text.\n")
    (tmp_path / "data" / "briefings.txt").write_bytes(b"\xff")

    checked = attache("check")

    assert checked.returncode == ExitCode.PROBLEMS
    assert "WRONG data: 1 problem\n" in checked.stdout
    assert "\n      Passed over, as they look like copies or unfinished: late.csv.part\n" in (
        checked.stdout
    )


@pytest.mark.skipif(sys.platform == "win32", reason="rights are no part of a file's mode there")
def test_check_warns_where_other_users_may_read_what_people_asked(
    attache: Run, tmp_path: Path
) -> None:
    attache("load")
    state = tmp_path / "var"
    ours = attache("check")
    (state / "community.sqlite3").touch(0o644)
    state.chmod(0o755)
    (state / "community.sqlite3").chmod(0o644)
    opened = attache("check")
    state.chmod(0o700)
    closed = attache("check")

    assert "every user of this machine may read what people asked" in opened.stdout
    assert "chmod 700 var" in opened.stdout
    for each in (ours, closed):
        assert "every user" not in each.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="rights are no part of a file's mode there")
def test_check_warns_where_nothing_can_be_uploaded(
    attache: Run, tmp_path: Path, powerless: list[str]
) -> None:
    data = tmp_path / "data"
    data.chmod(0o555)
    shut = attache("check", under=powerless)
    data.chmod(0o755)
    (data / "uploads").mkdir()
    data.chmod(0o555)
    within = attache("check", under=powerless)
    data.chmod(0o755)

    assert shut.returncode == within.returncode == 0
    assert "WARN  data: 14 briefings in data, no problem\n      nothing can be up" in shut.stdout
    assert "may not write data; where that is wanted, make data/uploads a folder" in shut.stdout
    assert "ok    data: 14 briefings" in within.stdout


@pytest.mark.usefixtures("in_service")
def test_a_key_with_which_the_bot_does_not_start_is_wrong(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "var" / "people.key").write_bytes(b"too short")
    checked = attache("check")

    assert checked.returncode == ExitCode.PROBLEMS
    assert "WRONG what people left: var/people.key has 9 bytes and is no key" in checked.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="rights are no part of a file's mode there")
def test_a_state_folder_that_cannot_be_made_is_wrong(
    attache: Run, tmp_path: Path, powerless: list[str]
) -> None:
    (tmp_path / "shut").mkdir(mode=0o500)
    shut = attache("check", under=powerless, ATTACHE_STATE="shut/deep/state")
    a_file = attache("check", ATTACHE_STATE="data/briefings.txt")

    assert shut.returncode == a_file.returncode == ExitCode.PROBLEMS
    assert "WRONG database: there is none, and none can be made, as this user" in shut.stdout
    assert f"may not write {tmp_path}/shut; name another folder in ATTACHE_STATE" in shut.stdout
    assert "data/briefings.txt is no folder" in a_file.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="rights are no part of a file's mode there")
@pytest.mark.usefixtures("in_service")
def test_check_warns_of_a_state_folder_that_may_not_be_written(
    attache: Run, tmp_path: Path, powerless: list[str]
) -> None:
    with (tmp_path / "data" / "briefings.txt").open("a") as briefings:
        briefings.write("\nRuritania opened a new bridge.\n")
    (tmp_path / "var").chmod(0o500)
    (tmp_path / "var" / "lock").chmod(0o400)
    checked = attache("check", under=powerless)
    (tmp_path / "var").chmod(0o700)

    assert checked.returncode == 0
    assert "WARN  database: edition 1, 14 briefings, which is not what the data h" in checked.stdout
    assert "\n      The state folder var cannot be written (Permission denied)" in checked.stdout
    assert "/admin reload" not in checked.stdout


def test_check_warns_where_the_names_that_mean_the_same_are_gone(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / "config").mkdir()
    gone = attache("check")
    (tmp_path / "config" / "aliases.toml").touch()
    empty = attache("check")

    assert gone.returncode == empty.returncode == 0
    assert "WARN  settings: no token" in gone.stdout
    assert "\n      there is no config/aliases.toml, so that names" in gone.stdout
    assert "ok    settings: no token" in empty.stdout


def test_check_says_where_to_start_what_was_installed_without_its_folder(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "bot", tmp_path / "installed" / "bot")
    (tmp_path / "elsewhere").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "bot", "check"],
        cwd=tmp_path / "elsewhere",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "\n      there is no folder config here, so that names" in done.stdout
    assert "start it in the project's folder" in done.stdout


@pytest.mark.usefixtures("in_service")
def test_check_warns_before_a_new_key_makes_strangers_of_people(
    attache: Run, tmp_path: Path
) -> None:
    leave_settings(tmp_path / "var", "de")
    whole = attache("check")
    (tmp_path / "var" / "people.key").unlink()
    gone = attache("check")

    assert "people.key" not in whole.stdout
    assert gone.returncode == 0
    assert (
        "WARN  what people left: whole, or none yet\n      var/people.key is missing; put a co"
        in (gone.stdout)
    )
