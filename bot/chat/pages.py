"""Lists of briefings and topics, a page at a time, as messages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from discord import ui

from bot.chat import limits
from bot.chat.buttons import LatestButton, TimelineButton, TopicButton
from bot.chat.escaping import plain_cut
from bot.chat.rendering import INFORMATION, Message, cited, line_message, meta, topic_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Answer, Briefing, Citation, Topic

PAGE = 8
"""Briefings on one page."""
_ROOM = 420
_LINE_ROOM = 220


def topic_message(answer: Answer, key: str, offset: int) -> Message:
    """Return one page of the briefings on a topic, from the ``offset``-th on."""
    more: TopicButton = TopicButton(key, "Show more", offset + PAGE)
    timeline: TimelineButton = TimelineButton(key)
    return _page(answer, plain_cut(answer.question, 200), offset, more, timeline)


def latest_message(answer: Answer, offset: int) -> Message:
    """Return one page of the newest briefings, from the ``offset``-th on."""
    if not answer.citations:
        return line_message("There are no briefings yet.")
    more: LatestButton = LatestButton(offset + PAGE)
    return _page(answer, "The newest briefings", offset, more)


def related_message(answer: Answer, number: int) -> Message:
    """Return the briefings that are most like one."""
    if not answer.citations:
        return line_message(f"No other briefing is much like #{number}.")
    parts: list[ui.Item[Any]] = [ui.TextDisplay(f"### Related to #{number}")]
    parts.extend(cited(citation, _ROOM) for citation in answer.citations)
    parts.extend(topic_row(answer.topics))
    return Message(INFORMATION, parts)


def timeline_message(answer: Answer, key: str, offset: int) -> Message:
    """Return one page of a topic's briefings in order of date, undated ones last."""
    ordered = sorted(answer.citations, key=_age)
    page = ordered[offset : offset + PAGE]
    parts: list[ui.Item[Any]] = [
        ui.TextDisplay(f"### {plain_cut(answer.question, 200)}, in order of date")
    ]
    told = (f"{_day(each.briefing)} {_line(each.briefing)}" for each in page)
    parts.extend(map(ui.TextDisplay, told))
    if any(citation.briefing.date is None for citation in page):
        parts.append(ui.TextDisplay("-# Those without a date come last."))
    if len(ordered) > offset + PAGE:
        more: TimelineButton = TimelineButton(key, offset + PAGE)
        parts.append(ui.ActionRow(more))
    return Message(INFORMATION, parts)


def topics_message(topics: Sequence[Topic], query: str = "") -> Message:
    """Return the largest topics, or those that fit a query, as buttons, at most 25."""
    if not topics and query:
        return line_message(f"No topic is like *{plain_cut(query, 100)}*. Ask it as a question.")
    if not topics:
        return line_message("The briefings share no topics yet. Ask in your own words.")
    head = "### Topics\nWhat most briefings are about. Press one to read them."
    if query:
        head = f"### Topics like *{plain_cut(query, 100)}*"
    parts: list[ui.Item[Any]] = [ui.TextDisplay(head)]
    for first in range(0, min(len(topics), 25), limits.ROW):
        parts.extend(topic_row(topics[first : first + limits.ROW]))
    return Message(INFORMATION, parts)


def _page(answer: Answer, title: str, offset: int, *buttons: ui.Item[Any]) -> Message:
    """Return a page; the first of the ``buttons`` leads to the next, where there is one."""
    page = answer.citations[offset : offset + PAGE]
    more = len(answer.citations) > offset + PAGE
    head = f"### {title}"
    if offset or more:
        head += f"\n-# Briefings {offset + 1} to {offset + len(page)}, the newest first"
    room = 3_000 // max(len(page), 1) - 120
    parts: list[ui.Item[Any]] = [ui.TextDisplay(head)]
    parts.extend(cited(citation, min(room, _ROOM)) for citation in page)
    shown = buttons if more else buttons[1:]
    if shown:
        parts.append(ui.ActionRow(*shown))
    parts.extend(topic_row(answer.topics))
    return Message(INFORMATION, parts)


def _age(citation: Citation) -> tuple[bool, str, int]:
    briefing = citation.briefing
    return briefing.date is None, briefing.date or "", briefing.number


def _day(briefing: Briefing) -> str:
    """Return a briefing's day as each reader's own Discord writes it.

    https://discord.com/developers/docs/reference#message-formatting
    """
    if briefing.date is None:
        return "**undated**"
    moment = datetime.fromisoformat(briefing.date)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC, hour=12)
    return f"<t:{int(moment.timestamp())}:D>"


def _line(briefing: Briefing) -> str:
    told = plain_cut(briefing.title or briefing.text, _LINE_ROOM)
    return f"{told}\n-# {meta(briefing, with_title=False)}"
