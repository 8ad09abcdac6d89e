"""Whether a text speaks of somebody or something, but not by the name that a question asks for.

"A tanker is suspected of having rammed it" does not tell the tanker's name, whatever other names
the text has. Where one is told, it stands beside what is spoken of, or alone in the next sentence.
"""

from __future__ import annotations

import re
from itertools import dropwhile, islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from bot.search.index.names import is_body, is_office
from bot.search.reading.told_names import NAME
from bot.search.words.adjectives import country, is_people
from bot.search.words.capitals import COUNTRIES, countries
from bot.search.words.days import DAYS, MONTHS
from bot.search.words.numbers import VALUES
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.text import index_terms, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

_ASKS_FOR_NAME_OF = re.compile(r"\b(?:sur)?names? of\b", re.IGNORECASE)
_ASKS_FOR_NAME = re.compile(
    r"\bwhat(?:['’]?s| is| was| are| were)\b.*(?= (?:nick|sur)?names?\W*$)", re.IGNORECASE
)
_ASKS_WHO = re.compile(
    r"^\W*(?:and |so |(?:.{0,40}\b(?:know|tell me|wonder(?:ing)?|ask)\W+))?"
    r"who(?:['’]?s| is| was| are| were) (?:the\b|(?=(?:[\w-]+ )*?[\w-]+['’]s? ))",
    re.IGNORECASE,
)
_ASKS_WHO_IS_OFFICER = re.compile(
    r"^\W*(?:and |so )?who(?:['’]?s| is| was) (?=(?:[\w-]+ ){1,3}of\b)", re.IGNORECASE
)
# "The three villagers killed near Ostra, what were their names?"
_ASKS_THEIR_NAMES = re.compile(
    r"^(?P<of>.+?)[,;:–—-]+ *(?:and |so )?what(?:['’]?s| is| was| are| were) (?:his|her|their|its)"
    r" names?\W*$",
    re.IGNORECASE,
)
# Whatever a text calls somebody may be the name.
_CALLS = re.compile(
    r"\b(?:(?:nick)?named?|called(?! (?:for|in|off|on|up)\b)|known as|dubbed|identified|moniker"
    r"|titled?)\b",
    re.IGNORECASE,
)
_QUOTES = re.compile('["“”«]')
_WHO = re.compile(r"\bwho\b", re.IGNORECASE)
# What may be called as a country or a body is, and whose name tells of others.
_HAVE_ANY_NAME = frozenset(
    """
    country nation state city capital town village place island region province district county
    continent language nationality people tribe party team club charity firm organisation
    organization group band
    """.split()
)
_CALENDAR = frozenset((*MONTHS, *DAYS))
_JOINED = re.compile(r"-[a-z]\w*")
"""What makes a name an adjective: "Togo-flagged"."""
_STANDS_ALONE = re.compile(r"(?:\b(?:as|by)|ed) $")
_IS_PLACE = re.compile(r"\b(?:in|near|off|from|at|outside) $|\bfrom [\w-]+ to $", re.IGNORECASE)
_PLACE_BEHIND = re.compile(
    r" (?:islands?|river|strait|peninsula|valley|province|region|district|coast|desert)\b"
)
_CALLING = re.compile(r"(?<![\w-])([a-z]+(?:er|or|ist|ian|man|woman)) $")
"""By their endings: "driver", "senator", "chemist", "guardian", "chairwoman"."""
_LONGEST_BEFORE = 24


class _Named:
    """The folded words of a question, and which of them may be names.

    It writes these with a capital; where it writes none at all, any may be.
    """

    def __init__(self, question: str) -> None:
        found = [word for word in words(question) if not word.stop]
        self.forms = frozenset(word.form for word in found)
        has_none = question.islower()
        self._names = frozenset(
            word.form for word in found if has_none or question[word.start].isupper()
        )

    def has(self, name: Sequence[str]) -> bool:
        """Tell whether the question has the whole ``name``, or the last name of a person."""
        return name[-1] in self._names or self.forms.issuperset(name)


