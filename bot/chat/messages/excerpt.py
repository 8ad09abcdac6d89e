"""What is shown of a briefing: the sentence that answers, and as much of the rest as fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.messages.escaping import ELLIPSIS, plain, plain_cut

if TYPE_CHECKING:
    from bot.model import Span

_LEAST = 80
"""Characters under which the beginning of a text tells nothing."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Markdown of a briefing: what comes first, the rest around it, and whether that is all."""

    first: str
    rest: str
    is_whole: bool


def excerpt(text: str, sentence: Span | None, room: int) -> Excerpt:
    """Return at most ``room`` characters of a text, with the ``sentence`` in bold.

    A text that fits stands in its order. Of one that does not, the sentence comes first, and an
    ellipsis stands where it was; what is cut is cut at a word.
    """
    bold = plain(text[sentence.start : sentence.end]) if sentence else ""
    if sentence is None or not bold:
        shown = plain_cut(text, room)
        return Excerpt(shown, "", shown == plain(text))
    first = f"**{bold}**"
    before, after = text[: sentence.start].strip(), text[sentence.end :].strip()
    whole = " ".join(filter(None, [plain(before), first, plain(after)]))
    if len(whole) <= room:
        return Excerpt(whole, "", True)
    if len(first) > room:
        return Excerpt(f"**{plain_cut(text[sentence.start : sentence.end], room - 4)}**", "", False)
    return Excerpt(first, _cut_around(before, after, room - len(first)), False)


def _cut_around(before: str, after: str, room: int) -> str:
    """Return what stands before a sentence if it is short, and the beginning of what follows."""
    if room < _LEAST:
        return ""
    led = plain(before)
    if not after:
        return plain_cut(before, room)
    if len(led) > room // 2:
        return f"{ELLIPSIS} {plain_cut(after, room - 2)}"
    rest = plain_cut(after, room - len(led) - 3)
    return f"{led} {ELLIPSIS} {rest}".strip() if led else rest
