"""The library: editions, reloads, and what happens when things go wrong."""

from __future__ import annotations

import asyncio
import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil
import pytest

from bot.errors import AttacheError, ReloadRunning, StateInUse, StoreUnusable
from bot.library.library import Library
from bot.library.opening import temporary_library
from bot.model import Briefing, NotInService, Verdict, Why
from tests.library.sources import BRIDGE, lines, put

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.shelf import Shelf


pytestmark = pytest.mark.usefixtures("url")


async def test_an_empty_store_loads_the_data_at_the_start(shelf: Shelf) -> None:
    library = await Library.open(shelf)
    try:
        assert (library.edition, library.briefings) == (1, 14)
    finally:
        await library.close()


async def test_a_reload_counts_what_it_adds_changes_and_removes(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, '{"id": "a", "text": "one"}', '{"id": "b", "text": "two"}', name="x.jsonl")
    await library.reload(by="test")
    put(
        shelf, '{"id": "b", "text": "two and more"}', '{"id": "c", "text": "three"}', name="x.jsonl"
    )
    report = await library.reload(by="test")

    assert (report.added, report.changed, report.removed, report.unchanged) == (1, 1, 1, 14)
    assert (report.edition, report.briefings, report.swapped) == (3, 16, True)


async def test_a_dry_run_tells_and_changes_nothing(library: Library, shelf: Shelf) -> None:
    put(shelf, BRIDGE, name="more.txt")
    report = await library.reload(by="test", dry_run=True)
    answer = await library.ask("bridge over the Strelsa")

    assert (report.added, report.swapped, library.edition) == (1, False, 1)
    assert answer.verdict is Verdict.NOTHING


async def test_a_new_briefing_is_found_after_the_reload(library: Library, shelf: Shelf) -> None:
    put(shelf, BRIDGE, name="more.txt")
    await library.reload(by="test")
    answer = await library.ask("brigde over the Strelsa")

    assert answer.citations[0].briefing.text == BRIDGE
    assert answer.edition == 2


async def test_reload_keeps_the_old_edition_when_a_file_is_broken(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, '{"txt": 1}', name="broken.jsonl")
    put(shelf, BRIDGE, name="more.txt")
    report = await library.reload(by="test")
    answer = await library.ask("grain imports")

    assert str(report.problems[0].origin) == "broken.jsonl:1"
    assert (report.swapped, library.edition, library.briefings) == (False, 1, 14)
    assert answer.citations[0].briefing.origin.line == 14


async def test_a_missing_folder_keeps_what_is_in_service(library: Library, shelf: Shelf) -> None:
    shutil.rmtree(shelf.data)
    report = await library.reload(by="test")

    assert "does not exist" in str(report.problems[0])
    assert library.briefings == 14


async def test_a_file_of_nothing_but_mistakes_is_not_read_to_its_end(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, *["broken"] * 5_000, name="broken.jsonl")
    report = await library.reload(by="test")

    assert len(report.problems) == 51
    assert "more than 50 problems" in str(report.problems[-1])


async def test_one_id_for_two_texts_is_a_problem_that_names_both_places(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, '{"id": "a", "text": "one"}', "", '{"id": "a", "text": "two"}', name="x.jsonl")
    report = await library.reload(by="test")

    assert str(report.problems[0]).startswith("x.jsonl:3: ")
    assert "x.jsonl:1" in str(report.problems[0])


async def test_the_same_text_twice_is_one_briefing(library: Library, shelf: Shelf) -> None:
    put(shelf, BRIDGE, BRIDGE, name="more.txt")
    report = await library.reload(by="test")

    assert (report.added, report.problems) == (1, ())


async def test_a_moved_line_keeps_its_number_and_shows_its_new_place(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, BRIDGE, *lines(shelf))
    report = await library.reload(by="test")
    first = await library.briefing(1)
    answer = await library.ask("grain imports")

    assert (report.added, report.unchanged, report.changed) == (1, 14, 0)
    assert isinstance(first, Briefing)
    assert first.origin.line == 2
    assert answer.citations[0].briefing.origin.line == 15


