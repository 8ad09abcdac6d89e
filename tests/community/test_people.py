"""The key that people's names are made with is made once, and never replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.community.community import KEY, Community
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
