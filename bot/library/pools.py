"""Calling what takes long in a pool of threads."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from bot.search.engine import IndexUnusable

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

_T = TypeVar("_T")


async def on(pool: ThreadPoolExecutor, call: Callable[..., _T], *arguments: object) -> _T:
    """Return what the ``call`` returns in a thread of the ``pool``; raise what it raises.

    Raises `IndexUnusable` for a panic of tantivy, which a damaged file brings about.
    """
    try:
        return await asyncio.get_running_loop().run_in_executor(pool, call, *arguments)
    except (Exception, asyncio.CancelledError):
        raise
    except BaseException as panic:
        # It is no Exception, and its class cannot be imported.
        raise IndexUnusable(str(panic)) from panic
