"""Whether only another does what a question says of somebody: "Poland extends", not Ukraine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.index.names import is_body, is_office
from bot.search.reading.told_names import NAME
from bot.search.words.adjectives import country, is_people
from bot.search.words.capitals import countries, seats
from bot.search.words.text import form_of, index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.search.reading.terms import Term
    from bot.search.verdict.cutting import Cut

_ACTS = r"(?:did|do|does|will|would|can|could|may|might|must|shall|should|has|have|had)"
_IS = r"(?:is|are|was|were)"
_OF_WHO_ACTS = re.compile(rf"(?:.* )?(?:{_ACTS}|(?P<is>{_IS}))(?: the)?")
_BESIDE_DEED = frozenset("also already ever even just never not now once really still".split())
_NAMES = rf"{NAME.pattern}(?:(?:,|,? and|,? or) (?:by )?(?:the )?{NAME.pattern})*+"
# What begins a clause of its own: "with Poland extending", "after the Greens refused".
_CLAUSE = (
    r"(?:^|[,;:–—] |\b(?:after|although|and|as|because|before|but|if|since|that|though|when|where"
    r"|whereas|while|with|said|says|saying) )(?:[Tt]he |[Aa]n? )?"
)
_HELPING = r"(?:(?:has|have|had|will|would|is|are|was|were|be|been|being|not|also|[a-z]+ly) )*"
# "Assad's appeals", "Ukraine's representative walking out".
_WHOSE = r"(?:['’]s?(?: [a-z-]+){0,3})?"
_AGENT = re.compile(rf"{_CLAUSE}(?P<agent>{_NAMES}{_WHOSE}) {_HELPING}$")
_IS_DONE = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:[a-z]+ly )?$")
_BY = re.compile(rf" by (?:the )?(?P<agent>{_NAMES}{_WHOSE})")
_AND = re.compile(rf"{NAME.pattern},? and (?:the )?$")
_FAR = 200
"""Characters before what is done within which it is told who does it."""


def is_done_by_another(
    terms: Sequence[Term], text: str, cut: Cut, stem: Callable[[str], str]
) -> bool:
    """Tell whether a text says of nobody but others what a question says that somebody did.

    It is told of others only where these are named right before it, or behind "by", at each place
    where a ``text`` speaks of it, and where they cannot be the one asked about: one country is no
    other, and one person is none. A minister may be meant by the name of a country.
    """
    found = who_did_what(terms)
    if found is None:
        return False
    asked, deed = found
    stems = {each.stem for each in deed.alternatives}
    told = [place for place, stem in enumerate(cut.stems) if stem in stems]
    agents = [_agent(text, cut, place) for place in told]
    return bool(agents) and all(agent and _is_another(agent, asked, text, stem) for agent in agents)


def who_did_what(terms: Sequence[Term]) -> tuple[Sequence[Term], Term] | None:
    """Return who acts, and the word that says what they did, where a question says that."""
    for first, term in enumerate(terms):
        if not (term.is_name and (acts := _OF_WHO_ACTS.fullmatch(term.before))):
            continue
        end = first + 1
        while end < len(terms) and not terms[end].before and _is_of_who_acts(terms[end]):
            end += 1
        if end == len(terms) or not _BESIDE_DEED.issuperset(terms[end].before.split()):
            return None
        deed = form_of(terms[end].written)
        is_deed = deed.endswith("ing") if acts["is"] else not deed.endswith("s")
        is_adjective = is_people(form_of(terms[end - 1].written))
        return (terms[first:end], terms[end]) if is_deed and not is_adjective else None
    return None


def _is_of_who_acts(term: Term) -> bool:
    return term.is_name or is_office(form_of(term.written))


def _agent(text: str, cut: Cut, place: int) -> str:
    """Return who does what the word at a ``place`` of a text says, as far as names tell it."""
    start, end = cut.starts[place], cut.ends[place]
    sentence = next(each for each in cut.sentences if start < each.end)
    before = text[sentence.start : start]
    if len(before) > _FAR:
        before = f"…{before[-_FAR:]}"  # where no clause begins
    if by := _BY.match(text, end):
        return by["agent"]
    if _IS_DONE.search(before) and not text[start:end].endswith("ing"):
        return ""
    acts = _AGENT.search(before)
    return acts["agent"] if acts and not _AND.search(before[: acts.start("agent")]) else ""


def _is_another(agent: str, asked: Sequence[Term], text: str, stem: Callable[[str], str]) -> bool:
    """Tell whether an ``agent`` of a text cannot be who is ``asked`` about."""
    told = {*_naming(index_terms(agent))}
    names = {*_naming(form_of(term.written) for term in asked)}
    others = (each for term in asked if term.is_name for each in term.alternatives)
    stems = {*map(stem, names), *(each for other in others for each in other.stems)}
    if not told or not stems.isdisjoint(map(stem, told)):
        return False
    its, theirs = _lands(told), _lands(names)
    if not (its or theirs):
        return True
    its, theirs = its or _lands_of_person(told, text), theirs or _lands_of_person(names, text)
    return bool(its and theirs) and its.isdisjoint(theirs)


def _naming(forms: Iterable[str]) -> Iterator[str]:
    """Yield those of folded words that name somebody."""
    return (form for form in forms if not (is_office(form) or is_body(form)))


def _lands_of_person(name: set[str], text: str) -> set[str]:
    """Return the countries of somebody whose office a text tells: "Danish Minister Rasmussen"."""
    told = (set(index_terms(found[0])) for found in NAME.finditer(text))
    return set().union(*(_lands(forms) for forms in told if not forms.isdisjoint(name)))


def _lands(forms: set[str]) -> set[str]:
    """Return by all their names the countries that folded words are of, or that are ruled there."""
    own = {found for form in forms if (found := country(form))}
    capitals = {*forms, *(seat for land in own for seat in seats(land))}
    return own.union(name.lower() for capital in capitals for name in countries(capital))
