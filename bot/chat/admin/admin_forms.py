"""What administering asks back: the buttons of a confirmation, and the form of a new briefing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chat.messages import limits
from bot.chat.messages.escaping import whole_lines
from bot.chat.messages.forms import Form
from bot.chat.messages.message import COLOURS, Layout, Message
from bot.chat.messages.pressing import Pressable, button
from bot.community.questions import new_id
from bot.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language

_CUSTOM_ID = r"attache:reload:(?P<answer>yes|no):(?P<digest>[0-9a-f]{64})"
_TAGS = 500
_WITHDRAW_ID = r"attache:withdraw:(?P<answer>yes|no):(?P<number>\d{1,10}):(?P<key>[0-9a-f]{16})"


class ConfirmButton(Pressable[ui.Button[Any]], template=_CUSTOM_ID):
    """Agrees to a reload, or to none; it holds what was agreed to, so it outlives a restart."""

    def __init__(self, digest: str, label: str, *, agrees: bool) -> None:
        super().__init__(_answering(label, "reload", digest, agrees=agrees))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Reload, or do not."""
        agrees = self.held["answer"] == "yes"
        await interaction.client.administration.confirmed(
            interaction, self.held["digest"], agrees=agrees
        )


class WithdrawButton(Pressable[ui.Button[Any]], template=_WITHDRAW_ID):
    """Agrees to withdraw a briefing of this text, or not to; it outlives a restart, too."""

    def __init__(self, number: int, text_key: str, label: str, *, agrees: bool) -> None:
        super().__init__(_answering(label, "withdraw", f"{number}:{text_key}", agrees=agrees))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Withdraw it, or do not."""
        number, agrees = int(self.held["number"]), self.held["answer"] == "yes"
        await interaction.client.administration.withdrawal_confirmed(
            interaction, number, self.held["key"], agrees=agrees
        )


def _answering(label: str, asked: str, what: str, *, agrees: bool) -> ui.Button[Any]:
    """Return a button that agrees to what is asked, or does not."""
    style = discord.ButtonStyle.danger if agrees else discord.ButtonStyle.secondary
    return button(label, f"attache:{asked}:{'yes' if agrees else 'no'}:{what}", style)


def withdrawal(said: str, number: int, text_key: str, lang: Language) -> Message:
    """Return a message that asks whether a briefing is to be withdrawn."""
    buttons: ui.ActionRow[Any] = ui.ActionRow(
        WithdrawButton(number, text_key, lang.gettext("Withdraw it"), agrees=True),
        WithdrawButton(number, text_key, lang.gettext("Cancel"), agrees=False),
    )
    return Message(COLOURS[Verdict.CLOSEST], [ui.TextDisplay(said), buttons])


def confirmation(said: str, digest: str, lang: Language) -> Message:
    """Return a message that asks for a confirmation of what is ``said``, cut to what fits."""
    buttons: ui.ActionRow[Any] = ui.ActionRow(
        ConfirmButton(digest, lang.gettext("Reload and remove them"), agrees=True),
        ConfirmButton(digest, lang.gettext("Cancel"), agrees=False),
    )
    shown: ui.TextDisplay[Any] = ui.TextDisplay(whole_lines(said, limits.TEXT))
    return Message(COLOURS[Verdict.CLOSEST], [shown, buttons])


def agreed(message: discord.Message) -> Layout:
    """Return what a message asks without its buttons, as it is answered and cannot be left now."""
    (asked,) = ui.LayoutView.from_message(message, timeout=None).children
    assert isinstance(asked, ui.Container)
    parts = [part for part in asked.children if not isinstance(part, ui.ActionRow)]
    return Layout([ui.Container(*parts, accent_colour=asked.accent_colour)])


class BriefingForm(Form):
    """Asks for the fields of a new briefing, ``filled`` in where they were written before.

    Discord gives a form five of them at most, and may show one with a custom id that it knows as
    it was last left; so none has that of another.
    """

    template = re.compile(r"attache:add:[0-9a-z]{12}")

    def __init__(self, lang: Language, filled: Mapping[str, Any] | None = None) -> None:
        super().__init__(title=lang.gettext("Add a briefing"), custom_id=f"attache:add:{new_id()}")
        text: ui.TextInput[Any] = ui.TextInput(
            custom_id="text", style=discord.TextStyle.paragraph, max_length=4_000
        )
        headline: ui.TextInput[Any] = ui.TextInput(
            custom_id="title", required=False, max_length=200
        )
        date: ui.TextInput[Any] = ui.TextInput(
            custom_id="date", required=False, max_length=40, placeholder="2024-12-08"
        )
        source: ui.TextInput[Any] = ui.TextInput(
            custom_id="source",
            required=False,
            max_length=1_000,
            placeholder="Reuters https://example.org/story",
        )
        tags: ui.TextInput[Any] = ui.TextInput(
            custom_id="tags", required=False, max_length=_TAGS, placeholder="economy, elections"
        )
        for label, field in (
            (lang.gettext("Text"), text),
            (lang.gettext("Title"), headline),
            (lang.gettext("Date"), date),
            (lang.gettext("Source, and a link"), source),
            (lang.gettext("Tags, with commas between"), tags),
        ):
            field.default = _written(filled or {}, field.custom_id) or None
            self.add_item(ui.Label(text=label, component=field))

    @classmethod
    async def sent(
        cls,
        interaction: discord.Interaction[Attache],
        _held: re.Match[str],
        filled: Mapping[str, str],
    ) -> None:
        """Take the briefing in."""
        await interaction.client.administration.add(interaction, _fields(filled))


class AmendButton(Pressable[ui.Button[Any]], template=r"attache:amend:(?P<draft>[0-9a-z]{12})"):
    """Opens the form again with what was written, as long as that is remembered."""

    def __init__(self, draft: str, label: str) -> None:
        super().__init__(button(label, f"attache:amend:{draft}", discord.ButtonStyle.primary))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Open it."""
        await interaction.client.administration.amend(interaction, self.held["draft"])


