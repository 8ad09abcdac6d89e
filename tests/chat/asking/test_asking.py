"""Asking by slash command, direct message and mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chat.reading import labels_of, press, text_of

if TYPE_CHECKING:
    from tests.chat.conftest import World


async def test_a_misspelt_question_is_answered_at_once_with_its_source(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="asad flees syira")

    said = text_of(result.response)
    assert not result.deferred
    assert not result.ephemeral
    assert "*asad* as *Assad*" in said
    assert "*syira* as *Syria*" in said
    assert "[1] #1" in said


async def test_the_answering_sentence_is_bold(world: World) -> None:
    question = "tanks push into Khan Younis"
    result = await world.member.slash(world.channel, "ask", question=question)

    said = text_of(result.response)
    assert "**Israeli tanks made a major push into the center of Khan Younis" in said


async def test_a_private_answer_is_for_the_asker_alone(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="OSCE", private=True)

    assert result.ephemeral


async def test_a_question_no_briefing_covers_gets_nothing_but_the_words_and_topics(
    world: World,
) -> None:
    result = await world.member.slash(world.channel, "ask", question="football in Brazil")

    said = text_of(result.response)
    assert "No briefing covers this" in said
    assert "*football*" in said
    assert "*Brazil*" in said
    assert "[1]" not in said
    assert labels_of(result.response)


async def test_a_direct_message_is_a_question(world: World) -> None:
    await world.member_user.send_dm("what is lavrvo doing in skopje")

    reply = world.member_user.dm_channel.last_message
    assert reply is not None
    assert "Skopje" in text_of(reply)


async def test_a_mention_is_a_question_and_is_replied_to(world: World) -> None:
    assert world.bot.user is not None
    sent = await world.member.send(world.channel, f"<@{world.bot.user.id}> grain imports?")

    reply = world.channel.last_message
    assert reply is not None
    assert reply.reference is not None
    assert reply.reference.message_id == sent.id
    assert "Polish" in text_of(reply) or "Poland" in text_of(reply)


async def test_a_mention_without_a_question_is_told_how_to_ask(world: World) -> None:
    assert world.bot.user is not None
    await world.member.send(world.channel, f"<@{world.bot.user.id}>")

    reply = world.channel.last_message
    assert reply is not None
    assert "Ask me anything" in text_of(reply)


async def test_a_message_that_does_not_mention_the_bot_is_left_alone(world: World) -> None:
    sent = await world.member.send(world.channel, "what did Lavrov say about NATO?")

    assert world.channel.last_message is not None
    assert world.channel.last_message.id == sent.id


async def test_a_bot_is_not_answered(world: World) -> None:
    assert world.bot.user is not None
    machine = world.guild.add_member(world.env.create_user("rival", bot=True))
    sent = await machine.send(world.channel, f"<@{world.bot.user.id}> what about NATO?")

    assert world.channel.last_message is not None
    assert world.channel.last_message.id == sent.id


async def test_typing_offers_topics(world: World) -> None:
    offered = await world.member.autocomplete(world.channel, "ask", "question", "macedo")

    assert "North Macedonia" in [choice["name"] for choice in offered]


async def test_what_was_typed_is_offered_first_and_never_cut(world: World) -> None:
    short = await world.member.autocomplete(world.channel, "ask", "question", "peace plann")
    long = await world.member.autocomplete(world.channel, "ask", "question", "peace plan " * 15)

    assert [choice["value"] for choice in short][:2] == ["peace plann", "peace plan"]
    assert long == []


async def offered_for(world: World, typed: str) -> list[str]:
    offered = await world.member.autocomplete(world.channel, "ask", "question", typed)
    return [choice["value"] for choice in offered]


@pytest.mark.parametrize("typed", ["who may be sleeping there", "?!", "of the"])
async def test_what_no_topic_continues_is_offered_as_it_is(world: World, typed: str) -> None:
    assert await offered_for(world, typed) == [typed]


async def test_a_misspelt_name_is_offered_as_it_is_read(world: World) -> None:
    assert await offered_for(world, "lavrof") == ["lavrof", "Lavrov"]
    assert await offered_for(world, "what did lavrof say") == [
        "what did lavrof say",
        "what did Lavrov say",
    ]


async def test_a_sentence_is_not_disturbed_by_topics_that_do_not_continue_it(world: World) -> None:
    typed = "ukrane peace plann of the"
    assert await offered_for(world, typed) == [typed, "Ukraine peace plan of the"]


@pytest.mark.parametrize("typed", ["", " ", "\u202e\u0000", "x" * 900, "AND OR * ( : ^", "🦆"])
async def test_typing_anything_offers_only_what_discord_takes(world: World, typed: str) -> None:
    offered = await world.member.autocomplete(world.channel, "ask", "question", typed)

    assert len(offered) <= 25
    assert all(1 <= len(choice["name"]) <= 100 for choice in offered)


@pytest.mark.parametrize(
    "question",
    [
        "the of and",
        "🦆🦆",
        'AND OR NOT * " ( ) : ^ ~',
        "\u202edlrow\u202c \u200b",
        "@everyone @here <@&1> what about NATO",
        "x" * 6000,
        " ",
        "`code` ||spoiler|| [NATO](https://evil.example)",
    ],
)
async def test_any_question_gets_an_answer_or_a_plain_sentence(world: World, question: str) -> None:
    result = await world.member.slash(world.channel, "ask", question=question)

    assert text_of(result.response)
    assert not world.env.errors


async def test_the_bot_asks_for_no_privileged_intent(world: World) -> None:
    intents = world.bot.intents

    assert not (intents.members)
    assert not (intents.presences)
    assert not (intents.message_content)


async def test_a_follow_up_refers_to_the_last_question_of_the_same_person_there(
    world: World,
) -> None:
    await world.member.slash(world.channel, "ask", question="What did the OSCE do in Malta?")
    result = await world.member.slash(world.channel, "ask", question="what about Poland?")

    assert "Following up on: *OSCE*" in text_of(result.response)
    assert "Poland" in text_of(result.response)


async def test_a_name_of_several_words_is_lent_as_one(world: World) -> None:
    await world.member.slash(world.channel, "ask", question="what about north korea?")
    result = await world.member.slash(world.channel, "ask", question="what about putin?")

    (line,) = [each for each in text_of(result.response).splitlines() if "Following up" in each]
    assert line == "-# Following up on: *North Korea*"


async def test_of_what_is_lent_a_few_names_are_told(world: World) -> None:
    asked = "which countries boycotted the osce meeting with lavrov in advance?"
    await world.member.slash(world.channel, "ask", question=asked)
    more = await world.member.slash(world.channel, "ask", question="tell me more")

    lines = text_of(more.response).splitlines()
    assert lines[0] == "**I found nothing more on that.**"
    assert "-# Following up on: *countries*, *boycotted*, *OSCE*, *Lavrov*" in lines


async def test_another_person_does_not_follow_up_on_it(world: World) -> None:
    await world.member.slash(world.channel, "ask", question="What did the OSCE do in Malta?")
    result = await world.moderator.slash(world.channel, "ask", question="what about Poland?")

    assert "Following up" not in text_of(result.response)


async def test_a_topic_that_was_opened_can_be_followed_up_too(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="OSCE in Malta")
    others = {"👍", "👎", "Show more", "Read all"}
    topics = [label for label in labels_of(result.response) if label not in others]
    await press(world.member, result.response, topics[-1])
    more = await world.member.slash(world.channel, "ask", question="tell me more", private=True)

    assert "I found nothing more on that" in text_of(more.response)


async def test_follow_ups_work_in_direct_messages(world: World) -> None:
    await world.member_user.send_dm("grain imports")
    await world.member_user.send_dm("tell me more")

    reply = world.member_user.dm_channel.last_message
    assert reply is not None
    assert "-# Following up on: *grain*, *imports*" in text_of(reply)


async def test_small_talk_is_answered_kindly_and_not_searched(world: World) -> None:
    await world.member_user.send_dm("hello!")

    reply = world.member_user.dm_channel.last_message
    assert reply is not None
    assert text_of(reply).startswith("Hello! Ask me anything")
    assert "[1]" not in text_of(reply)


async def test_the_text_of_a_message_can_be_put_to_the_briefings(world: World) -> None:
    message = await world.moderator.send(world.channel, "I heard khan yunes was stormed by tnaks")
    result = await world.member.context_menu(world.channel, "Ask the briefings", message)

    assert result.ephemeral
    assert "] #9" in text_of(result.response)


async def test_a_private_answer_is_shared_once_under_the_persons_name(world: World) -> None:
    private = await world.member.slash(world.channel, "ask", question="OSCE Malta", private=True)
    assert private.response is not None
    assert labels_of(private.response)[-1] == "Share"
    shared = await world.member.click(private.response, custom_id="attache:share")

    (posted,) = shared.followups
    assert not posted.ephemeral
    assert "] #2" in text_of(posted)
    assert "Shared by mia" in text_of(posted)
    assert "Share" not in labels_of(posted)
    assert "Share" not in labels_of(private.response)


async def test_an_answer_that_discord_did_not_take_can_be_shared_again(world: World) -> None:
    private = await world.member.slash(world.channel, "ask", question="OSCE Malta", private=True)
    assert private.response is not None
    world.env.inject_error("POST", "/interactions/*/callback", status=400, times=1)
    await world.member.click(private.response, custom_id="attache:share")

    shared = await world.member.click(private.response, custom_id="attache:share")

    assert "Shared by mia" in text_of(shared.followups[0])


async def test_what_could_not_be_shared_says_so_and_keeps_its_button(world: World) -> None:
    private = await world.member.slash(world.channel, "ask", question="OSCE Malta", private=True)
    assert private.response is not None
    labels = labels_of(private.response)
    world.env.inject_error("POST", "/webhooks/*/*", status=403, code=50013, times=1)

    failed = await world.member.click(private.response, custom_id="attache:share")

    (told,) = failed.followups
    assert told.ephemeral
    assert "could not be shared" in text_of(told)
    assert labels_of(private.response) == labels
    shared = await world.member.click(private.response, custom_id="attache:share")
    assert "Shared by mia" in text_of(shared.followups[0])


async def test_what_everybody_sees_has_nothing_to_share(world: World) -> None:
    public = await world.member.slash(world.channel, "ask", question="OSCE Malta")

    assert "Share" not in labels_of(public.response)


async def test_the_commands_work_wherever_the_bot_was_added(world: World) -> None:
    for command in world.bot.tree.get_commands():
        declared = command.to_dict(world.bot.tree)
        installs = {"admin": None, "settings": [0]}.get(declared["name"], [0, 1])
        contexts = {"admin": None, "settings": [0]}.get(declared["name"], [0, 1, 2])
        assert declared.get("integration_types") == installs
        assert declared.get("contexts") == contexts


async def test_of_a_very_long_question_is_kept_and_said_what_was_read(world: World) -> None:
    question = "grain imports " * 300
    asked = await world.member.slash(world.channel, "ask", question=question)
    await world.community.questions.flush()

    assert "Read only as far as the first 1,994 characters" in text_of(asked.response)
    ((words,),) = await world.community.database.read("SELECT words FROM questions")
    assert len(words) == 1_994
    assert "Read only" not in text_of(
        (await world.member.slash(world.channel, "ask", question="grain imports")).response
    )
