"""``/settings``: who may manage a server says where and how the bot answers there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.community.servers import ServerSettings
from tests.chat.checking import walk
from tests.chat.reading import id_of, labels_of, payload, planted, text_of

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle
    from simcord.results import ResponseMessage

    from tests.chat.conftest import World


async def panel(world: World) -> ResponseMessage:
    """Open the panel as a moderator."""
    result = await world.moderator.slash(world.channel, "settings")
    assert result.ephemeral
    assert result.response is not None
    return result.response


async def switch(world: World, label: str) -> ResponseMessage:
    """Press a switch of the panel; return the panel as it is then."""
    opened = await panel(world)
    result = await world.moderator.click(opened, custom_id=id_of(opened, label))
    assert result.response is not None
    return result.response


async def choose(world: World, name: str, values: list[Any]) -> None:
    """Choose from a menu of the panel."""
    opened = await panel(world)
    await world.moderator.select(opened, values, custom_id=f"attache:set:{name}")


async def former_steward(world: World) -> tuple[MemberActor, ResponseMessage]:
    """Return somebody whose role was taken away after they opened the panel, and the panel."""
    rights = discord.Permissions(manage_guild=True)
    role = world.guild.create_role("Stewards", permissions=rights)
    steward = world.guild.add_member(world.env.create_user("stew"), roles=[role])
    opened = await steward.slash(world.channel, "settings")
    assert opened.response is not None
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    await (await guild.fetch_member(steward.id)).remove_roles(discord.Object(role.id))
    return steward, opened.response


async def test_answers_can_be_for_the_asker_alone_by_default(world: World) -> None:
    changed = await switch(world, "Answers seen by the asker alone: off")
    assert "Answers seen by the asker alone: on" in labels_of(changed)

    result = await world.member.slash(world.channel, "ask", question="OSCE")
    public = await world.member.slash(world.channel, "ask", question="OSCE", private=False)

    assert result.ephemeral
    assert "Share" in labels_of(result.response)
    assert not public.ephemeral


async def test_mentions_can_be_left_unanswered(world: World) -> None:
    await switch(world, "Answer mentions and replies: on")
    assert world.bot.user is not None
    said = f"{world.bot.user.mention} OSCE"
    await world.member.send(world.channel, said)
    hint = text_of(world.channel.last_message)
    before = len(world.channel.history())

    await world.moderator.send(world.channel, said)

    assert hint == "On this server, I answer **/ask** and not mentions."
    assert len(world.channel.history()) == before + 1


async def test_the_panel_says_that_everybody_sees_what_a_mention_gets(world: World) -> None:
    opened = await world.moderator.slash(world.channel, "settings")
    assert "everybody sees what I answer to a mention" in text_of(opened.response)

    await switch(world, "Answer mentions and replies: on")

    changed = await world.moderator.slash(world.channel, "settings")
    assert "everybody sees" not in text_of(changed.response)
    assert "is told, once a day in each channel, to use /ask" in text_of(changed.response)


async def test_the_panel_names_the_channels_in_which_the_bot_may_not_write(world: World) -> None:
    assert world.bot.user is not None
    bare: Any = {world.bot.user: discord.PermissionOverwrite(send_messages=False)}
    quiet = world.guild.create_text_channel("quiet", overwrites=bare)
    await choose(world, "channels", [world.channel])
    assert "may not write" not in text_of(await panel(world))

    await choose(world, "channels", [world.channel, quiet])
    said = f"I may not write in {quiet.mention}: there I answer /ask only."
    assert said in text_of(await panel(world))
    await switch(world, "Answer mentions and replies: on")
    assert "may not write" not in text_of(await panel(world))


async def test_people_need_not_be_asked_whether_answers_help(world: World) -> None:
    await switch(world, "Ask whether answers help: on")

    result = await world.member.slash(world.channel, "ask", question="OSCE")

    assert not {"👍", "👎"} & set(labels_of(result.response))


async def test_a_language_can_be_chosen_for_everyone(world: World) -> None:
    await choose(world, "language", ["ru"])

    answer = await world.member.slash(world.channel, "ask", question="zzyzx quibble")
    help_ = await world.member.slash(world.channel, "help")

    assert "Об этом нет ни одной сводки" in text_of(answer.response)
    assert "Как спрашивать" in text_of(help_.response)


async def test_a_pace_can_be_chosen(world: World) -> None:
    await choose(world, "person", ["5"])
    said = [
        text_of((await world.member.slash(world.channel, "ask", question="OSCE")).response)
        for _ in range(6)
    ]
    assert "ask again in" in said[5]
    assert "ask again in" not in said[4]

    await choose(world, "person", ["usual"])
    again = await world.member.slash(world.channel, "ask", question="OSCE")
    assert "ask again in" not in text_of(again.response)


async def test_answering_can_be_kept_to_some_channels_and_their_threads(world: World) -> None:
    home = world.guild.create_text_channel("home")
    own = world.bot.get_channel(home.id)
    assert isinstance(own, discord.TextChannel)
    await own.create_thread(name="talk", type=discord.ChannelType.public_thread)
    (thread,) = home.threads
    await choose(world, "channels", [home])
    assert world.bot.user is not None

    elsewhere = await world.member.slash(world.channel, "ask", question="OSCE")
    there = await world.member.slash(home, "latest")
    in_thread = await world.member.slash(thread, "ask", question="OSCE")
    before = len(world.channel.history())
    await world.member.send(world.channel, f"{world.bot.user.mention} OSCE")

    assert elsewhere.ephemeral
    assert f"I answer in <#{home.id}>" in text_of(elsewhere.response)
    assert "came in last" in text_of(there.response)
    assert "[1]" in text_of(in_thread.response)
    assert len(world.channel.history()) == before + 1
    assert (await world.member.slash(world.channel, "help")).ephemeral


async def test_channels_that_were_deleted_are_named_no_more(world: World) -> None:
    home, other = (world.guild.create_text_channel(name) for name in ("home", "other"))
    await choose(world, "channels", [home, other])
    await deleted(world, home)
    asked = await world.member.slash(world.channel, "ask", question="OSCE")
    assert text_of(asked.response) == f"On this server I answer in <#{other.id}>."
    assert f"I answer in <#{other.id}>." in text_of(await panel(world))

    await deleted(world, other)
    asked = await world.member.slash(world.channel, "ask", question="OSCE")
    assert "are gone. Who may manage this server" in text_of(asked.response)
    assert "I answer nowhere" in text_of(await panel(world))

    await choose(world, "channels", [world.channel])
    asked = await world.member.slash(world.channel, "ask", question="OSCE")
    assert "[1]" in text_of(asked.response)


async def deleted(world: World, channel: ChannelHandle) -> None:
    """Delete a channel."""
    own = world.bot.get_channel(channel.id)
    assert isinstance(own, discord.TextChannel)
    await own.delete()


async def test_settings_outlive_a_restart_and_the_panel_goes_on(world: World) -> None:
    opened = await switch(world, "Ask whether answers help: on")
    await choose(world, "language", ["de"])
    await world.restart()

    (menu,) = [
        part
        for part in walk(payload(await panel(world)))
        if part.get("custom_id") == "attache:set:language"
    ]
    chosen = [option["value"] for option in menu["options"] if option.get("default")]
    assert chosen == ["de"]
    again = await world.moderator.click(opened, custom_id="attache:set:feedback:on")
    assert "Fragen, ob Antworten helfen: an" in labels_of(again.response)


async def test_every_change_is_in_the_log(world: World) -> None:
    await choose(world, "language", ["de"])

    log = await world.operator.slash(world.channel, "admin log")

    assert "language: de" in text_of(log.response)
    assert "settings of server" in text_of(log.response)


async def test_what_changes_nothing_is_not_in_the_log(world: World) -> None:
    await choose(world, "language", ["de"])
    await choose(world, "language", ["de"])

    assert len(await world.community.audit.entries()) == 1


async def test_other_servers_are_left_as_they_are(world: World) -> None:
    await choose(world, "language", ["de"])
    elsewhere = world.env.create_guild("Elsewhere")
    channel = elsewhere.create_text_channel("talk")
    person = elsewhere.add_member(world.env.create_user("eve"))

    result = await person.slash(channel, "help")

    assert "How to ask" in text_of(result.response)


@pytest.mark.parametrize(
    "custom_id", ["attache:set:private:on", "attache:set:mentions:off", "attache:set:feedback:off"]
)
async def test_a_member_changes_nothing(world: World, custom_id: str) -> None:
    message = await planted(world, custom_id)

    result = await world.member.click(message, custom_id=custom_id)

    assert "those who may manage the server" in text_of(result.response)
    assert result.ephemeral
    assert await world.community.servers.of(world.guild.id) == ServerSettings()
    (kept,) = await world.community.audit.entries()
    assert kept.detail == custom_id


async def test_who_lost_the_role_a_moment_ago_changes_nothing(world: World) -> None:
    steward, opened = await former_steward(world)

    result = await steward.click(opened, custom_id="attache:set:feedback:off")

    assert "those who may manage the server" in text_of(result.response)
    assert (await world.community.servers.of(world.guild.id)).feedback


async def test_where_settings_cannot_be_read_answers_stay_as_private_as_they_were_set(
    world: World,
) -> None:
    await switch(world, "Answers seen by the asker alone: off")
    await world.community.database.write("ALTER TABLE servers RENAME TO away")
    world.community.servers.changed_elsewhere(None)

    result = await world.member.slash(world.channel, "ask", question="OSCE")

    assert result.ephemeral
    assert "OSCE" in text_of(result.response)


async def test_where_settings_were_never_read_nobody_else_sees_an_answer(world: World) -> None:
    await world.community.database.write("ALTER TABLE servers RENAME TO away")

    result = await world.member.slash(world.channel, "ask", question="OSCE")

    assert result.ephemeral


async def test_settings_that_cannot_be_read_are_not_shown_as_the_usual_ones(world: World) -> None:
    await world.community.database.write("ALTER TABLE servers RENAME TO away")

    result = await world.moderator.slash(world.channel, "settings")

    assert "please try later" in text_of(result.response)
    assert len(world.env.errors) == 1
