"""What administering does, whichever way it is asked for: commands, buttons and forms."""

from __future__ import annotations

import asyncio
import io
import json
from typing import TYPE_CHECKING, Any

import discord
import structlog
from cachetools import TTLCache
from discord.ui import TextDisplay
from discord.utils import MISSING

from bot.chat.admin.admin_forms import BriefingForm, agreed, amending, withdrawal
from bot.chat.admin.admin_text import not_kept
from bot.chat.admin.outcome import outcome, unfit, wrong
from bot.chat.admin.reload_text import withdrawal_text
from bot.chat.admin.telling_progress import told_until_done
from bot.chat.languages.languages import N_
from bot.chat.messages.delivering import UNREACHABLE
from bot.chat.messages.message import INFORMATION, line_message
from bot.chat.people.permissions import who
from bot.community.questions import new_id
from bot.errors import Unfit
from bot.library.readers.record import text_key
from bot.library.uploads import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.messages.message import Message
    from bot.chat.people.places import Places
    from bot.editions import ReloadReport
    from bot.library.library import Library

_WRITTEN = "briefing.jsonl"
_MOST_DRAFTS = 200
_DRAFT_SECONDS = 3_600


class Administration:
    """Does what admins ask for, and tells them in a reply that only they see."""

    def __init__(self, library: Library, places: Places) -> None:
        self._library = library
        self._places = places
        self._log = structlog.get_logger("attache.chat")
        self._drafts: TTLCache[str, dict[str, Any]] = TTLCache(_MOST_DRAFTS, _DRAFT_SECONDS)

    async def reload(self, interaction: discord.Interaction[Attache]) -> None:
        """Reload the sources; ask first where that removes anything."""
        work = self._library.reload(by=who(interaction), reason="/admin reload", may_remove=0.0)
        await self._report(interaction, work)

    async def confirmed(
        self, interaction: discord.Interaction[Attache], digest: str, *, agrees: bool
    ) -> None:
        """Do what a confirmation agreed to, for whoever may."""
        interaction.client.admins.check(interaction.user)
        if not agrees:
            await self._leave_it(interaction)
            return
        work = self._library.reload(by=who(interaction), reason="/admin reload", confirmed=digest)
        await self._report(interaction, work, in_place=True)

    async def check(self, interaction: discord.Interaction[Attache]) -> None:
        """Say what a reload would do."""
        work = self._library.reload(by=who(interaction), dry_run=True, may_remove=1.0)
        await self._report(interaction, work)

    async def upload(
        self,
        interaction: discord.Interaction[Attache],
        file: discord.Attachment,
        *,
        replaces: bool,
    ) -> None:
        """Make a source of an attached file; ``replaces`` lets it take another one's place."""
        lang = (await self._places.of(interaction)).language
        if file.size > MAX_BYTES:
            said = lang.gettext(
                "The file has {size} bytes; at most {most} can be handed in.",
                size=lang.number(file.size),
                most=lang.number(MAX_BYTES),
            )
            await interaction.response.send_message(view=wrong(said), ephemeral=True)
            return

        async def take() -> ReloadReport:
            try:
                content = await file.read()
            except UNREACHABLE as error:
                said = N_("Discord does not give the file out now; hand it in again.")
                raise Unfit(said) from error
            return await self._library.uploads.upload(
                file.filename, content, by=who(interaction), replaces=replaces
            )

        await self._report(interaction, take(), keeps=True)

    async def add(self, interaction: discord.Interaction[Attache], fields: dict[str, Any]) -> None:
        """Add one briefing; give back what was written where it cannot be taken."""
        interaction.client.admins.check(interaction.user)
        work = self._library.uploads.add(fields, by=who(interaction))
        await self._report(interaction, work, keeps=True, written=fields)

    async def amend(self, interaction: discord.Interaction[Attache], draft: str) -> None:
        """Open the form of a briefing again, as it was filled in."""
        interaction.client.admins.check(interaction.user)
        lang = (await self._places.of(interaction)).language
        fields = self._drafts.get(draft)
        if fields is not None:
            await interaction.response.send_modal(BriefingForm(lang, fields))
            return
        said = lang.gettext(
            "I do not remember this form any more, as an hour has passed or I was started anew. "
            "Hand the file in with **/admin upload**, or begin again with **/admin add**."
        )
        await interaction.response.send_message(view=wrong(said), ephemeral=True)

    def _given_back(
        self, said: str, fields: dict[str, Any], lang: Language
    ) -> tuple[Message, discord.File]:
        """Return what is wrong with what was written, a way to mend it, and it as a file."""
        draft = new_id()
        written = {name: value for name, value in fields.items() if value}
        # Half a character, which nobody sees, can be sent in no form and stand in no file.
        line = json.dumps(written, ensure_ascii=False).encode(errors="ignore")
        self._drafts[draft] = json.loads(line)
        file = discord.File(io.BytesIO(line + b"\n"), _WRITTEN)
        return amending(said, draft, _WRITTEN, lang), file

    async def withdraw(self, interaction: discord.Interaction[Attache], number: int) -> None:
        """Show one briefing, and ask whether it is to be taken out of service."""
        view = await self._withdrawal(interaction, number)
        await interaction.response.send_message(view=view, ephemeral=True)

    async def _withdrawal(self, interaction: discord.Interaction[Attache], number: int) -> Message:
        lang = (await self._places.of(interaction)).language
        try:
            change = await self._library.editing.to_withdraw(number)
        except Unfit as error:
            return unfit(error, lang)
        return withdrawal(withdrawal_text(change, lang), number, text_key(change.text), lang)

    async def withdrawal_confirmed(
        self, interaction: discord.Interaction[Attache], number: int, key: str, *, agrees: bool
    ) -> None:
        """Take the briefing out that was shown; where it reads otherwise now, ask anew."""
        interaction.client.admins.check(interaction.user)
        if not agrees:
            await self._leave_it(interaction)
            return
        try:
            is_as_shown = text_key((await self._library.editing.to_withdraw(number)).text) == key
        except Unfit:
            is_as_shown = True  # withdrawing says the same
        if is_as_shown:
            work = self._library.editing.withdraw(number, by=who(interaction))
            await self._report(interaction, work, in_place=True)
        else:
            view = await self._withdrawal(interaction, number)
            await interaction.response.edit_message(view=view)

    async def readmit(self, interaction: discord.Interaction[Attache], number: int) -> None:
        """Let a withdrawn briefing in again."""
        await self._report(interaction, self._library.editing.readmit(number, by=who(interaction)))

    async def roll_back(self, interaction: discord.Interaction[Attache], edition: int) -> None:
        """Go back to an earlier edition, or say that it is not kept."""
        if await self._library.history.edition(edition) is None:
            lang = (await self._places.of(interaction)).language
            view = wrong(not_kept(edition, lang))
            await interaction.response.send_message(view=view, ephemeral=True)
            return
        await self._report(
            interaction, self._library.editing.roll_back(edition, by=who(interaction))
        )

    async def _leave_it(self, interaction: discord.Interaction[Attache]) -> None:
        """Say in place of what was asked that nothing was changed."""
        lang = (await self._places.of(interaction)).language
        view = line_message(lang.gettext("Nothing was changed."), INFORMATION)
        await interaction.response.edit_message(view=view)

    async def _report(
        self,
        interaction: discord.Interaction[Attache],
        work: Coroutine[Any, Any, ReloadReport],
        *,
        keeps: bool = False,
        written: dict[str, Any] | None = None,
        in_place: bool = False,
    ) -> None:
        """Wait for the work, saying how far it is, and say what came of it.

        ``keeps`` says that something is handed in, which is kept or not; what was ``written`` is
        given back where it is not. What was agreed to is told ``in_place`` of what was asked.
        """
        lang = (await self._places.of(interaction)).language
        try:
            await _begin(interaction, in_place=in_place)
        except BaseException:
            work.close()  # nobody would be told what came of it
            raise
        task = asyncio.ensure_future(work)
        is_in_time = await told_until_done(interaction, task, self._library, lang)
        view, done = outcome(task, self._library, lang, keeps=keeps, is_form=written is not None)
        said = "\n".join(
            part.content for part in view.walk_children() if isinstance(part, TextDisplay)
        )
        given_back = written if written and not done else None
        if not is_in_time:
            self._note_untold(interaction, said, given_back)
            return
        files: list[discord.File] = []
        if given_back:
            view, file = self._given_back(said, given_back, lang)
            files = [file]
        try:
            await interaction.edit_original_response(view=view, attachments=files or MISSING)
        except UNREACHABLE:
            self._note_untold(interaction, said, given_back)
            raise

    def _note_untold(
        self,
        interaction: discord.Interaction[Attache],
        said: str,
        given_back: dict[str, Any] | None,
    ) -> None:
        """Write into the log what Discord takes no more, with what would have been given back."""
        kept = {"written": given_back} if given_back else {}
        self._log.warning("what came of it was not told", by=who(interaction), said=said, **kept)


async def _begin(interaction: discord.Interaction[Attache], *, in_place: bool) -> None:
    """Have Discord wait for longer than the three seconds that it gives a first answer."""
    if in_place and interaction.message:
        await interaction.response.edit_message(view=agreed(interaction.message))
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)
