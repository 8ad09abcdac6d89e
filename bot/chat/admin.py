"""``/admin``: for whoever runs the bot, as its data belongs to the whole bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.chat.errors import Denied
from bot.chat.escaping import plain_cut
from bot.chat.rendering import COLOURS, INFORMATION, line_message
from bot.library.errors import LibraryError
from bot.model import Verdict

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.library.library import Library, LibraryStatus
    from bot.model import Problem, ReloadReport

_SHOWN_PROBLEMS = 10


@dataclass(frozen=True, slots=True)
class Admins:
    """Who may administer: these users, and members with these roles."""

    users: frozenset[int]
    roles: frozenset[int]

    def include(self, person: discord.User | discord.Member) -> bool:
        """Tell whether ``person`` may administer, by the roles they have at this moment."""
        if person.id in self.users:
            return True
        return isinstance(person, discord.Member) and any(
            role in self.roles
            for role in person._roles  # noqa: SLF001 - ids without a cache
        )


class AdminCommands(app_commands.Group):
    """``/admin reload`` and ``/admin status``."""

    def __init__(self, library: Library) -> None:
        super().__init__(
            name="admin",
            description="For whoever runs this bot",
            default_permissions=discord.Permissions(administrator=True),
        )
        self._library = library

    async def interaction_check(self, interaction: discord.Interaction[Attache], /) -> bool:  # type: ignore[override]
        """Let admins of the bot pass; raise `Denied` for anyone else."""
        if interaction.client.admins.include(interaction.user):
            return True
        raise Denied(
            "This is for whoever runs the bot. Administering a server is not enough, because the "
            "briefings are shared by all servers."
        )

    @app_commands.command(name="reload", description="Read the briefings again")
    async def reload(self, interaction: discord.Interaction[Attache]) -> None:
        """Reload the sources and say what changed."""
        # Reading a large collection takes longer than the three seconds Discord waits.
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            report = await self._library.reload(
                by=f"{interaction.user} ({interaction.user.id})", reason="/admin reload"
            )
        except LibraryError as error:
            view = line_message(plain_cut(str(error), 1_000), COLOURS[Verdict.CLOSEST])
        else:
            view = line_message(reload_text(report), _colour(report))
        await interaction.edit_original_response(view=view)

    @app_commands.command(name="status", description="See what is in service")
    async def status(self, interaction: discord.Interaction[Attache]) -> None:
        """Say what is in service."""
        status = await self._library.status()
        said = status_text(status, interaction.client.latency)
        await interaction.response.send_message(
            view=line_message(said, INFORMATION), ephemeral=True
        )


def reload_text(report: ReloadReport) -> str:
    """Return what a reload did, as Markdown."""
    if report.problems:
        count = len(report.problems)
        noun = "problem" if count == 1 else "problems"
        head = (
            f"### Nothing was changed: {count} {noun}\n"
            f"Edition {report.edition} stays in service. Mend this and reload again:"
        )
    elif report.swapped:
        head = f"### Edition {report.edition} is in service"
    else:
        head = f"### Nothing has changed\nEdition {report.edition} stays in service."
    counts = (
        f"-# {report.added} added · {report.changed} changed · {report.removed} removed · "
        f"{report.unchanged} unchanged · {report.seconds:.2f} s"
    )
    return "\n".join([head, *_problems(report.problems), counts])


def status_text(status: LibraryStatus, latency: float) -> str:
    """Return what is in service, as Markdown; ``latency`` is the gateway's, in seconds."""
    edition = status.edition
    if edition is None:
        lines = ["### Nothing is loaded yet", "**/admin reload** reads the configured data."]
    else:
        lines = [
            f"### Edition {edition.number}",
            f"{edition.briefings} briefings, loaded {edition.created_at[:16].replace('T', ' ')} "
            f"UTC by {plain_cut(edition.by, 80)}",
        ]
    if status.last_reload and status.last_reload.problems:
        lines += ["The last reload changed nothing:", *_problems(status.last_reload.problems)]
    waited = f" · gateway {latency * 1000:.0f} ms" if 0 < latency < 60 else ""
    lines.append(
        f"-# database {status.database_bytes / 1e6:.1f} MB · index "
        f"{status.index_bytes / 1e6:.1f} MB{waited}"
    )
    return "\n".join(lines)


def _problems(problems: tuple[Problem, ...]) -> list[str]:
    lines = [
        f"- **{plain_cut(str(problem.origin), 80)}** "
        f"{plain_cut(f'{problem.what} {problem.remedy}', 220)}"
        for problem in problems[:_SHOWN_PROBLEMS]
    ]
    if len(problems) > _SHOWN_PROBLEMS:
        lines.append(f"- … and {len(problems) - _SHOWN_PROBLEMS} more")
    return lines


def _colour(report: ReloadReport) -> discord.Colour:
    return COLOURS[Verdict.CLOSEST if report.problems else Verdict.ANSWERED]
