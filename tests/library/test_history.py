"""What an edition changed, and what is kept of editions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.editions import Change
from bot.library.history import LogEntry, merged
from bot.library.library import Library

if TYPE_CHECKING:
    import pytest

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


MOMENT = datetime(2026, 12, 1, 12, tzinfo=UTC)


def log_of(*days: str) -> list[LogEntry]:
    """Return lines of these days, given in the order in which they were written."""
    return [LogEntry(f"{day}T10:00:00Z", "ada", str(at), "") for at, day in enumerate(days)][::-1]


def days_of(entries: list[LogEntry]) -> list[str]:
    return [each.at[: len("2026-12-01")] for each in entries]


def test_two_logs_are_told_as_one_the_newest_first() -> None:
    told = merged(
        log_of("2026-11-01", "2026-11-03"), log_of("2026-11-02", "2026-11-04"), moment=MOMENT
    )

    assert days_of(told) == ["2026-11-04", "2026-11-03", "2026-11-02", "2026-11-01"]


def test_what_was_done_last_comes_first_though_the_clock_had_jumped_back() -> None:
    told = merged(
        log_of("2026-11-01", "2026-11-29", "2026-10-22"), log_of("2026-11-28"), moment=MOMENT
    )

    assert days_of(told) == ["2026-10-22", "2026-11-29", "2026-11-28", "2026-11-01"]


def test_what_was_done_while_the_clock_was_ahead_is_no_newer_than_what_came_after_it() -> None:
    told = merged(
        log_of("2026-11-01", "2040-01-01", "2026-11-03"),
        log_of("2026-11-02", "2026-11-30"),
        moment=MOMENT,
    )
    alone = merged(log_of("2040-01-01"), log_of("2026-11-30"), moment=MOMENT)

    assert days_of(told) == ["2026-11-30", "2026-11-03", "2040-01-01", "2026-11-02", "2026-11-01"]
    assert days_of(alone) == ["2040-01-01", "2026-11-30"]


async def test_for_how_long_it_runs_does_not_hang_on_the_clock(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = await Library.open(shelf)
    try:
        before = (await library.status()).uptime_seconds
        monkeypatch.setattr("time.time", lambda: 0.0)
        after = (await library.status()).uptime_seconds
    finally:
        await library.close()

    assert 0 <= before <= after < before + 60
