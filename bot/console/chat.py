"""A conversation in the terminal: questions, and topics chosen by their number."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from rich.text import Text

from bot.console.answers import answer_as_text, listing_as_text
from bot.console.aside import NO_TOPICS, said_instead
from bot.console.text import counted, report_as_text
from bot.errors import AttacheError
from bot.search.conversation.choosing import after_opening
from bot.talk.asides import Aside, aside, question_in
from bot.talk.kinds import Talk
from bot.talk.marks import without_marks
from bot.talk.numbers import number_of
from bot.talk.smalltalk import unasked

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from rich.console import Console

    from bot.library.library import Library
    from bot.model import Answer, Context, Listing, Topic

_HELP = (
    "Ask in your own words. Type a topic's number to follow it, #5 to read briefing 5, /topics for "
    "all topics, /reload after changing the data, /quit to leave."
)
_LEAVING = frozenset("/quit /exit /q quit exit".split())
_MOST_ON_A_TOPIC = 50


class Conversation:
    """One person's talk with a library on a terminal."""

    def __init__(self, library: Library, console: Console, answers: int) -> None:
        self._library = library
        self._console = console
        self._answers = answers
        self._topics: tuple[Topic, ...] = ()
        self._context: Context | None = None

    def run(
        self,
        read_line: Callable[[str], str],
        run: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        """Talk until ``/quit``, Ctrl-C or the end of input; ``run`` runs what makes a reply.

        Lines are read while nothing runs, in the thread that Ctrl-C interrupts: what reads in
        another one cannot be stopped.
        """
        with suppress(EOFError, KeyboardInterrupt):
            self._greet()
            while (line := read_line("\n> ").strip()).lower() not in _LEAVING:
                if line:
                    run(self._reply(line))
            return
        self._console.print()  # the prompt still stands there

    def _greet(self) -> None:
        library = self._library
        self._console.print(
            f"Attaché: {counted(library.briefings, 'briefing')}, edition {library.edition}.",
            style="bold",
        )
        if library.last_reload and library.last_reload.problems:
            self._console.print(report_as_text(library.last_reload), markup=False)
        self._console.print(_HELP, style="dim")

    async def _reply(self, line: str) -> None:
        line = question_in(line) or line
        number = number_of(line) if line.isdecimal() else None
        if line == "/reload":
            await self._reload()
        elif line.startswith("/") and line != "/topics":
            unknown = "" if line == "/help" else f"There is no {line.split(maxsplit=1)[0]}. "
            self._console.print(f"{unknown}{_HELP}", style="dim", markup=False)
        elif number and number <= len(self._topics):
            await self._follow(self._topics[number - 1])
        elif said := await aside(self._library, line, before=self._context):
            await self._say(said)
        else:
            await self._ask(line)

    async def _say(self, said: Aside) -> None:
        if said.talk is Talk.TOPICS:
            await self._list_topics()
        else:
            self._console.print(await said_instead(self._library, said, _HELP))
            opened = await self._library.context_of(said.numbers) if said.numbers else None
            self._context = after_opening(opened, self._context) or self._context

    async def _ask(self, question: str) -> None:
        answer = await self._library.ask(without_marks(question), self._answers, self._context)
        if talk := unasked(question, answer):
            await self._say(Aside(talk))
        else:
            self._console.print(answer_as_text(answer, self._answers))
            self._remember(answer)

    async def _reload(self) -> None:
        try:
            report = await self._library.reload(by="terminal", reason="asked for in a chat")
            said = report_as_text(report)
        except AttacheError as error:
            said = str(error)
        self._console.print(said, markup=False)

    async def _follow(self, topic: Topic) -> None:
        listing = await self._library.about(topic.key, _MOST_ON_A_TOPIC)
        if listing is None:
            self._console.print(f"No briefing is about {topic.label} any more.", markup=False)
            return
        self._console.print(Text(f"About {topic.label}:", style="bold"))
        self._console.print(listing_as_text(listing))
        self._remember(listing)

    async def _list_topics(self) -> None:
        self._topics = await self._library.topics()
        for place, topic in enumerate(self._topics, start=1):
            self._console.print(f"({place}) {topic.label}", markup=False)
        if not self._topics:
            self._console.print(NO_TOPICS)

    def _remember(self, shown: Answer | Listing) -> None:
        """Let what is typed next choose one of the topics shown, or refer to the briefings."""
        self._topics = shown.topics
        self._context = shown.context
