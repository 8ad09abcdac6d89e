"""From an answer to a message: pure functions of the answer and Discord's limits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import discord
from discord import ui

from bot.chat import limits
from bot.chat.buttons import ReadButton, RelatedButton, TopicButton
from bot.chat.escaping import plain_cut, quoted, whole_lines
from bot.chat.excerpt import excerpt
from bot.model import SpanKind, Verdict, Why
from bot.search.finding.deserving import deserving
from bot.search.reading.naming import telling
from bot.talk.times import read_as_days, unknown_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.controls import Controls
    from bot.chat.languages import Language
    from bot.model import Answer, Briefing, Citation, NotInService, Span, Topic

COLOURS = {
    Verdict.ANSWERED: discord.Colour.from_str("#2e8b57"),
    Verdict.CLOSEST: discord.Colour.from_str("#d9a441"),
    Verdict.NOTHING: discord.Colour.from_str("#8a8f98"),
}
INFORMATION = discord.Colour.from_str("#5865f2")
ANSWER_ROOM = limits.TEXT - 150
"""Characters of an answer, so that whoever shares it can be named below."""
_FIRST_ROOM = 600
_FURTHER_ROOM = 300
# All notes together leave the citations more than the lines on where these come from take.
_NOTE_ROOM = 300
_META_ROOM = 400
_TITLE_ROOM = 120
_LEAST_ROOM = 80
_WHOLE_ROOM = 3_300
CITED = 100
"""Components with ids from this one up to the next hundred show the citations of an answer."""


class Message(ui.LayoutView):
    """A message of one container; its buttons are found by custom id, so nothing expires."""

    def __init__(self, colour: discord.Colour, parts: Sequence[ui.Item[Any]]) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.Container(*parts, accent_colour=colour))

    def is_finished(self) -> bool:
        """Return True, so that discord.py keeps nothing of what was sent.

        Else it would keep each message that only one person sees, and a task, for a quarter of an
        hour, which is much memory when very many are told to ask later.
        """
        return True


def answer_message(
    answer: Answer,
    most: int,
    lang: Language,
    *,
    asked: str | None = None,
    controls: Controls | None = None,
) -> Message:
    """Return the reply to a question, with at most ``most`` citations.

    What answers comes first, how it was come by last. ``asked`` is shown where other people would
    not see the question otherwise; ``controls`` lead to more of it.
    """
    shown = deserving(answer, most)
    above, below = _notes_around(answer, lang, asked, cites=bool(shown))
    parts: list[ui.Item[Any]] = [ui.TextDisplay(above)] if above else []
    parts.extend(citations(shown, lang, ANSWER_ROOM - len(above) - len(below)))
    if below:
        parts.append(ui.TextDisplay(below))
    parts.extend(topic_row(answer.topics))
    if controls and (row := controls.row(0, lang)):
        parts.append(row)
    return Message(COLOURS[answer.verdict], parts)


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


def briefing_message(briefing: Briefing, lang: Language) -> tuple[Message, str | None]:
    """Return one briefing whole; where it does not fit, its text to attach as a file too."""
    shown = plain_cut(briefing.text, _WHOLE_ROOM)
    parts: list[ui.Item[Any]] = []
    if briefing.title:
        parts.append(ui.TextDisplay(f"### {plain_cut(briefing.title, 250)}"))
    parts.append(ui.TextDisplay(shown))
    source = meta(briefing, lang, with_title=False, with_origin=True)
    parts.append(ui.TextDisplay(f"-# {source}"))
    related: RelatedButton = RelatedButton(briefing.number, lang.gettext("Related"))
    parts.append(ui.ActionRow(related))
    attached = plain_cut(briefing.text, len(briefing.text) * 2 + 8) != shown
    if attached:
        parts.append(ui.File(f"attachment://{attachment_name(briefing.number)}"))
    return Message(INFORMATION, parts), briefing.text if attached else None


def file_message(name: str, said: str = "") -> Message:
    """Return a message that shows a file attached to it, under what is ``said`` of it."""
    parts: list[ui.Item[Any]] = [ui.TextDisplay(said)] if said else []
    return Message(INFORMATION, [*parts, ui.File(f"attachment://{name}")])


def attachment_name(number: int) -> str:
    """Return the name of the file that holds a briefing too long for a message."""
    return f"briefing-{number}.txt"


def missing_line(missing: NotInService, lang: Language, *, with_text: bool = False) -> str:
    """Return why a briefing is not in service, and, where wanted and kept, what it said."""
    number, is_long_ago = missing.number, missing.last_edition is None
    if missing.why is Why.COMING:
        return lang.gettext(
            "Briefing #{number} is only just coming in; ask again in a moment.", number=number
        )
    if missing.why is Why.WITHDRAWN:
        line = lang.gettext("Briefing #{number} was withdrawn.", number=number)
        if is_long_ago:
            line = lang.gettext("Briefing #{number} was withdrawn a long time ago.", number=number)
    else:
        line = lang.gettext("Briefing #{number} is no longer among the briefings.", number=number)
        if is_long_ago:
            line = lang.gettext("Briefing #{number} was removed a long time ago.", number=number)
    if with_text and missing.text:
        line += f" {lang.gettext('It said:')}\n\n{plain_cut(missing.text, _WHOLE_ROOM)}"
    return line


def line_message(line: str, colour: discord.Colour = COLOURS[Verdict.NOTHING]) -> Message:
    """Return a message of our own words; ``line`` is Markdown, cut to what fits."""
    return Message(colour, [ui.TextDisplay(whole_lines(line, limits.TEXT - 100) or "…")])


def _notes_around(
    answer: Answer, lang: Language, asked: str | None, *, cites: bool
) -> tuple[str, str]:
    """Return what is said above the citations of an answer, and what below them."""
    above: list[str] = []
    notes = _notes(answer, lang)
    if answer.verdict is not Verdict.ANSWERED:
        above, notes = [_headline(answer, lang), *notes], []
    if answer.about and cites:
        said = lang.gettext("Following up on {words}", words=_about(answer, lang))
        notes.insert(0, f"-# {said}")
    if asked:
        said = lang.gettext("Asked: {question}", question=quoted(asked, 200))
        notes.insert(0, f"-# {said}")
    if _leads_to_topics(answer):
        notes.append(lang.gettext("Here is what the briefings are about:"))
    return "\n".join(above), "\n".join(notes)


def _headline(answer: Answer, lang: Language) -> str:
    if answer.verdict is Verdict.CLOSEST:
        return lang.gettext("**No briefing quite answers this.** The nearest:")
    if answer.about and not answer.citations:
        said = lang.gettext("That is all I found on {words}.", words=_about(answer, lang))
        return f"**{said}**"
    if not answer.unknown and not answer.citations:
        return lang.gettext(
            "**I need something to search for.** Try a name or a place, like *Poland*."
        )
    return lang.gettext("**No briefing covers this.**")


def _leads_to_topics(answer: Answer) -> bool:
    """Tell whether the topics below are not of what was asked, but what the briefings have."""
    has_words = bool(answer.unknown or answer.citations)
    return bool(answer.topics) and answer.verdict is Verdict.NOTHING and has_words


def _about(answer: Answer, lang: Language) -> str:
    """Return what was lent to a follow-up, in italics."""
    return lang.listed([f"*{quoted(name, 60)}*" for name in telling(answer.about)])


def _notes(answer: Answer, lang: Language) -> list[str]:
    notes = []
    read = [_read(each.written, each.read, lang) for each in answer.corrections]
    days = read_as_days(answer)
    told = lang.days(days.first, days.last) if days else ""
    time, unknown = unknown_time(answer)
    if days and not time:
        read.insert(0, _read(days.written, told, lang))
    if read:
        words = ", ".join(_fitting(read, lang))
        notes.append(f"-# {lang.gettext('Read {words}', words=words)}")
    if time:
        said = lang.gettext("No briefing is dated to that time: *{time}*", time=quoted(time, 60))
        notes.append(f"-# {said} ({told})" if told else f"-# {said}")
    if unknown:
        words = ", ".join(_fitting([f"*{quoted(word, 60)}*" for word in unknown], lang))
        notes.append(f"-# {lang.gettext('Not in any briefing: {words}', words=words)}")
    if answer.elsewhere:
        words = ", ".join(_fitting([f"*{quoted(word, 60)}*" for word in answer.elsewhere], lang))
        said = lang.gettext("The first briefing does not mention {words}", words=words)
        notes.append(f"-# {said}")
    return notes


def _read(written: str, read: str, lang: Language) -> str:
    return lang.gettext(
        "*{written}* as *{read}*", written=quoted(written, 60), read=quoted(read, 60)
    )


def _fitting(items: Sequence[str], lang: Language) -> list[str]:
    """Return as many items as a note has room for, and last how many more there are."""
    fitting: list[str] = []
    length = 0
    for place, item in enumerate(items):
        length += len(item) + 2
        if length > _NOTE_ROOM:
            left = len(items) - place
            return [*fitting, lang.ngettext("{count} more", "{count} more", left)]
        fitting.append(item)
    return fitting


def listed(shown: Sequence[Citation], room: int, lang: Language) -> list[ui.Item[Any]]:
    """Return the parts that list briefings, each in ``room`` characters, with lines between."""
    parts: list[ui.Item[Any]] = []
    for citation in shown:
        if parts:
            parts.append(ui.Separator())
        is_titled = bool(citation.briefing.title)
        parts.append(_titled(citation, room, lang) if is_titled else cited(citation, room, lang))
    return parts


def cited(citation: Citation, room: int, lang: Language) -> ui.Item[Any]:
    """Return the sentence of a briefing that answers, where it comes from, and what surrounds it.

    A button opens the briefing where there is no room for all of it.
    """
    return _cited(citation, _source(citation, lang), room, lang)


def _cited(citation: Citation, source: str, room: int, lang: Language) -> ui.Item[Any]:
    briefing = citation.briefing
    if _stands_under_title(citation):
        return _titled(citation, room, lang)
    shown = excerpt(briefing.text, _answering(citation), room)
    text = f"{shown.first}{source}{shown.rest}".strip()
    return _with_rest(text, briefing, lang, is_whole=shown.is_whole)


def _titled(citation: Citation, room: int, lang: Language) -> ui.Item[Any]:
    """Return a briefing under its title, and last where it comes from."""
    briefing = citation.briefing
    title = f"**{plain_cut(briefing.title or '', _TITLE_ROOM)}**\n"
    shown = excerpt(briefing.text, None, max(room - len(title), _LEAST_ROOM))
    source = f"-# [{citation.rank}] {meta(briefing, lang, with_title=False)}"
    text = f"{title}{shown.first}\n{source}"
    return _with_rest(text, briefing, lang, is_whole=shown.is_whole)


def _answering(citation: Citation) -> Span | None:
    return next((span for span in citation.spans if span.kind is SpanKind.ANSWER), None)


def _stands_under_title(citation: Citation) -> bool:
    return _answering(citation) is None and bool(citation.briefing.title)


def _with_rest(text: str, briefing: Briefing, lang: Language, *, is_whole: bool) -> ui.Item[Any]:
    """Return a text, with a button that opens the briefing where it does not hold all of it."""
    if is_whole:
        return ui.TextDisplay(text)
    read: ReadButton = ReadButton(briefing.number, lang.gettext("Read all"))
    return ui.Section(ui.TextDisplay(text), accessory=read)


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
    with_title: bool = True,
    with_date: bool = True,
    with_origin: bool = False,
) -> str:
    """Return the number, what the source gives, and, where that is wanted, file and line."""
    parts = [f"#{briefing.number}"]
    if with_title and briefing.title:
        parts.append(plain_cut(briefing.title, 120))
    if with_date and briefing.date:
        parts.append(lang.day(date.fromisoformat(briefing.date[:10])))
    if briefing.source:
        parts.append(plain_cut(briefing.source, 60))
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


def topic_row(topics: Sequence[Topic]) -> list[ui.Item[Any]]:
    """Return the first five topics as a row of buttons, nothing where there are none."""
    buttons = [TopicButton.of(topic) for topic in topics[: limits.ROW]]
    return [ui.ActionRow(*buttons)] if buttons else []
