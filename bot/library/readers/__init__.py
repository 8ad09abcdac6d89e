"""Reading sources: one module a format, each a stream of drafts and problems."""

from __future__ import annotations

from bot.library.readers.sources import Limits, read

__all__ = ["Limits", "read"]
