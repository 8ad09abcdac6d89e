"""The panel of ``/settings``: what it shows, and its parts, which outlive a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chat.languages.languages import NAMES
from bot.chat.messages.delivering import may_write
from bot.chat.messages.message import INFORMATION, Message
from bot.chat.messages.pressing import Pressable, button
from bot.chat.people.places import still_there

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.cooldowns import Pace
    from bot.community.servers import ServerSettings

USUAL = "usual"
"""The value of a menu that leaves a setting as whoever runs the bot set it."""
_PERSON = (5, 10, 20, 60, 0)
_CHANNEL = (20, 60, 120, 300, 0)
_MOST_CHANNELS = 25


def panel(
    settings: ServerSettings, pace: Pace, lang: Language, guild: discord.Guild | None
) -> Message:
    """Return the settings of a server with what changes them; ``pace`` is the operator's."""
    said = lang.gettext
    left = still_there(settings.channels, guild)
    head = f"### {said('Settings of this server')}\n{_where(settings, left, lang)}"
    is_gone = bool(settings.channels) and not left
    none = said("Choose channels") if is_gone else said("All channels")
    parts: list[ui.Item[Any]] = [
        ui.TextDisplay(head),
        ui.ActionRow(ChannelsMenu(left, none)),
        ui.ActionRow(*_switches(settings, lang)),
        ui.TextDisplay("\n".join(f"-# {line}" for line in _remarks(settings, left, lang, guild))),
        ui.ActionRow(SettingMenu("language", _languages(settings, lang))),
        ui.TextDisplay(f"-# {said('How often people may ask in a minute:')}"),
        ui.ActionRow(SettingMenu("person", _person_paces(settings, pace, lang))),
        ui.ActionRow(SettingMenu("channel", _channel_paces(settings, pace, lang))),
    ]
    return Message(INFORMATION, parts)


def _where(settings: ServerSettings, left: Sequence[int], lang: Language) -> str:
    """Return in which channels the bot answers, of which some may be deleted."""
    if not settings.channels:
        return lang.gettext("I answer in all channels; choose some to keep me to these.")
    if not left:
        return lang.gettext(
            "I answer nowhere, as the channels that were chosen are gone; choose others."
        )
    listed = [f"<#{channel}>" for channel in left]
    return lang.gettext("I answer in {channels}.", channels=lang.listed(listed))


def _switches(settings: ServerSettings, lang: Language) -> list[SwitchButton]:
    said = lang.gettext
    named = (
        ("private", said("Answers seen by the asker alone"), settings.private),
        ("mentions", said("Answer mentions and replies"), settings.mentions),
        ("feedback", said("Ask whether answers help"), settings.feedback),
    )
    return [
        SwitchButton(name, not on, f"{label}: {said('on') if on else said('off')}", is_on=on)
        for name, label, on in named
    ]


def _remarks(
    settings: ServerSettings, left: Sequence[int], lang: Language, guild: discord.Guild | None
) -> list[str]:
    """Return what the switches do not tell by themselves."""
    said = lang.gettext
    if not settings.mentions:
        return [said("Who mentions me is told, once a day in each channel, to use /ask.")]
    remarks = [
        said(
            "Only commands and what buttons open can be seen by the asker alone: everybody sees "
            "what I answer to a mention, as Discord has no other replies."
        )
    ]
    if mute := [f"<#{channel}>" for channel in left if guild and _is_mute(guild, channel)]:
        listed = lang.listed(mute)
        remarks.append(
            said("I may not write in {channels}: there I answer /ask only.", channels=listed)
        )
    return remarks


def _is_mute(guild: discord.Guild, channel: int) -> bool:
    """Tell whether mentions in a channel cannot be answered, as far as is known."""
    found = guild.get_channel(channel)
    if found is None:
        return False
    if isinstance(found, discord.ForumChannel):  # where one writes in threads alone
        return not found.permissions_for(guild.me).send_messages_in_threads
    return not may_write(found, guild.me)


