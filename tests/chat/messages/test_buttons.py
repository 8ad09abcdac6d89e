"""Buttons: what they open, after a restart too, and when what they stand for is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.chat.checking import walk
from tests.chat.reading import labels_of, payload, press, text_of

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


async def test_a_topic_button_opens_exactly_its_briefings(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="security summit in Malta")
    opened = await press(world.member, asked.response, "Poland")

    said = text_of(opened)
    assert opened.ephemeral
    assert "### Poland" in said
    assert {"#2", "#14"} == {
        line.split()[-1] for line in said.splitlines() if line.startswith("-# #")
    }


async def test_a_topic_button_works_after_a_restart(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="security summit in Malta")
    await world.restart()
    opened = await press(world.member, asked.response, "Poland")

    assert "### Poland" in text_of(opened)


async def test_a_topic_of_which_nothing_is_left_is_said_to_be_gone(
    world: World, shelf: Shelf
) -> None:
    asked = await world.member.slash(world.channel, "ask", question="security summit in Malta")
    (shelf.data / "briefings.txt").write_text("Bees are fine.\nBirds are fine too.\n")
    await world.library.reload(by="test", may_remove=1)
    opened = await press(world.member, asked.response, "Poland")

    assert "No briefing is about this topic any more" in text_of(opened)


async def test_a_long_briefing_is_read_whole_by_its_button(world: World, shelf: Shelf) -> None:
    sentences = " ".join(f"Sentence {number} speaks of zebras and rivers." for number in range(60))
    (shelf.data / "more.txt").write_text(f"Zebras cross the river. {sentences}\n")
    await world.library.reload(by="test")
    asked = await world.member.slash(world.channel, "ask", question="zebras crossing")
    read = await press(world.member, asked.response, "Read all")

    assert "Sentence 59" not in text_of(asked.response)
    assert "Sentence 59 speaks" in text_of(read)


async def test_what_was_removed_is_not_said_to_be_withdrawn(world: World, shelf: Shelf) -> None:
    sentences = "Sentence about zebras and rivers goes on and on here. " * 40
    (shelf.data / "more.txt").write_text(f"Zebras cross. {sentences}\n")
    await world.library.reload(by="test")
    asked = await world.member.slash(world.channel, "ask", question="zebras crossing")
    (shelf.data / "more.txt").unlink()
    await world.library.reload(by="test")
    read = await press(world.member, asked.response, "Read all")

    assert "#15 is no longer among the briefings" in text_of(read)


async def test_a_second_press_is_harmless(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="security summit in Malta")
    first = await press(world.member, asked.response, "Poland")
    second = await press(world.member, asked.response, "Poland")

    assert text_of(first) == text_of(second)


async def test_a_large_topic_is_shown_in_pages(world: World, shelf: Shelf) -> None:
    lines = [
        f"In Ruritania the harvest of year {year} was good, said Berlin." for year in range(20)
    ]
    (shelf.data / "more.txt").write_text("\n".join(lines) + "\n")
    others = [f"Number {word} of the zoo is a quiet animal." for word in "abcdefghijklmnopqrst"]
    (shelf.data / "other.txt").write_text("\n".join(others))
    await world.library.reload(by="test")
    listed = await world.member.slash(world.channel, "topics", query="Ruritania")
    assert listed.response is not None
    (menu,) = [part for part in walk(payload(listed.response)) if part["type"] == 3]
    opened = await world.member.select(listed.response, [menu["options"][0]["value"]])
    page = opened.response
    assert page is not None
    seen = text_of(page)
    while "Show more" in labels_of(page):
        turned = await press(world.member, page, "Show more")
        assert turned.id == page.id
        page = turned
        seen += text_of(page)

    assert all(f"year {year} " in seen for year in range(20))
