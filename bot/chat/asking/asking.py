"""Ways in: ``/ask``, direct messages, mentions and replies; all lead to one answer."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from cachetools import TTLCache
from discord import app_commands

from bot.chat.asking.addressing import has_files, names_role, said_to
from bot.chat.asking.asked import context_of
from bot.chat.asking.controls import Controls
from bot.chat.asking.question_option import QuestionOption
from bot.chat.asking.quoting import has_words, text_of
from bot.chat.asking.rendering import answer_message
from bot.chat.asking.sharing import shareable
from bot.chat.browsing.briefing import unattached
from bot.chat.languages.languages import N_
from bot.chat.messages import limits, patience
from bot.chat.messages.citing import cited_in
from bot.chat.messages.delivering import UNREACHABLE, may_attach, may_reply, reply
from bot.chat.messages.message import line_message
from bot.chat.people.cooldowns import slower
from bot.community.questions import Question, new_id
from bot.databases.moments import now, stamp
from bot.model import Context
from bot.search.finding.deserving import deserving
from bot.talk.asides import is_of_shown, question_in
from bot.talk.marks import without_marks, without_references
from bot.talk.spoken import spoken_in

if TYPE_CHECKING:
    from bot.chat.asking.aside import AsideReplies
    from bot.chat.asking.observing import Observer
    from bot.chat.client import Attache
    from bot.chat.languages.languages import Language
    from bot.chat.people.cooldowns import Cooldowns
    from bot.chat.people.memory import Memory
    from bot.chat.people.places import Place, Places
    from bot.community.community import Community
    from bot.library.library import Library
    from bot.model import Answer


_MOST_HINTED = 20_000
_HINT_SECONDS = 24 * 3_600


class Asking:
    """Answers questions over a library, with at most ``answers`` citations at once."""

    def __init__(
        self,
        library: Library,
        answers: int,
        memory: Memory,
        cooldowns: Cooldowns,
        places: Places,
        community: Community,
        observer: Observer,
        aside: AsideReplies,
    ) -> None:
        self._library = library
        self._answers = answers
        self._memory = memory
        self._cooldowns = cooldowns
        self._places = places
        self._community = community
        self._observer = observer
        self._aside = aside
        self._hinted: TTLCache[int, bool] = TTLCache(_MOST_HINTED, _HINT_SECONDS)

    def commands(
        self,
    ) -> list[app_commands.Command[Any, ..., None] | app_commands.ContextMenu]:
        """Return ``/ask``, and "Ask the briefings" for a message."""
        return [self._ask(), self._ask_about()]

    def _ask_about(self) -> app_commands.ContextMenu:
        async def ask_about(
            interaction: discord.Interaction[Attache], message: discord.Message
        ) -> None:
            question = without_references(text_of(message))
            if has_words(question):
                # The person who pressed asked, not the one who wrote: others need not see it.
                await self._reply(
                    interaction, question[: limits.QUESTION], private=True, way="menu"
                )
                return
            lang = (await self._places.of(interaction)).language
            view = line_message(lang.gettext("There is no text in that message to look for."))
            await interaction.response.send_message(view=view, ephemeral=True)

        return app_commands.ContextMenu(name=N_("Ask the briefings"), callback=ask_about)

    def _ask(self) -> app_commands.Command[Any, ..., None]:

        @app_commands.command(name="ask", description=N_("Ask the briefings a question"))
        @app_commands.describe(
            question=N_("What do you want to know? Names may be misspelt."),
            private=N_("Show the answer to you alone"),
        )
        async def ask(
            interaction: discord.Interaction[Attache],
            question: app_commands.Range[str, 1, limits.QUESTION],
            private: bool | None = None,
        ) -> None:
            await self._reply(interaction, question, private=private)

        ask.autocomplete("question")(QuestionOption(self._library).complete)
        return ask

    async def on_message(
        self, message: discord.Message, me: discord.ClientUser, refused: str = ""
    ) -> None:
        """Answer a direct message, or a message that mentions the bot; ignore any other.

        A reply to one of the bot's messages mentions it, unless its author has turned that off. Who
        mentions the bot's role, which Discord offers by the same name, means it too.
        With ``refused``, in English, that is said instead of an answer.
        """
        is_meant = message.guild is None or me in message.mentions or names_role(message)
        if not (is_meant and _is_written(message)):
            return
        started = time.perf_counter()
        place = await self._places.of(message)
        if not await self._admitted(message, place, refused):
            return
        question = question_in(said_to(me, message))
        if not (question or has_files(message)):
            await reply(message, line_message(await self._unheard(message, me, place.language)))
            return
        if not await self._is_put_aside(message, question, place):
            await self._answer_message(message, question, place, started)

    async def _is_put_aside(self, message: discord.Message, question: str, place: Place) -> bool:
        """Reply to what needs no search, and tell whether it was that."""
        if spoken := spoken_in(question):
            place = self._places.greeted(place, spoken)
        private = place.is_private(hidden=False)
        before = await self._shown_before(message, place) if is_of_shown(question) else None
        instead = await self._aside.instead(
            question,
            place,
            attached=has_files(message),
            in_talk=self._memory.recall(place.where, private=private) is not None,
            votes=self._takes_votes(place),
            before=before,
        )
        if instead is None:
            return False
        view, files = instead
        if files and not may_attach(message):
            view, files = unattached(view, place.language), ()
        await reply(message, view, files)
        return True

    async def _answer_message(
        self, message: discord.Message, question: str, place: Place, started: float
    ) -> None:
        """Reply to a message with the answer, or with what its answer shows it to be."""
        private = place.is_private(hidden=False)
        before = await self._before(message, private=private)
        answer = await self._answered(message, question, place, before)
        place = self._places.heard(place, answer.language)
        lang, votes = place.language, self._takes_votes(place)
        attached = has_files(message)
        if talk := await self._aside.after(question, answer, place, attached=attached, votes=votes):
            await reply(message, talk)
            return
        controls = self._note(answer, place)
        sent = await reply(message, answer_message(answer, self._answers, lang, controls=controls))
        self._memory.remember(sent.id, answer.context, place.person, private=private)
        way = "mention" if place.server else "direct"
        self._observe(answer, controls, place, way, started)

    async def _admitted(self, message: discord.Message, place: Place, refused: str) -> bool:
        """Tell whether a message is to be answered; say why not, where that may be said."""
        if not (place.is_open and may_reply(message)):
            return False
        lang = place.language
        if not place.settings.mentions:
            await self._hint(message, place)
            return False
        if refused:
            self._observer.refused()
            await reply(message, line_message(lang.gettext(refused)))
            return False
        if wait := self._cooldowns.seconds_left(place):
            if not self._cooldowns.is_told(place.person):
                await reply(message, line_message(slower(wait, lang)))
            return False
        return True

    async def _hint(self, message: discord.Message, place: Place) -> None:
        """Say how to ask where mentions are not answered, once a day in a channel."""
        channel = place.channel or 0
        if channel not in self._hinted:
            self._hinted[channel] = True
            said = place.language.gettext("On this server, I answer **/ask** and not mentions.")
            await reply(message, line_message(said))

    async def _unheard(
        self, message: discord.Message, me: discord.ClientUser, lang: Language
    ) -> str:
        """Return what to say to a message without a text that the bot is shown."""
        resolved = message.reference and message.reference.resolved
        replied_to = resolved if isinstance(resolved, discord.Message) else None
        if replied_to and replied_to.author.id != me.id:
            return lang.gettext(
                "I read only what you write to me, and not the message that you reply to. Choose "
                "*Apps*, *Ask the briefings* in its menu, and I look for what it says."
            )
        if replied_to and replied_to.interaction_metadata and not message.content:
            # https://github.com/discord/discord-api-docs/issues/5395
            return lang.gettext(
                "Discord does not show me what you reply to the answer of a command. Mention me in "
                "your reply, or go on with **/ask**."
            )
        if names_role(message):
            return lang.gettext(
                "Discord does not show me what mentions my role. Mention me myself, or ask with "
                "**/ask**."
            )
        return await self._aside.how_to_ask(lang)

    async def _before(self, message: discord.Message, *, private: bool) -> Context | None:
        """Return what the answer was about that a message replies to, None for any other.

        What is not remembered any more is found by the id of the question, which the buttons under
        its answer hold.
        """
        if message.reference is None:
            return None
        remembered = self._memory.recall(message.reference.message_id, private=private)
        replied_to = message.reference.resolved
        if remembered or not isinstance(replied_to, discord.Message):
            return remembered
        questions = self._community.questions
        return await context_of(replied_to, questions, self._library, self._answers)

    async def _shown_before(self, message: discord.Message, place: Place) -> Context | None:
        """Return what is shown in what a message replies to, or was last."""
        before = await self._before(message, private=place.is_private(hidden=False))
        replied_to = message.reference and message.reference.resolved
        if isinstance(replied_to, discord.Message) and (cited := cited_in(replied_to)):
            return replace(before or Context("", ()), shown=cited)  # of the page turned to
        return before or self._last(place, hidden=False)

    async def _answered(
        self, message: discord.Message, question: str, place: Place, before: Context | None
    ) -> Answer:
        """Return the answer to a message; show that it is looked for where that takes long."""
        work = asyncio.ensure_future(self._answer(question, place, before, hidden=False))
        done, _ = await asyncio.wait({work}, timeout=patience.SECONDS)
        if done:
            return work.result()
        async with AsyncExitStack() as shown:
            with suppress(*UNREACHABLE):  # the answer is told all the same
                await shown.enter_async_context(message.channel.typing())
            return await work

    async def _reply(
        self,
        interaction: discord.Interaction[Attache],
        question: str,
        *,
        private: bool | None,
        way: str = "command",
    ) -> None:
        """Reply to an interaction with the answer, unless its person or its channel may not ask."""
        started = time.perf_counter()
        question = question_in(without_references(question))
        place = await self._places.of(interaction)
        lang = place.language
        if wait := self._cooldowns.seconds_left(place):
            view = line_message(slower(wait, lang))
            await interaction.response.send_message(view=view, ephemeral=True)
            return
        alone = place.settings.private if private is None else private
        is_typed = way == "command"
        if is_typed and await self._is_instead(interaction, question, place, hidden=alone):
            return
        answer = await patience.patiently(
            interaction, self._answer(question, place, None, hidden=alone), hidden=alone
        )
        votes = self._takes_votes(place)
        if is_typed and (
            said := await self._aside.after(question, answer, place, votes=votes, by_command=True)
        ):
            await patience.send(interaction, said, hidden=alone)
            return
        controls = self._note(answer, place)
        view = answer_message(answer, self._answers, lang, asked=question, controls=controls)
        if alone and place.has_others:
            view = shareable(view, lang)
        sent = await patience.send(interaction, view, hidden=alone)
        private = place.is_private(hidden=alone)
        self._memory.remember(sent, answer.context, place.person, private=private)
        self._observe(answer, controls, place, way, started)

    async def _is_instead(
        self,
        interaction: discord.Interaction[Attache],
        question: str,
        place: Place,
        *,
        hidden: bool,
    ) -> bool:
        """Reply to what the command is given that needs no search, and tell whether it was that."""
        votes, last = self._takes_votes(place), self._last(place, hidden=hidden)
        work = self._aside.instead(question, place, hidden=hidden, votes=votes, before=last)
        instead = await patience.patiently(interaction, work, hidden=hidden)
        if instead is None:
            return False
        view, files = instead
        await patience.send(interaction, view, hidden=hidden, files=files)
        return True

    async def _answer(
        self, question: str, place: Place, before: Context | None, *, hidden: bool
    ) -> Answer:
        """Return the answer to a question that follows what was asked ``before``, or last."""
        private = place.is_private(hidden=hidden)
        context = before or self._last(place, hidden=hidden)
        answer = await self._library.ask(without_marks(question), self._answers, context)
        self._memory.remember(place.where, answer.context, place.person, private=private)
        return answer

    def _last(self, place: Place, *, hidden: bool) -> Context | None:
        """Return what was asked last in a place, or at the beginning of it where it is a thread."""
        return self._memory.last(place.where, private=place.is_private(hidden=hidden))

    def _note(self, answer: Answer, place: Place) -> Controls:
        """Keep a question for the editors, and return what leads on from its answer."""
        shown = tuple(each.briefing.number for each in deserving(answer, self._answers))
        question = Question(
            id=new_id(),
            at=stamp(now()),
            person=self._community.people.of(place.person),
            place=place.kind,
            words=answer.question,
            verdict=answer.verdict,
            unknown=answer.unknown,
            cited=shown,
            milliseconds=answer.elapsed_ms,
        )
        self._community.questions.note(question)
        # With fewer on the first page than it can hold, no other deserves to be shown.
        further = answer.further if len(shown) == self._answers else ()
        numbers = (*shown, *further)
        return Controls(question.id, numbers, self._answers, self._takes_votes(place))

    def _takes_votes(self, place: Place) -> bool:
        """Tell whether people are asked under answers in a place whether these helped."""
        return place.settings.feedback and self._community.questions.days > 0

    def _observe(
        self, answer: Answer, controls: Controls, place: Place, way: str, started: float
    ) -> None:
        seconds = time.perf_counter() - started
        self._observer.answered(
            answer, reference=controls.question, way=way, place=place.server, seconds=seconds
        )


def _is_written(message: discord.Message) -> bool:
    """Tell whether a person wrote a message, and not a bot, nor Discord as something was pinned."""
    by_person = not message.author.bot and message.webhook_id is None
    return by_person and message.type in {discord.MessageType.default, discord.MessageType.reply}
