"""``/admin insights``: what people ask and do not find, as a text, a picture and a table."""

from __future__ import annotations

import asyncio
import csv
import io
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord import ui

from bot.chat.admin.chart import Bars, Chart, ChartFailed
from bot.chat.languages.recorded import and_more
from bot.chat.messages.escaping import cut, label, plain_cut, whole_lines
from bot.chat.messages.message import INFORMATION, Message
from bot.community.insights import Telling
from bot.model import Briefing, Why
from bot.talk.gaps import is_gap, tells_of_gap

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Collection, Iterable, Sequence
    from pathlib import Path

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.places import Places
    from bot.community.insights import Insight, Insights, Wish
    from bot.library.library import Library

_PICTURE, _TABLE = "insights.png", "insights.csv"
_SHOWN = 8
_ROOM = 3_900
_NEVER_SHOWN = 10
_MOST_IN_TABLE = 20_000
"""Briefings that were cited, or never; a million would make a file that no message holds."""
_WISH_ROOM = 1_000
"""Characters of a question, and of all that was remarked on it, in the table: people may write
thousands, and Discord takes 10 MiB (https://discord.com/developers/docs/reference#uploading-files).
"""
_TITLE, _NAME_IN_PICTURE = 70, 40
_TELLING = Telling(tells_of_gap, is_gap)


@dataclass(frozen=True, slots=True)
class Uncited:
    """How many briefings no answer cited, and the newest of them with their words."""

    count: int
    newest: tuple[tuple[int, str], ...]


class Reporting:
    """Tells editors what to write next."""

    def __init__(self, library: Library, insights: Insights, places: Places, drawing: Path) -> None:
        self._library = library
        self._insights = insights
        self._places = places
        self._chart = Chart(drawing)
        self._log = structlog.get_logger("attache.chat")

    async def report(self, interaction: discord.Interaction[Attache], days: int) -> None:
        """Reply with what the last days tell."""
        # Drawing takes a second or two, in a process of its own.
        await interaction.response.defer(ephemeral=True, thinking=True)
        lang = (await self._places.of(interaction)).language
        insight = await self._insights.of(days, _TELLING)
        texts = [await self._title(number) for number, _ in insight.cited[:_SHOWN]]
        async with self._library.export() as (_, briefings):
            never = await uncited(briefings, {number for number, _ in insight.cited})
        said = insight_text(insight, texts, never, days, lang)
        picture = await self._picture(insight, texts, lang)
        table = await asyncio.to_thread(as_csv, insight, never)
        files = [discord.File(io.BytesIO(table), _TABLE)]
        if picture:
            files.append(discord.File(io.BytesIO(picture), _PICTURE))
        alt = alt_text(insight, days, lang) if picture else None
        await interaction.edit_original_response(view=_message(said, alt), attachments=files)

    async def _picture(
        self, insight: Insight, texts: Sequence[str], lang: Language
    ) -> bytes | None:
        try:
            return await self._chart.draw(_bars(insight, texts, lang))
        except ChartFailed as error:
            self._log.warning("the chart could not be drawn", reason=str(error))
            return None

    async def _title(self, number: int) -> str:
        found = await self._library.briefing(number)
        text = None
        if isinstance(found, Briefing):
            text = found.title or found.text
        elif found and found.why is not Why.WITHDRAWN:
            text = found.text
        return label(f"#{number} {text or ''}", _TITLE)


async def uncited(briefings: AsyncIterable[Briefing], cited: Collection[int]) -> Uncited:
    """Return which of the briefings, which come by number, are not among those ``cited``.

    Only as many are held as a table can tell: there may be a million.
    """
    count = 0
    newest: deque[tuple[int, str]] = deque(maxlen=_MOST_IN_TABLE)
    async for briefing in briefings:
        if briefing.number not in cited:
            count += 1
            newest.append((briefing.number, briefing.title or cut(briefing.text, _TITLE)))
    return Uncited(count, tuple(reversed(newest)))


def insight_text(
    insight: Insight, titles: Sequence[str], never: Uncited, days: int, lang: Language
) -> str:
    """Return what the days tell, as Markdown."""
    said = lang.gettext
    answered = sum(day.answered for day in insight.days)
    head = said("Insights of today")
    if days > 1:
        head = lang.ngettext(
            "Insights of the last {count} day", "Insights of the last {count} days", days
        )
    if not insight.asked:
        none = said("Nobody has asked anything that is kept.")
        lines = [f"### {head}", none, *_remark_lines(insight, lang)]
        return whole_lines("\n".join(lines), _ROOM)
    lines = [
        f"### {head}",
        lang.ngettext(
            "{count} question, {answered} answered; 👍 {helpful}, 👎 {unhelpful}",
            "{count} questions, {answered} answered; 👍 {helpful}, 👎 {unhelpful}",
            insight.asked,
            answered=answered,
            helpful=sum(day.helpful for day in insight.days),
            unhelpful=sum(day.unhelpful for day in insight.days),
        ),
    ]
    if insight.unknown:
        words = [f"{plain_cut(word, 40)} ({count})" for word, count in insight.unknown[:20]]
        lines.append(f"**{said('Words in no briefing')}**\n{', '.join(words)}")
    if insight.wishes:
        lines.append(f"**{said('Asked and not answered well')}**")
        lines += [_wish_line(wish, lang) for wish in insight.wishes[:_SHOWN]]
    lines += _remark_lines(insight, lang)
    if insight.cited:
        lines.append(f"**{said('Cited most')}**")
        counted = zip(titles, insight.cited, strict=False)
        lines += [f"{count}× {plain_cut(title, 80)}" for title, (_, count) in counted]
    if never.count:
        lines.append(f"**{said('Never cited')}**\n{_never_cited(never, lang)}")
    return whole_lines("\n".join(lines), _ROOM)


