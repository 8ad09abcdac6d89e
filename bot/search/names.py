"""Mentions: the names and themes that one briefing speaks of, as far as its own text tells."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.search.irregular import IRREGULAR_PASTS
from bot.search.sentences import ABBREVIATIONS, sentences
from bot.search.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words of office and address: they are no part of a person's name.
_OFFICES = frozenset(
    """
    Acting Admiral Ambassador Archbishop Attorney Baroness Bishop Brigadier Captain Cardinal
    Chancellor Chief Colonel Commander Commissioner Congressman Congresswoman Coach Count Defence
    Defense Deputy Detective Director Doctor Dr Emperor Envoy Ex-President Executive Finance First
    Foreign Former General Governor Health Interior Judge Justice King Lady Leader Lieutenant Lord
    Major Mayor Minister Mr Mrs Ms Officer Opposition Pope Premier President Prime Prince Princess
    Prof Professor Queen Rep Representative Secretary Sen Senator Sergeant Sheikh Sir Speaker
    Special Spokesman Spokesperson Spokeswoman Supreme Vice
    """.split()
)
# Small words that may stand inside a name, between two capitalised words.
_LINKS = frozenset(
    {"of", "de", "del", "della", "da", "do", "dos", "bin", "ibn", "van", "von", "al"}
)
_IN_NAMES = frozenset({"st", "mt", "jr", "sr"})
_TOKEN = re.compile(r"([^\W_]+(?:[.'’\-‐‑&][^\W_]+)*\.?)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_NAME_PART = re.compile(
    r"(?:(?:al|el|bin|ibn|d|l)[-‐‑'’])?(?=[^\W\d_])(?![a-z])(?!.*[-‐‑][a-z]{2,}$)"
)
_ACRONYM = re.compile(r"\(([A-Z][A-Z0-9]{1,7})\)")
_CALENDAR = frozenset(
    """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday
    """.split()
)
_QUOTES = "\"“‘'«"
_LONGEST_NAME = 6
# Words that open a sentence before a name without being part of it.
_OPENERS = frozenset(
    """
    according ahead alongside amid among another besides beyond citing concerning considering
    dear despite earlier elsewhere even experts facing fellow finally following given including
    inside last late later like long many meanwhile more nearly next officials one only outside
    part per plus police recently regarding researchers scientists several similarly since some
    still thousands throughout today tomorrow top toward towards two unlike via within yesterday
    """.split()
)
# Words that name no theme: they count, order, place in time, or are verbs without an ending.
_NO_THEME = frozenset(
    """
    became began billion bought broke brought came century chose days decade dozen dozens even
    fell felt five following former found four gave going gone grew half held high hours hundreds
    just kept last late latest least left less level long lost made major making many million
    minister minutes month months near next nine number officer part past people percent place
    previous recent right second seven several spent spokesman spokeswoman stood summer support
    taken taking team than there these third those thousand thousands three time times today took
    total trillion visit week weeks went were wide will winter woman women year years
    president prime foreign first leader secretary chief general well went won also back begin
    """.split()
)


# What no name of a thing is, besides the past of irregular verbs: prepositions and particles.
_PARTICLES = frozenset(
    """
    aboard across ahead along alongside amid amidst among amongst apart around aside away backward
    behind beneath beside besides beyond despite down downward except forth forward inside like
    near onto opposite outside past since throughout together toward towards underneath unlike
    upward upwards versus via within
    """.split()
)


class Mention(NamedTuple):
    """A name or theme in a text. ``sure`` is False where only its place made it look a name."""

    label: str
    sure: bool
    theme: bool = False


class _Token(NamedTuple):
    """A word, what stands between it and the one before, and whether a sentence or quote opens.

    A tuple is made in a quarter of a dataclass's time, and a text has as many as words.
    """

    text: str
    gap: str
    opens: bool
    capital: bool

    @property
    def adjoins(self) -> bool:
        """Tell whether it stands right behind the word before."""
        return self.gap == " "


@lru_cache(maxsize=1 << 15)
def _is_name_part(token: str) -> bool:
    """Tell whether the word can be part of a name; "US-led" and "Mali-born" cannot."""
    return _NAME_PART.match(token) is not None


def _is_abbreviation(token: str) -> bool:
    return token[-1] == "." and token[:-1].lower() in ABBREVIATIONS


def _is_no_part_of_a_name(token: str) -> bool:
    """Tell whether a word is short for an office or a company's form: "Gov." and "Inc."."""
    return _is_abbreviation(token) and token[:-1].lower() not in _IN_NAMES


@lru_cache(maxsize=1 << 15)
def _bare(token: str) -> str:
    """Return a word without the ending of a possessive."""
    return _POSSESSIVE.sub("", token)


