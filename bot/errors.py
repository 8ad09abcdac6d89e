"""What can go wrong, each as one sentence that says what to do."""

from __future__ import annotations

from typing import Any


class AttacheError(Exception):
    """Something cannot be done; the message says why, and what to do, in one sentence."""


class Unfit(AttacheError):
    """Somebody asked for what cannot be done, and can mend that themselves.

    The ``sentence`` with places for ``values`` can be said in another language than English.
    """

    def __init__(self, sentence: str, **values: Any) -> None:
        super().__init__(sentence.format(**values))
        self.sentence = sentence
        self.values = values


class StoreUnusable(AttacheError):
    """The database cannot be opened, read or written."""


class StateShut(StoreUnusable):
    """The state folder can be read, but not written: that is not allowed, or its disk is full."""


class StoreDamaged(StoreUnusable):
    """A file is no whole database."""


class StoreOlder(StoreUnusable):
    """An older version of the bot made the database, and it cannot be upgraded now."""


class StoreNewer(StoreUnusable):
    """A newer version of the bot made the database."""


class OtherDatabase(StoreUnusable):
    """A database is one of the bot's, but not the one of the two that belongs there."""


class StateInUse(AttacheError):
    """Another process holds the state folder, as ``held`` says; the message says what to do too."""

    def __init__(self, held: str, what_to_do: str) -> None:
        super().__init__(f"{held}; {what_to_do}.")
        self.held = held


class ReloadRunning(AttacheError):
    """A reload was asked for while another one runs."""


class StoreAway(StoreUnusable):
    """The database cannot be reached now, and may be again in a moment."""


class Occupied(AttacheError):
    """Another process does what only one may do at a time."""
