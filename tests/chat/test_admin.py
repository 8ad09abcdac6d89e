"""Who may reload, and what a reload says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import pytest
from simcord.env import Env

from bot.chat.admin import Admins
from bot.chat.client import Attache, ChatOptions
from bot.chat.errors import Denied
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


def assert_only_denied(world: World) -> None:
    """Assert that nothing but refusals was raised; simcord wants raised errors looked at."""
    assert world.env.errors
    assert all(isinstance(error, Denied) for error in world.env.errors)


LINE = "Ruritania opened a new bridge over the river in spring.\n"


async def test_reload_says_what_changed(world: World, shelf: Shelf) -> None:
    (shelf.data / "more.txt").write_text(LINE)
    result = await world.operator.slash(world.channel, "admin reload")

    said = text_of(result.response)
    assert "Edition 2 is in service" in said
    assert "1 added · 0 changed · 0 removed · 14 unchanged" in said


async def test_a_broken_file_changes_nothing_and_is_named_with_its_line(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "more.jsonl").write_text('{"text": "fine"}\n{"txt": "broken"}\n')
    result = await world.operator.slash(world.channel, "admin reload")
    answer = await world.member.slash(world.channel, "ask", question="grain imports")

    said = text_of(result.response)
    assert "Nothing was changed: 1 problem" in said
    assert "more.jsonl:2" in said
    assert "txt" in said
    assert "Edition 1 stays in service" in said
    assert "briefings.txt:14" in text_of(answer.response)


async def test_status_tells_edition_and_counts(world: World) -> None:
    result = await world.operator.slash(world.channel, "admin status")

    said = text_of(result.response)
    assert "Edition 1" in said
    assert "14 briefings" in said


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


async def test_with_admin_servers_the_commands_are_offered_only_there(
    library: Library, options: ChatOptions
) -> None:
    home = 1_500_000_000_000_000_000
    bot = Attache(library, replace(options, admin_servers=(home,)))
    env = Env(bot)
    env.create_guild("Home", id=home)
    await env.start()
    try:
        elsewhere = env.create_guild("Elsewhere")
        offered = {}
        for guild in (env.guild, elsewhere):
            boss = guild.add_member(
                env.create_user(f"boss-{guild.name}"),
                roles=[guild.create_role("All", permissions=discord.Permissions.all())],
            )
            offered[guild.name] = boss.available_commands(guild.create_text_channel("talk"))
    finally:
        await env.shutdown()

    assert any(name.startswith("admin") for name in offered["Home"])
    assert not any(name.startswith("admin") for name in offered["Elsewhere"])
    assert "ask" in offered["Elsewhere"]


async def test_a_server_the_bot_is_no_member_of_does_not_stop_the_start(
    library: Library, options: ChatOptions
) -> None:
    bot = Attache(library, replace(options, admin_servers=(1_500_000_000_000_000_001,)))
    env = Env(bot)
    await env.start()
    ready = bot.is_ready()
    await env.shutdown()

    assert ready
