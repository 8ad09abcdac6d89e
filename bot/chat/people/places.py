"""Where somebody asks: the server's settings there, and the language to answer in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import discord
import structlog
from cachetools import LRUCache

from bot.chat.languages.languages import ENGLISH
from bot.community.servers import ServerSettings
from bot.errors import AttacheError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.chat.languages.languages import Language, Languages
    from bot.community.servers import Servers

_MOST_LOCALES = 50_000
_UNKNOWN = ServerSettings(private=True)
"""A server whose settings cannot be read: perhaps what it is asked is for the asker alone."""

Source: TypeAlias = "discord.Interaction[discord.Client] | discord.Message"


@dataclass(frozen=True, slots=True)
class Place:
    """Who asks where; ``channels`` are the ids of the channel and, of a thread, of its parent."""

    person: int
    server: int | None
    channels: tuple[int, ...]
    settings: ServerSettings
    language: Language
    permissions: discord.Permissions | None
    has_others: bool
    """Others would be disturbed: there, what one person opens only they see."""

    @property
    def channel(self) -> int | None:
        """Return the channel's id."""
        return self.channels[0] if self.channels else None

    @property
    def where(self) -> tuple[int, int | None]:
        """Return what follow-up questions are remembered by."""
        return self.person, self.channel

    def is_private(self, *, hidden: bool) -> bool:
        """Tell whether only the person sees an answer, which is ``hidden`` from others or not."""
        return hidden or not self.has_others

    @property
    def is_open(self) -> bool:
        """Tell whether the server's moderators let the bot answer in this channel."""
        allowed = self.settings.channels
        return not allowed or not allowed.isdisjoint(self.channels)

    @property
    def kind(self) -> str:
        """Return what the record of a question calls this place: "server" or "direct"."""
        return "direct" if self.server is None else "server"


class Places:
    """Finds out about places; the locale of 50,000 people is kept for their direct messages."""

    def __init__(self, servers: Servers, languages: Languages) -> None:
        self._servers = servers
        self._languages = languages
        self._locales: LRUCache[int, str] = LRUCache(_MOST_LOCALES)
        self._heard: LRUCache[int, str] = LRUCache(_MOST_LOCALES)
        self._log = structlog.get_logger("attache.chat")

    async def of(self, source: Source) -> Place:
        """Return where an interaction or a message comes from; never raises.

        The language is the server's, where its moderators chose one; else that of the person's
        Discord, which a message does not tell, so that it is the server's own for a mention, and
        for a direct message the last one known, or else that of the last question.
        """
        server = source.guild_id if isinstance(source, discord.Interaction) else _server(source)
        settings = await self._settings(server)
        if isinstance(source, discord.Interaction):
            person, permissions = source.user.id, source.permissions if server else None
            others = server is not None or source.context.private_channel
            locale = source.locale.value
            self._locales[person] = locale
        else:
            person, permissions = source.author.id, _permissions(source)
            others = server is not None
            known = self._locales.get(person) or self._heard.get(person)
            locale = source.guild.preferred_locale.value if source.guild else known or ""
        return Place(
            person,
            server,
            _channels(source),
            settings,
            self._languages.of(settings.language or locale),
            permissions,
            bool(others),
        )

    def heard(self, place: Place, language: str | None) -> Place:
        """Return a place with the language of a question, where no other is known; None: English.

        That is in a direct message, before any command or button has told that of their Discord.
        """
        if place.has_others or place.person in self._locales:
            return place
        self._heard[place.person] = language or ENGLISH
        return replace(place, language=self._languages.of(language))

    def greeted(self, place: Place, language: str) -> Place:
        """Return a place with the language of small talk, where nothing was asked in any before.

        Who has asked in English may well thank in German.
        """
        return place if place.person in self._heard else self.heard(place, language)

    async def chosen(self, server: int) -> Language | None:
        """Return the language that a server's moderators chose, None where they chose none."""
        language = (await self._settings(server)).language
        return self._languages.of(language) if language else None

    async def _settings(self, server: int | None) -> ServerSettings:
        if server is None:
            return ServerSettings()
        try:
            return await self._servers.of(server)
        except AttacheError as error:
            # Answers do not depend on the community's database.
            self._log.warning("a server's settings cannot be read", reason=str(error))
            return self._servers.last_known(server) or _UNKNOWN


def still_there(channels: Iterable[int], guild: discord.Guild | None) -> list[int]:
    """Return those of the channels of a server that were not deleted, as far as that is known."""
    ordered = sorted(channels)
    if guild is None or not guild.channels:
        return ordered
    return [channel for channel in ordered if guild.get_channel(channel)]


def _server(message: discord.Message) -> int | None:
    return message.guild.id if message.guild else None


def _channels(source: Source) -> tuple[int, ...]:
    own = source.channel.id if isinstance(source, discord.Message) else source.channel_id
    ids = (own, getattr(source.channel, "parent_id", None))
    return tuple(each for each in ids if each)


def _permissions(message: discord.Message) -> discord.Permissions | None:
    """Return what the author of a message may do where it was written, None outside a server."""
    if not isinstance(message.author, discord.Member):
        return None
    try:
        return message.channel.permissions_for(message.author)
    except discord.ClientException:  # in a thread whose channel is not known
        return None
