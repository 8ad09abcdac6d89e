"""People under names that only this bot can tell: a keyed hash of their id."""

from __future__ import annotations

import hashlib
import os
import secrets
from typing import TYPE_CHECKING

from bot.errors import StoreUnusable

if TYPE_CHECKING:
    from pathlib import Path

_KEY_BYTES = 32


class Pseudonyms:
    """Hashes ids with a key that is kept beside the database, not in it, nor in its backups."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    def open(cls, path: Path) -> Pseudonyms:
        """Return those of the key in ``path``, which is made where it is missing.

        Raises `StoreUnusable` where it can be neither read nor written, or is none.
        """
        known = cls.of_key(path)
        if known:
            return known
        try:
            _make_key(path)
        except OSError as error:
            raise _unusable(path, error) from None
        return cls.open(path)

    @classmethod
    def of_key(cls, path: Path) -> Pseudonyms | None:
        """Return those of the key in ``path``, None where it is missing; raise `StoreUnusable`."""
        try:
            key = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unusable(path, error) from None
        if len(key) != _KEY_BYTES:
            # Another key would leave everything of before where nobody can find it.
            raise StoreUnusable(
                f"{path} has {len(key)} bytes and is no key, which has {_KEY_BYTES}. Put a copy of "
                "the right one there; or remove it, and a new one is made, with which nobody can "
                "see or delete any more what was kept of them before."
            )
        return cls(key)

    @property
    def fingerprint(self) -> str:
        """Return what tells this key from others, and nothing else about it."""
        return hashlib.blake2b(b"fingerprint", key=self._key, digest_size=16).hexdigest()

    def of(self, person: int) -> str:
        """Return the name of a person: 32 hexadecimal digits (BLAKE2b, RFC 7693, keyed)."""
        hashed = hashlib.blake2b(str(person).encode(), key=self._key, digest_size=16)
        return hashed.hexdigest()


def _make_key(path: Path) -> None:
    """Make a key that is there whole or not at all; raise ``OSError``."""
    making = path.with_name(f"{path.name}.making")
    file = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(file, "wb") as opened:
        opened.write(secrets.token_bytes(_KEY_BYTES))
        opened.flush()
        os.fsync(opened.fileno())
    making.replace(path)


def _unusable(path: Path, error: OSError) -> StoreUnusable:
    return StoreUnusable(
        f"The key {path} can be neither read nor made ({error.strerror}); give the bot write "
        "access to its state folder."
    )
