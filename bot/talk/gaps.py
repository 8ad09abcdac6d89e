"""Which questions that were not answered tell of something missing, and which of their words."""

from __future__ import annotations

from bot.search.conversation.following import FollowUp, follows
from bot.search.reading.framing import FRAME_WORDS
from bot.search.words.stopwords import STOP_WORDS
from bot.talk.smalltalk import is_idle, small_talk

_BARE = frozenset({FollowUp.FURTHER, FollowUp.OTHERS, FollowUp.AGAIN})
_FILLERS = frozenset("hope hopefully guess suppose maybe perhaps anyway btw sir madam team".split())


def tells_of_gap(question: str) -> bool:
    """Tell whether a question names something: "who else?", "hello" and a blank do not."""
    return (
        bool(question.strip()) and follows(question) not in _BARE and small_talk(question) is None
    )


def is_gap(word: str) -> bool:
    """Tell whether a word that no briefing has may be one to write about: "hope" is not."""
    word = word.casefold()
    return not (is_idle(word) or word in _FILLERS or word in FRAME_WORDS or word in STOP_WORDS)