def amending(said: str, draft: str, file: str, lang: Language) -> Message:
    """Return a message that says what is wrong with what was written, and leads back to it."""
    amend: AmendButton = AmendButton(draft, lang.gettext("Mend it"))
    otherwise = lang.gettext(
        "**Mend it** opens the form again as you filled it in, for an hour. It is in this file, "
        "too, for **/admin upload**."
    )
    parts: list[ui.Item[Any]] = [
        ui.TextDisplay(f"{whole_lines(said, limits.TEXT - len(otherwise) - 100)}\n{otherwise}"),
        ui.ActionRow(amend),
        ui.File(f"attachment://{file}"),
    ]
    return Message(COLOURS[Verdict.CLOSEST], parts)


def _fields(filled: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a briefing as they were filled in."""
    source, url = _parted(filled.get("source", ""))
    return {
        "text": filled.get("text", ""),
        "title": filled.get("title", "").strip(),
        "date": filled.get("date", "").strip(),
        "source": source,
        "url": url,
        "tags": [tag.strip() for tag in filled.get("tags", "").split(",") if tag.strip()],
    }


def _written(fields: Mapping[str, Any], name: str) -> str:
    """Return what was written into a field of the form."""
    if name == "source":
        return f"{fields.get('source', '')} {fields.get('url', '')}".strip()
    if name == "tags":
        joined = ", ".join(fields.get("tags", ()))
        # Discord takes no more than can be written there.
        return joined if len(joined) <= _TAGS else ",".join(fields["tags"])
    return str(fields.get(name, ""))


def _parted(text: str) -> tuple[str, str]:
    """Return what names the source, and the first link, of a line that may hold both."""
    words = text.split()
    link = next((word for word in words if "://" in word), "")
    if link:
        words.remove(link)
    return " ".join(words), link
