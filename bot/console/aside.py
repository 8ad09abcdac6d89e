"""What the terminal says, without a search, to what is no question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from bot.console.answers import answer_as_text, briefing_as_text
from bot.model import Briefing
from bot.talk.asides import Aside, aside
from bot.talk.kinds import Talk
from bot.talk.marks import without_marks
from bot.talk.smalltalk import unasked

if TYPE_CHECKING:
    from rich.console import RenderableType

    from bot.library.library import Library

_SAID = {
    Talk.THANKS: "You are welcome!",
    Talk.FAREWELL: "See you!",
    Talk.GREETING: "Hello!",
    Talk.HOW_ARE_YOU: "All is well, thank you!",
    Talk.ABOUT_BOT: "Answers come from the briefings alone, and cite every one they use.",
    Talk.HELP: "Answers come from the briefings alone, and cite every one they use.",
    Talk.SPEAKING: "English is spoken here; on Discord German, French, Spanish and Russian, too.",
    Talk.LINK: "Links are not followed.",
    Talk.STATEMENT: "Only the briefings are known here.",
    Talk.FEEDBACK: (
        "Sorry if that did not help. Name the person, place or thing that you ask about, or put it "
        "in other words."
    ),
    Talk.DATA: "Nothing is kept of what is asked here. On Discord, /privacy shows and deletes it.",
    Talk.INVITATION: "The log of `attache run` has the link that adds the bot to a server.",
    Talk.FOLLOW: "Topics are followed on Discord, with /follow.",
    Talk.FOLLOWING: "Topics are followed on Discord, where /following shows and stops them.",
    Talk.COMMAND: "/{words} is a command on Discord.",
}
NO_TOPICS = "The briefings share no topics yet."
_ASK = "Ask in your own words, or for a briefing by its number: #5."


async def replied(library: Library, question: str, most: int) -> RenderableType:
    """Return what to print for one question, or for what turns out to be none."""
    if said := await aside(library, question):
        return await said_instead(library, said)
    answer = await library.ask(without_marks(question), most)
    if talk := unasked(question, answer):
        return await said_instead(library, Aside(talk))
    return answer_as_text(answer, most)


async def said_instead(library: Library, said: Aside, how_to_ask: str = _ASK) -> RenderableType:
    """Return what to print instead of an answer."""
    if said.numbers:
        return Group(*[await _opened(library, number) for number in said.numbers])
    if said.talk is Talk.TOPICS:
        labels = [topic.label for topic in await library.topics()]
        return Text("\n".join(labels) or NO_TOPICS)
    if said.talk is Talk.BEYOND:
        are = "is" if said.count == 1 else "are"
        return Text(f"There {are} only {said.count} to choose from.")
    if said.talk is Talk.UP_TO_DATE:
        return await _how_new(library)
    lines = [_SAID[said.talk].format(words=said.words)] if said.talk in _SAID else []
    return Group(*map(Text, lines), Text(how_to_ask, style="dim"))


async def _how_new(library: Library) -> Text:
    newest = next(iter((await library.latest(1)).citations), None)
    if newest is None:
        return Text("There are no briefings yet.")
    date = newest.briefing.date
    return Text(f"The newest briefing is of {date}." if date else "The briefings have no dates.")


async def _opened(library: Library, number: int) -> RenderableType:
    found = await library.briefing(number)
    if isinstance(found, Briefing):
        return briefing_as_text(found)
    highest = await library.highest()
    if not highest:
        return Text("There are no briefings yet.")
    if number > highest:
        return Text(f"There is no briefing #{number}; the latest is #{highest}.")
    return Text(f"There is no briefing #{number} now.")
