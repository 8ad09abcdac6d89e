"""The real bot on a simulated Discord, with one server and its people; all it sends is checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import discord
import pytest

from bot.chat.client import Attache
from bot.chat.options import ChatOptions
from bot.chat.people.permissions import Admins
from bot.community.community import Community
from bot.metrics import Metrics
from tests.chat.checking import check_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, GuildHandle, UserHandle
    from simcord.env import Env

    from bot.library.library import Library
    from bot.library.shelf import Shelf


SETTLE_SECONDS = 90.0
"""What is done by processes of their own, as charts and indexes are, a busy machine delays."""
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let simcord wait longer for the bot than it does by itself."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.simcord(settle_timeout=SETTLE_SECONDS))


@dataclass(frozen=True, slots=True)
class World:
    """A simulated Discord: the bot, a server with a channel, and people."""

    env: Env
    bot: Attache
    library: Library
    community: Community
    options: ChatOptions
    guild: GuildHandle
    channel: ChannelHandle
    member: MemberActor
    moderator: MemberActor
    """Administrator of the server, but not of the bot."""
    operator: MemberActor
    """Administrator of the bot."""
    operator_user: UserHandle
    member_user: UserHandle

    async def restart(self) -> Attache:
        """Start the bot anew, as after a crash, over the same library."""
        bot = Attache(self.library, self.community, self.options, Metrics())
        await self.env.restart_bot(bot)
        bot.admins = Admins(frozenset({self.operator_user.id}), frozenset())
        return bot


@pytest.fixture
def options(tmp_path: Path) -> ChatOptions:
    """How the bot under test behaves."""
    return ChatOptions(
        answers=3,
        admin_users=frozenset(),
        admin_roles=frozenset(),
        admin_servers=(),
        drawing=tmp_path / "charts",
        identify_record=tmp_path / "identified.json",
    )


@pytest.fixture
async def community(shelf: Shelf) -> AsyncIterator[Community]:
    """What people leave with the bot, in a real SQLite file."""
    opened = await Community.open(shelf.state, 90, shelf.url)
    yield opened
    await opened.close()


@pytest.fixture
def simcord_bot(library: Library, community: Community, options: ChatOptions) -> Attache:
    """The bot that simcord's own fixture runs."""
    return Attache(library, community, options, Metrics())


@pytest.fixture
async def world(
    simcord_env: Env,
    simcord_bot: Attache,
    library: Library,
    community: Community,
    options: ChatOptions,
) -> AsyncIterator[World]:
    """The real bot over the seed briefings; every request it made is checked at the end."""
    env = simcord_env
    guild = env.create_guild("Newsroom")
    channel = guild.create_text_channel("questions")
    rights = discord.Permissions(administrator=True)
    moderators = guild.create_role("Moderators", permissions=rights)
    member_user, operator_user = env.create_user("mia"), env.create_user("otto")
    member = guild.add_member(member_user)
    moderator = guild.add_member(env.create_user("mo"), roles=[moderators])
    operator = guild.add_member(operator_user, roles=[moderators])
    simcord_bot.admins = Admins(frozenset({operator_user.id}), frozenset())
    yield World(
        env, simcord_bot, library, community, options, guild, channel, member, moderator, operator,
        operator_user, member_user,
    )  # fmt: skip
    for request in env.http_requests:
        check_request(request)
