"""The commands are given to Discord where they are missing, and only there."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import pytest
from simcord.env import Env

from bot.chat.client import Attache
from bot.metrics import Metrics
from tests.chat.conftest import SETTLE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from simcord.builders import GuildHandle

    from bot.chat.options import ChatOptions
    from bot.community.community import Community
    from bot.library.library import Library

    Start = Callable[..., AbstractAsyncContextManager[Env]]

HOME = 1_500_000_000_000_000_000


@pytest.fixture
def start(library: Library, community: Community, options: ChatOptions) -> Start:
    """Starts the bot with one admin server, which it is a member of or not."""

    @asynccontextmanager
    async def started(
        *, is_member: bool, status: int = 403, code: int = 50001
    ) -> AsyncIterator[Env]:
        bot = Attache(library, community, replace(options, admin_servers=(HOME,)), Metrics())
        env = Env(bot, settle_timeout=SETTLE_SECONDS)
        if is_member:
            env.create_guild("Home", id=HOME)
        else:
            path = f"/applications/*/guilds/{HOME}/commands"
            env.inject_error("PUT", path, status=status, code=code, message="Not yours")
        await env.start()
        try:
            yield env
        finally:
            await env.shutdown()

    return started


async def join(env: Env, guild: GuildHandle) -> None:
    """Tell the bot that it was added to a server; simcord says only that it is there."""
    joined = env.bot.get_guild(guild.id)
    assert joined is not None
    assert isinstance(env.bot, Attache)
    await env.bot.on_guild_join(joined)


def offered(env: Env, guild: GuildHandle) -> tuple[str, ...]:
    """Return the commands that are offered to somebody with every right."""
    rights = guild.create_role("All", permissions=discord.Permissions.all())
    boss = guild.add_member(env.create_user(f"boss-{guild.name}"), roles=[rights])
    return boss.available_commands(guild.create_text_channel("talk"))


def has_admin(names: tuple[str, ...]) -> bool:
    return any(name.startswith("admin ") for name in names)


def own_commands(env: Env) -> list[str]:
    """Return the commands that Discord has of the one server."""
    return [command["name"] for command in env.backend.commands.get(HOME, {}).values()]


def registered(env: Env) -> list[str]:
    """Return which places commands were given to."""
    puts = [each.path for each in env.http_requests if each.method == "PUT"]
    return ["one server" if "/guilds/" in path else "everywhere" for path in puts]


async def test_with_admin_servers_the_commands_are_offered_only_there(start: Start) -> None:
    async with start(is_member=True) as env:
        at_home = offered(env, env.guild)
        elsewhere = offered(env, env.create_guild("Elsewhere"))

    assert has_admin(at_home)
    assert not has_admin(elsewhere)
    assert "ask" in elsewhere


async def test_an_admin_server_that_the_bot_joins_later_is_given_its_commands(
    start: Start,
) -> None:
    async with start(is_member=False) as env:
        assert registered(env) == ["everywhere", "one server"]
        elsewhere = env.create_guild("Elsewhere")
        home = env.create_guild("Home", id=HOME)
        for guild in (elsewhere, home):
            await join(env, guild)

        assert has_admin(offered(env, home))
        assert registered(env) == ["everywhere", "one server", "one server"]


async def test_an_admin_server_that_there_is_not_holds_up_no_start(start: Start) -> None:
    async with start(is_member=False, status=404, code=10004) as env:
        assert registered(env) == ["everywhere", "one server"]


async def test_an_admin_server_joined_while_the_bot_was_off_is_given_its_commands(
    start: Start,
) -> None:
    async with start(is_member=False):
        pass
    async with start(is_member=True) as env:
        assert has_admin(offered(env, env.guild))
        assert registered(env) == ["one server"]
    async with start(is_member=True) as env:
        assert registered(env) == []


async def test_a_server_that_is_named_no_more_loses_commands_of_its_own(
    start: Start, library: Library, community: Community, options: ChatOptions
) -> None:
    async with start(is_member=True) as env:
        before = offered(env, env.guild)
        for _ in range(2):
            await env.restart_bot(Attache(library, community, options, Metrics()))

        assert own_commands(env) == []
        assert has_admin(before)
        assert has_admin(offered(env, env.create_guild("Elsewhere")))
        assert registered(env)[2:] == ["one server", "everywhere"]


async def test_a_server_that_the_bot_left_is_tried_again_once_it_is_back(
    start: Start, library: Library, community: Community, options: ChatOptions
) -> None:
    async with start(is_member=True) as env:
        path = f"/applications/*/guilds/{HOME}/commands"
        env.inject_error("PUT", path, status=403, code=50001, message="Missing Access")
        for _ in range(2):
            await env.restart_bot(Attache(library, community, options, Metrics()))

        assert own_commands(env) == []
