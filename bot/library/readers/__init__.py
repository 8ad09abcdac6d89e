"""Reading sources: one module a format, each a stream of drafts and problems."""

from __future__ import annotations

from bot.library.readers.fingerprint import Fingerprint, fingerprint
from bot.library.readers.limits import REST_NOT_READ, Limits
from bot.library.readers.sources import FORMATS, passed_over, read, size_of

__all__ = [
    "FORMATS",
    "REST_NOT_READ",
    "Fingerprint",
    "Limits",
    "fingerprint",
    "passed_over",
    "read",
    "size_of",
]
