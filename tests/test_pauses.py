"""Pauses that Python makes by itself are kept short."""

from __future__ import annotations

import asyncio
import gc
import sys
from weakref import ref

import pytest

from bot.pauses import collect_at_rest, hand_over_soon, uncollected


class Knot:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.itself = self


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


@pytest.mark.parametrize("is_at_rest", [True, False])
async def test_old_garbage_is_collected_at_rest_and_seldom_else(is_at_rest: bool) -> None:
    before = gc.get_threshold()
    knot = Knot()
    gc.collect()  # now it is old
    left = ref(knot)
    collecting = asyncio.create_task(collect_at_rest(lambda: is_at_rest, every=0.001))
    await asyncio.sleep(0)
    del knot
    made = [[number] for number in range(200_000)]  # so much that Python looks through all
    assert made
    assert left() is not None

    await asyncio.sleep(0.2)
    collecting.cancel()
    await asyncio.gather(collecting, return_exceptions=True)
    assert (left() is None) is is_at_rest
    assert gc.get_threshold() == before
