"""REST misbehaves: bounded retries, no answer twice, and nothing that gets the bot shut out."""

from __future__ import annotations

import asyncio
import random
import signal
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port

from tests.wire import payloads
from tests.wire.processes import PATIENCE, running
from tests.wire.rest import DEADLINE_SECONDS, Fault
from tests.wire.standin import StandIn
from tests.wire.test_gateway import all_answered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LIMITED = {"message": "You are being rate limited.", "retry_after": 0.2, "global": False}
_VIA = {"Via": "1.1 google"}
_TRIES = 5
"""So often discord.py sends a request at the most."""
_VIEW_CHANNEL = 1 << 10
_BAN = Fault(429, "error code: 1015")


def only(path_part: str, fault: Fault, times: int = 1) -> Callable[[str, str], Fault | None]:
    """Return weather that sends ``fault`` for so many requests to a path."""
    left = [times]

    def weather(method: str, path: str) -> Fault | None:
        if method == "GET" or path_part not in path or not left[0]:
            return None
        left[0] -= 1
        return fault

    return weather


@pytest.mark.parametrize(
    "fault",
    [
        Fault(500, {"message": "500: Internal Server Error", "code": 0}),
        Fault(502, "<html>bad gateway</html>"),
        Fault(429, _LIMITED, _VIA),
        Fault(429, {**_LIMITED, "global": True}, _VIA),
        Fault(delay=1.0),
    ],
    ids=["500", "502", "429", "global-429", "slow"],
)
async def test_a_question_is_answered_once_though_the_first_request_fails(
    tmp_path: Path, fault: Fault
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = only("callback", fault)
        await all_answered([await discord.send("grain imports")])
        discord.rest.weather = only("messages", fault)
        await all_answered([await discord.write("khan yunis")])

    assert "Traceback" not in bot.log


async def test_what_fails_again_and_again_is_given_up_and_logged_once(tmp_path: Path) -> None:
    broken = Fault(500, {"message": "500: Internal Server Error", "code": 0})
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = lambda method, _path: broken if method == "POST" else None
        asked = [await discord.send("grain imports"), await discord.write("khan yunis")]
        async with asyncio.timeout(PATIENCE):
            while len(bot.missed()) < len(asked):
                await asyncio.sleep(0.1)

    assert bot.missed() == {each.number: 1 for each in asked}
    assert [status for _, status in discord.rest.statuses].count(500) <= 2 * _TRIES
    assert "Traceback" not in bot.log


@pytest.mark.parametrize(
    "fault",
    [
        Fault(429, {**_LIMITED, "retry_after": 0.2}),  # without Via: from before Discord's API
        Fault(429, {**_LIMITED, "retry_after": 3_600.0}, _VIA),
    ],
    ids=["without-via", "an-hour"],
)
async def test_a_limit_that_cannot_be_waited_for_is_not_tried_again(
    tmp_path: Path, fault: Fault
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = only("messages", fault, 99)
        written = await discord.write("khan yunis")
        await bot.logs('"missed"')
        discord.rest.weather = only("messages", fault, 0)
        await all_answered([await discord.send("grain imports")])

    assert bot.missed() == {written.number: 1}
    assert discord.rest.invalid == 1
    assert "Traceback" not in bot.log


async def test_an_answer_that_discord_took_too_slowly_is_logged_as_missed(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = only("callback", Fault(delay=DEADLINE_SECONDS + 0.5))
        late = await discord.send("grain imports")
        await bot.logs('"missed"')
        await all_answered([await discord.send("khan yunis")])

    assert (late.answers, late.refused) == ([], 1)
    assert bot.missed() == {late.number: 1}
    assert "Traceback" not in bot.log


async def test_an_answer_that_arrived_though_discord_said_it_did_not_is_not_sent_twice(
    tmp_path: Path,
) -> None:
    lost = Fault(502, "<html>bad gateway</html>", after=True)
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = only("callback", lost)
        pressed = await discord.send("grain imports")
        await bot.logs("40060")
        discord.rest.weather = only("messages", lost)
        written = await discord.write("khan yunis")
        await bot.logs('"direct"')

    assert len(pressed.answers) == 1
    assert len(written.answers) == 1
    assert len(discord.rest.messages) == 1
    assert "Traceback" not in bot.log


@pytest.mark.parametrize(
    ("status", "code"), [(403, 50007), (403, 50013), (404, 10003)], ids=["closed", "taken", "gone"]
)
async def test_a_message_that_cannot_be_answered_is_logged_in_one_line(
    tmp_path: Path, status: int, code: int
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = only("messages", Fault(status, {"code": code, "message": "No"}), 99)
        await discord.write("khan yunis")
        await bot.logs('"missed"')
        await bot.ended(signal.SIGTERM)

    assert bot.log.count('"missed"') == 1
    assert "Traceback" not in bot.log
    assert [status for _, status in discord.rest.statuses].count(status) == 1


async def test_a_question_that_was_deleted_meanwhile_is_let_go(tmp_path: Path) -> None:
    unknown = {
        "message_reference": {
            "_errors": [{"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}]
        }
    }
    said = {"code": 50035, "message": "Invalid Form Body", "errors": unknown}
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = only("messages", Fault(400, said), 99)
        await discord.write("khan yunis")
        await bot.logs("the question was deleted")

    assert "Traceback" not in bot.log


async def test_a_button_of_a_message_that_was_deleted_meanwhile_is_logged_in_one_line(
    tmp_path: Path,
) -> None:
    gone = Fault(404, {"code": 10008, "message": "Unknown Message"})
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        answer = await discord.ask("grain imports")
        discord.rest.weather = only("callback", gone, 99)
        pressed = await discord.press(answer, first_button(answer))
        await bot.logs("the message is gone")

    assert bot.missed() == {pressed.number: 1}
    assert "Traceback" not in bot.log


def first_button(answer: Any) -> str:
    components = payloads.walk(answer["data"]["components"])
    return next(str(each["custom_id"]) for each in components if "custom_id" in each)


async def test_what_came_of_a_reload_is_told_although_how_far_it_was_could_not_be(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.txt").write_text("It rains.")
    reload = {
        "id": "1", "name": "admin", "type": 1,
        "options": [{"name": "reload", "type": 1, "options": []}],
    }  # fmt: skip
    settings = {"ATTACHE_DATA": data, "ATTACHE_ADMIN_USERS": 1002}
    async with StandIn() as discord, running(discord, tmp_path / "state", **settings) as bot:
        lines = (f"Town {number} has a mayor called M{number}x." for number in range(20_000))
        (data / "b.txt").write_text("\n".join(lines))
        discord.rest.weather = only(
            "@original", Fault(400, {"message": "400: Bad Request", "code": 0})
        )
        asked = await discord.interact(2, reload)
        async with asyncio.timeout(PATIENCE):
            while "Edition 2 is in service" not in str(asked.followups):
                await asyncio.sleep(0.1)

    assert [status for _, status in discord.rest.statuses].count(400) == 1
    assert "Traceback" not in bot.log


async def test_a_channel_that_may_not_be_written_to_any_more_is_left_alone(tmp_path: Path) -> None:
    guild = 7 << 22
    server = payloads.server(guild)
    async with StandIn([guild]) as discord, running(discord, tmp_path / "state") as bot:
        may_read = {**server["roles"][0], "permissions": str(_VIEW_CHANNEL)}
        changed = {"guild_id": str(guild), "role": may_read}
        await discord.gateway.dispatch("GUILD_ROLE_UPDATE", changed, guild)
        muted = await discord.write("khan yunis", guild=guild)
        await all_answered([await discord.send("grain imports", guild=guild)])
        changed = {"guild_id": str(guild), "role": server["roles"][0]}
        await discord.gateway.dispatch("GUILD_ROLE_UPDATE", changed, guild)
        await all_answered([await discord.write("khan yunis", guild=guild, person=1_003)])

    assert muted.answers == []
    assert discord.rest.invalid == 0  # it was not even tried
    assert bot.missed() == {}


async def test_a_button_pressed_twice_at_once_is_answered_twice_and_each_once(
    tmp_path: Path,
) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        answer = await discord.ask("grain imports")
        discord.rest.weather = only("callback", Fault(delay=0.3))
        presses = [await discord.press(answer, first_button(answer)) for _ in range(2)]
        await all_answered(presses)

    assert "Traceback" not in bot.log


async def test_a_ban_opens_the_breaker_which_health_and_log_tell(tmp_path: Path) -> None:
    port = unused_port()
    async with (
        StandIn() as discord,
        running(discord, tmp_path / "state", ATTACHE_HEALTH_PORT=port) as bot,
        ClientSession(f"http://127.0.0.1:{port}") as operator,
    ):
        discord.rest.weather = lambda method, _path: _BAN if method == "POST" else None
        for person in range(3_000, 3_300):
            await discord.send("grain imports", person=person)
        await bot.logs("too many requests were refused")
        await bot.logs("no request for")
        async with operator.get("/ready") as response:
            health = await response.text()

    assert "refused too many requests" in health
    assert "Traceback" not in bot.log
    assert discord.rest.invalid < 100  # 1 % of Discord's limit


async def test_a_discord_that_says_nothing_holds_nobody_up_for_minutes(tmp_path: Path) -> None:
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = only("callback", Fault(delay=600.0), times=100)
        held_up = [await discord.send("khan yunis", person=3_000 + n) for n in range(100)]
        async with asyncio.timeout(PATIENCE):
            while len(bot.missed()) < len(held_up):
                await asyncio.sleep(0.2)
        # On a busy machine some are too late to be sent at all, and leave their delay to others.
        discord.rest.weather = lambda _method, _path: None
        await all_answered([await discord.send("grain imports")])

    assert not any(each.answers for each in held_up)
    assert "Traceback" not in bot.log


async def test_a_storm_leaves_no_question_answered_twice(tmp_path: Path) -> None:
    chance = random.Random(1)
    faults = [
        None, None, None, None,
        Fault(500, {"message": "500: Internal Server Error", "code": 0}),
        Fault(502, "<html>bad gateway</html>", after=True),
        Fault(delay=0.5),
        Fault(429, _LIMITED, {**_VIA, "X-RateLimit-Scope": "shared"}),
    ]  # fmt: skip
    async with StandIn() as discord, running(discord, tmp_path / "state") as bot:
        discord.rest.weather = lambda _method, _path: chance.choice(faults)
        asked = []
        for number in range(50):
            asked.append(await discord.send("grain imports", person=3_000 + number))
            asked.append(await discord.write("khan yunis", person=4_000 + number))
        async with asyncio.timeout(PATIENCE):
            for each in asked:
                while not each.answers and str(each.number) not in bot.log:
                    await asyncio.sleep(0.05)
        discord.rest.weather = lambda _method, _path: None
        await all_answered([await discord.send("asad")])

    assert max(len(each.answers) for each in asked) == 1
    assert Counter(bool(each.answers) for each in asked)[True] > 50
    assert "Traceback" not in bot.log
