"""What the running bot says of itself, in a line or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.console.running_bot import ADDRESS, ask_running, digest_of, running_as_text
from bot.health import Told
from bot.health_pages import HealthPages
from bot.metrics import Metrics

if TYPE_CHECKING:
    from pathlib import Path

TOLD: dict[str, Any] = {
    "wrong": [], "troubles": [], "uptime_seconds": 61.0, "gateway_latency_seconds": 0.05,
    "servers": 1, "memory_bytes": 120_000_000, "edition": 3, "rebuilt": None, "reload": None,
}  # fmt: skip


def test_one_minute_and_one_server_are_not_several() -> None:
    assert running_as_text(TOLD) == (
        "The bot has run for 1 minute and is ready.\n"
        "1 server, gateway latency 50 ms, memory 120 MB, edition 3"
    )


def test_several_are() -> None:
    said = running_as_text({**TOLD, "uptime_seconds": 7_200.0, "servers": 0})

    assert "run for 120 minutes" in said
    assert "0 servers, " in said


def saying(said: object) -> web.Application:
    """Return what answers so where it is asked for its status."""

    async def status(_: web.Request) -> web.Response:
        return web.json_response(said)

    program = web.Application()
    program.router.add_get("/status", status)
    return program


@pytest.mark.parametrize("said", [{}, [], 3, {"wrong": None}, {"status": "fine"}])
async def test_another_program_on_the_port_of_a_bot_that_was_killed_is_no_running_bot(
    tmp_path: Path, said: object
) -> None:
    async with TestServer(saying(said)) as server:
        (tmp_path / ADDRESS).write_text(str(server.make_url("")).rstrip("/"))

        assert await ask_running(tmp_path) is None


async def test_a_running_bot_is_asked_where_it_says(tmp_path: Path) -> None:
    said = {**TOLD, "state": digest_of(tmp_path)}
    async with TestServer(saying(said)) as server:
        (tmp_path / ADDRESS).write_text(str(server.make_url("")).rstrip("/"))

        assert await ask_running(tmp_path) == said


async def test_a_bot_of_another_folder_on_the_port_of_one_that_was_killed_is_not_taken_for_it(
    tmp_path: Path,
) -> None:
    own, other, same = tmp_path / "own", tmp_path / "other", tmp_path / "same"
    own.mkdir()
    other.mkdir()
    same.symlink_to(other)

    async with HealthPages(Told(Metrics())).serving(unused_port(), other):
        (own / ADDRESS).write_bytes((other / ADDRESS).read_bytes())
        asked = [await ask_running(state) for state in (own, other, same)]

    assert asked[0] is None
    assert asked[1]
    assert asked[2]
    assert asked[1]["wrong"] == ["it has just begun"]
    assert str(tmp_path) not in str(asked[1])
