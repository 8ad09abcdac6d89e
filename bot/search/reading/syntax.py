"""What the build of a question tells of its words: what only sets the scene, whose doing it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.search.reading.terms import Term

_CONTEXT = 0.5
_SETTING = 0.6
"""The parts of their weights for which words count that stand before what is asked, and that only
set it: a text says once where it all takes place."""
_WANTED = 1.5
"""The same of what anybody did: "was anyone hurt", where the rest is but where and when."""
_PREPOSITIONS = frozenset(
    """
    about after against around at before behind between by during for from in into near of on over
    since through under with
    """.split()
)
_SAID_OF = frozenset("about concerning on regarding".split())
_NEAR = 3
"""So many words before a noun may a preposition stand: "of all the harbours"."""
_AUXILIARIES = frozenset(
    """
    am are be been being can could did do does had has have is may might must shall should to was
    were who will would
    """.split()
)
_LIGHT = frozenset("amount kind name names number type".split())
"""What follows "of" behind these is what is asked about itself."""
_WORDS = re.compile("[a-z]+")
_ASKING = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_ENDS_A_SENTENCE = re.compile("[.!?]")
_ARTICLE = "(?: (?:the|an?|his|her|its|their))?$"
# "Who was" and "what is" ask for the subject itself.
_BEFORE_SUBJECT = re.compile(
    rf"\b(?:(?:how|why|when|where|whom) (?:{'|'.join(sorted(_AUXILIARIES))})"
    rf"|wh(?:at|o) (?:do|does|did|has|have|had|will)){_ARTICLE}",
    re.IGNORECASE,
)
_BEFORE_ROLE = re.compile(rf"\bwho(?:['’]s| is| was| are| were| will be){_ARTICLE}", re.IGNORECASE)
_BEFORE_SOMEBODY = re.compile(r"\bwho(?:['’]?s| is| was)$", re.IGNORECASE)
_BEFORE_DEED = re.compile(r"\bwho(?: has| had)?$", re.IGNORECASE)
_ANY = re.compile(r"\bany(?:one|body)\b[^,;.]{0,9}$", re.IGNORECASE)
_BEFORE_THING = re.compile(rf"\bwhat(?:['’]?s| is| was| are| were){_ARTICLE}", re.IGNORECASE)
_OF_A_THING = frozenset("at for in of on to".split())
_DEFINITE = re.compile(r"\b(?:the|his|her|its|their|this|that|these|those)\W*$", re.IGNORECASE)
_BEFORE_KIND = re.compile(r"\b(?:which|what)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Syntax:
    """How the terms of a question stand to each other.

    ``shares`` are the parts of their weights for which they count where a sentence is chosen. The
    ``subject`` is the place of whom or what it asks what it did: the guard in "what did the guard
    say". The ``role`` is that of what somebody is who is asked for: "which judge", "who is the
    mayor". Of several words it is the last. ``names_somebody`` marks who somebody is, with nothing
    but the name: "who is Jan Ost". The ``deed`` is the place of what somebody does who is asked
    for: "who owns it". ``known`` are the places of what is spoken of as known: "the old ferry", and
    ``about`` those of what something is said about.
    """

    shares: tuple[float, ...] = ()
    subject: int | None = None
    role: int | None = None
    names_somebody: bool = False
    deed: int | None = None
    known: frozenset[int] = frozenset()
    about: frozenset[int] = frozenset()


def syntax_of(terms: Sequence[Term]) -> Syntax:
    """Return how the ``terms`` of a question stand to each other."""
    begins = _beginning(terms)
    asked = terms[begins:]
    before = asked[0].before if asked else ""
    return Syntax(
        (*[_CONTEXT] * begins, *_shares(asked)),
        begins + _end_of_name(asked) if _BEFORE_SUBJECT.search(before) else None,
        _role(terms, begins),
        _BEFORE_SOMEBODY.search(before) is not None
        and all(term.is_name for term in asked)
        and not any(term.before for term in asked[1:]),
        begins if _BEFORE_DEED.search(before) and not asked[0].is_name else None,
        frozenset(_known(terms, begins)),
        frozenset(_about(terms)),
    )


def _beginning(terms: Sequence[Term]) -> int:
    """Return the place of the first term that is asked about, behind the asking word.

    That is the first one of the last sentence that has any: "I live in Lindau. Who is mayor?"
    """
    begins = 0
    is_asking = False
    for place, term in enumerate(terms):
        if before := term.before:
            is_asking = is_asking and not _ENDS_A_SENTENCE.search(before)
            if not is_asking and _ASKING.search(before):
                begins, is_asking = place, True
    return begins


def _shares(asked: Sequence[Term]) -> Iterable[float]:
    """Yield for which parts of their weights the terms that are ``asked`` about count.

    What stands behind a preposition only sets the scene: "the speech about the harbour". A verb
    that follows, a number, and what only says which kind of answer is wanted, do not.
    """
    is_setting = False
    for place, term in enumerate(asked):
        if term.before and (before := _WORDS.findall(term.before.lower())):
            is_setting = (
                place > 0
                and not _PREPOSITIONS.isdisjoint(before[-_NEAR:])
                and before[-1] not in _AUXILIARIES
                and not (asked[place - 1].is_kind or asked[place - 1].written.lower() in _LIGHT)
            )
        only_sets = is_setting and not (term.is_kind or _is_verb_or_number(term))
        is_wanted = term.before and not term.is_name and _ANY.search(term.before) is not None
        yield _SETTING if only_sets else _WANTED if is_wanted else 1.0


def _known(terms: Sequence[Term], begins: int) -> Iterator[int]:
    """Yield the places of the nouns behind "the" or the like, and of the words before them.

    What is asked for is not known: the turnout in "what was the turnout in the election".
    """
    is_known = False
    begins = _behind_thing(terms, begins)
    for place, term in enumerate(terms[begins:], start=begins):
        if term.before:
            is_known = _DEFINITE.search(term.before) is not None
        elif term.written.endswith(("ed", "ing")):
            is_known = False
        if is_known and not term.is_kind:
            yield place


def _about(terms: Sequence[Term]) -> Iterator[int]:
    """Yield the places of the words behind "about" or the like, up to the next preposition."""
    is_about = False
    for place, term in enumerate(terms):
        if term.before and (before := _WORDS.findall(term.before.lower())):
            is_about = not _SAID_OF.isdisjoint(before[-_NEAR:])
        if is_about:
            yield place


def _behind_thing(terms: Sequence[Term], begins: int) -> int:
    """Return the place behind what is asked for as a thing, where it ``begins`` if none is."""
    if not terms or not _BEFORE_THING.search(terms[begins].before):
        return begins
    behind = takewhile(lambda place: not terms[place].before, range(begins + 1, len(terms)))
    end = begins + 1 + sum(1 for _ in behind)
    is_of = end < len(terms) and terms[end].before.partition(" ")[0] in _OF_A_THING
    return end if is_of else begins


def _is_verb_or_number(term: Term) -> bool:
    is_verb = not term.before and term.written.endswith(("ed", "ing"))
    return is_verb or any(map(str.isdigit, term.written))


def _end_of_name(asked: Sequence[Term]) -> int:
    """Return the place of the last term of the name that begins, 0 where it is none."""
    name = takewhile(lambda term: term.is_name and not term.before, asked[1:])
    return sum(1 for _ in name) if asked[0].is_name else 0


def _role(terms: Sequence[Term], begins: int) -> int | None:
    for place, term in enumerate(terms):
        if term.is_kind and _BEFORE_KIND.search(term.before):
            kinds = takewhile(lambda each: each.is_kind, terms[place + 1 :])
            return place + sum(1 for _ in kinds)
    if terms and _BEFORE_ROLE.search(terms[begins].before):
        behind = takewhile(lambda each: not each.before, terms[begins + 1 :])
        return begins + sum(1 for _ in behind)
    return None
