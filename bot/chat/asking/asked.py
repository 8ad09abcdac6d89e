"""What an answer was about that stands in a message, found by what its buttons hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.asking.controls import question_of

if TYPE_CHECKING:
    import discord

    from bot.community.questions import Questions
    from bot.library.library import Library
    from bot.model import Context


async def context_of(
    message: discord.Message, questions: Questions, library: Library, most: int
) -> Context | None:
    """Return what a follow-up to the answer in a message may refer to, None where it has none.

    It comes from the words of the question alone, and from nothing that was asked before it; an
    answer shows at ``most`` so many citations, which "tell me more" does not want again.
    """
    question = question_of(message)
    asked = await questions.words(question) if question else None
    return (await library.ask(asked, most)).context if asked else None
