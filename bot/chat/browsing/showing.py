"""What commands and buttons open: briefings, topics and lists of them, and their further pages."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.chat.browsing.briefing import attachment_name, briefing_message, missing_line
from bot.chat.browsing.pages import (
    ON_A_TIMELINE,
    PAGE,
    SEVERAL,
    TOPICS,
    in_order,
    latest_message,
    related_message,
    several_message,
    timeline_message,
    topic_message,
    topics_message,
)
from bot.chat.messages.message import line_message
from bot.chat.messages.patience import change, patiently, send, tell
from bot.chat.people.listing import remember_listed
from bot.model import Briefing
from bot.search.conversation.choosing import after_opening

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.messages.message import Message
    from bot.chat.people.memory import Memory
    from bot.chat.people.places import Place, Places
    from bot.library.library import Library
    from bot.model import Citation, Context, Listing, NotInService

Opened: TypeAlias = "tuple[Message, Sequence[discord.File]]"
"""A message, and the files that go with it."""


class Showing:
    """Shows what is in a library.

    What was ``asked`` for by a command is for all, as answers are on that server; what a button
    opens is for whoever pressed it. Pages are turned in place.
    """

    def __init__(
        self, library: Library, memory: Memory, places: Places, *, show_withdrawn: bool
    ) -> None:
        self._library = library
        self._memory = memory
        self._places = places
        self._show_withdrawn = show_withdrawn

    async def show_topics(self, interaction: discord.Interaction[Attache], query: str) -> None:
        """Reply with the largest topics, or those that fit a query."""
        place = await self._places.of(interaction)
        hidden = place.settings.private
        work = self._library.topics(query, limit=TOPICS + 1)
        found = await patiently(interaction, work, hidden=hidden)
        await send(interaction, topics_message(found, place.language, query), hidden=hidden)

    async def topics(self, lang: Language) -> Message:
        """Return the largest topics."""
        return topics_message(await self._library.topics(limit=TOPICS + 1), lang)

    async def turn_topics(self, interaction: discord.Interaction[Attache], offset: int) -> None:
        """Put another page of the topics in place of the one that is shown."""
        work = self._library.topics(limit=offset + TOPICS + 1)
        found = await patiently(interaction, work, in_place=True)
        lang = (await self._places.of(interaction)).language
        if len(found) > offset:
            await change(interaction, topics_message(found[offset:], lang, offset=offset))
        else:
            await _say(interaction, lang.gettext("There are no more topics."))

    async def show_latest(self, interaction: discord.Interaction[Attache]) -> None:
        """Reply with the newest briefings."""
        place = await self._places.of(interaction)
        hidden = place.settings.private
        # One more than a page holds tells whether there is another page.
        listing = await patiently(interaction, self._library.latest(PAGE + 1), hidden=hidden)
        await self._remember_list(listing.context, place, hidden=hidden)
        await send(interaction, latest_message(listing, 0, place.language), hidden=hidden)

    async def turn_latest(self, interaction: discord.Interaction[Attache], offset: int) -> None:
        """Put another page of the newest briefings in place of the one that is shown."""
        work = self._library.latest(offset + PAGE + 1)
        listing = await patiently(interaction, work, in_place=True)
        lang = (await self._places.of(interaction)).language
        if len(listing.citations) > offset:
            await change(interaction, latest_message(listing, offset, lang))
        else:
            await _say(interaction, lang.gettext("There are no more briefings."))

    async def show_related(
        self, interaction: discord.Interaction[Attache], number: int, *, asked: bool = False
    ) -> None:
        """Reply with the briefings most like one, or say that there is no such one."""
        place = await self._places.of(interaction)
        lang, hidden = place.language, _is_hidden(place, asked=asked)
        listing = await patiently(interaction, self._library.related(number), hidden=hidden)
        if listing is None:
            found = await self._library.briefing(number)
            missing = None if isinstance(found, Briefing) else found
            await _say(interaction, await self._missing(number, missing, lang))
            return
        await self._remember_list(listing.context, place, hidden=hidden)
        await send(interaction, related_message(listing, number, lang), hidden=hidden)

    async def show_topic(
        self, interaction: discord.Interaction[Attache], key: str, *, asked: bool = False
    ) -> None:
        """Reply with the newest briefings on a topic, or say that there are none any more."""
        place = await self._places.of(interaction)
        hidden = _is_hidden(place, asked=asked)
        listing = await patiently(interaction, self._library.about(key, PAGE + 1), hidden=hidden)
        if listing is None or not listing.citations:
            await _say(interaction, _gone(place.language))
            return
        self._remember_topic(listing, listing.citations, place, hidden=hidden)
        await send(interaction, topic_message(listing, key, 0, place.language), hidden=hidden)

    async def turn_topic(
        self, interaction: discord.Interaction[Attache], key: str, offset: int
    ) -> None:
        """Put another page of a topic's briefings in place of the one that is shown."""
        await self._turn(interaction, key, offset, offset + PAGE + 1, topic_message)

    async def show_timeline(
        self, interaction: discord.Interaction[Attache], key: str, *, asked: bool = False
    ) -> None:
        """Reply with the first page of a topic's briefings in order of date."""
        place = await self._places.of(interaction)
        hidden = _is_hidden(place, asked=asked)
        work = self._library.about(key, ON_A_TIMELINE + 1)
        listing = await patiently(interaction, work, hidden=hidden)
        if listing is None or not listing.citations:
            await _say(interaction, _gone(place.language))
            return
        self._remember_topic(listing, in_order(listing), place, hidden=hidden)
        await send(interaction, timeline_message(listing, key, 0, place.language), hidden=hidden)

    async def turn_timeline(
        self, interaction: discord.Interaction[Attache], key: str, offset: int
    ) -> None:
        """Put another page of a topic in order of date in place of the one that is shown."""
        await self._turn(interaction, key, offset, ON_A_TIMELINE + 1, timeline_message)

    async def _turn(
        self,
        interaction: discord.Interaction[Attache],
        key: str,
        offset: int,
        limit: int,
        page: Callable[[Listing, str, int, Language], Message],
    ) -> None:
        """Put a ``page`` of a topic's newest briefings, up to a ``limit``, in place of another."""
        lang = (await self._places.of(interaction)).language
        listing = await patiently(interaction, self._library.about(key, limit), in_place=True)
        if listing is None or len(listing.citations) <= offset:
            await _say(interaction, _none_there(listing, lang))
            return
        await change(interaction, page(listing, key, offset, lang))

    async def show_briefing(
        self, interaction: discord.Interaction[Attache], number: int, *, asked: bool = False
    ) -> None:
        """Reply with one briefing whole, or say why it is not there."""
        place = await self._places.of(interaction)
        lang, hidden = place.language, _is_hidden(place, asked=asked)
        found = await patiently(interaction, self._library.briefing(number), hidden=hidden)
        view, files = await self._opened(number, found, lang)
        if isinstance(found, Briefing):
            await self._remember([number], place, hidden=hidden)
            await send(interaction, view, hidden=hidden, files=files)
        else:
            await tell(interaction, view)

    async def opened(self, numbers: Sequence[int], place: Place, *, hidden: bool) -> Opened:
        """Return one briefing whole, or the first five of several; or that there is none.

        What is asked next in that place may refer to them.
        """
        lang = place.language
        await self._remember(numbers[:SEVERAL], place, hidden=hidden)
        wanted = [(number, await self._library.briefing(number)) for number in numbers[:SEVERAL]]
        if len(numbers) == 1:
            return await self._opened(*wanted[0], lang)
        found = [
            each if isinstance(each, Briefing) else await self._missing(number, each, lang)
            for number, each in wanted
        ]
        return several_message(found, lang, left=len(numbers) - len(found)), ()

    async def _remember(self, numbers: Sequence[int], place: Place, *, hidden: bool) -> None:
        """Let what is asked next refer to briefings that were opened, where any is in service."""
        private = place.is_private(hidden=hidden)
        last = self._memory.last(place.where, private=private)
        if context := after_opening(await self._library.context_of(numbers), last):
            self._memory.remember(place.where, context, place.person, private=private)

    async def _remember_list(self, listed: Context | None, place: Place, *, hidden: bool) -> None:
        """Let what is asked next choose from the first page of a list, or read on in it."""
        if listed is None:
            return
        shown = min(len(listed.shown), PAGE)  # a short list is one page
        numbers = (*listed.shown, *listed.further)
        page = replace(listed, shown=numbers[:shown], further=numbers[shown:])
        private = place.is_private(hidden=hidden)
        await remember_listed(self._library, self._memory, page, place.where, private=private)

    def _remember_topic(
        self, listing: Listing, ordered: Sequence[Citation], place: Place, *, hidden: bool
    ) -> None:
        """Let what is asked next refer to a topic, of which the first page is shown."""
        if listing.context:
            shown = tuple(each.briefing.number for each in ordered[:PAGE])
            page = replace(listing.context, shown=shown)
            private = place.is_private(hidden=hidden)
            self._memory.remember(place.where, page, place.person, private=private)

    async def _opened(
        self, number: int, found: Briefing | NotInService | None, lang: Language
    ) -> Opened:
        if not isinstance(found, Briefing):
            return line_message(await self._missing(number, found, lang)), ()
        view, attached = briefing_message(found, lang)
        if attached is None:
            return view, ()
        content = io.BytesIO(attached.encode())
        return view, [discord.File(content, attachment_name(number))]

    async def _missing(self, number: int, found: NotInService | None, lang: Language) -> str:
        if found is None:
            return await self._no_such(number, lang)
        return missing_line(found, lang, with_text=self._show_withdrawn)

    async def _no_such(self, number: int, lang: Language) -> str:
        highest = await self._library.highest()
        if not highest:
            return lang.gettext("There are no briefings yet.")
        if 0 < number <= highest:
            return lang.gettext("There is no briefing #{number} now.", number=number)
        return lang.gettext(
            "There is no briefing #{number}; the latest is #{highest}.",
            number=number,
            highest=highest,
        )


def _none_there(listing: Listing | None, lang: Language) -> str:
    """Return why a further page of a topic has nothing on it."""
    if listing and listing.citations:
        return lang.gettext("There are no more briefings.")
    return _gone(lang)


def _gone(lang: Language) -> str:
    return lang.gettext("No briefing is about this topic any more. **/topics** has the others.")


def _is_hidden(place: Place, *, asked: bool) -> bool:
    return place.settings.private if asked else place.has_others


async def _say(interaction: discord.Interaction[Attache], line: str) -> None:
    await tell(interaction, line_message(line))
