"""What somebody asked or opened for themselves alone is not told where others read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.community.servers import ServerSettings
from tests.chat.checking import walk
from tests.chat.reading import id_of, labels_of, payload, text_of

if TYPE_CHECKING:
    from tests.chat.conftest import World

GRAIN = "grain imports from Ukraine?"


async def mentioned(world: World, question: str, reply_to: Any = None) -> str:
    """Ask by mention; return what everybody reads."""
    assert world.bot.user is not None
    said = f"{world.bot.user.mention} {question}"
    await world.member.send(world.channel, said, reply_to=reply_to)
    return text_of(world.channel.last_message)


async def asked(world: World, question: str, *, private: bool = False) -> str:
    result = await world.member.slash(world.channel, "ask", question=question, private=private)
    assert result.ephemeral is private
    return text_of(result.response)


@pytest.mark.parametrize("question", ["who else?", "why?", "tell me more"])
async def test_a_private_question_is_not_followed_up_where_others_read(
    world: World, question: str
) -> None:
    assert "] #14" in await asked(world, GRAIN, private=True)

    for said in (await mentioned(world, question), await asked(world, question)):
        assert "grain" not in said
        assert "Ukraine" not in said


async def test_a_private_question_is_followed_up_in_private(world: World) -> None:
    await asked(world, GRAIN, private=True)

    assert "*grain*" in await asked(world, "tell me more", private=True)


async def test_a_public_question_is_followed_up_in_private_and_in_public(world: World) -> None:
    await mentioned(world, GRAIN)

    assert "*grain*" in await asked(world, "tell me more", private=True)
    assert "*grain*" in await mentioned(world, "tell me more")


async def test_a_private_follow_up_leaves_what_is_spoken_of_in_public(world: World) -> None:
    await asked(world, "What did the OSCE do in Malta?")
    await asked(world, "what about the grain imports?", private=True)

    said = await mentioned(world, "tell me more")
    assert "*OSCE*" in said
    assert "grain" not in said


async def test_a_public_question_of_unknown_words_alone_leaves_nothing_to_follow_up_in_private(
    world: World,
) -> None:
    await asked(world, GRAIN)
    await asked(world, "Quvlirp Drosk?")

    assert "grain" not in await asked(world, "why?", private=True)


async def test_where_answers_are_private_a_mention_follows_none_of_them_up(world: World) -> None:
    settings = ServerSettings(private=True)
    await world.community.servers.change(world.guild.id, settings)
    result = await world.member.slash(world.channel, "ask", question=GRAIN)
    assert result.ephemeral

    assert "grain" not in await mentioned(world, "tell me more")


async def test_a_message_put_to_the_briefings_is_not_followed_up_where_others_read(
    world: World,
) -> None:
    message = await world.moderator.send(world.channel, GRAIN)
    await world.member.context_menu(world.channel, "Ask the briefings", message)

    assert "grain" not in await mentioned(world, "tell me more")


async def test_a_topic_that_was_opened_is_not_followed_up_where_others_read(world: World) -> None:
    listed = await world.moderator.slash(world.channel, "topics")
    assert listed.response is not None
    (menu,) = (part for part in walk(payload(listed.response)) if part["type"] == 3)
    topic = menu["options"][0]["value"]
    opened = await world.member.select(listed.response, [topic], custom_id=menu["custom_id"])
    assert opened.ephemeral

    said = await mentioned(world, "tell me more")
    assert "I need something to search for" in said
    assert "Poland" not in said
    assert "I found nothing more on that" in await asked(world, "tell me more", private=True)


async def test_a_topic_that_a_command_listed_for_all_is_followed_up_before_all(
    world: World,
) -> None:
    await world.member.slash(world.channel, "latest", topic="NATO")

    assert "*NATO*" in await mentioned(world, "tell me more")


async def test_what_was_shared_can_be_followed_up_before_others(world: World) -> None:
    private = await world.member.slash(world.channel, "ask", question=GRAIN, private=True)
    assert private.response is not None
    await world.member.click(private.response, custom_id=id_of(private.response, "Share"))

    assert "*grain*" in await mentioned(world, "tell me more")


async def test_what_was_withdrawn_meanwhile_is_not_shared(world: World) -> None:
    private = await world.member.slash(world.channel, "ask", question=GRAIN, private=True)
    assert private.response is not None
    assert "] #14\n" in text_of(private.response)
    await world.library.editing.withdraw(14, by="test")

    refused = await world.member.click(private.response, custom_id="attache:share")
    await world.library.editing.readmit(14, by="test")
    shared = await world.member.click(private.response, custom_id="attache:share")

    assert refused.ephemeral
    assert not refused.followups
    said = text_of(refused.response)
    assert said.startswith("Briefing #14 was withdrawn. So this answer is not shared; ask again")
    assert "] #14" in text_of(shared.followups[0])


async def test_sharing_a_follow_up_tells_nothing_of_what_it_followed(world: World) -> None:
    await asked(world, GRAIN, private=True)
    private = await world.member.slash(
        world.channel, "ask", question="What did the OSCE do in Malta?", private=True
    )
    assert private.response is not None
    assert "Share" in labels_of(private.response)
    shared = await world.member.click(private.response, custom_id="attache:share")

    said = await mentioned(world, "tell me more", reply_to=shared.followups[0])
    assert "*OSCE*" in said
    assert "grain" not in said


async def test_in_direct_messages_everything_can_be_followed_up(world: World) -> None:
    await world.member_user.slash("ask", question=GRAIN, private=True)
    await world.member_user.send_dm("tell me more")

    assert "*grain*" in text_of(world.member_user.dm_channel.last_message)


async def test_who_shares_under_a_name_that_nobody_sees_is_named_by_their_account(
    world: World,
) -> None:
    ghost = world.guild.add_member(world.env.create_user("ghost", global_name="\u3164"))
    asked = await ghost.slash(world.channel, "ask", question="OSCE", private=True)
    assert asked.response is not None

    shared = await ghost.click(asked.response, custom_id="attache:share")

    assert "Shared by ghost" in text_of(shared.followups[0])
