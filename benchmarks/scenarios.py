"""Running the scenarios of a benchmark one after the other, or the one that is named."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping


def run_scenarios(scenarios: Mapping[str, Callable[[], Awaitable[None]]], only: str) -> None:
    """Run every scenario in order, or ``only`` the one of that name."""

    async def run() -> None:
        for name, scenario in scenarios.items():
            if only in {"", name}:
                await scenario()

    asyncio.run(run())
