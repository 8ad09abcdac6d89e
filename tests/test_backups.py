"""Backups come by themselves, are whole though taken under load, and can be put back."""

from __future__ import annotations

import asyncio
import json
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.backups import Backups, back_up_all, due, parts_of, restore_all
from bot.community.community import Community
from bot.library.library import Library
from bot.library.restoring import restore
from bot.metrics import Metrics
from bot.model import Briefing, NotInService

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.shelf import Shelf
    from tests.postgres import PostgresServer

NIGHT = time(3, 30)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "now", "expected"),
    [
        (None, moment(24, 1), True),
        (moment(23, 3, 30), moment(24, 3, 29), False),
        (moment(23, 3, 30), moment(24, 3, 30), True),
        (moment(24, 3, 31), moment(24, 23), False),
        (moment(20, 3, 31), moment(24, 1), True),
    ],
)
def test_a_backup_is_due_once_a_day_and_made_up_for(
    last: datetime | None, now: datetime, *, expected: bool
) -> None:
    assert due(last, NIGHT, now) is expected


async def test_the_newest_are_kept_with_what_people_left(library: Library, shelf: Shelf) -> None:
    community = await Community.open(shelf.state, 30)
    now = [moment(1, 4)]
    backups = Backups(shelf, NIGHT, 2, Metrics(), clock=lambda: now[0])
    for _ in range(4):
        assert await backups.make_if_due()
        assert await backups.make_if_due() is None
        now[0] += timedelta(days=1)
    await community.close()

    assert library.edition == 1
    assert sorted(path.name for path in (shelf.state / "backups").iterdir()) == [
        "attache-20261103T040000Z.sqlite3",
        "attache-20261103T040000Z.sqlite3.community",
        "attache-20261104T040000Z.sqlite3",
        "attache-20261104T040000Z.sqlite3.community",
    ]


async def test_a_backup_of_a_day_to_come_holds_up_no_other(library: Library, shelf: Shelf) -> None:
    """It was made while the clock was wrong."""
    now = [datetime(2093, 1, 1, 4, tzinfo=UTC)]
    backups = Backups(shelf, NIGHT, 2, Metrics(), clock=lambda: now[0])
    assert await backups.make_if_due()
    now[0] = moment(1, 4)
    for _ in range(2):
        assert await backups.make_if_due()
        assert await backups.make_if_due() is None
        now[0] += timedelta(days=1)

    assert library.edition == 1
    assert sorted(path.name for path in (shelf.state / "backups").iterdir()) == [
        "attache-20261101T040000Z.sqlite3",
        "attache-20261102T040000Z.sqlite3",
    ]


async def test_a_backup_that_fails_is_tried_again_and_counted(
    library: Library, shelf: Shelf
) -> None:
    metrics = Metrics()
    backups = Backups(shelf, NIGHT, 2, metrics, clock=lambda: moment(1, 4))
    (shelf.state / "backups").write_text("in the way")
    assert await backups.make_if_due() is None
    said = backups.trouble
    (shelf.state / "backups").unlink()

    assert await backups.make_if_due()
    assert said is not None
    folder = shelf.state / "backups"
    assert said.startswith(f"the backup failed: {folder} cannot be used (File exists); see to")
    assert backups.trouble is None
    assert library.edition == 1
    assert b'attache_backups_total{done="no"} 1.0' in metrics.text()
    assert b'attache_backups_total{done="yes"} 1.0' in metrics.text()


async def test_an_old_backup_that_cannot_be_removed_ends_no_backups(
    library: Library, shelf: Shelf
) -> None:
    in_the_way = shelf.state / "backups" / "attache-20251101T040000Z.sqlite3"
    in_the_way.mkdir(parents=True)
    (in_the_way.parent / "attache-beforeZ.sqlite3").write_text("of the operator's own")
    now = [moment(1, 4)]
    backups = Backups(shelf, NIGHT, 1, Metrics(), clock=lambda: now[0])
    assert await backups.make_if_due()
    now[0] += timedelta(days=1)

    assert await backups.make_if_due()
    assert library.edition == 1


async def test_a_file_named_like_a_backup_of_no_day_is_left_alone(
    library: Library, shelf: Shelf
) -> None:
    odd = shelf.state / "backups" / "attache-20261399T999999Z.sqlite3"
    odd.parent.mkdir()
    odd.write_text("of the operator's own")
    backups = Backups(shelf, NIGHT, 1, Metrics(), clock=lambda: moment(1, 4))

    assert await backups.make_if_due()
    assert await backups.make_if_due() is None
    assert odd.exists()
    assert library.edition == 1


async def test_what_a_backup_that_was_broken_off_left_behind_is_removed(
    library: Library, shelf: Shelf
) -> None:
    folder = shelf.state / "backups"
    folder.mkdir()
    for ending in (".making", ".making-wal", ".community", ".community.making"):
        (folder / f"attache-20251101T040000Z.sqlite3{ending}").write_text("a part")
    (folder / "before the move.sqlite3").write_text("of the operator's own")
    assert await Backups(shelf, NIGHT, 2, Metrics(), clock=lambda: moment(1, 4)).make_if_due()

    assert {path.name for path in folder.iterdir()} == {
        "attache-20261101T040000Z.sqlite3",
        "before the move.sqlite3",
    }
    assert library.edition == 1


async def test_a_backup_that_fails_leaves_nothing_and_names_what_is_damaged(
    shelf: Shelf,
    url: str | None,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    await (await Library.open(shelf)).close()
    await (await Community.open(shelf.state, 30, url)).close()
    if url:
        server: PostgresServer = request.getfixturevalue("postgres")
        server.query("DROP TABLE attache_library.log", url)
    else:
        content = shelf.database.read_bytes()
        shelf.database.write_bytes(content[: 3 * 4096] + b"U" * (len(content) - 3 * 4096))
    now = [moment(1, 4)]
    backups = Backups(shelf, NIGHT, 2, Metrics(), clock=lambda: now[0])
    for _ in range(3):
        assert await backups.make_if_due() is None
        now[0] += timedelta(minutes=1)

    assert list((shelf.state / "backups").iterdir()) == []
    if not url:
        said = capsys.readouterr().out
        assert (
            f"{shelf.database} is no whole database" in said
            or f"{shelf.database} is damaged" in said
        )


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
    file = await Backups(shelf, NIGHT, 2, Metrics()).make_if_due()
    assert not changing.done()
    changing.cancel()
    with suppress(asyncio.CancelledError):
        await changing
    await community.close()
    await library.close()
    assert file is not None

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
