"""What the terminal says, without a search, to what is no question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from bot.console.answers import answer_as_text, briefing_as_text
from bot.model import Briefing, Citation, Listing
from bot.talk.asides import Aside, aside
from bot.talk.kinds import Talk
from bot.talk.marks import without_marks
from bot.talk.smalltalk import unasked

if TYPE_CHECKING:
    from rich.console import RenderableType

    from bot.library.library import Library
    from bot.model import Answer, Topic

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
_SAY_ALL = frozenset([Talk.TOPICS, Talk.BEYOND, Talk.UP_TO_DATE])
"""What is replied to without saying how to ask."""


@dataclass(frozen=True, slots=True)
class _Instead:
    """What takes the place of an answer: briefings and sentences in their order, and topics."""

    shown: tuple[Briefing | str, ...]
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and what is ``said`` where nothing was looked for, else None.

    The answer has the briefings that were opened then, and the topics that were asked for.
    """

    answer: Answer
    said: str | None = None


async def replied(library: Library, question: str, most: int) -> RenderableType:
    """Return what to print for one question, or for what turns out to be none."""
    if said := await aside(library, question):
        return await said_instead(library, said)
    answer = await library.ask(without_marks(question), most)
    if talk := unasked(question, answer):
        return await said_instead(library, Aside(talk))
    return answer_as_text(answer, most)


async def reply(library: Library, question: str, most: int) -> Reply:
    """Return the same as data: the answer to one question, or what `replied` would print."""
    began = perf_counter()
    said = await aside(library, question) if question.strip() else None
    if said is None:
        answer = await library.ask(without_marks(question), most)
        talk = unasked(question, answer) if question.strip() else None
        if talk is None:
            return Reply(replace(answer, question=question))
        said = Aside(talk)
    instead = await _instead(library, said)
    answer = _as_answer(question, instead, library.edition, (perf_counter() - began) * 1_000)
    lines = [each for each in instead.shown if isinstance(each, str)]
    if said.talk and said.talk not in _SAY_ALL:
        lines.append(_ASK)
    return Reply(answer, "\n".join(lines) or None)


def _as_answer(question: str, instead: _Instead, edition: int, elapsed_ms: float) -> Answer:
    """Return what takes the place of an answer as one: opened briefings answer, words do not."""
    opened = [each for each in instead.shown if isinstance(each, Briefing)]
    cited = tuple(Citation(rank, 0.0, each, ()) for rank, each in enumerate(opened, start=1))
    return Listing(cited, instead.topics).as_answer(question, edition, elapsed_ms)


async def said_instead(library: Library, said: Aside, how_to_ask: str = _ASK) -> RenderableType:
    """Return what to print instead of an answer."""
    instead = await _instead(library, said)
    lines = [
        briefing_as_text(each) if isinstance(each, Briefing) else Text(each)
        for each in instead.shown
    ]
    if said.numbers or said.talk in _SAY_ALL:
        return Group(*lines)
    return Group(*lines, Text(how_to_ask, style="dim"))


async def _instead(library: Library, said: Aside) -> _Instead:
    if said.numbers:
        return _Instead(tuple([await _opened(library, number) for number in said.numbers]))
    if said.talk is Talk.TOPICS:
        topics = await library.topics()
        return _Instead(("\n".join(topic.label for topic in topics) or NO_TOPICS,), topics)
    if said.talk is Talk.BEYOND:
        are = "is" if said.count == 1 else "are"
        return _Instead((f"There {are} only {said.count} to choose from.",))
    if said.talk is Talk.UP_TO_DATE:
        return _Instead((await _how_new(library),))
    return _Instead((_SAID[said.talk].format(words=said.words),) if said.talk in _SAID else ())


async def _how_new(library: Library) -> str:
    newest = next(iter((await library.latest(1)).citations), None)
    if newest is None:
        return "There are no briefings yet."
    date = newest.briefing.date
    return f"The newest briefing is of {date}." if date else "The briefings have no dates."


async def _opened(library: Library, number: int) -> Briefing | str:
    """Return a briefing by its number, or a sentence that says that there is none."""
    found = await library.briefing(number)
    if isinstance(found, Briefing):
        return found
    highest = await library.highest()
    if not highest:
        return "There are no briefings yet."
    if number > highest:
        return f"There is no briefing #{number}; the latest is #{highest}."
    return f"There is no briefing #{number} now."
