"""The one error handler: a line for the person, the whole story for the log."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord import app_commands

from bot.chat.languages.languages import N_
from bot.chat.messages.delivering import UNREACHABLE, missed, reply
from bot.chat.messages.message import line_message
from bot.chat.messages.patience import tell
from bot.chat.people.permissions import Denied, who
from bot.errors import AttacheError

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.places import Places
    from bot.community.audit import Audit
    from bot.metrics import Metrics

_MOST_TRIED = 200


class Outdated(app_commands.CheckFailure):
    """Nothing is behind what was pressed, sent or typed any more; the message says so."""

    def __init__(self) -> None:
        super().__init__(N_("This does not work any more. Ask again with **/ask**."))


class ErrorHandler:
    """Tells people in one line that something went wrong, and the log under the same reference.

    The order: an answer that Discord did not take is only logged; what a person may not do is
    told as it is, and kept in the audit; what is outdated is only told; a collection that cannot
    be used and everything unforeseen get a reference.
    """

    def __init__(self, places: Places, audit: Audit, metrics: Metrics) -> None:
        self._metrics = metrics
        self._places = places
        self._audit = audit
        self._log = structlog.get_logger("attache.chat")

    async def on_interaction(
        self, interaction: discord.Interaction[Attache], error: BaseException
    ) -> None:
        """Handle what an interaction raised; never raises."""
        cause = _cause(error)
        if self._is_missed(cause, interaction=interaction.id):
            return
        lang = (await self._places.of(interaction)).language
        line = self._line(cause, lang, place="interaction", id=interaction.id)
        try:
            await tell(interaction, line_message(line))
        except UNREACHABLE as failed:
            self._is_missed(failed, interaction=interaction.id)
        if isinstance(cause, Denied):
            await self._keep(interaction)

    async def on_message(self, message: discord.Message, error: BaseException) -> None:
        """Handle what answering a message raised; never raises."""
        cause = _cause(error)
        if self._is_missed(cause, message=message.id, channel=message.channel.id):
            return
        lang = (await self._places.of(message)).language
        line = self._line(cause, lang, place="message", id=message.id)
        try:
            await reply(message, line_message(line))
        except UNREACHABLE as failed:
            self._is_missed(failed, message=message.id)

    def _is_missed(self, cause: BaseException, **where: Any) -> bool:
        """Tell whether Discord did not take an answer, which only the log can be told."""
        reason = missed(cause)
        if reason is not None:
            self._metrics.missed()
            self._log.warning("missed", reason=reason, **where)
        return reason is not None

    async def _keep(self, interaction: discord.Interaction[Attache]) -> None:
        person = who(interaction)
        try:
            await self._audit.deny(person, _tried(interaction)[:_MOST_TRIED])
        except AttacheError as error:
            self._log.warning("a denial could not be kept", who=person, reason=str(error))

    def _line(self, cause: BaseException, lang: Language, **where: Any) -> str:
        if isinstance(cause, Denied | Outdated):
            self._log.info("denied" if isinstance(cause, Denied) else "outdated", **where)
            return lang.gettext(str(cause))
        self._metrics.failure()
        reference = secrets.token_hex(3)
        self._log.error("failed", reference=reference, exc_info=cause, **where)
        if isinstance(cause, AttacheError):
            said = lang.gettext("My records cannot be used right now; please try later.")
            return f"{said} (`{reference}`)"
        return lang.gettext(
            "Something went wrong on my side, and nothing was lost. If it happens again, tell "
            "whoever runs me this reference: {reference}",
            reference=f"`{reference}`",
        )


def _tried(interaction: discord.Interaction[Attache]) -> str:
    """Return what was tried: a command's name, or the custom id of a button or form."""
    if interaction.command is not None:
        return f"/{interaction.command.qualified_name}"
    data: Any = interaction.data or {}
    return str(data.get("custom_id", ""))


def _cause(error: BaseException) -> BaseException:
    while isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    return error
