"""Putting a backup back at a terminal."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

import pytest

from bot.community.community import Community
from bot.community.follows import Follow, FollowerKind
from bot.community.questions import Question, new_id
from bot.console.failures import ExitCode
from bot.databases.moments import now, stamp
from tests.cli.test_databases import leave_settings, settings_left
from tests.community.test_upgrading import make_old

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from bot.community.privacy import Held
    from tests.conftest import Run

T = TypeVar("T")


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
def test_check_names_what_restores_have_kept_aside(attache: Run, tmp_path: Path) -> None:
    leave_settings(tmp_path / "var", "de")
    attache("backup", "whole")
    before = attache("check")
    attache("restore", "whole")
    after = attache("check")

    assert "kept aside" not in before.stdout
    assert after.returncode == 0
    kept = sorted(tmp_path.glob("var/*.replaced-*"))
    assert len(kept) == 2
    names = ", ".join(str(path.relative_to(tmp_path)) for path in kept)
    said = f"restores have kept aside {names}; remove what is not wanted any more\n"
    assert f"ok    what people left: whole, or none yet\n      {said}" in after.stdout


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
    assert done.stderr == (
        "What was withdrawn since the backup was made is not known, and let in again, as the "
        "database that was replaced does not tell it: The database var/attache.sqlite3 is "
        "damaged.\n"
    )
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


@pytest.mark.parametrize("left", [b"what a failing disk leaves", b""])
def test_where_it_cannot_be_known_what_was_deleted_that_is_said(
    attache: Run, tmp_path: Path, left: bytes
) -> None:
    attache("load")
    among_people(tmp_path / "var", leave)
    attache("backup", "whole")
    among_people(tmp_path / "var", forget)
    (tmp_path / "var" / "community.sqlite3").write_bytes(left)
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
