"""Looking after the collection at a terminal."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import pytest

from bot.community.community import Community
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


@pytest.mark.usefixtures("in_service")
def test_changes_are_told_by_their_titles_too(attache: Run, tmp_path: Path) -> None:
    given = '{"text": "Spans open.", "title": "Bridge at Velden"}'
    (tmp_path / "data" / "more.jsonl").write_text(given)

    assert "added    #15 Bridge at Velden: Spans open.\n" in attache("load").stdout
    assert attache("changes").stdout == "added    #15 Bridge at Velden: Spans open.\n"


@pytest.mark.usefixtures("in_service")
def test_editions_changes_rollback_and_log(attache: Run, tmp_path: Path) -> None:
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


@pytest.mark.usefixtures("in_service")
def test_a_withdrawn_briefing_stays_out(attache: Run, tmp_path: Path) -> None:
    done = attache("withdraw", "3", "--yes")
    again = attache("load")

    assert done.stdout.startswith("Edition 2 is in service.")
    assert f"removed  #3 {lines(tmp_path)[2][:60]}" in done.stdout
    assert "1 withdrawn, and left out." in again.stdout
    assert '"briefings": 13' in attache("status", "--format", "json").stdout
    assert "database: edition 2, 13 briefings; 1 withdrawn" in attache("check").stdout


@pytest.mark.usefixtures("in_service")
def test_a_withdrawal_is_shown_before_it_is_done_and_can_be_undone(
    attache: Run, tmp_path: Path
) -> None:
    asked = attache("withdraw", "3")
    status = attache("status", "--format", "json").stdout
    attache("withdraw", "3", "--yes")
    again = attache("withdraw", "3")
    back = attache("readmit", "3")

    assert (asked.returncode, again.returncode, back.returncode) == (ExitCode.PROBLEMS, 1, 0)
    assert asked.stdout.splitlines()[1].startswith(
        f"would be removed  #3 {lines(tmp_path)[2][:60]}"
    )
    assert "give --yes" in asked.stdout
    assert '"edition": 1' in status
    assert again.stderr == "attache: #3 is withdrawn already.\n"
    assert back.stdout.splitlines()[-1].startswith(f"added    #3 {lines(tmp_path)[2][:60]}")


@pytest.mark.usefixtures("in_service")
def test_a_rollback_lists_what_it_did_and_says_what_the_next_load_undoes(
    attache: Run, tmp_path: Path
) -> None:
    put(tmp_path, *lines(tmp_path), BRIDGE)
    attache("load")
    said = attache("rollback", "1").stdout.splitlines()

    assert said[2:] == [
        f"removed  #15 {BRIDGE}",
        "The files still hold 1 briefing that this edition lacks; the next load takes it in "
        "again. Take it out of the files, or withdraw it.",
    ]


@pytest.mark.usefixtures("in_service")
def test_a_load_that_removes_much_wants_a_yes(attache: Run, tmp_path: Path) -> None:
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


@pytest.mark.usefixtures("in_service")
def test_a_briefing_is_added_once_and_its_number_told(attache: Run, tmp_path: Path) -> None:
    added = attache("add", BRIDGE)
    again = attache("add", f" {BRIDGE} ", "--title", "A bridge")
    of_a_file = attache("add", lines(tmp_path)[2])
    attache("withdraw", "15", "--yes")
    withdrawn = attache("add", BRIDGE)

    assert (added.returncode, added.stdout.splitlines()[-1]) == (0, f"added    #15 {BRIDGE}")
    for done in (again, of_a_file, withdrawn):
        assert (done.returncode, done.stdout) == (ExitCode.PROBLEMS, "")
    assert again.stderr == "attache: Nothing was added: this is already #15.\n"
    assert of_a_file.stderr == "attache: Nothing was added: this is already #3.\n"
    assert "this is #15, which was withdrawn" in withdrawn.stderr
    assert "`readmit` lets it in again" in withdrawn.stderr
    kept = tmp_path / "data" / "uploads" / "added.jsonl"
    assert len(kept.read_text().splitlines()) == 1


@pytest.mark.usefixtures("in_service")
def test_one_briefing_and_a_file_can_be_handed_in(attache: Run, tmp_path: Path) -> None:
    source = tmp_path / "news.csv"
    source.write_text("text,date\nBees swarm.,2024-12-08\n")

    assert attache("add", BRIDGE, "--date", "2024-12-08", "--tag", "roads").returncode == 0
    uploaded = attache("upload", str(source))
    assert (uploaded.returncode, uploaded.stdout.splitlines()[-1]) == (
        0, "added    #16 Bees swarm."
    )  # fmt: skip
    assert "bridge" in attache("ask", "bridge in ruritnia").stdout
    wrong = attache("add", BRIDGE, "--date", "yesterday")
    assert wrong.returncode == ExitCode.PROBLEMS
    assert 'The field "date" must be a date' in wrong.stderr
    assert '"briefings": 16' in attache("status", "--format", "json").stdout
    source.write_text("text\nWasps swarm.\n")
    kept = attache("upload", str(source))
    assert kept.returncode == ExitCode.PROBLEMS
    assert "there is a file news.csv already" in kept.stderr
    replaced = attache("upload", str(source), "--replace")
    assert replaced.returncode == 0
    assert "removed  #16 Bees swarm.\nadded    #17 Wasps swarm." in replaced.stdout
    with (tmp_path / "endless.txt").open("wb") as endless:
        endless.truncate(3_000_000_000)
    refused = attache("upload", str(tmp_path / "endless.txt"))
    assert refused.returncode == ExitCode.PROBLEMS
    assert "more than 10,000,000 bytes" in refused.stderr


@pytest.mark.usefixtures("in_service")
def test_the_export_can_be_loaded_again(attache: Run, tmp_path: Path) -> None:
    attache("export", str(tmp_path / "all.jsonl"))
    streamed = attache("export")
    again = attache("load", str(tmp_path / "all.jsonl"), "--format", "json")

    assert streamed.stdout == (tmp_path / "all.jsonl").read_text()
    report = json.loads(again.stdout)
    assert (report["added"], report["removed"], report["unchanged"]) == (0, 0, 14)


@pytest.mark.usefixtures("in_service")
def test_no_encoding_of_the_terminal_hinders_what_is_printed(attache: Run, tmp_path: Path) -> None:
    text = "Łódź opened a new bridge."
    (tmp_path / "data" / "more.txt").write_text(text, encoding="utf-8")
    loaded = attache("load", "--format", "json", PYTHONIOENCODING="ascii")
    exported = attache("export", PYTHONIOENCODING="ascii")
    asked = [
        attache("ask", "bridge in Łódź", "--format", form, PYTHONIOENCODING="ascii")
        for form in ("json", "jsonl", "text")
    ]

    codes = [done.returncode for done in (loaded, exported, *asked)]
    assert (codes, loaded.stderr + exported.stderr) == ([0] * 5, "")
    assert text in exported.stdout
    assert all(text in done.stdout for done in asked[:2])
    assert "??d? opened a new bridge." in asked[2].stdout


@pytest.mark.usefixtures("in_service")
def test_an_export_writes_over_a_file_only_where_that_is_asked_for(
    attache: Run, tmp_path: Path
) -> None:
    (tmp_path / "all.jsonl").write_text("precious")
    refused = attache("export", "all.jsonl")
    kept = (tmp_path / "all.jsonl").read_text()
    forced = attache("export", "all.jsonl", "--force")

    assert (refused.returncode, kept) == (ExitCode.PROBLEMS, "precious")
    assert "all.jsonl is there already" in refused.stderr
    assert forced.stdout == "14 briefings are in all.jsonl.\n"


def test_an_export_that_fails_leaves_the_file_that_was_there_and_no_other(
    attache: Run, tmp_path: Path
) -> None:
    put(tmp_path, *(f"Town {number} has a mayor, and a bridge." for number in range(2_500)))
    attache("load")
    (tmp_path / "all.jsonl").write_text("precious")
    # No file may become as large as the export would be.
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (99_999, 99_999));"
    limited += "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    limited += (
        "from bot.__main__ import main; sys.argv = ['attache', 'export', *sys.argv[1:]];main()"
    )
    for words in (["all.jsonl", "--force"], ["new.jsonl"]):
        failed = subprocess.run(
            [sys.executable, "-c", limited, *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert f"{words[0]} cannot be written (File too large)" in failed.stderr

    assert (tmp_path / "all.jsonl").read_text() == "precious"
    assert [each.name for each in tmp_path.glob("*.jsonl*")] == ["all.jsonl"]


@pytest.mark.usefixtures("in_service")
def test_as_many_lines_of_the_log_as_no_database_counts_are_all(attache: Run) -> None:

    assert attache("log", "--lines", "9" * 20).stdout == attache("log").stdout != ""


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


@pytest.mark.usefixtures("in_service")
def test_an_export_that_nobody_reads_to_its_end_ends_quietly(attache: Run, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe, open("/dev/full", "wb") as full:  # noqa: PTH123
        assert export_to(pipe, tmp_path) == ""
        assert "Standard output cannot be written (No space left" in export_to(full, tmp_path)


@pytest.mark.usefixtures("in_service")
def test_what_changes_the_collection_is_refused_while_another_process_holds_it(
    attache: Run, tmp_path: Path
) -> None:
    script = "import time; from bot.library.lock import StateLock; from pathlib import Path;"
    script += (
        "lock = StateLock(Path('var')); lock.acquire(); print('held', flush=True); time.sleep(60)"
    )
    with holding(tmp_path, script):
        for command in (
            ["load"], ["rollback", "1"], ["withdraw", "1", "--yes"], ["add", "x"], ["migrate"],
            ["restore", str(tmp_path / "var" / "attache.sqlite3")],
        ):  # fmt: skip
            done = attache(*command)
            assert done.returncode == ExitCode.IN_USE, command
            assert "is in use by process" in done.stderr
            is_of_discord = command[0] not in {"migrate", "restore"}
            assert ("/admin" in done.stderr) is is_of_discord, command
        for command in (["editions"], ["log"], ["changes"], ["verify"], ["export"], ["status"]):
            assert attache(*command).returncode == 0, command
        assert attache("backup", str(tmp_path / "b")).returncode == 0


def test_a_briefing_in_another_encoding_is_refused_in_one_line(
    attache: Run, tmp_path: Path
) -> None:
    for words in (("caf\udce9 opens",), ("A café opens.", "--tag", "caf\udce9")):
        done = attache("add", *words)

        assert done.returncode == 2
        assert r"caf\udce9" in done.stderr
        assert "is not UTF-8" in done.stderr
        assert "Traceback" not in done.stderr
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["briefings.txt"]


def test_where_nothing_is_loaded_yet_that_is_said(attache: Run) -> None:
    for command in ("editions", "changes", "status"):
        done = attache(command)
        assert done.returncode == 0
        assert done.stdout.startswith("Nothing is loaded yet; `attache load` reads")


@pytest.mark.usefixtures("in_service")
def test_an_export_to_a_folder_is_not_offered_to_be_forced(attache: Run) -> None:
    for force in ([], ["--force"]):
        refused = attache("export", "data", *force)
        assert refused.returncode == ExitCode.STORE
        assert refused.stderr == "attache: data cannot be written (it is a folder).\n"


@pytest.mark.usefixtures("in_service")
def test_the_log_tells_what_was_denied_and_exported_too(attache: Run, tmp_path: Path) -> None:
    before = attache("log")

    async def deny() -> None:
        community = await Community.open(tmp_path / "var", 30)
        await community.audit.deny("milo (7)", "/admin reload")
        await community.close()

    asyncio.run(deny())
    after = attache("log")

    assert "milo" not in before.stdout
    assert after.stdout.splitlines()[0].endswith("milo (7): denied; /admin reload")
    assert after.stdout.splitlines()[1:] == before.stdout.splitlines()
    assert attache("log", "--lines", "1").stdout.count("\n") == 1