def _languages(settings: ServerSettings, lang: Language) -> list[discord.SelectOption]:
    chosen = {USUAL: lang.gettext("each person's own"), **NAMES}
    return [
        discord.SelectOption(
            label=lang.gettext("Language: {language}", language=name),
            value=code,
            default=code == (settings.language or USUAL),
        )
        for code, name in chosen.items()
    ]


def _person_paces(
    settings: ServerSettings, pace: Pace, lang: Language
) -> list[discord.SelectOption]:
    labels = {rate: lang.gettext("One person: {rate}", rate=_rate(rate, lang)) for rate in _PERSON}
    usual = lang.gettext("One person: {rate} (default)", rate=_rate(pace.person, lang))
    return _paces(labels, usual, settings.person_pace)


def _channel_paces(
    settings: ServerSettings, pace: Pace, lang: Language
) -> list[discord.SelectOption]:
    labels = {
        rate: lang.gettext("All in a channel: {rate}", rate=_rate(rate, lang)) for rate in _CHANNEL
    }
    usual = lang.gettext("All in a channel: {rate} (default)", rate=_rate(pace.channel, lang))
    return _paces(labels, usual, settings.channel_pace)


def _paces(labels: dict[int, str], usual: str, chosen: int | None) -> list[discord.SelectOption]:
    options = [discord.SelectOption(label=usual, value=USUAL, default=chosen is None)]
    options += [
        discord.SelectOption(label=label, value=str(rate), default=chosen == rate)
        for rate, label in labels.items()
    ]
    return options


def _rate(rate: int, lang: Language) -> str:
    if not rate:
        return lang.gettext("any number")
    return lang.ngettext("{count} question", "{count} questions", rate)


class SwitchButton(
    Pressable[ui.Button[Any]],
    template=r"attache:set:(?P<name>private|mentions|feedback):(?P<value>on|off)",
):
    """Turns a setting on or off; it holds which, so that two presses do the same as one."""

    def __init__(self, name: str, value: bool, label: str, *, is_on: bool) -> None:
        style = discord.ButtonStyle.success if is_on else discord.ButtonStyle.secondary
        super().__init__(button(label, f"attache:set:{name}:{'on' if value else 'off'}", style))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Change the setting."""
        value = self.held["value"] == "on"
        await interaction.client.moderation.change(interaction, self.held["name"], value)


class SettingMenu(
    Pressable[ui.Select[Any]], template=r"attache:set:(?P<name>language|person|channel)"
):
    """Chooses the value of a setting."""

    def __init__(self, name: str, options: Sequence[discord.SelectOption]) -> None:
        super().__init__(ui.Select(custom_id=f"attache:set:{name}", options=list(options)))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Change the setting."""
        chosen = self.item.values[0]
        await interaction.client.moderation.change(interaction, self.held["name"], chosen)


class ChannelsMenu(Pressable[ui.ChannelSelect[Any]], template="attache:set:channels"):
    """Chooses the channels to answer in; none stands for all."""

    def __init__(self, channels: Sequence[int], placeholder: str) -> None:
        kinds = (
            discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum,
            discord.ChannelType.voice, discord.ChannelType.stage_voice,
        )  # fmt: skip
        super().__init__(
            ui.ChannelSelect(
                custom_id="attache:set:channels",
                placeholder=placeholder,
                min_values=0,
                max_values=_MOST_CHANNELS,
                channel_types=list(kinds),
                default_values=[
                    discord.SelectDefaultValue(
                        id=channel, type=discord.SelectDefaultValueType.channel
                    )
                    for channel in channels[:_MOST_CHANNELS]
                ],
            )
        )

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Change the channels."""
        chosen = frozenset(channel.id for channel in self.item.values)
        await interaction.client.moderation.change(interaction, "channels", chosen)
