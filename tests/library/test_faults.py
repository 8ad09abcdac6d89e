"""Broken disks: the edition in service goes on answering, or one line says what mends it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.errors import AttacheError, StoreUnusable
from bot.library.library import Library
from bot.model import Verdict
from tests.conftest import ROOT
from tests.library.sources import BRIDGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.library.shelf import Shelf

QUESTION = "grain imports from Ukraine to Poland"


async def assert_as_before(library: Library) -> None:
    """Assert that the first edition answers."""
    assert (library.edition, library.briefings) == (1, 14)
    answer = await library.ask(QUESTION)
    assert (answer.edition, answer.citations[0].briefing.number) == (1, 14)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of three megabytes."""
    folder = Path(tempfile.mkdtemp(prefix="attache-small-"))
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(folder)],
        check=False, capture_output=True,
    )  # fmt: skip
    if made.returncode:
        folder.rmdir()
        pytest.skip("no file system can be mounted here")
    yield folder
    # Lazily, as files of it may stay mapped into memory until they are collected.
    subprocess.run(["umount", "-l", str(folder)], check=True)
    folder.rmdir()


async def test_a_full_disk_changes_nothing_and_is_named(shelf: Shelf, small_disk: Path) -> None:
    library = await Library.open(replace(shelf, state=small_disk / "state"))
    try:
        lines = (f"{BRIDGE} {number:05} {random.Random(number).random()}" for number in range(9000))
        (shelf.data / "more.txt").write_text("\n".join(lines))
        with pytest.raises(StoreUnusable, match=r"room|disk|full"):
            await library.reload(by="test")
        await assert_as_before(library)
        (shelf.data / "more.txt").write_text(BRIDGE)
        assert (await library.reload(by="test")).swapped
    finally:
        await library.close()


@pytest.mark.parametrize("call", ["rename", "write_text"])
async def test_a_call_that_fails_while_an_index_is_made_changes_nothing(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    lines = [f"Town {number} has a mayor called M{number}x." for number in range(60)]
    (shelf.data / "more.txt").write_text("\n".join(lines))
    await library.reload(by="test")
    (shelf.data / "more.txt").write_text("\n".join([*lines, BRIDGE]))

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, call, fail)
        with pytest.raises(StoreUnusable, match="Input/output error"):
            await library.reload(by="test")
    assert (library.edition, library.briefings) == (2, 74)
    assert (await library.ask("mayor M7x")).verdict is Verdict.ANSWERED
    assert (await library.reload(by="test")).edition == 3


async def test_briefings_that_cannot_be_indexed_are_not_blamed_on_the_disk(
    library: Library, shelf: Shelf
) -> None:
    connection = sqlite3.connect(shelf.state / "attache.sqlite3")
    with connection:
        connection.execute("UPDATE briefings SET date = 'soon'")
    connection.close()
    (shelf.data / "more.txt").write_text("\n".join(f"{BRIDGE} {number}" for number in range(9)))

    with pytest.raises(StoreUnusable, match=r"Invalid isoformat string: 'soon'.*report this"):
        await library.reload(by="test")
    assert (library.edition, library.briefings) == (1, 14)


