"""The steps that lead an older database to the present schema, in order of their numbers."""

from __future__ import annotations

from bot.databases.migrations import Schema

LIBRARY = Schema(__name__, "attache_library", seconds=2.0)
"""Commands that look at editions answer within Discord's three seconds, or say why not."""
