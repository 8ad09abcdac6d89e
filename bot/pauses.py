"""Keeping the pauses short that Python itself makes, so that the event loop is never far behind."""

from __future__ import annotations

import gc
import sys

_SWITCH_SECONDS = 0.000_05


def keep_pauses_short() -> None:
    """Let a thread that answers hand over at once, and collect garbage among less.

    By default a thread keeps Python's lock for five milliseconds while others wait
    (``sys.setswitchinterval``). A thread that answers lets go of it in every search for a moment,
    too short for the event loop to wake up and take it, and each time the loop waits from the
    start: so it must not wait longer than from one search to the next.

    What exists by now, mostly modules, is left out of later collections, as it never becomes
    garbage (``gc.freeze``): call it when all is imported and before any edition is opened, which
    must be collected when another replaces it.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
