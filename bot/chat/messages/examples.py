"""Which of the topics that the briefings have reads well in an example of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.messages.escaping import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Topic

LOOKED_AT = 25
"""Topics, the largest ones, among which an example is looked for."""
_ROOM = 60
_SHORTEST = 4
_WITH_ARTICLE = frozenset(
    "west east north south states nations union kingdom emirates netherlands philippines republic"
    " federation war kremlin pentagon house strip bank sea council commission ministry party court"
    " army government".split()
)


def example_among(topics: Sequence[Topic]) -> str:
    """Return the first topic that an example may name, as Markdown; "" where none may be."""
    label = next((each.label for each in topics if _reads_well(each.label)), "")
    return quoted(label, _ROOM) if label else ""


def _reads_well(label: str) -> bool:
    """Tell whether "what is new about" goes with a topic: "China", neither "US" nor "West"."""
    is_name = len(label) >= _SHORTEST and label[:1].isupper() and not label.isupper()
    return is_name and label.rsplit(maxsplit=1)[-1].casefold() not in _WITH_ARTICLE
