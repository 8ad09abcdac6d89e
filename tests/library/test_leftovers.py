"""An upload that a kill cuts off leaves the files as the edition in service is of them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.library.library import Library
from tests.conftest import ROOT
from tests.library.sources import BRIDGE

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.shelf import Shelf
    from tests.postgres import PostgresServer

# The process ends at once, as by SIGKILL: when the file has just been put in place, or when the
# edition is decided for and the first of what lies beside the file goes.
_DYING = """
import asyncio, os, sys
from pathlib import Path
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.search.words.aliases import Aliases
from bot.search.verdict.confidence import Thresholds

moment, state, data, url, name, content = sys.argv[1:]
putting, removing = Path.replace, Path.unlink

def put(self, target):
    putting(self, target)
    if moment == "placed" and target.name == name:
        os._exit(9)

def remove(self, missing_ok=False):
    if moment == "decided" and self.name.startswith(f".{name}."):
        os._exit(9)
    removing(self, missing_ok=missing_ok)

async def main():
    shelf = Shelf(Path(state), Path(data), Thresholds(), Aliases(), url=url or None)
    library = await Library.open(shelf, indexes=not url)
    Path.replace, Path.unlink = put, remove
    await library.uploads.upload(name, content.encode(), by="x", replaces=True)

asyncio.run(main())
"""


def killed(moment: str, shelf: Shelf, content: str) -> None:
    """Have a process upload ``news.txt``, and die at a moment of that."""
    words = [moment, str(shelf.state), str(shelf.data), shelf.url or "", "news.txt", content]
    ended = subprocess.run(
        [sys.executable, "-c", _DYING, *words], cwd=ROOT, check=False, capture_output=True
    )
    assert ended.returncode == 9, ended.stderr


def held(folder: Path) -> dict[str, str]:
    """Return the text of each file in a folder, hidden ones too."""
    return {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()}


@pytest.fixture
def uploads(shelf: Shelf) -> Path:
    return shelf.data / "uploads"


async def begun(shelf: Shelf) -> None:
    """Have a first ``news.txt`` in service."""
    library = await Library.open(shelf)
    await library.uploads.upload("news.txt", BRIDGE.encode(), by="test")
    await library.close()


async def test_the_file_that_was_there_comes_back_at_the_next_start(
    shelf: Shelf, uploads: Path
) -> None:
    await begun(shelf)
    killed("placed", shelf, "It rains in Oslo.")
    assert held(uploads)["news.txt"] == "It rains in Oslo."

    library = await Library.open(shelf)
    try:
        assert held(uploads) == {"news.txt": BRIDGE}
        assert not (await library.reload(by="test")).swapped
    finally:
        await library.close()


async def test_a_file_of_a_new_name_is_gone_after_the_next_start(
    shelf: Shelf, uploads: Path
) -> None:
    await (await Library.open(shelf)).close()
    killed("placed", shelf, BRIDGE)
    assert BRIDGE in held(uploads).values()

    library = await Library.open(shelf)
    try:
        assert not uploads.exists()
        assert not (await library.reload(by="test")).swapped
    finally:
        await library.close()


async def test_a_file_that_was_decided_for_stays(shelf: Shelf, uploads: Path) -> None:
    await begun(shelf)
    killed("decided", shelf, "It rains in Oslo.")
    assert len(held(uploads)) == 2

    library = await Library.open(shelf)
    try:
        assert held(uploads) == {"news.txt": "It rains in Oslo."}
        assert not (await library.reload(by="test")).swapped
    finally:
        await library.close()


async def test_what_somebody_has_written_since_stays(shelf: Shelf, uploads: Path) -> None:
    await begun(shelf)
    killed("placed", shelf, "It rains in Oslo.")
    (uploads / "news.txt").write_text("Written by hand.")
    await (await Library.open(shelf)).close()

    assert held(uploads) == {"news.txt": "Written by hand."}


async def test_another_collection_over_the_same_folder_leaves_it_to_whose_it_is(
    shelf: Shelf, uploads: Path
) -> None:
    await begun(shelf)
    killed("decided", shelf, "It rains in Oslo.")
    other = await Library.open(replace(shelf, state=shelf.state.with_name("other")))
    try:
        await other.uploads.upload("more.txt", b"It snows in Bergen.", by="test")
    finally:
        await other.close()
    assert held(uploads)["news.txt"] == "It rains in Oslo."

    await (await Library.open(shelf)).close()
    assert held(uploads) == {"news.txt": "It rains in Oslo.", "more.txt": "It snows in Bergen."}


async def test_a_process_that_lives_on_reloads_without_what_another_left(
    shelf: Shelf, uploads: Path, postgres: PostgresServer
) -> None:
    shared = replace(shelf, url=postgres.new_database())
    await begun(shared)
    library = await Library.open(shared)
    try:
        killed("placed", shared, "It rains in Oslo.")
        assert not (await library.reload(by="test")).swapped
        assert held(uploads) == {"news.txt": BRIDGE}

        killed("decided", shared, "It rains in Oslo.")
        await library.uploads.upload("more.txt", b"It snows in Bergen.", by="test")
        assert held(uploads) == {"news.txt": "It rains in Oslo.", "more.txt": "It snows in Bergen."}
    finally:
        await library.close()
