"""Sharing a private answer: it is posted to the channel under the person's name, once."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord
from cachetools import TTLCache
from discord import ui

from bot.chat.asking.asked import context_of
from bot.chat.browsing.briefing import missing_line
from bot.chat.messages.citing import cited_in
from bot.chat.messages.delivering import UNREACHABLE
from bot.chat.messages.escaping import plain_cut
from bot.chat.messages.message import Layout, line_message
from bot.chat.messages.patience import change, patiently, tell
from bot.chat.messages.pressing import Pressable, button
from bot.model import Briefing, Why

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.messages.message import Message
    from bot.chat.people.memory import Memory
    from bot.chat.people.places import Places
    from bot.community.questions import Questions
    from bot.library.library import Library

_CUSTOM_ID = "attache:share"
_SECONDS = 15 * 60
"""How long Discord lets an interaction be followed up, and so how long a press can come late."""


class ShareButton(Pressable[ui.Button[Any]], template=_CUSTOM_ID):
    """Posts the private answer that it stands under; all it needs is that message."""

    def __init__(self, label: str) -> None:
        super().__init__(button(label, _CUSTOM_ID))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Post it."""
        await interaction.client.sharing.share(interaction)


def shareable(message: Message, lang: Language) -> Message:
    """Return a private answer with a button that shares it."""
    share: ShareButton = ShareButton(lang.gettext("Share"))
    message.add_item(ui.ActionRow(share))
    return message


class Sharing:
    """Shares private answers, each once; what was shared can be followed up before others, too."""

    def __init__(
        self, library: Library, answers: int, questions: Questions, memory: Memory, places: Places
    ) -> None:
        self._library = library
        self._answers = answers
        self._questions = questions
        self._memory = memory
        self._places = places
        self._shared: TTLCache[int, bool] = TTLCache(10_000, _SECONDS)

    async def share(self, interaction: discord.Interaction[Attache]) -> None:
        """Post the answer under the pressed button to its channel, and take the button away.

        Where it shows what is in service no longer, that is said instead.
        """
        message = interaction.message
        if message is None or message.id in self._shared:
            await interaction.response.defer()
            return
        place = await self._places.of(interaction)
        lang = place.language
        if not message.flags.ephemeral:
            view = line_message(lang.gettext("Everybody sees this answer already."))
            await tell(interaction, view)
            return
        self._shared[message.id] = True
        try:
            # It is posted as it stands, and what was withdrawn since must not be told anew.
            gone = await patiently(interaction, self._gone(message, lang), in_place=True)
            if gone:
                self._shared.pop(message.id, None)
                await tell(interaction, line_message(gone))
                return
            await change(interaction, _without_button(message))
            await self._post(interaction, message, lang)
        except BaseException:
            self._shared.pop(message.id, None)  # it was not shared, and may be tried again
            raise
        context = await context_of(message, self._questions, self._library, self._answers)
        if context:
            self._memory.remember(place.where, context, place.person, private=False)

    async def _gone(self, message: discord.Message, lang: Language) -> str:
        """Return which of the briefings in a message are in service no longer, "" for none."""
        lines = []
        for number in cited_in(message):
            found = await self._library.briefing(number)
            if found is None:
                lines.append(lang.gettext("There is no briefing #{number} now.", number=number))
            elif not (isinstance(found, Briefing) or found.why is Why.COMING):
                lines.append(missing_line(found, lang))
        if not lines:
            return ""
        said = lang.gettext("So this answer is not shared; ask again, and share what comes then.")
        return " ".join([*lines, said])

    async def _post(
        self, interaction: discord.Interaction[Attache], message: discord.Message, lang: Language
    ) -> None:
        """Post what stands in a message; where that fails, say so and give it its button back."""
        shared = _without_button(message)
        # Some call themselves by characters that nobody sees.
        name = plain_cut(interaction.user.display_name, 80) or interaction.user.name
        said = lang.gettext("Shared by {name}", name=name)
        shared.children[0].add_item(ui.TextDisplay(f"-# {said}"))  # type: ignore[attr-defined]
        try:
            await interaction.followup.send(view=shared, ephemeral=False)
        except UNREACHABLE:
            failed = lang.gettext("This could not be shared. Press **Share** again in a moment.")
            with suppress(*UNREACHABLE):
                await change(interaction, _as_it_was(message))
                await tell(interaction, line_message(failed))
            raise


def _as_it_was(message: discord.Message) -> Layout:
    return Layout(list(ui.LayoutView.from_message(message, timeout=None).children))


def _without_button(message: discord.Message) -> Layout:
    shown = ui.LayoutView.from_message(message, timeout=None)
    return Layout(item for item in list(shown.children) if not isinstance(item, ui.ActionRow))
