"""Telling systemd that the bot is ready, that it lives, and that it stops.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from bot.meanwhile import meanwhile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_MORE_SECONDS = 60


@asynccontextmanager
async def supervised(ready: asyncio.Event, stop: asyncio.Event) -> AsyncIterator[None]:
    """Tell the service manager that started this process, where one did, for as long as entered.

    Until ``ready`` is set it is asked to go on waiting, since the first index of many briefings
    takes minutes; then, where it wants to know, it is told twice in its watchdog's time that the
    event loop runs. Once ``stop`` is set it is told that, and nothing more: how long stopping may
    take is for it to say.
    """
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        yield
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.setblocking(False)
        async with meanwhile(_tell_until(stop, channel, address, ready)):
            yield


async def _tell_until(
    stop: asyncio.Event, channel: socket.socket, address: str, ready: asyncio.Event
) -> None:
    try:
        async with meanwhile(_tell(channel, address, ready)):
            await stop.wait()
    finally:
        _say(channel, address, "STOPPING=1")


async def _tell(channel: socket.socket, address: str, ready: asyncio.Event) -> None:
    while not ready.is_set():
        _say(channel, address, f"EXTEND_TIMEOUT_USEC={_MORE_SECONDS}000000\nSTATUS=Starting")
        with suppress(TimeoutError):
            await asyncio.wait_for(ready.wait(), _MORE_SECONDS / 4)
    _say(channel, address, "READY=1\nSTATUS=Answering questions")
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    while microseconds.isdigit() and int(microseconds) > 0:
        _say(channel, address, "WATCHDOG=1")
        await asyncio.sleep(int(microseconds) / 2e6)


def _say(channel: socket.socket, address: str, what: str) -> None:
    # An address that begins with "@" is in the abstract namespace, which has no file.
    path = "\0" + address[1:] if address.startswith("@") else address
    with suppress(OSError):  # nobody listens any more
        channel.sendto(what.encode(), path)
