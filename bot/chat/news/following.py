"""``/follow`` and ``/following``: topics that people and channels are told of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import app_commands, ui
from discord.utils import as_chunks

from bot.chat.browsing.topic_option import no_topic
from bot.chat.languages.languages import N_
from bot.chat.messages import limits
from bot.chat.messages.delivering import may_write
from bot.chat.messages.escaping import label, plain_cut
from bot.chat.messages.message import INFORMATION, Message, line_message
from bot.chat.messages.patience import patiently, send
from bot.chat.messages.pressing import Pressable, button
from bot.chat.news.untold import stopped
from bot.chat.people.permissions import may_manage, who
from bot.community.follows import MOST_TOPICS, Begun, Follow, FollowerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.browsing.topic_option import TopicOption
    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.places import Places
    from bot.community.audit import Audit
    from bot.community.follows import Follows
    from bot.library.library import Library
    from bot.model import Topic

_KINDS = [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.public_thread]


class ToldChannel(app_commands.Transformer):
    """A channel that can be told of news, as Discord describes it with the interaction."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """Return that it is a channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Return the kinds of channels that are offered."""
        return _KINDS

    async def transform(
        self, _interaction: discord.Interaction[Any], value: Any, /
    ) -> app_commands.AppCommandChannel:
        """Return the channel as it is."""
        channel: app_commands.AppCommandChannel = value
        return channel


_Channel: TypeAlias = app_commands.Transform[app_commands.AppCommandChannel, ToldChannel]


class Following:
    """Keeps what people and channels follow."""

    def __init__(
        self,
        library: Library,
        follows: Follows,
        audit: Audit,
        topic_option: TopicOption,
        places: Places,
    ) -> None:
        self._library = library
        self._topic_option = topic_option
        self._follows = follows
        self._audit = audit
        self._places = places

    def commands(self) -> list[app_commands.Command[Any, ..., None]]:
        """Return ``/follow`` and ``/following``."""
        return [self._follow(), self._following()]

    def _follow(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(
            name="follow", description=N_("Be told when something new comes in on a topic")
        )
        @app_commands.describe(
            topic=N_("A name or a theme; misspelt is fine"),
            channel=N_("Tell this channel instead; for those who may manage the server"),
        )
        async def follow(
            interaction: discord.Interaction[Attache],
            topic: app_commands.Range[str, 1, limits.CHOICE],
            channel: _Channel | None = None,
        ) -> None:
            await self.follow(interaction, topic, channel)

        follow.autocomplete("topic")(self._topic_option.complete)
        return follow

    def _following(self) -> app_commands.Command[Any, ..., None]:
        @app_commands.command(
            name="following", description=N_("See what you follow, and stop following it")
        )
        @app_commands.describe(channel=N_("What this channel follows, instead"))
        async def following(
            interaction: discord.Interaction[Attache],
            channel: _Channel | None = None,
        ) -> None:
            if channel:
                may_manage(interaction)
            place = await self._places.of(interaction)
            kind, target = _target(interaction, channel)
            view = await self._list(kind, target, place.language)
            await interaction.response.send_message(view=view, ephemeral=True)
            if not channel:
                await self._follows.told_of_stop(place.person)

        return following

    async def follow(
        self,
        interaction: discord.Interaction[Attache],
        typed: str,
        channel: app_commands.AppCommandChannel | None,
    ) -> None:
        """Follow the topic that fits best what was ``typed``; raise `Denied`."""
        place = await self._places.of(interaction)
        lang = place.language
        refused = await _refusal(interaction, channel, lang) if channel else None
        found = await patiently(interaction, self._topic_option.find(typed), hidden=True)
        if refused or found is None:
            view = line_message(refused or no_topic(typed, lang))
            await send(interaction, view, hidden=True)
            return
        kind, target = _target(interaction, channel)
        highest = await patiently(interaction, self._library.highest(), hidden=True)
        begun = await self._follows.follow(
            kind, target, Follow(found.key, found.label, highest), language=lang.code
        )
        if channel and begun is not Begun.FULL:
            did = f"follow for channel {target}"
            await self._audit.record(who(interaction), did, found.label)
        view = line_message(_begun(begun, found, kind, target, lang), INFORMATION)
        await send(interaction, view, hidden=True)

    async def stop(
        self, interaction: discord.Interaction[Attache], kind: FollowerKind, target: int, topic: str
    ) -> None:
        """Follow a topic no more, and show what is left; raise `Denied`."""
        lang = (await self._places.of(interaction)).language
        if kind is FollowerKind.PERSON:
            target = interaction.user.id
        else:
            may_manage(interaction)
            if await _channel(interaction, target) is None:
                said = lang.gettext("That channel is not on this server, or I cannot see it.")
                await interaction.response.send_message(view=line_message(said), ephemeral=True)
                return
        followed = {each.topic: each.label for each in await self._follows.of(kind, target)}
        was_followed = await self._follows.unfollow(kind, target, topic)
        if was_followed and kind is FollowerKind.CHANNEL:
            did = f"unfollow for channel {target}"
            await self._audit.record(who(interaction), did, followed.get(topic, topic))
        view = await self._list(kind, target, lang)
        await interaction.response.edit_message(view=view)

    async def _list(self, kind: FollowerKind, target: int, lang: Language) -> Message:
        followed = await self._follows.of(kind, target)
        notes = []
        if await self._follows.stopped(kind, target):
            notes.append(stopped(lang) if kind is FollowerKind.PERSON else _channel_stopped(lang))
        if not followed:
            said = lang.gettext("Nothing is followed. **/follow** a topic to be told of news.")
            return line_message("\n".join([said, *notes]))
        head = lang.gettext("Followed topics")
        if kind is FollowerKind.CHANNEL:
            head = lang.gettext("Topics that <#{channel}> follows", channel=target)
        said = "\n".join([f"### {head}", lang.gettext("Press one to stop following it."), *notes])
        parts: list[ui.Item[Any]] = [ui.TextDisplay(said)]
        parts.extend(_rows(kind, target, followed))
        return Message(INFORMATION, parts)


def _begun(begun: Begun, topic: Topic, kind: FollowerKind, target: int, lang: Language) -> str:
    """Return what to say of a topic that somebody wants to follow."""
    shown = plain_cut(topic.label, 100)
    if begun is Begun.FULL:
        return lang.gettext(
            "{count} topics are followed already. **/following** stops one of them.",
            count=MOST_TOPICS,
        )
    if begun is Begun.KNOWN:
        return lang.gettext("*{topic}* is followed already.", topic=shown)
    if kind is FollowerKind.CHANNEL:
        return lang.gettext(
            "Done. I'll tell <#{channel}> when there is something new on *{topic}*.",
            channel=target,
            topic=shown,
        )
    return lang.gettext(
        "Done. I'll send you a direct message when there is something new on *{topic}*. "
        "**/following** stops it.",
        topic=shown,
    )


def _rows(kind: FollowerKind, target: int, followed: Sequence[Follow]) -> list[ui.ActionRow[Any]]:
    buttons = (StopButton(kind, target, each.topic, each.label) for each in followed[:MOST_TOPICS])
    return [ui.ActionRow(*row) for row in as_chunks(buttons, limits.ROW)]


def _target(
    interaction: discord.Interaction[Attache], channel: app_commands.AppCommandChannel | None
) -> tuple[FollowerKind, int]:
    if channel is None:
        return FollowerKind.PERSON, interaction.user.id
    return FollowerKind.CHANNEL, channel.id


async def _channel(
    interaction: discord.Interaction[Attache], channel: int
) -> discord.abc.GuildChannel | discord.Thread | None:
    """Return a channel of the server where somebody is, None where it has no such one.

    What is not known is asked for: Discord tells of no archived threads.
    """
    guild = interaction.guild
    if guild is None:
        return None
    if known := guild.get_channel_or_thread(channel):
        return known
    try:
        return await guild.fetch_channel(channel)
    except (discord.NotFound, discord.Forbidden, discord.InvalidData):
        return None


async def _refusal(
    interaction: discord.Interaction[Attache],
    channel: app_commands.AppCommandChannel,
    lang: Language,
) -> str | None:
    """Return why a channel cannot be told of news, None where it can; raise `Denied`."""
    if interaction.client.get_guild(may_manage(interaction)) is None:
        return lang.gettext(
            "I can tell a channel only on a server that has added me. Leave the channel out, and I "
            "tell you."
        )
    found = await _channel(interaction, channel.id)
    if found is None or channel.type not in _KINDS:
        return lang.gettext("Only a text channel of this server can be told of news.")
    if not may_write(found, found.guild.me):
        return lang.gettext("I may not write in <#{channel}>.", channel=channel.id)
    return None


def _channel_stopped(lang: Language) -> str:
    return lang.gettext(
        "I could not write there three times, and stopped. Let me write there, then **/follow** a "
        "topic for the channel again."
    )


class StopButton(
    Pressable[ui.Button[Any]],
    template=r"attache:unfollow:(?P<kind>person|channel):(?P<target>\d{1,20}):"
    r"(?P<topic>[0-9a-z]{1,32})",
):
    """Stops following a topic. Of a person it is the one who presses, whatever the id says."""

    def __init__(self, kind: FollowerKind, target: int, topic: str, topic_label: str) -> None:
        target = target if kind is FollowerKind.CHANNEL else 0
        custom_id = f"attache:unfollow:{kind}:{target}:{topic}"
        super().__init__(button(label(topic_label, limits.LABEL), custom_id, emoji="🔕"))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Stop it."""
        kind, target, topic = self.held["kind"], self.held["target"], self.held["topic"]
        await interaction.client.following.stop(interaction, FollowerKind(kind), int(target), topic)
