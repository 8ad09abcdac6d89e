"""Looking around: one briefing, the topics, and how to use the bot."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat import limits
from bot.chat.escaping import label, quoted
from bot.chat.helping import help_text
from bot.chat.languages import N_
from bot.chat.pages import (
    PAGE,
    TOPICS,
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
    from bot.chat.languages import Language
    from bot.chat.memory import Memory
    from bot.chat.places import Places
    from bot.library.library import Library
    from bot.model import Topic

_MOST_ON_A_TIMELINE = 500


class Browsing:
    """Shows briefings and topics of a library."""

    def __init__(
        self, library: Library, memory: Memory, places: Places, *, show_withdrawn: bool
    ) -> None:
        self._library = library
        self._memory = memory
        self._places = places
        self._show_withdrawn = show_withdrawn

    def commands(self) -> list[app_commands.Command[Any, ..., None]]:
        """Return the commands for looking around."""
        return [
            self._briefing(), self._related(), self._topics(), self._latest(), self._timeline(),
            self._random(), self._help(),
        ]  # fmt: skip

    def _briefing(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="briefing", description=N_("Read one briefing"))
        @app_commands.describe(number=N_("Its number, or words of its title or text to choose by"))
        async def briefing(
            interaction: discord.Interaction[Attache], number: app_commands.Range[int, 1, 10**9]
        ) -> None:
            await self.show_briefing(interaction, number, private=False)

        briefing.autocomplete("number")(self._numbers)
        return briefing

    def _related(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="related", description=N_("Read what is like a briefing"))
        @app_commands.describe(number=N_("Its number, or words of its title or text to choose by"))
        async def related(
            interaction: discord.Interaction[Attache], number: app_commands.Range[int, 1, 10**9]
        ) -> None:
            await self.show_related(interaction, number)

        related.autocomplete("number")(self._numbers)
        return related

    def _topics(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="topics", description=N_("See what the briefings are about"))
        @app_commands.describe(query=N_("A name or a theme; misspelt is fine"))
        async def topics(
            interaction: discord.Interaction[Attache],
            query: app_commands.Range[str, 1, limits.CHOICE] | None = None,
        ) -> None:
            found = await self._library.topics(query or "", limit=TOPICS + 1)
            lang = (await self._places.of(interaction)).language
            view = topics_message(found, lang, query or "")
            await interaction.response.send_message(view=view)

        topics.autocomplete("query")(self._topic_labels)
        return topics

    def _latest(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="latest", description=N_("Read the newest briefings"))
        @app_commands.describe(topic=N_("Only those on this topic"))
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
        @app_commands.command(name="timeline", description=N_("Read a topic in order of date"))
        @app_commands.describe(topic=N_("A name or a theme; misspelt is fine"))
        async def timeline(
            interaction: discord.Interaction[Attache],
            topic: app_commands.Range[str, 1, limits.CHOICE],
        ) -> None:
            if found := await self._topic(interaction, topic):
                await self.show_timeline(interaction, found.key, 0)

        timeline.autocomplete("topic")(self._topic_labels)
        return timeline

    def _random(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="random", description=N_("Read any briefing"))
        async def random_(interaction: discord.Interaction[Attache]) -> None:
            found = await self._library.any_briefing(random.random())  # noqa: S311 - no secret
            if found is None:
                lang = (await self._places.of(interaction)).language
                await _say(interaction, lang.gettext("There are no briefings yet."))
            else:
                await self.show_briefing(interaction, found.number, private=False)

        return random_

    def _help(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="help", description=N_("How to ask, and what else there is"))
        async def help_(interaction: discord.Interaction[Attache]) -> None:
            lang = (await self._places.of(interaction)).language
            said = help_text(self._library.briefings, self._library.edition, lang)
            view = line_message(said, INFORMATION)
            await interaction.response.send_message(view=view, ephemeral=True)

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
            lang = (await self._places.of(interaction)).language
            await _say(interaction, no_topic(typed, lang))
        return found[0] if found else None

    async def turn_topics(self, interaction: discord.Interaction[Attache], offset: int) -> None:
        """Put another page of the topics in place of the one that is shown."""
        found = await self._library.topics(limit=offset + TOPICS + 1)
        lang = (await self._places.of(interaction)).language
        view = topics_message(found[offset:], lang, offset=offset)
        await interaction.response.edit_message(view=view)

    async def show_latest(self, interaction: discord.Interaction[Attache], offset: int) -> None:
        """Reply with a page of the newest briefings."""
        place = await self._places.of(interaction)
        answer = await self._library.latest(offset + PAGE + 1)
        view = latest_message(answer, offset, place.language)
        hidden = offset > 0 and place.has_others
        await interaction.response.send_message(view=view, ephemeral=hidden)

    async def show_related(self, interaction: discord.Interaction[Attache], number: int) -> None:
        """Reply with the briefings most like one, or say that there is no such one."""
        place = await self._places.of(interaction)
        lang = place.language
        answer = await self._library.related(number)
        if answer is None:
            await _say(
                interaction,
                lang.gettext("There is no briefing #{number} in service.", number=number),
            )
            return
        view = related_message(answer, number, lang)
        await interaction.response.send_message(view=view, ephemeral=place.has_others)

    async def show_timeline(
        self, interaction: discord.Interaction[Attache], key: str, offset: int
    ) -> None:
        """Reply with a page of a topic's briefings in order of date."""
        place = await self._places.of(interaction)
        answer = await self._library.about(key, _MOST_ON_A_TIMELINE)
        if answer is None or len(answer.citations) <= offset:
            await _say(interaction, _gone(place.language))
            return
        view = timeline_message(answer, key, offset, place.language)
        await interaction.response.send_message(view=view, ephemeral=place.has_others)

    async def show_briefing(
        self, interaction: discord.Interaction[Attache], number: int, *, private: bool | None = None
    ) -> None:
        """Reply with one briefing whole, or say that it was withdrawn or never was."""
        place = await self._places.of(interaction)
        lang = place.language
        found = await self._library.briefing(number)
        if found is None:
            line = lang.gettext(
                "There is no briefing #{number}. The number stands after # under an answer.",
                number=number,
            )
            await _say(interaction, line)
        elif isinstance(found, Withdrawn):
            await _say(interaction, withdrawn_line(found, lang, with_text=self._show_withdrawn))
        else:
            view, attached = briefing_message(found, lang)
            files = []
            if attached is not None:
                content = io.BytesIO(attached.encode())
                files.append(discord.File(content, attachment_name(number)))
            hidden = place.has_others if private is None else private
            await interaction.response.send_message(view=view, files=files, ephemeral=hidden)

    async def show_topic(
        self, interaction: discord.Interaction[Attache], key: str, offset: int
    ) -> None:
        """Reply with a page of the briefings on a topic, or say that there are none any more."""
        place = await self._places.of(interaction)
        # One more than a page holds tells whether there is another page.
        answer = await self._library.about(key, offset + PAGE + 1)
        if answer is None or len(answer.citations) <= offset:
            await _say(interaction, _gone(place.language))
            return
        self._memory.remember(place.where, answer.context)
        view = topic_message(answer, key, offset, place.language)
        await interaction.response.send_message(view=view, ephemeral=place.has_others)


def no_topic(typed: str, lang: Language) -> str:
    """Return that no topic is like what was typed, and what to do."""
    none = lang.gettext("No topic is like *{query}*.", query=quoted(typed, 100))
    return f"{none} {lang.gettext('**/topics** has all.')}"


def _gone(lang: Language) -> str:
    return lang.gettext("No briefing is about this topic any more. **/topics** has the others.")


async def _say(interaction: discord.Interaction[Attache], line: str) -> None:
    await interaction.response.send_message(view=line_message(line), ephemeral=True)
