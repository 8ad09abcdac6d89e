"""Backups come by themselves, and the oldest go."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.community.community import Community
from bot.daily_backups import DailyBackups, due
from bot.library.library import Library
from bot.metrics import Metrics

if TYPE_CHECKING:
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
    backups = DailyBackups(shelf, NIGHT, 2, Metrics(), clock=lambda: now[0])
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
    backups = DailyBackups(shelf, NIGHT, 2, Metrics(), clock=lambda: now[0])
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
    backups = DailyBackups(shelf, NIGHT, 2, metrics, clock=lambda: moment(1, 4))
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
    backups = DailyBackups(shelf, NIGHT, 1, Metrics(), clock=lambda: now[0])
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
    backups = DailyBackups(shelf, NIGHT, 1, Metrics(), clock=lambda: moment(1, 4))

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
    assert await DailyBackups(shelf, NIGHT, 2, Metrics(), clock=lambda: moment(1, 4)).make_if_due()

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
    backups = DailyBackups(shelf, NIGHT, 2, Metrics(), clock=lambda: now[0])
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
