"""Keeping the pauses short that Python itself makes, so that the event loop is never far behind."""

from __future__ import annotations

import asyncio
import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SWITCH_SECONDS = 0.000_05
_SELDOM = 25
"""Collections of what is not quite new until one of everything; by default ten."""
_REST_SECONDS = 60.0


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage inside, and never among what was made there: for importing.

    Modules do not become garbage (``gc.freeze``); looking for some among them takes a tenth of the
    start, and later too long at once. What an edition holds must be made outside, because it is to
    be collected when another replaces it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def hand_over_soon() -> None:
    """Let a thread that answers hand over at once.

    By default a thread keeps Python's lock for five milliseconds while others wait
    (``sys.setswitchinterval``). A thread that answers lets go of it in every search for a moment,
    too short for the event loop to wake up and take it, and each time the loop waits from the
    start: so it must not wait longer than from one search to the next.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)


async def collect_at_rest(is_at_rest: Callable[[], bool], every: float = _REST_SECONDS) -> None:
    """Look for garbage among everything when nobody waits, ``every`` so many seconds.

    What a bot remembers of thousands of people takes a tenth of a second to go through, in which
    nobody is answered, and Python does it in the midst of the busiest time. There it does so more
    seldom until this is cancelled, but not never: an answer leaves nine kilobytes of garbage.
    """
    before = gc.get_threshold()
    gc.set_threshold(*before[:2], _SELDOM)
    try:
        while True:
            await asyncio.sleep(every)
            if is_at_rest():
                gc.collect()
    finally:
        gc.set_threshold(*before)
