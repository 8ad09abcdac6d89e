"""Telling people, once, that notices to them were stopped because they could not be reached."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import structlog

from bot.chat.messages.message import line_message
from bot.errors import AttacheError

if TYPE_CHECKING:
    import discord

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.places import Places
    from bot.community.follows import Follows

_SECONDS = 60.0


class Untold:
    """Tells it after a command of theirs.

    Whichever process sends notices finds it out, and any may be given the command: so the database
    is asked, once a minute.
    """

    def __init__(self, follows: Follows, places: Places) -> None:
        self._follows = follows
        self._places = places
        self._people: frozenset[int] = frozenset()
        self._asked_at = -math.inf
        self._log = structlog.get_logger("attache.chat")

    async def tell(self, interaction: discord.Interaction[Attache]) -> None:
        """Tell it to whoever has to be told; raise `StoreUnusable`.

        After a command that took so long that Discord takes nothing more, the next one is told.
        """
        if interaction.is_expired():
            return
        person = interaction.user.id
        await self._ask()
        if person in self._people and await self._follows.told_of_stop(person):
            lang = (await self._places.of(interaction)).language
            await interaction.followup.send(view=line_message(stopped(lang)), ephemeral=True)

    async def _ask(self) -> None:
        if time.monotonic() - self._asked_at < _SECONDS:
            return
        self._asked_at = time.monotonic()
        try:
            self._people = await self._follows.untold()
        except AttacheError as error:
            self._log.warning("who could not be reached is not known now", reason=str(error))


def stopped(lang: Language) -> str:
    """Return what to say to them."""
    return lang.gettext(
        "I could not reach you with news three times, and stopped. Let me write you direct "
        "messages, then **/follow** a topic again."
    )
