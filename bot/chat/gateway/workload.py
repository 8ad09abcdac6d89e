"""What is in hand, and whether more is taken: rather refused at once than answered too late."""

from __future__ import annotations

import asyncio
import time
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from bot.chat.gateway.lateness import DEADLINE_SECONDS, Lateness

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_IN_HAND = 300
_MOST_AT_ONCE = 400
"""Tasks in hand, and those that refuse; what comes then stays in the socket, which costs nothing.

Ten thousands of waiting tasks are what Python would look for garbage among all the time.
"""
_MOST_OF_ALL = 500
_LONGEST_PAUSE = 0.05
"""Seconds. Where nothing is done in that time, Discord is waited for, and not the processor."""
_LATE_SECONDS = 1.0
_HOPELESS_SECONDS = DEADLINE_SECONDS - 0.5
_HOPELESS_FOR_SECONDS = 1.0
_MOST_LATE = 50
"""As many as may have waited, in a row, for a connection that was lost and is there again."""
_LITTLE = 20
_SECONDS_TO_FINISH = 3.0
_BEGUN_TOGETHER = 16
"""discord.py reads all that a socket holds before any of the tasks begins that it makes for it."""


class Reception(Enum):
    """What is done with something that came in."""

    TAKEN = auto()
    BUSY = auto()
    STOPPING = auto()
    TOO_LATE = auto()
    """Discord would take no answer, or takes none at all; not to try leaves the time to others."""


class Workload:
    """Takes work in hand while it can be done in time.

    What is refused costs a fifth of what is answered. So of more than can be answered all can be
    told so, if it is told before they have waited for nothing: as soon as one after the other
    comes late, which means that they wait for the event loop, and not for a connection.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lateness = Lateness(clock)
        self._late_in_a_row = 0
        self._hopeless_until = float("-inf")
        self._in_hand: set[asyncio.Task[Any]] = set()
        self._present: set[asyncio.Task[Any]] = set()
        self._has_room = asyncio.Event()
        self._is_stuck = False
        self._came_in = 0
        self._finishing = False

    @property
    def is_finishing(self) -> bool:
        """Tell whether no new work is taken any more."""
        return self._finishing

    @property
    def is_at_rest(self) -> bool:
        """Tell whether nothing is being done."""
        return not self._present

    def receive(self, snowflake: int, *, expires: bool) -> Reception:
        """Take the present task in hand, as what is done for a thing with this id, or do not.

        What ``expires`` has to be answered within three seconds, by Discord's rules.
        """
        late = self._lateness.seconds(snowflake) if expires else 0.0
        if expires:
            self._late_in_a_row = self._late_in_a_row + 1 if late > _LATE_SECONDS else 0
        if len(self._present) >= _MOST_OF_ALL and expires:
            return self._too_late()
        task = self._enter()
        # Where little is going on it is the clocks that have moved against each other.
        is_behind = expires and self._late_in_a_row > _MOST_LATE and len(self._present) > _LITTLE
        if not (self._finishing or is_behind or len(self._in_hand) >= MOST_IN_HAND):
            self._in_hand.add(task)
            return Reception.TAKEN
        if late > _HOPELESS_SECONDS:
            return self._too_late()
        return Reception.STOPPING if self._finishing else Reception.BUSY

    def is_hopeless(self, snowflake: int) -> bool:
        """Tell whether it is too late for what has this id and has to be answered in time.

        Only while `receive` said so of something in the last second. This is for telling it before
        anything is made of what came in, which takes far longer than to tell it.
        """
        if self._clock() > self._hopeless_until:
            return False
        return self._lateness.seconds(snowflake) > _HOPELESS_SECONDS

    def _too_late(self) -> Reception:
        self._hopeless_until = self._clock() + _HOPELESS_FOR_SECONDS
        return Reception.TOO_LATE

    def _enter(self) -> asyncio.Task[Any]:
        task = asyncio.current_task()
        assert task is not None
        self._present.add(task)
        task.add_done_callback(self._leave)
        return task

    def _leave(self, task: asyncio.Task[Any]) -> None:
        self._present.discard(task)
        self._in_hand.discard(task)
        self._is_stuck = False
        self._has_room.set()

    async def room(self) -> None:
        """Wait until something more may come in, and let tasks that it began receive it.

        While Discord takes no answers, everything may: heartbeats come in by the same way.
        """
        self._came_in += 1
        if self._came_in % _BEGUN_TOGETHER == 0:
            await asyncio.sleep(0)
        while len(self._present) >= _MOST_AT_ONCE and not self._is_stuck:
            self._has_room.clear()
            try:
                await asyncio.wait_for(self._has_room.wait(), _LONGEST_PAUSE)
            except TimeoutError:
                self._is_stuck = True

    async def finish(self) -> None:
        """Take no new work, and wait a few seconds for what is in hand."""
        self._finishing = True
        if self._in_hand:
            await asyncio.wait(set(self._in_hand), timeout=_SECONDS_TO_FINISH)
