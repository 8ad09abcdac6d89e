"""Facts of the bot as a whole, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.community.community import Community

if TYPE_CHECKING:
    from pathlib import Path


async def test_facts_are_listed_by_how_they_begin_and_taken_away(
    tmp_path: Path, url: str | None
) -> None:
    community = await Community.open(tmp_path, 30, url)
    for name in ("commands", "commands 7", "commands 5", "command%5"):
        await community.facts.put(name, "x")

    begun = await community.facts.names("commands ")
    await community.facts.remove("commands 5")
    left = await community.facts.names("commands ")

    await community.close()
    assert begun == ["commands 5", "commands 7"]
    assert left == ["commands 7"]
