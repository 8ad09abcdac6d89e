"""The key that people's names are made with is made once, and never replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from bot.community.community import DATABASE, KEY, Community
from bot.community.questions import new_id
from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path


async def name_of(state: Path) -> str:
    community = await Community.open(state, 30)
    await community.close()
    return community.people.of(7)


async def test_a_person_has_the_same_name_after_a_restart(tmp_path: Path) -> None:
    assert await name_of(tmp_path) == await name_of(tmp_path)
    assert (tmp_path / KEY).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("key", [b"", b"half of a key", b"k" * 33])
async def test_what_is_no_key_stops_the_start_and_stays(tmp_path: Path, key: bytes) -> None:
    (tmp_path / KEY).write_bytes(key)

    with pytest.raises(StoreUnusable, match=f"has {len(key)} bytes and is no key"):
        await Community.open(tmp_path, 30)

    assert (tmp_path / KEY).read_bytes() == key


async def test_a_key_that_was_begun_and_never_finished_is_made(tmp_path: Path) -> None:
    (tmp_path / f"{KEY}.making").write_bytes(b"half")
    assert await name_of(tmp_path) == await name_of(tmp_path)


async def warned(state: Path) -> list[str]:
    """Return what is warned of at a start."""
    with capture_logs() as logged:
        await name_of(state)
    return [each["reason"] for each in logged if each["log_level"] == "warning"]


async def vote(state: Path) -> None:
    """Leave the vote of a person in the database."""
    community = await Community.open(state, 30)
    await community.votes.cast(new_id(), community.people.of(7), helpful=True)
    await community.close()


async def test_a_key_that_is_lost_is_told_once_as_it_makes_strangers_of_people(
    tmp_path: Path,
) -> None:
    await vote(tmp_path)
    before = (tmp_path / KEY).read_bytes()
    (tmp_path / KEY).unlink()

    (told,) = await warned(tmp_path)
    again = await warned(tmp_path)
    (tmp_path / KEY).write_bytes(before)
    put_back = await warned(tmp_path)

    assert f"{tmp_path / KEY} was missing, and a new key was made" in told
    assert "can no longer see or delete that with /privacy" in told
    assert "stop the bot and put it there" in told
    assert again == []
    assert put_back == []


async def test_a_fresh_installation_and_an_empty_database_lose_nobody(tmp_path: Path) -> None:
    fresh = await warned(tmp_path)
    (tmp_path / KEY).unlink()

    assert fresh == await warned(tmp_path) == []
    assert (tmp_path / DATABASE).exists()
