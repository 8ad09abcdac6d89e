"""Reading sources: one module a format, each a stream of drafts and problems."""

from __future__ import annotations

from bot.library.readers.fingerprint import Fingerprint, fingerprint
from bot.library.readers.limits import Limits
from bot.library.readers.sources import FORMATS, read, size_of

__all__ = ["FORMATS", "Fingerprint", "Limits", "fingerprint", "read", "size_of"]
