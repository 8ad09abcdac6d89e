"""What is let in of all that is pressed, sent and asked for; the rest is told why it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.chat.commands.errors import Outdated
from bot.chat.gateway.too_late import TooLate
from bot.chat.gateway.workload import Reception, Workload
from bot.chat.languages.languages import N_
from bot.chat.messages.delivering import UNREACHABLE
from bot.chat.messages.forms import filled_in
from bot.chat.messages.message import line_message

if TYPE_CHECKING:
    import re
    from collections.abc import Coroutine, Sequence

    from bot.chat.asking.observing import Observer
    from bot.chat.client import Attache
    from bot.chat.commands.errors import ErrorHandler
    from bot.chat.messages.forms import Form
    from bot.chat.people.places import Places
    from bot.metrics import Metrics

REFUSALS = {
    Reception.BUSY: N_("I am asked more than I can answer at once. Please ask again in a moment."),
    Reception.STOPPING: N_("I am just restarting. Please ask again in a minute."),
}
"""What those are told who are not let in."""


class Admission:
    """Lets in what can be done in time, and of buttons and forms only what there is.

    ``buttons`` are what the custom ids of those look like that outlive a restart.
    """

    def __init__(
        self,
        buttons: Sequence[re.Pattern[str]],
        forms: Sequence[type[Form]],
        places: Places,
        errors: ErrorHandler,
        observer: Observer,
        metrics: Metrics,
    ) -> None:
        self.workload = Workload()
        self.too_late = TooLate(metrics)
        self._buttons = buttons
        self._forms = forms
        self._places = places
        self._errors = errors
        self._observer = observer

    def is_too_late(self, interaction: int) -> bool:
        """Tell, and note, that so much waits that an interaction with this id is hopeless."""
        if not self.workload.is_hopeless(interaction):
            return False
        self.too_late.note(interaction)
        return True

    async def accepts(self, interaction: discord.Interaction[Attache]) -> bool:
        """Tell whether new work is taken; say why where it is not."""
        received = self.workload.receive(interaction.id, expires=True)
        if received is Reception.TAKEN:
            return True
        if received is Reception.TOO_LATE:
            self.too_late.note(interaction.id)
        elif interaction.type is not discord.InteractionType.autocomplete:
            if received is Reception.BUSY:
                self._observer.refused()
            lang = (await self._places.of(interaction)).language
            view = line_message(lang.gettext(REFUSALS[received]))
            try:
                await interaction.response.send_message(view=view, ephemeral=True)
            except UNREACHABLE as error:
                await self._errors.on_interaction(interaction, error)
        return False

    async def guarded(
        self, interaction: discord.Interaction[Attache], work: Coroutine[Any, Any, None]
    ) -> None:
        """Do the ``work`` of a pressed button; hand what goes wrong to the error handler."""
        if not await self.accepts(interaction):
            work.close()
            return
        try:
            await work
        except Exception as error:  # noqa: BLE001 - the one handler tells them apart
            await self._errors.on_interaction(interaction, error)

    async def take(self, interaction: discord.Interaction[Attache]) -> None:
        """Take what was sent in a form; refuse what nothing here is behind: outdated, or forged."""
        data: Any = interaction.data or {}
        custom_id = str(data.get("custom_id", ""))
        if interaction.type is discord.InteractionType.modal_submit:
            for form in self._forms:
                if held := form.template.fullmatch(custom_id):
                    work = form.sent(interaction, held, filled_in(data))
                    await self.guarded(interaction, work)
                    return
        elif interaction.type is not discord.InteractionType.component or any(
            pattern.fullmatch(custom_id) for pattern in self._buttons
        ):
            return
        if await self.accepts(interaction):
            await self._errors.on_interaction(interaction, Outdated())
