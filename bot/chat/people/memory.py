"""What was asked last, for a while, so that people can follow up."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.model import Context

    _Contexts: TypeAlias = TTLCache["Where", tuple[int, Context]]

SECONDS = 15 * 60
_MOST = 20_000

Where: TypeAlias = "tuple[int, int | None] | int | None"
"""A person's and a channel's id, or the id of a message of the bot; None stands for no place."""


class Memory:
    """Remembers the last `bot.model.Context` of 20,000 people or messages for 15 minutes.

    What nobody but the person saw is kept apart: an answer that others see says nothing of it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._public: _Contexts = TTLCache(_MOST, SECONDS, clock)
        self._private: _Contexts = TTLCache(_MOST, SECONDS, clock)

    def recall(self, where: Where, *, private: bool) -> Context | None:
        """Return what was asked last there, None where that was nothing or too long ago.

        It is for an answer that is ``private``, or else only what others saw, too.
        """
        contexts = self._private if private else self._public
        _, context = contexts.get(where, (0, None))
        return context

    def last(self, where: Where, *, private: bool) -> Context | None:
        """Return what was asked last there, as `recall` does.

        In a thread that was begun at an answer that is at first what was answered: the thread has
        the id of the message.
        """
        last = self.recall(where, private=private)
        if last is None and isinstance(where, tuple):
            last = self.recall(where[1], private=private)
        return last

    def remember(
        self, where: Where, context: Context | None, person: int, *, private: bool
    ) -> None:
        """Remember what a person asked, and whether the answer is ``private``.

        After one without a known word, what was asked before it is forgotten; what was asked in
        private only after one in private.
        """
        contexts = self._private if private else self._public
        if context is None or where is None:
            forgotten = contexts.pop(where, None)
            if forgotten is self._private.get(where):
                self._private.pop(where, None)
            return
        # What is asked before others can be followed up in private, but not the other way round.
        contexts[where] = self._private[where] = person, context

    def remember_list(self, where: Where, listed: Context, person: int, *, private: bool) -> None:
        """Remember what was listed over what was asked before it: either may be followed up."""
        before = self._asked(where, private=private)
        entry = person, replace(listed, before=before)
        if not private:
            self._public[where] = entry
            if (alone := self._asked(where, private=True)) is not before:
                entry = person, replace(listed, before=alone)
        self._private[where] = entry

    def _asked(self, where: Where, *, private: bool) -> Context | None:
        """Return what was asked last, however much was listed since."""
        last = self.last(where, private=private)
        return last if last is None or last.words else last.before

    def forget(self, person: int) -> None:
        """Forget all that a person asked."""
        for contexts in (self._public, self._private):
            for where in [key for key, (who, _) in contexts.items() if who == person]:
                contexts.pop(where, None)
