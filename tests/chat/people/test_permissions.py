"""Who may administer the bot, and who may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.chat.people.permissions import Admins, owners_of
from tests.chat.reading import assert_only_denied, text_of

if TYPE_CHECKING:
    from tests.chat.conftest import World


async def test_of_a_team_those_who_have_joined_run_the_bot(world: World) -> None:
    user = {"username": "mia", "discriminator": "0", "avatar": None}
    joined, invited = (
        {"user": {**user, "id": number}, "membership_state": state, "permissions": ["*"]}
        | {"team_id": "1", "role": "admin"}
        for number, state in (("7", 2), ("8", 1))
    )
    team: Any = {
        "id": "1", "name": "Newsroom", "icon": None, "owner_user_id": "7",
        "members": [joined, invited],
    }  # fmt: skip
    data: Any = {
        "id": "1", "name": "Attaché", "description": "", "icon": None, "bot_public": True,
        "bot_require_code_grant": False, "summary": "", "verify_key": "", "flags": 0,
        "owner": {**user, "id": "9"}, "team": team,
    }  # fmt: skip
    state = world.bot._connection

    assert owners_of(discord.AppInfo(state, data)) == {7}
    assert owners_of(discord.AppInfo(state, data | {"team": None})) == {9}
    assert owners_of(None) == frozenset()


@pytest.mark.parametrize("command", ["admin reload", "admin status"])
async def test_administering_a_server_is_not_enough(world: World, command: str) -> None:
    result = await world.moderator.slash(world.channel, command)

    assert result.ephemeral
    assert "This is for whoever runs the bot" in text_of(result.response)
    assert world.library.edition == 1
    assert_only_denied(world)


async def test_a_member_is_not_offered_admin_commands(world: World) -> None:
    assert "admin" not in {
        name.split()[0] for name in world.member.available_commands(world.channel)
    }


async def test_a_stranger_cannot_reload_in_a_direct_message(world: World) -> None:
    result = await world.member_user.slash("admin reload")

    assert "This is for whoever runs the bot" in text_of(result.response)
    assert_only_denied(world)


async def test_an_operator_can_reload_in_a_direct_message(world: World) -> None:
    result = await world.operator_user.slash("admin reload")

    assert "Nothing has changed" in text_of(result.response)


async def test_a_role_in_the_settings_makes_an_admin_while_a_member_has_it(world: World) -> None:
    editors = world.guild.create_role("Editors", permissions=discord.Permissions.all())
    editor = world.guild.add_member(world.env.create_user("edda"), roles=[editors])
    world.bot.admins = Admins(frozenset(), frozenset({editors.id}))
    allowed = await editor.slash(world.channel, "admin status")
    denied = await world.moderator.slash(world.channel, "admin status")

    assert "Edition 1" in text_of(allowed.response)
    assert "This is for whoever runs the bot" in text_of(denied.response)
    assert_only_denied(world)
