"""What people say to a bot besides questions, and a short friendly line for it."""

from __future__ import annotations

import re

_LINE = re.compile(r"https?://\S+(?:\s+https?://\S+)*")
_GREETING = frozenset(
    "hi hello hey heya hiya howdy yo greetings hallo hola bonjour salut привет moin servus".split()
)
_THANKS = frozenset("thanks thank thx ty cheers danke merci gracias спасибо".split())
_FAREWELL = frozenset("bye goodbye cya later night tschüss adieu ciao".split())
_HELP = frozenset("help commands info usage start".split())
_NOISE = frozenset(
    "ok okay k cool nice great good wow lol haha hehe hm hmm yes no yeah yep nope sure right well"
    " morning evening afternoon day again there you very much so a the bot all everyone for that"
    " my friend please test testing ping".split()
)
_LINES = (
    (_THANKS, "You are welcome!"),
    (_FAREWELL, "See you!"),
    (_HELP, "Of course."),
    (_GREETING, "Hello!"),
)
_MOST_WORDS = 6


def small_talk(text: str, *, attached: bool = False) -> str | None:
    """Return the friendly line for what is no question, None for what should be searched.

    It is Markdown, to be followed by how to ask. ``attached`` says that a file came with the text.
    """
    text = text.strip()
    words = re.findall(r"[^\W_]+", text.casefold())
    if _LINE.fullmatch(text):
        return "I do not follow links; I only know the briefings."
    if not words:
        return "I cannot look into files." if attached else "😊" if text else None
    if len(words) > _MOST_WORDS or not all(map(_is_idle, words)):
        return None
    said = set(words)
    return next((line for idle, line in _LINES if said & idle), "😊")


def _is_idle(word: str) -> bool:
    return any(word in idle for idle in (_GREETING, _THANKS, _FAREWELL, _HELP, _NOISE))
