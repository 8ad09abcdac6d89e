"""What a person sees of a message: its text, its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.chat.checking import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simcord.actors import MemberActor
    from simcord.results import ResponseMessage


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
    return [button["label"] for button in buttons_of(message)]


def id_of(message: Any, label: str) -> str:
    """Return the custom id of the button with this label."""
    ids = {button["label"]: str(button["custom_id"]) for button in buttons_of(message)}
    return ids[label]


async def press(who: MemberActor, message: Any, label: str) -> ResponseMessage:
    """Press the button with this label as ``who``; return what the bot answers."""
    result = await who.click(message, custom_id=id_of(message, label))
    assert result.response is not None
    return result.response
