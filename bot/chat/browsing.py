"""Looking around: one briefing, the topics, and how to use the bot."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat import limits
from bot.chat.escaping import label, plain_cut
from bot.chat.pages import (
    PAGE,
    latest_message,
    related_message,
    timeline_message,
    topic_message,
    topics_message,
)
from bot.chat.rendering import (
    INFORMATION,
    attachment_name,
    briefing_message,
    line_message,
    withdrawn_line,
)
from bot.library.store import Withdrawn
from bot.model import Briefing

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.chat.memory import Memory
    from bot.library.library import Library
    from bot.model import Topic

_MOST_ON_A_TIMELINE = 500
_HELP = """\
### How to ask
**/ask** a question, send me a direct message, or mention me. Use your own words; misspelt names \
are fine. What somebody wrote can be asked too: *Apps*, *Ask the briefings* in its menu. I answer \
with the briefings that cover it, the sentence that matters in **bold**, and where each comes \
from. When none covers it, I say so.
### Looking around
**/topics** shows what the briefings are about, **/latest** the newest, **/timeline** a topic in \
order of date, **/briefing** opens one, **/related** what is like it, **/random** any. The buttons \
under an answer lead on to related topics.
-# {count} briefings, edition {edition}. Only what they say is used; nothing is made up."""


