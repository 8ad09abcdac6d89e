"""What was listed can be chosen from and read on; anything else is asked as if nothing was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.reading import press, text_of

if TYPE_CHECKING:
    from tests.chat.conftest import World

LATEST: dict[str, Any] = {"command": "latest"}
RELATED: dict[str, Any] = {"command": "related", "number": 10}
TIMELINE: dict[str, Any] = {"command": "timeline", "topic": "Ukraine"}


async def listed(world: World, command: str, **options: Any) -> list[int]:
    """Return the numbers of what a command lists."""
    result = await world.member.slash(world.channel, command, **options)
    return numbers_in(text_of(result.response).replace("to #", "to "))


async def said(world: World, question: str) -> str:
    """Return what is answered to a mention."""
    assert world.bot.user is not None
    await world.member.send(world.channel, f"{world.bot.user.mention} {question}")
    return text_of(world.channel.last_message)


def shown_first(text: str) -> int:
    """Return the number of what an answer shows first."""
    return int(text.partition("[1] #")[2].split()[0])


def numbers_in(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"#(\d+)", text)]


@pytest.mark.parametrize("command", [LATEST, RELATED, TIMELINE])
async def test_one_of_a_list_is_chosen_by_its_place(world: World, command: dict[str, Any]) -> None:
    shown = await listed(world, **command)
    second = await said(world, "the second one")
    await listed(world, **command)
    last = await said(world, "tell me about the last one")
    why = await said(world, "why?")

    assert shown_first(second) == shown[1]
    assert shown_first(last) == shown[-1]
    assert shown_first(why) == shown[-1]


async def test_a_list_stays_to_be_chosen_from(world: World) -> None:
    shown = await listed(world, "latest")

    assert shown_first(await said(world, "the third one")) == shown[2]
    assert shown_first(await said(world, "the first one")) == shown[0]
    assert shown_first(await said(world, "and the sixth?")) == shown[5]
    assert f"-# #{shown[1]} · briefings.txt:" in await said(world, "open the second one")
    assert shown_first(await said(world, "the fourth")) == shown[3]


async def test_a_place_beyond_the_end_of_a_list_says_so(world: World) -> None:
    await listed(world, "latest")
    beyond = await said(world, "the eighth one")
    alone = await world.member.slash(world.channel, "ask", question="open the eighth")

    assert beyond == "There are only 6 to choose from."
    assert text_of(alone.response) == beyond
    assert shown_first(await said(world, "the third one")) == 12


async def test_of_a_reply_what_that_answer_shows_is_chosen(world: World) -> None:
    assert world.bot.user is not None
    me = world.bot.user.mention
    shown = numbers_in(await said(world, "any news?"))
    answer = world.channel.last_message
    await said(world, "OSCE Malta")
    await world.member.send(world.channel, f"{me} open the second one", reply_to=answer)

    assert f"-# #{shown[1]} · briefings.txt:" in text_of(world.channel.last_message)


@pytest.mark.parametrize("question", ["tell me more", "what else?", "show me more briefings"])
async def test_who_wants_more_reads_on_in_the_list(world: World, question: str) -> None:
    shown = await listed(world, "latest")
    more = await said(world, question)
    further = await said(world, question)

    assert shown == [14, 13, 12, 11, 10, 9]
    assert numbers_in(more) == [8, 7, 6]
    assert numbers_in(further) == [5, 4, 3]
    assert "[1] #4" in await said(world, "the second one")


async def test_one_of_a_topic_is_chosen_from_what_its_page_shows(world: World) -> None:
    shown = await listed(world, "latest", topic="Ukraine")

    assert len(shown) == 6
    assert shown_first(await said(world, "the last one")) == shown[-1]
    await listed(world, "latest", topic="Ukraine")
    assert not set(shown) & set(numbers_in(await said(world, "tell me more")))


@pytest.mark.parametrize(
    "question",
    ["why?", "who else?", "what about Poland?", "and grain?", "OSCE Malta", "any news?", "xyzzy"],
)
async def test_any_other_question_is_answered_as_if_nothing_was_listed(
    world: World, question: str
) -> None:
    alone = await said(world, question)
    kept = await world.member.slash(world.channel, "privacy")
    asked = await press(world.member, kept.response, "Delete all of it")
    await press(world.member, asked, "Delete")
    await listed(world, "latest")

    assert await said(world, question) == alone


async def test_a_list_leaves_what_was_asked_before_it_to_follow_up(world: World) -> None:
    await said(world, "grain imports from Ukraine?")
    await listed(world, "latest")
    await listed(world, "related", number=10)

    assert "Following up on: *grain*" in await said(world, "why?")


async def test_what_a_question_lists_is_chosen_from_too(world: World) -> None:
    shown = numbers_in(await said(world, "any news?"))

    assert shown == [14, 13, 12]
    assert "[1] #13" in await said(world, "the second one")


async def test_a_list_that_only_one_person_saw_is_followed_up_in_private(world: World) -> None:
    opened = await world.moderator.slash(world.channel, "briefing", number=10)
    related = await press(world.member, opened.response, "Related")
    first, second = numbers_in(text_of(related))[1:3]

    assert "[1] #" not in await said(world, "the second one")
    alone = await world.member.slash(world.channel, "ask", question="the second one", private=True)
    assert shown_first(text_of(alone.response)) == second
    assert first != second
