"""The settings of a command, and the log as they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
import typer

from bot.logs import set_up_logs
from bot.settings import load_settings

if TYPE_CHECKING:
    from bot.settings import Loaded


def logged_settings() -> Loaded:
    """Return the settings, the log set up as they say; raise `SettingsError`."""
    loaded = load_settings()
    settings = loaded.settings
    set_up_logs(settings.log_level, settings.log_format, with_words=settings.log_words)
    for said in loaded.unknown:
        structlog.get_logger("attache").warning("a setting is not known", reason=said)
    return loaded


def quiet_settings(least_level: str = "warning") -> Loaded:
    """Return the settings for a command that prints, whose log keeps quiet by itself.

    Raises `SettingsError`.
    """
    loaded = load_settings()
    level = loaded.settings.log_level
    set_up_logs(least_level if level == "info" else level, loaded.settings.log_format)
    for said in loaded.unknown:
        typer.echo(f"attache: {said}", err=True)
    return loaded
