"""Verbs that mean something else with a particle: to lay off is to dismiss, to put off to delay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.words.inflecting import bases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.search.words.text import Word

# The verb, its particle, and words that news has for both.
_PHRASES = """
    bail out: rescue; beef up: strengthen; blow up: explode explosion; break out: erupt outbreak
    escape; break up: split; bring back: reinstate restore reintroduce; bring down: lower topple;
    burn down: destroy; buy out: acquire; buy up: acquire; call off: cancel; carry out: conduct;
    cut back: reduce; cut down: reduce; drop out: withdraw; fall apart: collapse; find out: discover
    learn; get away: escape flee; get out: escape; give back: return; give up: surrender; go down:
    fall sink; go up: rise increase; hand over: surrender; hit back: retaliate; hold up: delay;
    kick off: begin; kick out: expel evict; knock down: demolish; knock out: eliminate; lay off:
    dismiss sack cut layoff; lock up: jail imprison; look into: investigate inquiry; make up:
    invent; own up: admit confess; pass away: die; pay back: repay refund; phase out: abolish;
    pull down: demolish; pull out: withdraw; put off: postpone delay; rule out: exclude; run away:
    flee escape; sell off: sell; send back: deport return; set up: establish found; shut down:
    close closure; sign up: register enrol; slow down: slow; speed up: accelerate; split up:
    separate; stand down: resign quit; step aside: resign quit; step down: resign quit; take back:
    retake recapture regain; take off: depart launch; take over: succeed replace appoint acquire;
    tear down: demolish; throw out: reject expel; track down: find locate; turn down: reject refuse;
    vote out: oust remove; walk out: leave strike; win back: regain; wipe out: destroy
"""
_BETWEEN = 3
"""The most words between the two: "take the town back"."""


def _by_particle() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for phrase in _PHRASES.split(";"):
        said, _, meant = phrase.partition(":")
        verb, particle = said.split()
        found.setdefault(particle, {})[verb] = tuple(meant.split())
    return found


_VERBS = _by_particle()


def phrasal_verbs(everything: Sequence[Word]) -> dict[int, tuple[str, ...]]:
    """Return what verbs of a question mean with their particles, by where each verb starts.

    ``everything`` is every word of the question, function words too.
    """
    found: dict[int, tuple[str, ...]] = {}
    for place, word in enumerate(everything):
        verbs = _VERBS.get(word.form)
        if verbs is None:
            continue
        for other in reversed(everything[max(place - 1 - _BETWEEN, 0) : place]):
            meant = next((verbs[base] for base in bases(other.form) if base in verbs), None)
            if meant:
                found[other.start] = meant
                break
    return found
