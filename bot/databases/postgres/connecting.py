"""Connecting to PostgreSQL, and noticing where its machine is gone."""

from __future__ import annotations

import socket
from typing import Any

import asyncpg

from bot.databases.postgres.troubles import TROUBLES
from bot.errors import StoreUnusable

CONNECT_SECONDS = 2.0
CLOSE_SECONDS = 1.0
# After a minute without a sign each side takes the other's machine for gone, and the server lets
# go of the locks that were held.
_SILENT_SECONDS, _PROBE_SECONDS, _PROBES = 30, 10, 3
KEEPALIVE = {
    "tcp_keepalives_idle": str(_SILENT_SECONDS),
    "tcp_keepalives_interval": str(_PROBE_SECONDS),
    "tcp_keepalives_count": str(_PROBES),
}

# Advisory locks are numbers; these are made of names
# (https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS).
LOCK = "hashtextextended('attache/' || $1::text, 0)"


async def connect(
    url: str, schema: str, seconds: float | None = None, **settings: str
) -> asyncpg.Connection[Any]:
    """Return a connection of its own, whose statements may take so many ``seconds``, or any.

    The ``settings`` are the server's, for this session. Raises `StoreUnusable` for an address that
    is none.
    """
    try:
        connection = await asyncpg.connect(
            url,
            timeout=CONNECT_SECONDS,
            command_timeout=seconds,
            server_settings={**settings_of(schema), **settings},
        )
    except ValueError as error:
        if isinstance(error, asyncpg.InterfaceError) and "URI" not in str(error):
            raise
        # The error quotes parts of the address, which may be parts of the password.
        raise StoreUnusable(
            "The address of the database is none; it should be like "
            "postgresql://user:password@host/database, with special characters in user and "
            "password quoted (%2F for /, %3F for ?, %23 for #, %40 for @, %25 for %)."
        ) from None
    _keep_alive(connection)
    return connection


def _keep_alive(connection: asyncpg.Connection[Any]) -> None:
    """Let the system find out where the server's machine is gone, for which asyncpg has no way."""
    used: socket.socket = connection._transport.get_extra_info("socket")  # type: ignore[attr-defined]  # noqa: SLF001
    if used.family not in {socket.AF_INET, socket.AF_INET6}:
        return
    used.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (
        ("TCP_KEEPIDLE", _SILENT_SECONDS),
        ("TCP_KEEPINTVL", _PROBE_SECONDS),
        ("TCP_KEEPCNT", _PROBES),
        # What was sent and is not acknowledged is not probed for.
        ("TCP_USER_TIMEOUT", 1_000 * (_SILENT_SECONDS + _PROBES * _PROBE_SECONDS)),
    ):
        if option := getattr(socket, name, None):  # not every system has each
            used.setsockopt(socket.IPPROTO_TCP, option, value)


async def left(connection: asyncpg.Connection[Any]) -> None:
    """Close a connection, at once where the server does not answer."""
    try:
        await connection.close(timeout=CLOSE_SECONDS)
    except TROUBLES:
        connection.terminate()


def settings_of(schema: str) -> dict[str, str]:
    """Return what a session over a schema asks of the server."""
    return {
        "application_name": "attache",
        "search_path": schema,
        # Work is limited by whoever waits for it, not by what the server is set to.
        "statement_timeout": "0",
        "idle_in_transaction_session_timeout": "0",
    }
