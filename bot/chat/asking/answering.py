"""Answers to questions, whichever way these come in: what came before, and what is kept of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import discord

from bot.chat.asking.asked import context_of
from bot.chat.asking.controls import Controls
from bot.community.questions import Question, new_id
from bot.databases.moments import now, stamp
from bot.search.finding.deserving import deserving
from bot.talk.marks import without_marks

if TYPE_CHECKING:
    from bot.chat.asking.observing import Observer
    from bot.chat.people.memory import Memory
    from bot.chat.people.places import Place
    from bot.community.community import Community
    from bot.library.library import Library
    from bot.model import Answer, Context


class Answering:
    """Answers questions over a library, with at ``most`` so many citations at once."""

    def __init__(
        self,
        library: Library,
        most: int,
        memory: Memory,
        community: Community,
        observer: Observer,
    ) -> None:
        self._library = library
        self.most = most
        self._memory = memory
        self._community = community
        self._observer = observer

    async def answer(
        self, question: str, place: Place, before: Context | None, *, hidden: bool
    ) -> Answer:
        """Return the answer to a question that follows what was asked ``before``, or last."""
        private = place.is_private(hidden=hidden)
        context = before or self.last(place, hidden=hidden)
        answer = await self._library.ask(without_marks(question), self.most, context)
        self._memory.remember(place.where, answer.context, place.person, private=private)
        return answer

    def last(self, place: Place, *, hidden: bool) -> Context | None:
        """Return what was asked last in a place, or at the beginning of it where it is a thread."""
        return self._memory.last(place.where, private=place.is_private(hidden=hidden))

    def is_in_talk(self, place: Place) -> bool:
        """Tell whether somebody has asked something in a place lately, seen there by all or not."""
        private = place.is_private(hidden=False)
        return self._memory.recall(place.where, private=private) is not None

    def remember(self, sent: int | None, answer: Answer, place: Place, *, hidden: bool) -> None:
        """Let a reply to the message that was sent, if there is one, refer to its answer."""
        private = place.is_private(hidden=hidden)
        self._memory.remember(sent, answer.context, place.person, private=private)

    async def before(self, message: discord.Message, place: Place) -> Context | None:
        """Return what the answer was about that a message replies to, None for any other.

        What is not remembered any more is found by the id of the question, which the buttons under
        its answer hold.
        """
        if message.reference is None:
            return None
        private = place.is_private(hidden=False)
        remembered = self._memory.recall(message.reference.message_id, private=private)
        replied_to = message.reference.resolved
        if remembered or not isinstance(replied_to, discord.Message):
            return remembered
        questions = self._community.questions
        return await context_of(replied_to, questions, self._library, self.most)

    def note(self, answer: Answer, place: Place) -> Controls:
        """Keep a question for the editors, and return what leads on from its answer."""
        shown = tuple(each.briefing.number for each in deserving(answer, self.most))
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
        further = answer.further if len(shown) == self.most else ()
        numbers = (*shown, *further)
        # Nothing can help before there are briefings.
        votes = bool(answer.edition) and self.takes_votes(place)
        return Controls(question.id, numbers, self.most, votes)

    def takes_votes(self, place: Place) -> bool:
        """Tell whether people are asked under answers in a place whether these helped."""
        return place.settings.feedback and self._community.questions.days > 0

    def observe(
        self, answer: Answer, controls: Controls, place: Place, way: str, started: float
    ) -> None:
        """Note how an answer was asked for, and how long it took since it was ``started``."""
        seconds = time.perf_counter() - started
        self._observer.answered(
            answer, reference=controls.question, way=way, place=place.server, seconds=seconds
        )
