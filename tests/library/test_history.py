"""What an edition changed, and what is kept of editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.editions import Change
from bot.library.library import Library

if TYPE_CHECKING:
    from bot.library.shelf import Shelf


async def test_changes_are_told_by_number_with_the_text_there_is_or_was(
    shelf: Shelf, url: str | None
) -> None:
    library = await Library.open(replace(shelf, url=url))
    try:
        towns = shelf.data / "towns.jsonl"
        lines = [f'{{"id": {at}, "text": "Town {at} has a mayor."}}' for at in range(4)]
        towns.write_text("\n".join(lines))
        await library.reload(by="test")
        lines[1] = '{"id": 1, "text": "Town 1 has a mayor and a bridge.", "title": "Bridge opens"}'
        lines[3] = '{"id": 9, "text": "Town 9 has a mayor."}'
        towns.write_text("\n".join(lines))
        await library.reload(by="test", may_remove=1.0)
        lines[1] = '{"id": 1, "text": "Town 1 has neither."}'
        towns.write_text("\n".join(lines))
        await library.reload(by="test")

        changed = Change(16, "changed", "Town 1 has a mayor and a bridge.", "Bridge opens")
        removed = Change(18, "removed", "Town 3 has a mayor.")
        added = Change(19, "added", "Town 9 has a mayor.")
        assert await library.history.changes(3) == (changed, removed, added)
        assert await library.history.changes(3, limit=2) == (changed, removed)
        assert [each.number for each in await library.history.changes(2)] == [15, 16, 17, 18]
        assert await library.history.changes(7) == ()
        assert await library.history.kept() == 4
    finally:
        await library.close()


async def test_only_the_texts_that_are_told_are_looked_up(library: Library, shelf: Shelf) -> None:
    texts = "\n".join(
        f"Farm {at} in Vendria sold {at + 40} crates of pears." for at in range(4_000)
    )
    (shelf.data / "farms.txt").write_text(texts)
    await library.reload(by="test")
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    reading = library._store._database._reading  # type: ignore[attr-defined]
    await reading.set_progress_handler(step, 100)
    assert len(await library.history.changes(2, limit=10)) == 10
    assert steps < 4_000 * 30 / 100
