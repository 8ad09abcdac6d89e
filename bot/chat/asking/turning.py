"""Turning the pages of an answer, in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from discord import ui

from bot.chat.asking.controls import ROW, has_votes
from bot.chat.asking.rendering import ANSWER_ROOM
from bot.chat.messages.citing import CITED, citations
from bot.chat.messages.message import Layout, line_message
from bot.chat.messages.patience import change, patiently, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from bot.chat.asking.controls import Controls
    from bot.chat.client import Attache
    from bot.chat.people.places import Places
    from bot.community.questions import Questions
    from bot.library.library import Library
    from bot.model import Citation


class Turning:
    """Shows other citations in the message that an answer stands in."""

    def __init__(self, library: Library, questions: Questions, places: Places) -> None:
        self._library = library
        self._questions = questions
        self._places = places

    async def turn(
        self, interaction: discord.Interaction[Attache], controls: Controls, offset: int
    ) -> None:
        """Put the page that begins at ``offset`` in place of the one that is shown."""
        lang = (await self._places.of(interaction)).language
        work = self._page(controls, offset)
        controls, offset, ranked = await patiently(interaction, work, in_place=True)
        if not ranked or interaction.message is None:
            view = line_message(lang.gettext("The briefings on this page are no longer here."))
            await tell(interaction, view)
            return
        shown = ui.LayoutView.from_message(interaction.message, timeout=None)
        page = Layout()
        for item in list(shown.children):
            if isinstance(item, ui.Container):
                row = next((each for each in item.children if each.id == ROW), None)
                votes = isinstance(row, ui.ActionRow) and has_votes(row.children)
                controls = replace(controls, votes=votes)
                cited = citations(ranked, lang, ANSWER_ROOM - _length_of_notes(item.children))
                parts = _turned(item.children, cited, controls.row(offset, lang))
                page.add_item(ui.Container(*parts, accent_colour=item.accent_colour))
            else:
                page.add_item(item)
        await change(interaction, page)

    async def _page(self, controls: Controls, offset: int) -> tuple[Controls, int, list[Citation]]:
        """Return the citations of a page, with what leads on from there and where it begins.

        Where none of them is left the page is of those that are, so that others can be reached.
        """
        # What was asked tells which sentences to set in bold; without it the page has none.
        asked = await self._questions.words(controls.question) or ""
        wanted = controls.numbers[offset : offset + controls.page]
        found = await self._library.cite(asked, wanted)
        if wanted and not found:
            left = await self._library.cite(asked, controls.numbers)
            numbers = tuple(each.briefing.number for each in left)
            offset = sum(controls.numbers.index(number) < offset for number in numbers)
            controls = replace(controls, numbers=numbers)
            wanted = numbers[offset : offset + controls.page]
            found = tuple(each for each in left if each.briefing.number in wanted)
        ranked = [
            replace(each, rank=offset + 1 + wanted.index(each.briefing.number)) for each in found
        ]
        return controls, offset, ranked


def _length_of_notes(present: Sequence[ui.Item[Any]]) -> int:
    """Return how many characters of a message stand around its citations."""
    notes = [part for part in present if isinstance(part, ui.TextDisplay) and not _is_cited(part)]
    return sum(len(note.content) for note in notes)


def _is_cited(part: ui.Item[Any]) -> bool:
    return part.id is not None and CITED <= part.id < CITED + 100


def _turned(
    present: Sequence[ui.Item[Any]],
    shown: Sequence[ui.Item[Any]],
    row: ui.ActionRow[Any] | None,
) -> list[ui.Item[Any]]:
    """Return the parts of a message with other citations, and another last row."""
    parts: list[ui.Item[Any]] = []
    put = False
    for part in present:
        if _is_cited(part):
            if not put:
                parts.extend(shown)
                put = True
        elif part.id == ROW:
            parts.extend([row] if row else [])
        else:
            parts.append(part)
    return parts