class Browsing:
    """Shows briefings and topics of a library."""

    def __init__(self, library: Library, memory: Memory, *, show_withdrawn: bool) -> None:
        self._library = library
        self._memory = memory
        self._show_withdrawn = show_withdrawn

    def commands(self) -> list[app_commands.Command[Any, ..., None]]:
        """Return the commands for looking around."""
        return [
            self._briefing(), self._related(), self._topics(), self._latest(), self._timeline(),
            self._random(), self._help(),
        ]  # fmt: skip

    def _briefing(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="briefing", description="Read one briefing")
        @app_commands.describe(number="Its number, or words of its title or text to choose by")
        async def briefing(
            interaction: discord.Interaction[Attache], number: app_commands.Range[int, 1, 10**9]
        ) -> None:
            await self.show_briefing(interaction, number, private=False)

        briefing.autocomplete("number")(self._numbers)
        return briefing

    def _related(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="related", description="Read what is like a briefing")
        @app_commands.describe(number="Its number, or words of its title or text to choose by")
        async def related(
            interaction: discord.Interaction[Attache], number: app_commands.Range[int, 1, 10**9]
        ) -> None:
            await self.show_related(interaction, number)

        related.autocomplete("number")(self._numbers)
        return related

    def _topics(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="topics", description="See what the briefings are about")
        @app_commands.describe(query="A name or a theme; misspelt is fine")
        async def topics(
            interaction: discord.Interaction[Attache],
            query: app_commands.Range[str, 1, limits.CHOICE] | None = None,
        ) -> None:
            found = await self._library.topics(query or "", limit=25)
            await interaction.response.send_message(view=topics_message(found, query or ""))

        topics.autocomplete("query")(self._topic_labels)
        return topics

    def _latest(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="latest", description="Read the newest briefings")
        @app_commands.describe(topic="Only those on this topic")
        async def latest(
            interaction: discord.Interaction[Attache],
            topic: app_commands.Range[str, 1, limits.CHOICE] | None = None,
        ) -> None:
            if topic is None:
                await self.show_latest(interaction, 0)
            elif found := await self._topic(interaction, topic):
                await self.show_topic(interaction, found.key, 0)

        latest.autocomplete("topic")(self._topic_labels)
        return latest

    def _timeline(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="timeline", description="Read a topic in order of date")
        @app_commands.describe(topic="A name or a theme; misspelt is fine")
        async def timeline(
            interaction: discord.Interaction[Attache],
            topic: app_commands.Range[str, 1, limits.CHOICE],
        ) -> None:
            if found := await self._topic(interaction, topic):
                await self.show_timeline(interaction, found.key, 0)

        timeline.autocomplete("topic")(self._topic_labels)
        return timeline

    def _random(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="random", description="Read any briefing")
        async def random_(interaction: discord.Interaction[Attache]) -> None:
            found = await self._library.any_briefing(random.random())  # noqa: S311 - no secret
            if found is None:
                await _say(interaction, "There are no briefings yet.")
            else:
                await self.show_briefing(interaction, found.number, private=False)

        return random_

    def _help(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="help", description="How to ask, and what else there is")
        async def help_(interaction: discord.Interaction[Attache]) -> None:
            said = _HELP.format(count=self._library.briefings, edition=self._library.edition)
            await interaction.response.send_message(
                view=line_message(said, INFORMATION), ephemeral=True
            )

        return help_

    async def _numbers(
        self, _interaction: discord.Interaction[Attache], typed: str
    ) -> list[app_commands.Choice[int]]:
        """Return the briefings that fit what was typed: their number, or words of theirs."""
        found: list[Briefing] = []
        if typed.strip().lstrip("#").isdecimal():
            one = await self._library.briefing(int(typed.strip().lstrip("#")))
            found = [one] if isinstance(one, Briefing) else []
        elif typed.strip():
            answer = await self._library.ask(typed, 10)
            found = [citation.briefing for citation in answer.citations]
        else:
            answer = await self._library.latest(10)
            found = [citation.briefing for citation in answer.citations]
        return [
            app_commands.Choice(
                name=label(f"#{each.number} {each.title or each.text}", limits.CHOICE),
                value=each.number,
            )
            for each in found
        ]

    async def _topic_labels(
        self, _interaction: discord.Interaction[Attache], typed: str
    ) -> list[app_commands.Choice[str]]:
        found = await self._library.topics(typed, limits.CHOICES)
        names = dict.fromkeys(label(topic.label, limits.CHOICE) for topic in found)
        return [app_commands.Choice(name=name, value=name) for name in names]

    async def _topic(self, interaction: discord.Interaction[Attache], typed: str) -> Topic | None:
        """Return the topic that fits best, or say that there is none."""
        found = await self._library.topics(typed, 1)
        if not found:
            await _say(
                interaction, f"No topic is like *{plain_cut(typed, 100)}*. **/topics** has all."
            )
        return found[0] if found else None

    async def show_latest(self, interaction: discord.Interaction[Attache], offset: int) -> None:
        """Reply with a page of the newest briefings."""
        answer = await self._library.latest(offset + PAGE + 1)
        view = latest_message(answer, offset)
        hidden = offset > 0 and _in_server(interaction)
        await interaction.response.send_message(view=view, ephemeral=hidden)

    async def show_related(self, interaction: discord.Interaction[Attache], number: int) -> None:
        """Reply with the briefings most like one, or say that there is no such one."""
        answer = await self._library.related(number)
        if answer is None:
            await _say(interaction, f"There is no briefing #{number} in service.")
            return
        view = related_message(answer, number)
        await interaction.response.send_message(view=view, ephemeral=_in_server(interaction))

    async def show_timeline(
        self, interaction: discord.Interaction[Attache], key: str, offset: int
    ) -> None:
        """Reply with a page of a topic's briefings in order of date."""
        answer = await self._library.about(key, _MOST_ON_A_TIMELINE)
        if answer is None or len(answer.citations) <= offset:
            await _say(
                interaction, "No briefing is about this topic any more. **/topics** has the others."
            )
            return
        view = timeline_message(answer, key, offset)
        await interaction.response.send_message(view=view, ephemeral=_in_server(interaction))

    async def show_briefing(
        self, interaction: discord.Interaction[Attache], number: int, *, private: bool | None = None
    ) -> None:
        """Reply with one briefing whole, or say that it was withdrawn or never was."""
        found = await self._library.briefing(number)
        hidden = _in_server(interaction) if private is None else private
        if found is None:
            line = f"There is no briefing #{number}. The number stands after # under an answer."
            await _say(interaction, line)
        elif isinstance(found, Withdrawn):
            await _say(interaction, withdrawn_line(found, with_text=self._show_withdrawn))
        else:
            view, attached = briefing_message(found)
            files = []
            if attached is not None:
                content = io.BytesIO(attached.encode())
                files.append(discord.File(content, attachment_name(number)))
            await interaction.response.send_message(view=view, files=files, ephemeral=hidden)

    async def show_topic(
        self, interaction: discord.Interaction[Attache], key: str, offset: int
    ) -> None:
        """Reply with a page of the briefings on a topic, or say that there are none any more."""
        # One more than a page holds tells whether there is another page.
        answer = await self._library.about(key, offset + PAGE + 1)
        if answer is None or len(answer.citations) <= offset:
            await _say(
                interaction, "No briefing is about this topic any more. **/topics** has the others."
            )
            return
        self._memory.remember((interaction.user.id, interaction.channel_id), answer.context)
        view = topic_message(answer, key, offset)
        await interaction.response.send_message(view=view, ephemeral=_in_server(interaction))


def _in_server(interaction: discord.Interaction[Attache]) -> bool:
    """Tell whether others would be disturbed: there, what one person opens only they see."""
    return interaction.guild_id is not None


async def _say(interaction: discord.Interaction[Attache], line: str) -> None:
    await interaction.response.send_message(view=line_message(line), ephemeral=True)
