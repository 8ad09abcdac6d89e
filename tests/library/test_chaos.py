"""A process that reloads or uploads in a loop is killed at any moment, and nothing is ever lost.

40 rounds here; ``make chaos`` runs a thousand.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.library.library import Library
from tests.conftest import ROOT
from tests.library.sources import exported

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.shelf import Shelf

ROUNDS = int(os.environ.get("CHAOS_ROUNDS", "10"))
_LONGEST_SECONDS = 0.5

_RELOADING = """
import asyncio, itertools, random, sys
from pathlib import Path
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.logs import set_up_logs
from bot.search.words.aliases import Aliases
from bot.search.verdict.confidence import Thresholds

async def main(state, *sets):
    set_up_logs("error", "text")
    shelf = Shelf(Path(state), Path(sets[0]), Thresholds(), Aliases(), editions=3)
    library = await Library.open(shelf, load_if_empty=False)
    print("ready", flush=True)
    while True:
        await library.reload(by="chaos", data=Path(random.choice(sets)), may_remove=1)

asyncio.run(main(*sys.argv[1:]))
"""


def kill_at_any_moment(script: str, *arguments: str) -> None:
    """Start a process and kill it within half a second of its being ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(random.uniform(0, _LONGEST_SECONDS))
    assert process.poll() is None, "it ended by itself"
    process.send_signal(signal.SIGKILL)
    process.communicate()


def write_sets(folder: Path) -> dict[str, dict[str, str]]:
    """Write three data sets, two alike and one quite different; return the texts by key of each."""
    first = {f"k{number}": f"Town {number} elects mayor M{number}." for number in range(150)}
    second = first | {f"k{number}": f"Town {number} loses its mayor." for number in range(5)}
    del second["k9"]
    third = {f"k{number}": f"Rain falls on town {number}." for number in range(100, 220)}
    sets = {"first": first, "second": second, "third": third}
    for name, texts in sets.items():
        lines = [f'{{"id": "{key}", "text": "{text}"}}' for key, text in texts.items()]
        (folder / f"{name}.jsonl").write_text("\n".join(lines))
    return sets


@pytest.mark.timeout(60 + 10 * ROUNDS)
async def test_a_kill_at_any_moment_leaves_one_of_the_two_editions_whole(
    shelf: Shelf, tmp_path: Path
) -> None:
    sets = write_sets(tmp_path)
    paths = [str(tmp_path / f"{name}.jsonl") for name in sets]
    numbers: dict[str, int] = {}
    editions = 0
    for _ in range(ROUNDS):
        kill_at_any_moment(_RELOADING, str(shelf.state), *paths)

        library = await Library.open(replace(shelf, data=tmp_path), load_if_empty=False)
        try:
            assert await library.verify() == []
            held = {each.key: each for each in await exported(library)}
            texts = {key: each.text for key, each in held.items()}
            assert not library.edition or texts in sets.values()
            assert library.edition >= editions
            editions = library.edition
            for key, each in held.items():
                assert numbers.setdefault(key, each.number) == each.number
            answer = await library.ask("mayor rain town")
            assert answer.edition == library.edition
        finally:
            await library.close()
    assert editions > 1


_UPLOADING = """
import asyncio, random, sys
from pathlib import Path
from bot.errors import AttacheError
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.logs import set_up_logs
from bot.search.words.aliases import Aliases
from bot.search.verdict.confidence import Thresholds

async def main(state, data):
    set_up_logs("error", "text")
    shelf = Shelf(Path(state), Path(data), Thresholds(), Aliases(), editions=3)
    library = await Library.open(shelf)
    print("ready", flush=True)
    for number in range(sys.maxsize):
        content = "".join(f"Town {n} elects mayor M{n}.\\n" for n in random.sample(range(200), 60))
        name, replaces = random.choice(["a.txt", "b.txt"]), random.random() < 0.5
        try:
            await library.uploads.upload(name, content.encode(), by="chaos", replaces=replaces)
            if random.random() < 0.2:
                await library.uploads.add({"text": f"Bridge {random.random()} opens."}, by="chaos")
        except AttacheError:
            pass  # it would have removed something

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.timeout(60 + 10 * ROUNDS)
async def test_a_kill_during_an_upload_leaves_the_files_that_the_edition_is_of(
    shelf: Shelf,
) -> None:
    for _ in range(ROUNDS):
        kill_at_any_moment(_UPLOADING, str(shelf.state), str(shelf.data))

        library = await Library.open(shelf)
        try:
            found = await library.reload(by="test", dry_run=True)
            assert (found.added, found.changed, found.removed) == (0, 0, 0)
            handed_in = shelf.data / "uploads"
            left = {each.name for each in handed_in.iterdir()} if handed_in.exists() else set()
            assert left <= {"a.txt", "b.txt", "added.jsonl"}
        finally:
            await library.close()
    assert library.edition > 1
