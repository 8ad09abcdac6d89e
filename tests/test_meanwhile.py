"""Work that is done beside something else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.meanwhile import meanwhile

if TYPE_CHECKING:
    import pytest


async def test_work_that_ends_by_an_error_is_named_in_the_log_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def work() -> None:
        raise PermissionError(13, "Permission denied")

    async with meanwhile(work()):
        said = ""
        async with asyncio.timeout(10):
            while "Permission denied" not in said:
                await asyncio.sleep(0)
                said += capsys.readouterr().out
    assert "work in the background ended" in said
