"""Lists of briefings are read at a glance: titles first and in bold, lines between."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.chat.languages.languages import Languages
from tests.chat.checking import walk
from tests.chat.reading import payload, text_of

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


@pytest.fixture
async def titled(world: World, shelf: Shelf) -> None:
    """Three briefings with a title, newer than all others."""
    lines = (
        json.dumps(
            {
                "id": f"t{at}",
                "title": f"Salt sold, part {at}",
                "text": f"Ruritania sells salt to {at} neighbours.",
                "tags": ["salt trade"],
                "date": f"2031-12-0{at}",
            }
        )
        for at in (1, 2, 3)
    )
    (shelf.data / "titled.jsonl").write_text("\n".join(lines))
    await world.library.reload(by="test")


@pytest.mark.usefixtures("titled")
@pytest.mark.parametrize(
    ("command", "given", "number"),
    [
        ("latest", {}, "#17"),
        ("latest", {"topic": "salt trade"}, "#17"),
        ("ask", {"question": "what's new?"}, "[1] #17"),
    ],
)
async def test_a_list_has_each_title_first_and_its_source_last(
    world: World, command: str, given: dict[str, str], number: str
) -> None:
    shown = await world.member.slash(world.channel, command, **given)

    said = text_of(shown.response)
    first = f"**Salt sold, part 3**\nRuritania sells salt to 3 neighbours.\n-# {number} · "
    assert first in said
    assert said.count("Salt sold, part 3") == 1


@pytest.mark.usefixtures("titled")
@pytest.mark.parametrize("given", [{}, {"topic": "salt trade"}])
async def test_lines_stand_between_the_items_of_a_list(world: World, given: dict[str, str]) -> None:
    shown = await world.member.slash(world.channel, "latest", **given)

    parts = walk(payload(shown.response))
    lines = [part for part in parts if part["type"] == 14 and part.get("divider", True)]
    assert len(lines) == text_of(shown.response).count("\n-# #") - 1


async def test_words_found_nowhere_are_told_before_what_there_is(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="Who won the Zyzzyva Cup?")

    lines = text_of(asked.response).splitlines()
    assert lines[0] == "**No briefing covers this.**"
    assert "Not in any briefing: *Zyzzyva*" in lines[1]
    assert lines[-1] == "Here is what the briefings are about:"
    assert "Asked: " in lines[-2]


async def test_a_time_that_nothing_is_dated_to_is_told_as_such(world: World) -> None:
    asked = await world.member.slash(world.channel, "ask", question="what happened in June 2026?")

    said = text_of(asked.response)
    assert "No briefing is dated to that time: *in June 2026*" in said
    assert "Not in any briefing" not in said


async def test_a_time_that_is_not_named_in_full_is_told_as_days(world: World, shelf: Shelf) -> None:
    today = datetime.now(UTC).date()
    monday = today - timedelta(days=today.weekday() + 7)
    records = [
        {"text": "Ruritania sells salt.", "date": str(monday)},
        {"text": "Ruritania buys salt.", "date": "2020-05-03"},
    ]
    (shelf.data / "dated.jsonl").write_text("\n".join(map(json.dumps, records)))
    await world.library.reload(by="test")
    days = Languages().english.days(monday, monday + timedelta(days=6))

    async def said(question: str) -> str:
        asked = await world.member.slash(world.channel, "ask", question=question)
        return text_of(asked.response)

    assert f"-# Read *last week* as *{days}*\n" in f"{await said('ruritania salt last week')}\n"
    assert f"Read *last week* as *{days}*, *saltt* as *salt*" in await said(
        "ruritania saltt last week"
    )
    next_week = Languages().english.days(monday + timedelta(14), monday + timedelta(20))
    assert f"dated to that time: *next week* ({next_week})" in await said("news next week")
    assert "Read " not in await said("ruritania salt in May 2020")


async def test_who_asks_for_what_others_are_of_a_time_is_told_that(
    world: World, shelf: Shelf
) -> None:
    records = [
        {"text": "Ruritania sells salt.", "date": "2020-05-03"},
        {"text": "Olga Stein opened a bridge in Velden.", "date": "2021-07-09"},
    ]
    (shelf.data / "dated.jsonl").write_text("\n".join(map(json.dumps, records)))
    await world.library.reload(by="test")

    asked = await world.member.slash(world.channel, "ask", question="Ruritania in July 2021")

    said = text_of(asked.response)
    assert "Briefings are dated to that time, but none on this: *in July 2021*" in said
    assert "No briefing is dated" not in said


async def test_a_time_in_another_language_is_no_word_that_no_briefing_has(
    world: World, shelf: Shelf
) -> None:
    record = {"text": "Ruritania sells salt.", "date": "2020-05-03"}
    (shelf.data / "dated.jsonl").write_text(json.dumps(record))
    await world.library.reload(by="test")

    asked = await world.member.slash(world.channel, "ask", question="Nachrichten von letzter Woche")

    said = text_of(asked.response)
    assert "*von letzter Woche*" in said.partition("dated to that time: ")[2]
    assert "Not in any briefing" not in said


async def test_a_date_that_may_be_read_otherwise_is_told_in_words(
    world: World, shelf: Shelf
) -> None:
    record = {"text": "Ruritania sells salt.", "date": "2020-05-03"}
    (shelf.data / "dated.jsonl").write_text(json.dumps(record))
    await world.library.reload(by="test")

    asked = await world.member.slash(world.channel, "ask", question="salt on 5/3/2020")

    assert "Read *on 5/3/2020* as *May 3, 2020*" in text_of(asked.response)


async def test_who_asks_for_the_newest_is_told_that_none_has_a_date(world: World) -> None:
    told = "None of them has a date; they are in the order of their numbers, the highest first."

    asked = await world.member.slash(world.channel, "ask", question="what is the newest?")
    other = await world.member.slash(world.channel, "ask", question="grain")

    assert told in text_of(asked.response)
    assert told not in text_of(other.response)
