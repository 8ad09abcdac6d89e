"""Looking after the databases at a terminal."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.community.community import Community
from bot.community.migrations import COMMUNITY
from bot.community.servers import ServerSettings
from bot.console.failures import ExitCode
from bot.databases.migrations import migrations
from tests.community.test_upgrading import make_old

if TYPE_CHECKING:
    from tests.conftest import Run

OLD = Path(__file__).parent.parent / "community" / "old"


@pytest.mark.usefixtures("in_service")
def test_after_moving_between_folders_it_is_said_what_to_do(attache: Run, tmp_path: Path) -> None:
    without_people = attache("move", "--to", "one").stdout
    leave_settings(tmp_path / "var", "de")
    with_people = attache("move", "--to", "two").stdout

    assert without_people.splitlines()[-1] == (
        "From now on set ATTACHE_STATE to one. The files stay as they are."
    )
    assert with_people.splitlines()[-1] == (
        "From now on set ATTACHE_STATE to two. Copy var/people.key there. "
        "The files stay as they are."
    )


def leave_settings(state: Path, language: str) -> None:
    """Set a server's language, as a moderator would."""

    async def leave() -> None:
        community = await Community.open(state, 90)
        await community.servers.change(1, ServerSettings(language=language))
        await community.close()

    asyncio.run(leave())


def settings_left(state: Path) -> str | None:
    """Return the language of the same server."""

    async def left() -> str | None:
        community = await Community.open(state, 90)
        settings = await community.servers.of(1)
        await community.close()
        return settings.language

    return asyncio.run(left())


@pytest.mark.usefixtures("in_service")
def test_verify_finds_an_index_that_tells_something_else(attache: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "var" / "attache.sqlite3")) as database:
        database.execute("UPDATE briefings SET text = 'changed' WHERE number = 3")
        database.commit()
    done = attache("verify")

    assert done.returncode == ExitCode.PROBLEMS
    assert "something else for briefing #3" in done.stdout


@pytest.mark.usefixtures("in_service")
def test_verify_finds_a_text_that_is_not_what_was_loaded_in_a_backup_that_is_whole_else(
    attache: Run, tmp_path: Path
) -> None:
    attache("backup", "whole")
    backup = tmp_path / "whole"
    backup.write_bytes(backup.read_bytes().replace(b"Poland", b"Pxland"))
    restored, verified = attache("restore", "whole"), attache("verify")

    assert restored.returncode == 0
    assert verified.returncode == ExitCode.PROBLEMS
    assert "WRONG the database has something else for briefing #" in verified.stdout
    assert "no reload mends that, so `restore` a backup" in verified.stdout
    assert "the index shows" not in verified.stdout


@pytest.mark.usefixtures("in_service")
def test_what_people_left_is_looked_at_and_upgraded_too(attache: Run, tmp_path: Path) -> None:
    people = tmp_path / "var" / "community.sqlite3"
    with closing(sqlite3.connect(people)) as database:
        database.executescript((OLD / "002.sql").read_text())
    (tmp_path / "var" / "people.key").write_bytes(b"k" * 32)
    assert "ok    what people left" in attache("check").stdout
    assert "have the present schema" in attache("migrate").stdout
    with closing(sqlite3.connect(people)) as database:
        newest = database.execute("SELECT max(number) FROM migrations").fetchone()
    assert newest == (migrations(COMMUNITY)[-1][0],)

    people.write_bytes(b"garbage" * 1_000)
    for command in ("check", "verify"):
        done = attache(command)
        assert done.returncode == ExitCode.PROBLEMS
        assert "community.sqlite3 is no whole database of this bot" in done.stdout
    refused = attache("migrate")
    assert refused.returncode == ExitCode.STORE
    assert "stands in no other file, so `attache restore` a backup" in refused.stderr
    assert "loads the briefings" not in refused.stderr


@pytest.mark.usefixtures("in_service")
def test_what_waits_to_be_upgraded_is_told_with_what_upgrades_it(
    attache: Run, tmp_path: Path
) -> None:
    make_old(tmp_path / "var" / "community.sqlite3", 3)
    checked, log = attache("check"), attache("log")
    migrated, again = attache("migrate"), attache("migrate")

    assert checked.returncode == 0
    assert "it is of an older version, and upgraded at the bot's next start" in checked.stdout
    assert log.returncode == ExitCode.STORE
    assert "if one does, and `attache migrate` upgrades the database" in log.stderr
    assert "Upgraded; as they were before they are kept in var/community.sqlite3.schema-3.\n" in (
        migrated.stdout
    )
    assert "There was nothing to upgrade." in again.stdout
    assert "older version" not in attache("check").stdout
    assert attache("log").returncode == 0


