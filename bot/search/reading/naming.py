"""Names, of which a question has kept only the words, as the briefings write them.

What a question lends a follow-up is told to whoever asks: "about *North Korea* and *exercises*",
not "about *north*, *korea* and *exercises*".
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from bot.search.languages.tongues import FOREIGN_IN_NAMES
from bot.search.words.text import HAN, HYPHENS, are_joined, fold, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_NAME = 5
_UNSPACED = re.compile(rf"[{HAN}]+")
_PARTS = re.compile(r"[ \-]")
_LINKS = frozenset("of for the de del der du la van von".split())
"""What stands in names between their words, and is looked for in no question: "Bank of England"."""
_BETWEEN = rf"(?:[ \-]| (?:(?:{'|'.join(sorted(_LINKS))}) ){{1,2}})"
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")


def without_possessive(word: str) -> str:
    """Return "Putin" of "Putin's", any other word as it is."""
    return word if word.isalpha() else _POSSESSIVE.sub("", word) or word


def hyphenated(words: Sequence[str]) -> list[str]:
    """Return ``words``, where two and their compound follow each other as one: "best-known"."""
    joined: list[str] = []
    for word in words:
        if len(joined) > 1 and are_joined(joined[-2], joined[-1], word):
            joined[-2:] = [f"{joined[-2]}-{joined[-1]}"]
        else:
            joined.append(word)
    return joined


def as_whole(words: Sequence[str], question: str) -> tuple[str, ...]:
    """Return ``words`` of a question, all that a hyphen joins there as one: "F-16", not "f".

    Numbers are no words of their own there. A word that another of them has, too, is left out, and
    so is what they are in one: "asiapacific" is no word of who asks for "Asia-Pacific".
    Characters of a script without spaces are told as they follow each other.
    """
    if not words:
        return ()
    told = _unspaced(words, question)
    for token in tokens(question) if HYPHENS.search(question) else ():
        parts = [form for part in HYPHENS.split(token) if (form := fold(part)).isalpha()]
        found = [place for place, word in enumerate(told) if fold(word) in parts]
        if parts and len(found) == len(parts) and HYPHENS.search(token):
            told[found[0] : found[-1] + 1] = [token]
        told = [word for word in told if len(parts) == 1 or fold(word) != "".join(parts)]
    several = " ".join(word for word in told if " " in word).split()
    return tuple(word for word in told if word not in several)


def _unspaced(words: Sequence[str], question: str) -> list[str]:
    """Return ``words`` with stretches of a question in place of the characters that are in them."""
    alone = {fold(word) for word in words if len(word) == 1 and _UNSPACED.fullmatch(word)}
    if not alone:
        return [*words]
    stretches = [
        "".join(signs)
        for run in _UNSPACED.findall(question)
        for is_alone, signs in groupby(run, key=lambda sign: fold(sign) in alone)
        if is_alone
    ]
    return [*(word for word in words if fold(word) not in alone), *dict.fromkeys(stretches)]


def with_articles(words: Sequence[str], question: str) -> tuple[str, ...]:
    """Return ``words`` of a question, articles and the like of other languages no more alone.

    In what may be a name they are told with what follows, "le mans" and "El Paso"; others, as in
    "Les fjords", are left out.
    """
    if not any(map(_is_article, words)):
        return tuple(words)
    asked = tokens(question)
    told: list[str] = []
    for word in words:
        if not _is_article(word):
            told.append(word)
        elif name := _name_from(word, asked):
            told.append(name)
    return tuple(dict.fromkeys(told))


def _is_article(word: str) -> bool:
    return fold(word) in FOREIGN_IN_NAMES and not word.isupper()


def _name_from(article: str, asked: Sequence[str]) -> str | None:
    """Return the name that an ``article`` begins among the words that are ``asked``, if any."""
    if article not in asked:
        return None
    name = [article]
    for word in asked[asked.index(article) + 1 :]:
        name.append(word)
        if not (_is_article(word) or word == "la"):  # which is Los Angeles, too
            is_name = word[:1].isupper() == article[:1].isupper()
            return " ".join(name) if is_name else None
    return None


def with_names(words: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Return ``words``, those together that are a name in one of ``texts``, as it is written there.

    All others stay as they are.
    """
    words = hyphenated([without_possessive(word) for word in words])
    named: list[str] = []
    place = 0
    while place < len(words):
        lengths = range(min(_LONGEST_NAME, len(words) - place), 0, -1)
        found = ((size, _name(words[place : place + size], texts)) for size in lengths)
        size, name = next((each for each in found if each[1]), (1, words[place]))
        named.append(name or words[place])
        place += size
    return tuple(named)


def telling(words: Sequence[str], most: int = 4) -> tuple[str, ...]:
    """Return as many of ``words`` as are soon read, in their order: names rather than others."""
    order = sorted(range(len(words)), key=lambda place: not words[place][:1].isupper())
    return tuple(words[place] for place in sorted(order[:most]))


def _name(words: Sequence[str], texts: Sequence[str]) -> str | None:
    """Return the words as they stand together in a text, capitalised each; None where nowhere.

    They have to be so wherever they stand. A word alone is no name where it only begins sentences,
    which have a capital, too, or where another one always follows: "Cold" is none because of the
    "Cold War".
    """
    pattern = re.compile(r"\b" + _BETWEEN.join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    found = [each for text in texts for each in pattern.finditer(text)]
    parts = (part for each in found for part in _PARTS.split(each[0]))
    if not all(part[:1].isupper() or part in _LINKS for part in parts):
        return None
    if len(words) == 1 and (all(map(_goes_on, found)) or all(map(_begins, found))):
        return None
    return found[0][0] if found else None


def _begins(found: re.Match[str]) -> bool:
    """Tell whether a word begins a sentence, and is not written in capitals."""
    before = found.string[: found.start()].rstrip(" \"“‘'")
    return (not before or before[-1] in ".!?\n") and not found[0].isupper()


def _goes_on(found: re.Match[str]) -> bool:
    """Tell whether a word is followed by one that is capitalised too."""
    after = found.string[found.end() :]
    return _PARTS.match(after) is not None and after[1:2].isupper()
