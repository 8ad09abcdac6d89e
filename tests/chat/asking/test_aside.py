"""What needs no search: questions about the bot, and briefings asked for by their number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import discord
import pytest

from bot.chat.servers.joining import invitation
from bot.talk.asides import COMMANDS
from tests.chat.reading import labels_of, text_of, told

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


@pytest.mark.parametrize("question", ["what can you do?", "How does this work?", "wer bist du?"])
async def test_who_asks_about_the_bot_is_told_even_right_after_a_question(
    world: World, question: str
) -> None:
    assert "] #14" in await told(world, "grain imports")

    said = await told(world, question)

    assert said.startswith("### Hello, I am Attaché")
    assert "Ask me anything" in said
    assert "[1]" not in said


async def test_a_question_about_the_bot_does_not_break_off_what_was_talked_about(
    world: World,
) -> None:
    await told(world, "grain imports")
    await told(world, "what can you do?")

    assert "I found nothing more on that" in await told(world, "tell me more")


@pytest.mark.parametrize(
    "said", ["how are you", "who made you", "hey whats up", "lol thats crazy", "cool", "nice one"]
)
async def test_small_talk_after_an_answer_is_no_follow_up(world: World, said: str) -> None:
    await told(world, "grain imports")

    answer = await told(world, said)

    assert "[1]" not in answer
    assert "grain" not in answer


@pytest.mark.parametrize(
    "said", ["wrong", "that's not what i asked", "bad bot", "you suck", "das stimmt nicht"]
)
async def test_who_says_that_an_answer_did_not_help_is_told_what_to_do(
    world: World, said: str
) -> None:
    await told(world, "grain imports")
    buttons = labels_of(world.member_user.dm_channel.last_message)

    answer = await told(world, said)

    assert "👎" in buttons
    assert "press 👎 under the answer" in answer
    assert "Name the person, place or thing" in answer
    assert "grain" not in answer
    assert len(answer.splitlines()) == 1


async def test_no_button_is_named_where_no_answer_has_one(world: World) -> None:
    assert world.bot.user is not None
    panel = await world.moderator.slash(world.channel, "settings")
    assert panel.response is not None
    await world.moderator.click(panel.response, custom_id="attache:set:feedback:off")
    await world.member.send(world.channel, f"{world.bot.user.mention} that's wrong")
    by_mention = text_of(world.channel.last_message)
    by_command = await world.member.slash(world.channel, "ask", question="that's wrong")

    for said in (by_mention, text_of(by_command.response)):
        assert said.startswith("I am sorry if that did not help. Name the person")
        assert "👎" not in said
    assert "👎" in await told(world, "that's wrong")


async def test_thanks_and_farewells_are_no_follow_ups_whatever_is_said_with_them(
    world: World,
) -> None:
    await told(world, "grain imports")

    assert await told(world, "thanks, that's all for now") == "You are welcome!"
    assert await told(world, "see you tomorrow") == "See you!"
    assert await told(world, "oops wrong button") == "😊"


async def test_a_word_of_thanks_that_a_briefing_has_for_a_name_is_looked_for_beside_others(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.txt").write_text("The series Cheers was shown in Ruritania.\n")
    await world.library.reload(by="test")

    assert "] #15" in await told(world, "Cheers series")
    assert (await told(world, "cheers")).startswith("You are welcome!")


async def test_how_to_ask_is_told_to_who_has_not_asked_yet(world: World) -> None:
    for said in ("ok", "thanks", "hello?"):
        assert "Ask me anything" in await told(world, said)
    await told(world, "grain imports")

    assert await told(world, "ok") == "😊"
    assert await told(world, "thanks") == "You are welcome!"
    assert await told(world, "hello?") == "Hello!"


async def test_a_command_that_is_only_text_is_understood(world: World) -> None:
    assert "] #14" in await told(world, "/ask grain imports")
    assert "choose it from the list" in await told(world, "/admin status")
    assert "**/admin** as mere text" in await told(world, "/admin status")
    assert "Asked: grain imports" in text_of(
        (await world.member.slash(world.channel, "ask", question="/ask grain imports")).response
    )


async def test_every_command_is_known_as_text(world: World) -> None:
    menus = discord.AppCommandType.chat_input
    assert {each.name for each in world.bot.tree.get_commands(type=menus)} == COMMANDS


async def test_what_other_commands_do_is_pointed_to(world: World) -> None:
    assert "**/privacy** shows what I store" in await told(world, "delete my data")
    follow = await told(world, "follow [China](https://example.org)")
    assert r"*\[China\]" in follow
    assert "use **/follow**" in follow


async def test_a_command_as_text_says_for_whom_it_is(world: World) -> None:
    assert (await told(world, "settings")).endswith("only for those who may manage the server.")
    assert (await told(world, "/admin log")).endswith("only for whoever runs me.")
    assert (await told(world, "/random")).endswith("that Discord opens.")


@pytest.mark.parametrize("said", ["help", "/help", "which commands do you have?", "Hilfe"])
async def test_who_wants_help_is_shown_it_with_its_other_pages(world: World, said: str) -> None:
    by_command = await world.member.slash(world.channel, "help")

    assert await told(world, said) == text_of(by_command.response)
    assert world.bot.user is not None
    await world.moderator.send(world.channel, f"{world.bot.user.mention} {said}")
    shown = world.channel.last_message
    assert shown is not None
    turned = await world.moderator.select(shown, ["moderators"])
    assert "**/settings**" in text_of(turned.response)


async def test_who_asks_for_another_language_is_told_where_it_is_chosen(world: World) -> None:
    assert "I speak English, German, French" in await told(world, "answer in Spanish")


async def test_who_asks_how_new_the_briefings_are_is_told_the_day_of_the_newest(
    world: World, shelf: Shelf
) -> None:
    undated = await told(world, "are you up to date?")
    (shelf.data / "more.jsonl").write_text('{"text": "Ruritania voted.", "date": "2026-03-04"}')
    await world.library.reload(by="test")

    assert undated.startswith("The briefings have no dates.")
    assert (await told(world, "are you up to date?")).startswith(
        "The newest briefing is of Mar 4, 2026."
    )


@pytest.mark.parametrize(
    "said",
    ["invite", "How do I add you to my server?", "invite link, please", "wie lade ich dich ein?"],
)
async def test_who_wants_the_bot_on_a_server_is_told_how_it_is_added(
    world: World, said: str
) -> None:
    assert world.bot.application is not None
    world.bot.application.bot_public = True
    for_all = await world.member.slash(world.channel, "ask", question=said)
    world.bot.application.bot_public = False
    by_operator = await world.member.slash(world.channel, "ask", question=said)

    assert f"[this link]({invitation(world.bot.application.id)})" in text_of(for_all.response)
    assert text_of(by_operator.response) == "Only whoever runs me can add me to a server."


async def test_privacy_alone_is_a_command_unless_the_briefings_are_about_it(
    world: World, shelf: Shelf
) -> None:
    as_text = await told(world, "Privacy")
    (shelf.data / "more.jsonl").write_text(
        "".join(
            json.dumps({"text": f"Ruritania fined firm {place}.", "tags": ["privacy"]}) + "\n"
            for place in "AB"
        )
    )
    await world.library.reload(by="test")

    assert "I see **/privacy** as mere text" in as_text
    assert "] #16" in await told(world, "Privacy")


async def test_who_asks_for_topics_gets_their_list(world: World) -> None:
    listed = await world.member.slash(world.channel, "topics")

    said = await told(world, "show topics")

    assert said == text_of(listed.response)
    last = world.member_user.dm_channel.last_message
    assert labels_of(last) == labels_of(listed.response)


async def test_the_example_is_a_name_that_reads_well(world: World) -> None:
    assert (await world.library.topics(limit=1))[0].label == "US"

    said = await told(world, "hello")

    assert "*what is new about China?*" in said


async def test_no_mark_in_the_example_takes_effect(world: World, shelf: Shelf) -> None:
    tag = "Rivers **of** [gold](https://gold.example.org)"
    on_it = [{"text": f"they met at bridge number {at}.", "tags": [tag]} for at in range(6)]
    (shelf.data / "more.jsonl").write_text("\n".join(map(json.dumps, on_it)))
    animals = [f"number {letter} of the zoo is a quiet animal." for letter in "abcdefghijklmno"]
    (shelf.data / "briefings.txt").write_text("\n".join(animals))
    await world.library.reload(by="test", may_remove=100)
    assert tag in {topic.label for topic in await world.library.topics()}

    said = await told(world, "hello")

    assert r"Rivers \*\*of\*\* \[gold\]" in said


async def test_the_command_understands_small_talk_as_a_message_does(world: World) -> None:
    hello = await world.member.slash(world.channel, "ask", question="hello!")
    about = await world.member.slash(world.channel, "ask", question="who are you?", private=True)

    assert text_of(hello.response).startswith("Hello! Ask me anything")
    assert text_of(about.response).startswith("### Hello, I am Attaché")
    assert about.ephemeral


@pytest.mark.parametrize(
    "asked", ["#5", "5", "briefing five", "no. 5?", "what is #5 about?", "tell me about #5"]
)
async def test_a_briefing_is_opened_by_its_number(world: World, asked: str) -> None:
    opened = await world.member.slash(world.channel, "briefing", number=5)
    assert world.bot.user is not None
    await world.member.send(world.channel, f"{world.bot.user.mention} {asked}")

    assert text_of(world.channel.last_message) == text_of(opened.response)
    assert labels_of(world.channel.last_message) == labels_of(opened.response)
    assert await told(world, asked) == text_of(opened.response)
    by_command = await world.member.slash(world.channel, "ask", question=asked)
    assert text_of(by_command.response) == text_of(opened.response)


async def test_several_briefings_are_opened_together(world: World) -> None:
    said = await told(world, "#12 and #13")

    assert said.startswith("North Korean leader Kim Jong Un")
    assert "#12 · briefings.txt:12" in said
    assert "#13 · briefings.txt:13" in said
    assert "There is no briefing #99; the latest is #14." in await told(world, "#12, #99")


async def test_more_briefings_than_fit_are_asked_for_next(world: World, shelf: Shelf) -> None:
    lines = [("Ruritania sells salt. " * 170) + str(at) for at in range(6)]
    (shelf.data / "long.txt").write_text("\n".join(lines))
    await world.library.reload(by="test")

    said = await told(world, "#15 #16 #17 #18 #19 #20")

    assert "#19 · long.txt:5" in said
    assert "#20 ·" not in said
    assert "I open 5 at once" in said
    assert labels_of(world.member_user.dm_channel.last_message) == ["Read all"] * 5


async def test_a_number_beyond_the_highest_is_searched(world: World) -> None:
    assert "There is no" not in await told(world, "2024")


@pytest.mark.parametrize("number", [0, 15, 999_999_999])
async def test_a_number_that_is_none_is_told_how_far_they_go(world: World, number: int) -> None:
    said = await told(world, f"#{number}")

    assert said == f"There is no briefing #{number}; the latest is #14."


async def test_without_briefings_no_number_is_offered(world: World) -> None:
    for number in range(1, 15):
        await world.library.editing.withdraw(number, by="test")

    assert await told(world, "#99") == "There are no briefings yet."
    assert "was withdrawn" in await told(world, "#5")


async def test_a_long_briefing_is_opened_with_its_text_as_a_file(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "long.txt").write_text("Ruritania sells salt. " * 170 + "\n")
    await world.library.reload(by="test")
    await told(world, "#15")

    (attached,) = world.member_user.dm_channel.last_message.attachments  # type: ignore[union-attr]
    assert attached.filename == "briefing-15.txt"


@pytest.mark.parametrize("question", ["10-point plan", "5 killed", "#5 killed"])
async def test_a_number_among_words_is_searched(world: World, question: str) -> None:
    said = await told(world, question)

    assert "Related" not in labels_of(world.member_user.dm_channel.last_message)
    assert "[1]" in said or "Not in any briefing" in said


@pytest.mark.parametrize("name", ["@TestBot", "@testbot,", "<@{id}>"])
async def test_the_bots_name_is_no_part_of_the_question(world: World, name: str) -> None:
    assert world.bot.user is not None
    said = await told(world, f"{name.format(id=world.bot.user.id)} grain imports")

    assert "] #14" in said
    assert "Not in any briefing" not in said
    assert "*" not in said.partition("\n")[0].replace("**", "")


async def test_a_reply_that_discord_hides_is_told_so(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="grain imports")
    assert asked.response is not None
    await world.member.send(world.channel, "tell me more", reply_to=asked.response)

    assert "Discord does not show me" in text_of(world.channel.last_message)
    assert world.bot.user is not None
    await world.member.send(world.channel, world.bot.user.mention, reply_to=asked.response)
    assert "Ask me anything" in text_of(world.channel.last_message)


async def test_who_mentions_the_bots_role_is_told_that_discord_hides_it(world: World) -> None:
    server = world.bot.get_guild(world.guild.id)
    assert server is not None
    (own,) = [role for role in server.me.roles if role.managed]
    await world.member.send(world.channel, f"<@&{own.id}> grain imports")
    assert "Discord does not show me what mentions my role" in text_of(world.channel.last_message)

    (other,) = [role for role in server.roles if role.name == "Moderators"]
    sent = await world.member.send(world.channel, f"<@&{other.id}> grain imports")
    assert world.channel.last_message is not None
    assert world.channel.last_message.id == sent.id


async def test_a_link_beside_a_question_takes_nothing_from_its_answer(world: World) -> None:
    said = await told(world, "grain imports https://example.org/xyzzy <:duck:1234567890123>?")

    assert "**Relations between Ukraine and Poland are strained over grain" in said
    assert "Not in any briefing" not in said


async def test_what_is_forwarded_to_the_bot_is_a_question(world: World) -> None:
    heard = await world.moderator.send(world.channel, "Tanks stormed Khan Younis")
    await world.member.forward(heard, world.member_user.dm_channel)

    assert "] #9" in text_of(world.member_user.dm_channel.last_message)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("thanks {mo}", "You are welcome!"),
        ("hello {mo}", "Hello!"),
        ("{mo} what is #5 about?", "-# #5 "),
        ("help {mo}", "### How to ask"),
        ("{mo} show topics", "### Topics, the largest first"),
        ("delete my data {mo}", "**/privacy** shows"),
        ("follow China {mo}", "new on *China*, use"),
        ("</topics:123456789012345678>", "### Topics, the largest first"),
        ("{mo}", "Ask me anything"),
        ("<#123456789012345678>", "Ask me anything"),
    ],
)
async def test_whoever_is_mentioned_besides_changes_nothing(
    world: World, said: str, answer: str
) -> None:
    assert world.bot.user is not None
    text = said.format(mo=world.moderator.mention)
    await world.member.send(world.channel, f"{world.bot.user.mention} {text}")
    by_command = await world.member.slash(world.channel, "ask", question=text)

    assert answer in text_of(world.channel.last_message)
    assert answer in text_of(by_command.response)


async def test_what_was_asked_is_shown_without_what_only_discord_can_read(world: World) -> None:
    asked = "<@123456789012345678> grain imports? <:duck:123456789012345678>"
    result = await world.member.slash(world.channel, "ask", question=asked)

    assert "-# Asked: grain imports?" in text_of(result.response).splitlines()


async def test_a_message_of_mentions_has_nothing_to_ask_the_briefings(world: World) -> None:
    message = await world.moderator.send(world.channel, world.member.mention)
    result = await world.member.context_menu(world.channel, "Ask the briefings", message)

    assert "There is no text in that message" in text_of(result.response)


async def test_a_blank_question_is_told_how_to_ask(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="   ")

    assert text_of(result.response).startswith("Ask me anything")


async def test_who_had_enough_of_notices_is_told_how_to_stop_them(world: World) -> None:
    for said in ("STOP", "stop notifications", "unsubscribe", "unfollow OSCE"):
        assert await told(world, said) == "**/following** shows what you follow, and stops it."
