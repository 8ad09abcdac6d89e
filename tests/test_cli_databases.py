"""Looking after the databases at a terminal."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.community.community import Community
from bot.community.servers import ServerSettings
from bot.console.failures import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def test_after_moving_between_folders_it_is_said_what_to_do(attache: Run, tmp_path: Path) -> None:
    attache("load")
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


def test_a_backup_can_be_put_back_and_the_old_database_is_kept(
    attache: Run, tmp_path: Path
) -> None:
    attache("load")
    leave_settings(tmp_path / "var", "de")
    backup = tmp_path / "backup.sqlite3"
    made = attache("backup", str(backup))
    leave_settings(tmp_path / "var", "fr")
    with (tmp_path / "data" / "briefings.txt").open("a") as briefings:
        briefings.write("\nRuritania opened a new bridge over the river Strelsa.")
    attache("load")
    restored = attache("restore", str(backup))
    first = attache("status")

    assert first.stderr == ""
    assert made.returncode == restored.returncode == 0
    assert '"edition": 1' in attache("status", "--format", "json").stdout
    assert "Database and index are whole" in attache("verify").stdout
    assert len(list((tmp_path / "var").glob("attache.sqlite3.replaced-*"))) == 1
    assert settings_left(tmp_path / "var") == "de"
    assert attache("backup", str(backup)).returncode == ExitCode.PROBLEMS


@pytest.mark.parametrize("content", [b"no database", b""])
def test_what_is_no_backup_is_not_put_in_place(
    attache: Run, tmp_path: Path, content: bytes
) -> None:
    attache("load")
    (tmp_path / "wrong").write_bytes(content)
    done = attache("restore", str(tmp_path / "wrong"))

    assert done.returncode == ExitCode.STORE
    assert len(done.stderr.splitlines()) == 1
    assert '"edition": 1' in attache("status", "--format", "json").stdout


def test_verify_finds_an_index_that_tells_something_else(attache: Run, tmp_path: Path) -> None:
    attache("load")
    with closing(sqlite3.connect(tmp_path / "var" / "attache.sqlite3")) as database:
        database.execute("UPDATE briefings SET text = 'changed' WHERE number = 3")
        database.commit()
    done = attache("verify")

    assert done.returncode == ExitCode.PROBLEMS
    assert "something else for briefing #3" in done.stdout


def test_half_of_a_backup_is_not_taken_for_the_other(attache: Run, tmp_path: Path) -> None:
    attache("load")
    leave_settings(tmp_path / "var", "de")
    attache("backup", "whole")
    people = attache("restore", "whole.community")
    (tmp_path / "whole.community").replace(tmp_path / "alone")
    renamed = attache("restore", "alone")
    (tmp_path / "whole.community").write_bytes((tmp_path / "whole").read_bytes())
    briefings = attache("restore", "whole")

    for done in (people, renamed, briefings):
        assert (done.returncode, done.stdout) == (ExitCode.STORE, "")
        assert done.stderr.endswith("Nothing was changed.\n")
    assert "whole.community holds what people left with the bot" in people.stderr
    assert "Give the file of briefings that it stands beside, whole, and" in people.stderr
    assert "alone holds what people left with the bot" in renamed.stderr
    assert "whole.community holds briefings, not what people left" in briefings.stderr
    assert not list((tmp_path / "var").glob("*.replaced-*"))
    assert '"edition": 1' in attache("status", "--format", "json").stdout
    assert settings_left(tmp_path / "var") == "de"


def test_databases_that_were_put_in_each_others_places_are_told_from_a_failing_disk(
    attache: Run, tmp_path: Path
) -> None:
    attache("load")
    leave_settings(tmp_path / "var", "de")
    state = tmp_path / "var"
    (state / "attache.sqlite3").write_bytes((state / "community.sqlite3").read_bytes())

    for command in (["load"], ["status"], ["backup", "whole"]):
        done = attache(*command)
        assert done.returncode == ExitCode.STORE, command
        assert "attache.sqlite3 is a database of this bot, but not the one" in done.stderr, command


@pytest.mark.parametrize("to", ["postgress://bot@host/bot", "mysql://host/bot", "file:///var/bot"])
def test_a_misspelt_address_is_not_taken_for_a_folder(
    attache: Run, tmp_path: Path, to: str
) -> None:
    attache("load")
    before = sorted(tmp_path.iterdir())
    done = attache("move", "--to", to)

    assert done.returncode == 2
    assert f"{to.split(':', maxsplit=1)[0]}:// is no address of a database" in " ".join(
        done.stderr.split()
    )
    assert sorted(tmp_path.iterdir()) == before
