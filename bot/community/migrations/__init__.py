"""The schema of the community's database, a numbered step at a time."""

from __future__ import annotations

from bot.databases.migrations import Schema

COMMUNITY = Schema(__name__, "attache_community", seconds=15.0)
"""Taking away what people asked 90 days ago takes a while, and nobody waits for it."""
