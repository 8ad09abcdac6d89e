"""Take pictures of every kind of reply, dark and light, wide and narrow: ``make pictures``."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias

from playwright.async_api import async_playwright, expect

from bot.logs import set_up_logs
from bot.settings import Loaded, LogFormat, load_settings
from bot.tryout import ShownChannel, furnish, open_page, simulated

if TYPE_CHECKING:
    from playwright.async_api import Page
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle

    from bot.chat.client import Attache

Scene: TypeAlias = Callable[["MemberActor", "ChannelHandle"], Awaitable[Any]]

WIDTHS = {"wide": (1180, 1600), "phone": (420, 2400)}
# The simulated page is dark; these are the colours of Discord's light one.
LIGHT = """
:root { color-scheme: light !important; background: #fff !important; color: #313338 !important;
  --discord-bg: #fff !important; --discord-surface: #f2f3f5 !important;
  --discord-elevated: #e3e5e8 !important; --discord-control: #ebedef !important;
  --discord-hover: #e0e1e5 !important; --discord-text: #313338 !important;
  --discord-muted: #5c5e66 !important; --discord-subtle: #4e5058 !important;
  --discord-border: #d4d7dc !important; --component-surface: #f2f3f5 !important;
  --component-border: #d9dadd !important; --modal-surface: #fff !important;
  --control-border: #d4d7dc !important; --chip-surface: #e3e5e8 !important;
  --list-surface: #fff !important; --option-hover: #e0e1e5 !important;
  --subtle-surface: #d7d9dc !important; --subtle-surface-text: #313338 !important;
  --entity-text: #4e5058 !important; --entity-dim: #5c5e66 !important;
  --input-surface: #ebedef !important; --input-placeholder: #5c5e66 !important; }
"""


def command(name: str, **given: Any) -> Scene:
    """Return a scene in which a command is used."""

    async def play(who: MemberActor, channel: ChannelHandle) -> Any:
        return await who.slash(channel, name, **given)

    return play


def asked_then(label: str, question: str) -> Scene:
    """Return a scene in which a question is asked, and a button under its answer is pressed."""

    async def play(who: MemberActor, channel: ChannelHandle) -> Any:
        asked = await who.slash(channel, "ask", question=question)
        assert asked.response is not None
        return await who.click(asked.response, label=label)

    return play


def said(text: str) -> Scene:
    """Return a scene in which the bot is mentioned."""

    async def play(who: MemberActor, channel: ChannelHandle) -> Any:
        assert who.guild.me is not None
        return await who.send(channel, f"{who.guild.me.mention} {text}".strip())

    return play


def uploaded(name: str, content: str) -> Scene:
    """Return a scene in which a file is handed in."""
    return command("admin upload", file=(name, content.encode()))


def news(topic: str) -> Scene:
    """Return a scene in which the channel follows a topic, and something new comes in."""

    async def play(who: MemberActor, channel: ChannelHandle) -> Any:
        await who.slash(channel, "follow", topic=topic, channel=channel)
        text = f'{{"text": "The {topic} opens an office in Valletta.", "source": "Agency"}}'
        await uploaded("late.jsonl", text)(who, channel)
        await asyncio.sleep(3)  # the notice goes out beside it

    return play


def greeted(client: Attache) -> Scene:
    """Return a scene in which the bot is added to the server."""

    async def play(who: MemberActor, _channel: ChannelHandle) -> Any:
        server = client.get_guild(who.guild.id)
        assert server is not None
        await client.on_guild_join(server)

    return play


BROKEN = '{"text": "The OSCE met in Vienna."}\n{"text": 7}\n{"title": "No text"}\n{"text": \n'
TIMES = "".join(
    f'{{"text": "The OSCE met in Vienna for round {day} of the talks.", "date": "2024-11-{day:02}",'
    f' "title": "Talks in Vienna, round {day}", "source": "Agency"}}\n'
    for day in range(3, 12)
)
SCENES: dict[str, Scene] = {
    "answer": command("ask", question="lavrvo at the sumit in malta"),
    "several": command("ask", question="Which countries did Lavrov visit?"),
    "closest": command("ask", question="Wagner group in Syria"),
    "nothing": command("ask", question="zeppelin quidditch results"),
    "private": command("ask", question="khan yunis tanks", private=True),
    "mention": said("what happned in khan yunis?"),
    "small-talk": said("hello there"),
    "statement": said("The weather is nice today"),
    "link": said("https://example.org/news"),
    "topic": asked_then("Poland", "lavrvo at the sumit in malta"),
    "topics": command("topics"),
    "briefing": command("briefing", number=7),
    "latest": command("latest"),
    "timeline": command("timeline", topic="OSCE"),
    "related": command("related", number=1),
    "help": command("help"),
    "follow": command("follow", topic="OCSE"),
    "following": command("following"),
    "settings": command("settings"),
    "privacy": command("privacy"),
    "status": command("admin status"),
    "reload": command("admin reload"),
    "check": command("admin check"),
    "editions": command("admin editions"),
    "changes": command("admin changes"),
    "broken": uploaded("agency.jsonl", BROKEN),
    "upload": uploaded("agency.jsonl", TIMES),
    "dates": command("timeline", topic="OSCE"),
    "pages": command("latest"),
    "unknown": command("briefing", number=4711),
    "notice": news("OSCE"),
    "insights": command("admin insights"),
    "log": command("admin log"),
}


async def main(folder: Path, chromium: str) -> None:
    """Play every scene over a copy of the data, and take its pictures."""
    with TemporaryDirectory(prefix="attache-pictures-") as copy:
        await _play_all(_over_a_copy(load_settings(), Path(copy)), folder, chromium)


def _over_a_copy(loaded: Loaded, folder: Path) -> Loaded:
    """Return the settings with a copy of the data, which scenes may change."""
    data = loaded.settings.data
    if data.is_dir():
        shutil.copytree(data, folder / "data")
    else:
        (folder / "data").mkdir()
        shutil.copy2(data, folder / "data")
    settings = loaded.settings.model_copy(update={"data": folder / "data"})
    return Loaded(settings, loaded.aliases)


async def _play_all(loaded: Loaded, folder: Path, chromium: str) -> None:
    async with simulated(loaded) as (env, client):
        server, _ = furnish(env, client)
        administrator = server.viewers[1]
        place = ShownChannel(server.channel, (administrator,))
        async with open_page(env, place, 0) as preview, async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
            )
            page = await browser.new_page(bypass_csp=True)
            await page.goto(preview.url)
            await expect(page.locator("#action-status")).to_have_text("Viewport updated")
            for name, play in {"greeting": greeted(client), **SCENES}.items():
                await play(administrator, server.channel)  # type: ignore[arg-type]
                await asyncio.sleep(0.5)
                await take(page, folder, name)
            await browser.close()


async def take(page: Page, folder: Path, name: str) -> None:
    """Take a scene's four pictures."""
    for width, (across, down) in WIDTHS.items():
        await page.set_viewport_size({"width": across, "height": down})
        await page.wait_for_timeout(400)
        for theme in ("dark", "light"):
            style: Any = await page.add_style_tag(content=LIGHT if theme == "light" else " ")
            message = page.locator("article[data-message-id]").last
            await message.scroll_into_view_if_needed()
            await page.wait_for_function("[...document.images].every(each => each.complete)")
            await page.wait_for_timeout(150)
            await message.screenshot(path=folder / f"{name}-{width}-{theme}.png")
            await style.evaluate("each => each.remove()")


if __name__ == "__main__":
    set_up_logs("error", LogFormat.TEXT)
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target, os.environ["ATTACHE_CHROMIUM"]))
