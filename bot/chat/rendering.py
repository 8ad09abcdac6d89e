"""From an answer to a message: pure functions of the answer and Discord's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import discord
from discord import ui

from bot.chat import limits
from bot.chat.buttons import ReadButton, RelatedButton, TopicButton
from bot.chat.escaping import plain_cut
from bot.chat.excerpt import excerpt
from bot.model import SpanKind, Verdict
from bot.search.deserving import deserving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.store import Withdrawn
    from bot.model import Answer, Briefing, Citation, Correction, Topic

COLOURS = {
    Verdict.ANSWERED: discord.Colour.from_str("#2e8b57"),
    Verdict.CLOSEST: discord.Colour.from_str("#d9a441"),
    Verdict.NOTHING: discord.Colour.from_str("#8a8f98"),
}
INFORMATION = discord.Colour.from_str("#5865f2")
_FIRST_ROOM = 1_200
_FURTHER_ROOM = 420
_NOTE_ROOM = 500
_META_ROOM = 400
_WHOLE_ROOM = 3_300


class Message(ui.LayoutView):
    """A message of one container; its buttons are found by custom id, so nothing expires."""

    def __init__(self, colour: discord.Colour, parts: Sequence[ui.Item[Any]]) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.Container(*parts, accent_colour=colour))


def answer_message(answer: Answer, most: int, *, asked: str | None = None) -> Message:
    """Return the reply to a question, with at most ``most`` citations.

    ``asked`` is shown above it where other people would not see the question otherwise.
    """
    shown = deserving(answer, most)
    parts: list[ui.Item[Any]] = []
    if asked:
        parts.append(ui.TextDisplay(f"-# Asked: {plain_cut(asked, 200)}"))
    if answer.about and shown:
        parts.append(ui.TextDisplay(f"-# About {_about(answer)}"))
    notes = _notes(answer)
    if answer.verdict is not Verdict.ANSWERED:
        parts.append(ui.TextDisplay("\n".join([_headline(answer), *notes])))
    for place, citation in enumerate(shown):
        if place:
            parts.append(ui.Separator(visible=False))
        parts.append(cited(citation, _FURTHER_ROOM if place else _FIRST_ROOM))
    if answer.verdict is Verdict.ANSWERED and notes:
        parts.append(ui.TextDisplay("\n".join(notes)))
    parts.extend(topic_row(answer.topics))
    return Message(COLOURS[answer.verdict], parts)


def briefing_message(briefing: Briefing) -> tuple[Message, str | None]:
    """Return one briefing whole; where it does not fit, its text to attach as a file too."""
    shown = plain_cut(briefing.text, _WHOLE_ROOM)
    parts: list[ui.Item[Any]] = []
    if briefing.title:
        parts.append(ui.TextDisplay(f"### {plain_cut(briefing.title, 250)}"))
    parts.append(ui.TextDisplay(shown))
    parts.append(ui.TextDisplay(f"-# {meta(briefing, with_title=False)}"))
    related: RelatedButton = RelatedButton(briefing.number)
    parts.append(ui.ActionRow(related))
    attached = plain_cut(briefing.text, len(briefing.text) * 2 + 8) != shown
    if attached:
        parts.append(ui.File(f"attachment://{attachment_name(briefing.number)}"))
    return Message(INFORMATION, parts), briefing.text if attached else None


def file_message(name: str) -> Message:
    """Return a message that shows a file attached to it."""
    return Message(INFORMATION, [ui.File(f"attachment://{name}")])


def attachment_name(number: int) -> str:
    """Return the name of the file that holds a briefing too long for a message."""
    return f"briefing-{number}.txt"


def withdrawn_line(withdrawn: Withdrawn, *, with_text: bool = False) -> str:
    """Return what to say of a briefing that is no longer in service."""
    line = f"Briefing #{withdrawn.number} was withdrawn"
    if withdrawn.last_edition is None:
        return f"{line} a long time ago."
    line += f": it was last part of edition {withdrawn.last_edition}."
    if with_text and withdrawn.text:
        line += f" It said:\n\n{plain_cut(withdrawn.text, _WHOLE_ROOM)}"
    return line


def line_message(line: str, colour: discord.Colour = COLOURS[Verdict.NOTHING]) -> Message:
    """Return a message of our own words; ``line`` is Markdown, cut to what fits."""
    return Message(colour, [ui.TextDisplay(line[: limits.TEXT - 100] or "…")])


def _headline(answer: Answer) -> str:
    if answer.verdict is Verdict.CLOSEST:
        return "**No briefing quite answers this.** The nearest:"
    if answer.about and not answer.citations:
        return f"**That is all I found on {_about(answer)}.**"
    if not answer.unknown and not answer.citations:
        return (
            "**There is no word to look for in that.** Ask with a name, a place or a thing that "
            "you remember."
        )
    if not answer.topics:
        return "**No briefing covers this.**"
    return "**No briefing covers this.** Here is what they are about:"


def _about(answer: Answer) -> str:
    """Return what a follow-up was taken to be about, what was lent to it in italics."""
    own = answer.context.words.split() if answer.context else []
    words = [f"*{plain_cut(word, 60)}*" for word in answer.about]
    words += [plain_cut(word, 60) for word in own if word not in answer.about]
    return _listed(words, last=" and ")


def _notes(answer: Answer) -> list[str]:
    notes = []
    if answer.corrections:
        notes.append("-# Read " + _listed([_read(each) for each in answer.corrections]))
    if answer.unknown:
        words = [f"*{plain_cut(word, 60)}*" for word in answer.unknown]
        notes.append("-# In no briefing: " + _listed(words))
    return notes


def _read(correction: Correction) -> str:
    return f"*{plain_cut(correction.written, 60)}* as *{plain_cut(correction.read, 60)}*"


def _listed(items: Sequence[str], last: str = ", ") -> str:
    """Return the items with commas, ``last`` before the last, as many as a note has room for."""
    text = ""
    for place, item in enumerate(items):
        if len(text) + len(item) > _NOTE_ROOM:
            return f"{text} and {len(items) - place} more"
        joint = last if place + 1 == len(items) else ", "
        text += joint + item if text else item
    return text


def cited(citation: Citation, room: int) -> ui.Item[Any]:
    """Return as much of a briefing as there is room for, and a button where that is not all."""
    briefing = citation.briefing
    sentence = next((span for span in citation.spans if span.kind is SpanKind.ANSWER), None)
    body, whole = excerpt(briefing.text, sentence, room)
    text = f"{body}\n-# [{citation.rank}] {meta(briefing)}"
    if whole:
        return ui.TextDisplay(text)
    return ui.Section(ui.TextDisplay(text), accessory=ReadButton(briefing.number))


def meta(briefing: Briefing, *, with_title: bool = True) -> str:
    """Return the number, what the source gives, and the origin, on one line."""
    parts = [f"#{briefing.number}"]
    if with_title and briefing.title:
        parts.append(plain_cut(briefing.title, 120))
    if briefing.date:
        parts.append(briefing.date[:10])
    if briefing.source:
        parts.append(plain_cut(briefing.source, 60))
    if briefing.url and (link := _link(briefing.url)):
        parts.append(f"[link]({link})")
    parts.append(plain_cut(str(briefing.origin), 100))
    while len(" · ".join(parts)) > _META_ROOM:
        parts.pop(-2)
    return " · ".join(parts)


def _link(url: str) -> str | None:
    """Return an address that ends where the link ends, None where it is too long to show."""
    safe = quote(url, safe="/:?#[]@!$&'*+,;=%~-._")
    return safe if len(safe) <= 250 else None


def topic_row(topics: Sequence[Topic]) -> list[ui.Item[Any]]:
    """Return the first five topics as a row of buttons, nothing where there are none."""
    buttons = [TopicButton.of(topic) for topic in topics[: limits.ROW]]
    return [ui.ActionRow(*buttons)] if buttons else []
