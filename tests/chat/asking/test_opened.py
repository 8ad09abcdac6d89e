"""What was opened by its number is what a follow-up refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chat.reading import text_of, told

if TYPE_CHECKING:
    from tests.chat.conftest import World


@pytest.mark.parametrize("opened", ["#9", "what is #9 about?"])
async def test_what_was_opened_is_what_a_follow_up_refers_to(world: World, opened: str) -> None:
    await told(world, "grain imports")
    await told(world, opened)
    why = await told(world, "why?")
    await told(world, opened)
    more = await told(world, "tell me more")

    assert "[1] #9" in why
    assert "Following up on: *Russian*, *Sergei Lavrov*, *Israel*" in why
    assert "I found nothing more on that" in more
    assert "*Israel*" in more


async def test_more_is_told_of_what_the_opened_briefing_is_about(world: World) -> None:
    await told(world, "grain imports")
    await told(world, "#5")
    more = await told(world, "tell me more")

    assert "[1] #3" in more
    assert "#5" not in more


async def test_of_several_that_were_opened_one_may_be_chosen(world: World) -> None:
    await told(world, "grain imports")
    await told(world, "#5 and #7")

    assert "[1] #7" in await told(world, "tell me about the second one")


async def test_a_number_that_no_briefing_has_leaves_what_was_asked_before(world: World) -> None:
    await told(world, "grain imports")
    await told(world, "#99")

    assert "] #14" in await told(world, "why?")


async def test_what_the_command_opened_is_followed_up_and_what_was_private_in_private(
    world: World,
) -> None:
    async def ask(question: str, *, private: bool) -> str:
        result = await world.member.slash(world.channel, "ask", question=question, private=private)
        return text_of(result.response)

    await ask("grain imports", private=False)
    await ask("#9", private=True)
    before_others = await ask("why?", private=False)
    await ask("#9", private=True)
    alone = await ask("why?", private=True)
    await world.member.slash(world.channel, "briefing", number=5)
    by_command = await ask("why?", private=False)

    assert "[1] #14" in before_others
    assert "[1] #9" in alone
    assert "[1] #5" in by_command
