"""The one error handler: a line for the person, the whole story for the log."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord import app_commands

from bot.chat.rendering import line_message
from bot.library.errors import LibraryError

if TYPE_CHECKING:
    from bot.chat.client import Attache

# Discord's codes for an interaction that expired or was answered already: there is nobody to tell.
_TOO_LATE = {10062, 40060}


class Denied(app_commands.CheckFailure):
    """A person may not do what they asked for; the message says who may."""


class ErrorHandler:
    """Tells people in one line that something went wrong, and the log under the same reference.

    The order: what a person may not do is told as it is; an expired interaction is only logged;
    a collection that cannot be used and everything unforeseen get a reference.
    """

    def __init__(self) -> None:
        self._log = structlog.get_logger("attache.chat")

    async def on_interaction(
        self, interaction: discord.Interaction[Attache], error: BaseException
    ) -> None:
        """Handle what an interaction raised; never raises."""
        cause = _cause(error)
        if isinstance(cause, discord.HTTPException) and cause.code in _TOO_LATE:
            self._log.warning("too late to answer", interaction=interaction.id, code=cause.code)
            return
        line = self._line(cause, place="interaction", id=interaction.id)
        try:
            if interaction.response.is_done():
                await interaction.followup.send(view=line_message(line), ephemeral=True)
            else:
                await interaction.response.send_message(view=line_message(line), ephemeral=True)
        except discord.HTTPException as failed:
            self._log.warning("could not say that something went wrong", reason=str(failed))

    async def on_message(self, message: discord.Message, error: BaseException) -> None:
        """Handle what answering a message raised; never raises."""
        cause = _cause(error)
        if isinstance(cause, discord.Forbidden):
            self._log.warning("may not write here", channel=message.channel.id)
            return
        line = self._line(cause, place="message", id=message.id)
        try:
            await message.reply(view=line_message(line), mention_author=False)
        except discord.HTTPException as failed:
            self._log.warning("could not say that something went wrong", reason=str(failed))

    def _line(self, cause: BaseException, **where: Any) -> str:
        if isinstance(cause, Denied):
            self._log.info("denied", **where)
            return str(cause)
        reference = secrets.token_hex(3)
        self._log.error("failed", reference=reference, exc_info=cause, **where)
        if isinstance(cause, LibraryError):
            return f"The briefings cannot be used right now; please try later. (`{reference}`)"
        return (
            "Something went wrong on my side, and nothing was lost. If it happens again, tell "
            f"whoever runs me this reference: `{reference}`"
        )


def _cause(error: BaseException) -> BaseException:
    while isinstance(error, app_commands.CommandInvokeError | app_commands.TransformerError):
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else None
        if cause is None:
            break
        error = cause
    return error
