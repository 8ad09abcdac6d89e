"""Telling who tells something from who asks, in the language in which they do."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.search.words.irregular import IRREGULAR_BASES, IRREGULAR_PASTS

# What may stand behind "I" and "we", and is no noun there: "we work" may be a firm.
_BASES = (
    "agree am are believe can could did do enjoy feel got had hate have hope just like live love"
    " may might must need never prefer remember shall should think try want was went were will"
    " wish would"
).split()
_PAST = r"(?!united\b|hundred\b)\w{2,}[^\We]ed"
_FINITE = rf"(?:{'|'.join(sorted({*_BASES, *IRREGULAR_BASES, *IRREGULAR_PASTS}))}|{_PAST})"
# Nor is it told of anything of one's own without a verb: "my chemical romance tickets".
_OF_IT = (
    rf"(?:is|are|was|were|am|has|have|had|does|did|do|will|would|can|could|should|must|went|goes"
    rf"|(?:{'|'.join(sorted({*IRREGULAR_BASES, 'sleep', 'stand', 'hate', 'like', 'love'}))})s"
    rf"|{'|'.join(sorted(IRREGULAR_PASTS))}|{_PAST})"
)
_BESIDE = r"(?:(?:also|always|do|don['’]?t|just|never|now|often|really|still|\w+ly) )*"
_SMALL = r"(?-i:[^\W\dA-ZÀ-ÞА-Я])"
"""A small letter, as names have none: "Du Pont", "mon Laferte"."""


class _Language(NamedTuple):
    """How somebody tells of themselves, or what something is, and how they ask."""

    telling: re.Pattern[str]
    """Who begins like this tells of themselves."""
    stating: re.Pattern[str]
    """Who says this of something, and does not begin with it, tells what it is."""
    asking: re.Pattern[str]


def _language(telling: str, stating: str, asking: str) -> _Language:
    return _Language(
        re.compile(rf"(?:{telling})\b", re.IGNORECASE),
        re.compile(rf"(?<!^)(?<!^and )(?<!^but )(?<!^so )\b(?:{stating})\b", re.IGNORECASE),
        re.compile(rf"[?？؟]|\b(?:{asking})\b", re.IGNORECASE),
    )


_ENGLISH = _language(
    rf"(?:i|we|you|u) {_BESIDE}(?-i:{_FINITE})|(?:i|we|you)['’](?:m|ve|re|d|ll)"
    rf"|(?:im|ive|youre) {_SMALL}\w*|(?:my|our) {_SMALL}\w*(?: [\w'’-]+){{0,4}}? {_OF_IT}",
    r"(?<!\bthat )(?-i:it['’]s|that['’]s|is|are|were|am)",
    r"(?:who|what|when|where|why|how)s?|whom|which|whose|want to know|wonder|looking for|tell me"
    # "I need news about Ostra", "you got anything on it"
    r"|(?:any|anything|details|info|information|more|news|something|updates?) (?:\w+ )?"
    r"(?:about|concerning|from|of|on|regarding)",
)
_LANGUAGES = {
    "de": _language(
        rf"(?:ich|wir|du|mein|meine) {_SMALL}\w*",
        "ist|sind|war|waren|bin|bist",
        "wer|was|wann|wo|warum|wie|welche[mnrs]?|gibts?",
    ),
    "fr": _language(
        rf"(?:je|nous|tu|mon|ma) {_SMALL}\w*|j['’]\w+",
        "est|sont|était|suis|es",
        "qui|que|quoi|quand|où|pourquoi|comment|quels?|quelles?",
    ),
    "es": _language(
        rf"(?:yo|nosotros|tú|tu|mi) {_SMALL}\w*",
        "es|está|son|era|soy|eres",
        "quién|qué|cuándo|dónde|cómo|cuál|por qué",
    ),
    "ru": _language(
        rf"(?:я|мой|моя|мы|ты) {_SMALL}\w*",
        "это",
        "кто|что|когда|где|почему|как|какой|какая|какие",
    ),
}
_LOST_LETTERS = frozenset("wat wats wen wher wich wht whch whn wy".split())
_LETTERS = frozenset(
    "".join(sorted(word)) for word in ("what", "when", "where", "which", "whose", "whats", "why")
)
"""What is typed in haste: "waht", "hwen"."""
_BEGINNING = 2
_WORDS = re.compile(r"[^\W_]+")


def is_statement(text: str, language: str | None = None) -> bool:
    """Tell whether somebody tells something rather than asks, as far as a few words show it.

    ``language`` is the one they do it in, where it is not English: a "war" is none that was.
    """
    text = text.strip()
    put = _LANGUAGES.get(language or "", _ENGLISH)
    if not (put.telling.match(text) or put.stating.search(text)):
        return False
    return not (put.asking.search(text) or _ENGLISH.asking.search(text) or _asks_misspelt(text))


def _asks_misspelt(text: str) -> bool:
    """Tell whether a text begins with a question word, its letters in disorder or lost."""
    first = _WORDS.findall(text.casefold())[:_BEGINNING]
    return any(word in _LOST_LETTERS or "".join(sorted(word)) in _LETTERS for word in first)
