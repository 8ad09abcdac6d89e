"""Writing an index: adding and removing briefings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import tantivy

from bot.search.analysis import folded_name
from bot.search.documents import Stems, open_index, prepared, recency, schema, to_record
from bot.search.fields import NAMES, WORDS
from bot.search.postings import GHOSTS, Postings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bot.model import Briefing
    from bot.search.analysis import Analysis
    from bot.search.ghosts import Ghosts

_HEAP_BYTES = 64_000_000


class Writer:
    """Writes documents to an index folder; nothing counts before `commit`."""

    def __init__(self, folder: Path, *, anew: bool) -> None:
        self._folder = folder
        self._index = (
            prepared(tantivy.Index(schema(), path=str(folder))) if anew else open_index(folder)
        )
        # One indexing thread keeps the documents in the order given, so that equal collections
        # give equal answers; the merge threads work beside it.
        self._writer = self._index.writer(_HEAP_BYTES, 1)
        self.stem = Stems().__getitem__

    def add(self, briefing: Briefing, held: Analysis, terms: Mapping[str, Sequence[str]]) -> None:
        """Add a briefing with the `bot.search.fields.terms_of` it."""
        document = tantivy.Document()
        document.add_unsigned("number", briefing.number)
        document.add_text("stem", " ".join(map(self.stem, held.terms)))
        for field in WORDS:
            document.add_text(field, " ".join(terms[field]))
        for field in NAMES:
            for term in terms[field]:
                document.add_text(field, term)
        document.add_unsigned("recency", recency(briefing))
        names = list(dict.fromkeys(folded_name(each.label) for each in held.mentions))
        record = [to_record(briefing), names, terms["version"][0]]
        document.add_bytes("record", json.dumps(record).encode())
        self._writer.add_document(document)

    def remove(self, number: int) -> None:
        """Remove the briefing with this number."""
        query = tantivy.Query.term_query(self._index.schema, "number", number)
        self._writer.delete_documents_by_query(query)

    def commit(self) -> None:
        """Make all of it count, and wait until the merging it brings about is done."""
        self._writer.commit()
        self._writer.wait_merging_threads()

    def open(self, ghosts: Mapping[str, Mapping[str, Sequence[str]]], before: Ghosts) -> Postings:
        """Return the postings after `commit`, with the terms of the documents it removed.

        ``before`` are the ghosts of the index as it was.
        """
        self._index.reload()
        searcher = self._index.searcher()
        joined = before.joined(ghosts, lambda version: searcher.doc_freq("version", version) > 0)
        joined.write(self._folder / GHOSTS)
        return Postings(self._index, joined)
