"""What a process knows of the others that are the same bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


@dataclass(frozen=True, slots=True)
class State:
    """How a process is: its shards, the edition it serves, latency in seconds, memory in bytes.

    ``doing`` is what it is at besides answering, empty for nothing.
    """

    shards: str
    edition: int
    latency: float
    memory: int
    doing: str


@dataclass(frozen=True, slots=True)
class Process:
    """A process as it last said it is, ``age`` seconds ago, and ``uptime`` seconds after its start.

    The one that ``leads`` does what only one may do.
    """

    name: str
    state: State
    age: float
    uptime: float
    leads: bool
    is_this: bool


class Cluster(Protocol):
    """All processes of one bot, seen from one of them."""

    @property
    def leads(self) -> bool:
        """Tell whether this process does what only one may do."""
        ...

    @property
    def takes_turns(self) -> bool:
        """Tell whether `turn` keeps the sessions of this process apart, too."""
        ...

    @property
    def trouble(self) -> str | None:
        """Return why the others cannot be heard now, None where they can."""
        ...

    async def lead(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do the ``work`` whenever and for as long as this process leads, until cancelled.

        Where it fails, it is done again after a pause.
        """
        ...

    async def turn(self, turn: int) -> None:
        """Wait until it is this process's turn to begin a session with Discord's gateway.

        Sessions of the same ``turn`` begin five seconds apart
        (https://discord.com/developers/docs/events/gateway#sharding-max-concurrency).
        """
        ...

    async def processes(self) -> list[Process]:
        """Return the processes that were heard of in the last minute; raise `StoreUnusable`."""
        ...

    async def run(self, state: Callable[[], State]) -> None:
        """Tell the others how this process is, and hear from them, until cancelled."""
        ...
