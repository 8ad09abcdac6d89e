"""What is said, without a search, to what is no question: small talk, or a briefing's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.languages.languages import N_
from bot.chat.messages.escaping import quoted
from bot.chat.messages.message import INFORMATION, line_message
from bot.talk.asides import Aside, aside
from bot.talk.kinds import Talk
from bot.talk.smalltalk import unasked

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.browsing.showing import Opened, Showing
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
    Talk.LANGUAGES: N_(
        "I speak English, German, French, Spanish and Russian: the language of your Discord, or "
        "the one that the moderators of a server chose. The briefings stay as they are."
    ),
    Talk.FOLLOW: N_(
        "To be told when there is something new on *{words}*, use **/follow** with that topic."
    ),
    Talk.FOLLOWING: N_("**/following** shows what you follow, and stops it."),
    Talk.COMMAND: N_(
        "I see **/{words}** as mere text. Type **/** and choose it from the list that Discord "
        "opens."
    ),
}
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
_ASKED_FOR = 25
_TOPIC_ROOM = 60
_SHORTEST = 4
_WITH_ARTICLE = frozenset(
    "west east north south states nations union kingdom emirates netherlands philippines republic"
    " federation war kremlin pentagon house strip bank sea council commission ministry party court"
    " army government".split()
)
_SMILE = "😊"


class AsideReplies:
    """Answers what needs no search, and tells how to ask.

    ``invitation`` gives the link that adds the bot to a server, where anybody may add it.
    """

    def __init__(
        self, library: Library, showing: Showing, invitation: Callable[[], str | None]
    ) -> None:
        self._library = library
        self._showing = showing
        self._invitation = invitation

    async def instead(
        self,
        text: str,
        place: Place,
        *,
        hidden: bool = False,
        attached: bool = False,
        in_talk: bool = False,
        votes: bool = False,
        before: Context | None = None,
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
        mentions = place.settings.mentions
        return await self._reply(said, lang, in_talk=in_talk, votes=votes, mentions=mentions), ()

    async def after(
        self,
        question: str,
        answer: Answer,
        lang: Language,
        *,
        attached: bool = False,
        votes: bool = False,
        by_command: bool = False,
        mentions: bool = True,
    ) -> Message | None:
        """Return what to reply where the answer shows that nothing was asked, None otherwise.

        Who tells something ``by_command`` asks all the same whether the briefings have it;
        ``mentions`` says that these are answered there.
        """
        talk = unasked(question, answer, attached=attached)
        if talk is None or (by_command and talk is Talk.STATEMENT):
            return None
        return await self._reply(Aside(talk), lang, votes=votes, mentions=mentions)

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
        labels = [topic.label for topic in await self._library.topics(limit=_ASKED_FOR)]
        example = lang.gettext("what happened today?")
        if topic := next(filter(_reads_well, labels), None):
            shown = quoted(topic, _TOPIC_ROOM)
            example = lang.gettext("what is new about {topic}?", topic=shown)
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
        self,
        said: Aside,
        lang: Language,
        *,
        in_talk: bool = False,
        votes: bool = False,
        mentions: bool = True,
    ) -> Message:
        talk = said.talk
        if talk is Talk.TOPICS:
            return await self._showing.topics(lang)
        if told := await self._told(said, lang, mentions=mentions):
            return line_message(told, INFORMATION)
        if talk is Talk.FEEDBACK:
            return line_message(lang.gettext(_SORRY_WITH_VOTES if votes else _SORRY))
        line = lang.gettext(_SAID[talk]) if talk in _SAID else _SMILE
        if in_talk and talk in _BETWEEN:
            return line_message(line)
        return line_message(f"{line} {await self.how_to_ask(lang)}")

    async def _told(self, said: Aside, lang: Language, *, mentions: bool) -> str:
        """Return what somebody wants to know of the bot and its commands, "" for mere talk."""
        if said.talk is Talk.ABOUT_BOT:
            return await self.greeting(lang, mentions=mentions)
        if said.talk is Talk.INVITATION:
            return self._invite(lang)
        if said.talk is Talk.BEYOND:
            return _beyond(said.count, lang)
        if said.talk not in _POINTING:
            return ""
        words = quoted(said.words, _TOPIC_ROOM)
        return lang.gettext(_POINTING[said.talk], words=words)


def _beyond(count: int, lang: Language) -> str:
    """Return that what was chosen by its place is beyond the ``count`` that were shown."""
    return lang.ngettext(
        "There is only {count} to choose from.", "There are only {count} to choose from.", count
    )


def _reads_well(label: str) -> bool:
    """Tell whether "what is new about" goes with a topic: "China", neither "US" nor "West"."""
    is_name = len(label) >= _SHORTEST and label[:1].isupper() and not label.isupper()
    return is_name and label.rsplit(maxsplit=1)[-1].casefold() not in _WITH_ARTICLE
