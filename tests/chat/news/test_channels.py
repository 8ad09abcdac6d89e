"""Channels are told of news as people are; who manages their server says of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from bot.community.follows import FollowerKind
from tests.chat.news.test_following import an_hour_later, bring, follow, notices
from tests.chat.reading import assert_only_denied, planted, press, text_of
from tests.chat.test_denials import on_a_foreign_server

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


pytestmark = pytest.mark.usefixtures("url")


async def test_a_moderator_lets_a_channel_be_told(world: World, shelf: Shelf) -> None:
    told = world.guild.create_text_channel("news")
    result = await world.moderator.slash(world.channel, "follow", topic="OSCE", channel=told)
    assert f"<#{told.id}>" in text_of(result.response)
    await bring(world, shelf, "The OSCE opens an office in Ruritania.")

    assert await world.bot.notifier.tell_all() == 1

    assert "opens an office" in notices(told)[0]


async def test_only_a_moderator_lets_a_channel_be_told(world: World) -> None:
    result = await world.member.slash(world.channel, "follow", topic="OSCE", channel=world.channel)
    listed = await world.member.slash(world.channel, "following", channel=world.channel)

    assert "those who may manage the server" in text_of(result.response)
    assert "those who may manage the server" in text_of(listed.response)
    assert await world.community.follows.of(FollowerKind.CHANNEL, world.channel.id) == []
    assert_only_denied(world)


async def test_a_channel_the_bot_may_not_write_in_is_refused(world: World) -> None:
    assert world.bot.user is not None
    mute = discord.PermissionOverwrite(send_messages=False)
    silent = world.guild.create_text_channel("silent", overwrites={world.bot.user: mute})

    result = await world.moderator.slash(world.channel, "follow", topic="OSCE", channel=silent)

    assert "I may not write" in text_of(result.response)


async def test_a_thread_the_bot_may_not_write_in_is_refused(world: World) -> None:
    assert world.bot.user is not None
    mute = discord.PermissionOverwrite(send_messages_in_threads=False)
    home = world.guild.create_text_channel("home", overwrites={world.bot.user: mute})
    own = world.bot.get_channel(home.id)
    assert isinstance(own, discord.TextChannel)
    await own.create_thread(name="talk", type=discord.ChannelType.public_thread)
    (thread,) = home.threads

    result = await world.moderator.slash(world.channel, "follow", topic="OSCE", channel=thread)

    assert "I may not write" in text_of(result.response)


async def test_an_archived_thread_can_follow_and_stop_following(world: World) -> None:
    own = world.bot.get_channel(world.channel.id)
    assert isinstance(own, discord.TextChannel)
    opened = await own.create_thread(name="talk", type=discord.ChannelType.public_thread)
    await opened.edit(archived=True)
    await world.env.settle()
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    assert guild.get_thread(opened.id) is None
    (thread,) = world.channel.threads

    begun = await world.moderator.slash(world.channel, "follow", topic="OSCE", channel=thread)
    listed = await world.moderator.slash(world.channel, "following", channel=thread)
    assert listed.response is not None
    left = await press(world.moderator, listed.response, "OSCE")

    assert f"I'll tell <#{thread.id}>" in text_of(begun.response)
    assert "Nothing is followed" in text_of(left)
    assert await world.community.follows.of(FollowerKind.CHANNEL, thread.id) == []


async def test_a_channel_that_cannot_be_written_to_is_given_up_and_its_list_says_so(
    world: World, shelf: Shelf
) -> None:
    told = world.guild.create_text_channel("news")
    await world.moderator.slash(world.channel, "follow", topic="OSCE", channel=told)
    world.env.inject_error("POST", f"/channels/{told.id}/messages", status=403, times=None)
    for place in range(4):
        await bring(world, shelf, f"The OSCE opens office {place}.", name=f"n{place}")
        await world.bot.notifier.tell_all()
        await an_hour_later(world)
    world.env.backend.faults.clear()

    listed = await world.moderator.slash(world.channel, "following", channel=told)

    tried = [each for each in world.env.http_requests if each.path.endswith("/messages")]
    assert len(tried) == 3
    assert "I could not write there three times" in text_of(listed.response)


async def test_what_a_channel_follows_no_more_is_in_the_log(world: World) -> None:
    await world.moderator.slash(world.channel, "follow", topic="OSCE", channel=world.channel)
    listed = await world.moderator.slash(world.channel, "following", channel=world.channel)
    await press(world.moderator, listed.response, "OSCE")

    newest, before = await world.community.audit.entries()
    assert (newest.did, newest.detail) == (f"unfollow for channel {world.channel.id}", "OSCE")
    assert (before.did, before.detail) == (f"follow for channel {world.channel.id}", "OSCE")


async def test_on_a_server_without_the_bot_a_person_can_follow_and_no_channel(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_foreign_server(world, monkeypatch)

    asked = await world.moderator.slash(
        world.channel, "follow", topic="OSCE", channel=world.channel
    )

    assert "only on a server that has added me" in text_of(asked.response)
    assert "Done." in await follow(world)


async def test_a_channel_is_told_in_the_language_that_its_server_chose_since(
    world: World, shelf: Shelf
) -> None:
    await world.moderator.slash(world.channel, "follow", topic="OSCE", channel=world.channel)
    panel = await world.moderator.slash(world.channel, "settings")
    assert panel.response is not None
    await world.moderator.select(panel.response, ["de"], custom_id="attache:set:language")
    await bring(world, shelf, "The OSCE opens an office in Ruritania.")

    assert await world.bot.notifier.tell_all() == 1
    said = text_of(world.channel.last_message)
    assert "Neu zu *OSCE*" in said
    assert "**/following** und diesem Kanal" in said


async def test_a_moderator_stops_nothing_on_another_server(world: World) -> None:
    elsewhere = world.env.create_guild("Elsewhere")
    theirs = elsewhere.create_text_channel("theirs")
    boss = elsewhere.add_member(
        world.env.create_user("boss"),
        roles=[elsewhere.create_role("All", permissions=discord.Permissions.all())],
    )
    await boss.slash(theirs, "follow", topic="OSCE", channel=theirs)
    (followed,) = await world.community.follows.of(FollowerKind.CHANNEL, theirs.id)
    forged = f"attache:unfollow:channel:{theirs.id}:{followed.topic}"
    message = await planted(world, forged)

    told = await world.moderator.click(message, custom_id=forged)

    assert "That channel is not on this server" in text_of(told.response)
    assert len(await world.community.follows.of(FollowerKind.CHANNEL, theirs.id)) == 1
