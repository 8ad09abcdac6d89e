"""What is for admins and moderators, tried by everyone else, in every way there is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.chat.client import DYNAMIC_ITEMS
from bot.chat.people.permissions import Admins
from bot.community.servers import ServerSettings
from tests.chat.reading import assert_only_denied, planted, text_of
from tests.chat.servers.test_moderation import former_steward

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.builders import UserHandle

    from tests.chat.conftest import World

COMMANDS: dict[str, dict[str, Any]] = {
    "admin reload": {},
    "admin check": {},
    "admin upload": {"file": ("more.txt", b"Ruritania opened a bridge.")},
    "admin add": {},
    "admin withdraw": {"number": 3},
    "admin readmit": {"number": 3},
    "admin editions": {},
    "admin changes": {},
    "admin rollback": {"edition": 1},
    "admin export": {},
    "admin log": {},
    "admin status": {},
    "admin insights": {},
}
ADMIN_IDS = [
    *(f"attache:reload:{answer}:{'0' * 64}" for answer in ("yes", "no")),
    *(f"attache:withdraw:{answer}:3:{'0' * 16}" for answer in ("yes", "no")),
    f"attache:amend:{'a' * 12}",
]
MODERATOR_IDS = [
    "attache:set:private:on", "attache:set:mentions:off", "attache:set:feedback:off",
    "attache:unfollow:channel:1:abc",
]  # fmt: skip
FOR_ADMINS = "This is for whoever runs the bot"
FOR_MODERATORS = "those who may manage the server"


def test_every_admin_command_is_tried_here(world: World) -> None:
    group = world.bot.tree.get_command("admin")
    assert isinstance(group, discord.app_commands.Group)

    assert {f"admin {command.name}" for command in group.commands} == COMMANDS.keys()


def test_every_button_for_some_is_tried_here() -> None:
    guarded = {
        "AmendButton", "ConfirmButton", "WithdrawButton", "StopButton", "SwitchButton",
        "SettingMenu", "ChannelsMenu",
    }  # fmt: skip
    free = {
        "ReadButton", "TopicButton", "LatestButton", "RelatedButton", "TimelineButton",
        "TopicChoice", "TopicsButton", "TurnButton", "VoteButton", "ShareButton", "ForgetButton",
        "HelpMenu",
    }  # fmt: skip
    assert {item.__name__ for item in DYNAMIC_ITEMS} == guarded | free


async def unchanged(world: World) -> None:
    """Assert that nothing was done, and that the attempt is in the audit."""
    assert world.library.edition == 1
    assert await world.community.servers.of(world.guild.id) == ServerSettings()
    entries = await world.community.audit.entries()
    assert [entry.did for entry in entries] == ["denied"]


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_server_administrator_is_no_admin_of_the_bot(world: World, command: str) -> None:
    result = await world.moderator.slash(world.channel, command, **COMMANDS[command])

    assert FOR_ADMINS in text_of(result.response)
    assert result.ephemeral
    await unchanged(world)
    assert_only_denied(world)


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_stranger_is_denied_in_a_direct_message(world: World, command: str) -> None:
    result = await world.member_user.slash(command, **COMMANDS[command])

    assert FOR_ADMINS in text_of(result.response)
    await unchanged(world)
    assert_only_denied(world)


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_member_whom_a_server_lets_use_it_is_no_admin_of_the_bot(
    world: World, command: str
) -> None:
    """A server's administrators may offer any command to any member."""
    commands = await world.bot.tree.fetch_commands()
    (group,) = [each for each in commands if each.name == "admin"]
    world.guild.set_command_permissions(group, {world.member: True})

    result = await world.member.slash(world.channel, command, **COMMANDS[command])

    assert FOR_ADMINS in text_of(result.response)
    assert result.ephemeral
    await unchanged(world)
    assert_only_denied(world)


