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


@pytest.mark.parametrize(
    "said",
    [
        "the full briefing please", "read the whole briefing", "full text",
        "Show me the whole thing!", "open it", "den ganzen Text bitte", "tout lire",
    ],
)  # fmt: skip
async def test_what_was_shown_first_is_opened_whole(world: World, said: str) -> None:
    answer = await told(world, "What did the OSCE do in Malta?")
    opened = await told(world, said)

    assert "[1] #2\n" in answer
    assert "-# #2 · briefings.txt:" in opened
    assert "[1] #2\n" in await told(world, "why?")


async def test_what_the_last_answer_shows_first_is_opened_and_not_what_came_before(
    world: World,
) -> None:
    before = await told(world, "Ukraine")
    more = await told(world, "tell me more")
    first = more.partition("[1] #")[2].split()[0]

    assert f"[1] #{first}\n" not in before
    assert f"-# #{first} · briefings.txt:" in await told(world, "open it")


async def test_of_a_reply_to_an_answer_what_that_shows_first_is_opened(world: World) -> None:
    assert world.bot.user is not None
    me = world.bot.user.mention
    await world.member.send(world.channel, f"{me} What did the OSCE do in Malta?")
    answer = world.channel.last_message
    await world.member.send(world.channel, f"{me} grain imports")
    await world.restart()
    await world.moderator.send(world.channel, f"{me} full text", reply_to=answer)

    assert "-# #2 · briefings.txt:" in text_of(world.channel.last_message)


async def test_of_a_list_and_by_the_command_the_first_is_opened(world: World) -> None:
    await world.member.slash(world.channel, "latest")
    opened = await world.member.slash(world.channel, "ask", question="show the full text")

    assert "-# #14 · briefings.txt:" in text_of(opened.response)


async def test_what_others_did_not_see_is_not_opened_before_them(world: World) -> None:
    await world.member.slash(world.channel, "ask", question="OSCE Malta", private=True)
    opened = await world.member.slash(world.channel, "ask", question="full text", private=False)

    assert "#2 · briefings.txt:" not in text_of(opened.response)


async def test_where_nothing_was_shown_nothing_is_opened(world: World) -> None:
    assert "briefings.txt" not in await told(world, "full text")