def mentions(text: str) -> list[Mention]:
    """Return the names and themes that ``text`` mentions, in order, repeats included."""
    found: list[Mention] = []
    for sentence in sentences(text):
        part = text[sentence.start : sentence.end]
        parsed = _tokens(part)
        if _all_capitals(parsed):
            continue
        found.extend(_names(parsed))
        found.extend(_themes(parsed))
    return found


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """Yield (acronym, name) for each "Name In Full (NIF)" of ``text``."""
    for match in _ACRONYM.finditer(text):
        acronym = match[1]
        before = text[: match.start()].split()[-2 * len(acronym) - 2 :]
        for first in range(len(before)):
            name = [word.strip(',;:"“”') for word in before[first:]]
            initials = "".join(word[0] for word in name if word[:1].isupper())
            if name[0][:1].isupper() and len(name) > 1 and initials == acronym:
                yield acronym, " ".join(name)
                break


def _tokens(part: str) -> list[_Token]:
    found: list[_Token] = []
    # What stands between the words, and the words, in turn.
    pieces = _TOKEN.split(part)
    gap = pieces[0]
    for place in range(1, len(pieces), 2):
        text, before, gap = pieces[place], gap, pieces[place + 1]
        if text[-1] == "." and not _INITIALS.fullmatch(text) and not _is_abbreviation(text):
            text, gap = text[:-1], f".{gap}"
        opens = not found or before[-1] in _QUOTES
        found.append(_Token(text, before, opens, _is_name_part(text)))
    return found


def _all_capitals(parsed: list[_Token]) -> bool:
    """Tell whether a sentence is set as a headline, where capitals tell nothing."""
    telling = [token for token in parsed if len(token.text) > 3]
    return len(telling) > 3 and sum(token.capital for token in telling) > 0.8 * len(telling)


def _names(parsed: list[_Token]) -> Iterator[Mention]:
    for run in _runs(parsed):
        for piece in _without_offices(run):
            label = " ".join(_bare(token.text) for token in piece)
            single = len(piece) == 1
            word = piece[0].text
            if single and (len(label) < 2 or label in _CALENDAR or word.lower() in STOP_WORDS):
                continue
            if single and _is_abbreviation(word):
                continue
            if not label.isalpha() and sum(map(str.isalpha, label)) < 2:
                continue
            yield Mention(label, sure=not (single and piece[0].opens) or label[1:2].isupper())


def _runs(parsed: list[_Token]) -> Iterator[list[_Token]]:
    """Yield stretches of capitalised words, small linking words between them included."""
    run: list[_Token] = []
    for place, token in enumerate(parsed):
        if token.capital and not _is_opening_function_word(token):
            if run and not token.adjoins:
                yield run
                run = []
            run.append(token)
        elif not run:
            continue
        elif _links(parsed, place):
            run.append(token)
        else:
            yield run
            run = []
            continue
        if _bare(token.text) != token.text:
            yield run
            run = []
    if run:
        yield run


def _is_opening_function_word(token: _Token) -> bool:
    return token.opens and _is_function_word(token.text)


@lru_cache(maxsize=1 << 15)
def _is_function_word(text: str) -> bool:
    lowered = text.lower()
    return (lowered in STOP_WORDS or lowered in _OPENERS) and not text[1:2].isupper()


def _links(parsed: list[_Token], place: int) -> bool:
    """Tell whether the word stands between two words of a name, and links them."""
    token = parsed[place]
    if token.text not in _LINKS or not token.adjoins or place + 1 == len(parsed):
        return False
    following = parsed[place + 1]
    return following.capital and following.adjoins


def _without_offices(run: list[_Token]) -> Iterator[list[_Token]]:
    """Yield the names in a run: "Russian Foreign Minister Sergei Lavrov" holds two."""
    piece: list[_Token] = []
    for token in run:
        if token.text.rstrip(".") in _OFFICES or _is_no_part_of_a_name(token.text):
            if piece:
                yield _trimmed(piece)
            piece = []
        else:
            piece.append(token)
    if piece:
        yield _trimmed(piece)


def _trimmed(piece: list[_Token]) -> list[_Token]:
    while len(piece) > 1 and piece[-1].text in _LINKS:
        piece = piece[:-1]
    while len(piece) > 1 and piece[0].text in _LINKS - {"al"}:
        piece = piece[1:]
    return piece[:_LONGEST_NAME]


def _themes(parsed: list[_Token]) -> Iterator[Mention]:
    """Yield the pairs of lower-case words that may be a theme ("grain imports")."""
    for left, right in pairwise(parsed):
        if right.gap == " " and _may_qualify(left.text) and _may_name(right.text):
            yield Mention(f"{left.text} {right.text}", sure=True, theme=True)


@lru_cache(maxsize=1 << 15)
def _may_qualify(word: str) -> bool:
    return _may_name(word) and not word.endswith(("s", "ly"))


@lru_cache(maxsize=1 << 15)
def _may_name(word: str) -> bool:
    """Tell whether a lower-case word may be a noun, as far as its letters show."""
    return (
        len(word) > 3
        and word.islower()
        and word.isalpha()
        and word not in STOP_WORDS
        and word not in _NO_THEME
        and word not in _PARTICLES
        and word not in IRREGULAR_PASTS
        and not word.endswith(("ed", "ly", "ing", "ous", "ive", "ful", "less", "est"))
    )
