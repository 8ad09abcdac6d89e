"""What Discord sends: users, servers, interactions and messages, as its documentation has them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

INTERACTION_TOKEN = "aW50ZXJhY3Rpb246c3RhbmRpbg" * 6
# Made up, in the shape of a bot's token: three parts with dots.
BOT_TOKEN = ".".join(("MTAwMA" + "a" * 20, "GxYz12", "stand-in-for-a-secret-" + "b" * 16))
_USER = {"discriminator": "0", "avatar": None, "global_name": None}
BOT = {**_USER, "id": "1000", "username": "attache", "bot": True}
OWNER = {**_USER, "id": "1001", "username": "owner"}
EVERYTHING = str((1 << 50) - 1)
_NEVER = "2026-01-01T00:00:00+00:00"


def person(number: int) -> dict[str, Any]:
    """Return a user."""
    return {**_USER, "id": str(number), "username": f"person-{number}"}


def application() -> dict[str, Any]:
    """Return the bot's application."""
    return {
        "id": BOT["id"], "name": "attache", "icon": None, "description": "", "bot_public": True,
        "bot_require_code_grant": False, "verify_key": "x", "owner": OWNER, "flags": 0,
        "summary": "", "team": None,
    }  # fmt: skip


def server(number: int) -> dict[str, Any]:
    """Return a server with one text channel, whose id is the server's plus one."""
    everyone = {
        "id": str(number), "name": "@everyone", "permissions": EVERYTHING, "position": 0,
        "color": 0, "colors": {"primary_color": 0}, "hoist": False, "managed": False,
        "mentionable": False, "flags": 0,
    }  # fmt: skip
    return {
        "id": str(number), "name": f"server-{number}", "owner_id": OWNER["id"], "icon": None,
        "roles": [everyone], "emojis": [], "features": [], "channels": [channel(number)],
        "members": [member(BOT)], "threads": [], "presences": [], "voice_states": [],
        "stage_instances": [], "guild_scheduled_events": [], "stickers": [],
        "soundboard_sounds": [], "member_count": 2, "joined_at": _NEVER, "large": False,
        "preferred_locale": "en-GB", "afk_timeout": 300, "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "premium_tier": 0,
        "system_channel_flags": 0, "premium_progress_bar_enabled": False,
    }  # fmt: skip


def channel(number: int) -> dict[str, Any]:
    """Return the text channel of a server."""
    return {
        "id": str(number + 1), "type": 0, "name": "general", "position": 0, "nsfw": False,
        "guild_id": str(number), "permission_overwrites": [], "topic": None, "parent_id": None,
    }  # fmt: skip


def member(user: dict[str, Any]) -> dict[str, Any]:
    """Return a server's member, without the user."""
    return {
        "user": user, "roles": [], "joined_at": _NEVER, "deaf": False, "mute": False, "flags": 0,
        "nick": None, "avatar": None, "premium_since": None, "permissions": EVERYTHING,
    }  # fmt: skip


def message(number: int, channel_id: str, author: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a message."""
    return {
        "id": str(number), "channel_id": channel_id, "author": author, "content": "",
        "timestamp": _NEVER, "edited_timestamp": None, "tts": False, "mention_everyone": False,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": False,
        "type": 0, "components": [], **more,
    }  # fmt: skip


def interaction(number: int, kind: int, data: dict[str, Any], **where: Any) -> dict[str, Any]:
    """Return an interaction, in a direct message unless ``where`` names a server."""
    guild = where.get("guild")
    user = person(where.get("person", 1002))
    place: dict[str, Any] = {"channel_id": "20", "channel": {"id": "20", "type": 1}, "user": user}
    if guild:
        place = {
            "guild_id": str(guild), "guild": {"id": str(guild), "locale": "en-GB", "features": []},
            "channel_id": str(guild + 1), "channel": channel(guild), "member": member(user),
            "guild_locale": "en-GB",
        }  # fmt: skip
    elif "channel" in where:
        place["channel_id"] = str(where["channel"])
        place["channel"] = {"id": str(where["channel"]), "type": 1}
    return {
        "id": str(number), "application_id": BOT["id"], "type": kind, "version": 1,
        "token": token(number), "locale": "en-GB", "entitlements": [],
        "context": 0 if guild else 1, "authorizing_integration_owners": {},
        "app_permissions": EVERYTHING, "attachment_size_limit": 10_000_000, "data": data, **place,
    }  # fmt: skip


def token(number: int) -> str:
    """Return an interaction's token, which has the length and the letters of a real one."""
    return f"{INTERACTION_TOKEN}{number}"


def ask(question: str) -> dict[str, Any]:
    """Return the data of ``/ask``."""
    return {
        "id": "1", "name": "ask", "type": 1,
        "options": [{"name": "question", "type": 3, "value": question}],
    }  # fmt: skip


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every component, nested ones and accessories included."""
    for each in components:
        yield each
        yield from walk(each.get("components", []))
        if "accessory" in each:
            yield from walk([each["accessory"]])


def numbered(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return components as Discord gives them back: each with an id of its own."""
    copied: list[dict[str, Any]] = copy.deepcopy(components)
    for number, each in enumerate(walk(copied), start=1):
        each["id"] = number
    return copied


def pressed(button: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a pressed button."""
    return {"component_type": 2, "custom_id": button["custom_id"], "id": button["id"]}
