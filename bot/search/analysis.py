"""What one briefing holds that an index keeps: its words, and the names and themes it mentions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.names import Mention, expansions, mentions
from bot.search.text import fold, function_words, index_terms, tokens

if TYPE_CHECKING:
    from bot.model import Briefing


@dataclass(frozen=True, slots=True)
class Analysis:
    """The searched words of a briefing in order, its function words, and what it mentions.

    ``lower`` are the words it writes in lower case, ``expansions`` its pairs of an acronym and the
    name that it stands for.
    """

    terms: list[str]
    function_words: list[str]
    mentions: tuple[Mention, ...]
    lower: frozenset[str]
    expansions: tuple[tuple[str, str], ...]


def analyse(briefing: Briefing) -> Analysis:
    """Return what an index keeps of ``briefing``."""
    searched = searched_text(briefing)
    return Analysis(
        terms=index_terms(searched),
        function_words=function_words(searched),
        mentions=tuple(mentions(briefing.text)),
        lower=frozenset(fold(token) for token in tokens(briefing.text) if token.islower()),
        expansions=tuple(expansions(briefing.text)),
    )


def searched_text(briefing: Briefing) -> str:
    """Return all of a briefing that is searched: title, text, tags and source."""
    parts = (briefing.title, briefing.text, " ".join(briefing.tags), briefing.source)
    return "\n".join(part for part in parts if part)


@lru_cache(maxsize=1 << 15)
def topic_key(label: str) -> str:
    """Return the lasting key of a topic: 16 hexadecimal digits of its folded label's SHA-256."""
    return hashlib.sha256(" ".join(index_terms(label)).encode()).hexdigest()[:16]


@lru_cache(maxsize=1 << 15)
def folded_name(label: str) -> str:
    """Return what is the same in all spellings of a name: "U.S." and "US" are one."""
    return fold(label).replace(".", "")


def clean(label: str) -> str:
    """Return a label with single spaces."""
    return " ".join(label.split())
