"""Many questions at once, and a reload among them; ``make storm`` does the same for longer."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from benchmarks.collection import Collection
from bot.chat.gateway.workload import MOST_IN_HAND
from tests.conftest import SEED
from tests.wire.processes import PATIENCE, running
from tests.wire.standin import StandIn

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path

    from tests.wire.rest import Asked

_AT_ONCE = 20
_TEXTS = SEED.read_text(encoding="utf-8").splitlines()


async def test_no_question_is_lost_while_a_reload_runs(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "briefings.txt").write_bytes(SEED.read_bytes())
    made = [{"id": each.key, "text": each.text} for each in Collection(_TEXTS, 3_000).briefings()]
    questions = Collection(_TEXTS, 14).questions(240)
    async with (
        StandIn() as discord,
        running(discord, tmp_path / "state", ATTACHE_DATA=data, ATTACHE_WATCH=True) as bot,
    ):
        asked: list[Asked] = []
        for place, question in enumerate(questions):
            person = 5_000 + place
            asked.append(await discord.send(question, person=person, channel=person))
            if place == 100:
                text = "\n".join(map(json.dumps, made))
                await asyncio.to_thread((data / "made.jsonl").write_text, text)
            await asyncio.sleep(0.01)
            # However slow the machine is, no more wait than can be answered in time.
            await asyncio.wait_for(asked[max(place - _AT_ONCE, 0)].first.wait(), PATIENCE)
        async with asyncio.timeout(PATIENCE):
            for each in asked:
                await each.first.wait()
            while bot.log.count('"reloaded"') < 2:
                await asyncio.sleep(0.1)

    assert all(len(each.answers) == 1 and not each.refused for each in asked)
    assert "Traceback" not in bot.log


async def test_more_than_can_be_answered_is_refused_politely_or_logged(tmp_path: Path) -> None:
    asked: list[Asked] = []
    async with StandIn(checks=False) as discord, running(discord, tmp_path / "state") as bot:
        async with asyncio.timeout(PATIENCE):
            while not politely_refused(asked):  # a quick machine answers the first of them
                for _ in range(MOST_IN_HAND + 100 + len(asked)):
                    person = 10_000 + len(asked)
                    asked.append(await discord.send("grain imports", person=person, channel=person))
                while not settled(asked, bot.missed()):
                    await asyncio.sleep(0.2)
        later = await discord.ask("khan yunis", person=99, channel=99)

    assert all(len(each.answers) <= 1 for each in asked)
    assert all(times == 1 for times in bot.missed().values())
    assert "more is asked than can be answered" in bot.log
    assert "] #9" in str(later)
    assert "Traceback" not in bot.log


def settled(asked: list[Asked], missed: Counter[int]) -> bool:
    return all(each.answers or each.number in missed for each in asked)


def politely_refused(asked: list[Asked]) -> int:
    return sum("more than I can answer" in str(each.answers) for each in asked)
