"""The try-out page, in a real browser, as a newcomer would use it."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright, expect
from simcord.actors import MemberActor

from bot.chat.admin.chart import Chart
from bot.settings import load_settings
from bot.tryout import furnish, simulated
from tests.chat.reading import text_of
from tests.conftest import ROOT, SEED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from playwright.async_api import Page

    from bot.chat.admin.chart import Bars


@pytest.fixture
def chromium() -> str:
    """The path of a Chromium; a test without one is skipped, but not in CI."""
    found = os.environ.get("ATTACHE_CHROMIUM") or shutil.which("chromium")
    if not found and os.environ.get("CI"):
        pytest.fail("there is no Chromium to test the page with")
    if not found:
        pytest.skip("there is no Chromium; scripts/chromium.sh says how one is found")
    return found


@pytest.fixture
def address(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a page that a real `attache try` serves; it ends cleanly afterwards."""
    options = getattr(request, "param", [])
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "try", "--no-browser", *options],
        cwd=ROOT,
        env={**os.environ, "ATTACHE_STATE": str(tmp_path / "state"), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    seen = ""
    for line in process.stdout:
        seen += line
        if found := re.search(r"http://127\.0\.0\.1:\d+/\S+", line):
            break
    else:
        pytest.fail(f"the page was not served:\n{seen}")
    yield found[0]
    process.send_signal(signal.SIGINT)
    rest = process.communicate(timeout=30)[0]
    assert process.returncode == 0, rest
    assert "Traceback" not in rest


@asynccontextmanager
async def opened(chromium: str, address: str) -> AsyncIterator[Page]:
    """Give the page in a real headless Chromium."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-background-networking", "--disable-sync"],
        )
        try:
            page = await browser.new_page(viewport={"width": 1180, "height": 900})
            await page.goto(address)
            # The page says so when it has taken its size; before, it does not listen.
            await expect(page.locator("#action-status")).to_have_text("Viewport updated")
            yield page
        finally:
            await browser.close()


async def test_a_newcomer_asks_with_misspelt_names_and_follows_a_topic(
    chromium: str, address: str
) -> None:
    async with opened(chromium, address) as page:
        composer = page.locator("#channel-composer-input")
        await composer.click()
        await composer.press_sequentially("/ask")
        await composer.press("Enter")
        await page.keyboard.type("lavrvo at the sumit in malta")
        await page.keyboard.press("Enter")
        feed = page.locator("#channel-layout")
        await expect(feed.get_by_text("] #2")).to_be_visible()
        await expect(feed.get_by_text("Read lavrvo as Lavrov")).to_be_visible()
        topic = feed.get_by_role("button", name="Poland")
        await expect(topic).to_be_visible()
        await topic.click()
        await expect(feed.get_by_text("#14")).to_be_visible()


@pytest.mark.parametrize("address", [["--dm"]], indirect=True)
async def test_a_direct_message_is_answered_without_a_command(chromium: str, address: str) -> None:
    async with opened(chromium, address) as page:
        composer = page.locator("#channel-composer-input")
        await composer.fill("khan yunis tanks")
        await composer.press("Enter")
        feed = page.locator("#channel-layout")
        await expect(feed.get_by_text("] #9")).to_be_visible()


async def test_what_is_handed_in_is_tried_and_leaves_the_data_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "briefings.txt").write_bytes(SEED.read_bytes())
    monkeypatch.chdir(tmp_path)
    async with simulated(load_settings()) as (env, client):
        server, _ = furnish(env, client)
        _, operator = server.viewers
        assert isinstance(operator, MemberActor)
        form = await operator.slash(server.channel, "admin add")
        await operator.submit_modal(form, {"text": "A bridge was opened in Ruritania."})
        news = ("news.txt", b"It rains in Karlsheim.")
        await operator.slash(server.channel, "admin upload", file=news)
        (data / "dropped.txt").write_text("Bees swarm in Poland.")
        await operator.slash(server.channel, "admin reload")
        found = [
            text_of((await operator.slash(server.channel, "briefing", number=number)).response)
            for number in (15, 16, 17)
        ]

    assert "try-out/added.jsonl:1" in found[0]
    assert "try-out/news.txt:1" in found[1]
    assert "dropped.txt:1" in found[2]
    assert sorted(path.name for path in data.iterdir()) == ["briefings.txt", "dropped.txt"]


async def test_a_denial_and_what_takes_long_are_no_failures_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = Chart.draw

    async def draw_slowly(chart: Chart, bars: Bars) -> bytes:
        await asyncio.sleep(6)  # longer than the page waits by itself
        return await draw(chart, bars)

    monkeypatch.setattr(Chart, "draw", draw_slowly)
    monkeypatch.setenv("ATTACHE_DATA", str(SEED))
    monkeypatch.chdir(tmp_path)
    async with simulated(load_settings()) as (env, client):
        server, _ = furnish(env, client)
        newcomer, operator = server.viewers
        assert isinstance(newcomer, MemberActor)
        assert isinstance(operator, MemberActor)
        denied = await newcomer.slash(
            server.channel, "follow", topic="OSCE", channel=server.channel
        )
        errors = list(env.errors)
        await operator.slash(server.channel, "ask", question="OSCE")
        insights = await operator.slash(server.channel, "admin insights")

    assert "This is for those who may manage the server." in text_of(denied.response)
    assert errors == []
    assert insights.response is not None
    names = {file.filename for file in insights.response.attachments}
    assert names == {"insights.csv", "insights.png"}


async def test_a_name_typed_out_mentions_the_bot_and_a_reply_follows_its_answer_up(
    chromium: str, address: str
) -> None:
    async with opened(chromium, address) as page:
        composer = page.locator("#channel-composer-input")
        feed = page.locator("#channel-layout")
        await expect(feed.get_by_text("Hello, I am Attaché")).to_be_visible()
        await composer.fill("@Attache grain imports")
        await composer.press("Enter")
        await expect(feed.get_by_text("] #14")).to_be_visible()
        await feed.get_by_text("] #14").hover()
        await feed.get_by_role("button", name="Reply").last.click()
        await composer.fill("tell me more")
        await composer.press("Enter")
        await expect(feed.get_by_text("I found nothing more on that.")).to_be_visible()
