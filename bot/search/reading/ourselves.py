"""Telling "us", who ask, from the US in small letters: "help us", "is it safe for us to travel"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


# Behind "us" no noun stands, as in "help us troops".
_NO_NOUN = rf"(?=\W*$|[,;:]|\s+(?:find|follow|learn|read|see|understand|{_any_of(STOP_WORDS)})\b)"
_ASKED_OF = (
    r"(?:please|pls|can|could|will|would|should|you|u|someone|somebody|anyone|anybody|who|what|just"
    r"|kindly|hey|hi|hello|so|and|now|it|this|that|they|does|do|did|to|bot|ok)"
)
_US = re.compile(
    rf"^\W*(?:{_ASKED_OF}\W+)*(?:affect|allow|ask|bring|give|help|hurt|inform|let|make|protect|remind"
    rf"|save|send|show|teach|tell|update)s?\s+(us)\b{_NO_NOUN}"
    r"|\bfor\s+(us)(?=\s+to\b)|\b(?:mean|means|safe|good|bad|better|worse|dangerous|important)"
    r"\s+(?:for|to)\s+(us)(?=\W*$)"
    r"|\b(?:all|any|both|each|half|many|most|none|one|rest|some|two|three)\s+of\s+(us)\b"
    r"|\b(?:you|them|they)\s+and\s+(us)(?=\W*$)"
)
_MAY_BE = re.compile(r"us\b")


def without_us(question: str) -> str:
    """Return ``question`` with spaces for an "us" that means who asks, not the United States."""
    return _US.sub(_blank, question) if _MAY_BE.search(question) else question


def _blank(found: re.Match[str]) -> str:
    start, end = found.span(found.lastindex or 0)
    start, end = start - found.start(), end - found.start()
    return f"{found[0][:start]}{' ' * (end - start)}{found[0][end:]}"
