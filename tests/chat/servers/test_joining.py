"""A server that the bot is added to is greeted once, where the bot may write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import discord

from tests.chat.reading import text_of

if TYPE_CHECKING:
    import pytest
    from simcord.builders import ChannelHandle, GuildHandle

    from tests.chat.conftest import World


async def join(world: World, guild: GuildHandle) -> None:
    """Tell the bot that it was added to a server whose channels are there already."""
    joined = world.bot.get_guild(guild.id)
    assert joined is not None
    await world.bot.on_guild_join(joined)
    await world.env.settle()


def said_in(channel: ChannelHandle) -> list[str]:
    return [text_of(message) for message in channel.history()]


async def test_a_new_server_is_told_how_to_ask(world: World) -> None:
    await join(world, world.guild)

    (said,) = said_in(world.channel)
    assert "I answer from 14 briefings" in said
    assert "**/ask**" in said


async def test_the_log_invites_with_the_permissions_that_are_needed_and_no_other(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    await world.bot.on_ready()

    (link,) = re.findall(
        r"https://discord\.com/oauth2/authorize\?[^\s'\"]+", capsys.readouterr().out
    )
    asked = parse_qs(urlsplit(link).query)
    assert asked["scope"] == ["bot applications.commands"]
    assert {name for name, given in discord.Permissions(int(asked["permissions"][0])) if given} == {
        "read_messages", "send_messages", "send_messages_in_threads", "read_message_history",
        "attach_files",
    }  # fmt: skip


async def test_a_server_is_greeted_only_where_the_bot_may_write(world: World) -> None:
    guild = world.env.create_guild("Quiet")
    assert world.bot.user is not None
    mute: Any = {world.bot.user: discord.PermissionOverwrite(send_messages=False)}
    channel = guild.create_text_channel("rules", overwrites=mute)
    await join(world, guild)
    assert said_in(channel) == []

    open_to_all = guild.create_text_channel("talk")
    await join(world, guild)
    assert len(said_in(open_to_all)) == 1


async def test_a_server_that_cannot_be_greeted_is_told_nothing_wrong(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    await world.library.close()

    await join(world, world.guild)

    assert said_in(world.channel) == []
    assert "could not greet" in capsys.readouterr().out
