"""Looking after the collection at a terminal."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import IO, TYPE_CHECKING

import pytest

from bot.community.community import Community
from bot.community.servers import ServerSettings
from bot.console.failures import ExitCode
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Run

BRIDGE = "Ruritania opened a new bridge over the river Strelsa."


@contextmanager
def holding(folder: Path, script: str) -> Iterator[None]:
    """Run a script that says when it is ready, and end it afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield
    finally:
        process.kill()
        process.communicate()


def lines(tmp_path: Path) -> list[str]:
    return (tmp_path / "data" / "briefings.txt").read_text().split("\n")


def put(tmp_path: Path, *content: str) -> None:
    (tmp_path / "data" / "briefings.txt").write_text("\n".join(content))


def test_editions_changes_rollback_and_log(attache: Run, tmp_path: Path) -> None:
    attache("load")
    put(tmp_path, *lines(tmp_path), BRIDGE)
    attache("load")

    assert "2  " in attache("editions").stdout.splitlines()[0]
    assert attache("changes").stdout == f"added    #15 {BRIDGE}\n"
    back = attache("rollback", "1")
    assert back.stdout.startswith("Edition 3 is in service.")
    assert attache("changes").stdout.startswith("removed  #15")
    assert "terminal: rollback to edition 1; 0 added" in attache("log").stdout
    wrong = attache("rollback", "9")
    assert wrong.returncode == attache("changes", "9").returncode == ExitCode.PROBLEMS
    assert "no edition 9" in wrong.stderr


def test_a_withdrawn_briefing_stays_out(attache: Run) -> None:
    attache("load")
    assert attache("withdraw", "3").returncode == 0
    again = attache("load")

    assert "1 withdrawn, and left out." in again.stdout
    assert '"briefings": 13' in attache("status", "--format", "json").stdout


def test_a_load_that_removes_much_wants_a_yes(attache: Run, tmp_path: Path) -> None:
    attache("load")
    put(tmp_path, *lines(tmp_path)[:3])
    refused = attache("load")
    agreed = attache("load", "--yes")

    assert refused.returncode == ExitCode.PROBLEMS
    assert "11 of 14 briefings would go" in refused.stdout
    assert agreed.returncode == 0
    assert "Edition 2 is in service." in agreed.stdout


def test_the_lenient_policy_leaves_bad_records_out(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "more.jsonl").write_text('{"text": "fine"}\n{')
    dry = attache("load", "--dry-run", ATTACHE_POLICY="lenient")
    done = attache("load", ATTACHE_POLICY="lenient")
    again = attache("load", ATTACHE_POLICY="lenient")

    assert (dry.returncode, done.returncode, again.returncode) == (0, 0, 0)
    assert "A dry run" in dry.stdout
    assert "1 problem; these records would be left out." in dry.stdout
    assert "Nothing has changed; edition 1 stays in service. 1 problem; these" in again.stdout
    assert "1 problem; these records were left out." in done.stdout
    assert "more.jsonl:2" in done.stdout


def test_what_a_refused_load_says_contradicts_itself_nowhere(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "more.jsonl").write_text('{"text": "fine"}\n{')
    refused = attache("load").stdout.splitlines()
    never = attache("status").stdout

    assert refused[0] == "Nothing was changed: 1 problem."
    assert refused[1].startswith("Of what could be read, 15 would be added, 0 changed, 0 removed")
    assert never.startswith("Nothing is loaded yet;")
    assert "attache load; nothing was changed: 1 problem, first more.jsonl:2: This is" in never


def test_problems_of_a_lenient_load_are_told_afterwards(attache: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "more.jsonl").write_text('{"text": "fine"}\n{')
    attache("load", ATTACHE_POLICY="lenient")
    attache("load", ATTACHE_POLICY="lenient")
    again, first = attache("log").stdout.splitlines()

    assert "15 added, 0 changed, 0 removed, 0 unchanged; left out: 1 problem, first more" in first
    assert "nothing has changed; left out: 1 problem, first more.jsonl:2: This is" in again
    assert "left out: 1 problem, first more.jsonl:2" in attache("status").stdout
    told = json.loads(attache("status", "--format", "json").stdout)
    assert told["last"]["detail"].startswith("nothing has changed; left out: 1 problem")


