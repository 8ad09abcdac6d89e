"""Fuzzy look-up among labels: topics for browsing, topics and titles for autocompletion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.search.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_SIMILARITY = 70
_FUZZY_AMONG = 20_000


class Labels:
    """Labels in the order in which they are wanted when nothing else decides, most first."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = labels
        self._folded = [fold(label) for label in labels]

    def find(self, typed: str, limit: int, *, alike: bool = True) -> list[int]:
        """Return the places of at most ``limit`` labels that fit what was ``typed``, best first.

        Labels that begin with it come first, then those with a word that does, then, where
        ``alike``, those that are spelt alike. Nothing typed gives the first labels.
        """
        wanted = fold(" ".join(typed.split()))[:100]
        if not wanted:
            return list(range(min(limit, len(self._labels))))
        found = dict.fromkeys(self._beginning(wanted, limit))
        if alike and len(found) < limit:
            found.update(dict.fromkeys(self._alike(wanted, limit)))
        return list(found)[:limit]

    def _beginning(self, wanted: str, limit: int) -> list[int]:
        first: list[int] = []
        inside: list[int] = []
        for place, label in enumerate(self._folded):
            if label.startswith(wanted):
                first.append(place)
                if len(first) >= limit:
                    break
            elif len(inside) < limit and f" {wanted}" in label:
                inside.append(place)
        return first + inside

    def _alike(self, wanted: str, limit: int) -> list[int]:
        if len(wanted) < 3:
            return []
        # Only the most wanted labels are compared letter by letter: this must take milliseconds.
        matches = process.extract(
            wanted,
            self._folded[:_FUZZY_AMONG],
            scorer=fuzz.partial_ratio if len(wanted) > 5 else fuzz.ratio,
            score_cutoff=_LEAST_SIMILARITY,
            limit=limit,
        )
        return [place for _, _, place in matches]
