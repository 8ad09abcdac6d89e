"""Telling followers of news: once each, slowly, and no more often than they can bear."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord import ui

from bot.chat.languages.recorded import and_more
from bot.chat.messages import limits
from bot.chat.messages.buttons import TopicButton
from bot.chat.messages.citing import listed
from bot.chat.messages.delivering import UNREACHABLE
from bot.chat.messages.escaping import plain_cut
from bot.chat.messages.message import INFORMATION, Message
from bot.chat.people.listing import remember_listed
from bot.community.follows import FollowerKind
from bot.databases.moments import now
from bot.errors import AttacheError
from bot.model import Briefing, Citation, Context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language, Languages
    from bot.chat.people.memory import Memory
    from bot.community.follows import Follow, Follower, Follows, Notice
    from bot.library.library import Library

_SECONDS_BETWEEN = 1.0
"""Discord asks not to open many direct messages at once
(https://discord.com/developers/docs/resources/user#create-dm)."""
_LOOK_SECONDS = 60.0
_SAME_NONCE = timedelta(minutes=2)
"""For a few minutes Discord sends no second message with the same nonce
(https://discord.com/developers/docs/resources/message#create-message)."""
_TOO_FAST = frozenset([40003, 20026])
"""What Discord answers (with 403) to a bot that opens too many direct messages, or that it took for
a spammer; of whom it writes to, this says nothing
(https://discord.com/developers/docs/topics/opcodes-and-status-codes#json)."""
_MOST_NEWS = 200
_SHOWN = 6
_ROOM = 420


class Sent(Enum):
    """What came of a notice."""

    ARRIVED = auto()
    NOT = auto()
    TOO_FAST = auto()
    """Discord takes none to anybody for now."""


class Notifier:
    """Looks for news after every new edition, and tells those who follow its topics.

    A notice is claimed in the database before it is sent. When the bot ends in between, it is sent
    again while Discord would not post it twice; after that it counts as sent.
    """

    def __init__(
        self,
        client: Attache,
        library: Library,
        follows: Follows,
        languages: Languages,
        pause: timedelta,
        memory: Memory,
    ) -> None:
        self._client = client
        self._library = library
        self._follows = follows
        self._languages = languages
        self._pause = pause
        self._memory = memory
        self._log = structlog.get_logger("attache.chat")

    async def run(self) -> None:
        """Tell of news until cancelled."""
        await self._client.logged_in.wait()
        await self.settle()
        while True:
            edition = self._library.edition
            try:
                await self.tell_all()
            except AttacheError as error:
                self._log.warning("followers cannot be told now", reason=str(error))
            try:
                await asyncio.wait_for(self._library.changed(edition), _LOOK_SECONDS)
            except TimeoutError:
                continue

    async def tell_all(self) -> int:
        """Tell everyone who is due; return how many notices were sent. Raises `AttacheError`."""
        if given := await self._library.history.highest():
            await self._follows.begin_anew_above(given)
        highest = await self._library.highest()
        sent = 0
        for follower in await self._follows.due(highest, self._pause):
            followed = await self._follows.of(follower.kind, follower.target)
            news = await self._library.news(
                {each.topic: each.seen for each in followed}, _MOST_NEWS
            )
            numbers = sorted({each for found in news.numbers.values() for each in found})
            if not numbers:
                await self._follows.look_through(follower, news.highest)
                continue
            notice = await self._follows.claim(follower, numbers, news.highest)
            came = await self._send(notice)
            if came is Sent.TOO_FAST:
                break
            sent += came is Sent.ARRIVED
            await asyncio.sleep(_SECONDS_BETWEEN)
        return sent

    async def settle(self) -> None:
        """Send what was claimed just before the bot ended; what is older counts as sent."""
        try:
            for notice in await self._follows.unsent():
                if now() - notice.claimed_at < _SAME_NONCE:
                    await self._send(notice)
                else:
                    await self._follows.sent(notice)
        except AttacheError as error:
            self._log.warning("notices cannot be looked up", reason=str(error))

    async def _send(self, notice: Notice) -> Sent:
        """Send a notice; return what came of it."""
        follower = notice.follower
        made = await self._message(notice)
        if made is None:
            await self._follows.sent(notice)
            return Sent.NOT
        view, context = made
        try:
            channel = await self._channel(follower)
            # discord.py asks Discord to keep to the nonce wherever one is given.
            sent = await channel.send(view=view, nonce=f"attache-{notice.id}")
        except (discord.Forbidden, discord.NotFound) as error:
            is_ours = error.code in _TOO_FAST
            stops = await self._follows.failed(notice, counts=not is_ours)
            if is_ours:
                self._log.warning("Discord takes no notices for now", reason=str(error))
                return Sent.TOO_FAST
            self._log.info(
                "a follower cannot be reached", kind=follower.kind, stops=stops, code=error.code
            )
            return Sent.NOT
        except UNREACHABLE as error:
            await self._follows.failed(notice, counts=False)
            self._log.warning("a notice could not be sent", reason=str(error))
            return Sent.NOT
        if follower.kind is FollowerKind.PERSON:
            where = follower.target, sent.channel.id
            await remember_listed(self._library, self._memory, context, where, private=True)
        await self._follows.sent(notice)
        return Sent.ARRIVED

    async def _channel(self, follower: Follower) -> discord.abc.Messageable:
        if follower.kind is FollowerKind.PERSON:
            return await self._client.create_dm(discord.Object(follower.target))
        return self._client.get_partial_messageable(follower.target)

    async def _message(self, notice: Notice) -> tuple[Message, Context] | None:
        """Return the news as a message, and what may be asked of it.

        None where nothing of it is in service or followed now.
        """
        follower = notice.follower
        lang = await self._language(follower)
        newest = sorted(notice.numbers, reverse=True)
        found = [await self._library.briefing(number) for number in newest[: 2 * _SHOWN]]
        news = [each for each in found if isinstance(each, Briefing)]
        followed = await self._follows.of(follower.kind, follower.target)
        seen = {each.topic: newest[-1] - 1 for each in followed}
        held = await self._library.news(seen, _MOST_NEWS)
        topics = [each for each in followed if set(held.numbers.get(each.topic, ())) & set(newest)]
        if not (news and topics):
            return None
        view, shown = news_message(news[:_SHOWN], len(newest), topics, lang, follower.kind)
        numbers = tuple(each.number for each in news)
        return view, Context("", numbers[:shown], numbers[shown:])

    async def _language(self, follower: Follower) -> Language:
        """Return the language of whoever followed, or what the channel's server chose since."""
        channel = self._client.get_channel(follower.target)
        guild = getattr(channel, "guild", None)
        chosen = await self._client.places.chosen(guild.id) if guild else None
        return chosen or self._languages.of(follower.language)


def news_message(
    news: Sequence[Briefing],
    count: int,
    topics: Sequence[Follow],
    lang: Language,
    kind: FollowerKind,
) -> tuple[Message, int]:
    """Return a message of ``count`` new briefings on topics, and how many of them fit into it."""
    for shown in range(len(news), 1, -1):
        message = _of_the_first(news[:shown], count, topics, lang, kind)
        if message.content_length() <= limits.TEXT:
            return message, shown
    return _of_the_first(news[:1], count, topics, lang, kind), 1


def _of_the_first(
    news: Sequence[Briefing],
    count: int,
    topics: Sequence[Follow],
    lang: Language,
    kind: FollowerKind,
) -> Message:
    named = [f"*{plain_cut(each.label, 60)}*" for each in topics[: limits.ROW]]
    head = lang.gettext("New on {topics}", topics=lang.listed(named))
    parts: list[ui.Item[Any]] = [ui.TextDisplay(f"### {head}")]
    shown = [Citation(rank, 0.0, each, ()) for rank, each in enumerate(news, start=1)]
    parts.extend(listed(shown, _ROOM, lang))
    notes = []
    if count > len(news):
        left = count - len(news)
        notes.append(and_more(lang, left))
    if kind is FollowerKind.PERSON:
        notes.append(lang.gettext("**/following** stops these notices."))
    else:
        # Without the channel, it shows what somebody follows themselves.
        notes.append(
            lang.gettext(
                "Who may manage this server stops it with **/following** and this channel."
            )
        )
    parts.append(ui.TextDisplay(f"-# {' '.join(notes)}"))
    buttons = [TopicButton(each.topic, each.label) for each in topics[: limits.ROW]]
    if buttons:
        parts.append(ui.ActionRow(*buttons))
    return Message(INFORMATION, parts)
