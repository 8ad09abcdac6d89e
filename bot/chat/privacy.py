"""``/privacy``: what is kept of a person, shown to them and deleted at a press."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands, ui

from bot.chat.escaping import plain_cut
from bot.chat.languages import N_
from bot.chat.rendering import INFORMATION, Message, line_message

if TYPE_CHECKING:
    import re

    from bot.chat.client import Attache
    from bot.chat.languages import Language
    from bot.chat.memory import Memory
    from bot.chat.places import Places
    from bot.community.community import Community
    from bot.community.privacy import Held

_CUSTOM_ID = "attache:forget"


class PrivacyCommand:
    """Tells people what is kept of them."""

    def __init__(self, community: Community, memory: Memory, places: Places) -> None:
        self._community = community
        self._memory = memory
        self._places = places

    def command(self) -> app_commands.Command[Any, ..., None]:
        """Return ``/privacy``."""

        @app_commands.command(
            name="privacy", description=N_("See what I keep of you, and delete it")
        )
        async def privacy(interaction: discord.Interaction[Attache]) -> None:
            lang = (await self._places.of(interaction)).language
            person = interaction.user.id
            pseudonym = self._community.people.of(person)
            held = await self._community.privacy.held(pseudonym, person)
            view = _message(held, self._community.questions.days, lang)
            await interaction.response.send_message(view=view, ephemeral=True)

        return privacy

    async def forget(self, interaction: discord.Interaction[Attache]) -> None:
        """Delete all that is kept of the one who asks for it."""
        lang = (await self._places.of(interaction)).language
        person = interaction.user.id
        self._memory.forget(person)
        await self._community.privacy.forget(self._community.people.of(person), person)
        said = lang.gettext("All that I kept of you is deleted.")
        await interaction.response.edit_message(view=line_message(said, INFORMATION))


def _message(held: Held, days: int, lang: Language) -> Message:
    said = lang.gettext
    kept = said("I keep no questions.")
    if days:
        kept = lang.ngettext(
            "I keep each question for {count} day: when and what was asked, whether in a server or "
            "a direct message, and what I found; so that editors see what is missing. Who asked is "
            "kept only as a code that cannot be read back.",
            "I keep each question for {count} days: when and what was asked, whether in a server "
            "or a direct message, and what I found; so that editors see what is missing. Who asked "
            "is kept only as a code that cannot be read back.",
            days,
        )
    others = said(
        "What you follow is kept with your Discord id until you stop it, as notices have to find "
        "you. Changing settings, administering me, and trying what you may not, is in a log that "
        "stays."
    )
    lines = [f"### {said('Privacy')}", kept, others, f"### {said('Of you I hold')}"]
    if held.nothing:
        lines.append(said("Nothing."))
        return Message(INFORMATION, [ui.TextDisplay("\n".join(lines))])
    counts = [
        lang.ngettext("{count} question", "{count} questions", held.questions),
        lang.ngettext("{count} vote", "{count} votes", held.votes),
        lang.ngettext("{count} followed topic", "{count} followed topics", len(held.topics)),
    ]
    lines.append(lang.listed(counts))
    for at, words in held.last:
        day = lang.day(datetime.fromisoformat(at))
        lines.append(f"-# {day} · {plain_cut(words, 200)}")
    if held.topics:
        lines.append(f"-# {plain_cut(', '.join(held.topics), 600)}")
    forget: ForgetButton = ForgetButton(said("Delete all of it"))
    return Message(INFORMATION, [ui.TextDisplay("\n".join(lines)), ui.ActionRow(forget)])


class ForgetButton(ui.DynamicItem[ui.Button[Any]], template=_CUSTOM_ID):
    """Deletes all that is kept of the one who presses it."""

    def __init__(self, label: str) -> None:
        super().__init__(
            ui.Button(label=label, style=discord.ButtonStyle.danger, custom_id=_CUSTOM_ID)
        )

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Any, _match: re.Match[str], /
    ) -> Self:
        """Return the button that a custom id stands for."""
        return cls(item.label or "…")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer the press."""
        client: Attache = interaction.client
        await client.guarded(interaction, client.privacy.forget(interaction))
