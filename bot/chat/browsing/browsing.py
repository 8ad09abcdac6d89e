"""The commands for looking around: briefings, and topics."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from discord import app_commands

from bot.chat.browsing.topic_option import no_topic
from bot.chat.languages.languages import N_
from bot.chat.messages import limits
from bot.chat.messages.escaping import label
from bot.chat.messages.message import line_message
from bot.chat.messages.patience import patiently, tell
from bot.model import Briefing
from bot.talk.numbers import number_of

if TYPE_CHECKING:
    import discord

    from bot.chat.browsing.showing import Showing
    from bot.chat.browsing.topic_option import TopicOption
    from bot.chat.client import Attache
    from bot.chat.people.places import Places
    from bot.library.library import Library
    from bot.model import Topic


class Browsing:
    """Takes the commands for looking around; what they show is shown by ``showing``."""

    def __init__(
        self, library: Library, showing: Showing, topic_option: TopicOption, places: Places
    ) -> None:
        self._library = library
        self._showing = showing
        self._topic_option = topic_option
        self._places = places

    def commands(self) -> list[app_commands.Command[Any, ..., None]]:
        """Return the commands for looking around."""
        return [
            self._briefing(), self._related(), self._topics(), self._latest(), self._timeline(),
            self._random(),
        ]  # fmt: skip

    def _briefing(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="briefing", description=N_("Read one briefing"))
        @app_commands.describe(number=N_("Its number, or words of its title or text to choose by"))
        async def briefing(
            interaction: discord.Interaction[Attache], number: app_commands.Range[int, 1, 10**9]
        ) -> None:
            await self._showing.show_briefing(interaction, number, asked=True)

        briefing.autocomplete("number")(self._numbers)
        return briefing

    def _related(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="related", description=N_("Read what is like a briefing"))
        @app_commands.describe(number=N_("Its number, or words of its title or text to choose by"))
        async def related(
            interaction: discord.Interaction[Attache], number: app_commands.Range[int, 1, 10**9]
        ) -> None:
            await self._showing.show_related(interaction, number, asked=True)

        related.autocomplete("number")(self._numbers)
        return related

    def _topics(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="topics", description=N_("See what the briefings are about"))
        @app_commands.describe(query=N_("A name or a theme; misspelt is fine"))
        async def topics(
            interaction: discord.Interaction[Attache],
            query: app_commands.Range[str, 1, limits.CHOICE] | None = None,
        ) -> None:
            await self._showing.show_topics(interaction, (query or "").strip())

        topics.autocomplete("query")(self._topic_option.complete)
        return topics

    def _latest(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="latest", description=N_("Read the newest briefings"))
        @app_commands.describe(topic=N_("Only those on this topic"))
        async def latest(
            interaction: discord.Interaction[Attache],
            topic: app_commands.Range[str, 1, limits.CHOICE] | None = None,
        ) -> None:
            if topic is None:
                await self._showing.show_latest(interaction)
            elif found := await self._topic(interaction, topic):
                await self._showing.show_topic(interaction, found.key, asked=True)

        latest.autocomplete("topic")(self._topic_option.complete)
        return latest

    def _timeline(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="timeline", description=N_("Read a topic in order of date"))
        @app_commands.describe(topic=N_("A name or a theme; misspelt is fine"))
        async def timeline(
            interaction: discord.Interaction[Attache],
            topic: app_commands.Range[str, 1, limits.CHOICE],
        ) -> None:
            if found := await self._topic(interaction, topic):
                await self._showing.show_timeline(interaction, found.key, asked=True)

        timeline.autocomplete("topic")(self._topic_option.complete)
        return timeline

    def _random(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(name="random", description=N_("Read any briefing"))
        async def random_(interaction: discord.Interaction[Attache]) -> None:
            place = await self._places.of(interaction)
            work = self._library.any_briefing(random.random())  # noqa: S311 - no secret
            found = await patiently(interaction, work, hidden=place.settings.private)
            if found is None:
                said = place.language.gettext("There are no briefings yet.")
                await tell(interaction, line_message(said))
            else:
                await self._showing.show_briefing(interaction, found.number, asked=True)

        return random_

    async def _numbers(
        self, _interaction: discord.Interaction[Attache], typed: str
    ) -> list[app_commands.Choice[int]]:
        """Return the briefings that fit what was typed: their number, or words of theirs."""
        found: list[Briefing] = []
        if (number := number_of(typed)) is not None:
            one = await self._library.briefing(number)
            found = [one] if isinstance(one, Briefing) else []
        elif typed.strip():
            found = [*await self._library.begun(typed)]
            if not found:
                answer = await self._library.ask(typed, 10)
                found = [citation.briefing for citation in answer.citations]
        else:
            listing = await self._library.latest(10)
            found = [citation.briefing for citation in listing.citations]
        return [
            app_commands.Choice(
                name=label(f"#{each.number} {each.title or each.text}", limits.CHOICE),
                value=each.number,
            )
            for each in found
        ]

    async def _topic(self, interaction: discord.Interaction[Attache], typed: str) -> Topic | None:
        """Return the topic that fits best, or say that there is none."""
        place = await self._places.of(interaction)
        work = self._topic_option.find(typed)
        found = await patiently(interaction, work, hidden=place.settings.private)
        if found is None:
            await tell(interaction, line_message(no_topic(typed, place.language)))
        return found
