"""Backups are whole though taken under load, and can be put back."""

from __future__ import annotations

import asyncio
import json
import shutil
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.backups import back_up_all, parts_of, restore_all
from bot.community.community import Community
from bot.library.library import Library
from bot.library.restoring import restore
from bot.model import Briefing, NotInService

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.shelf import Shelf


async def test_a_backup_taken_under_load_can_be_put_back(shelf: Shelf, tmp_path: Path) -> None:
    library = await Library.open(shelf)
    community = await Community.open(shelf.state, 30)

    async def change() -> None:
        for number in range(1_000):
            text = f"The harbour office wrote report number {number}."
            (shelf.data / "more.txt").write_text(text, encoding="utf-8")
            await library.reload(by="test")
            await community.votes.cast(f"q{number}", "p", helpful=True)

    changing = asyncio.create_task(change())
    while library.edition < 3:
        await asyncio.sleep(0.01)
    file = tmp_path / "backup.sqlite3"
    await back_up_all(shelf, file)
    assert not changing.done()
    changing.cancel()
    with suppress(asyncio.CancelledError):
        await changing
    await community.close()
    await library.close()

    elsewhere = replace(shelf, state=tmp_path / "elsewhere")
    originals = parts_of(shelf, file)
    parts = [
        replace(part, backup=original.backup)
        for part, original in zip(parts_of(elsewhere, file), originals, strict=True)
    ]
    await restore(elsewhere, parts)
    again = await Library.open(elsewhere)
    answer = await again.ask("harbour office report")
    wrong = await again.verify()
    restored = await Community.open(elsewhere.state, 30)
    await restored.close()
    await again.close()

    assert "harbour office" in answer.citations[0].briefing.text
    assert wrong == []


async def test_what_stands_in_the_logs_of_a_backup_alone_is_put_back_but_what_was_deleted(
    library: Library, shelf: Shelf, tmp_path: Path
) -> None:
    """As where the files of a machine that failed are given."""
    community = await Community.open(shelf.state, 30)
    await community.votes.cast("q1", community.people.of(7), helpful=True)
    await community.votes.cast("q2", community.people.of(8), helpful=True)
    rescued = tmp_path / "rescued.sqlite3"
    for part in parts_of(shelf, rescued):
        for ending in ("", "-wal"):
            shutil.copyfile(f"{part.database}{ending}", f"{part.backup}{ending}")
    await community.privacy.forget(community.people.of(7), 7)
    await community.close()
    await library.close()

    assert (await restore_all(shelf, rescued)).troubles == []

    community = await Community.open(shelf.state, 30)
    left = [await community.privacy.held(community.people.of(each), each) for each in (7, 8)]
    await community.close()
    assert [each.votes for each in left] == [0, 1]


async def test_what_was_withdrawn_since_is_kept_out_of_a_restore_by_its_id_and_its_text(
    library: Library, shelf: Shelf, tmp_path: Path
) -> None:
    def hold(*records: tuple[str, str]) -> None:
        lines = [json.dumps({"id": key, "text": text}) for key, text in records]
        (shelf.data / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")

    backup = tmp_path / "backup.sqlite3"
    hold(("a", "A quay opened."), ("b", "A bridge opened."), ("c", "Sea wall."))
    await library.reload(by="test")
    await back_up_all(shelf, backup)
    hold(("a", "A quay broke."), ("b", "A bridge opened."), ("d", "New tram."), ("e", "Sea wall."))
    await library.reload(by="test", may_remove=1)
    for number in (15, 18, 19):
        await library.editing.withdraw(number, by="test")
    await library.close()

    restored = await restore_all(shelf, backup)
    assert restored.kept_out == ["#15 A quay broke.", "#18 New tram.", "#19 Sea wall."]
    assert restored.troubles == []

    library = await Library.open(shelf)
    assert library.briefings == 15
    assert await library.verify() == []
    hold(
        ("x", "A quay broke."), ("y", "New tram."), ("z", "Sea wall."), ("a", "?"), ("b", "Bridge.")
    )
    await library.reload(by="test")
    assert library.briefings == 15
    for edition in await library.history.editions():
        await library.editing.roll_back(edition.number, by="test")
        found = [await library.briefing(number) for number in (15, 17, 18, 19)]
        assert all(isinstance(each, NotInService) for each in found)
    await library.editing.readmit(18, by="test")
    tram = await library.briefing(18)
    assert isinstance(tram, Briefing)
    assert tram.text == "New tram."
    await library.close()
