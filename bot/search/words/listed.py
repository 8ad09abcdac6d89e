"""Lists that stand in the code as people read them: "Kenya: Mombasa, Lamu; Mali: Gao"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def listed(text: str) -> dict[str, tuple[str, ...]]:
    """Return what is listed behind each name of a ``text``, by the name in small letters."""
    lines = (line.partition(":") for line in " ".join(text.split()).split(";"))
    return {
        name.strip().lower(): tuple(each.strip() for each in others.split(","))
        for name, _, others in lines
    }


def by_length(words: Iterable[str]) -> Mapping[int, Sequence[str]]:
    """Return by the length of a word those of some ``words`` that may be one edit away from it."""
    found: dict[int, list[str]] = {}
    for word in words:
        for length in range(len(word) - 1, len(word) + 2):
            found.setdefault(length, []).append(word)
    return found