def _never_cited(never: Uncited, lang: Language) -> str:
    numbers = ", ".join(f"#{number}" for number, _ in never.newest[:_NEVER_SHOWN])
    more = never.count - _NEVER_SHOWN
    return f"{numbers} {and_more(lang, more)}" if more > 0 else numbers


def _wish_line(wish: Wish, lang: Language) -> str:
    line = f"{wish.asked}× {plain_cut(wish.example, 120)}"
    if wish.nearly == wish.asked:
        line += f" · {lang.gettext('half answered')}"
    elif wish.nearly:
        line += f" · {lang.gettext('{count} half answered', count=wish.nearly)}"
    if wish.unhelpful:
        line += f" · 👎 {wish.unhelpful}"
    if wish.remarks:
        line += f"\n-# {plain_cut(wish.remarks[0], 120)}"
    return line


def _remark_lines(insight: Insight, lang: Language) -> list[str]:
    """Return what was remarked on answers without their questions, under a heading, if anything."""
    if not insight.remarks:
        return []
    head = lang.gettext("Remarks on answers to questions that were deleted since")
    return [f"**{head}**", *(plain_cut(each, 120) for each in insight.remarks[:_SHOWN])]


def alt_text(insight: Insight, days: int, lang: Language) -> str:
    """Return what the picture shows, for those who do not see it; at most 1,024 characters."""
    asked = lang.number(insight.asked)
    above = lang.gettext("A bar of the questions asked today, {asked} in all.", asked=asked)
    if days > 1:
        busiest = max(insight.days, key=lambda day: day.asked)
        above = lang.ngettext(
            "Bars of the questions asked on each of the last {count} day, {asked} in all, most of "
            "them on {day}.",
            "Bars of the questions asked on each of the last {count} days, {asked} in all, most of "
            "them on {day}.",
            days,
            asked=asked,
            day=lang.day(busiest.day),
        )
    below = lang.gettext("Below, the words that no briefing has and the briefings cited most.")
    return f"{above} {below}"[:1_024]


def as_csv(insight: Insight, never: Uncited) -> bytes:
    """Return everything as a table of what, which, and how many; UTF-8 with BOM for Excel."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(["what", "which", "count", "remarks"])
    for day in insight.days:
        for what in ("answered", "closest", "nothing", "helpful", "unhelpful"):
            table.writerow([what, day.day.isoformat(), getattr(day, what), ""])
    for word, count in insight.unknown:
        table.writerow(["unknown word", _harmless(word), count, ""])
    for wish in insight.wishes:
        remarks = _harmless(cut(" | ".join(wish.remarks), _WISH_ROOM))
        what = "half answered" if wish.nearly == wish.asked else "not answered well"
        table.writerow([what, _harmless(cut(wish.example, _WISH_ROOM)), wish.asked, remarks])
    for remark in insight.remarks:
        table.writerow(["question deleted", "", 1, _harmless(remark)])
    for number, count in insight.cited[:_MOST_IN_TABLE]:
        table.writerow(["cited", number, count, ""])
    if (more := len(insight.cited) - _MOST_IN_TABLE) > 0:
        table.writerow(["cited", "more", more, ""])
    for number, words in never.newest:
        table.writerow(["never cited", number, 0, _harmless(words)])
    if more := never.count - len(never.newest):
        table.writerow(["never cited", "more", more, ""])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _harmless(cell: str) -> str:
    """Return a cell that a spreadsheet takes for no formula.

    https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _bars(insight: Insight, titles: Sequence[str], lang: Language) -> Bars:
    said = lang.gettext
    return Bars(
        days=[lang.day(day.day) for day in insight.days],
        answered=[day.answered for day in insight.days],
        closest=[day.closest for day in insight.days],
        nothing=[day.nothing for day in insight.days],
        names=[said("answered"), said("closest"), said("nothing found")],
        lists=[
            [said("Words in no briefing"), _listed(insight.unknown[:_SHOWN])],
            [
                said("Cited most"),
                _listed((title, n) for title, (_, n) in zip(titles, insight.cited, strict=False)),
            ],
        ],
        title=said("Questions by day"),
    )


def _listed(counted: Iterable[tuple[str, int]]) -> list[list[Any]]:
    """Return names as short as the picture has room for, each with its count."""
    return [[label(name, _NAME_IN_PICTURE), count] for name, count in counted]


def _message(said: str, alt: str | None) -> Message:
    parts: list[ui.Item[Any]] = [ui.TextDisplay(said)]
    if alt is not None:
        gallery: ui.MediaGallery[Any] = ui.MediaGallery(
            discord.MediaGalleryItem(f"attachment://{_PICTURE}", description=alt)
        )
        parts.append(gallery)
    parts.append(ui.File(f"attachment://{_TABLE}"))
    return Message(INFORMATION, parts)