@pytest.mark.parametrize("command", COMMANDS)
async def test_who_has_installed_the_bot_is_denied_on_a_server_without_it(
    world: World, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    on_a_foreign_server(world, monkeypatch)

    result = await world.moderator.slash(world.channel, command, **COMMANDS[command])

    assert FOR_ADMINS in text_of(result.response)
    assert result.ephemeral
    await unchanged(world)
    assert_only_denied(world)


@pytest.mark.parametrize("custom_id", ADMIN_IDS + MODERATOR_IDS)
async def test_a_button_is_denied_on_a_server_without_the_bot(
    world: World, monkeypatch: pytest.MonkeyPatch, custom_id: str
) -> None:
    on_a_foreign_server(world, monkeypatch)

    await pressed_in_vain(world, world.member, custom_id)


@pytest.mark.parametrize("custom_id", ADMIN_IDS + MODERATOR_IDS)
async def test_a_button_is_denied_in_a_direct_message(world: World, custom_id: str) -> None:
    """Such a button stands nowhere; it would have to be forged."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.ActionRow(discord.ui.Button(label="Press", custom_id=custom_id)))
    person = await world.bot.create_dm(discord.Object(world.member_user.id))
    await person.send(view=view)
    message = world.member_user.dm_channel.last_message
    assert message is not None

    result = await world.member_user.click(message, custom_id=custom_id)

    expected = FOR_ADMINS if custom_id in ADMIN_IDS else "no settings in direct messages"
    assert expected in text_of(result.response)
    await unchanged(world)


async def test_settings_are_not_offered_in_direct_messages(world: World) -> None:
    assert "settings" not in world.member_user.available_commands()


async def test_what_can_be_asked_is_answered_on_a_server_without_the_bot(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_foreign_server(world, monkeypatch)

    asked = await world.member.slash(world.channel, "ask", question="khan yunis tanks")
    listed = await world.member.slash(world.channel, "topics")

    assert "] #9" in text_of(asked.response)
    assert "largest first" in text_of(listed.response)


def on_a_foreign_server(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let interactions come as from somebody who has installed the bot, where it is no member."""
    import simcord.interactions as simulated  # noqa: PLC0415 - beside what it replaces

    original = simulated.base_payload

    def elsewhere(*given: Any, **named: Any) -> Any:
        record, payload = original(*given, **named)
        person = payload["member"]["user"]["id"]
        payload["guild_id"] = "4711"
        payload["authorizing_integration_owners"] = {"1": person}
        payload["app_permissions"] = "0"
        return record, payload

    monkeypatch.setattr(simulated, "base_payload", elsewhere)


async def test_who_lost_the_role_a_moment_ago_is_denied(world: World) -> None:
    rights = discord.Permissions.all()
    editors = world.guild.create_role("Editors", permissions=rights)
    keepers = world.guild.create_role("Keepers", permissions=rights)
    editor = world.guild.add_member(world.env.create_user("edda"), roles=[editors, keepers])
    world.bot.admins = Admins(frozenset(), frozenset({editors.id}))
    form = await editor.slash(world.channel, "admin add")
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    await (await guild.fetch_member(editor.id)).remove_roles(discord.Object(editors.id))

    submitted = await editor.submit_modal(form, {"text": "Ruritania opened a bridge."})
    commanded = await editor.slash(world.channel, "admin reload")

    assert FOR_ADMINS in text_of(submitted.response)
    assert FOR_ADMINS in text_of(commanded.response)
    assert world.library.edition == 1
    assert len(await world.community.audit.entries()) == 2
    assert_only_denied(world)


@pytest.mark.parametrize("custom_id", ADMIN_IDS + MODERATOR_IDS)
async def test_a_forged_button_is_denied_to_members(world: World, custom_id: str) -> None:
    await pressed_in_vain(world, world.member, custom_id)


@pytest.mark.parametrize("custom_id", ADMIN_IDS)
async def test_a_forged_button_is_denied_to_server_administrators(
    world: World, custom_id: str
) -> None:
    await pressed_in_vain(world, world.moderator, custom_id)


async def pressed_in_vain(world: World, who: MemberActor | UserHandle, custom_id: str) -> None:
    message = await planted(world, custom_id)

    result = await who.click(message, custom_id=custom_id)

    said = text_of(result.response)
    assert (FOR_ADMINS if custom_id in ADMIN_IDS else FOR_MODERATORS) in said
    assert result.ephemeral
    await unchanged(world)


@pytest.mark.parametrize("name", ["language", "person", "channel", "channels"])
async def test_a_forged_menu_is_denied(world: World, name: str) -> None:
    """Menus are opened by a moderator, whose right is gone when one is used."""
    steward, opened = await former_steward(world)
    value: Any = {"language": "de", "channels": world.channel}.get(name, "60")

    result = await steward.select(opened, [value], custom_id=f"attache:set:{name}")

    assert FOR_MODERATORS in text_of(result.response)
    await unchanged(world)


async def test_who_tries_again_and_again_is_kept_once_for_each_thing(world: World) -> None:
    world.community.audit._clock = lambda: datetime(2024, 12, 8, 10, tzinfo=UTC)
    message = await planted(world, *MODERATOR_IDS)
    for _ in range(3):
        for custom_id in MODERATOR_IDS[:2]:
            await world.member.click(message, custom_id=custom_id)

    kept = [entry.detail for entry in await world.community.audit.entries()]
    assert sorted(kept) == sorted(MODERATOR_IDS[:2])


async def test_settings_are_not_for_members(world: World) -> None:
    assert "settings" not in world.member.available_commands(world.channel)
    assert "settings" in world.moderator.available_commands(world.channel)


async def test_a_denial_is_said_in_the_language_of_the_server(world: World) -> None:
    opened = await world.moderator.slash(world.channel, "settings")
    assert opened.response is not None
    await world.moderator.select(opened.response, ["de"], custom_id="attache:set:language")

    result = await world.moderator.slash(world.channel, "admin status")

    assert "Das ist denen vorbehalten" in text_of(result.response)
    assert_only_denied(world)