@pytest.mark.usefixtures("in_service")
def test_databases_that_were_put_in_each_others_places_are_told_from_a_failing_disk(
    attache: Run, tmp_path: Path
) -> None:
    leave_settings(tmp_path / "var", "de")
    state = tmp_path / "var"
    (state / "attache.sqlite3").write_bytes((state / "community.sqlite3").read_bytes())

    for command in (["load"], ["status"], ["backup", "whole"]):
        done = attache(*command)
        assert done.returncode == ExitCode.STORE, command
        assert "attache.sqlite3 is a database of this bot, but not the one" in done.stderr, command


@pytest.mark.parametrize(
    "to",
    ["postgress://bot@host/bot", "mysql://host/bot", "file:///var/bot", "postgres:nonsense",
     "ada@example.org:/db", "host:5432/db"],
)  # fmt: skip
@pytest.mark.usefixtures("in_service")
def test_what_is_like_an_address_is_not_taken_for_a_folder(
    attache: Run, tmp_path: Path, to: str
) -> None:
    before = sorted(tmp_path.iterdir())
    done = attache("move", "--to", to)

    assert done.returncode == 2
    said = " ".join(done.stderr.replace("│", "").split())
    assert f"{to} is neither an address of a database nor a folder" in said
    assert "postgresql://user:password@host/database" in said
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("to", ["", " "])
@pytest.mark.usefixtures("in_service")
def test_no_place_is_not_taken_for_the_working_directory(
    attache: Run, tmp_path: Path, to: str
) -> None:
    before = sorted(tmp_path.iterdir())
    done = attache("move", "--to", to)

    assert done.returncode == 2
    assert "There is no place; name an address, or a folder." in done.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("damage", ["cut short", "gone"])
@pytest.mark.parametrize("command", ["check", "verify", "status"])
@pytest.mark.usefixtures("in_service")
def test_that_the_index_was_built_anew_is_told_once(
    attache: Run, tmp_path: Path, command: str, damage: str
) -> None:
    index = tmp_path / "var" / "index" / "1"
    if damage == "gone":
        shutil.rmtree(index)
    else:
        (index / "titles.json").write_bytes(b"")
    first, second = attache(command), attache(command)

    assert first.returncode == second.returncode == 0
    assert "The index was built anew: " in first.stdout
    assert ("there was none" if damage == "gone" else "titles.json is missing or cut short") in (
        first.stdout
    )
    assert "built anew" not in second.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="rights are no part of a file's mode there")
def test_only_who_runs_the_bot_may_read_its_databases_and_backups(
    attache: Run, tmp_path: Path
) -> None:
    attache("load", ATTACHE_STATE="state/of/bot")
    leave_settings(tmp_path / "state/of/bot", "de")
    attache("backup", "copy", ATTACHE_STATE="state/of/bot")
    (tmp_path / "open").mkdir(0o755)
    assert attache("restore", "copy", ATTACHE_STATE="open").returncode == 0
    assert attache("editions", ATTACHE_STATE="open").returncode == 0
    found = [
        *tmp_path.glob("copy*"),
        *(tmp_path / "state/of/bot").glob("*.sqlite3*"),
        *(tmp_path / "open").glob("*.sqlite3*"),
    ]

    assert (tmp_path / "state/of/bot").stat().st_mode & 0o777 == 0o700
    assert len(found) >= 6
    assert {each.name: oct(each.stat().st_mode & 0o777) for each in found} == {
        each.name: "0o600" for each in found
    }


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("backup .", ExitCode.PROBLEMS, ". is a folder; name a file, which is the backup."),
        ("restore .", ExitCode.PROBLEMS, ". is a folder; name a file, which is the backup."),
        (f"backup {'a' * 250}", ExitCode.PROBLEMS, "cannot be made (File name too long); choose"),
        (f"move --to {'a' * 300}", ExitCode.STORE, "cannot be made (File name too long); choose"),
        ("move --to data/briefings.txt", ExitCode.STORE, "cannot be made (File exists); choose"),
    ],
)
@pytest.mark.usefixtures("in_service")
def test_a_place_in_which_nothing_can_be_made_is_named(
    attache: Run, words: str, code: ExitCode, said: str
) -> None:
    done = attache(*words.split())

    assert done.returncode == code
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