def test_a_briefing_is_added_once_and_its_number_told(attache: Run, tmp_path: Path) -> None:
    attache("load")
    added = attache("add", BRIDGE)
    again = attache("add", f" {BRIDGE} ", "--title", "A bridge")
    of_a_file = attache("add", lines(tmp_path)[2])
    attache("withdraw", "15")
    withdrawn = attache("add", BRIDGE)

    assert (added.returncode, added.stdout.splitlines()[-1]) == (0, f"added    #15 {BRIDGE}")
    for done in (again, of_a_file, withdrawn):
        assert (done.returncode, done.stdout) == (ExitCode.PROBLEMS, "")
    assert again.stderr == "attache: Nothing was added: this is already #15.\n"
    assert of_a_file.stderr == "attache: Nothing was added: this is already #3.\n"
    assert "this is #15, which was withdrawn" in withdrawn.stderr
    kept = tmp_path / "data" / "uploads" / "added.jsonl"
    assert len(kept.read_text().splitlines()) == 1


def test_one_briefing_and_a_file_can_be_handed_in(attache: Run, tmp_path: Path) -> None:
    attache("load")
    source = tmp_path / "news.csv"
    source.write_text("text,date\nBees swarm.,2024-12-08\n")

    assert attache("add", BRIDGE, "--date", "2024-12-08", "--tag", "roads").returncode == 0
    assert attache("upload", str(source)).returncode == 0
    assert "bridge" in attache("ask", "bridge in ruritnia").stdout
    wrong = attache("add", BRIDGE, "--date", "yesterday")
    assert wrong.returncode == ExitCode.PROBLEMS
    assert 'The field "date" must be a date' in wrong.stderr
    assert '"briefings": 16' in attache("status", "--format", "json").stdout
    with (tmp_path / "endless.txt").open("wb") as endless:
        endless.truncate(3_000_000_000)
    refused = attache("upload", str(tmp_path / "endless.txt"))
    assert refused.returncode == ExitCode.PROBLEMS
    assert "more than 10,000,000 bytes" in refused.stderr


def test_the_export_can_be_loaded_again(attache: Run, tmp_path: Path) -> None:
    attache("load")
    attache("export", str(tmp_path / "all.jsonl"))
    streamed = attache("export")
    again = attache("load", str(tmp_path / "all.jsonl"), "--format", "json")

    assert streamed.stdout == (tmp_path / "all.jsonl").read_text()
    report = json.loads(again.stdout)
    assert (report["added"], report["removed"], report["unchanged"]) == (0, 0, 14)


def export_to(out: IO[bytes], folder: Path) -> str:
    """Export into what is no file of ours; return what was said."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "export"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    ).stderr


def test_an_export_that_nobody_reads_to_its_end_ends_quietly(attache: Run, tmp_path: Path) -> None:
    attache("load")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe, open("/dev/full", "wb") as full:  # noqa: PTH123
        assert export_to(pipe, tmp_path) == ""
        assert "Standard output cannot be written (No space left" in export_to(full, tmp_path)


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
    put(tmp_path, *lines(tmp_path), BRIDGE)
    attache("load")
    restored = attache("restore", str(backup))

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


def test_what_changes_the_collection_is_refused_while_another_process_holds_it(
    attache: Run, tmp_path: Path
) -> None:
    attache("load")
    script = "import time; from bot.library.lock import StateLock; from pathlib import Path;"
    script += (
        "lock = StateLock(Path('var')); lock.acquire(); print('held', flush=True); time.sleep(60)"
    )
    with holding(tmp_path, script):
        for command in (
            ["load"], ["rollback", "1"], ["withdraw", "1"], ["add", "x"], ["migrate"],
            ["restore", str(tmp_path / "var" / "attache.sqlite3")],
        ):  # fmt: skip
            done = attache(*command)
            assert done.returncode == ExitCode.IN_USE, command
            assert "is in use by process" in done.stderr
        for command in (["editions"], ["log"], ["changes"], ["verify"], ["export"], ["status"]):
            assert attache(*command).returncode == 0, command
        assert attache("backup", str(tmp_path / "b")).returncode == 0


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
