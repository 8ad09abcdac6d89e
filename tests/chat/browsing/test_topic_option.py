"""Naming a topic: what was chosen is what is shown and followed, whatever else is spelt like it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.community.follows import FollowerKind
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World

OPTIONS = [("latest", "topic"), ("timeline", "topic"), ("follow", "topic"), ("topics", "query")]


async def load(world: World, shelf: Shelf, **named: int) -> None:
    """Load so many briefings on each name."""
    texts = [f"Today {name} sold house {at}." for name in named for at in range(named[name])]
    texts += [f"Some river {at} is long." for at in range(sum(named.values()))]
    records = [json.dumps({"text": text.replace("_", " ")}) for text in texts]
    (shelf.data / "more.jsonl").write_text("\n".join(records))
    await world.library.reload(by="test", may_remove=1)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
async def test_choices_are_the_names_of_topics_in_name_and_value(
    world: World, command: str, option: str
) -> None:
    topics = await world.library.topics("e")

    offered = await world.member.autocomplete(world.channel, command, option, "e")

    assert [choice["name"] for choice in offered] == [topic.label for topic in topics]
    assert all(choice["value"] == choice["name"] for choice in offered)


async def test_the_topic_that_was_chosen_is_shown_and_followed(world: World, shelf: Shelf) -> None:
    await load(world, shelf, Iran_Air=6, Iran=3)
    offered = await world.member.autocomplete(world.channel, "latest", "topic", "ira")
    chosen = {choice["name"]: choice["value"] for choice in offered}["Iran"]

    latest = await world.member.slash(world.channel, "latest", topic=chosen)
    timeline = await world.member.slash(world.channel, "timeline", topic=chosen)
    await world.member.slash(world.channel, "follow", topic=chosen)
    topics = await world.member.slash(world.channel, "topics", query=chosen)

    assert text_of(latest.response).splitlines()[0] == "### Iran"
    assert text_of(timeline.response).startswith("### Iran\n")
    followed = await world.community.follows.of(FollowerKind.PERSON, world.member_user.id)
    assert [each.label for each in followed] == ["Iran"]
    assert text_of(topics.response).splitlines()[:2] == [
        "### Topics like *Iran*",
        "**Iran** 3 · **Iran Air** 6",
    ]


@pytest.mark.parametrize("command", ["latest", "timeline"])
async def test_a_typed_name_means_the_topic_of_that_name(
    world: World, shelf: Shelf, command: str
) -> None:
    await load(world, shelf, Iran_Air=6, Iran=3)

    result = await world.member.slash(world.channel, command, topic="iran")

    assert text_of(result.response).splitlines()[0].removeprefix("### ").split(",")[0] == "Iran"


@pytest.mark.parametrize(("command", "option"), OPTIONS[:3])
async def test_neither_nothing_nor_a_letter_is_taken_for_a_topic(
    world: World, command: str, option: str
) -> None:
    nothing = await world.member.slash(world.channel, command, **{option: " "})
    letter = await world.member.slash(world.channel, command, **{option: "a"})

    assert text_of(nothing.response) == "Name a topic. **/topics** has the largest."
    assert text_of(letter.response) == "No topic is like *a*. **/topics** has the largest."
    assert await world.community.follows.of(FollowerKind.PERSON, world.member_user.id) == []


async def test_a_topic_of_one_letter_is_found_by_it(world: World, shelf: Shelf) -> None:
    records = [{"text": f"Boat {at} sank.", "tags": ["X"]} for at in range(3)]
    (shelf.data / "more.jsonl").write_text("\n".join(map(json.dumps, records)))
    await world.library.reload(by="test", may_remove=1)

    latest = await world.member.slash(world.channel, "latest", topic="x")

    assert text_of(latest.response).splitlines()[0] == "### X"
