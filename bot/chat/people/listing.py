"""What may be asked after a list was shown: one of it may be chosen, or the list be read on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.conversation.choosing import only_one

if TYPE_CHECKING:
    from bot.chat.people.memory import Memory
    from bot.library.library import Library
    from bot.model import Context


async def remember_listed(
    library: Library,
    memory: Memory,
    listed: Context,
    where: tuple[int, int | None],
    *,
    private: bool,
) -> None:
    """Let what a person asks next there choose from a list, or be asked of the only one on it."""
    person, _ = where
    numbers = (*listed.shown, *listed.further)
    opened = await library.context_of(numbers) if len(numbers) == 1 else None
    if opened:
        memory.remember(where, only_one(opened), person, private=private)
    else:
        memory.remember_list(where, listed, person, private=private)
