"""The commands' descriptions in the languages of Discord's clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

if TYPE_CHECKING:
    from bot.chat.languages.languages import Languages

_Location = app_commands.TranslationContextLocation
_NAMES = {
    _Location.command_name,
    _Location.group_name,
    _Location.parameter_name,
}


class CommandTranslator(app_commands.Translator):
    """Translates descriptions, and the names of menus; what has to be typed stays the same.

    So that people whose Discord speaks different languages can tell each other what to type.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return a description in a language, None where it is the same as in English."""
        typed = context.location in _NAMES and not isinstance(
            context.data, app_commands.ContextMenu
        )
        lang = self._languages.of(locale.value)
        if typed or lang is self._languages.english:
            return None
        said = lang.gettext(string.message)
        return said if said != string.message else None
