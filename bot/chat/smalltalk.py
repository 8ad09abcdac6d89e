"""What people say to a bot besides questions, and a short friendly line for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.chat.languages import N_

if TYPE_CHECKING:
    from collections.abc import Collection

_LINK = re.compile(r"<?\b(?:https?://|www\.)\S+", re.IGNORECASE)
# A custom emoji, as Discord writes it into a text; it is no word.
_EMOJI = re.compile(r"<a?:\w+:\d+>")
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
    " my friend please test testing ping look at this here check out see read article link".split()
)
_LINES = (
    (_THANKS, N_("You are welcome!")),
    (_FAREWELL, N_("See you!")),
    (_HELP, N_("Of course.")),
    (_GREETING, N_("Hello!")),
)
_SMILE = "😊"
_MOST_WORDS = 6
_SHORTEST_SLIP = 4
# In English, German, French, Spanish, Russian: who begins like this tells of themselves, ...
_TELLING = re.compile(
    r"(i|i'm|im|i've|my|we|we're|our|you|you're|ich|mein|meine|wir|du|je|j'ai|mon|ma|nous|tu|yo"
    r"|mi|nosotros|tú|я|мой|моя|мы|ты)\b",
    re.IGNORECASE,
)
# ... who says this of something, and does not begin with it, tells what it is, ...
_STATING = re.compile(
    r"(?<!^)\b(is|are|was|were|am|it's|that's|ist|sind|war|waren|est|sont|était|es|son|era|это)\b",
    re.IGNORECASE,
)
# ... and who says one of these asks.
_ASKING = re.compile(
    r"\?|\b(who|what|when|where|why|how|which|whose|want to know|wonder|looking for|tell me|wer"
    r"|was|wann|wo|warum|wie|welche|qui|que|quoi|quand|où|pourquoi|comment|quel|quelle|quién|qué"
    r"|cuándo|dónde|cómo|кто|что|когда|где|почему|как)\b",
    re.IGNORECASE,
)


def small_talk(text: str, *, attached: bool = False, slips: Collection[str] = ()) -> str | None:
    """Return the friendly line for what is no question, None for what should be searched.

    It is in English, for a catalogue to translate, and Markdown, to be followed by how to ask.
    ``attached`` says that a file came with the text, ``slips`` which of its words are misspelt.
    """
    words = [_meant(word) if word in slips else word for word in words_in(text)]
    if _LINK.search(text) and all(map(_is_idle, words)):
        return N_("I do not follow links; I only know the briefings.")
    if not words:
        return N_("I cannot look into files.") if attached else _SMILE if text.strip() else None
    if len(words) > _MOST_WORDS or not all(map(_is_idle, words)):
        return None
    said = set(words)
    return next((line for idle, line in _LINES if said & idle), _SMILE)


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded, without its links and emoji."""
    bare = _LINK.sub(" ", _EMOJI.sub(" ", text))
    return re.findall(r"[^\W_]+", bare.casefold())


def is_statement(text: str) -> bool:
    """Tell whether somebody tells something rather than asks, as far as a few words show it."""
    text = text.strip()
    tells = _TELLING.match(text) or _STATING.search(text)
    return bool(tells) and not _ASKING.search(text)


def _is_idle(word: str) -> bool:
    return word in _NOISE or any(word in said for said, _ in _LINES)


def _meant(word: str) -> str:
    """Return the word of small talk that a misspelt one is a letter away from, else itself."""
    if len(word) < _SHORTEST_SLIP:
        return word
    near = [each for said, _ in _LINES for each in sorted(said) if OSA.distance(word, each) == 1]
    # A letter is forgotten more often than another is typed: "helo" is "hello", not "help".
    return max(near, key=len, default=word)
