"""Direct messages, mentions and replies: what is written to the bot, and what it replies."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import discord
from cachetools import TTLCache

from bot.chat.asking.addressing import has_files, names_role, said_to
from bot.chat.asking.rendering import answer_message
from bot.chat.browsing.briefing import unattached
from bot.chat.messages import patience
from bot.chat.messages.citing import cited_in
from bot.chat.messages.delivering import UNREACHABLE, may_attach, may_reply, reply
from bot.chat.messages.message import line_message
from bot.chat.people.cooldowns import slower
from bot.model import Context
from bot.talk.asides import is_of_shown, question_in
from bot.talk.spoken import spoken_in

if TYPE_CHECKING:
    from bot.chat.asking.answering import Answering
    from bot.chat.asking.aside import AsideReplies
    from bot.chat.asking.observing import Observer
    from bot.chat.languages.languages import Language
    from bot.chat.people.cooldowns import Cooldowns
    from bot.chat.people.places import Place, Places
    from bot.model import Answer

_MOST_HINTED = 20_000
_HINT_SECONDS = 24 * 3_600


class Hearing:
    """Replies to what people write to the bot, by ``answering`` it or with what is no answer."""

    def __init__(
        self,
        answering: Answering,
        aside: AsideReplies,
        cooldowns: Cooldowns,
        places: Places,
        observer: Observer,
    ) -> None:
        self._answering = answering
        self._aside = aside
        self._cooldowns = cooldowns
        self._places = places
        self._observer = observer
        self._hinted: TTLCache[int, bool] = TTLCache(_MOST_HINTED, _HINT_SECONDS)

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
        before = await self._shown_before(message, place) if is_of_shown(question) else None
        instead = await self._aside.instead(
            question,
            place,
            attached=has_files(message),
            in_talk=self._answering.is_in_talk(place),
            votes=self._answering.takes_votes(place),
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
        before = await self._answering.before(message, place)
        answer = await self._answered(message, question, place, before)
        place = self._places.heard(place, answer.language)
        lang, votes = place.language, self._answering.takes_votes(place)
        attached = has_files(message)
        if talk := await self._aside.after(question, answer, place, attached=attached, votes=votes):
            await reply(message, talk)
            return
        controls = self._answering.note(answer, place)
        view = answer_message(answer, self._answering.most, lang, controls=controls)
        sent = await reply(message, view)
        self._answering.remember(sent.id, answer, place, hidden=False)
        way = "mention" if place.server else "direct"
        self._answering.observe(answer, controls, place, way, started)

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

    async def _shown_before(self, message: discord.Message, place: Place) -> Context | None:
        """Return what is shown in what a message replies to, or was last."""
        before = await self._answering.before(message, place)
        replied_to = message.reference and message.reference.resolved
        if isinstance(replied_to, discord.Message) and (cited := cited_in(replied_to)):
            return replace(before or Context("", ()), shown=cited)  # of the page turned to
        return before or self._answering.last(place, hidden=False)

    async def _answered(
        self, message: discord.Message, question: str, place: Place, before: Context | None
    ) -> Answer:
        """Return the answer to a message; show that it is looked for where that takes long."""
        work = asyncio.ensure_future(self._answering.answer(question, place, before, hidden=False))
        done, _ = await asyncio.wait({work}, timeout=patience.SECONDS)
        if done:
            return work.result()
        async with AsyncExitStack() as shown:
            with suppress(*UNREACHABLE):  # the answer is told all the same
                await shown.enter_async_context(message.channel.typing())
            return await work


def _is_written(message: discord.Message) -> bool:
    """Tell whether a person wrote a message, and not a bot, nor Discord as something was pinned."""
    by_person = not message.author.bot and message.webhook_id is None
    return by_person and message.type in {discord.MessageType.default, discord.MessageType.reply}