async def test_numbers_are_never_given_twice_and_return_with_their_briefing(
    library: Library, shelf: Shelf
) -> None:
    seed = lines(shelf)
    put(shelf, *seed[:-1])
    await library.reload(by="test")
    gone = await library.briefing(14)
    put(shelf, *seed[:-1], BRIDGE)
    await library.reload(by="test")
    new = await library.briefing(15)
    put(shelf, *seed)
    await library.reload(by="test")
    back = await library.briefing(14)

    assert gone == NotInService(14, Why.GONE, 1, seed[-1])
    assert isinstance(new, Briefing)
    assert new.text == BRIDGE
    assert isinstance(back, Briefing)
    assert back.text == seed[13]


@pytest.mark.parametrize("number", [0, -1, 15, 1 << 70])
async def test_a_number_never_given_is_none(library: Library, number: int) -> None:
    assert await library.briefing(number) is None


async def test_everything_is_there_after_a_restart(library: Library, shelf: Shelf) -> None:
    before = await library.ask("grain imports", 5)
    await library.close()
    again = await Library.open(shelf)
    after = await again.ask("grain imports", 5)
    await again.close()

    assert after.citations == before.citations
    assert again.last_reload is None


@pytest.mark.parametrize("damage", ["deleted", "emptied", "foreign", "overwritten"])
async def test_a_damaged_index_is_built_anew_from_the_store(
    library: Library, shelf: Shelf, damage: str
) -> None:
    await library.close()
    folder = shelf.indexes / "1"
    if damage == "deleted":
        shutil.rmtree(folder)
    elif damage == "emptied":
        shutil.rmtree(folder / "postings")
    elif damage == "foreign":
        (folder / "about.json").write_text('[1, 9, 14, 30.0, ""]')
    else:
        (folder / "postings" / "meta.json").write_bytes(b"\0\xff{")
    again = await Library.open(shelf)
    answer = await again.ask("grain imports")
    await again.close()

    assert answer.citations[0].briefing.number == 14


async def test_the_index_of_an_edition_that_was_never_committed_is_removed(
    library: Library, shelf: Shelf
) -> None:
    await library.close()
    shutil.copytree(shelf.indexes / "1", shelf.indexes / "2")
    (shelf.indexes / "3.making").mkdir()
    again = await Library.open(shelf)
    await again.close()

    assert [folder.name for folder in shelf.indexes.iterdir()] == ["1"]


async def test_an_index_that_cannot_be_written_leaves_everything_as_it_was(
    library: Library, shelf: Shelf
) -> None:
    (shelf.indexes / "2.making").write_text("in the way")
    put(shelf, BRIDGE, name="more.txt")
    with pytest.raises(StoreUnusable, match="the edition in service stays"):
        await library.reload(by="test")
    answer = await library.ask("grain imports")
    (shelf.indexes / "2.making").unlink()
    report = await library.reload(by="test")

    assert answer.edition == 1
    assert (report.edition, report.added) == (2, 1)


async def test_where_nothing_is_in_service_yet_no_edition_is_said_to_stay(shelf: Shelf) -> None:
    put(shelf, BRIDGE)
    library = await Library.open(shelf, load_if_empty=False)
    shelf.indexes.write_text("in the way")
    with pytest.raises(StoreUnusable) as refused:
        await library.reload(by="test")
    shelf.indexes.unlink()
    report = await library.reload(by="test")
    await library.close()

    assert re.search(r"could not be written to .*index \(.*\)\. Make room", str(refused.value))
    assert (report.edition, report.added) == (1, 1)


