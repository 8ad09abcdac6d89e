"""Lists of briefings and topics, a page at a time, as messages."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from discord import ui

from bot.chat.browsing.choosing import TopicChoice, TopicsButton
from bot.chat.messages.buttons import (
    LatestButton,
    TimelineButton,
    TopicButton,
    topic_row,
)
from bot.chat.messages.citing import by_number, listed, meta, title_of, with_rest
from bot.chat.messages.escaping import plain, plain_cut, quoted, whole_lines
from bot.chat.messages.message import INFORMATION, Message, line_message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.chat.languages.languages import Language
    from bot.model import Briefing, Citation, Listing, Topic

PAGE = 6
"""Briefings on one page."""
TOPICS = 25
"""Topics on one page, as many as a menu takes."""
ON_A_TIMELINE = 500
"""Briefings on all pages of a timeline together."""
SEVERAL = 5
"""Briefings opened at once."""
_SEVERAL_ROOM = 3_700
_FEWEST_DATES = 2
_ROOM = 200
_LINE_ROOM = 180


def topic_message(listing: Listing, key: str, offset: int, lang: Language) -> Message:
    """Return one page of the briefings on a topic, from the ``offset``-th on."""
    buttons = _turns(offset, len(listing.citations), lang, partial(TopicButton, key))
    # Undated ones come last: without two dates here, no further page has any.
    if sum(each.briefing.date is not None for each in listing.citations) >= _FEWEST_DATES:
        buttons.append(TimelineButton(key, lang.gettext("Timeline")))
    return _page(listing, plain_cut(listing.title, 200), offset, lang, buttons)


def latest_message(listing: Listing, offset: int, lang: Language) -> Message:
    """Return one page of the newest briefings, from the ``offset``-th on."""
    if not listing.citations:
        return line_message(lang.gettext("There are no briefings yet."))
    turns = _turns(offset, len(listing.citations), lang, LatestButton)
    title = lang.gettext("The newest briefings")
    if not _is_dated(listing):
        title = lang.gettext("The briefings that came in last")
    return _page(listing, title, offset, lang, turns)


def related_message(listing: Listing, number: int, lang: Language) -> Message:
    """Return the briefings that are most like one."""
    if not listing.citations:
        return line_message(
            lang.gettext("No other briefing is much like #{number}.", number=number)
        )
    head = lang.gettext("Related to #{number}", number=number)
    parts: list[ui.Item[Any]] = [ui.TextDisplay(f"### {head}")]
    parts.extend(listed(listing.citations, _ROOM, lang))
    parts.extend(topic_row(listing.topics))
    return Message(INFORMATION, parts)


def several_message(found: Sequence[Briefing | str], lang: Language, *, left: int) -> Message:
    """Return several briefings at once, as far as there is room, or why one is not to be had.

    So many more were asked for as are ``left``.
    """
    parts: list[ui.Item[Any]] = []
    for each in found:
        if parts:
            parts.append(ui.Separator())
        parts.append(_told(each, _SEVERAL_ROOM // len(found), lang))
    if left:
        said = lang.gettext("I open {count} at once; ask for the others next.", count=SEVERAL)
        parts.append(ui.TextDisplay(f"-# {said}"))
    return Message(INFORMATION, parts)


def _told(found: Briefing | str, room: int, lang: Language) -> ui.Item[Any]:
    """Return a briefing under its title, with a button that opens it where it is cut."""
    if isinstance(found, str):
        return ui.TextDisplay(whole_lines(found, room))  # our own Markdown
    title = f"**{heading}**\n" if (heading := title_of(found)) else ""
    source = f"\n-# {meta(found, lang, with_title=False, with_origin=True)}"
    shown = plain_cut(found.text, max(room - len(title) - len(source), 80))
    return with_rest(f"{title}{shown}{source}", found, lang, is_whole=shown == plain(found.text))


def in_order(listing: Listing) -> list[Citation]:
    """Return a topic's briefings as a timeline has them, in order of date, undated ones last."""
    return sorted(listing.citations[:ON_A_TIMELINE], key=_age)


def timeline_message(listing: Listing, key: str, offset: int, lang: Language) -> Message:
    """Return one page of a topic's briefings in order of date, undated ones last.

    One more than is ever listed tells that the oldest are left out.
    """
    ordered = in_order(listing)
    page = ordered[offset : offset + PAGE]
    is_dated = any(each.briefing.date for each in ordered)
    head = plain_cut(listing.title, 100)
    notes = []
    if len(ordered) > PAGE:
        is_all = len(listing.citations) == len(ordered)
        notes.append(_span(offset, len(page), len(ordered), lang, is_all=is_all))
    if is_dated:
        head = lang.gettext("{topic}, in order of date", topic=head)
    else:
        notes.append(
            lang.gettext("None of them has a date; they are in the order of their numbers.")
        )
    lines = [f"### {head}", *(f"-# {note}" for note in notes)]
    parts: list[ui.Item[Any]] = [ui.TextDisplay("\n".join(lines))]
    for place, each in enumerate(page):
        if place:
            parts.append(ui.Separator(visible=False))
        parts.append(_on_a_line(each.briefing, lang, is_dated=is_dated))
    if is_dated and any(citation.briefing.date is None for citation in page):
        parts.append(ui.TextDisplay(f"-# {lang.gettext('Those without a date come last.')}"))
    if turns := _turns(offset, len(ordered), lang, partial(TimelineButton, key)):
        parts.append(ui.ActionRow(*turns))
    return Message(INFORMATION, parts)


