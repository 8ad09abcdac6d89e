"""As much of a briefing as there is room for, its answering sentence in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.escaping import ELLIPSIS, cut, plain, plain_cut

if TYPE_CHECKING:
    from bot.model import Span


def excerpt(text: str, sentence: Span | None, room: int) -> tuple[str, bool]:
    """Return Markdown of at most ``room`` characters, and whether it is the whole text.

    What is cut is cut at a word. The sentence is always shown: where it stands too far back, the
    excerpt begins with it.
    """
    whole = _marked(text, sentence)
    if len(whole) <= room:
        return whole, True
    if sentence is None:
        return plain_cut(text, room), False
    start = 0 if len(_marked(text[: sentence.end], sentence)) < room else sentence.start
    lead = ELLIPSIS if start else ""
    before = plain(text[start : sentence.start])
    bold = plain_cut(text[sentence.start : sentence.end], room - len(lead) - len(before) - 6)
    shown = _joined(lead, before, f"**{bold}**" if bold else "")
    left = room - len(shown) - 1
    after = text[sentence.end :].strip()
    if after and not bold.endswith(ELLIPSIS):
        shown += f" {plain_cut(cut(after, max(left, 1)), left)}" if left > 20 else ELLIPSIS
    return shown[:room], False


def _marked(text: str, sentence: Span | None) -> str:
    if sentence is None or sentence.start >= sentence.end:
        return plain(text)
    bold = plain(text[sentence.start : sentence.end])
    if not bold:
        return plain(text)
    return " ".join(
        part
        for part in (plain(text[: sentence.start]), f"**{bold}**", plain(text[sentence.end :]))
        if part
    )


def _joined(lead: str, before: str, bold: str) -> str:
    return lead + " ".join(part for part in (before, bold) if part)
