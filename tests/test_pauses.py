"""Pauses that Python makes by itself are kept short."""

from __future__ import annotations

import gc
import sys

from bot.pauses import keep_pauses_short


def test_threads_hand_over_soon_and_garbage_is_sought_only_among_what_is_new() -> None:
    before = sys.getswitchinterval()
    try:
        keep_pauses_short()

        assert sys.getswitchinterval() < before
        assert not gc.get_objects(generation=2)
    finally:
        sys.setswitchinterval(before)
        gc.unfreeze()
