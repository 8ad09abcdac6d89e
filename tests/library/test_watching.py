"""The data is reloaded by itself when it has changed."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from structlog.testing import capture_logs

from bot.library.library import Library
from bot.library.making import Made, Maker
from bot.library.reloading import UNFORESEEN
from bot.library.watching import watch
from tests.library.sources import lines as lines_of
from tests.library.sources import put

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    import pytest

    from bot.library.shelf import Shelf
    from bot.library.wanted import Wanted

_MOST_SECONDS = 20


@asynccontextmanager
async def watched(
    library: Library, shelf: Shelf, fails: Callable[[], None] = lambda: None
) -> AsyncIterator[None]:
    task = asyncio.create_task(watch(library, shelf.data, fails))
    await asyncio.sleep(0.5)  # until the watch is set up
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until_edition(library: Library, edition: int) -> None:
    async with asyncio.timeout(_MOST_SECONDS):
        while library.edition < edition:
            await asyncio.sleep(0.05)


async def test_a_new_file_is_loaded_by_itself(library: Library, shelf: Shelf) -> None:
    async with watched(library, shelf):
        (shelf.data / "more.txt").write_text("A bridge in Ruritania.")
        await until_edition(library, 2)

    assert library.briefings == 15
    log = await library.history.log()
    assert log[0].who == "watch"


async def test_a_half_written_file_is_no_mistake_for_good(library: Library, shelf: Shelf) -> None:
    async with watched(library, shelf):
        (shelf.data / "more.jsonl").write_text('{"text": "A bri')
        with capture_logs() as lines:
            async with asyncio.timeout(_MOST_SECONDS):
                while "the data has problems" not in [line["event"] for line in lines]:
                    await asyncio.sleep(0.05)
        told = next(line for line in lines if line["event"] == "the data has problems")
        assert (told["log_level"], library.edition) == ("warning", 1)
        assert told["problems"].startswith("1 problem, first more.jsonl:1")
        (shelf.data / "more.jsonl").write_text('{"text": "A bridge in Ruritania."}')
        await until_edition(library, 2)

    assert library.briefings == 15


async def test_a_folder_that_goes_and_comes_back_is_read_and_watched_again(
    library: Library, shelf: Shelf, tmp_path: Path
) -> None:
    new = shutil.copytree(shelf.data, tmp_path / "new")
    (new / "more.txt").write_text("A bridge in Ruritania.")
    async with watched(library, shelf):
        shelf.data.rename(tmp_path / "aside")
        await asyncio.sleep(1)
        assert library.briefings == 14
        new.rename(shelf.data)
        await until_edition(library, 2)
        (shelf.data / "even_more.txt").write_text("Another bridge in Ruritania.")
        await until_edition(library, 3)

    assert library.briefings == 16


async def test_data_that_is_away_is_reloaded_once_and_not_again_and_again(
    library: Library, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.library.watching._AGAIN_SECONDS", 0.1)
    with capture_logs() as lines:
        async with watched(library, shelf):
            await asyncio.sleep(1.5)  # until it was looked at after the start
            shelf.data.rename(tmp_path / "aside")
            async with asyncio.timeout(_MOST_SECONDS):
                while not (library.last_reload and library.last_reload.refused):
                    await asyncio.sleep(0.05)
            await asyncio.sleep(2)
            (tmp_path / "aside").rename(shelf.data)
            (shelf.data / "more.txt").write_text("A bridge in Ruritania.")
            await until_edition(library, 2)

    log = [(each.who, each.detail[:20]) for each in await library.history.log()]
    assert log[1] == ("watch", "nothing was changed:")
    assert len(log) == 3
    assert [line["event"] for line in lines].count("reload refused") == 1


async def test_data_that_lacks_many_briefings_is_warned_of(library: Library, shelf: Shelf) -> None:
    with capture_logs() as lines:
        async with watched(library, shelf):
            put(shelf, lines_of(shelf)[0])
            async with asyncio.timeout(_MOST_SECONDS):
                while not library.refused:
                    await asyncio.sleep(0.05)

    warned = [line for line in lines if line["log_level"] == "warning"]
    assert [line["event"] for line in warned] == ["the data lacks many briefings"]
    assert warned[0]["reason"].startswith("it would have removed 13 of 14 briefings; /admin reload")
    assert library.briefings == 14


async def test_what_changed_before_anybody_watched_is_read(library: Library, shelf: Shelf) -> None:
    await library.close()
    (shelf.data / "more.txt").write_text("A bridge in Ruritania.")
    library = await Library.open(shelf)
    try:
        async with watched(library, shelf):
            await until_edition(library, 2)
    finally:
        await library.close()


async def test_a_single_file_that_is_replaced_is_read_again_and_again(shelf: Shelf) -> None:
    file = shelf.data / "briefings.txt"
    one = replace(shelf, data=file)
    library = await Library.open(one)
    try:
        async with watched(library, one):
            for number in (2, 3):
                making = file.with_suffix(".making")
                making.write_text(f"{file.read_text()}Bridge {number} in Ruritania.\n")
                making.replace(file)
                await until_edition(library, number)
    finally:
        await library.close()


async def test_what_changes_again_and_again_is_read_when_it_is_quiet(
    library: Library, shelf: Shelf
) -> None:
    async with watched(library, shelf):
        with (shelf.data / "more.jsonl").open("w") as file:
            for number in range(12):
                file.write(f'{{"id": "{number}", "text": "Bridge {number} in')
                file.flush()
                await asyncio.sleep(0.2)
                file.write(' Ruritania."}\n')
                file.flush()
        await until_edition(library, 2)

    assert library.briefings == 26
    log = await library.history.log()
    assert [each.did for each in log] == ["the data changed", "first load"]


async def test_a_reload_that_fails_is_tried_again_though_nothing_changes(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.library.watching._RETRY_SECONDS", 0.2)
    failures: list[None] = []
    aside = shelf.indexes.with_name("aside")
    shelf.indexes.rename(aside)
    shelf.indexes.write_text("no folder")  # as it would be where nothing can be written
    async with watched(library, shelf, lambda: failures.append(None)):
        (shelf.data / "more.txt").write_text("A bridge in Ruritania.")
        async with asyncio.timeout(_MOST_SECONDS):
            while len(failures) < 2:
                await asyncio.sleep(0.05)
        assert "The index could not be written" in str((await library.status()).failed)
        shelf.indexes.unlink()
        aside.rename(shelf.indexes)
        await until_edition(library, 2)

    assert library.failed is None


async def test_a_reload_that_fails_as_nobody_foresaw_is_told_and_tried_again(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.library.watching._RETRY_SECONDS", 0.2)
    failures: list[None] = []
    make = Maker.make
    told: list[str | None] = []

    async def fail_once(maker: Maker, wanted: Wanted, *others: Any) -> Made:
        told.append(library.failed)
        if len(told) == 1:
            raise MemoryError
        return await make(maker, wanted, *others)

    async with watched(library, shelf, lambda: failures.append(None)):
        await until_edition(library, 1)
        monkeypatch.setattr(Maker, "make", fail_once)
        (shelf.data / "more.txt").write_text("A bridge in Ruritania.")
        await until_edition(library, 2)

    assert (len(failures), told[1], library.failed) == (1, UNFORESEEN, None)


async def test_what_changed_after_the_first_load_and_before_anybody_watched_is_read(
    library: Library, shelf: Shelf
) -> None:
    """As where another process led meanwhile."""
    (shelf.data / "more.txt").write_text("A bridge in Ruritania.")
    async with watched(library, shelf):
        await until_edition(library, 2)


async def test_what_changes_behind_a_link_is_read(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.library.watching._LOOK_SECONDS", 0.2)
    elsewhere = tmp_path / "elsewhere" / "more.txt"
    elsewhere.parent.mkdir()
    elsewhere.write_text("A bridge in Ruritania.")
    (shelf.data / "linked").symlink_to(elsewhere.parent)
    (shelf.data / "file.txt").symlink_to(elsewhere)
    library = await Library.open(shelf)
    try:
        async with watched(library, shelf):
            await asyncio.sleep(2)  # until it was looked at after the start
            elsewhere.write_text("A bridge in Ruritania.\nA tunnel there.")
            await until_edition(library, 2)
        assert library.briefings == 16
    finally:
        await library.close()


async def test_where_nothing_can_be_watched_the_data_is_looked_at_and_that_is_told(
    library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.library.watching._LOOK_SECONDS", 0.2)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "OS file watch limit reached.")

    with monkeypatch.context() as patch, capture_logs() as lines:
        patch.setattr("bot.library.watching.awatch", fail)
        async with watched(library, shelf):
            for edition in (2, 3):
                (shelf.data / f"{edition}.txt").write_text(f"A bridge over the river {edition}.")
                await until_edition(library, edition)
            told = (await library.status()).unwatched
            patch.undo()
            async with asyncio.timeout(_MOST_SECONDS):
                while library.unwatched:
                    await asyncio.sleep(0.05)

    assert "cannot be watched (OS file watch limit reached.)" in str(told)
    assert [line["event"] for line in lines].count("the data cannot be watched") == 1
