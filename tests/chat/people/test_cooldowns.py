"""Who asks too often is told when to ask again, and is told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import discord
import pytest

from bot.chat.languages.languages import Languages
from bot.chat.options import ChatOptions
from bot.chat.people.cooldowns import Cooldowns, Pace
from bot.chat.people.places import Place
from bot.community.servers import ServerSettings
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.conftest import World

MODERATOR = discord.Permissions(manage_messages=True)
ENGLISH = Languages().english


def at(
    person: int,
    channel: int,
    permissions: discord.Permissions | None = None,
    settings: ServerSettings = ServerSettings(),  # noqa: B008 - it is frozen
) -> Place:
    """Return a place in a server."""
    return Place(person, 1, (channel,), settings, ENGLISH, permissions, has_others=True)


def test_a_person_may_ask_again_when_a_token_has_come_in() -> None:
    now = 1000.0
    cooldowns = Cooldowns(Pace(person=2, channel=0), lambda: now)

    assert [cooldowns.seconds_left(at(1, 5)) for _ in range(3)] == [0, 0, 30]
    assert cooldowns.seconds_left(at(2, 5)) == 0
    now += 20
    assert cooldowns.seconds_left(at(1, 5)) == 10
    now += 10
    assert [cooldowns.seconds_left(at(1, 5)) for _ in range(2)] == [0, 30]
    now += 600
    assert [cooldowns.seconds_left(at(1, 5)) for _ in range(3)] == [0, 0, 30]


def test_who_asks_all_the_time_gets_no_more_than_the_pace() -> None:
    now = 1000.0
    cooldowns = Cooldowns(Pace(person=20, channel=0), lambda: now)
    asked = 0
    for _ in range(3_600):
        now += 1
        asked += cooldowns.seconds_left(at(1, 5)) == 0

    assert asked in {20 * 60 + 19, 20 * 60 + 20}


def test_a_channel_has_a_limit_for_all_together() -> None:
    cooldowns = Cooldowns(Pace(person=0, channel=2), lambda: 1000.0)

    assert [cooldowns.seconds_left(at(person, 5)) for person in (1, 2, 3)] == [0, 0, 30]
    assert cooldowns.seconds_left(at(3, 6)) == 0


def test_a_refused_question_costs_nothing_elsewhere() -> None:
    cooldowns = Cooldowns(Pace(person=3, channel=1), lambda: 1000.0)

    assert [cooldowns.seconds_left(at(1, 5)) for _ in range(5)] == [0, 60, 60, 60, 60]
    assert cooldowns.seconds_left(at(1, 6)) == 0


def test_moderators_are_spared_where_that_is_set() -> None:
    spared = Cooldowns(Pace(person=1, channel=1), lambda: 1000.0)
    treated_alike = Cooldowns(Pace(1, 1, spares_moderators=False), lambda: 1000.0)

    assert [spared.seconds_left(at(1, 5, MODERATOR)) for _ in range(3)] == [0, 0, 0]
    assert [treated_alike.seconds_left(at(1, 5, MODERATOR)) for _ in range(2)] == [0, 60]


def test_a_server_has_a_pace_of_its_own() -> None:
    cooldowns = Cooldowns(Pace(person=5, channel=0), lambda: 1000.0)
    strict = ServerSettings(person_pace=1)
    free = ServerSettings(person_pace=0)

    assert [cooldowns.seconds_left(at(1, 5, None, strict)) for _ in range(2)] == [0, 60]
    assert [cooldowns.seconds_left(at(2, 5, None, free)) for _ in range(9)] == [0] * 9


def test_another_pace_counts_from_the_moment_it_is_chosen() -> None:
    cooldowns = Cooldowns(Pace(person=1, channel=0), lambda: 1000.0)
    assert [cooldowns.seconds_left(at(1, 5)) for _ in range(2)] == [0, 60]

    faster = ServerSettings(person_pace=3)
    assert [cooldowns.seconds_left(at(1, 5, None, faster)) for _ in range(4)] == [0, 0, 0, 20]


class TestInDiscord:
    @pytest.fixture
    def options(self, tmp_path: Path) -> ChatOptions:
        options = ChatOptions(
            answers=3, admin_users=frozenset(), admin_roles=frozenset(), admin_servers=(),
            drawing=tmp_path,
            identify_record=tmp_path / "identified.json",
        )  # fmt: skip
        return replace(options, pace=Pace(person=1, channel=0))

    async def test_a_command_that_comes_too_soon_is_answered_to_the_asker_alone(
        self, world: World
    ) -> None:
        await world.member.slash(world.channel, "ask", question="OSCE")
        result = await world.member.slash(world.channel, "ask", question="grain imports")
        other = await world.moderator.slash(world.channel, "ask", question="OSCE")
        again = await world.moderator.slash(world.channel, "ask", question="OSCE")

        assert result.ephemeral
        assert "ask again in" in text_of(result.response)
        assert "[1]" in text_of(other.response)
        assert "[1]" in text_of(again.response)

    async def test_messages_that_come_too_soon_are_answered_once(self, world: World) -> None:
        for question in ("OSCE", "grain imports", "Kim Jong Un", "Malta"):
            await world.member_user.send_dm(question)

        said = [
            text_of(message)
            for message in world.member_user.dm_channel.history()
            if message.author.bot
        ]
        assert len(said) == 2
        assert "ask again in" in said[1]
