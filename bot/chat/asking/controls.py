"""The last row under an answer: turning to its further citations, and saying whether it helped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.chat.messages import limits
from bot.chat.messages.pressing import Pressable, button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language

ROW = 200
"""The id of the row, by which it is found again in a message."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_ID = "(?P<question>[0-9a-z]{12})"
_NUMBER = "[0-9a-z]{1,12}"
_ROOM = limits.CUSTOM_ID - len("attache:turn::99:5:") - 12
"""Characters that are left for numbers in the custom id of a button that turns."""


@dataclass(frozen=True, slots=True)
class Controls:
    """What the row is made of.

    ``numbers`` are all briefings that an answer can show, ``page`` at a time; ``votes`` tells
    whether people are asked if it helped.
    """

    question: str
    numbers: tuple[int, ...]
    page: int
    votes: bool

    def held(self) -> tuple[int, ...]:
        """Return as many of the first numbers as the custom id of a button has room for."""
        ends = accumulate(len(_written(number)) + len(".") for number in self.numbers)
        return self.numbers[: sum(end - len(".") <= _ROOM for end in ends)]

    def row(self, offset: int, lang: Language) -> ui.ActionRow[Any] | None:
        """Return the row under the page that begins at ``offset``, None where it is empty."""
        row: ui.ActionRow[Any] = ui.ActionRow(id=ROW)
        if offset:
            row.add_item(TurnButton(self, max(offset - self.page, 0), lang.gettext("Back")))
        if len(self.held()) > offset + self.page:
            row.add_item(TurnButton(self, offset + self.page, lang.gettext("Show more")))
        if self.votes:
            row.add_item(VoteButton(self.question, helpful=True))
            row.add_item(VoteButton(self.question, helpful=False))
        return row if row.children else None


class TurnButton(
    Pressable[ui.Button[Any]],
    template=rf"attache:turn:{_ID}:(?P<offset>\d{{1,2}}):(?P<page>[1-5]):"
    # How many there are is bounded by the length of a custom id alone.
    rf"(?P<numbers>{_NUMBER}(?:\.{_NUMBER})*)",
):
    """Turns to another page of an answer; it holds the briefings' numbers, so that these last."""

    def __init__(self, controls: Controls, offset: int, label: str) -> None:
        numbers = ".".join(map(_written, controls.held()))
        start = f"attache:turn:{controls.question}:{offset}:{controls.page}"
        super().__init__(button(label, f"{start}:{numbers}"))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Turn to it."""
        numbers = tuple(int(each, 36) for each in self.held["numbers"].split("."))
        controls = Controls(self.held["question"], numbers, int(self.held["page"]), votes=False)
        await interaction.client.turning.turn(interaction, controls, int(self.held["offset"]))


class VoteButton(Pressable[ui.Button[Any]], template=rf"attache:vote:(?P<vote>up|down):{_ID}"):
    """Says whether an answer helped."""

    def __init__(self, question: str, *, helpful: bool) -> None:
        custom_id = f"attache:vote:{'up' if helpful else 'down'}:{question}"
        super().__init__(button(None, custom_id, emoji="👍" if helpful else "👎"))

    async def act(self, interaction: discord.Interaction[Attache]) -> None:
        """Keep the vote, or take it back."""
        helpful = self.held["vote"] == "up"
        await interaction.client.feedback.vote(interaction, self.held["question"], helpful=helpful)


def question_of(message: discord.Message) -> str | None:
    """Return the id of the question that a message answers, None where no button holds one."""
    view = ui.LayoutView.from_message(message, timeout=None)
    for item in view.walk_children():
        held = re.match(rf"attache:(?:turn|vote:(?:up|down)):{_ID}", _custom_id(item))
        if held:
            return held["question"]
    return None


def has_votes(items: Sequence[ui.Item[Any]]) -> bool:
    """Tell whether a row has buttons to vote with."""
    return any(_custom_id(each).startswith("attache:vote:") for each in items)


def _custom_id(item: ui.Item[Any]) -> str:
    return getattr(item, "custom_id", None) or ""


def _written(number: int) -> str:
    """Return a number to the base of 36."""
    written = ""
    while number:
        number, digit = divmod(number, 36)
        written = _DIGITS[digit] + written
    return written or "0"
