"""From an answer to a message: the notes on how it was come by, around what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import ui

from bot.chat.messages import limits
from bot.chat.messages.buttons import topic_row
from bot.chat.messages.citing import by_number, citations
from bot.chat.messages.escaping import quoted
from bot.chat.messages.examples import example_among
from bot.chat.messages.message import COLOURS, Message
from bot.model import Verdict
from bot.search.finding.deserving import deserving
from bot.search.reading.naming import telling
from bot.talk.marks import EMOJI
from bot.talk.times import read_as_days, unknown_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.asking.controls import Controls
    from bot.chat.languages.languages import Language
    from bot.model import Answer

ANSWER_ROOM = limits.TEXT - 150
"""Characters of an answer, so that whoever shares it can be named below."""
# All notes together leave the citations more than the lines on where these come from take.
_NOTE_ROOM = 300


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
    above, below = _notes_around(answer, lang, asked)
    parts: list[ui.Item[Any]] = [ui.TextDisplay(above)] if above else []
    parts.extend(citations(shown, lang, ANSWER_ROOM - len(above) - len(below)))
    if below:
        parts.append(ui.TextDisplay(below))
    parts.extend(topic_row(answer.topics))
    if controls and (row := controls.row(0, lang)):
        parts.append(row)
    return Message(COLOURS[answer.verdict], parts)


def _notes_around(answer: Answer, lang: Language, asked: str | None) -> tuple[str, str]:
    """Return what is said above the citations of an answer, and what below them."""
    above: list[str] = []
    notes = _notes(answer, lang) if answer.edition else []
    if answer.verdict is not Verdict.ANSWERED:
        above, notes = [_headline(answer, lang), *notes], []
    if answer.about:
        # Words alone make no sentence: they are listed, as they were asked for.
        words = ", ".join(f"*{quoted(name, 60)}*" for name in telling(answer.about))
        said = lang.gettext("Following up on: {words}", words=words)
        notes.insert(0, f"-# {said}")
    if asked:
        said = lang.gettext("Asked: {question}", question=quoted(EMOJI.sub(" ", asked), 200))
        notes.insert(0, f"-# {said}")
    if _leads_to_topics(answer):
        notes.append(lang.gettext("Here is what the briefings are about:"))
    return "\n".join(above), "\n".join(notes)


def _headline(answer: Answer, lang: Language) -> str:
    if not answer.edition:
        return f"**{lang.gettext('There are no briefings yet.')}**"
    if answer.verdict is Verdict.CLOSEST:
        return lang.gettext("**No briefing quite answers this.** The nearest:")
    if answer.about and not answer.citations:
        return lang.gettext("**I found nothing more on that.**")
    if not answer.unknown and not answer.citations:
        if topic := example_among(answer.topics):
            return lang.gettext(
                "**I need something to search for.** Try a name or a place, like *{topic}*.",
                topic=topic,
            )
        return lang.gettext("**I need something to search for.** Try a name or a place.")
    return lang.gettext("**No briefing covers this.**")


def _leads_to_topics(answer: Answer) -> bool:
    """Tell whether the topics below are not of what was asked, but what the briefings have."""
    has_words = bool(answer.unknown or answer.citations)
    return bool(answer.topics) and answer.verdict is Verdict.NOTHING and has_words


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
        said = _none_of(
            quoted(time, 60), lang, is_of_others=bool(answer.time and answer.time.is_of_others)
        )
        notes.append(f"-# {said} ({told})" if told else f"-# {said}")
    if unknown:
        words = ", ".join(_fitting([f"*{quoted(word, 60)}*" for word in unknown], lang))
        notes.append(f"-# {lang.gettext('Not in any briefing: {words}', words=words)}")
    if answer.elsewhere:
        words = ", ".join(_fitting([f"*{quoted(word, 60)}*" for word in answer.elsewhere], lang))
        said = lang.gettext("The first briefing does not mention {words}", words=words)
        notes.append(f"-# {said}")
    if answer.is_by_number and len(answer.citations) > 1:
        notes.append(f"-# {by_number(lang)}")
    if answer.is_undated and answer.citations:
        said = lang.gettext("No briefing has a date; what fits best comes first.")
        notes.append(f"-# {said}")
    if answer.is_cut:
        most = lang.number(len(answer.question))
        said = lang.gettext("Read only as far as the first {count} characters", count=most)
        notes.append(f"-# {said}")
    return notes


def _none_of(time: str, lang: Language, *, is_of_others: bool) -> str:
    """Return what is said of a time of which there is nothing, or nothing of what was asked."""
    if is_of_others:
        return lang.gettext(
            "Briefings are dated to that time, but none on this: *{time}*", time=time
        )
    return lang.gettext("No briefing is dated to that time: *{time}*", time=time)


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
