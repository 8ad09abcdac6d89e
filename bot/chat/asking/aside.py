"""What is said, without a search, to what is no question: small talk, or a briefing's number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.chat.languages.languages import N_
from bot.chat.messages.escaping import quoted
from bot.chat.messages.examples import LOOKED_AT, example_among
from bot.chat.messages.message import INFORMATION, line_message
from bot.talk.asides import Aside, aside
from bot.talk.kinds import Talk
from bot.talk.smalltalk import unasked

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.browsing.showing import Opened, Showing
    from bot.chat.commands.helping import HelpCommand
    from bot.chat.languages.languages import Language
    from bot.chat.messages.message import Message
    from bot.chat.people.places import Place
    from bot.library.library import Library
    from bot.model import Answer, Context

_SAID = {
    Talk.THANKS: N_("You are welcome!"),
    Talk.FAREWELL: N_("See you!"),
    Talk.GREETING: N_("Hello!"),
    Talk.HOW_ARE_YOU: N_("I am here, and well, thank you!"),
    Talk.LINK: N_("I do not follow links; I only know the briefings."),
    Talk.FILE: N_("I cannot look into files."),
    Talk.STATEMENT: N_("I only know the briefings."),
}
_POINTING = {
    Talk.DATA: N_("**/privacy** shows what I store about you, and deletes it."),
    Talk.FOLLOW: N_(
        "To be told when there is something new on *{words}*, use **/follow** with that topic."
    ),
    Talk.FOLLOWING: N_("**/following** shows what you follow, and stops it."),
    Talk.SPEAKING: N_(
        "I speak English, German, French, Spanish and Russian: as your Discord does, or as the "
        "server's moderators chose. The briefings stay as they are."
    ),
    Talk.COMMAND: N_(
        "I see **/{words}** as mere text. Type **/** and choose it from the list that Discord "
        "opens."
    ),
}
_FOR_WHOM = {
    "settings": N_("It is there only for those who may manage the server."),
    "admin": N_("It is there only for whoever runs me."),
}
"""For whom Discord lists a command, where it does not for all."""
_SORRY = N_(
    "I am sorry if that did not help. Name the person, place or thing that you ask about, or put "
    "it in other words."
)
_SORRY_WITH_VOTES = N_(
    "I am sorry if that did not help: press 👎 under the answer, so that the editors see it. Name "
    "the person, place or thing that you ask about, or put it in other words."
)
_BETWEEN = frozenset([Talk.THANKS, Talk.FAREWELL, Talk.GREETING, Talk.NOD])
"""What people say in a talk without wanting to hear again how it goes."""
_TOPIC_ROOM = 60
_SMILE = "😊"


class AsideReplies:
    """Answers what needs no search, and tells how to ask.

    ``invitation`` gives the link that adds the bot to a server, where anybody may add it.
    """

    def __init__(
        self,
        library: Library,
        showing: Showing,
        help_: HelpCommand,
        invitation: Callable[[], str | None],
    ) -> None:
        self._library = library
        self._showing = showing
        self._help = help_
        self._invitation = invitation

    async def instead(
        self,
        text: str,
        place: Place,
        *,
        hidden: bool = False,
        attached: bool = False,
        in_talk: bool = False,
        votes: bool,
        before: Context | None,
    ) -> Opened | None:
        """Return what to reply to a text instead of searching for it, None to search.

        The reply is ``hidden`` from others, or not. ``in_talk`` says that its author has asked
        something lately, and so knows how to ask; ``votes`` that people are asked under answers
        whether these helped; ``before`` is what was shown before the text.
        """
        lang = place.language
        if not (text.strip() or attached):
            return line_message(await self.how_to_ask(lang)), ()
        said = await aside(self._library, text, attached=attached, before=before)
        if said is None:
            return None
        if said.numbers:
            return await self._showing.opened(said.numbers, place, hidden=hidden)
        return await self._reply(said, place, in_talk=in_talk, votes=votes), ()

    async def after(
        self,
        question: str,
        answer: Answer,
        place: Place,
        *,
        attached: bool = False,
        votes: bool,
        by_command: bool = False,
    ) -> Message | None:
        """Return what to reply where the answer shows that nothing was asked, None otherwise.

        Who tells something ``by_command`` asks all the same whether the briefings have it.
        """
        talk = unasked(question, answer, attached=attached)
        if talk is None or (by_command and talk is Talk.STATEMENT):
            return None
        return await self._reply(Aside(talk), place, votes=votes)

    async def greeting(self, lang: Language, *, mentions: bool = True) -> str:
        """Return what the bot is and how it is asked, as Markdown, by ``mentions`` too or not."""
        hello = lang.gettext("Hello, I am Attaché")
        count = lang.ngettext(
            "I answer from {count} briefing, and cite every one I use.",
            "I answer from {count} briefings, and cite every one I use.",
            self._library.briefings,
        )
        ways = lang.gettext(
            "**/ask**, mention me, or write me a direct message. **/help** says more."
        )
        if not mentions:
            ways = lang.gettext("**/ask**, or write me a direct message. **/help** says more.")
        return f"### {hello}\n{count} {await self.how_to_ask(lang)}\n-# {ways}"

    async def how_to_ask(self, lang: Language) -> str:
        """Return what may be asked, with an example, as Markdown."""
        example = lang.gettext("what happened today?")
        if topic := example_among(await self._library.topics(limit=LOOKED_AT)):
            example = lang.gettext("what is new about {topic}?", topic=topic)
        return lang.gettext(
            "Ask me anything that the briefings may cover, in your own words: names may be "
            "misspelt. For example: *{example}*",
            example=example,
        )

    def _invite(self, lang: Language) -> str:
        """Return how the bot is added to a server, as Markdown."""
        link = self._invitation()
        if link is None:
            return lang.gettext("Only whoever runs me can add me to a server.")
        return lang.gettext(
            "Who may manage a server can add me to it with [this link]({link}).", link=link
        )

    async def _reply(
        self, said: Aside, place: Place, *, votes: bool, in_talk: bool = False
    ) -> Message:
        talk, lang = said.talk, place.language
        if talk is Talk.TOPICS:
            return await self._showing.topics(lang)
        if talk is Talk.HELP:
            return await self._help.first_page(place)
        if told := await self._told(said, place):
            return line_message(told, INFORMATION)
        if talk is Talk.FEEDBACK:
            return line_message(lang.gettext(_SORRY_WITH_VOTES if votes else _SORRY))
        line = lang.gettext(_SAID[talk]) if talk in _SAID else _SMILE
        if in_talk and talk in _BETWEEN:
            return line_message(line)
        return line_message(f"{line} {await self.how_to_ask(lang)}")

    async def _told(self, said: Aside, place: Place) -> str:
        """Return what somebody wants to know of the bot and its commands, "" for mere talk."""
        lang = place.language
        if said.talk is Talk.ABOUT_BOT:
            return await self.greeting(lang, mentions=place.settings.mentions)
        if said.talk is Talk.UP_TO_DATE:
            return await self._how_new(lang)
        if said.talk is Talk.INVITATION:
            return self._invite(lang)
        if said.talk is Talk.BEYOND:
            return _beyond(said.count, lang)
        if said.talk not in _POINTING:
            return ""
        words = quoted(said.words, _TOPIC_ROOM)
        told = lang.gettext(_POINTING[said.talk], words=words)
        is_for_some = said.talk is Talk.COMMAND and said.words in _FOR_WHOM
        return f"{told} {lang.gettext(_FOR_WHOM[said.words])}" if is_for_some else told

    async def _how_new(self, lang: Language) -> str:
        """Return of when the newest briefing is, as Markdown."""
        newest = next(iter((await self._library.latest(1)).citations), None)
        if newest is None:
            return lang.gettext("There are no briefings yet.")
        told = lang.gettext("The briefings have no dates.")
        if newest.briefing.date:
            day = lang.day(date.fromisoformat(newest.briefing.date[:10]))
            told = lang.gettext("The newest briefing is of {date}.", date=day)
        return f"{told} {lang.gettext('**/latest**: the newest briefings')}"


def _beyond(count: int, lang: Language) -> str:
    """Return that what was chosen by its place is beyond the ``count`` that were shown."""
    return lang.ngettext(
        "There is only {count} to choose from.", "There are only {count} to choose from.", count
    )
