"""Pauses that Python makes by itself are kept short."""

from __future__ import annotations

import gc
import sys

from bot.pauses import hand_over_soon, uncollected


def test_threads_hand_over_soon() -> None:
    before = sys.getswitchinterval()
    try:
        hand_over_soon()

        assert sys.getswitchinterval() < before
    finally:
        sys.setswitchinterval(before)


def test_garbage_is_sought_only_among_what_is_new() -> None:
    try:
        with uncollected():
            made_inside: list[object] = []
            assert not gc.isenabled()
        made_after: list[object] = []

        assert gc.isenabled()
        assert not any(each is made_inside for each in gc.get_objects())
        assert any(each is made_after for each in gc.get_objects())
    finally:
        gc.unfreeze()