async def test_an_index_that_cannot_be_made_at_the_start_is_told_in_one_sentence(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(shelf.indexes)
    monkeypatch.setattr("tempfile.tempdir", str(shelf.state / "none"))
    with pytest.raises(StoreUnusable, match=r"could not be written to the temporary folder \(.*No"):
        await Library.open(shelf, read_only=True)
    await library.close()
    shelf.indexes.write_text("in the way")
    with pytest.raises(StoreUnusable, match=r"could not be written to .*index \(.*\)\. Make room"):
        await Library.open(shelf)
    shelf.indexes.unlink()
    await (await Library.open(shelf)).close()


async def test_a_second_reload_is_told_that_one_is_running(library: Library, shelf: Shelf) -> None:
    put(shelf, BRIDGE, name="more.txt")
    first = asyncio.create_task(library.reload(by="one"))
    await asyncio.sleep(0)
    with pytest.raises(ReloadRunning):
        await library.reload(by="two")

    assert (await first).swapped


async def test_closing_gives_a_reload_up_and_loses_nothing(library: Library, shelf: Shelf) -> None:
    put(
        shelf, *[f"Report {number} of the harbour office." for number in range(5_000)], name="m.txt"
    )
    reloading = asyncio.create_task(library.reload(by="test"))
    await asyncio.sleep(0.05)
    await library.close()
    with pytest.raises(AttacheError):
        await reloading
    again = await Library.open(shelf)
    await again.close()

    assert (again.edition, again.briefings) == (1, 14)


async def test_closing_gives_up_an_index_that_another_process_is_in_the_middle_of(
    library: Library, shelf: Shelf
) -> None:
    # More than the pipe between the processes holds, so that one waits for the other.
    put(shelf, *[f"Town {number}. " + "Rain. " * 60 for number in range(9_000)], name="towns.txt")
    reloading = asyncio.create_task(library.reload(by="test"))
    try:
        while not library.progress or library.progress.doing != "indexing":
            await asyncio.sleep(0)
        async with asyncio.timeout(30):
            await library.close()
        with pytest.raises(AttacheError, match="given up"):
            await reloading
    finally:
        reloading.cancel()


async def test_a_second_process_on_a_state_folder_is_refused_but_may_read(
    library: Library, shelf: Shelf
) -> None:
    with pytest.raises(StateInUse, match="in use by process"):
        await Library.open(shelf)
    reader = await Library.open(shelf, read_only=True)
    answer = await reader.ask("grain imports")
    await reader.close()

    assert answer.citations[0].briefing.number == 14


async def test_a_reader_beside_the_owner_builds_a_missing_index_for_itself(
    library: Library, shelf: Shelf
) -> None:
    expected = await library.topics(), await library.suggest("cool")
    shutil.rmtree(shelf.indexes / "1")
    reader = await Library.open(shelf, read_only=True)
    answer = await reader.ask("grain imports")
    found = await reader.topics(), await reader.suggest("cool")
    await reader.close()

    assert answer.citations[0].briefing.number == 14
    assert found == expected
    assert not (shelf.indexes / "1").exists()


async def test_a_library_of_another_file_leaves_the_configured_one_alone(
    library: Library, shelf: Shelf, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(BRIDGE)
    async with temporary_library(replace(shelf, data=other)) as temporary:
        assert temporary.briefings == 1

    assert library.briefings == 14


async def test_status_names_edition_and_sizes(library: Library) -> None:
    status = await library.status()

    assert status.edition is not None
    assert (status.edition.number, status.edition.by) == (1, "start")
    assert status.database_bytes > 0
    assert status.index_bytes > 0
    assert await library.integrity() is None


async def test_a_state_folder_that_cannot_be_made_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnusable, match="cannot be made"):
        await Library.open(replace(shelf, state=tmp_path / "file" / "state"))


async def test_an_empty_store_that_loads_nothing_answers_that_there_is_nothing(
    shelf: Shelf,
) -> None:
    library = await Library.open(shelf, load_if_empty=False)
    try:
        assert (await library.ask("mayor")).verdict is Verdict.NOTHING
        assert await library.topics() == ()
        assert await library.suggest("ma") == ()
    finally:
        await library.close()


async def test_a_large_collection_is_read_and_indexed_by_processes_of_their_own(
    library: Library, shelf: Shelf
) -> None:
    towns = [
        f"Town {number} has a mayor called M{number}x. " + "Rain. " * 60 for number in range(3500)
    ]
    put(shelf, *towns, name="towns.txt")
    reload = asyncio.create_task(library.reload(by="test"))
    seen = set()
    while not reload.done():
        if library.progress:
            seen.add(library.progress.doing)
            with pytest.raises(ReloadRunning, match="test started a reload"):
                await library.reload(by="second")
        await library.ask("grain imports")
        await asyncio.sleep(0.01)

    assert (await reload).added == 3500
    assert seen == {"reading", "indexing"}
    assert (await library.ask("who is M3499x")).verdict is Verdict.ANSWERED
    assert await library.verify() == []


async def test_a_process_that_dies_while_it_works_changes_nothing(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, *[f"Town {number} has a mayor." for number in range(50_000)], name="towns.txt")
    reload = asyncio.create_task(library.reload(by="test"))
    killed = False
    while not reload.done():
        for child in psutil.Process().children():
            if "bot.library.worker" in child.cmdline():
                child.kill()
                killed = True
        await asyncio.sleep(0.01)
    assert killed
    report = await reload
    assert "It was not read" in str(report.problems[0])
    assert (library.edition, library.briefings) == (1, 14)
