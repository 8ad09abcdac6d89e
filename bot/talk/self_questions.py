"""Questions about the bot itself, which the briefings cannot answer: "what can you do?"."""

from __future__ import annotations

from bot.talk.phrases import is_listed, lines_of

_ABOUT_BOT = "self_questions.txt"
_OWN_DATA = "my_data.txt"
_FOLLOWING = "following.txt"
_TOPICS = "topics.txt"
_INVITING = "inviting.txt"
_OPENING = "opening.txt"
_HOW_ARE_YOU = "how_are_you.txt"
_HELP = "help.txt"
_SPEAKING = "speaking.txt"
_UP_TO_DATE = "up_to_date.txt"


def prepare() -> None:
    """Read the lists, which takes some fifteen milliseconds."""
    for name in (
        _ABOUT_BOT, _OWN_DATA, _FOLLOWING, _TOPICS, _INVITING, _OPENING, _HOW_ARE_YOU, _HELP,
        _SPEAKING, _UP_TO_DATE,
    ):  # fmt: skip
        lines_of(name)


def asks_about_bot(text: str) -> bool:
    """Tell whether somebody asks what the bot is or how it is used, even where it is misspelt."""
    return is_listed(text, _ABOUT_BOT)


def asks_about_own_data(text: str) -> bool:
    """Tell whether somebody wants to see or delete what is kept of them."""
    return is_listed(text, _OWN_DATA, may_slip=False)


def asks_about_following(text: str) -> bool:
    """Tell whether somebody wants to see what they follow, or to be told of no more news."""
    return is_listed(text, _FOLLOWING, may_slip=False)


def asks_for_topics(text: str) -> bool:
    """Tell whether somebody wants to see what there is to ask about."""
    return is_listed(text, _TOPICS, may_slip=False)


def asks_for_invitation(text: str) -> bool:
    """Tell whether somebody wants to have the bot on a server of theirs."""
    return is_listed(text, _INVITING, may_slip=False)


def asks_for_help(text: str) -> bool:
    """Tell whether somebody wants to see how the bot is used: "what commands are there?"."""
    return is_listed(text, _HELP, may_slip=False)


def asks_to_speak(text: str) -> bool:
    """Tell whether somebody wants to be answered in another language: "speak Spanish"."""
    return is_listed(text, _SPEAKING, may_slip=False)


def asks_whether_up_to_date(text: str) -> bool:
    """Tell whether somebody asks of what time the briefings are: "are you up to date?"."""
    return is_listed(text, _UP_TO_DATE, may_slip=False)


def asks_to_open_it(text: str) -> bool:
    """Tell whether somebody wants to read all of the briefing that was shown: "the full text"."""
    return is_listed(text, _OPENING, may_slip=False)


def asks_how_it_is(text: str) -> bool:
    """Tell whether somebody asks the bot, out of politeness, how it is."""
    return is_listed(text, _HOW_ARE_YOU)
