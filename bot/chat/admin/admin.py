"""``/admin``: for whoever runs the bot, as its data belongs to the whole bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.chat.admin.admin_forms import BriefingForm
from bot.chat.admin.admin_text import changes_text, editions_text, log_text, not_kept
from bot.chat.admin.status_text import progress_text, status_text
from bot.chat.languages.languages import N_
from bot.chat.messages.message import INFORMATION, line_message
from bot.chat.messages.patience import patiently, send
from bot.errors import StoreAway
from bot.library.history import merged

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.chat.admin.administration import Administration
    from bot.chat.admin.exporting import Exporting
    from bot.chat.admin.reporting import Reporting
    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.places import Places
    from bot.community.audit import Audit
    from bot.library.library import Library

_Number = app_commands.Range[int, 1, 10**9]


class AdminCommands(app_commands.Group):
    """``/admin`` and its commands."""

    def __init__(
        self,
        library: Library,
        administration: Administration,
        reporting: Reporting,
        exporting: Exporting,
        audit: Audit,
        places: Places,
    ) -> None:
        super().__init__(
            name="admin",
            description=N_("For whoever runs this bot"),
            default_permissions=discord.Permissions(administrator=True),
        )
        self._library = library
        self._administration = administration
        self._reporting = reporting
        self._exporting = exporting
        self._audit = audit
        self._places = places

    async def interaction_check(self, interaction: discord.Interaction[Attache], /) -> bool:  # type: ignore[override]
        """Let admins of the bot pass; raise `Denied` for anyone else."""
        interaction.client.admins.check(interaction.user)
        return True

    @app_commands.command(name="reload", description=N_("Read the briefings again"))
    async def reload(self, interaction: discord.Interaction[Attache]) -> None:
        """Reload the sources and say what changed."""
        await self._administration.reload(interaction)

    @app_commands.command(name="check", description=N_("See what a reload would change"))
    async def check(self, interaction: discord.Interaction[Attache]) -> None:
        """Say what a reload would change."""
        await self._administration.check(interaction)

    @app_commands.command(name="upload", description=N_("Hand in a file with briefings"))
    @app_commands.describe(
        file=N_("Text, JSON, CSV, Markdown or a feed, 10 MB at most"),
        replace=N_("Replace a file of this name, and what it held"),
    )
    async def upload(
        self,
        interaction: discord.Interaction[Attache],
        file: discord.Attachment,
        replace: bool = False,
    ) -> None:
        """Make a source of an attached file."""
        await self._administration.upload(interaction, file, replaces=replace)

    @app_commands.command(name="add", description=N_("Write a briefing"))
    async def add(self, interaction: discord.Interaction[Attache]) -> None:
        """Ask for a briefing in a form."""
        form = BriefingForm(await self._language(interaction))
        await interaction.response.send_modal(form)

    @app_commands.command(
        name="withdraw", description=N_("Take a briefing out of service for good")
    )
    @app_commands.describe(number=N_("The number after # under an answer"))
    async def withdraw(self, interaction: discord.Interaction[Attache], number: _Number) -> None:
        """Take a briefing out of service."""
        await self._administration.withdraw(interaction, number)

    @app_commands.command(name="readmit", description=N_("Let a withdrawn briefing in again"))
    @app_commands.describe(number=N_("The number that it had"))
    async def readmit(self, interaction: discord.Interaction[Attache], number: _Number) -> None:
        """Let a withdrawn briefing in again."""
        await self._administration.readmit(interaction, number)

    @app_commands.command(name="editions", description=N_("See the editions that are kept"))
    async def editions(self, interaction: discord.Interaction[Attache]) -> None:
        """List the editions."""
        await _say(interaction, self._editions(interaction))

    async def _editions(self, interaction: discord.Interaction[Attache]) -> str:
        history = self._library.history
        lang = await self._language(interaction)
        return editions_text(await history.editions(), await history.kept(), lang)

    @app_commands.command(name="changes", description=N_("See what an edition changed"))
    @app_commands.describe(edition=N_("Its number; the one in service where left out"))
    async def changes(
        self, interaction: discord.Interaction[Attache], edition: _Number | None = None
    ) -> None:
        """List what an edition changed."""
        await _say(interaction, self._changes(interaction, edition or self._library.edition))

    async def _changes(self, interaction: discord.Interaction[Attache], number: int) -> str:
        history = self._library.history
        found = await history.edition(number)
        lang = await self._language(interaction)
        if found is None:
            return not_kept(number, lang)
        return changes_text(found, await history.changes(number), lang)

    @app_commands.command(
        name="rollback", description=N_("Put an earlier edition in service again")
    )
    @app_commands.describe(edition=N_("Its number, see /admin editions"))
    async def rollback(self, interaction: discord.Interaction[Attache], edition: _Number) -> None:
        """Go back to an edition."""
        await self._administration.roll_back(interaction, edition)

    @app_commands.command(name="export", description=N_("Get every briefing as JSON Lines"))
    async def export(self, interaction: discord.Interaction[Attache]) -> None:
        """Send every briefing."""
        await self._exporting.export(interaction)

    @app_commands.command(name="log", description=N_("See who did what when"))
    async def log(self, interaction: discord.Interaction[Attache]) -> None:
        """Show the newest lines of the log."""
        await _say(interaction, self._newest(interaction))

    async def _newest(self, interaction: discord.Interaction[Attache]) -> str:
        history = self._library.history
        newest = merged(await history.log(), await self._audit.entries())
        count = await history.logged() + await self._audit.count()
        return log_text(newest, count, await self._language(interaction))

    @app_commands.command(name="status", description=N_("See what is in service"))
    async def status(self, interaction: discord.Interaction[Attache]) -> None:
        """Say what is in service."""
        await _say(interaction, self._status(interaction))

    async def _status(self, interaction: discord.Interaction[Attache]) -> str:
        status = await self._library.status()
        progress = self._library.progress
        lang = await self._language(interaction)
        running = progress_text(progress, lang) if progress else None
        client = interaction.client
        try:
            others = await client.cluster.processes()
        except StoreAway:
            others = []  # what is wrong stands in the status already
        return status_text(status, client.latency, running, lang, others)

    @app_commands.command(
        name="insights", description=N_("See what people ask, and what they do not find")
    )
    @app_commands.describe(days=N_("How many days back; 30 where left out"))
    async def insights(
        self,
        interaction: discord.Interaction[Attache],
        days: app_commands.Range[int, 1, 365] = 30,
    ) -> None:
        """Show what was asked."""
        await self._reporting.report(interaction, days)

    async def _language(self, interaction: discord.Interaction[Attache]) -> Language:
        return (await self._places.of(interaction)).language


async def _say(interaction: discord.Interaction[Attache], said: Coroutine[Any, Any, str]) -> None:
    """Reply with what is found out, which takes long where the collection is large."""
    view = line_message(await patiently(interaction, said, hidden=True), INFORMATION)
    await send(interaction, view, hidden=True)
