"""Briefings in a message: the sentence that answers, where it comes from, what surrounds it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from discord import ui

from bot.chat.messages.buttons import ReadButton
from bot.chat.messages.escaping import plain_cut
from bot.chat.messages.excerpt import excerpt
from bot.model import SpanKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from bot.chat.languages.languages import Language
    from bot.model import Briefing, Citation, Span

_FIRST_ROOM = 600
_FURTHER_ROOM = 300
_META_ROOM = 400
_TITLE_ROOM = 120
_TITLE_SHARE = 0.6
"""So much of the room of a briefing its title may take, where there is little."""
CITED = 100
"""Components with ids from this one up to the next hundred show the citations of an answer."""
# Brackets in the text of a briefing are escaped, so that none is taken for a source.
_SOURCE = re.compile(r"^-# \[\d+\] #(\d+)", re.MULTILINE)


def by_number(lang: Language) -> str:
    """Return what is said where the newest are listed and none has a date."""
    return lang.gettext(
        "None of them has a date; they are in the order of their numbers, the highest first."
    )


def citations(shown: Sequence[Citation], lang: Language, room: int) -> list[ui.Item[Any]]:
    """Return the parts that show citations in ``room`` characters, each with an id to turn by.

    Where they come from is said whole, and the texts share what is left.
    """
    sources = [_source(citation, lang) for citation in shown]
    wanted = [_FURTHER_ROOM if place else _FIRST_ROOM for place in range(len(shown))]
    left = room - sum(map(len, sources))
    share = min(left / max(sum(wanted), 1), 1.0)
    parts: list[ui.Item[Any]] = []
    for citation, source, most in zip(shown, sources, wanted, strict=True):
        if parts:
            parts.append(ui.Separator(visible=False))
        parts.append(_cited(citation, source, int(most * share), lang))
    for place, part in enumerate(parts):
        part.id = CITED + place
    return parts


def listed(shown: Sequence[Citation], room: int, lang: Language) -> list[ui.Item[Any]]:
    """Return the parts that list briefings, each in ``room`` characters, with lines between.

    Their places in the list tell nothing, so that each is called by its number alone.
    """
    parts: list[ui.Item[Any]] = []
    for citation in shown:
        if parts:
            parts.append(ui.Separator())
        briefing = citation.briefing
        source = f"\n-# {meta(briefing, lang, with_title=False)}\n"
        if title_of(briefing):
            parts.append(_titled(briefing, source, room, lang))
        else:
            parts.append(_cited(citation, source, room, lang))
    return parts


def cited_in(message: discord.Message) -> tuple[int, ...]:
    """Return the numbers of the briefings that the answer in a message shows now."""
    view = ui.LayoutView.from_message(message, timeout=None)
    shown = (item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay))
    return tuple(int(number) for text in shown for number in _SOURCE.findall(text))


def with_rest(text: str, briefing: Briefing, lang: Language, *, is_whole: bool) -> ui.Item[Any]:
    """Return a text, with a button that opens the briefing where it does not hold all of it."""
    if is_whole:
        return ui.TextDisplay(text)
    read: ReadButton = ReadButton(briefing.number, lang.gettext("Read all"))
    return ui.Section(ui.TextDisplay(text), accessory=read)


def title_of(briefing: Briefing, room: int = _TITLE_ROOM) -> str:
    """Return a briefing's title as Markdown, "" where it has none that anybody sees."""
    return plain_cut(briefing.title or "", room)


def _cited(citation: Citation, source: str, room: int, lang: Language) -> ui.Item[Any]:
    """Return the sentence of a briefing that answers, where it comes from, and what surrounds it.

    A button opens the briefing where there is no room for all of it.
    """
    briefing = citation.briefing
    if _stands_under_title(citation):
        return _titled(briefing, source, room, lang)
    shown = excerpt(briefing.text, _answering(citation), room)
    text = f"{shown.first}{source}{shown.rest}".strip()
    return with_rest(text, briefing, lang, is_whole=shown.is_whole)


def _titled(briefing: Briefing, source: str, room: int, lang: Language) -> ui.Item[Any]:
    """Return a briefing under its title in ``room`` characters, and last where it comes from."""
    most = min(_TITLE_ROOM, int(room * _TITLE_SHARE))
    title = f"**{title_of(briefing, most)}**\n"
    shown = excerpt(briefing.text, None, room - len(title))
    text = f"{title}{shown.first}{source}".strip()
    return with_rest(text, briefing, lang, is_whole=shown.is_whole)


def _answering(citation: Citation) -> Span | None:
    return next((span for span in citation.spans if span.kind is SpanKind.ANSWER), None)


def _stands_under_title(citation: Citation) -> bool:
    return _answering(citation) is None and bool(title_of(citation.briefing))


def _source(citation: Citation, lang: Language) -> str:
    """Return the line on where a citation comes from, which stands between parts of its text.

    A title that stands above the text is none of it, which leaves room for a long address.
    """
    with_title = not _stands_under_title(citation)
    return f"\n-# [{citation.rank}] {meta(citation.briefing, lang, with_title=with_title)}\n"


def meta(
    briefing: Briefing,
    lang: Language,
    *,
    with_title: bool,
    with_date: bool = True,
    with_origin: bool = False,
) -> str:
    """Return the number, what the source gives, and, where that is wanted, file and line."""
    parts = [f"#{briefing.number}"]
    if with_title and (title := title_of(briefing)):
        parts.append(title)
    if with_date and briefing.date:
        parts.append(lang.day(date.fromisoformat(briefing.date[:10])))
    if source := plain_cut(briefing.source or "", 60):
        parts.append(source)
    if briefing.url and (link := _link(briefing.url)):
        parts.append(f"[{lang.gettext('link')}]({link})")
    if with_origin:
        parts.append(plain_cut(str(briefing.origin), 100))
    while len(" · ".join(parts)) > _META_ROOM:
        parts.pop(-2)
    return " · ".join(parts)


def _link(url: str) -> str | None:
    """Return an address that ends where the link ends, None where it is too long to show."""
    safe = quote(url, safe="/:?#[]@!$&'*+,;=%~-._")
    return safe if len(safe) <= 250 else None
