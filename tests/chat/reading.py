"""What a person sees of a message: its text, its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import ui

from bot.chat.people.permissions import Denied
from tests.chat.checking import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simcord.actors import MemberActor
    from simcord.results import ResponseMessage

    from tests.chat.conftest import World


def sent(view: ui.LayoutView) -> dict[str, Any]:
    """Return a message as it is sent."""
    components: list[dict[str, Any]] = view.to_components()  # type: ignore[no-untyped-call]
    return {"components": components, "flags": 1 << 15}


def payload(message: Any) -> list[dict[str, Any]]:
    """Return the components of a message as Discord holds them."""
    return [part if isinstance(part, dict) else part.to_dict() for part in message.components]


def text_of(message: Any) -> str:
    """Return all text of a message."""
    parts = walk(payload(message))
    return "\n".join(part["content"] for part in parts if part["type"] == 10)


def buttons_of(message: Any) -> Sequence[dict[str, Any]]:
    """Return the buttons of a message, in order."""
    return [part for part in walk(payload(message)) if part["type"] == 2]


def labels_of(message: Any) -> list[str]:
    """Return the labels of the buttons of a message, in order."""
    return [_label(button) for button in buttons_of(message)]


def id_of(message: Any, label: str) -> str:
    """Return the custom id of the button with this label."""
    ids = {_label(button): str(button["custom_id"]) for button in buttons_of(message)}
    return ids[label]


def _label(button: dict[str, Any]) -> str:
    return str(button.get("label") or (button.get("emoji") or {}).get("name"))


def assert_only_denied(world: World) -> None:
    """Assert that nothing but refusals was raised; simcord wants raised errors looked at."""
    assert world.env.errors
    assert all(isinstance(error, Denied) for error in world.env.errors)


async def press(who: MemberActor, message: Any, label: str) -> ResponseMessage:
    """Press the button with this label as ``who``; return what the bot answers."""
    result = await who.click(message, custom_id=id_of(message, label))
    assert result.response is not None
    return result.response


async def planted(world: World, *custom_ids: str) -> ResponseMessage:
    """Return a message of the bot with buttons of these ids, whatever they are."""
    view = ui.LayoutView(timeout=None)
    for custom_id in custom_ids:
        view.add_item(ui.ActionRow(ui.Button(label="Press", custom_id=custom_id)))
    channel = world.bot.get_partial_messageable(world.channel.id)
    sent: Any = await channel.send(view=view)
    return sent  # type: ignore[no-any-return]


async def told(world: World, said: str) -> str:
    """Return what the bot answers a direct message."""
    await world.member_user.send_dm(said)
    return text_of(world.member_user.dm_channel.last_message)
