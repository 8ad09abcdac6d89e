"""Reloading what was read before: nothing is missed, and nothing is read twice."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

import pytest

from bot.editions import Edition
from bot.library.last_reading import LastReading
from bot.library.library import Library
from bot.library.readers import fingerprint
from bot.model import Origin
from bot.problems import KeptOut, Repeated
from tests.library.sources import BRIDGE, lines, put

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.library.readers import Fingerprint
    from bot.library.shelf import Shelf

EDITION = Edition(3, "2026-01-02T03:04:05Z", "test", "reload", 14, 14, 0, 0, 0, "digest")


pytestmark = pytest.mark.usefixtures("url")


@pytest.fixture
async def library(shelf: Shelf) -> AsyncIterator[Library]:
    """An open library that has read the seed briefings itself, and remembers them."""
    opened = await Library.open(shelf)
    yield opened
    await opened.close()


async def test_a_reload_without_changes_makes_no_edition(library: Library) -> None:
    report = await library.reload(by="test")

    assert not report.swapped
    assert (report.edition, report.unchanged) == (1, 14)


async def test_the_report_of_a_reload_without_changes_is_always_the_same(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, BRIDGE, BRIDGE, name="x.txt")
    first = await library.reload(by="test")
    again = [await library.reload(by="test", dry_run=dry_run) for dry_run in (True, False, False)]

    assert first.notes == (Repeated(Origin("x.txt", 2), Origin("x.txt", 1)),)
    for report in again:
        assert (report.swapped, report.edition, report.briefings) == (False, 2, 15)
        assert (report.added, report.changed, report.removed, report.unchanged) == (0, 0, 0, 15)
        assert (report.notes, report.digest) == (first.notes, first.digest)


async def test_a_reload_without_changes_walks_the_data_once(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, BRIDGE, name="x.txt.part")
    await library.reload(by="test")
    walked = []
    walk = os.walk

    def counted(top: Path, **options: Any) -> Iterator[Any]:
        walked.append(top)
        return walk(top, **options)

    monkeypatch.setattr(os, "walk", counted)
    report = await library.reload(by="test")

    assert list(map(str, report.notes)) == [
        "Passed over, as they look like copies or unfinished: x.txt.part"
    ]
    assert walked.count(shelf.data) == 1


async def test_a_change_that_leaves_size_and_time_as_they_were_is_noticed(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, BRIDGE, name="x.txt")
    await library.reload(by="test")
    path = shelf.data / "x.txt"
    status = path.stat()
    put(shelf, BRIDGE.replace("bridge", "tunnel"), name="x.txt")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    report = await library.reload(by="test")

    assert path.stat().st_size == status.st_size
    assert (report.swapped, report.added, report.removed) == (True, 1, 1)


async def test_a_file_of_another_name_is_noticed(library: Library, shelf: Shelf) -> None:
    (shelf.data / "briefings.txt").rename(shelf.data / "other.txt")
    report = await library.reload(by="test")
    briefing = await library.briefing(3)

    assert (report.swapped, report.unchanged) == (True, 14)
    assert str(getattr(briefing, "origin", None)) == "other.txt:3"


async def test_the_same_sources_are_read_again_after_going_back(
    library: Library, shelf: Shelf
) -> None:
    put(shelf, *lines(shelf), BRIDGE)
    await library.reload(by="test")
    await library.editing.roll_back(1, by="test")
    report = await library.reload(by="test")

    assert (report.swapped, report.added, library.briefings) == (True, 1, 15)


async def test_the_same_sources_are_read_again_after_a_withdrawal(library: Library) -> None:
    await library.editing.withdraw(3, by="test")
    report = await library.reload(by="test")
    again = await library.reload(by="test")

    assert (report.swapped, library.briefings) == (False, 13)
    assert report.notes == again.notes == (KeptOut(1),)


async def test_problems_are_told_each_time(library: Library, shelf: Shelf) -> None:
    put(shelf, "no json", name="x.jsonl")
    first, second = [(await library.reload(by="test")).problems for _ in range(2)]

    assert first
    assert first == second


async def seen(shelf: Shelf) -> Fingerprint:
    found = (await LastReading(shelf.limits).look(shelf.data)).fingerprint
    assert found
    return found


async def test_sources_read_before_are_known_for_their_edition_only(shelf: Shelf) -> None:
    reading = LastReading(shelf.limits)
    before = await seen(shelf)
    reading.keep(before, EDITION, (KeptOut(1),))

    assert reading.notes(before, EDITION) == (KeptOut(1),)
    assert reading.notes(before, replace(EDITION, created_at="2026-01-02T03:04:06Z")) is None
    assert reading.notes(before, None) is None


async def test_sources_that_were_written_while_they_were_read_are_noticed(shelf: Shelf) -> None:
    reading = LastReading(shelf.limits)
    before = await seen(shelf)
    assert await reading.is_still(before, shelf.data)
    content = lines(shelf)
    put(shelf, BRIDGE)
    put(shelf, *content)

    assert (await seen(shelf)).digest == before.digest
    assert not await reading.is_still(before, shelf.data)


@pytest.mark.parametrize("change", ["added", "removed", "renamed", "shut"])
async def test_other_files_while_they_were_read_are_noticed(shelf: Shelf, change: str) -> None:
    put(shelf, BRIDGE, name="x.txt")
    before = await seen(shelf)
    path = shelf.data / "x.txt"
    if change == "added":
        put(shelf, BRIDGE, name="y.txt")
    elif change == "renamed":
        path.rename(shelf.data / "y.txt")
    else:
        path.unlink()
        if change == "shut":
            path.symlink_to(shelf.data / "nowhere.txt")

    assert not await LastReading(shelf.limits).is_still(before, shelf.data)


async def test_what_was_written_twice_with_one_stamp_is_noticed(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a file system that writes down times of two seconds."""
    monkeypatch.setattr(fingerprint, "_stamp", lambda status: (0, 0, 0, status.st_size))
    put(shelf, BRIDGE, name="x.txt")
    before = await seen(shelf)
    put(shelf, BRIDGE.replace("bridge", "tunnel"), name="x.txt")

    assert not await LastReading(shelf.limits).is_still(before, shelf.data)


async def test_a_reload_that_changes_something_hashes_what_is_settled_once(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, BRIDGE, name="x.txt")
    hashed = []
    digest = fingerprint._digest

    def counted(file: IO[bytes]) -> bytes:
        hashed.append(file.name)
        return digest(file)

    monkeypatch.setattr(fingerprint, "_digest", counted)
    monkeypatch.setattr(fingerprint, "_COARSEST_NS", -1)
    report = await library.reload(by="test")
    again = await library.reload(by="test")

    assert (report.swapped, again.swapped) == (True, False)
    assert len(hashed) == 2 * 2  # both files, in each of the two


async def test_sources_that_cannot_all_be_read_are_never_known(shelf: Shelf) -> None:
    reading = LastReading(replace(shelf.limits, file_bytes=10))
    assert (await reading.look(shelf.data)).fingerprint is None

    reading = LastReading(shelf.limits)
    (shelf.data / "away.txt").symlink_to(shelf.data / "nowhere.txt")
    assert (await reading.look(shelf.data)).fingerprint is None
    assert not await reading.is_still(None, shelf.data)
    assert reading.notes(None, EDITION) is None
