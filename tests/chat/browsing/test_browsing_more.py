"""Looking around: the newest, a topic in order of date, what is related, and any one."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.reading import buttons_of, id_of, labels_of, press, text_of

if TYPE_CHECKING:
    from simcord.actors import MemberActor
    from simcord.results import ResponseMessage

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


async def load(world: World, shelf: Shelf, count: int = 12) -> None:
    """Load dated briefings on one topic, in no order, and one without a date."""
    records = [
        {
            "text": f"In Ruritania harvest {day} was good.",
            "date": f"2024-03-{(day * 7) % 28 + 1:02}",
        }
        for day in range(count)
    ]
    records.append({"text": "In Ruritania the king sleeps."})
    (shelf.data / "more.jsonl").write_text("\n".join(map(json.dumps, records)))
    await world.library.reload(by="test")


async def turned(who: MemberActor, message: Any, label: str) -> ResponseMessage:
    """Press a button that turns a page; return the message, which is the same one."""
    result = await press(who, message, label)
    assert result.id == message.id
    return result


async def press_last(who: MemberActor, message: Any) -> ResponseMessage:
    """Press the last button of a message; return what the bot answers."""
    result = await who.click(message, custom_id=buttons_of(message)[-1]["custom_id"])
    assert result.response is not None
    return result.response


async def said(world: World, command: str, **given: object) -> str:
    result = await world.member.slash(world.channel, command, **given)
    return text_of(result.response)


async def test_the_newest_come_first_and_go_on_over_pages(world: World, shelf: Shelf) -> None:
    await load(world, shelf)
    result = await world.member.slash(world.channel, "latest")
    first = text_of(result.response)
    assert "Mar 22, 2024" in first.split("[2]")[0]
    assert "Briefings 1 to 6, the newest first" in first

    more = await turned(world.moderator, result.response, "Show more")
    assert "Briefings 7 to 12" in text_of(more)
    last = await turned(world.member, more, "Show more")
    assert "the king sleeps" in text_of(last)
    back = await turned(world.member, last, "Back")
    assert text_of(await turned(world.member, back, "Back")) == first


async def test_the_newest_on_a_misspelt_topic(world: World, shelf: Shelf) -> None:
    await load(world, shelf)

    assert "### Ruritania" in await said(world, "latest", topic="ruritnia")
    assert "No topic is like *xyzzy*" in await said(world, "latest", topic="xyzzy")


@pytest.mark.parametrize("command", ["latest", "timeline"])
async def test_a_topic_that_has_become_smaller_is_not_said_to_be_gone(
    world: World, shelf: Shelf, command: str
) -> None:
    await load(world, shelf)
    result = await world.member.slash(world.channel, command, topic="Ruritania")
    assert result.response is not None
    for number in range(15, 24):
        await world.library.editing.withdraw(number, by="test")

    told = await press(world.member, result.response, "Show more")

    assert text_of(told) == "There are no more briefings."
    assert "### Ruritania" in await said(world, command, topic="Ruritania")


async def test_a_timeline_is_in_order_of_date_with_undated_ones_last(
    world: World, shelf: Shelf
) -> None:
    await load(world, shelf)
    result = await world.member.slash(world.channel, "timeline", topic="Ruritania")
    days = [int(day) for day in re.findall(r"\*\*Mar (\d+), 2024\*\*", text_of(result.response))]
    assert len(days) == 6
    assert days == sorted(days)

    more = await turned(world.member, result.response, "Show more")
    assert "Briefings 7 to 12 of 13" in text_of(more)
    rest = text_of(await turned(world.member, more, "Show more"))
    assert "**undated** In Ruritania the king sleeps." in rest
    assert "Those without a date come last." in rest


async def test_a_line_of_a_timeline_opens_what_it_does_not_hold(world: World, shelf: Shelf) -> None:
    records = [
        {"text": "In Ruritania the king sleeps.", "date": "2024-03-01"},
        {"text": "In Ruritania " + "the harvest was good and " * 20, "date": "2024-03-02"},
        {"text": "In Ruritania it rains.", "title": "Rain", "date": "2024-03-03"},
    ]
    (shelf.data / "more.jsonl").write_text("\n".join(map(json.dumps, records)))
    await world.library.reload(by="test")
    result = await world.member.slash(world.channel, "timeline", topic="Ruritania")

    assert labels_of(result.response) == ["Read all", "Read all"]
    assert "In Ruritania it rains." in text_of(await press_last(world.member, result.response))


async def test_a_timeline_without_any_date_says_so_once(world: World) -> None:
    shown = await said(world, "timeline", topic="OSCE")

    assert "undated" not in shown
    assert shown.startswith(
        "### OSCE\n-# None of them has a date; they are in the order of their numbers."
    )
    numbers = [int(line.split("#")[2]) for line in shown.splitlines() if line.startswith("-# #")]
    assert numbers == [2, 10, 11]


@pytest.mark.parametrize(("dates", "is_offered"), [(0, False), (1, False), (2, True), (8, True)])
async def test_a_timeline_is_offered_where_two_briefings_have_a_date(
    world: World, shelf: Shelf, dates: int, *, is_offered: bool
) -> None:
    records: list[dict[str, str]] = [
        {"text": f"In Ruritania vote {at} passed."} | ({"date": "2020-01-01"} if at < dates else {})
        for at in range(8)
    ]
    (shelf.data / "more.jsonl").write_text("\n".join(map(json.dumps, records)))
    await world.library.reload(by="test")

    first = await world.member.slash(world.channel, "latest", topic="Ruritania")
    assert ("Timeline" in labels_of(first.response)) is is_offered
    second = await turned(world.member, first.response, "Show more")
    assert ("Timeline" in labels_of(second)) is is_offered


@pytest.mark.parametrize(("count", "oldest"), [(500, "Jan 1, 2020"), (502, "Jan 3, 2020")])
async def test_a_timeline_that_leaves_the_oldest_out_says_so(
    world: World, shelf: Shelf, count: int, oldest: str
) -> None:
    began = date(2020, 1, 1)
    records = [
        {"text": f"In Ruritania vote {at} passed.", "date": str(began + timedelta(days=at))}
        for at in range(count)
    ]
    records += [{"text": f"Some river {at} is long."} for at in range(count)]
    (shelf.data / "more.jsonl").write_text("\n".join(map(json.dumps, records)))
    await world.library.reload(by="test")

    result = await world.member.slash(world.channel, "timeline", topic="Ruritania")

    head, first = text_of(result.response).split("**")[:2]
    assert "Briefings 1 to 6 of " in head
    assert ("of the newest 500; the older ones are left out" in head) is (count > 500)
    assert first == oldest


async def test_what_a_command_asks_for_is_for_all_as_answers_are(world: World) -> None:
    commands: dict[str, dict[str, object]] = {
        "latest": {}, "topics": {}, "briefing": {"number": 2}, "related": {"number": 10},
        "timeline": {"topic": "OSCE"}, "random": {},
    }  # fmt: skip
    for command, given in commands.items():
        result = await world.member.slash(world.channel, command, **given)
        assert not result.ephemeral, command
    assert not (await world.member.slash(world.channel, "latest", topic="OSCE")).ephemeral

    opened = await world.moderator.slash(world.channel, "settings")
    assert opened.response is not None
    await world.moderator.click(opened.response, custom_id="attache:set:private:on")
    for command, given in commands.items():
        result = await world.member.slash(world.channel, command, **given)
        assert result.ephemeral, command


async def test_a_page_of_which_nothing_is_left_is_told_to_whoever_turns_to_it(
    world: World, shelf: Shelf
) -> None:
    await load(world, shelf)
    words = [
        f"{first}{last}land" for first in "BDFGK" for last in ("abo", "eco", "ido", "ufo", "ama")
    ]
    lines = [f"In {word} day {at} was cold." for word in words for at in range(2)]
    (shelf.data / "cold.txt").write_text("\n".join(lines))
    await world.library.reload(by="test")
    shown = [
        await world.member.slash(world.channel, command, topic="Ruritania")
        for command in ("latest", "timeline")
    ]
    shown.append(await world.member.slash(world.channel, "latest"))
    shown.append(await world.member.slash(world.channel, "topics"))
    (shelf.data / "more.jsonl").unlink()
    (shelf.data / "cold.txt").unlink()
    (shelf.data / "briefings.txt").write_text("Bees are fine.\n")
    await world.library.reload(by="test", may_remove=1)

    for each in shown:
        assert each.response is not None
        told = await world.member.click(each.response, custom_id=id_of(each.response, "Show more"))
        assert told.ephemeral
        said = text_of(told.response)
        assert any(each in said for each in ("more briefings", "any more", "no more topics"))


async def test_a_topic_leads_to_its_timeline(world: World, shelf: Shelf) -> None:
    await load(world, shelf)
    topic = await world.member.slash(world.channel, "latest", topic="Ruritania")

    assert "in order of date" in text_of(await press(world.member, topic.response, "Timeline"))


async def test_what_is_like_a_withdrawn_briefing_is_not_told_but_that_it_was(world: World) -> None:
    one = await world.member.slash(world.channel, "briefing", number=10)
    await world.library.editing.withdraw(10, by="test")

    assert "#10 was withdrawn." in text_of(await press(world.member, one.response, "Related"))
    assert "#10 was withdrawn." in await said(world, "related", number=10)


async def test_related_briefings_share_what_is_telling(world: World) -> None:
    one = await world.member.slash(world.channel, "briefing", number=10)
    related = await press(world.member, one.response, "Related")

    assert "### Related to #10" in text_of(related)
    assert "#11" in text_of(related)
    assert "#10 · " not in text_of(related)
    assert "no briefing #99" in await said(world, "related", number=99)


async def test_any_briefing_is_one_of_them(world: World) -> None:
    assert "briefings.txt:" in await said(world, "random")


async def test_topics_can_be_searched_for(world: World) -> None:
    found = await world.member.slash(world.channel, "topics", query="macedona")

    assert text_of(found.response).splitlines()[1].startswith("**North Macedonia** ")
    assert "No topic is like" in await said(world, "topics", query="xyzzy")
    assert "the largest first" in await said(world, "topics", query="  ")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("khan yunes", 9),
        ("#4", 4),
        ("12", 12),
        ("grain imprts", 14),
        ("lavr", 14),
        ("grain impo", 14),
    ],
)
async def test_a_briefing_is_chosen_by_its_number_or_by_words(
    world: World, typed: str, number: int
) -> None:
    choices = await world.member.autocomplete(world.channel, "briefing", "number", typed)

    assert choices[0]["value"] == number
    assert choices[0]["name"].startswith(f"#{number} ")


async def test_where_nothing_has_a_date_the_order_is_that_of_the_numbers(world: World) -> None:
    for command in ({"command": "latest"}, {"command": "latest", "topic": "China"}):
        told = await said(world, **command)

        assert "the newest" not in told.casefold()
        assert "None of them has a date; they are in the order of their numbers" in told
        numbers = [int(part.split()[0]) for part in told.split("-# #")[1:]]
        assert len(numbers) > 1
        assert numbers == sorted(numbers, reverse=True)
