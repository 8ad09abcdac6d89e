"""When something goes wrong: a line and a reference for the person, the story for the log."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from discord.app_commands import CommandNotFound

from bot.errors import AttacheError
from tests.chat.reading import labels_of, press, text_of

if TYPE_CHECKING:
    import pytest

    from tests.chat.conftest import World

_REFERENCE = re.compile(r"`([0-9a-f]{6})`")


def reference_in(said: str, log: str) -> bool:
    """Tell whether the reference that a person was given stands in the log."""
    found = _REFERENCE.search(said)
    return found is not None and found[1] in log


async def test_a_collection_that_cannot_be_used_is_said_with_a_reference(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    await world.library.close()
    result = await world.member.slash(world.channel, "ask", question="grain imports")

    said = text_of(result.response)
    assert result.ephemeral
    assert said.startswith("My records cannot be used right now; please try later.")
    assert reference_in(said, capsys.readouterr().out)
    assert len(world.env.errors) == 1


async def test_a_button_that_fails_says_so_with_a_reference(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = await world.member.slash(world.channel, "ask", question="security summit in Malta")
    await world.library.close()
    opened = await press(world.member, asked.response, labels_of(asked.response)[0])

    assert reference_in(text_of(opened), capsys.readouterr().out)


async def test_a_message_that_cannot_be_answered_says_so_with_a_reference(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    await world.library.close()
    await world.member_user.send_dm("grain imports")

    reply = world.member_user.dm_channel.last_message
    assert reference_in(text_of(reply), capsys.readouterr().out)


async def test_a_channel_that_may_not_be_written_to_only_fills_the_log(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403)
    await world.member_user.send_dm("grain imports")

    assert "may not write there" in capsys.readouterr().out


async def test_nothing_of_the_cause_is_shown_to_people(world: World) -> None:
    await world.library.close()
    result = await world.member.slash(world.channel, "topics")

    assert "Traceback" not in text_of(result.response)
    assert AttacheError.__name__ not in text_of(result.response)
    assert world.env.errors


async def test_a_command_that_there_is_no_more_is_said_to_be_outdated(world: World) -> None:
    world.bot.tree.remove_command("random")

    result = await world.member.slash(world.channel, "random")

    assert "This does not work any more" in text_of(result.response)
    assert await world.community.audit.entries() == []
    (outdated,) = world.env.errors
    assert isinstance(outdated, CommandNotFound)
