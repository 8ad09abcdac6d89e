"""Tokens: everything that an index wants to know of a raw token of a text, told once.

A text is cut into tokens in one go. What a token means does not depend on where it stands, so it is
looked up in a table that fills up with use: words come back again and again.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, NamedTuple

from bot.search.index.fields import as_terms
from bot.search.index.forward import function_hash, word_hash
from bot.search.words.irregular import IRREGULAR_BASES, IRREGULAR_PASTS
from bot.search.words.numbered import designation, numeral
from bot.search.words.numbers import CURRENCY, INSIDE
from bot.search.words.sentences import ABBREVIATIONS
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.text import fold, form_of, forms, function_word, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

CUT = re.compile(rf"({CURRENCY}[^\W_]+(?:(?:[.'’\-‐‑&]|{INSIDE})[^\W_]+)*\.?)")
"""Cuts a text into what stands between its tokens, and the tokens, in turn."""
_CUT_OTHERWISE = re.compile("[_`]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_NAME_PART = re.compile(
    r"(?:(?:al|el|bin|ibn|d|l)[-‐‑'’])?(?=[^\W\d_])(?![a-z])(?!.*[-‐‑][a-z]{2,}$)"
)
_KEPT = 1 << 16

# Words that open a sentence before a name without being part of it.
_OPENERS = frozenset(
    """
    according ahead alongside amid among another besides beyond citing concerning considering
    dear despite earlier elsewhere even experts facing fellow finally following given including
    inside last late later like long many meanwhile more nearly next officials one only outside
    part per plus police recently regarding researchers scientists several similarly since some
    still thousands throughout today tomorrow top toward towards two unlike via within yesterday
    actor actress airline astronaut author billionaire brewer broadcaster comedian cyclist defender
    filmmaker footballer forward goalkeeper golfer insurer lender midfielder novelist publisher
    rapper retailer rival singer skier songwriter sprinter startup striker swimmer teenager winger
    """.split()
)
_MAKER = re.compile("(?:auto|car|chip|drug|game|phone|plane|ship|toy|truck|watch)maker")
"""So are firms told what they make: "Carmaker Volvo"."""
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
    ally allies expert experts group groups member members official officials partner partners side
    sides
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


class Token(NamedTuple):
    """What a raw token means, wherever it stands.

    ``text`` is the token without a full stop that ends a sentence, which it had if it
    ``is_stopped``; ``bare`` is that without the ending of a possessive. ``stems`` and ``terms`` are
    what goes into the index, ``written`` the terms that it has in a text, where it matters whether
    it is in lower case; ``telling`` and ``function`` are the hashes of its stems and function words
    (`bot.search.index.forward`). ``numbered`` is the name and the number of what goes by one, and
    ``numeral`` what number it is (`bot.search.words.numbered`), else "".
    """

    text: str
    bare: str
    is_stopped: bool
    is_capital: bool
    is_function: bool
    may_qualify: bool
    may_name: bool
    stems: str
    terms: str
    written: str
    telling: bytes
    function: bytes
    numbered: str
    numeral: str


class Tokens(dict[str, Token]):
    """What raw tokens mean, each told once."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, raw: str) -> Token:
        """Return what a raw token means, and remember it."""
        if len(self) >= _KEPT:
            self.clear()
        token = self[raw] = self._told(raw)
        return token

    def searched(self, text: str) -> list[Token]:
        """Return the tokens of ``text`` as far as its searched words go."""
        if ends_otherwise(text):
            return [self[token] for token in tokens(text)]
        return [self[raw] for raw in CUT.findall(text)]

    def _told(self, raw: str) -> Token:
        text = raw
        if raw.isascii() and raw.isalnum() and not raw[0].isdigit():
            # Most tokens are such, and nothing has to be taken off or apart.
            form, lowered = form_of(raw), raw.lower()
            words = [form] if form else []
            function = [lowered] if lowered in STOP_WORDS else []
            lower = [raw] if raw.islower() else []
        else:
            if raw[-1] == "." and not _INITIALS.fullmatch(raw) and not is_abbreviation(raw):
                text = raw[:-1]
            found = tokens(raw)
            words = [form for token in found for form in forms(token)]
            function = [word for token in found if (word := function_word(token))]
            lower = [fold(token) for token in found if token.islower()]
        stems = [*map(self._stem, words)]
        may_name = _may_name(text)
        searched = [("word", word) for word in words] + [("function", word) for word in function]
        without = bare(text)
        return Token(
            text,
            without,
            text is not raw,
            _NAME_PART.match(text) is not None,
            _is_function_word(text),
            may_name and text is raw and not text.endswith(("s", "ly")),
            may_name,
            " ".join(stems),
            as_terms(searched),
            as_terms([*searched, *(("lower", word) for word in lower)]),
            array("I", map(word_hash, stems)).tobytes(),
            array("I", map(function_hash, function)).tobytes(),
            "".join(designation(without) or ()),
            numeral(without),
        )


def ends_otherwise(text: str) -> bool:
    """Tell whether a word of ``text`` may go on, or end, where a token does not."""
    return _CUT_OTHERWISE.search(text) is not None


def is_abbreviation(text: str) -> bool:
    """Tell whether a token is a short form with its full stop: "Gov."."""
    return text[-1] == "." and text[:-1].lower() in ABBREVIATIONS


def bare(text: str) -> str:
    """Return a token without the ending of a possessive."""
    return _POSSESSIVE.sub("", text) if "'" in text or "’" in text else text


def _is_function_word(text: str) -> bool:
    lowered = text.lower()
    opens = lowered in STOP_WORDS or lowered in _OPENERS or _MAKER.fullmatch(lowered) is not None
    return opens and not text[1:2].isupper()


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
        and word not in IRREGULAR_BASES
        and not word.endswith(("ed", "ly", "ing", "ous", "ive", "ful", "less", "est"))
    )
