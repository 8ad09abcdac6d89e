"""What one briefing holds that an index keeps: its words, and the names and themes it mentions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.names import Mention, expansions, mentions
from bot.search.text import fold, forms, function_word, index_terms, tokens

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
    written = tokens(briefing.text)
    before, behind = _beside_the_text(briefing)
    searched = [*tokens(before), *written, *tokens(behind)]
    return Analysis(
        terms=[form for token in searched for form in forms(token)],
        function_words=[word for token in searched if (word := function_word(token))],
        mentions=tuple(mentions(briefing.text)),
        lower=frozenset(lowered for token in written if (lowered := _in_lower_case(token))),
        expansions=tuple(expansions(briefing.text)),
    )


def _beside_the_text(briefing: Briefing) -> tuple[str, str]:
    """Return what is searched of a briefing before its text, and behind it: title; tags, source."""
    return briefing.title or "", " ".join([*briefing.tags, briefing.source or ""])


@lru_cache(maxsize=1 << 16)
def _in_lower_case(token: str) -> str:
    """Return the folded word of a token in lower case, "" for any other."""
    return fold(token) if token.islower() else ""


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
