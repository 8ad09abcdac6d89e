"""What goes wrong with PostgreSQL, in one sentence that says what to do.

https://www.postgresql.org/docs/current/errcodes-appendix.html
"""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

import asyncpg

from bot.errors import StoreAway, StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator

TROUBLES = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    # A connection that the server just ended, and of which asyncpg does not know yet.
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)
"""All that asyncpg raises where the database, and not the caller, is at fault."""
_BROKEN = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    ConnectionError,
)
_AWAY = (
    *_BROKEN,
    asyncpg.TooManyConnectionsError,
    asyncpg.QueryCanceledError,
    # The server that was written to has become a replica.
    asyncpg.ReadOnlySQLTransactionError,
    OSError,
    TimeoutError,
)
_SAID: tuple[tuple[type[Exception], str], ...] = (
    (
        asyncpg.exceptions.ClientConfigurationError,
        "cannot be looked for under this address; correct ATTACHE_DATABASE_URL",
    ),
    (
        asyncpg.InvalidAuthorizationSpecificationError,
        "does not let this user in; correct user and password in ATTACHE_DATABASE_URL",
    ),
    (
        asyncpg.InvalidCatalogNameError,
        "has no database of this name; make it with `createdb`, or correct ATTACHE_DATABASE_URL",
    ),
    (
        asyncpg.InsufficientPrivilegeError,
        "does not let this user do that; make the user owner of the database",
    ),
    (asyncpg.DiskFullError, "has no room on its disk; make room and try again"),
)


def is_broken(error: BaseException) -> bool:
    """Tell whether a connection broke, so that another one may do."""
    return isinstance(error, _BROKEN)


@contextmanager
def translated() -> Iterator[None]:
    """Raise what asyncpg raises inside as `StoreUnusable`, or `StoreAway` where it may pass."""
    try:
        yield
    except TROUBLES as error:
        raise trouble(error) from error


def trouble(error: Exception) -> StoreUnusable:
    """Return what is wrong with the database in one sentence that says what to do."""
    for kind, said in _SAID:
        if isinstance(error, kind):
            return StoreUnusable(f"PostgreSQL {said} ({_short(error)}).")
    if isinstance(error, socket.gaierror):
        return StoreAway(
            f"The host name of the database cannot be resolved ({error.strerror}); correct "
            "ATTACHE_DATABASE_URL, if it is misspelt there."
        )
    if isinstance(error, _AWAY):
        return StoreAway(
            f"The database cannot be reached now ({_short(error)}). A running bot goes on "
            "answering; try this again when it is back."
        )
    return StoreUnusable(f"PostgreSQL refused it ({_short(error)}); its own log says more.")


def _short(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0] or type(error).__name__
