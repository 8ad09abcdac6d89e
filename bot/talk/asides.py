"""What takes the place of a search: briefings by their numbers, small talk, or a command."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.conversation.choosing import chooses, most_to_choose_from, opened
from bot.talk.kinds import Talk
from bot.talk.numbers import as_written, is_bare, numbers_wanted
from bot.talk.self_questions import asks_to_open_it
from bot.talk.smalltalk import small_talk

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.model import Context

COMMANDS = frozenset(
    "ask briefing related topics latest timeline random help follow following settings privacy"
    " admin".split()
)
"""The names of the bot's commands, which people type as text, too."""
_ASK = re.compile(r"\s*[/!]ask(?=[\s:]|$)[\s:]*(?:question\s*:)?\s*", re.IGNORECASE)
_COMMAND = re.compile(r"/(?P<name>[a-z]+)(?=\s|$)\s*", re.IGNORECASE)
_FOLLOW = frozenset("follow subscribe abonniere folge suivre seguir sigue подпишись".split())
_UNFOLLOW = re.compile(
    r"(?:un(?:follow|subscribe)|stop (?:following|notifying me (?:of|about)|(?:news|updates) "
    r"(?:on|about)))\b",
    re.IGNORECASE,
)
# Unless it is asked: "tell me when there is news on China?" may want it now.
_TELL_ME = re.compile(
    r"(?:(?:notify|alert|ping|tell|inform|message|text|dm) me|let me know|keep me (?:posted|updated"
    r"|informed))(?: (?:when|whenever|once|as soon as) (?:there(?:['’]s| is| are)|you (?:get|have)"
    r"|something)(?: (?:any|more|new|news|updates?|anything|something|briefings?|is|happens))*)?"
    r" (?:about|of|on|with|in|from) (?P<topic>.+)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:notify|alert|ping|when|whenever|once|soon|posted|updated)\b", re.IGNORECASE
)
_BARE = {
    "ask": "ask", "settings": "settings", "related": "related", "random": "random",
    "timeline": "timeline",
    "follow": "follow", "subscribe": "follow", "following": "following", "privacy": "privacy",
}  # fmt: skip
"""Words that alone are no question, and the commands that they name."""
_NEWS = frozenset("privacy invite einladen inviter".split())
"""Of what alone is no question, words that news may be about: then they are looked for."""
_BESIDE_TOPIC = frozenset("please pls me to on topic the bitte auf на".split())
_NOT_FOLLOWED = frozenset(["up"])
_MOST_WORDS = 6
_LOOKED_THROUGH = 10


@dataclass(frozen=True, slots=True)
class Aside:
    """Briefings by ``numbers``, or a kind of ``talk`` and the ``words`` that it is about.

    These are the name of a command, or the topic to be followed; for any other kind none. ``count``
    is how many there are to choose from where somebody chooses one beyond these.
    """

    talk: Talk | None = None
    numbers: tuple[int, ...] = ()
    words: str = ""
    count: int = 0


def question_in(text: str) -> str:
    """Return the question of a text that gives it as the command would: "/ask Who fled?"."""
    found = _ASK.match(text)
    return text[found.end() :].strip() if found else text


async def aside(
    library: Library, text: str, *, attached: bool = False, before: Context | None = None
) -> Aside | None:
    """Return what somebody wants who asks nothing that is to be looked for, else None.

    ``attached`` says that a file came with the text, and ``before`` is what was shown before it.
    Raises `StoreUnusable`.
    """
    if before and (wanted := _of_shown(text, before)):
        return wanted
    if command := _command(text.strip()):
        return command
    word = text.strip(" .!?").casefold()
    if word in _NEWS and await _is_topic(library, word):
        return None
    highest = await library.highest() if is_bare(text) else 0
    if numbers := numbers_wanted(text, highest):
        name = as_written(text, numbers)
        if name and await _is_told(library, text, name):
            return None
        return Aside(numbers=numbers)
    talk = small_talk(text, attached=attached)
    return Aside(talk) if talk else _following(text)


def is_of_shown(text: str) -> bool:
    """Tell whether a text may want what was shown before it: "open it", "the second one"."""
    return asks_to_open_it(text) or chooses(text)


def _of_shown(text: str, before: Context) -> Aside | None:
    """Return which briefing of what was shown is to be opened, or that there is none there."""
    number = before.top if asks_to_open_it(text) else opened(text, before)
    if number:
        return Aside(numbers=(number,))
    count = most_to_choose_from(text, before)
    return Aside(Talk.BEYOND, count=count) if count else None


def _command(text: str) -> Aside | None:
    """Return what somebody wants who types a command as text, None for what is none."""
    command = _COMMAND.match(text)
    name = command["name"].casefold() if command else ""
    if command is None or name not in COMMANDS - {"help"}:
        return None
    rest = text[command.end() :]
    if name == "briefing" and (numbers := numbers_wanted(f"briefing {rest}")):
        return Aside(numbers=numbers)
    is_list = name == "topics" and not rest
    return Aside(Talk.TOPICS) if is_list else Aside(Talk.COMMAND, words=name)


async def _is_told(library: Library, text: str, name: re.Pattern[str]) -> bool:
    """Tell whether briefings that are found for a text have a name in it: "No 10 said"."""
    answer = await library.ask(text, _LOOKED_THROUGH)
    return any(name.search(each.briefing.text) for each in answer.citations)


async def _is_topic(library: Library, word: str) -> bool:
    """Tell whether a topic of the briefings has a word in its name."""
    topics = await library.topics(word)
    return any(word in each.label.casefold().split() for each in topics)


def _following(text: str) -> Aside | None:
    """Return what somebody wants who tells the bot to follow something, else None."""
    if text.rstrip().endswith("?"):
        return None
    if name := _BARE.get(text.strip(" .!").casefold()):
        return Aside(Talk.COMMAND, words=name)
    told = _TELL_ME.fullmatch(text.strip(" .!"))
    if told and _LATER.search(text[: len(text) - len(told["topic"])]):
        return _to_follow(told["topic"].split())
    words = text.split()
    while words and words[0].casefold() in _BESIDE_TOPIC:
        words.pop(0)
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if _UNFOLLOW.match(" ".join(words)):
        return Aside(Talk.FOLLOWING)
    return _to_follow(words[1:]) if words[0].casefold().rstrip(".!") in _FOLLOW else None


def _to_follow(topic: list[str]) -> Aside | None:
    """Return that somebody wants to follow a topic, None where that is none."""
    while topic and topic[0].casefold() in _BESIDE_TOPIC:
        topic.pop(0)
    if not 0 < len(topic) <= _MOST_WORDS or topic[0].casefold() in _NOT_FOLLOWED:
        return None
    return Aside(Talk.FOLLOW, words=" ".join(topic).rstrip(".!"))