def topics_message(
    topics: Sequence[Topic], lang: Language, query: str = "", offset: int = 0
) -> Message:
    """Return a page of the largest topics, or those that fit a query, as a menu.

    One topic more than a page holds tells that there is another page.
    """
    if not topics and query:
        none = lang.gettext("No topic is like *{query}*.", query=quoted(query, 100))
        return line_message(f"{none} {lang.gettext('Ask it as a question.')}")
    if not topics:
        return line_message(
            lang.gettext("The briefings share no topics yet. Ask in your own words.")
        )
    head = lang.gettext("Topics, the largest first")
    if query:
        head = lang.gettext("Topics like *{query}*", query=quoted(query, 100))
    page = topics[:TOPICS]
    sizes = (f"**{plain_cut(each.label, 60)}** {lang.number(each.size)}" for each in page)
    buttons: list[ui.Item[Any]] = []
    if offset:
        buttons.append(TopicsButton(max(offset - TOPICS, 0), lang.gettext("Back")))
    if len(topics) > TOPICS and not query:
        buttons.append(TopicsButton(offset + TOPICS, lang.gettext("Show more")))
    parts: list[ui.Item[Any]] = [ui.TextDisplay(f"### {head}\n{' · '.join(sizes)}")]
    if not query and page[-1].size > 1:
        others = lang.gettext("**/topics** with a name finds those of a single briefing, too.")
        parts.append(ui.TextDisplay(f"-# {others}"))
    parts.append(ui.ActionRow(TopicChoice(page, lang)))
    if buttons:
        parts.append(ui.ActionRow(*buttons))
    return Message(INFORMATION, parts)


def _page(
    listing: Listing, title: str, offset: int, lang: Language, buttons: Sequence[ui.Item[Any]]
) -> Message:
    """Return a page of a list that is ordered by age."""
    page = listing.citations[offset : offset + PAGE]
    more = len(listing.citations) > offset + PAGE
    head = f"### {title}"
    is_dated = _is_dated(listing)
    if offset or more:
        head += f"\n-# {_span_by_age(offset, len(page), lang, is_dated=is_dated)}"
    if not is_dated and len(listing.citations) > 1:
        head += f"\n-# {by_number(lang)}"
    parts: list[ui.Item[Any]] = [ui.TextDisplay(head)]
    parts.extend(listed(page, _ROOM, lang))
    if buttons:
        parts.append(ui.ActionRow(*buttons))
    parts.extend(topic_row(listing.topics))
    return Message(INFORMATION, parts)


def _is_dated(listing: Listing) -> bool:
    """Tell whether anything in a list that is ordered by age has a date; undated ones come last."""
    return any(each.briefing.date is not None for each in listing.citations[:1])


def _span_by_age(offset: int, shown: int, lang: Language, *, is_dated: bool) -> str:
    """Return which briefings a page shows of a list whose end may not be known."""
    if shown == 1:
        return _last_of(offset + 1, lang)
    places = {"first": offset + 1, "last": offset + shown}
    if is_dated:
        return lang.gettext("Briefings {first} to {last}, the newest first", **places)
    return lang.gettext("Briefings {first} to {last}", **places)


def _last_of(count: int, lang: Language) -> str:
    """Return what is said of a page with one briefing, which is the last of several pages."""
    return lang.gettext("The last of {count}", count=lang.number(count))


def _span(offset: int, shown: int, count: int, lang: Language, *, is_all: bool) -> str:
    """Return which of how many briefings a page of a timeline shows."""
    if is_all and shown == 1:
        return _last_of(count, lang)
    places = {"first": offset + 1, "last": offset + shown, "count": lang.number(count)}
    if is_all:
        return lang.gettext("Briefings {first} to {last} of {count}", **places)
    return lang.gettext(
        "Briefings {first} to {last} of the newest {count}; the older ones are left out", **places
    )


def _turns(
    offset: int, count: int, lang: Language, button: Callable[[str, int], ui.Item[Any]]
) -> list[ui.Item[Any]]:
    """Return the buttons that lead to the pages before and after, where there are such."""
    turns = [button(lang.gettext("Back"), max(offset - PAGE, 0))] if offset else []
    if count > offset + PAGE:
        turns.append(button(lang.gettext("Show more"), offset + PAGE))
    return turns


def _age(citation: Citation) -> tuple[bool, str, int]:
    briefing = citation.briefing
    return briefing.date is None, briefing.date or "", briefing.number


def _on_a_line(briefing: Briefing, lang: Language, *, is_dated: bool) -> ui.Item[Any]:
    """Return a briefing's day and its title, or the beginning of it, with what opens the rest."""
    day = f"**{lang.gettext('undated')}** "
    if briefing.date:
        day = f"**{lang.day(date.fromisoformat(briefing.date[:10]))}** "
    told = title_of(briefing, _LINE_ROOM) or plain_cut(briefing.text, _LINE_ROOM)
    source = meta(briefing, lang, with_title=False, with_date=False)
    text = f"{day if is_dated else ''}{told}\n-# {source}"
    return with_rest(text, briefing, lang, is_whole=told == plain(briefing.text))
