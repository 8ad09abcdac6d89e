"""Whether an answer helped: two buttons under it, and a form for what was wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chat.languages.languages import N_
from bot.chat.messages.forms import Form
from bot.chat.messages.message import INFORMATION, line_message
from bot.community.votes import Cast, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.places import Places
    from bot.community.people import Pseudonyms
    from bot.community.votes import Votes

_REMARK = 500
_NOT_KEPT = N_("Votes are not kept any more, and yours was not counted.")


class Feedback:
    """Takes votes, one of each person on each answer.

    Another takes its place, and the same again takes it back. Unless it ``keeps`` any, buttons and
    forms from before only take votes back.
    """

    def __init__(self, votes: Votes, people: Pseudonyms, places: Places, *, keeps: bool) -> None:
        self._votes = votes
        self._people = people
        self._places = places
        self._keeps = keeps

    async def vote(
        self, interaction: discord.Interaction[Attache], question: str, *, helpful: bool
    ) -> None:
        """Keep a vote, or take it back; where the answer did not help, ask first what was wrong."""
        lang = (await self._places.of(interaction)).language
        person = self._people.of(interaction.user.id)
        if await self._votes.take_back(question, person, helpful=helpful):
            await _tell(interaction, lang.gettext("Your vote is taken back."))
        elif not self._keeps:
            await _tell(interaction, lang.gettext(_NOT_KEPT))
        elif helpful:
            cast = await self._votes.cast(question, person, helpful=True)
            await _thank(interaction, lang, cast)
        else:
            # It counts when the form is sent: Discord never tells that one was closed.
            await interaction.response.send_modal(WhyForm(question, lang))

    async def explain(
        self,
        interaction: discord.Interaction[Attache],
        question: str,
        reason: Reason | None,
        remark: str,
    ) -> None:
        """Keep that an answer did not help, and what was wrong with it."""
        lang = (await self._places.of(interaction)).language
        if not self._keeps:
            await _tell(interaction, lang.gettext(_NOT_KEPT))
            return
        person = self._people.of(interaction.user.id)
        cast = await self._votes.cast(question, person, helpful=False, reason=reason, remark=remark)
        await _thank(interaction, lang, cast)


async def _thank(interaction: discord.Interaction[Attache], lang: Language, cast: Cast) -> None:
    said = lang.gettext("Thank you. Whoever looks after the briefings will see it.")
    if cast is Cast.CHANGED:
        said = lang.gettext("Thank you, your vote was changed.")
    if cast is Cast.SAME:
        said = lang.gettext("Thank you, your vote is counted already.")
    await _tell(interaction, said)


async def _tell(interaction: discord.Interaction[Attache], said: str) -> None:
    view = line_message(said, INFORMATION)
    await interaction.response.send_message(view=view, ephemeral=True)


class WhyForm(Form):
    """Asks what was wrong with an answer."""

    template = re.compile(r"attache:why:(?P<question>[0-9a-z]{12})")

    def __init__(self, question: str, lang: Language) -> None:
        custom_id = f"attache:why:{question}"
        super().__init__(title=lang.gettext("What was wrong?"), custom_id=custom_id)
        names = {
            Reason.WRONG: lang.gettext("The wrong briefing"),
            Reason.OUTDATED: lang.gettext("Out of date"),
            Reason.MISSING: lang.gettext("Something is missing"),
            Reason.OTHER: lang.gettext("Something else"),
        }
        reason: ui.Select[Any] = ui.Select(
            custom_id="reason",
            required=False,
            min_values=0,
            options=[discord.SelectOption(label=name, value=each) for each, name in names.items()],
        )
        remark: ui.TextInput[Any] = ui.TextInput(
            custom_id="remark", required=False, max_length=_REMARK
        )
        how = lang.gettext("Your 👎 counts once you send this, with or without a reason.")
        self.add_item(ui.Label(text=lang.gettext("Reason"), description=how, component=reason))
        self.add_item(
            ui.Label(text=lang.gettext("In your own words, if you like"), component=remark)
        )

    @classmethod
    async def sent(
        cls,
        interaction: discord.Interaction[Attache],
        held: re.Match[str],
        filled: Mapping[str, str],
    ) -> None:
        """Keep what was filled in."""
        chosen = filled.get("reason", "")
        reason = Reason(chosen) if chosen in set(Reason) else None
        remark = filled.get("remark", "").strip()
        await interaction.client.feedback.explain(interaction, held["question"], reason, remark)
