"""The schema of the community's database, a numbered step at a time."""

from __future__ import annotations

from bot.databases.migrations import Schema

COMMUNITY = Schema(__name__, "attache_community", seconds=15.0)
"""Counting what people asked in 90 days takes a while, and Discord does not wait for it."""
