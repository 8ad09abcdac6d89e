"""``/admin export``: every briefing in service, in files that a message can hold."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import discord

from bot.chat.messages.message import INFORMATION, file_message, line_message
from bot.chat.people.permissions import who
from bot.library.exporting import as_record

if TYPE_CHECKING:
    from bot.chat.client import Attache
    from bot.chat.people.places import Places
    from bot.community.audit import Audit
    from bot.library.library import Library

_MAX_FILES = 10
_FILE_BYTES = 8_000_000


class Exporting:
    """Gives every briefing out, which is written into the audit."""

    def __init__(self, library: Library, audit: Audit, places: Places) -> None:
        self._library = library
        self._audit = audit
        self._places = places

    async def export(self, interaction: discord.Interaction[Attache]) -> None:
        """Send every briefing in service as JSON Lines, in several files where one is too small."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._audit.record(who(interaction), "/admin export")
        edition, exported, files = await self._exported()
        lang = (await self._places.of(interaction)).language
        count = lang.ngettext(
            "{count} briefing as JSON Lines.", "{count} briefings as JSON Lines.", exported
        )
        said = f"### {lang.gettext('Edition {edition}', edition=edition)}\n{count}"
        if not files:
            said = lang.gettext(
                "Edition {edition} is too large to be sent here; use {command} where the bot runs.",
                edition=edition,
                command="`attache export FILE`",
            )
        await interaction.edit_original_response(view=line_message(said, INFORMATION))
        for place, content in enumerate(files, start=1):
            part = f"-{place}" if len(files) > 1 else ""
            name = f"edition-{edition}{part}.jsonl"
            await interaction.followup.send(
                view=file_message(name),
                file=discord.File(io.BytesIO(content), name),
                ephemeral=True,
            )

    async def _exported(self) -> tuple[int, int, list[bytes]]:
        """Return the edition, how many briefings it has, and the files' contents.

        There are none where these would be too many.
        """
        files, count = [bytearray()], 0
        async with self._library.export() as (edition, briefings):
            async for briefing in briefings:
                count += 1
                line = json.dumps(as_record(briefing), ensure_ascii=False).encode() + b"\n"
                if len(files[-1]) + len(line) > _FILE_BYTES:
                    if len(files) == _MAX_FILES:
                        return edition, count, []
                    files.append(bytearray())
                files[-1] += line
        return edition, count, [bytes(file) for file in files]
