"""Reading sources: one module a format, each a stream of drafts and problems."""

from __future__ import annotations

from bot.library.readers.fingerprint import Fingerprint, Look, are_as_before, look, stamp
from bot.library.readers.folders import passed_over
from bot.library.readers.formats import FORMATS
from bot.library.readers.limits import REST_NOT_READ, Limits
from bot.library.readers.sources import read

__all__ = [
    "FORMATS",
    "REST_NOT_READ",
    "Fingerprint",
    "Limits",
    "Look",
    "are_as_before",
    "look",
    "passed_over",
    "read",
    "stamp",
]
