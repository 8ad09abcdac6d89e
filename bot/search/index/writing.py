"""Writing an index: adding and removing briefings."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import tantivy

from bot.search.index.documents import open_index, prepared, schema
from bot.search.index.fields import as_term
from bot.search.index.postings import GHOSTS, Postings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.search.index.analysis import Analysis
    from bot.search.index.ghosts import Ghosts

_HEAP_BYTES = 64_000_000


@contextmanager
def _at_the_disk() -> Iterator[None]:
    """Tell what the disk refuses tantivy from a mistake of ours: it gives both the same name."""
    try:
        yield
    except ValueError as error:
        raise OSError(str(error)) from error


class IndexWriter:
    """Writes documents to an index folder; nothing counts before `commit`.

    Everything raises ``OSError`` where the folder cannot be written.
    """

    @_at_the_disk()
    def __init__(self, folder: Path, *, anew: bool) -> None:
        self._folder = folder
        self._index = (
            prepared(tantivy.Index(schema(), path=str(folder))) if anew else open_index(folder)
        )
        # One indexing thread keeps the documents in the order given, so that equal collections
        # give equal answers; the merge threads work beside it.
        self._writer = self._index.writer(_HEAP_BYTES, 1)

    @_at_the_disk()
    def add(self, analysis: Analysis) -> None:
        """Add what `bot.search.index.analysis` tells of a briefing."""
        document = tantivy.Document()
        document.add_unsigned("number", analysis.number)
        document.add_text("stem", analysis.stems)
        document.add_text("term", analysis.terms)
        document.add_unsigned("recency", analysis.recency)
        document.add_bytes("record", analysis.record)
        self._writer.add_document(document)

    @_at_the_disk()
    def remove(self, number: int) -> None:
        """Remove the briefing with this number."""
        query = tantivy.Query.term_query(self._index.schema, "number", number)
        self._writer.delete_documents_by_query(query)

    @_at_the_disk()
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
        joined = before.joined(
            ghosts, lambda version: searcher.doc_freq("term", as_term("version", version)) > 0
        )
        joined.write(self._folder / GHOSTS)
        return Postings(self._index, joined)
