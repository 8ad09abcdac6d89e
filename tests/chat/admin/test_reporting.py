"""``/admin insights``: a text, a picture with an alternative text, and a table."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.chat.admin.chart import Bars, Chart
from bot.chat.admin.reporting import Uncited, alt_text, as_csv, insight_text, uncited
from bot.chat.languages.languages import NAMES, Languages
from bot.chat.messages import limits
from bot.community.insights import Day, Insight, Wish
from bot.model import Briefing, Origin
from bot.talk.gaps import tells_of_gap
from tests.chat.checking import walk
from tests.chat.reading import assert_only_denied, id_of, payload, press, text_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


async def test_editors_see_what_is_missing(world: World) -> None:
    for question in ("zeppelin race results", "Zeppelin race result", "who won the zeppelin race"):
        await world.member.slash(world.channel, "ask", question=question)
    asked = await world.member.slash(world.channel, "ask", question="OSCE")
    await press(world.moderator, asked.response, "👍")

    result = await world.operator.slash(world.channel, "admin insights")

    assert result.ephemeral
    said = text_of(result.response)
    assert "4 questions" in said
    assert "zeppelin (3)" in said
    assert "3× " in said
    assert "👍 1" in said
    assert "Cited most" in said
    assert "Never cited" in said


async def test_a_remark_outlives_the_question_that_somebody_deleted(world: World) -> None:
    answer = await world.member.slash(world.channel, "ask", question="OSCE")
    kept = await world.member.slash(world.channel, "privacy")
    asked = await press(world.member, kept.response, "Delete all of it")
    await press(world.member, asked, "Delete")
    assert answer.response is not None
    down = id_of(answer.response, "👎")
    form = await world.moderator.click(answer.response, custom_id=down)
    await world.moderator.submit_modal(form, {"reason": ["wrong"], "remark": "=Of *last* year"})

    alone = await world.operator.slash(world.channel, "admin insights")
    await world.moderator.slash(world.channel, "ask", question="zeppelin")
    beside = await world.operator.slash(world.channel, "admin insights")

    for said in map(text_of, (alone.response, beside.response)):
        assert "questions that were deleted since**\n=Of \\*last\\* year" in said
        assert "OSCE" not in said.partition("Never cited")[0]
    assert beside.response is not None
    (table,) = [each for each in beside.response.attachments if each.filename == "insights.csv"]
    rows = list(csv.reader(io.StringIO((await table.read()).decode("utf-8-sig"))))
    assert ["question deleted", "", "1", "'=Of *last* year"] in rows


async def test_what_is_half_answered_is_a_gap_and_what_names_nothing_is_none(world: World) -> None:
    for question in (
        "who else?",
        "hope you can tell me this morning about sushi zeppelins, I was wondering",
        "when was Medvedev arrested",
    ):
        await world.member.slash(world.channel, "ask", question=question)

    result = await world.operator.slash(world.channel, "admin insights")

    said = text_of(result.response)
    assert "1× when was Medvedev arrested · half answered" in said
    assert "who else" not in said
    words = said.partition("Words in no briefing")[2].partition("Asked and not")[0]
    assert "zeppelins" in words
    assert not {"hope", "morning", "wondering"} & set(words.replace("(1)", "").split())


def test_who_only_goes_on_or_greets_tells_of_no_gap() -> None:
    for bare in ("who else?", "why?", "tell me more", "good morning", "how are you", " \n"):
        assert not tells_of_gap(bare)
    for telling in ("what about Poland?", "sushi", "who won the zeppelin race"):
        assert tells_of_gap(telling)


async def test_the_picture_has_an_alternative_text_and_all_is_in_the_table(world: World) -> None:
    await world.member.slash(world.channel, "ask", question="=HYPERLINK(zeppelin)")
    result = await world.operator.slash(world.channel, "admin insights", days=7)
    assert result.response is not None

    (gallery,) = [part for part in walk(payload(result.response)) if part["type"] == 12]
    assert "last 7 days" in gallery["items"][0]["description"]
    files = {each.filename: await each.read() for each in result.response.attachments}
    assert files["insights.png"].startswith(b"\x89PNG")
    rows = list(csv.reader(io.StringIO(files["insights.csv"].decode("utf-8-sig"))))
    assert ["not answered well", "'=HYPERLINK(zeppelin)", "1", ""] in rows
    assert sum(1 for row in rows if row[0] == "nothing") == 7
    first = next(row for row in rows if row[0] == "never cited")
    assert first[1:3] == ["14", "0"]
    assert first[3].startswith("Russia's Foreign Minister")


async def test_a_word_of_any_length_leaves_room_for_the_bars_of_the_picture(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Bars] = []

    async def draw(_: Chart, bars: Bars) -> bytes:
        drawn.append(bars)
        return b"\x89PNG"

    monkeypatch.setattr(Chart, "draw", draw)
    await world.member.slash(world.channel, "ask", question=f"who is {'Vlimpraxo' * 90}?")

    await world.operator.slash(world.channel, "admin insights")

    (name,) = [name for _, names in drawn[0].lists for name, _ in names]
    assert name.startswith("VlimpraxoVlim")
    assert len(name) <= 40


async def test_a_single_day_is_called_today(world: World) -> None:
    result = await world.operator.slash(world.channel, "admin insights", days=1)
    assert "### Insights of today" in text_of(result.response)

    await world.member.slash(world.channel, "ask", question="zeppelin")
    result = await world.operator.slash(world.channel, "admin insights", days=1)

    assert result.response is not None
    (gallery,) = [part for part in walk(payload(result.response)) if part["type"] == 12]
    assert gallery["items"][0]["description"].startswith("A bar of the questions asked today, 1 in")


@pytest.mark.parametrize("code", NAMES)
@pytest.mark.parametrize("days", [1, 2, 5, 21])
def test_the_alternative_text_is_of_so_many_days(code: str, days: int) -> None:
    lang = Languages().of(code)
    insight = Insight((Day(date(2024, 12, 1), 3_000, 0, 0, 0, 0),), (), (), ())

    said = alt_text(insight, days, lang)

    assert lang.number(3_000) in said
    assert (f" {days} " in said) is (days > 1)


async def test_of_very_many_briefings_only_what_fits_into_a_message_is_held_and_told() -> None:
    async def very_many() -> AsyncIterator[Briefing]:
        origin = Origin("briefings.txt", 1)
        for number in range(1, 100_001):
            yield Briefing("k", "ж" * 200, origin, number=number)

    never = await uncited(very_many(), {99_999})
    table = as_csv(Insight(days=(), unknown=(), wishes=(), cited=()), never)

    assert never.count == 99_999
    assert [number for number, _ in never.newest[:2]] == [100_000, 99_998]
    assert len(never.newest) == 20_000
    assert len(table) < 10_000_000
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    assert rows[1][1] == "100000"
    assert rows[-1] == ["never cited", "more", "79999", ""]


def test_the_table_fits_into_a_message_however_much_was_asked_and_remarked() -> None:
    wishes = tuple(Wish("🦆 who? " * 750, 900, 0, 900, ("🦆" * 500,) * 900) for _ in range(200))
    cited = tuple((10**6 + place, 1) for place in range(600_000))
    never = Uncited(20_000, tuple((number, "🦆" * 70) for number in range(20_000)))
    words = tuple(("🦆" * 500, 1) for _ in range(50))

    table = as_csv(Insight(days=(), unknown=words, wishes=wishes, cited=cited), never)

    assert len(table) < 10_000_000
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    assert ["cited", "more", "580000", ""] in rows
    (shown,) = {row[1] for row in rows if row[0] == "not answered well"}
    assert shown.startswith("🦆 who?")
    assert shown.endswith("…")


def test_a_long_report_is_cut_between_lines() -> None:
    days = tuple(Day(date(2024, 12, place), 3, 0, 0, 0, 0) for place in range(1, 8))
    wishes = tuple(Wish("who? " * 30, 2, 1, 1, ("why? " * 30,)) for _ in range(8))
    unknown = tuple(("Ruritania" * 5, count) for count in range(20))
    insight = Insight(days, unknown, wishes, tuple((number, 1) for number in range(1, 9)))
    titles = ["_title_ " * 12] * 8
    never = Uncited(50, tuple((number, "") for number in range(50)))

    said = insight_text(insight, titles, never, 7, Languages().english)

    assert len(said) <= limits.TEXT
    *_, before, cited, end = said.splitlines()
    assert cited == before
    assert end == "…"


async def test_what_was_cited_and_is_gone_is_told_as_it_read_unless_it_was_withdrawn(
    world: World, shelf: Shelf
) -> None:
    (shelf.data / "ferries.txt").write_text("A ferry sank at Karlsheim.\nA tram ran in Ulmstadt.\n")
    await world.library.reload(by="test")
    for question in ("ferry Karlsheim", "tram Ulmstadt"):
        await world.member.slash(world.channel, "ask", question=question)
    await world.library.editing.withdraw(16, by="test")
    (shelf.data / "ferries.txt").unlink()
    await world.library.reload(by="test", may_remove=1.0)

    said = text_of((await world.operator.slash(world.channel, "admin insights")).response)

    assert r"1× \#15 A ferry sank at Karlsheim." in said
    assert said.count("Ulmstadt") == said.count("tram Ulmstadt")
    assert r"1× \#16" in said


async def test_with_nothing_asked_it_says_so(world: World) -> None:
    result = await world.operator.slash(world.channel, "admin insights")

    assert "Nobody has asked anything" in text_of(result.response)


async def test_insights_are_for_whoever_runs_the_bot(world: World) -> None:
    result = await world.moderator.slash(world.channel, "admin insights")

    assert "This is for whoever runs the bot" in text_of(result.response)
    assert_only_denied(world)
