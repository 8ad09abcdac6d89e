"""Whatever stands in briefings, questions and names: it pings nobody and stays in its place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import discord
import pytest

from bot.chat.people.permissions import Admins
from tests.chat.reading import assert_only_denied, id_of, press, text_of

if TYPE_CHECKING:
    from bot.library.shelf import Shelf
    from tests.chat.conftest import World

ATTACKS = (
    "@everyone", "@here", "<@123456789012345678>", "<@!123456789012345678>",
    "<@&123456789012345678>", "<#123456789012345678>", "</ask:123456789012345678>",
    "<id:customize>", "<:duck:123456789012345678>", "<a:duck:123456789012345678>",
    "<t:1700000000:R>", "[free nitro](https://evil.example)", "[a](<https://evil.example>)",
    "<https://evil.example>", "https://evil.example/steal", "HTTP://EVIL.example",
    "discord.gg/evil",
    "**bold**", "__under__", "*it*", "_it_", "~~gone~~", "||spoiler||", "`code`", "```\nblock\n```",
    "``two``", "# Heading", "## Heading", "-# small", "> quote", ">>> quote", "- item", "1. item",
    "\u202egnp.exe", "\u2066hidden\u2069", "a\u200bb", "\u200f\u200e", "\ufeff", "\u00ad",
    "\x00\x07\x1b[31m", "***", "||||", "``````", "\\*not", "\\", "[x](", "](https://evil.example)",
    "a" * 300, "𝕱𝖆𝖓𝖈𝖞", "🦆" * 60, "{question}", "{0}", "%s", "$(rm)", "'; DROP TABLE votes; --",
    ":tada:", "discord.com/invite/evil", "[a](steam://run/1)", "<mailto:a@evil.example>",
    "javascript://evil.example", "\u3164\u2800", "a\u200db", "Z" + "\u0301" * 40, "\U000e0041",
    "\u2028# Heading", "a\r\n> quote", "\u0085-# small", "[1]", "-# [1] #1 · trusted.txt:1",
)  # fmt: skip
# What Discord would take as meant, where no backslash stands before it.
_MEANT = (
    r"<[@#/:at]", r"@(everyone|here)", r"\]\(", r"(?i)\b[a-z]+://", r"\|\|", r"~~", r"`",
    r"(?i)discord\.(gg|com/invite)/", r":\w*[a-z]\w*:",
)  # fmt: skip
_UNSEEN = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff\x00-\x08\x1b\u3164\u2800\u2028\u0085]"
    "|[a-z]\u200d|\U000e0041|\u0301{5}"
)


def assert_harmless(said: str) -> None:
    """Assert that a text holds no mark that takes effect but our own."""
    # Our own: bold, italics, small print, a heading, a time; and links, of which none is given.
    bare = re.sub(r"\\.", "x", said)
    bare = re.sub(r"<t:(?!1700000000)\d+:[DfR]>", "", bare)
    for meant in _MEANT:
        assert not re.search(meant, bare), (meant, said)
    assert not _UNSEEN.search(said), said
    assert not re.search(r"^(>|>>>|## )", bare, re.MULTILINE), said
    assert bare.count("**") % 2 == 0, said


def named(attack: str) -> dict[str, object]:
    return {
        "text": f"Ruritania said {attack} and {attack}. The king of Ruritania sleeps.",
        "title": f"{attack} Ruritania",
        "source": f"{attack} agency",
        "date": "2024-05-06",
        "tags": ["Ruritania", f"{attack} tag"],
    }


@pytest.mark.parametrize("attack", ATTACKS)
async def test_in_briefings_titles_sources_and_topics(
    world: World, shelf: Shelf, attack: str
) -> None:
    records = [{"id": str(at), **named(attack)} for at in range(2)]
    records[1]["text"] = f"{attack} opened a bridge in Ruritania. {attack}"
    lines = [json.dumps(record) for record in records]
    (shelf.data / "more.jsonl").write_text("\n".join(lines))
    report = await world.library.reload(by="test")
    assert report.swapped

    for command, given in (
        ("ask", {"question": "who sleeps in Ruritania"}), ("latest", {}),
        ("latest", {"topic": "Ruritania"}), ("timeline", {"topic": "Ruritania"}),
        ("topics", {}), ("briefing", {"number": 15}), ("related", {"number": 15}),
    ):  # fmt: skip
        result = await world.member.slash(world.channel, command, **given)
        assert_harmless(text_of(result.response))
    assert_harmless(text_of((await world.operator.slash(world.channel, "admin changes")).response))


async def test_in_questions_and_names_of_topics_asked_for(world: World) -> None:
    for place, attack in enumerate(ATTACKS):
        shown = [
            ("ask", {"question": attack}), ("ask", {"question": f"OSCE {attack} Ruritnaia"}),
            ("topics", {"query": attack[:100]}), ("follow", {"topic": f"{attack} zz"[:100]}),
        ]  # fmt: skip
        for command, given in shown:
            result = await world.member.slash(world.channel, command, **given)
            assert_harmless(text_of(result.response))
        if place % 2:  # it shows the last five questions, two of which are of each attack
            privacy = await world.member.slash(world.channel, "privacy")
            assert_harmless(text_of(privacy.response))
    insights = await world.operator.slash(world.channel, "admin insights", days=1)
    assert_harmless(text_of(insights.response))


async def test_in_the_name_of_who_shares_an_answer(world: World) -> None:
    for place, attack in enumerate(ATTACKS[:36]):
        name = re.sub(r"\s+", " ", attack)[:32].strip() or "x"
        user = world.env.create_user(f"nick{place}", global_name=name)
        member = world.guild.add_member(user)
        result = await member.slash(world.channel, "ask", question="OSCE", private=True)
        await press(member, result.response, "Share")

        shared = world.channel.last_message
        assert shared is not None
        assert "Shared by" in text_of(shared)
        assert_harmless(text_of(shared))


async def test_in_file_names_and_remarks(world: World) -> None:
    for place, attack in enumerate(ATTACKS):
        asked = await world.member.slash(world.channel, "ask", question=f"zeppelin {attack}")
        assert asked.response is not None
        why = await world.member.click(asked.response, custom_id=id_of(asked.response, "👎"))
        await world.member.submit_modal(why, {"reason": ["other"], "remark": attack})
        name = re.sub(r"[\x00-\x1f/]", "_", attack)[:80]
        file = (f"{name}.csv", b"text\n\xff\xfe broken")
        if place % 4 == 0:  # some are taken, and named wherever they are cited
            file = (f"{name}.txt", f"Ruritania {place} {attack}".encode())
        uploaded = await world.operator.slash(world.channel, "admin upload", file=file)
        assert_harmless(text_of(uploaded.response))
    for command in ("insights", "status", "check", "editions", "changes", "log"):
        told = await world.operator.slash(world.channel, f"admin {command}")
        assert_harmless(text_of(told.response))


async def test_in_the_name_of_who_is_denied_or_administers(world: World) -> None:
    rights = world.guild.create_role("Bosses", permissions=discord.Permissions.all())
    for place, attack in enumerate(ATTACKS[:40:3]):
        name = re.sub(r"[\s@#:`]+", " ", attack)[:32].strip() or "x"
        user = world.env.create_user(name, global_name=name)
        boss = world.guild.add_member(user, roles=[rights])
        await boss.slash(world.channel, "admin status")
        world.bot.admins = Admins(frozenset({user.id, world.operator.id}), frozenset())
        file = (f"f{place}.txt", f"Ruritania opened bridge {place}.".encode())
        await boss.slash(world.channel, "admin upload", file=file)
    for command in ("log", "editions", "status"):
        told = await boss.slash(world.channel, f"admin {command}")
        assert_harmless(text_of(told.response))
    assert_only_denied(world)


async def test_in_the_name_of_a_server_that_is_greeted(world: World) -> None:
    for attack in ATTACKS[:40]:
        guild = world.env.create_guild(attack[:90].strip() or "x")
        channel = guild.create_text_channel("talk")
        joined = world.bot.get_guild(guild.id)
        assert joined is not None
        await world.bot.on_guild_join(joined)
        await world.env.settle()
        assert_harmless(text_of(channel.last_message))


async def test_in_what_somebody_else_wrote(world: World) -> None:
    for attack in ATTACKS:
        if not (attack.strip() and attack.isprintable()):
            continue
        message = await world.moderator.send(world.channel, f"OSCE {attack}")
        result = await world.member.context_menu(world.channel, "Ask the briefings", message)
        assert_harmless(text_of(result.response))


async def test_no_message_lets_anybody_be_pinged(world: World) -> None:
    await world.member.slash(world.channel, "ask", question="@everyone")
    await world.member_user.send_dm("OSCE @everyone")

    sent = [request.json for request in world.env.http_requests if isinstance(request.json, dict)]
    mentions = [
        message["allowed_mentions"]
        for body in sent
        for message in (body, body.get("data") or {})
        if isinstance(message, dict) and "allowed_mentions" in message
    ]
    assert mentions
    assert all(each.get("parse") == [] for each in mentions)
    assert not any(each.get("replied_user") for each in mentions)
