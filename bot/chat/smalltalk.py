"""What people say to a bot besides questions, and a short friendly line for it."""

from __future__ import annotations

import re

from bot.chat.languages import N_

_LINE = re.compile(r"https?://\S+(?:\s+https?://\S+)*")
_GREETING = frozenset(
    "hi hello hey heya hiya howdy yo greetings hallo hola bonjour salut привет здравствуйте moin"
    " servus".split()
)
_THANKS = frozenset("thanks thank thx ty cheers danke merci gracias спасибо".split())
_FAREWELL = frozenset("bye goodbye cya later night tschüss adieu adiós ciao пока".split())
_HELP = frozenset("help commands info usage start hilfe aide ayuda помощь".split())
_NOISE = frozenset(
    "ok okay k cool nice great good wow lol haha hehe hm hmm yes no yeah yep nope sure right well"
    " morning evening afternoon day again there you very much so a the bot all everyone for that"
    " my friend please test testing ping".split()
)
_LINES = (
    (_THANKS, N_("You are welcome!")),
    (_FAREWELL, N_("See you!")),
    (_HELP, N_("Of course.")),
    (_GREETING, N_("Hello!")),
)
_SMILE = "😊"
_MOST_WORDS = 6
# Who begins like this tells of themselves: in English, German, French, Spanish, Russian.
_TELLING = re.compile(
    r"(i|i'm|im|i've|my|we|we're|our|you|you're|ich|mein|meine|wir|du|je|j'ai|mon|ma|nous|tu|yo"
    r"|mi|nosotros|tú|я|мой|моя|мы|ты)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\?|\b(who|what|when|where|why|how|which|whose|want to know|wonder|looking for|tell me|wer"
    r"|was|wann|wo|warum|wie|welche|qui|que|quoi|quand|où|pourquoi|comment|quel|quelle|quién|qué"
    r"|cuándo|dónde|cómo|кто|что|когда|где|почему|как)\b",
    re.IGNORECASE,
)


def small_talk(text: str, *, attached: bool = False) -> str | None:
    """Return the friendly line for what is no question, None for what should be searched.

    It is in English, for a catalogue to translate, and Markdown, to be followed by how to ask.
    ``attached`` says that a file came with the text.
    """
    text = text.strip()
    words = re.findall(r"[^\W_]+", text.casefold())
    if _LINE.fullmatch(text):
        return N_("I do not follow links; I only know the briefings.")
    if not words:
        return N_("I cannot look into files.") if attached else _SMILE if text else None
    if len(words) > _MOST_WORDS or not all(map(_is_idle, words)):
        return None
    said = set(words)
    return next((line for idle, line in _LINES if said & idle), _SMILE)


def is_statement(text: str) -> bool:
    """Tell whether somebody tells of themselves rather than asks, as far as a few words show it."""
    return bool(_TELLING.match(text.strip())) and not _ASKING.search(text)


def _is_idle(word: str) -> bool:
    return any(word in idle for idle in (_GREETING, _THANKS, _FAREWELL, _HELP, _NOISE))