async def test_where_files_cannot_be_linked_an_index_is_built_anew(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf.data / "more.txt").write_text(BRIDGE)

    def fail(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", fail)
    assert (await library.reload(by="test")).swapped
    assert (await library.ask("bridge over the Strelsa")).verdict is Verdict.ANSWERED


async def test_an_index_that_was_deleted_under_a_running_bot_goes_on_answering(
    library: Library, shelf: Shelf
) -> None:
    shutil.rmtree(shelf.indexes)
    await assert_as_before(library)
    (shelf.data / "more.txt").write_text(BRIDGE)
    assert (await library.reload(by="test")).edition == 2
    assert (await library.ask("bridge Strelsa")).verdict is Verdict.ANSWERED


@pytest.mark.parametrize("place", [0, 100, 4096, 8192])
async def test_a_broken_database_stops_the_start_with_a_line_that_says_what_mends_it(
    shelf: Shelf, place: int
) -> None:
    library = await Library.open(shelf)
    await library.close()
    content = bytearray(shelf.database.read_bytes())
    content[place : place + 1000] = os.urandom(1000)
    shelf.database.write_bytes(content)

    said = ""
    try:
        library = await Library.open(shelf)
        # What is broken may lie where nothing was read yet: the check finds it.
        said = await library.integrity() or ""
        await library.close()
    except StoreUnusable as error:
        said = str(error)
    assert "damaged" in said
    assert "\n" not in said


_UNDER_A_FAILING_SYNC = """
import asyncio, sys
from pathlib import Path
from bot.errors import AttacheError
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.logs import set_up_logs
from bot.search.words.aliases import Aliases
from bot.search.verdict.confidence import Thresholds

async def main(state, data, flag):
    set_up_logs("error", "text")
    library = await Library.open(Shelf(Path(state), Path(data), Thresholds(), Aliases()))
    Path(flag).touch()
    try:
        await library.uploads.upload("news.txt", b"It rains.", by="test")
    except AttacheError as error:
        print(error)
    answer = await library.ask("grain imports from Ukraine to Poland")
    print(answer.edition, answer.citations[0].briefing.number, Path(data, "uploads").exists())
    Path(flag).unlink()
    report = await library.uploads.upload("news.txt", b"It rains.", by="test")
    print(report.edition, await library.verify())
    await library.close()

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("of", "said"),
    [
        ("/data/uploads/", "news.txt cannot be written (Input/output error)"),
        ("/state/index/", "The index could not be written"),
        ("/state/attache.sqlite3", "disk I/O error"),
    ],
)
def test_a_disk_that_does_not_take_what_is_written_changes_nothing(
    shelf: Shelf, tmp_path: Path, of: str, said: str
) -> None:
    compiler = shutil.which("cc")
    if not compiler:
        pytest.skip("there is no compiler for the shim here")
    shim, flag = tmp_path / "failing_sync.so", tmp_path / "flag"
    source = Path(__file__).with_name("failing_sync.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=True)
    failing = {"LD_PRELOAD": str(shim), "FAILING_SYNC_WHILE": str(flag), "FAILING_SYNC_OF": of}
    done = subprocess.run(
        [sys.executable, "-c", _UNDER_A_FAILING_SYNC, shelf.state, shelf.data, flag],
        cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, **failing},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    failed, meanwhile, afterwards = done.stdout.splitlines()
    assert said in failed
    assert meanwhile == "1 14 False"
    assert afterwards == "2 []"


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write into a folder away, from the super-user too."""
    if os.geteuid():
        folder.chmod(0o555)
        try:
            yield
        finally:
            folder.chmod(0o755)
        return
    for options in (["--bind", str(folder)], ["-o", "remount,ro,bind"]):
        made = subprocess.run(["mount", *options, str(folder)], check=False, capture_output=True)
        if made.returncode:
            pytest.skip("no file system can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("folder", ["state", "state/index"])
async def test_a_folder_that_became_read_only_changes_nothing(
    library: Library, shelf: Shelf, folder: str
) -> None:
    (shelf.data / "more.txt").write_text(BRIDGE)
    with read_only(shelf.state.parent / folder):
        with pytest.raises(StoreUnusable, match="give the bot write access"):
            await library.reload(by="test")
        await assert_as_before(library)
    assert (await library.reload(by="test")).edition == 2


async def test_a_read_only_data_folder_only_takes_nothing_in(shelf: Shelf) -> None:
    with read_only(shelf.data):
        library = await Library.open(shelf)
        try:
            await assert_as_before(library)
            with pytest.raises(AttacheError, match="give the bot write access to the data"):
                await library.uploads.upload("more.txt", BRIDGE.encode(), by="test")
            await assert_as_before(library)
        finally:
            await library.close()


async def test_a_read_only_state_folder_stops_the_start_with_one_line(shelf: Shelf) -> None:
    shelf.state.mkdir()
    with read_only(shelf.state), pytest.raises(StoreUnusable, match="cannot be written") as raised:
        await Library.open(shelf)
    assert "\n" not in str(raised.value)


async def test_a_database_that_fails_in_the_middle_of_a_reload_undoes_it(
    library: Library, shelf: Shelf
) -> None:
    (shelf.data / "more.txt").write_text(BRIDGE)
    with closing(sqlite3.connect(shelf.database, timeout=10)) as other:
        other.execute(
            "CREATE TRIGGER fault BEFORE INSERT ON log BEGIN SELECT raise(FAIL, 'x'); END"
        )
        other.commit()
        with pytest.raises(StoreUnusable):
            await library.reload(by="test")
        await assert_as_before(library)
        other.execute("DROP TRIGGER fault")
        other.commit()
    assert (await library.reload(by="test")).edition == 2


async def test_a_database_of_a_newer_version_is_refused(library: Library, shelf: Shelf) -> None:
    await library.close()
    with closing(sqlite3.connect(shelf.database)) as database, database:
        database.execute("INSERT INTO migrations VALUES (999, 'later', '2030-01-01')")
    with pytest.raises(StoreUnusable, match=r"schema 999.*install the newer version"):
        await Library.open(shelf)


async def test_a_database_that_is_none_is_refused(library: Library, shelf: Shelf) -> None:
    await library.close()
    shelf.database.write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreUnusable, match="is damaged"):
        await Library.open(shelf)


async def test_a_database_locked_by_another_program_is_refused(
    library: Library, shelf: Shelf
) -> None:
    (shelf.data / "more.txt").write_text(BRIDGE)
    with closing(sqlite3.connect(shelf.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnusable, match="is locked by another program"):
            await library.reload(by="test")
        other.execute("ROLLBACK")

    assert (await library.reload(by="test")).swapped


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
async def test_a_full_disk_is_not_taken_for_a_lack_of_rights(shelf: Shelf) -> None:
    shelf.state.mkdir()
    (shelf.state / "holder").symlink_to("/dev/full")
    with pytest.raises(StoreUnusable) as caught:
        await Library.open(shelf)

    assert "No space left on device" in str(caught.value)
    assert str(caught.value).endswith("; make room there.")
