"""What the terminal says, without a search, to what is no question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from bot.console.answers import briefing_as_text
from bot.model import Briefing
from bot.talk.numbers import is_bare, numbers_wanted
from bot.talk.smalltalk import Talk, small_talk

if TYPE_CHECKING:
    from rich.console import RenderableType

    from bot.library.library import Library

_SAID = {
    Talk.THANKS: "You are welcome!",
    Talk.FAREWELL: "See you!",
    Talk.GREETING: "Hello!",
    Talk.HOW_ARE_YOU: "All is well, thank you!",
    Talk.ABOUT_BOT: "Answers come from the briefings alone, and cite every one they use.",
    Talk.LINK: "Links are not followed.",
    Talk.STATEMENT: "Only the briefings are known here.",
}
_ASK = "Ask in your own words, or for a briefing by its number: #5."


async def said_instead(
    library: Library, text: str, how_to_ask: str = _ASK
) -> RenderableType | None:
    """Return what to print instead of an answer, None where the text is to be looked for."""
    highest = (await library.news({})).highest if is_bare(text) else 0
    if numbers := numbers_wanted(text, highest):
        return Group(*[await _opened(library, number) for number in numbers])
    talk = small_talk(text)
    return talk_as_text(talk, how_to_ask) if talk else None


def talk_as_text(talk: Talk, how_to_ask: str = _ASK) -> RenderableType:
    """Return what to say to small talk, and how to ask."""
    said = [Text(_SAID[talk])] if talk in _SAID else []
    return Group(*said, Text(how_to_ask, style="dim"))


async def _opened(library: Library, number: int) -> RenderableType:
    found = await library.briefing(number)
    if isinstance(found, Briefing):
        return briefing_as_text(found)
    highest = (await library.news({})).highest
    last = f" Their numbers go up to #{highest}." if number > highest else ""
    return Text(f"There is no briefing #{number} in service.{last}")
