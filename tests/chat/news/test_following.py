"""Following topics: who asked for it is told of news once, and only of news."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.community.follows import MOST_TOPICS, Follow, FollowerKind
from tests.chat.reading import assert_only_denied, id_of, labels_of, planted, press, text_of
from tests.chat.test_denials import on_a_foreign_server

if TYPE_CHECKING:
    from simcord.builders import ChannelHandle

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


pytestmark = pytest.mark.usefixtures("url")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let notices follow each other, and be asked of, without a pause."""
    monkeypatch.setattr("bot.chat.news.notices._SECONDS_BETWEEN", 0.0)
    monkeypatch.setattr("bot.chat.news.untold._SECONDS", 0.0)


async def bring(world: World, shelf: Shelf, *texts: str, name: str = "more") -> None:
    """Add briefings, in a new edition."""
    lines = [json.dumps({"id": f"{name}{at}", "text": text}) for at, text in enumerate(texts)]
    (shelf.data / f"{name}.jsonl").write_text("\n".join(lines))
    report = await world.library.reload(by="test", may_remove=1)
    assert report.swapped


async def an_hour_later(world: World) -> None:
    """Let the pause between notices pass."""
    await world.community.database.write("UPDATE followers SET told_at = '2000-01-01T00:00:00Z'")


def notices(channel: ChannelHandle) -> list[str]:
    """Return the text of the notices in a channel, the oldest first."""
    said = [text_of(message) for message in channel.history() if message.author.bot]
    return [each for each in said if "New on" in each]


async def follow(world: World, topic: str = "OSCE") -> str:
    result = await world.member.slash(world.channel, "follow", topic=topic)
    assert result.ephemeral
    return text_of(result.response)


async def test_a_follower_gets_one_message_with_all_that_is_new(world: World, shelf: Shelf) -> None:
    assert "*OSCE*" in await follow(world, "OCSE")
    await follow(world, "NATO")
    await bring(
        world, shelf, "The OSCE opens an office in Ruritania.", "NATO moves to Ruritania.",
        "The OSCE and NATO meet in Ruritania.", "It rains in Ruritania.",
    )  # fmt: skip

    assert await world.bot.notifier.tell_all() == 1

    (said,) = notices(world.member_user.dm_channel)
    assert "opens an office" in said
    assert "NATO moves" in said
    assert said.count("meet in Ruritania") == 1
    assert "rains" not in said
    assert "NATO" in said.splitlines()[0]
    assert "OSCE" in said.splitlines()[0]
    last = world.member_user.dm_channel.last_message
    assert {"OSCE", "NATO"} <= set(labels_of(last))


async def test_what_was_there_before_is_no_news(world: World) -> None:
    await follow(world)

    assert await world.bot.notifier.tell_all() == 0


async def test_news_are_told_once_whatever_happens_to_the_editions(
    world: World, shelf: Shelf
) -> None:
    await follow(world)
    await bring(world, shelf, "The OSCE opens an office in Ruritania.")
    assert await world.bot.notifier.tell_all() == 1
    await an_hour_later(world)

    await world.library.editing.roll_back(1, by="test")
    assert await world.bot.notifier.tell_all() == 0
    await world.library.reload(by="test")
    assert await world.bot.notifier.tell_all() == 0
    await bring(world, shelf, "The OSCE opened an office in Ruritania.")
    assert await world.bot.notifier.tell_all() == 0
    await world.restart()
    await world.bot.notifier.settle()
    assert await world.bot.notifier.tell_all() == 0
    assert len(notices(world.member_user.dm_channel)) == 1


async def test_where_briefings_got_new_numbers_what_comes_is_news(
    world: World, shelf: Shelf
) -> None:
    await follow(world)
    # As after another database of briefings, which had come to more, was damaged and moved away.
    await world.community.database.write("UPDATE follows SET seen = 5000")
    assert await world.bot.notifier.tell_all() == 0

    await bring(world, shelf, "The OSCE opens an office in Ruritania.")

    assert await world.bot.notifier.tell_all() == 1
    assert "opens an office" in notices(world.member_user.dm_channel)[0]


