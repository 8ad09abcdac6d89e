"""Verbs that are also said in several words: to postpone is to put off."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.search.words.inflecting import bases, forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.words.text import Word

_PHRASES = """
postpone delay defer reschedule: put off, push back, hold over, call off
cancel scrap: call off
dismiss fire sack oust: let go, lay off, force out, push out, throw out, vote out
resign quit: step down, step aside, stand down, give up
retire: step down
replace succeed: take over, step in, stand in, fill in, take the place, swear in
appoint: swear in
abdicate: step down
start begin commence: kick off, set off, get under way, set in
continue: go on, carry on, keep on
finish end: wind up, wrap up
stop: give up, break off
abolish: do away with, phase out
cut reduce lower: bring down, scale back, cut back, cut down
raise increase: put up, push up, bring up
rise increase grow: go up, be up
fall drop decline decrease: go down, be down
destroy: burn down, wipe out, tear down, blow up
demolish: tear down, pull down, knock down, burn down
build construct erect: put up, set up
found establish create: set up
explode detonate: go off, blow up
die perish: lose life, lose lives, pass away
kill: claim lives, leave dead
reject refuse decline: turn down, vote down, rule out, say no
exclude: rule out
discover find: come across, track down
investigate examine probe: look into
arrest detain seize: take into custody, pick up
capture: take over
release free: let go, set free
escape flee: get away, get out, break out, run away
leave depart: set off, set out, pull out, walk out
withdraw: pull out
evacuate: bring out, move out
attend participate: take part
happen occur: take place, break out
publish: bring out, make public
reveal disclose announce: make public, give away
tolerate endure: put up with
recruit hire: take on, sign up
join enlist: sign up
collapse: fall down, fall apart, cave in, break down, give way
crash: come down, run into
surrender: give up, give in
marry: tie the knot
win: come out on top, come first
delete remove: take down, take off, take away
return: come back, go back, bring back, get back, give back
reopen resume: open again, start again
recover: bounce back, get over
assemble: put together
distribute: hand out, give out
submit: hand in
disappear vanish: go missing
reach: get to
demand: call for
support: stand by, stand behind, stand up for
criticise: hit out, lash out
attack: set upon
defend: stand up for
rob: hold up
deceive: take in
review: look at
visit: travel to, call on
compensate: make up for
remain: be left, be still
survive: be left alive, get out alive, live through
rescue: bail out
strengthen: beef up
explosion: blow up
erupt: break out
outbreak: break out
split: break up
reinstate restore reintroduce: bring back
lower topple: bring down
acquire: buy out, buy up, take over
conduct: carry out
withdraw: drop out
learn: find out
sink: go down
surrender: hand over
retaliate: hit back
delay: hold up
expel evict: kick out, throw out
eliminate: knock out
cut layoff: lay off
jail imprison: lock up
inquiry: look into
invent: make up
admit confess: own up
repay refund: pay back
sell: sell off
deport return: send back
close closure: shut down
register enrol: sign up
slow: slow down
accelerate: speed up
separate: split up
retake recapture regain: take back
regain: win back
depart launch: take off
appoint: take over
reject: throw out
locate: track down
remove: vote out
leave strike: walk out
intervene: step in
blunder err: mess up, slip up
quarrel clash dispute strain: fall out
burn ignite: catch fire, set on fire, be on fire
clamp: crack down
boycott shun: stay away
"""
_FORMS = {
    "be": "be been being is are was were",
    "get": "get gets got gotten getting",
    "go": "go goes went gone going",
}
"""Of verbs that are function words, which no list of irregular ones has."""
_PARTICLES = frozenset("apart aside away back down in into off out over up".split())
_KEPT = 1 << 10
_QUESTIONS_KEPT = 1 << 6
_WORD = re.compile("[a-z]+")
_BETWEEN = 3
"""So many words may part a verb from its particle: "put the talks off"."""


@lru_cache(_KEPT)
def said_as(word: str) -> re.Pattern[str] | None:
    """Return a pattern of the phrases for a folded verb in any form, None where there are none.

    It is for small letters.
    """
    listed = _phrases_by_verb()
    phrases = next((listed[base] for base in bases(word) if base in listed), ())
    return re.compile("|".join(map(_pattern, phrases))) if phrases else None


@lru_cache(_QUESTIONS_KEPT)
def verbs_meant(question: str) -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """Return the words of each phrase in a ``question``, with a pattern of how else it is said.

    Both are in small letters.
    """
    asked = question.lower()
    said = dict.fromkeys(_WORD.findall(asked))
    listed = _phrases_by_form()
    return tuple(
        (frozenset(found[0].split()), _meant_by(phrase))
        for word in said
        for phrase, others in listed.get(word, ())
        if others <= said.keys() and (found := _compiled(phrase).search(asked))
    )


def phrasal_verbs(everything: Sequence[Word]) -> dict[int, tuple[str, ...]]:
    """Return what verbs of a question mean with their particles, by where each verb starts.

    ``everything`` is every word of the question, function words too.
    """
    found: dict[int, tuple[str, ...]] = {}
    for place, word in enumerate(everything):
        verbs = _verbs_by_particle().get(word.form)
        if verbs is None:
            continue
        for other in reversed(everything[max(place - 1 - _BETWEEN, 0) : place]):
            meant = next((verbs[base] for base in bases(other.form) if base in verbs), None)
            if meant:
                found[other.start] = meant
                break
    return found


@lru_cache(_KEPT)
def _meant_by(phrase: str) -> re.Pattern[str]:
    """Return a pattern of the verbs that a ``phrase`` means, and of their other phrases."""
    listed = _phrases_by_verb()
    verbs = [verb for verb, phrases in listed.items() if phrase in phrases]
    said = "|".join(form for verb in verbs for form in forms(verb))
    others = (_pattern(other) for verb in verbs for other in listed[verb])
    return re.compile("|".join((rf"\b(?:{said})\b", *others)))


@lru_cache(_KEPT)
def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile(_pattern(phrase))


def _pattern(phrase: str) -> str:
    verb, *others = phrase.split()
    gap = rf"(?: [\w’'-]+){{0,{_BETWEEN}}}?" if len(others) == 1 else ""
    return rf"\b(?:{'|'.join(_forms(verb))})\b{gap} {' '.join(others)}\b"


@cache
def _phrases_by_verb() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _PHRASES.strip().splitlines():
        verbs, _, listed = line.partition(":")
        phrases = tuple(each.strip() for each in listed.split(","))
        for verb in verbs.split():
            found[verb] = (*found.get(verb, ()), *phrases)
    return found


@cache
def _phrases_by_form() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return by each form of a verb the phrases that begin with it, and their other words."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for phrase in dict.fromkeys(each for told in _phrases_by_verb().values() for each in told):
        verb, *others = phrase.split()
        for form in _forms(verb):
            found.setdefault(form, []).append((phrase, frozenset(others)))
    return found


def _forms(verb: str) -> tuple[str, ...]:
    return tuple(_FORMS[verb].split()) if verb in _FORMS else forms(verb)


@cache
def _verbs_by_particle() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return by each particle the verbs that it stands with, and what both mean."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for meant, phrases in _phrases_by_verb().items():
        for verb, *others in map(str.split, phrases):
            if len(others) == 1 and others[0] in _PARTICLES and verb not in _FORMS:
                verbs = found.setdefault(others[0], {})
                verbs[verb] = (*verbs.get(verb, ()), meant)
    return found
