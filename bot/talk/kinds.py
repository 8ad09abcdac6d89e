"""The kinds of what people write besides questions."""

from __future__ import annotations

from enum import Enum, auto


class Talk(Enum):
    """What somebody writes who asks the briefings nothing."""

    THANKS = auto()
    FAREWELL = auto()
    ABOUT_BOT = auto()
    """They ask what the bot can do, or who it is."""
    HELP = auto()
    """They want to see how the bot is used, and its commands."""
    SPEAKING = auto()
    """They want to be answered in another language, or ask which the bot speaks."""
    UP_TO_DATE = auto()
    """They ask of what time the briefings are."""
    GREETING = auto()
    HOW_ARE_YOU = auto()
    NOD = auto()
    """An emoji, "ok", or what people say to what they read ("that's crazy") or take back."""
    FEEDBACK = auto()
    """They say that an answer was wrong or did not help, or call the bot names."""
    LINK = auto()
    FILE = auto()
    STATEMENT = auto()
    """They tell something, and ask nothing."""
    DATA = auto()
    """They want to see or delete what is kept of them."""
    INVITATION = auto()
    """They want to have the bot on a server of theirs."""
    TOPICS = auto()
    """They want to see what there is to ask about."""
    FOLLOW = auto()
    """They want to be told of what is new on a topic."""
    FOLLOWING = auto()
    """They want to see what they follow, or to be told of no more news."""
    BEYOND = auto()
    """They choose a place of what was shown that is beyond its end."""
    COMMAND = auto()
    """They write a command as text."""
