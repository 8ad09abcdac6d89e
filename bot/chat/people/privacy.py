"""``/privacy``: what is kept of a person, shown to them and deleted once they are sure."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.utils import format_dt

from bot.chat.languages.languages import N_
from bot.chat.languages.recorded import and_more
from bot.chat.messages.escaping import plain_cut
from bot.chat.messages.message import COLOURS, INFORMATION, Message, line_message
from bot.chat.messages.patience import change, patiently, send
from bot.chat.messages.pressing import Pressable, button
from bot.community.pruning import FOLLOWS_KEPT_OUT
from bot.model import Verdict

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.memory import Memory
    from bot.chat.people.places import Places
    from bot.community.community import Community
    from bot.community.privacy import Held

_CUSTOM_ID = "attache:forget"
_TEMPLATE = rf"{_CUSTOM_ID}(?::(?P<what>all|questions|nothing))?(?::(?P<sure>sure))?"


class What(StrEnum):
    """What somebody wants to be deleted."""

    ALL = "all"
    QUESTIONS = "questions"
    """With the votes, but not what they follow."""
    NOTHING = "nothing"


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
            held = await patiently(
                interaction, self._community.privacy.held(pseudonym, person), hidden=True
            )
            view = _message(held, self._community.questions.days, lang)
            await send(interaction, view, hidden=True)

        return privacy

    async def forget(
        self, interaction: discord.Interaction[Attache], what: What, *, sure: bool
    ) -> None:
        """Delete what is kept of the one who asks for it, once they are sure."""
        lang = (await self._places.of(interaction)).language
        if what is What.NOTHING:
            said = lang.gettext("Nothing was deleted.")
        elif not sure:
            await interaction.response.edit_message(view=_asked_back(what, lang))
            return
        else:
            work = self._forget(interaction.user.id, what, lang)
            said = await patiently(interaction, work, in_place=True)
        await change(interaction, line_message(said, INFORMATION))

    async def _forget(self, person: int, what: What, lang: Language) -> str:
        self._memory.forget(person)
        pseudonym = self._community.people.of(person)
        everything = what is What.ALL
        await self._community.privacy.forget(pseudonym, person, follows=everything)
        if everything:
            return lang.gettext("All that I kept of you is deleted.")
        return lang.gettext("Your questions and votes are deleted. You follow what you followed.")


def _practice(days: int, lang: Language) -> list[str]:
    """Return what is kept of anybody, a paragraph for each kind."""
    kept = lang.gettext("I keep no questions.")
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
    others = lang.gettext(
        "What you follow is kept with your Discord id until you stop it, as notices have to find "
        "you. Changing settings, administering me, and trying what you may not, is in a log that "
        "stays."
    )
    restored = lang.ngettext(
        "What you delete does not come back when a backup of mine is restored: only your code, and "
        "when you deleted it, is kept for that, for {count} day at most.",
        "What you delete does not come back when a backup of mine is restored: only your code, and "
        "when you deleted it, is kept for that, for {count} days at most.",
        max(days, FOLLOWS_KEPT_OUT.days),
    )
    return [kept, others, restored]


def _message(held: Held, days: int, lang: Language) -> Message:
    said = lang.gettext
    title = said("What I store about you")
    lines = [f"### {said('Privacy')}", *_practice(days, lang), f"### {title}"]
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
        lines.append(f"-# {format_dt(datetime.fromisoformat(at), 'D')} · {plain_cut(words, 200)}")
    if held.questions > len(held.last):
        lines.append(f"-# {and_more(lang, held.questions - len(held.last))}")
    if held.topics:
        lines.append(f"-# {plain_cut(', '.join(held.topics), 600)}")
    buttons: ui.ActionRow[Any] = ui.ActionRow()
    if held.topics and (held.questions or held.votes):
        buttons.add_item(ForgetButton(What.QUESTIONS, said("Delete questions and votes")))
    buttons.add_item(ForgetButton(What.ALL, said("Delete all of it")))
    return Message(INFORMATION, [ui.TextDisplay("\n".join(lines)), buttons])


def _asked_back(what: What, lang: Language) -> Message:
    """Return a message that asks whether somebody is sure."""
    said = lang.gettext
    asked = said("Delete your questions and votes, for good? You go on following what you follow.")
    if what is What.ALL:
        asked = said(
            "Delete all that I keep of you, for good? You would follow nothing any more, and get "
            "no more notices."
        )
    buttons: ui.ActionRow[Any] = ui.ActionRow(
        ForgetButton(what, said("Delete"), sure=True),
        ForgetButton(What.NOTHING, said("Cancel")),
    )
    return Message(COLOURS[Verdict.CLOSEST], [ui.TextDisplay(asked), buttons])


class ForgetButton(Pressable[ui.Button[Any]], template=_TEMPLATE):
    """Deletes what is kept of the one who presses it; asks first unless they are ``sure``."""

    def __init__(self, what: What, label: str, *, sure: bool = False) -> None:
        keeps = what is What.NOTHING
        style = discord.ButtonStyle.secondary if keeps else discord.ButtonStyle.danger
        super().__init__(button(label, f"{_CUSTOM_ID}:{what}{':sure' if sure else ''}", style))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Delete it, or ask."""
        what = What(self.held["what"] or What.ALL)
        await interaction.client.privacy.forget(interaction, what, sure=bool(self.held["sure"]))
