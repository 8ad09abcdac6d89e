"""Following topics: who asked for it is told of news once, and only of news."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.community.follows import MOST_TOPICS, Follow, FollowerKind
from tests.chat.reading import id_of, labels_of, planted, text_of, told

if TYPE_CHECKING:
    from simcord.builders import ChannelHandle

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


pytestmark = pytest.mark.usefixtures("url")


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


async def test_news_can_be_followed_up_in_a_direct_message(world: World, shelf: Shelf) -> None:
    await follow(world, "OSCE")
    await bring(
        world, shelf, *[f"The OSCE opens office {place} in Ruritania." for place in "ABCDEFGH"]
    )
    assert await world.bot.notifier.tell_all() == 1
    assert "office H" in notices(world.member_user.dm_channel)[0]

    second = await told(world, "the second one")
    assert "office G" in second
    assert "office H" not in second


async def test_the_only_news_are_what_is_asked_of_next(world: World, shelf: Shelf) -> None:
    await told(world, "grain imports")
    await follow(world, "OSCE")
    await bring(world, shelf, "The OSCE opens an office in Ruritania.")
    assert await world.bot.notifier.tell_all() == 1

    assert "[1] #15\n" in await told(world, "why?")
    assert await told(world, "the second one") == "There is only 1 to choose from."
    assert "grain" not in await told(world, "tell me more")


async def test_who_wants_more_news_reads_on(world: World, shelf: Shelf) -> None:
    await follow(world, "OSCE")
    await bring(
        world, shelf, *[f"The OSCE opens office {place} in Ruritania." for place in "ABCDEFGH"]
    )
    assert await world.bot.notifier.tell_all() == 1

    more = await told(world, "tell me more")

    assert "office B" in more
    assert "office A" in more
    assert "office C" not in more


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


async def test_nobody_stops_what_another_follows(world: World) -> None:
    await follow(world)
    (followed,) = await world.community.follows.of(*person(world))
    mine = f"attache:unfollow:person:{world.member_user.id}:{followed.topic}"
    channels = f"attache:unfollow:channel:{world.channel.id}:{followed.topic}"

    await world.moderator.click(await planted(world, mine), custom_id=mine)
    denied = await world.member.click(await planted(world, channels), custom_id=channels)

    assert len(await world.community.follows.of(*person(world))) == 1
    assert "those who may manage the server" in text_of(denied.response)


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


def person(world: World) -> tuple[FollowerKind, int]:
    return FollowerKind.PERSON, world.member_user.id
