"""What deleted documents still add to the counts of an index that was brought up to date.

tantivy marks a document as deleted but goes on counting its words in its document frequencies
until the segment is merged (https://docs.rs/tantivy, ``Searcher::doc_freq``). A collection that
lost its last briefing on Brazil would still know the word. So the words of such documents are
remembered beside the index, and taken off.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

MAX_GHOSTS = 5_000
"""With more of them an index is better built anew."""


class Ghosts:
    """The terms of deleted documents that are still counted, by a document's version."""

    def __init__(self, documents: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._documents = dict(documents)
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for fields in self._documents.values():
            for field, terms in fields.items():
                self._counts[field].update(terms)

    @classmethod
    def read(cls, path: Path) -> Ghosts:
        """Return what `write` wrote; raise ``OSError`` or ``ValueError``."""
        return cls(json.loads(path.read_bytes()))

    def write(self, path: Path) -> None:
        """Write everything to ``path``; raise ``OSError``."""
        path.write_text(json.dumps(self._documents), encoding="utf-8")

    def __len__(self) -> int:
        return len(self._documents)

    def count(self, field: str, term: str) -> int:
        """Return how many ghosts have ``term`` in ``field``."""
        return self._counts[field][term] if field in self._counts else 0

    def joined(
        self,
        others: Mapping[str, Mapping[str, Sequence[str]]],
        is_counted: Callable[[str], bool],
    ) -> Ghosts:
        """Return these and ``others``, without the versions that are no longer counted."""
        together = {**self._documents, **others}
        return Ghosts({version: held for version, held in together.items() if is_counted(version)})
