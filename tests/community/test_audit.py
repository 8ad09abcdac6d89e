"""Who is denied something is kept, however often they try, in few lines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.community.audit import Audit
from bot.community.community import Community

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_same_denial_is_kept_once_an_hour(tmp_path: Path, url: str | None) -> None:
    moment = datetime(2024, 12, 8, 10, 1, tzinfo=UTC)
    community = await Community.open(tmp_path, 30, url)
    audit = Audit(community.database, community.audit._writer, lambda: moment)
    for minutes in (0, 1, 57, 2):
        moment += timedelta(minutes=minutes)
        await audit.deny("eve", "/admin reload")
    await audit.deny("eve", "/admin export")
    await audit.deny("mallory", "/admin export")

    kept = [(each.at, each.who, each.detail) for each in await audit.entries()]

    await community.close()
    assert kept == [
        ("2024-12-08T11:01:00Z", "mallory", "/admin export"),
        ("2024-12-08T11:01:00Z", "eve", "/admin export"),
        ("2024-12-08T11:01:00Z", "eve", "/admin reload"),
        ("2024-12-08T10:01:00Z", "eve", "/admin reload"),
    ]