async def test_at_most_one_message_an_hour_then_with_all_since(world: World, shelf: Shelf) -> None:
    await follow(world)
    await bring(world, shelf, "The OSCE opens an office in Ruritania.")
    await world.bot.notifier.tell_all()
    await bring(world, shelf, "The OSCE hires a cook.", name="b")
    await bring(world, shelf, "The OSCE hires a guard.", name="c")
    assert await world.bot.notifier.tell_all() == 0

    await an_hour_later(world)
    assert await world.bot.notifier.tell_all() == 1

    last = notices(world.member_user.dm_channel)[-1]
    assert "cook" in last
    assert "guard" in last
    assert "office" not in last


async def test_closed_direct_messages_end_it_after_three_tries_and_it_is_said(
    world: World, shelf: Shelf
) -> None:
    await follow(world)
    world.env.inject_error(
        "POST", "/channels/*/messages", status=403, code=50007, message="Closed", times=None
    )
    for place in range(5):
        await bring(world, shelf, f"The OSCE opens office {place}.", name=f"n{place}")
        await world.bot.notifier.tell_all()
        await an_hour_later(world)
    refused = [each for each in world.env.http_requests if each.path.endswith("/messages")]
    assert len(refused) == 3
    world.env.backend.faults.clear()

    asked = await world.member.slash(world.channel, "topics")
    again = await world.member.slash(world.channel, "ask", question="OSCE")
    assert "could not reach you" in text_of(asked.followups[-1])
    assert asked.followups[-1].ephemeral
    assert not again.followups

    await follow(world)
    await bring(world, shelf, "The OSCE opens a shop.", name="shop")
    assert await world.bot.notifier.tell_all() == 1
    said = notices(world.member_user.dm_channel)[-1]
    assert "shop" in said
    assert "office 0" in said


async def test_what_another_process_gave_up_is_told_here_once(world: World) -> None:
    await follow(world)
    for _ in range(3):
        (due,) = await world.community.follows.due(10**9, timedelta(0))
        await world.community.follows.failed(
            await world.community.follows.claim(due, [15], 15), counts=True
        )

    asked = await world.member.slash(world.channel, "topics")
    again = await world.member.slash(world.channel, "topics")

    assert "could not reach you" in text_of(asked.followups[-1])
    assert not again.followups


@pytest.mark.parametrize(
    ("path", "code"), [("/users/@me/channels", 40003), ("/channels/*/messages", 20026)]
)
async def test_a_bot_that_writes_too_fast_gives_up_nobody_and_asks_discord_once(
    world: World, shelf: Shelf, path: str, code: int
) -> None:
    await follow(world)
    await world.moderator.slash(world.channel, "follow", topic="OSCE")
    world.env.inject_error("POST", path, status=403, code=code, times=None)
    for place in range(4):
        await bring(world, shelf, f"The OSCE opens office {place}.", name=f"n{place}")
        before = len(requests(world, path))
        assert await world.bot.notifier.tell_all() == 0
        assert len(requests(world, path)) == before + 1
        await an_hour_later(world)
    world.env.backend.faults.clear()

    assert await world.bot.notifier.tell_all() == 2
    assert "office 0" in notices(world.member_user.dm_channel)[-1]


def requests(world: World, path: str) -> list[Any]:
    """Return the requests of a path."""
    end = path.rpartition("/")[2]
    return [each for each in world.env.http_requests if each.path.endswith(f"/{end}")]


async def test_a_failing_discord_loses_no_news(world: World, shelf: Shelf) -> None:
    await follow(world)
    await bring(world, shelf, "The OSCE opens an office in Ruritania.")
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, times=1)
    assert await world.bot.notifier.tell_all() == 0
    await an_hour_later(world)

    assert await world.bot.notifier.tell_all() == 1
    assert len(notices(world.member_user.dm_channel)) == 1


async def test_a_notice_claimed_by_a_bot_that_died_is_sent_within_minutes_only(
    world: World, shelf: Shelf
) -> None:
    await follow(world)
    await bring(world, shelf, "The OSCE opens an office in Ruritania.")
    follows = world.community.follows
    (due,) = await follows.due(10**9, timedelta(hours=1))
    await follows.claim(due, [15], 15)
    await world.bot.notifier.settle()
    assert len(notices(world.member_user.dm_channel)) == 1

    await follows.claim(due, [15], 15)
    async with follows._database.transaction() as connection:
        await connection.execute(
            "UPDATE notices SET claimed_at = '2000-01-01T00:00:00Z' WHERE sent_at IS NULL"
        )
    await world.bot.notifier.settle()
    await world.bot.notifier.settle()
    assert len(notices(world.member_user.dm_channel)) == 1
    assert await follows.unsent() == []


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


