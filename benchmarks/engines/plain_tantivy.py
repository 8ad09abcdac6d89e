"""tantivy as its documentation shows it, with exact and with fuzzy terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tantivy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Briefing

_LONG_ENOUGH = 5


class PlainTantivy:
    """A tantivy index in memory with English stemming."""

    def __init__(self, briefings: Sequence[Briefing]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("key", stored=True, tokenizer_name="raw")
        builder.add_text_field("text", tokenizer_name=self.tokenizer)
        self.schema = builder.build()
        self._index = tantivy.Index(self.schema)
        writer = self._index.writer(64_000_000, 1)
        for each in briefings:
            text = f"{each.title or ''} {each.text}"
            writer.add_document(tantivy.Document(key=each.key, text=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    tokenizer = "en_stem"

    def search(self, question: str, limit: int) -> list[str]:
        """Return the keys of the best briefings, best first."""
        hits = self._searcher.search(self.query(question), limit).hits
        return [str(self._searcher.doc(address).get_first("key")) for _, address in hits]

    def query(self, question: str) -> tantivy.Query:
        """Return the query for any of the question's words."""
        words = " ".join(re.findall(r"\w+", question.lower()))
        return self._index.parse_query(words, ["text"])


class FuzzyTantivy(PlainTantivy):
    """The same with one edit allowed in every longer word, on words as they are."""

    tokenizer = "default"

    def query(self, question: str) -> tantivy.Query:
        """Return the query for any of the question's words, or their neighbours."""
        return tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Should,
                    tantivy.Query.fuzzy_term_query(
                        self.schema, "text", word, distance=1 if len(word) >= _LONG_ENOUGH else 0
                    ),
                )
                for word in re.findall(r"\w+", question.lower())
            ]
        )
