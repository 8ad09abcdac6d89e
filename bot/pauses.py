"""Keeping the pauses short that Python itself makes, so that the event loop is never far behind."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SWITCH_SECONDS = 0.000_05


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
