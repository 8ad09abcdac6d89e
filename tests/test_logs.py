"""The log: readable, and without anybody's secrets."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.logs import hide_secrets, set_up_logs
from bot.seldom import Seldom
from bot.settings import LogFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

# Made up, in the shape Discord's have.
BOT_TOKEN = ".".join(("MTA0" + "a" * 22, "GxYz12", "b" * 38))
INTERACTION_TOKEN = "aW50ZXJhY3Rpb24" * 12


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """Put the process's logging back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize(
    "text",
    [
        f"logging in with {BOT_TOKEN}",
        f"POST https://discord.com/api/v10/interactions/123/{INTERACTION_TOKEN}/callback",
        f"{{'token': '{INTERACTION_TOKEN}', 'type': 2}}",
        f'{{"token": "short-one", "id": "1"}} {BOT_TOKEN}',
    ],
)
def test_what_has_the_shape_of_a_token_is_hidden(text: str) -> None:
    shown = hide_secrets(text)

    assert BOT_TOKEN not in shown
    assert INTERACTION_TOKEN not in shown
    assert "short-one" not in shown


@pytest.mark.parametrize("password", ["secret", "sec/ret", "s@sec/r?et", "sec#ret"])
def test_the_password_in_the_address_of_a_database_is_hidden(password: str) -> None:
    shown = hide_secrets(f"moving to postgresql://ada:{password}@host/attache, from state")

    assert shown == "moving to postgresql://[hidden]@host/attache, from state"


def test_an_address_of_discord_is_shown_whole() -> None:
    said = "GET http://127.0.0.1:3000/api/v10/applications/@me"

    assert hide_secrets(said) == said


@pytest.mark.parametrize("log_format", [LogFormat.JSON, LogFormat.TEXT])
def test_no_token_reaches_the_log_not_even_in_a_traceback(
    capsys: pytest.CaptureFixture[str], log_format: LogFormat
) -> None:
    set_up_logs("debug", log_format)
    logging.getLogger("discord.http").debug("POST /webhooks/1/%s", INTERACTION_TOKEN)
    try:
        int(BOT_TOKEN)
    except ValueError:
        structlog.get_logger("attache").exception("failed", token=BOT_TOKEN)
    written = capsys.readouterr().err

    assert "failed" in written
    assert "ValueError" in written
    assert BOT_TOKEN not in written
    assert INTERACTION_TOKEN not in written


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://attache:{}@db.example/attache",
        "connecting to 'postgresql://attache:p@{}@db.example:5432/attache'",
        "postgresql://db.example/attache?user=attache&password={}&sslmode=require",
    ],
)
def test_the_password_in_a_databases_address_is_hidden(address: str) -> None:
    shown = hide_secrets(address.format("hunter2"))

    assert "hunter2" not in shown
    assert "db.example" in shown


def test_what_is_tried_again_and_again_is_said_when_it_is_new_or_long_ago(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seldom = Seldom()
    assert [seldom.may_say(what) for what in ("a", "a", "b", "b", "a")] == [
        *(True, False, True, False, False)
    ]
    monkeypatch.setattr("bot.seldom._SELDOM_SECONDS", 0.0)
    assert seldom.may_say("a")


def test_what_was_over_in_between_is_said_again() -> None:
    seldom = Seldom()
    seldom.may_say("a")
    seldom.forget()
    assert [seldom.may_say("a"), seldom.may_say("a")] == [True, False]


def test_json_lines_hold_what_was_logged(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("info", LogFormat.JSON)
    structlog.get_logger("attache").info("reloaded", edition=3)
    line = json.loads(capsys.readouterr().err)

    assert (line["event"], line["edition"], line["level"]) == ("reloaded", 3, "info")


def test_nothing_is_made_of_a_line_that_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    class Told:
        times = 0

        def __str__(self) -> str:
            self.times += 1
            return "told"

    set_up_logs("warning", LogFormat.JSON)
    told = Told()
    structlog.get_logger("attache").info("it is %s", told)
    structlog.get_logger("attache").warning("it is %s", told)

    assert told.times == 1
    assert json.loads(capsys.readouterr().err)["event"] == "it is told"


def test_an_outage_is_told_in_a_line_that_names_the_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("info", LogFormat.JSON)
    for error in (OSError("Connection refused"), TimeoutError()):
        try:
            raise error
        except OSError:
            logging.getLogger("discord.client").exception("Attempting a reconnect in %.2fs", 1.5)
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    assert [each["event"] for each in told] == [
        "Attempting a reconnect in 1.50s: Connection refused",
        "Attempting a reconnect in 1.50s: TimeoutError",
    ]
    assert all(each["level"] == "warning" and "exception" not in each for each in told)


def test_what_discord_and_the_bot_send_each_other_is_logged_without_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("debug", LogFormat.JSON)
    log = logging.getLogger("discord.http")
    for payload in ({"t": "MESSAGE_CREATE", "content": "hush"}, ["hush"], '{"content": "hush"}'):
        log.debug("%s with %s has received %s", "PUT", "/commands", payload)
    told = [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()]

    assert told == [
        "PUT with /commands has received <MESSAGE_CREATE with t, content>",
        "PUT with /commands has received <list of 1>",
        "PUT with /commands has received <19 characters>",
    ]
