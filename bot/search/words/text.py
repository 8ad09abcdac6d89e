"""Words: one way of cutting and folding text, for briefings and for questions alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.search.words.numbers import CURRENCIES, CURRENCY, DECIMAL, GROUPED, is_number, number_forms
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_WORD = 40
"""Longer runs of letters are no words; they are cut so that no term grows without bound."""

_KEPT = 1 << 12
"""Tokens of which is remembered what they stand for: what is kept lengthens Python's pauses."""

# One pattern finds dotted acronyms ("U.S."), single Han and kana characters, which are written
# without spaces, and words and numbers with apostrophes or hyphens inside them.
HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_LETTER = f"[^\\W_{HAN}]"
_PART = rf"(?:(?=\d)(?:{GROUPED}|{DECIMAL}){_LETTER}*|{_LETTER}+)"
# What a token begins with, and what a dotted one does, is looked for first: to try everything at
# every place takes nearly twice as long.
_TOKEN = re.compile(
    rf"(?=[\w{CURRENCIES}{HAN}])"
    rf"(?:(?=[^\W\d_]\.)(?:(?:[^\W\d_]\.)+[^\W\d_](?!\w)|(?:[^\W\d_]\.){{2,}})"
    rf"|[{HAN}]|{CURRENCY}{_PART}(?:['’ʼ`\-‐‑]{_PART})*)"
)
_UNSEEN = re.compile(r"[\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
HYPHENS = re.compile(r"[-‐‑]")
_APOSTROPHES = re.compile(r"['’ʼ`]")
_POSSESSIVE = re.compile(r"['’ʼ`]s$", re.IGNORECASE)

# Letters that Unicode does not decompose, as English newspapers write them.
_UNDECOMPOSED = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t",
        "æ": "ae", "œ": "oe", "þ": "th",
    }
)  # fmt: skip

OTHER_CASES = str.maketrans("İıſK", "IisK")
"""What a pattern takes for ASCII letters where it ignores case: "sıx" is in no list."""


class Word(NamedTuple):
    """One word of a text: its folded ``form`` and where it stands, in characters.

    ``stop`` marks function words, which only break ties. A tuple is made in a quarter of a
    dataclass's time, and there are as many as words.
    """

    form: str
    start: int
    end: int
    stop: bool


def encodable(text: str) -> str:
    """Return ``text``, as long, without halves of characters, which nothing can be done with."""
    return text if text.isascii() else text.encode(errors="replace").decode()


def seen(text: str) -> str:
    """Return ``text`` without what nobody sees inside words that are copied from web pages.

    What the briefings had of these was taken out when they were read.
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


def are_joined(first: str, second: str, whole: str) -> bool:
    """Tell whether two words make the ``whole`` one, however they are written."""
    return fold(first + second) == fold(whole)


def fold(text: str) -> str:
    """Return ``text`` in lower case without diacritics, so that "Løkke" meets "Lokke"."""
    if text.isascii():
        return text.lower()
    # Decomposing may bring capitals forth and folding marks, so each is done before the other.
    folded = unicodedata.normalize("NFKD", text).casefold()
    if folded.count(" ") > text.count(" "):
        folded = unicodedata.normalize("NFKD", "".join(map(_one_word, text))).casefold()
    decomposed = unicodedata.normalize("NFKD", folded)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare.translate(_UNDECOMPOSED))


def _one_word(char: str) -> str:
    """Return a letter that stands for several words, as "ﷺ" does, as one; others as they are."""
    return "".join(unicodedata.normalize("NFKD", char).split()) if char.isalnum() else char


@lru_cache(_KEPT)
def forms(token: str) -> tuple[str, ...]:
    """Return the folded, indexable words that one raw token stands for; none for a stop word.

    "Russia's" gives "russia"; "U.S." gives "us"; "neo-colonial" gives its parts and the whole;
    "$12bn" gives "12" and "billion". A function word in capitals ("WHO", "IT") is read as the name
    that it is then.
    """
    parts = HYPHENS.split(token)
    kept = [form for part in parts for form in _forms_of(part) if form]
    if len(parts) > 1 and len(kept) > 1 and all(form.isalpha() for form in kept):
        kept.append("".join(kept)[:MAX_WORD])
    return tuple(kept)


def _forms_of(part: str) -> tuple[str, ...]:
    """Return the folded words of a token without hyphens: of a number, those of its unit, too."""
    numbers = number_forms(fold(part)) if is_number(part) else None
    if numbers is None:
        return (form_of(part),)
    return tuple(form[:MAX_WORD] for form in numbers)


def form_of(part: str) -> str:
    """Return the folded word of a token without hyphens, "" for a stop word."""
    if part.isascii() and part.isalnum():
        # Most tokens are such, and have nothing to be taken off.
        lowered = part.lower()
        return "" if lowered in STOP_WORDS and not _is_name(part) else lowered[:MAX_WORD]
    lowered = fold(part.replace("’", "'"))
    if lowered in STOP_WORDS and not _is_name(part):
        return ""
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", lowered)).replace(".", "")
    bare = "".join(char for char in bare if char.isalnum())
    if bare in STOP_WORDS and not (part.replace(".", "").isupper() and len(bare) > 1):
        return ""
    return bare[:MAX_WORD]


def _is_name(part: str) -> bool:
    """Tell whether a stop word is read as a name, for its capitals."""
    return len(part) > 1 and part.isupper()


def tokens(text: str) -> list[str]:
    """Return the raw tokens of ``text`` in order."""
    return _TOKEN.findall(text)


def index_terms(text: str) -> list[str]:
    """Return the folded words of ``text`` that are indexed, in order, stop words left out."""
    return [form for token in _TOKEN.findall(text) for form in forms(token)]


@lru_cache(_KEPT)
def function_word(token: str) -> str:
    """Return the stop word that a raw token is, with a plain apostrophe; "" where it is none."""
    lowered = fold(token).replace("’", "'")
    return lowered if lowered in STOP_WORDS else ""


@lru_cache(maxsize=1 << 6)
def words(text: str) -> tuple[Word, ...]:
    """Return every word of ``text`` with its place; the indexable ones equal `index_terms`.

    Those of the last questions are remembered, as each is gone through several times.
    """
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        start, end = match.span()
        indexed = forms(token)
        for form in indexed:
            found.append(Word(form, start, end, False))  # noqa: PERF401 - half the time
        if not indexed:
            found.append(Word(fold(token), start, end, True))
    return tuple(found)


def function_words(text: str) -> list[str]:
    """Return the stop words of ``text``, in order; contractions with a plain apostrophe."""
    written = (text[word.start : word.end] for word in words(text))
    return [word for token in written if (word := function_word(token))]


def found_tokens(text: str) -> Iterator[re.Match[str]]:
    """Return the raw tokens of ``text`` in order, with their places."""
    return _TOKEN.finditer(text)
