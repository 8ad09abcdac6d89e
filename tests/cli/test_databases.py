"""Looking after the databases at a terminal."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from bot.community.community import Community
from bot.community.follows import Follow, FollowerKind
from bot.community.migrations import COMMUNITY
from bot.community.questions import Question, new_id
from bot.community.servers import ServerSettings
from bot.console.failures import ExitCode
from bot.databases.migrations import migrations
from bot.databases.moments import now, stamp
from tests.community.test_upgrading import make_old

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.community.privacy import Held
    from tests.conftest import Run

T = TypeVar("T")
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
def test_a_backup_can_be_put_back_and_the_old_database_is_kept(
    attache: Run, tmp_path: Path
) -> None:
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


def among_people(state: Path, work: Callable[[Community], Awaitable[T]]) -> T:
    """Return what ``work`` does with what people left."""

    async def do() -> T:
        community = await Community.open(state, 90)
        try:
            return await work(community)
        finally:
            await community.close()

    return asyncio.run(do())


async def leave(community: Community) -> None:
    """Leave a question, a vote and a followed topic of two people."""
    for person, words in ((7, "xylophone?"), (8, "harpsichord?")):
        name = community.people.of(person)
        asked = Question(new_id(), stamp(now()), name, "direct", words, "nothing", (), (), 1.0)
        community.questions.note(asked)
        await community.questions.flush()
        await community.votes.cast(asked.id, name, helpful=False)
        topic = Follow("osce", "OSCE", 1)
        await community.follows.follow(FollowerKind.PERSON, person, topic, language="en")


async def forget(community: Community) -> None:
    await community.privacy.forget(community.people.of(7), 7)


async def held(community: Community) -> tuple[Held, Held]:
    name_of, privacy = community.people.of, community.privacy
    return await privacy.held(name_of(7), 7), await privacy.held(name_of(8), 8)


def test_what_people_had_deleted_is_not_brought_back_by_a_backup(
    attache: Run, tmp_path: Path
) -> None:
    state = tmp_path / "var"
    attache("load")
    among_people(state, leave)
    attache("backup", "whole")
    among_people(state, forget)

    for _ in range(2):  # what was deleted is known after the first one, too
        done = attache("restore", "whole")
        assert (done.returncode, done.stderr) == (0, "")
        mine, other = among_people(state, held)
        assert mine.nothing
        assert (other.questions, other.votes, other.topics) == (1, 1, ("OSCE",))
    assert b"xylophone" not in (state / "community.sqlite3").read_bytes()
    assert sorted(path.name for path in state.glob("*clean*")) == []


@pytest.mark.usefixtures("in_service")
def test_what_was_withdrawn_since_stays_so_in_a_restore_which_names_it(attache: Run) -> None:
    attache("withdraw", "3", "--yes")
    attache("backup", "whole")
    assert "Withdrawn" not in attache("restore", "whole").stdout
    attache("withdraw", "5", "--yes")
    for _ in range(2):  # the restored database knows it, too
        done = attache("restore", "whole")
        assert (done.returncode, done.stderr) == (0, "")
        said = (
            "Withdrawn since the backup was made, and still so; `attache readmit` lets it in:\n#5 "
        )
        assert f"{said}Russian For" in done.stdout
        assert "#3" not in done.stdout
        assert not attache("load").stderr
        assert len(attache("export").stdout.splitlines()) == 12
        assert "withdrawn already" in attache("withdraw", "5").stderr

    attache("readmit", "5")
    assert len(attache("export").stdout.splitlines()) == 13


@pytest.mark.usefixtures("in_service")
def test_a_database_that_is_damaged_is_restored_and_it_is_said_what_is_not_known(
    attache: Run, tmp_path: Path
) -> None:
    attache("backup", "whole")
    (tmp_path / "var" / "attache.sqlite3").write_bytes(b"no database" * 1_000)
    done = attache("restore", "whole")

    assert done.returncode == 0
    said = "What was withdrawn since the backup was made is not known, and let in again, as the "
    assert done.stderr.startswith(said)
    assert "still so" not in done.stdout


def test_who_had_only_questions_deleted_follows_the_same_after_a_restore(
    attache: Run, tmp_path: Path
) -> None:
    async def forget_questions(community: Community) -> None:
        await community.privacy.forget(community.people.of(7), 7, follows=False)

    attache("load")
    among_people(tmp_path / "var", leave)
    attache("backup", "whole")
    among_people(tmp_path / "var", forget_questions)
    attache("restore", "whole")

    mine, _ = among_people(tmp_path / "var", held)
    assert (mine.questions, mine.votes, mine.topics) == (0, 0, ("OSCE",))


def test_a_backup_of_an_older_version_brings_back_nothing_that_was_deleted(
    attache: Run, tmp_path: Path
) -> None:
    async def forget_old(community: Community) -> None:
        await community.privacy.forget(community.people.of(200), 200)

    async def followed(community: Community) -> list[Follow]:
        return await community.follows.of(FollowerKind.PERSON, 200)

    attache("load")
    among_people(tmp_path / "var", leave)
    attache("backup", "whole")
    (tmp_path / "whole.community").unlink()
    make_old(tmp_path / "whole.community", 2)
    among_people(tmp_path / "var", forget_old)
    done = attache("restore", "whole")

    assert (done.returncode, done.stderr) == (0, "")
    assert among_people(tmp_path / "var", followed) == []


def test_where_it_cannot_be_known_what_was_deleted_that_is_said(
    attache: Run, tmp_path: Path
) -> None:
    attache("load")
    among_people(tmp_path / "var", leave)
    attache("backup", "whole")
    among_people(tmp_path / "var", forget)
    (tmp_path / "var" / "community.sqlite3").write_bytes(b"what a failing disk leaves")
    done = attache("restore", "whole")

    assert done.returncode == 0
    assert "had deleted since the backup was made is there again" in done.stderr
    mine, _ = among_people(tmp_path / "var", held)
    assert mine.questions == 1


@pytest.mark.parametrize("content", [b"no database", b""])
@pytest.mark.usefixtures("in_service")
def test_what_is_no_backup_is_not_put_in_place(
    attache: Run, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "wrong").write_bytes(content)
    done = attache("restore", str(tmp_path / "wrong"))

    assert done.returncode == ExitCode.STORE
    assert len(done.stderr.splitlines()) == 1
    assert '"edition": 1' in attache("status", "--format", "json").stdout


@pytest.mark.usefixtures("in_service")
def test_verify_finds_an_index_that_tells_something_else(attache: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "var" / "attache.sqlite3")) as database:
        database.execute("UPDATE briefings SET text = 'changed' WHERE number = 3")
        database.commit()
    done = attache("verify")

    assert done.returncode == ExitCode.PROBLEMS
    assert "something else for briefing #3" in done.stdout


@pytest.mark.usefixtures("in_service")
def test_what_people_left_is_looked_at_and_upgraded_too(attache: Run, tmp_path: Path) -> None:
    people = tmp_path / "var" / "community.sqlite3"
    with closing(sqlite3.connect(people)) as database:
        database.executescript((OLD / "002.sql").read_text())
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
def test_half_of_a_backup_is_not_taken_for_the_other(attache: Run, tmp_path: Path) -> None:
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
