"""What is handed in becomes part of the collection, or leaves no trace."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.errors import AttacheError, ReloadRunning, StoreUnusable
from bot.library.library import Library
from bot.library.opening import temporary_library
from bot.library.uploads import Rejected
from tests.library.sources import BRIDGE, lines, not_permitted, put

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.library.shelf import Shelf
    from tests.postgres import PostgresServer


async def test_what_is_refused_while_a_reload_runs_was_never_there(
    library: Library, shelf: Shelf
) -> None:
    towns = "\n".join(f"Town {number} has a mayor." for number in range(5_000))
    (shelf.data / "towns.txt").write_text(towns)
    reloading = asyncio.create_task(library.reload(by="first"))
    while library.progress is None:
        await asyncio.sleep(0)
    with pytest.raises(ReloadRunning, match="first started a reload"):
        await library.uploads.upload("more.txt", BRIDGE.encode(), by="second")
    assert not (shelf.data / "uploads").exists()

    assert (await reloading).added == 5_000


async def test_a_file_is_replaced_however_much_it_held(library: Library, shelf: Shelf) -> None:
    towns = "\n".join(f"Town {number} has a mayor." for number in range(50)).encode()
    await library.uploads.upload("towns.txt", towns, by="test")
    done = await library.uploads.upload("towns.txt", BRIDGE.encode(), by="test", replaces=True)

    assert (done.added, done.removed) == (1, 50)
    assert (shelf.data / "uploads" / "towns.txt").read_text() == BRIDGE


@pytest.mark.parametrize("replaces", [False, True])
async def test_a_file_that_would_remove_much_of_others_is_not_kept(
    library: Library, shelf: Shelf, *, replaces: bool
) -> None:
    towns = "\n".join(f"Town {number} has a mayor." for number in range(10)).encode()
    await library.uploads.upload("towns.txt", towns, by="test")
    put(shelf, *lines(shelf)[:1])
    name, more = ("towns.txt", BRIDGE.encode()) if replaces else ("more.txt", towns)
    with pytest.raises(AttacheError, match=r"13 of 24 briefings would go.* reload first"):
        await library.uploads.upload(name, more, by="test", replaces=replaces)

    assert [each.name for each in (shelf.data / "uploads").iterdir()] == ["towns.txt"]
    assert (shelf.data / "uploads" / "towns.txt").read_bytes() == towns
    assert library.briefings == 24


async def test_a_file_of_a_known_name_takes_nothing_away_unasked(
    library: Library, shelf: Shelf
) -> None:
    await library.uploads.upload("news.txt", BRIDGE.encode(), by="test")
    with pytest.raises(AttacheError, match=r"a file news\.txt already, .* lacks 1 of its"):
        await library.uploads.upload("news.txt", b"It rains.", by="test")
    assert (shelf.data / "uploads" / "news.txt").read_text() == BRIDGE

    more = await library.uploads.upload("news.txt", f"{BRIDGE}\nIt rains.".encode(), by="test")
    assert (more.added, more.removed) == (1, 0)
    done = await library.uploads.upload("news.txt", b"It rains.", by="test", replaces=True)
    assert (done.added, done.removed) == (0, 1)


@pytest.mark.parametrize("replaces", [False, True])
async def test_what_other_files_lost_is_not_laid_to_the_one_that_is_handed_in(
    library: Library, shelf: Shelf, *, replaces: bool
) -> None:
    await library.uploads.upload("news.txt", BRIDGE.encode(), by="test")
    put(shelf, *lines(shelf)[1:])
    more = b"It rains." if replaces else f"{BRIDGE}\nIt rains.".encode()
    with pytest.raises(AttacheError, match=r": 1 of 15 briefings would go, as other files have"):
        await library.uploads.upload("news.txt", more, by="test", replaces=replaces)
    assert (shelf.data / "uploads" / "news.txt").read_text() == BRIDGE

    await library.reload(by="test")
    done = await library.uploads.upload("news.txt", more, by="test", replaces=replaces)
    assert (done.added, done.removed) == (1, int(replaces))


async def test_two_bots_over_one_data_folder_take_in_all_that_they_are_given(
    library: Library, shelf: Shelf
) -> None:
    other = await Library.open(replace(shelf, state=shelf.state.with_name("other")))
    try:
        for number in range(8):
            await asyncio.gather(
                library.uploads.add({"text": f"A{number} was said in Paris."}, by="x"),
                other.uploads.add({"text": f"B{number} was said in Oslo."}, by="y"),
            )
    finally:
        await other.close()
    added = (shelf.data / "uploads" / "added.jsonl").read_text().splitlines()

    assert len({json.loads(line)["text"] for line in added}) == len(added) == 16
    assert [each.name for each in (shelf.data / "uploads").iterdir()] == ["added.jsonl"]


@pytest.fixture
async def terminals(shelf: Shelf, postgres: PostgresServer) -> AsyncIterator[list[Library]]:
    """Two that change one shared collection over one data folder."""
    shared = replace(shelf, url=postgres.new_database())
    opened = [await Library.open(shared, indexes=False) for _ in range(2)]
    yield opened
    for library in opened:
        await library.close()


async def test_what_two_processes_are_refused_leaves_the_file_that_was_there(
    terminals: list[Library], shelf: Shelf
) -> None:
    first, second = terminals
    (shelf.data / "towns.txt").write_text("\n".join(f"Town {each}." for each in range(20_000)))
    rivers = "\n".join(f"River {number} rises in the hills." for number in range(10_000))
    await first.uploads.upload("rivers.txt", rivers.encode(), by="test")
    kept = shelf.data / "uploads" / "rivers.txt"

    (shelf.data / "towns.txt").write_text("\n".join(f"Village {each}." for each in range(20_000)))
    removing = asyncio.create_task(
        first.uploads.upload("rivers.txt", BRIDGE.encode(), by="first", replaces=True)
    )
    while kept.stat().st_size != len(BRIDGE):
        await asyncio.sleep(0)
    with pytest.raises(ReloadRunning):
        await second.uploads.upload("rivers.txt", b"It rains.", by="second")
    with pytest.raises(AttacheError, match="20000 of 30014 briefings would go"):
        await removing
    assert kept.read_text() == rivers
    assert [each.name for each in kept.parent.iterdir()] == ["rivers.txt"]


async def test_what_two_processes_add_at_once_is_all_kept(
    terminals: list[Library], shelf: Shelf
) -> None:
    async def add(library: Library, text: str) -> None:
        while True:
            try:
                await library.uploads.add({"text": text}, by="test")
            except ReloadRunning:
                await asyncio.sleep(0.01)
            else:
                return

    texts = [f"Bridge {number} over the Strelsa was opened." for number in range(12)]
    await asyncio.gather(*(add(terminals[place % 2], text) for place, text in enumerate(texts)))

    added = (shelf.data / "uploads" / "added.jsonl").read_text(encoding="utf-8")
    assert sorted(json.loads(line)["text"] for line in added.splitlines()) == sorted(texts)


@pytest.mark.parametrize(
    "calls",
    [[(Path, "hardlink_to"), (shutil, "copyfile")], [(Path, "replace")], [(Path, "mkdir")]],
    ids=["keeping", "replacing", "making"],
)
async def test_a_file_that_cannot_be_put_in_place_leaves_the_one_before(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, calls: list[tuple[object, str]]
) -> None:
    await library.uploads.upload("more.txt", BRIDGE.encode(), by="test")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        for owner, call in calls:
            patch.setattr(owner, call, fail)
        with pytest.raises(AttacheError, match="No space left on device"):
            await library.uploads.upload("more.txt", b"It rains.", by="test")

    assert (shelf.data / "uploads" / "more.txt").read_text() == BRIDGE
    assert [each.name for each in (shelf.data / "uploads").iterdir()] == ["more.txt"]
    done = await library.uploads.upload("more.txt", b"It rains.", by="test", replaces=True)
    assert done.edition == 3
    assert [each.name for each in (shelf.data / "uploads").iterdir()] == ["more.txt"]


async def test_where_files_cannot_be_linked_a_file_is_replaced_or_comes_back(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", not_permitted)
    towns = "\n".join(f"Town {number} has a mayor." for number in range(50)).encode()
    await library.uploads.upload("towns.txt", BRIDGE.encode(), by="test")
    assert (await library.uploads.upload("towns.txt", towns, by="test", replaces=True)).swapped
    with pytest.raises(AttacheError, match="lacks 50 of its briefings"):
        await library.uploads.upload("towns.txt", BRIDGE.encode(), by="test")
    for number in range(2):
        await library.uploads.add({"text": f"Bridge {number} was opened."}, by="test")

    assert (shelf.data / "uploads" / "towns.txt").read_bytes() == towns
    assert library.briefings == 66


async def test_a_large_file_is_checked_too(library: Library, shelf: Shelf) -> None:
    lines = [json.dumps({"text": f"Town {number} has a mayor."}) for number in range(40_000)]
    lines[30_000] = "{"
    with pytest.raises(Rejected, match=r"towns.jsonl:30001: This is not JSON"):
        await library.uploads.upload("towns.jsonl", "\n".join(lines).encode(), by="test")

    assert not (shelf.data / "uploads").exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/news.txt", "news.txt"),
        (r"C:\\Users\\me\\news.txt", "news.txt"),
        ("..news.txt", "news.txt"),
        ("x" * 60 + "." + "y" * 115 + ".txt", "y" * 115 + ".txt"),
        (
            "\N{CJK UNIFIED IDEOGRAPH-6C34}" * 100 + ".txt",
            "\N{CJK UNIFIED IDEOGRAPH-6C34}" * 38 + ".txt",
        ),
    ],
)
async def test_a_file_has_a_name_that_is_read_and_nothing_else(
    library: Library, shelf: Shelf, name: str, kept: str
) -> None:
    await library.uploads.upload(name, BRIDGE.encode(), by="test")

    assert [each.name for each in (shelf.data / "uploads").iterdir()] == [kept]
    assert library.briefings == 15


async def test_briefings_that_are_added_stand_on_lines_of_their_own(
    library: Library, shelf: Shelf
) -> None:
    added = shelf.data / "uploads" / "added.jsonl"
    added.parent.mkdir()
    added.write_text('{"text": "Written by hand."}')  # without a line's end
    await library.uploads.add({"text": BRIDGE}, by="test")

    assert library.briefings == 16


async def test_where_no_temporary_file_can_be_made_that_is_said(
    library: Library, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))

    with pytest.raises(StoreUnusable, match=r"temporary files cannot be written.*TMPDIR"):
        await library.uploads.upload("bridge.txt", BRIDGE.encode(), by="test")
    with pytest.raises(StoreUnusable, match="temporary files cannot be written"):
        async with temporary_library(shelf):
            pass
    assert library.edition == 1


async def test_a_lenient_library_keeps_a_file_beside_bad_records(shelf: Shelf) -> None:
    (shelf.data / "broken.jsonl").write_text("{")
    library = await Library.open(replace(shelf, lenient=True))
    try:
        report = await library.uploads.upload("more.txt", BRIDGE.encode(), by="test")
        assert report.swapped
        assert len(report.problems) == 1
        assert (shelf.data / "uploads" / "more.txt").is_file()
        with pytest.raises(Rejected):
            await library.uploads.upload("more.csv", b"no,text column", by="test")
    finally:
        await library.close()


async def test_nothing_is_handed_in_where_the_data_cannot_be_reached(shelf: Shelf) -> None:
    library = await Library.open(replace(shelf, data=shelf.data / ("x" * 300)))
    try:
        assert library.last_reload is not None
        assert "It cannot be read (File name too long)." in str(library.last_reload.problems[0])
        with pytest.raises(AttacheError, match="File name too long"):
            await library.uploads.upload("more.txt", BRIDGE.encode(), by="test")
        with pytest.raises(AttacheError, match="File name too long"):
            await library.uploads.add({"text": BRIDGE}, by="test")
    finally:
        await library.close()


async def test_the_file_of_what_was_added_one_by_one_is_not_replaced(
    library: Library, shelf: Shelf
) -> None:
    await library.uploads.add({"text": BRIDGE}, by="test")
    with pytest.raises(AttacheError, match="were added one by one; hand the file in under another"):
        await library.uploads.upload("added.jsonl", b'{"text": "It rains."}', by="test")

    assert BRIDGE in (shelf.data / "uploads" / "added.jsonl").read_text(encoding="utf-8")
