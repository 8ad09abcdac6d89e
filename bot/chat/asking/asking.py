"""``/ask``, and "Ask the briefings" in the menu of a message."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat.asking.quoting import has_words, text_of
from bot.chat.asking.rendering import answer_message
from bot.chat.asking.sharing import shareable
from bot.chat.languages.languages import N_
from bot.chat.messages import limits, patience
from bot.chat.messages.message import line_message
from bot.chat.people.cooldowns import slower
from bot.talk.asides import question_in
from bot.talk.marks import without_references

if TYPE_CHECKING:
    from bot.chat.asking.answering import Answering
    from bot.chat.asking.aside import AsideReplies
    from bot.chat.asking.question_option import QuestionOption
    from bot.chat.client import Attache
    from bot.chat.people.cooldowns import Cooldowns
    from bot.chat.people.places import Place, Places


class Asking:
    """Replies to commands by ``answering`` what they ask, or with what is no answer."""

    def __init__(
        self,
        answering: Answering,
        aside: AsideReplies,
        cooldowns: Cooldowns,
        places: Places,
        option: QuestionOption,
    ) -> None:
        self._answering = answering
        self._aside = aside
        self._cooldowns = cooldowns
        self._places = places
        self._option = option

    def commands(
        self,
    ) -> list[app_commands.Command[Any, ..., None] | app_commands.ContextMenu]:
        """Return ``/ask``, and "Ask the briefings" for a message."""
        return [self._ask(), self._ask_about()]

    def _ask_about(self) -> app_commands.ContextMenu:
        async def ask_about(
            interaction: discord.Interaction[Attache], message: discord.Message
        ) -> None:
            question = without_references(text_of(message))
            if has_words(question):
                # The person who pressed asked, not the one who wrote: others need not see it.
                await self._reply(
                    interaction, question[: limits.QUESTION], private=True, way="menu"
                )
                return
            lang = (await self._places.of(interaction)).language
            view = line_message(lang.gettext("There is no text in that message to look for."))
            await interaction.response.send_message(view=view, ephemeral=True)

        return app_commands.ContextMenu(name=N_("Ask the briefings"), callback=ask_about)

    def _ask(self) -> app_commands.Command[Any, ..., None]:

        @app_commands.command(name="ask", description=N_("Ask the briefings a question"))
        @app_commands.describe(
            question=N_("What do you want to know? Names may be misspelt."),
            private=N_("Show the answer to you alone"),
        )
        async def ask(
            interaction: discord.Interaction[Attache],
            question: app_commands.Range[str, 1, limits.QUESTION],
            private: bool | None = None,
        ) -> None:
            await self._reply(interaction, question, private=private)

        ask.autocomplete("question")(self._option.complete)
        return ask

    async def _reply(
        self,
        interaction: discord.Interaction[Attache],
        question: str,
        *,
        private: bool | None,
        way: str = "command",
    ) -> None:
        """Reply to an interaction with the answer, unless its person or its channel may not ask."""
        started = time.perf_counter()
        question = question_in(without_references(question))
        place = await self._places.of(interaction)
        lang = place.language
        if wait := self._cooldowns.seconds_left(place):
            view = line_message(slower(wait, lang))
            await interaction.response.send_message(view=view, ephemeral=True)
            return
        alone = place.settings.private if private is None else private
        is_typed = way == "command"
        if is_typed and await self._is_instead(interaction, question, place, hidden=alone):
            return
        answer = await patience.patiently(
            interaction, self._answering.answer(question, place, None, hidden=alone), hidden=alone
        )
        votes = self._answering.takes_votes(place)
        if is_typed and (
            said := await self._aside.after(question, answer, place, votes=votes, by_command=True)
        ):
            await patience.send(interaction, said, hidden=alone)
            return
        controls = self._answering.note(answer, place)
        view = answer_message(answer, self._answering.most, lang, asked=question, controls=controls)
        if alone and place.has_others:
            view = shareable(view, lang)
        sent = await patience.send(interaction, view, hidden=alone)
        self._answering.remember(sent, answer, place, hidden=alone)
        self._answering.observe(answer, controls, place, way, started)

    async def _is_instead(
        self,
        interaction: discord.Interaction[Attache],
        question: str,
        place: Place,
        *,
        hidden: bool,
    ) -> bool:
        """Reply to what the command is given that needs no search, and tell whether it was that."""
        votes, last = self._answering.takes_votes(place), self._answering.last(place, hidden=hidden)
        work = self._aside.instead(question, place, hidden=hidden, votes=votes, before=last)
        instead = await patience.patiently(interaction, work, hidden=hidden)
        if instead is None:
            return False
        view, files = instead
        await patience.send(interaction, view, hidden=hidden, files=files)
        return True