def asked_to_name(question: str) -> tuple[str, ...]:
    """Return the folded words of whom or what ``question`` wants the name, none where it does not.

    That is "tanker" of "what is the name of the tanker", and "lawyer" of "who is her lawyer".
    """
    asked = question.lower()
    if "who" not in asked and "name" not in asked:
        return ()
    found = _ASKS_FOR_NAME_OF.search(question) or _ASKS_WHO.search(question)
    officer = None if found else _ASKS_WHO_IS_OFFICER.search(question)
    if found := found or officer:
        behind = [word for word in words(question) if word.start >= found.end()]
    elif found := _ASKS_THEIR_NAMES.match(question):
        return _first_thing(question, found.end("of"))
    elif found := _ASKS_FOR_NAME.search(question):
        behind = [word for word in reversed(words(question)) if word.end <= found.end()]
    else:
        return ()
    while behind and behind[0].stop:
        del behind[0]
    run = takewhile(lambda word: not word.stop, behind)
    own = dropwhile(lambda word: not question[word.start].islower(), run)
    head = tuple(word.form for word in takewhile(lambda word: question[word.start].islower(), own))
    # "Opposition politicians" are people; who is "the leader of the party" is asked of its leader.
    last = head[-1:]
    has_any = any(
        is_body(form) or not _HAVE_ANY_NAME.isdisjoint((form, form.removesuffix("s")))
        for form in last
    )
    is_no_office = officer is not None and not any(map(is_office, head))
    return () if has_any or is_no_office else head


def _first_thing(question: str, end: int) -> tuple[str, ...]:
    """Return the first word before ``end`` that is no name, number or function word, if any is."""
    told = (word for word in words(question) if word.end <= end and not word.stop)
    first = (word.form for word in told if word.form.isalpha() and question[word.start].islower())
    return tuple(islice((form for form in first if form not in VALUES), 1))


def is_by_name_of(question: str) -> bool:
    """Tell whether ``question`` asks for "the name of" somebody, whom its last such word tells."""
    return _ASKS_FOR_NAME_OF.search(question) is not None


def leaves_unnamed(
    question: str,
    sentences: Sequence[str],
    spoken_of: Collection[int],
    is_name: Callable[[str], bool],
) -> bool:
    """Tell whether those of the ``sentences`` that speak of what is asked for name nobody else.

    Their places are ``spoken_of``; ``is_name`` tells which folded words are names, as a capital
    that opens a sentence does not.
    """
    if not spoken_of or any(map(_CALLS.search, sentences)):
        return False
    # A ship's name may stand in quotation marks; of who somebody is they tell nothing.
    if not _WHO.search(question) and any(map(_QUOTES.search, sentences)):
        return False
    named = _Named(question)
    beside = (name for place in spoken_of for name in _names(sentences[place], named, is_name))
    if any(True for _ in beside):
        return False
    behind = (after for place, after in enumerate(sentences[1:]) if place in spoken_of)
    alone = (
        name.is_alone and name.is_whole
        for after in behind
        for name in _names(after, named, is_name)
    )
    return not any(alone)


class _Name(NamedTuple):
    """A name in a text: whether it has several words, and no calling of its own before it."""

    is_whole: bool
    is_alone: bool


def _names(sentence: str, named: _Named, is_name: Callable[[str], bool]) -> Iterator[_Name]:
    """Yield the names that the question does not name.

    Places, peoples, bodies and who has an office are left out, but for an office that is asked
    for.
    """
    first = next((place for place, char in enumerate(sentence) if char.isalnum()), 0)
    for found in NAME.finditer(sentence):
        name = _JOINED.sub("", found[0])
        forms = [form for form in index_terms(name) if form not in _CALENDAR]
        own = index_terms(name.partition(" of ")[0])  # "Sigrid of Thule" is Sigrid
        if not forms or named.has(own or forms) or _is_of_others(forms, named):
            continue
        start = found.start()
        opens = start <= first
        if opens and len(forms) == 1 and not (found[0].isupper() or is_name(forms[0])):
            continue
        before = sentence[max(0, start - _LONGEST_BEFORE) : start]
        if _IS_PLACE.search(before) or _PLACE_BEHIND.match(sentence, found.end()):
            continue
        if len(forms) > 1 and _is_of_another(before, named):
            continue
        yield _Name(len(forms) > 1, opens or _STANDS_ALONE.search(before) is not None)


def _is_of_another(before: str, named: _Named) -> bool:
    """Tell whether what somebody is, right ``before`` the name, is not asked for: "fisher Olga"."""
    found = _CALLING.search(before)
    if found is None or found[1] in STOP_WORDS:
        return False
    return named.forms.isdisjoint((found[1], f"{found[1]}s"))


def _is_of_others(forms: Sequence[str], named: _Named) -> bool:
    """Tell whether a name is a country's, a people's or a body's, or says whose office it is."""
    if any((is_office(form) or is_body(form)) and form not in named.forms for form in forms):
        return True
    is_place = all(is_people(form) or country(form) or countries(form) for form in forms)
    return is_place or " ".join(forms) in COUNTRIES
