"""Everyday words: what tells next to nothing of what is asked for, though briefings may lack it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.reading.framing import FRAME_WORDS

if TYPE_CHECKING:
    from bot.search.words.english import Frequencies

_ZIPF = 5.5
# Verbs of all talk in all their forms, and what is said of how many or how much.
_WORDS = frozenset(
    """
    according actually already anymore asked asks asking became become becomes becoming began begin
    begins beginning
    bring brings bringing brought came come comes coming couple does done ended ending ends feel
    feeling feels felt find finding finds found gave gives giving go goes going gone gotten happy
    help helped helping helps hold holds keep keeping keeps kept knew knowing known knows let lets
    liked likes look looked looking looks lot lots made make makes making maybe mean means meant
    need needed needing needs normally ones perhaps put puts putting ran remember remembered
    remembers running runs saw seeing seem seemed seems seen
    sees show showed showing shown shows sort start started starting starts stuff take taken takes
    taking talk talked talking talks tell telling tells think thinking thinks thought told took
    tried tries try trying turn turned turning turns used using want wanted wanting wants went
    work worked working works
    """.split()
)


_NEVER_VERBS = frozenset(
    "anymore couple happy lot lots maybe normally ones perhaps sort stuff".split()
)


def is_noun(word: str, before: str) -> bool:
    """Tell whether a folded everyday verb is a noun by what stands ``before`` it: "the talks"."""
    return before.rpartition(" ")[2] == "the" and word in _WORDS and word not in _NEVER_VERBS


def is_verb(word: str) -> bool:
    """Tell whether a folded word is a verb of all talk: "help", "taken"."""
    return word in _WORDS and word not in _NEVER_VERBS


def is_everyday(word: str, english: Frequencies) -> bool:
    """Tell whether a folded word says little: one of the commonest, or what frames a question."""
    return word in _WORDS or word in FRAME_WORDS or english.zipf(word) >= _ZIPF


_GENERAL = frozenset(
    """
    ago anywhere apparently aside away basically bit case certain completely concerning deal details
    directly ended entire entirely eventually exact exactly fact finally following fuss handle
    handled handles handling immediately involve involved involves involving issue literally main
    matter matters move moved moves moving occur occurred occurring opinion particular personally
    quickly
    quite really remain remained remains room seriously side sides situation somehow somewhere
    specific stay stayed staying stays suddenly supposedly thing things together topic view views
    whole
    """.split()
)


def is_general(word: str) -> bool:
    """Tell whether a folded word adds nothing that a text would have to tell: "exactly", "view"."""
    return word in _GENERAL
