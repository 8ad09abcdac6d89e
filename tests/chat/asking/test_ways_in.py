"""Ways in beside commands: threads, forum posts, replies, posts of others; and no questions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord
import pytest

from tests.chat.reading import labels_of, text_of

if TYPE_CHECKING:
    from simcord.builders import ChannelHandle

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


def mention(world: World) -> str:
    assert world.bot.user is not None
    return world.bot.user.mention


async def thread_in(world: World, channel: ChannelHandle) -> ChannelHandle:
    """Begin a thread in a text channel, or a post in a forum."""
    own = world.bot.get_channel(channel.id)
    if isinstance(own, discord.ForumChannel):
        await own.create_thread(name="What about grain?", content="Ask here.")
    else:
        assert isinstance(own, discord.TextChannel)
        await own.create_thread(name="talk", type=discord.ChannelType.public_thread)
    (thread,) = channel.threads
    return thread


@pytest.mark.parametrize("kind", ["text", "forum"])
async def test_threads_and_forum_posts_are_answered_in(world: World, kind: str) -> None:
    make = {"text": world.guild.create_text_channel, "forum": world.guild.create_forum_channel}
    thread = await thread_in(world, make[kind]("place"))

    sent = await world.member.send(thread, f"{mention(world)} grain imports?")
    reply = thread.last_message
    assert reply is not None
    assert reply.reference is not None
    assert reply.reference.message_id == sent.id
    assert "] #14" in text_of(reply)

    await world.member.send(thread, f"{mention(world)} tell me more")
    assert "grain" in text_of(thread.last_message)
    asked = await world.member.slash(thread, "ask", question="OSCE", private=True)
    shared = await world.member.click(asked.response, custom_id="attache:share")  # type: ignore[arg-type]
    assert "Shared by mia" in text_of(shared.followups[0])


async def test_nothing_is_tried_where_the_bot_may_not_write(world: World) -> None:
    assert world.bot.user is not None
    mute: Any = {world.bot.user: discord.PermissionOverwrite(send_messages_in_threads=False)}
    thread = await thread_in(world, world.guild.create_text_channel("mute", overwrites=mute))
    before = len(world.env.http_requests)

    await world.member.send(thread, f"{mention(world)} grain imports?")

    assert len(world.env.http_requests) == before


async def test_nothing_is_tried_in_a_locked_thread(world: World) -> None:
    assert world.bot.user is not None
    bare: Any = {world.bot.user: discord.PermissionOverwrite(manage_threads=False)}
    thread = await thread_in(world, world.guild.create_text_channel("talks", overwrites=bare))
    own = world.bot.get_channel(thread.id)
    assert isinstance(own, discord.Thread)
    own.locked = True  # as Discord tells the bot that a moderator has done
    before = len(world.env.http_requests)

    await world.moderator.send(thread, f"{mention(world)} grain imports?")

    assert len(world.env.http_requests) == before


@pytest.mark.parametrize("code", [50083, 160005])
async def test_a_thread_that_was_locked_a_moment_ago_only_fills_the_log(
    world: World, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=code)

    await world.member.send(world.channel, f"{mention(world)} grain imports?")

    logged = capsys.readouterr().out
    assert "missed" in logged
    assert "failed" not in logged


async def test_a_long_briefing_is_opened_where_no_file_may_be_attached(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "long.txt").write_text("Ruritania sells salt. " * 170 + "\n")
    await world.library.reload(by="test")
    assert world.bot.user is not None
    bare: Any = {world.bot.user: discord.PermissionOverwrite(attach_files=False)}
    channel = world.guild.create_text_channel("bare", overwrites=bare)

    await world.member.send(channel, f"{mention(world)} #15")

    reply = channel.last_message
    assert reply is not None
    assert "Ruritania sells salt." in text_of(reply)
    assert "**/briefing** has all of it" in text_of(reply)
    assert not reply.attachments


async def test_where_the_history_may_not_be_read_it_answers_without_a_reference(
    world: World,
) -> None:
    assert world.bot.user is not None
    blind: Any = {world.bot.user: discord.PermissionOverwrite(read_message_history=False)}
    channel = world.guild.create_text_channel("blind", overwrites=blind)

    await world.member.send(channel, f"{mention(world)} grain imports?")

    reply = channel.last_message
    assert reply is not None
    assert "] #14" in text_of(reply)
    assert reply.reference is None


async def answered_before_a_restart(world: World, question: str) -> discord.Message:
    """Return the answer to a mention, after which the bot was started anew."""
    await world.member.send(world.channel, f"{mention(world)} {question}")
    answered = world.channel.last_message
    assert answered is not None
    await world.community.questions.flush()
    await world.restart()
    return answered


async def test_a_reply_follows_up_an_answer_from_before_a_restart(world: World) -> None:
    answered = await answered_before_a_restart(world, "grain imports")

    await world.member.send(world.channel, f"{mention(world)} tell me more", reply_to=answered)

    assert "*grain*" in text_of(world.channel.last_message)


async def test_a_reply_to_an_answer_from_before_a_restart_gets_what_it_does_not_show(
    world: World, shelf: Shelf
) -> None:
    lines = [
        f"King {name} of Ruritania opened a bridge.\n" for name in "Otto Rudolf Karl Max".split()
    ]
    (shelf.data / "more.txt").write_text("".join(lines))
    await world.library.reload(by="test")
    answered = await answered_before_a_restart(world, "Ruritania bridge king")

    await world.member.send(world.channel, f"{mention(world)} tell me more", reply_to=answered)

    shown, more = text_of(answered), text_of(world.channel.last_message)
    assert [number for number in range(15, 19) if f"#{number}" in shown] == [15, 16, 17]
    assert [number for number in range(15, 19) if f"#{number}" in more] == [18]


async def test_a_thread_that_begins_at_an_answer_follows_it_up(world: World) -> None:
    await world.member.send(world.channel, f"{mention(world)} grain imports")
    answered, own = world.channel.last_message, world.bot.get_channel(world.channel.id)
    assert answered is not None
    assert isinstance(own, discord.TextChannel)
    await (await own.fetch_message(answered.id)).create_thread(name="grain")
    (thread,) = world.channel.threads

    await world.moderator.send(thread, f"{mention(world)} tell me more")
    assert "*grain*" in text_of(thread.last_message)
    await world.moderator.send(thread, f"{mention(world)} OSCE Malta")
    await world.moderator.send(thread, f"{mention(world)} tell me more")
    assert "*Malta*" in text_of(thread.last_message)


async def test_a_reply_to_what_is_no_answer_is_a_question_of_its_own(world: World) -> None:
    await world.member.send(world.channel, mention(world))
    told = world.channel.last_message
    assert told is not None

    await world.member.send(world.channel, f"{mention(world)} grain imports", reply_to=told)

    assert "] #14" in text_of(world.channel.last_message)


async def test_the_post_of_a_feed_can_be_put_to_the_briefings(world: World) -> None:
    embed = discord.Embed(title="Tanks in Khan Younis", description="Israel storms the city.")
    posted = await world.guild.create_webhook(world.channel).send(embed=embed)
    result = await world.member.context_menu(world.channel, "Ask the briefings", posted)
    assert "] #9" in text_of(result.response)

    forwarded = await world.member.forward(posted, world.channel)
    again = await world.member.context_menu(world.channel, "Ask the briefings", forwarded)
    assert "] #9" in text_of(again.response)


async def test_who_only_points_to_the_message_of_another_is_told_of_the_menu(world: World) -> None:
    asked = await world.moderator.send(world.channel, "Who quarrels over grain imports?")
    await world.member.send(world.channel, mention(world), reply_to=asked)

    assert "*Ask the briefings* in its menu" in text_of(world.channel.last_message)


async def test_of_a_link_what_it_leads_to_is_put_to_the_briefings(world: World) -> None:
    link = "https://news.example/world/2024/1"
    embed = discord.Embed(title="Tanks in Khan Younis", description="Israel storms the city.")
    posted = await world.guild.create_webhook(world.channel).send(link, embed=embed)
    result = await world.member.context_menu(world.channel, "Ask the briefings", posted)
    assert "] #9" in text_of(result.response)

    bare = await world.moderator.send(world.channel, link)
    nothing = await world.member.context_menu(world.channel, "Ask the briefings", bare)
    assert "There is no text in that message" in text_of(nothing.response)


async def test_an_embed_of_fields_and_a_poll_can_be_put_to_the_briefings(world: World) -> None:
    embed = discord.Embed().add_field(name="Khan Younis", value="Israeli tanks storm the city.")
    posted = await world.guild.create_webhook(world.channel).send(embed=embed)
    own = world.bot.get_channel(world.channel.id)
    assert isinstance(own, discord.TextChannel)
    poll = discord.Poll("Who sent tanks to Khan Younis?", timedelta(hours=1))
    poll.add_answer(text="Israel")
    await own.send(poll=poll.add_answer(text="Egypt"))
    asked = world.channel.last_message
    assert asked is not None

    for message in (posted, asked):
        result = await world.member.context_menu(world.channel, "Ask the briefings", message)
        assert "] #9" in text_of(result.response)


async def test_what_a_webhook_posts_is_not_answered(world: World) -> None:
    hook = world.guild.create_webhook(world.channel)
    posted = await hook.send(f"{mention(world)} grain imports")

    assert world.channel.last_message is not None
    assert world.channel.last_message.id == posted.id


@pytest.mark.parametrize(
    "kind",
    [discord.MessageType.pins_add, discord.MessageType.call, discord.MessageType.poll_result],
)
async def test_what_discord_itself_notes_in_a_direct_message_is_not_answered(
    world: World, kind: discord.MessageType
) -> None:
    await world.member_user.send_dm("OSCE")
    before = len(world.env.http_requests)

    await world.member_user.send_dm("Malta", message_type=kind.value)

    assert len(world.env.http_requests) == before


async def test_an_answer_can_itself_be_put_to_the_briefings(world: World) -> None:
    asked = await world.member.slash(world.channel, "briefing", number=9)
    assert asked.response is not None
    posted = world.channel.last_message
    assert posted is not None
    result = await world.member.context_menu(world.channel, "Ask the briefings", posted)

    assert "] #9" in text_of(result.response)


async def test_a_message_without_text_has_nothing_to_look_for(world: World) -> None:
    picture = await world.member.send(world.channel, attachments=[("cat.png", b"\x89PNG")])
    result = await world.member.context_menu(world.channel, "Ask the briefings", picture)

    assert "There is no text in that message" in text_of(result.response)
    assert result.ephemeral


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("I moved house last week", "I only know the briefings."),
        ("The weather is nice today", "I only know the briefings."),
        ("look at this https://example.org/a", "I do not follow links"),
        ("<:duck:1234567890123>", "😊"),
        ("thx!", "You are welcome!"),
    ],
)
async def test_what_is_no_question_gets_one_friendly_line(
    world: World, said: str, answer: str
) -> None:
    await world.member_user.send_dm(said)

    reply = world.member_user.dm_channel.last_message
    assert text_of(reply).startswith(answer)
    assert "Ask me anything" in text_of(reply)
    assert len(text_of(reply).splitlines()) == 1
    assert not labels_of(reply)
    await world.community.questions.flush()
    held = await world.member_user.slash("privacy")
    assert "Nothing." in text_of(held.response)


@pytest.mark.parametrize(("text", "line"), [("helo", "Hello!"), ("thnaks", "You are welcome!")])
async def test_misspelt_small_talk_gets_its_line_and_no_briefing(
    world: World, text: str, line: str
) -> None:
    await world.member_user.send_dm(text)

    said = text_of(world.member_user.dm_channel.last_message)
    assert said.startswith(line)
    assert "[1]" not in said


@pytest.mark.parametrize(("text", "line"), [("helo", "Hello!"), ("thnaks", "You are welcome!")])
async def test_misspelt_small_talk_is_none_to_look_for_by_the_command_either(
    world: World, text: str, line: str
) -> None:
    for private in (False, True):
        result = await world.member.slash(world.channel, "ask", question=text, private=private)

        said = text_of(result.response)
        assert said.startswith(line)
        assert "No briefing covers this" not in said
        assert result.ephemeral is private


async def test_who_tells_something_by_the_command_asks_whether_the_briefings_have_it(
    world: World,
) -> None:
    text = "I like my xyzzyducks"
    await world.member_user.send_dm(text)
    result = await world.member.slash(world.channel, "ask", question=text)

    assert "I only know the briefings." in text_of(world.member_user.dm_channel.last_message)
    assert "No briefing covers this" in text_of(result.response)


async def test_what_is_like_small_talk_and_stands_in_a_briefing_is_looked_for(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.txt").write_text("Merck sells salt in Ruritania.\n")
    await world.library.reload(by="test")

    for question in ("merck", "salt"):
        await world.member_user.send_dm(question)
        assert "] #15" in text_of(world.member_user.dm_channel.last_message)


async def test_a_file_is_told_that_it_is_not_read(world: World) -> None:
    picture = ("cat.png", b"\x89PNG")
    await world.member.send(world.channel, mention(world), attachments=[picture])
    alone = text_of(world.channel.last_message)
    await world.member.send(world.channel, f"{mention(world)} zyzzyva here?", attachments=[picture])

    assert alone.startswith("I cannot look into files.")
    assert text_of(world.channel.last_message).startswith("I cannot look into files.")


async def test_a_file_that_is_forwarded_is_not_read_either(world: World) -> None:
    picture = await world.moderator.send(world.channel, attachments=[("cat.png", b"\x89PNG")])
    await world.member.forward(picture, world.member_user.dm_channel)

    said = text_of(world.member_user.dm_channel.last_message)
    assert said.startswith("I cannot look into files.")


async def test_a_statement_that_a_briefing_covers_is_answered(world: World) -> None:
    await world.member_user.send_dm("I heard that Khan Younis was stormed by tanks")

    assert "] #9" in text_of(world.member_user.dm_channel.last_message)