async def test_what_is_followed_is_listed_and_stopped_by_a_button(world: World) -> None:
    await follow(world, "OSCE")
    await follow(world, "NATO")
    assert "already" in await follow(world, "NATO")
    listed = await world.member.slash(world.channel, "following")
    assert listed.response is not None
    assert labels_of(listed.response) == ["NATO", "OSCE"]

    await world.restart()
    left = await world.member.click(listed.response, custom_id=id_of(listed.response, "NATO"))

    assert labels_of(left.response) == ["OSCE"]
    assert [each.label for each in await world.community.follows.of(*person(world))] == ["OSCE"]


async def test_no_more_is_followed_than_the_list_has_buttons_for(world: World) -> None:
    await follow(world, "OSCE")
    for place in range(MOST_TOPICS - 1):
        follow_ = Follow(f"k{place}", f"Topic {place}", 0)
        await world.community.follows.follow(*person(world), follow_, language="en")

    assert "25 topics are followed already" in await follow(world, "NATO")
    assert "*OSCE* is followed already" in await follow(world, "OSCE")
    assert len(await world.community.follows.of(*person(world))) == MOST_TOPICS


async def test_notices_that_were_stopped_go_on_though_no_more_can_be_followed(world: World) -> None:
    follows = world.community.follows
    await follow(world, "OSCE")
    for place in range(MOST_TOPICS - 1):
        await follows.follow(*person(world), Follow(f"k{place}", "A topic", 0), language="en")
    await world.community.database.write("UPDATE followers SET stopped_at = '2000-01-01T00:00:00Z'")

    await follow(world, "OSCE")

    assert not await follows.stopped(*person(world))


async def test_what_a_channel_follows_no_more_is_in_the_log(world: World) -> None:
    await world.moderator.slash(world.channel, "follow", topic="OSCE", channel=world.channel)
    listed = await world.moderator.slash(world.channel, "following", channel=world.channel)
    await press(world.moderator, listed.response, "OSCE")

    newest, before = await world.community.audit.entries()
    assert (newest.did, newest.detail) == (f"unfollow for channel {world.channel.id}", "OSCE")
    assert (before.did, before.detail) == (f"follow for channel {world.channel.id}", "OSCE")


async def test_nobody_stops_what_another_follows(world: World) -> None:
    await follow(world)
    (followed,) = await world.community.follows.of(*person(world))
    mine = f"attache:unfollow:person:{world.member_user.id}:{followed.topic}"
    channels = f"attache:unfollow:channel:{world.channel.id}:{followed.topic}"

    await world.moderator.click(await planted(world, mine), custom_id=mine)
    denied = await world.member.click(await planted(world, channels), custom_id=channels)

    assert len(await world.community.follows.of(*person(world))) == 1
    assert "those who may manage the server" in text_of(denied.response)


async def test_on_a_server_without_the_bot_a_person_can_follow_and_no_channel(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_foreign_server(world, monkeypatch)

    asked = await world.moderator.slash(
        world.channel, "follow", topic="OSCE", channel=world.channel
    )

    assert "only on a server that has added me" in text_of(asked.response)
    assert "Done." in await follow(world)


async def test_what_is_followed_no_more_when_it_is_sent_is_not_told(
    world: World, shelf: Shelf
) -> None:
    await follow(world)
    await follow(world, "NATO")
    await bring(world, shelf, "The OSCE opens an office in Ruritania.")
    follows = world.community.follows
    (due,) = await follows.due(10**9, timedelta(hours=1))
    await follows.claim(due, [15], 15)
    (osce,) = [each for each in await follows.of(*person(world)) if each.label == "OSCE"]
    await follows.unfollow(*person(world), osce.topic)

    await world.bot.notifier.settle()

    assert notices(world.member_user.dm_channel) == []


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


def person(world: World) -> tuple[FollowerKind, int]:
    return FollowerKind.PERSON, world.member_user.id
