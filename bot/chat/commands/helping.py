"""``/help``: what to do first, and a menu that leads to the rest."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui

from bot.chat.languages.languages import N_
from bot.chat.messages.examples import LOOKED_AT, example_among
from bot.chat.messages.message import INFORMATION, Message
from bot.chat.messages.patience import change, send
from bot.chat.messages.pressing import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.places import Place, Places
    from bot.community.servers import ServerSettings
    from bot.library.library import Library

_MENU = "attache:help"


class Page(StrEnum):
    """A page of the help."""

    FIRST = "first"
    ASKING = "asking"
    READING = "reading"
    NEWS = "news"
    MODERATORS = "moderators"
    OPERATORS = "operators"


_TITLES = {
    Page.FIRST: N_("How to ask"),
    Page.ASKING: N_("More about asking"),
    Page.READING: N_("Reading the briefings"),
    Page.NEWS: N_("News, and what I keep of you"),
    Page.MODERATORS: N_("For moderators"),
    Page.OPERATORS: N_("For whoever runs me"),
}
_LINES = {
    Page.FIRST: (
        N_("**Ask**: type **/ask** and your question, mention me, or write me a direct message."),
        N_(
            "**Read on**: the blue buttons under an answer lead to related topics; *Read all* "
            "opens a whole briefing."
        ),
        N_("**/topics**: what the briefings are about"),
        N_("**/latest**: the newest briefings"),
        N_("**/follow**: hear from me when there is news on a topic"),
        N_("**/privacy**: what I keep of you, and how to delete it"),
    ),
    Page.ASKING: (
        N_("Use your own words; names may be misspelt. *Last week* or *in June* is understood."),
        N_(
            "Ask further: *{question}* goes on from your last question. Where I answered a "
            "message, you can reply to my answer, too."
        ),
        N_("**/ask** with *private*: only you see the answer, and you can share it later."),
        N_("A number alone, such as *#5*, opens that briefing."),
        N_(
            "A message of somebody as the question: choose *Apps*, *Ask the briefings* in the menu "
            "of that message."
        ),
        N_("👍 and 👎 under an answer tell the editors whether it helped."),
    ),
    Page.READING: (
        N_("**/topics**: what the briefings are about"),
        N_("**/latest**: the newest briefings, of all or on one topic"),
        N_("**/timeline**: a topic in order of date"),
        N_("**/briefing**: one briefing, whole"),
        N_("**/related**: what is like a briefing"),
        N_("**/random**: any briefing"),
    ),
    Page.NEWS: (
        N_("**/follow**: hear from me when there is news on a topic"),
        N_("**/following**: what you follow, and how to stop it"),
        N_("**/privacy**: what I keep of you, and how to delete it"),
    ),
    Page.MODERATORS: (
        N_("**/settings**: where and how I answer on this server"),
        N_("**/follow** with a channel: tell that channel when there is news on a topic"),
        N_("**/following** with a channel: what it follows, and how to stop it"),
    ),
    Page.OPERATORS: (
        N_("**/admin reload**: read the briefings again; **/admin check**: see what would change"),
        N_("**/admin upload**, **/admin add**: take in a file, or one briefing"),
        N_("**/admin withdraw**, **/admin readmit**: take one out for good, or let it in again"),
        N_(
            "**/admin editions**, **/admin changes**, **/admin rollback**: earlier editions, what "
            "changed, and going back"
        ),
        N_("**/admin insights**: what people ask, and do not find"),
        N_("**/admin status**: how it stands; **/admin log**: who did what"),
        N_("**/admin export**: all briefings as a file"),
    ),
}

_WITHOUT_MENTIONS = {
    _LINES[Page.FIRST][0]: N_(
        "**Ask**: type **/ask** and your question, or write me a direct message."
    ),
    _LINES[Page.ASKING][1]: N_("Ask further: *{question}* goes on from your last question."),
}
"""What stands instead on a server where mentions and replies are not answered."""
_VOTING = _LINES[Page.ASKING][-1]


class HelpCommand:
    """Tells people how to use the bot; what they may not or cannot do, they are not shown.

    ``votes`` says that people are asked under answers whether these helped, if a server lets it.
    """

    def __init__(self, library: Library, places: Places, *, votes: bool) -> None:
        self._library = library
        self._places = places
        self._votes = votes

    def command(self) -> app_commands.Command[Any, ..., None]:
        """Return ``/help``."""

        @app_commands.command(name="help", description=N_("How to ask, and what else there is"))
        async def help_(interaction: discord.Interaction[Attache]) -> None:
            await send(interaction, await self._message(interaction, Page.FIRST), hidden=True)

        return help_

    async def turn(self, interaction: discord.Interaction[Attache], page: str) -> None:
        """Put another page in place of the one that is shown."""
        await change(interaction, await self._message(interaction, page))

    async def _message(self, interaction: discord.Interaction[Attache], page: str) -> Message:
        place = await self._places.of(interaction)
        is_operator = interaction.client.admins.include(interaction.user)
        pages = _pages_for(place, is_operator=is_operator)
        shown = next((each for each in pages if each == page), Page.FIRST)
        return await self._composed(shown, pages, place)

    async def first_page(self, place: Place) -> Message:
        """Return the first page for who asks for it in their own words."""
        return await self._composed(Page.FIRST, _pages_for(place, is_operator=False), place)

    async def _composed(self, shown: Page, pages: Sequence[Page], place: Place) -> Message:
        lang = place.language
        question = await self._follow_up(lang)
        told = self._lines(shown, place.settings)
        lines = [f"- {lang.gettext(line, question=question)}" for line in told]
        title = f"### {lang.gettext(_TITLES[shown])}"
        parts: list[ui.Item[Any]] = [ui.TextDisplay("\n".join([title, *lines]))]
        if shown is Page.FIRST:
            count = lang.ngettext("{count} briefing", "{count} briefings", self._library.briefings)
            only = lang.gettext("Only what they say is used; nothing is made up.")
            # In the text above, it would belong to the last line of the list.
            parts.append(ui.TextDisplay(f"-# {count}. {only}"))
        parts.append(ui.ActionRow(HelpMenu(pages, lang)))
        return Message(INFORMATION, parts)

    async def _follow_up(self, lang: Language) -> str:
        """Return a question that goes on from another one, if possible of a topic there is."""
        topic = example_among(await self._library.topics(limit=LOOKED_AT))
        if topic:
            return lang.gettext("what about {topic}?", topic=topic)
        return lang.gettext("why?")

    def _lines(self, page: Page, settings: ServerSettings) -> list[str]:
        """Return the lines of a page that hold where a server has these settings."""
        lines = list(_LINES[page])
        if not settings.mentions:
            lines = [_WITHOUT_MENTIONS.get(line, line) for line in lines]
        votes = self._votes and settings.feedback
        return [line for line in lines if votes or line != _VOTING]


def _pages_for(place: Place, *, is_operator: bool) -> list[Page]:
    """Return the pages on what somebody may do where they ask."""
    pages = [Page.FIRST, Page.ASKING, Page.READING, Page.NEWS]
    if place.permissions is not None and place.permissions.manage_guild:
        pages.append(Page.MODERATORS)
    if is_operator:
        pages.append(Page.OPERATORS)
    return pages


class HelpMenu(Pressable[ui.Select[Any]], template=_MENU):
    """Chooses a page of the help, which is shown in place."""

    def __init__(self, pages: Sequence[Page], lang: Language) -> None:
        options = [
            discord.SelectOption(label=lang.gettext(_TITLES[page]), value=page) for page in pages
        ]
        placeholder = lang.gettext("More help")
        super().__init__(ui.Select(custom_id=_MENU, options=options, placeholder=placeholder))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Show what was chosen."""
        await interaction.client.help.turn(interaction, self.item.values[0])
