"""What our search is compared with: plain tantivy, and SQLite's FTS5."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

import tantivy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from bot.model import Briefing


def plain_tantivy(
    folder: Path, briefings: Iterable[Briefing]
) -> tuple[float, Callable[[str], object]]:
    """Return the seconds that tantivy takes to index by itself, and a search with it.

    An index that is there already is taken, and the seconds are 0.
    """
    if folder.exists():
        return 0.0, _search(tantivy.Index.open(str(folder)))
    folder.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build(), path=str(folder))
    started = time.perf_counter()
    writer = index.writer(64_000_000, 1)
    for each in briefings:
        writer.add_document(tantivy.Document(key=each.key, text=each.text))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.perf_counter() - started
    index.reload()
    return seconds, _search(index)


def _search(index: tantivy.Index) -> Callable[[str], object]:
    searcher = index.searcher()

    def search(question: str) -> object:
        query, _ = index.parse_query_lenient(question, ["text"])
        return [searcher.doc(address) for _, address in searcher.search(query, 3).hits]

    return search


def fts5(path: Path, briefings: Iterable[Briefing]) -> Callable[[str], object]:
    """Return a search with SQLite's full-text index, with its stemmer."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute(
        "CREATE VIRTUAL TABLE entries USING fts5(key UNINDEXED, text, tokenize = 'porter')"
    )
    database.executemany(
        "INSERT INTO entries VALUES (?, ?)", ((each.key, each.text) for each in briefings)
    )

    def search(question: str) -> object:
        words = ("".join(filter(str.isalnum, word)) for word in question.split())
        wanted = " OR ".join(f'"{word}"' for word in words if word)
        sql = "SELECT key, text FROM entries WHERE text MATCH ? ORDER BY rank LIMIT 3"
        return database.execute(sql, (wanted,)).fetchall()

    return search
