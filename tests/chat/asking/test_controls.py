"""Under an answer: its further citations, and whether it helped."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.chat.asking.controls import Controls, TurnButton
from bot.chat.client import Attache
from bot.chat.messages import limits
from bot.community.community import Community
from bot.library.library import Library
from bot.metrics import Metrics
from tests.chat.reading import id_of, labels_of, planted, press, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from simcord.results import ResponseMessage

    from bot.chat.options import ChatOptions
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World


async def many(world: World, shelf: Shelf) -> ResponseMessage:
    """Ask what nine briefings answer; return the answer."""
    crops = "wheat barley maize rye oats hops flax hemp beets".split()
    texts = [f"Ruritania harvested {crop} on {at} farms." for at, crop in enumerate(crops, start=2)]
    lines = [json.dumps({"id": f"r{at}", "text": text}) for at, text in enumerate(texts)]
    (shelf.data / "more.jsonl").write_text("\n".join(lines))
    await world.library.reload(by="test")
    result = await world.member.slash(world.channel, "ask", question="Ruritania farms harvested")
    assert result.response is not None
    return result.response


async def shown(world: World, message: ResponseMessage, label: str) -> ResponseMessage:
    """Press a button that changes the message it stands in; return the message."""
    result = await world.member.click(message, custom_id=id_of(message, label))
    assert result.response is not None
    assert result.response.id == message.id
    return result.response


async def test_further_citations_are_turned_to_in_place_and_back(
    world: World, shelf: Shelf
) -> None:
    first = await many(world, shelf)
    assert labels_of(first)[-3:] == ["Show more", "👍", "👎"]

    second = await shown(world, first, "Show more")
    assert "[4]" in text_of(second)
    assert "[6]" in text_of(second)
    assert "[1]" not in text_of(second)
    assert "Asked: Ruritania farms harvested" in text_of(second)
    assert "**Ruritania harvested" in text_of(second)

    third = await shown(world, second, "Show more")
    assert "[9]" in text_of(third)
    back = await shown(world, await shown(world, third, "Back"), "Back")
    assert text_of(back) == text_of(first)
    assert labels_of(back) == labels_of(first)


async def test_a_page_whose_briefings_are_gone_bars_the_way_to_no_other(
    world: World, shelf: Shelf
) -> None:
    first = await many(world, shelf)
    on_first = text_of(first)
    page = await shown(world, first, "Show more")
    gone = re.findall(r"\] #(\d+)", text_of(page))
    page = await shown(world, page, "Show more")
    (seventh,) = re.findall(r"\[7\] #(\d+)", text_of(page))
    for number in gone:
        await world.library.editing.withdraw(int(number), by="test")

    page = await shown(world, page, "Back")
    assert f"[4] #{seventh}" in text_of(page)
    page = await shown(world, page, "Back")
    assert text_of(page) == on_first
    page = await shown(world, page, "Show more")
    assert f"[4] #{seventh}" in text_of(page)


async def test_nothing_is_kept_of_pages_that_were_turned_and_answers_that_were_shared(
    world: World, shelf: Shelf
) -> None:
    kept = world.bot._connection._view_store
    first = await many(world, shelf)
    await shown(world, first, "Show more")
    private = await world.member.slash(world.channel, "ask", question="OSCE", private=True)
    assert private.response is not None
    await world.member.click(private.response, custom_id="attache:share")

    assert not kept._views
    assert not kept._synced_message_views


async def test_an_answer_that_lists_very_many_turns_to_its_last_page(
    world: World, shelf: Shelf
) -> None:
    lines = [
        json.dumps({"text": f"Karlsheim opened bridge number {at}.", "date": "2026-04-05"})
        for at in range(60)
    ]
    (shelf.data / "more.jsonl").write_text("\n".join(lines))
    await world.library.reload(by="test")
    question = "what happened in April 2026"
    assert len((await world.library.ask(question)).further) > 50
    result = await world.member.slash(world.channel, "ask", question=question)
    page = result.response
    assert page is not None

    turned = 0
    while "Show more" in labels_of(page):
        page = await shown(world, page, "Show more")
        turned += 1
        assert f"[{3 * turned + 1}]" in text_of(page)

    assert turned > 5
    assert await world.community.audit.entries() == []


class TestOfFive:
    @pytest.fixture
    def options(self, options: ChatOptions) -> ChatOptions:
        return replace(options, answers=5)

    async def test_a_page_that_is_turned_to_fits_under_what_is_noted(
        self, world: World, shelf: Shelf
    ) -> None:
        told = "municipal accountants questioned engineers regarding suspicious construction "
        told += "invoices shareholder meetings fraudulent certificates counterfeit signatures"
        records = [
            {
                "text": f"In Ruritania {told}, day {at}. "
                + f"Exhibit {at} shows ledger {at}. " * 40,
                "title": f"{at} what the committee heard " * 5,
                "source": "Ruritanian Shopper, the newspaper of record since 1887 " * 2,
                "url": "https://shopper.example.org/" + "x" * 215 + str(at),
                "date": "2024-12-08",
            }
            for at in range(12)
        ]
        folder = shelf.data / "reports-of-the-year-two-thousand-and-twenty-four" / "springfield"
        folder.mkdir(parents=True)
        lines = "\n".join(map(json.dumps, records))
        (folder / "monorail-inquiry-summaries.jsonl").write_text(lines)
        await world.library.reload(by="test")
        misspelt = " ".join(f"{word[:3]}{word[4]}{word[3]}{word[5:]}" for word in told.split())
        unknown = " ".join(f"qzx{letter}vwkjhgfdpmnb" for letter in "abcdefghijklmnopqrst")
        asked = await world.member.slash(
            world.channel, "ask", question=f"Ruritania {misspelt} {unknown}"
        )

        second = await shown(world, asked.response, "Show more")  # type: ignore[arg-type]

        assert "[6]" in text_of(second)
        assert len(text_of(second)) > 3_000


def test_a_button_holds_as_many_numbers_as_fit_and_each_of_them_whole() -> None:
    numbers = tuple(10**12 + place * 7_777_777 for place in range(20))
    button = TurnButton(Controls("a" * 12, numbers, 5, votes=True), 10, "More")

    assert len(button.custom_id) <= limits.CUSTOM_ID
    held = [int(number, 36) for number in button.custom_id.rpartition(":")[2].split(".")]
    assert tuple(held) == numbers[: len(held)]
    assert len(held) > 5


async def test_pages_turn_after_a_restart(world: World, shelf: Shelf) -> None:
    first = await many(world, shelf)
    await world.community.questions.flush()
    await world.restart()

    second = await shown(world, first, "Show more")

    assert "[4]" in text_of(second)
    assert "**Ruritania harvested" in text_of(second)


async def test_pages_turn_and_replies_are_answered_while_what_was_asked_cannot_be_read(
    world: World, shelf: Shelf
) -> None:
    first = await many(world, shelf)
    community = await Community.open(shelf.state, 90)
    try:
        bot = Attache(world.library, community, world.options, Metrics())
        await world.env.restart_bot(bot)
        await community.database.write("ALTER TABLE questions RENAME TO away")

        second = await shown(world, first, "Show more")
        assert world.bot.user is not None
        me = world.bot.user.mention
        await world.member.send(
            world.channel, f"{me} where does Assad hide?", reply_to=first.message
        )

        assert "[4]" in text_of(second)
        assert "Ruritania harvested" in text_of(second)
        assert "Assad" in text_of(world.channel.last_message)
    finally:
        await community.close()


async def test_a_page_of_briefings_that_are_gone_is_told(world: World, shelf: Shelf) -> None:
    first = await many(world, shelf)
    (shelf.data / "more.jsonl").unlink()
    await world.library.reload(by="test", may_remove=1)

    result = await world.member.click(first, custom_id=id_of(first, "Show more"))

    assert "are no longer here" in text_of(result.response)


async def test_what_has_no_further_citations_has_no_pages(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="Kim Jong Un")

    assert "Show more" not in labels_of(result.response)


async def votes(world: World) -> list[tuple[object, ...]]:
    """Return helpful, reason and remark of every vote."""
    rows = await world.community.votes._database.read("SELECT helpful, reason, remark FROM votes")
    return [tuple(row) for row in rows]


async def test_a_vote_is_thanked_for_and_can_be_changed(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="OSCE")
    assert result.response is not None
    thanks = await press(world.member, result.response, "👍")
    await press(world.moderator, result.response, "👍")
    assert "Thank you" in text_of(thanks)
    assert await votes(world) == [(1, None, ""), (1, None, "")]

    why = await world.member.click(result.response, custom_id=id_of(result.response, "👎"))
    assert await votes(world) == [(1, None, ""), (1, None, "")]

    said = await world.member.submit_modal(why, {"reason": ["outdated"], "remark": "Of last year"})
    assert "your vote was changed" in text_of(said.response)
    assert sorted(await votes(world), key=str) == [(0, "outdated", "Of last year"), (1, None, "")]

    again = await press(world.member, result.response, "👍")
    assert "your vote was changed" in text_of(again)
    assert await votes(world) == [(1, None, "")] * 2


async def test_a_vote_that_is_given_again_is_taken_back(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="OSCE")
    assert result.response is not None
    await press(world.moderator, result.response, "👍")
    down = id_of(result.response, "👎")

    await press(world.member, result.response, "👍")
    said = await press(world.member, result.response, "👍")
    assert "Your vote is taken back" in text_of(said)
    assert await votes(world) == [(1, None, "")]

    form = await world.member.click(result.response, custom_id=down)
    await world.member.submit_modal(form, {"reason": ["wrong"], "remark": ""})
    assert sorted(await votes(world), key=str) == [(0, "wrong", ""), (1, None, "")]
    taken_back = await world.member.click(result.response, custom_id=down)
    assert "Your vote is taken back" in text_of(taken_back.response)
    assert await votes(world) == [(1, None, "")]

    assert "Thank you" in text_of(await press(world.member, result.response, "👍"))


async def test_a_form_that_is_sent_twice_counts_once(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="OSCE")
    assert result.response is not None
    down = id_of(result.response, "👎")
    forms = [await world.member.click(result.response, custom_id=down) for _ in range(2)]

    for form, told in zip(forms, ("Thank you", "counted already"), strict=True):
        said = await world.member.submit_modal(form, {"reason": ["wrong"], "remark": ""})
        assert told in text_of(said.response)

    assert await votes(world) == [(0, "wrong", "")]


async def test_where_nothing_was_loaded_yet_no_vote_is_asked_for(
    world: World, shelf: Shelf, tmp_path: Path
) -> None:
    (tmp_path / "none").mkdir()
    empty = await Library.open(replace(shelf, state=tmp_path / "empty", data=tmp_path / "none"))
    try:
        await world.env.restart_bot(Attache(empty, world.community, world.options, Metrics()))
        result = await world.member.slash(world.channel, "ask", question="OSCE")

        assert "There are no briefings yet." in text_of(result.response)
        assert labels_of(result.response) == []
    finally:
        await empty.close()


async def test_a_form_that_is_closed_leaves_no_vote_and_one_sent_empty_does(world: World) -> None:
    result = await world.member.slash(world.channel, "ask", question="OSCE")
    assert result.response is not None
    form = await world.member.click(result.response, custom_id=id_of(result.response, "👎"))
    assert await votes(world) == []

    said = await world.member.submit_modal(form, {"reason": [], "remark": ""})

    assert "Thank you" in text_of(said.response)
    assert await votes(world) == [(0, None, "")]


async def test_votes_work_after_a_restart_and_in_direct_messages(world: World) -> None:
    await world.member_user.send_dm("OSCE")
    await world.restart()
    reply = world.member_user.dm_channel.last_message
    assert reply is not None

    result = await world.member_user.click(reply, custom_id=id_of(reply, "👍"))

    assert "Thank you" in text_of(result.response)
    assert await votes(world) == [(1, None, "")]


async def test_a_form_from_before_a_restart_counts_and_another_is_answered_kindly(
    world: World,
) -> None:
    result = await world.member.slash(world.channel, "ask", question="OSCE")
    assert result.response is not None
    down = id_of(result.response, "👎")
    why, other = [await world.member.click(result.response, custom_id=down) for _ in range(2)]
    await world.restart()

    said = await world.member.submit_modal(why, {"reason": ["wrong"], "remark": "x"})
    assert "Thank you" in text_of(said.response)
    assert await votes(world) == [(0, "wrong", "x")]

    assert other._interaction.modal is not None
    other._interaction.modal["custom_id"] = "0123456789abcdef"  # as forms were named once
    said = await world.member.submit_modal(other, {"reason": ["other"], "remark": "y"})
    assert "This does not work any more" in text_of(said.response)
    assert await votes(world) == [(0, "wrong", "x")]


async def test_a_reply_to_an_answer_follows_that_one_up(world: World) -> None:
    assert world.bot.user is not None
    me = world.bot.user.mention
    await world.member.send(world.channel, f"{me} grain imports")
    answered = world.channel.last_message
    await world.member.send(world.channel, f"{me} who is Kim Jong Un?")
    assert answered is not None

    await world.member.send(world.channel, "tell me more", reply_to=answered)

    reply = world.channel.last_message
    assert reply is not None
    assert "*grain*" in text_of(reply)


@pytest.mark.parametrize(
    "custom_id",
    [
        "attache:turn:abcdefghijkl:99:3:zzzz.zzzz",
        "attache:turn:abcdefghijkl:0:3:zzzzzzzzzzzz.0",
    ],
)
async def test_a_forged_page_shows_nothing(world: World, custom_id: str) -> None:
    forged = await planted(world, custom_id)

    pressed = await world.member.click(forged, custom_id=custom_id)

    assert "are no longer here" in text_of(pressed.response)


@pytest.mark.parametrize(
    "custom_id",
    [
        "attache:turn:abcdefghijkl:0:0:....",
        "attache:turn:abcdefghijkl:3:3:" + "z" * 60,
        "attache:vote:up:../../../etc",
        "attache:read:-1",
        "attache:set:feedback:maybe",
        "else",
    ],
)
async def test_a_button_that_means_nothing_is_answered_kindly(world: World, custom_id: str) -> None:
    forged = await planted(world, custom_id)

    pressed = await world.member.click(forged, custom_id=custom_id)

    assert "This does not work any more" in text_of(pressed.response)
    assert pressed.ephemeral
    assert await world.community.audit.entries() == []
