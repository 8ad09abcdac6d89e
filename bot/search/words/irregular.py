"""Words that English inflects irregularly, which no stemmer brings together: won and win."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# The forms of one word stand between semicolons, its base first.
_VERBS = """
    arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; befall
    befell befallen; begin began begun; bend bent; bet; bid bade bidden; bind bound; bite bit
    bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought;
    broadcast; build built; burn burnt; buy bought; catch caught; choose chose chosen; cling
    clung; come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink
    drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight
    fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden;
    foresee foresaw foreseen; foretell foretold; forget forgot forgotten; forgive forgave
    forgiven; forgo forwent forgone; forsake forsook forsaken; freeze froze frozen; give gave
    given; grind ground; grow grew grown; hang hung; hear heard; hide hid hidden; hold held;
    keep kept; kneel knelt; know knew known; lay laid; lead led; leap leapt; learn learnt; leave
    left; lend lent; lie lay lain; light lit; lose lost; make made; mean meant; meet met;
    mishear misheard; mislead misled; misspell misspelt; mistake mistook mistaken; misunderstand
    misunderstood; outdo outdid outdone; outgrow outgrew outgrown; outrun outran; outsell
    outsold; outspend outspent; overcome overcame; overhear overheard; overpay overpaid;
    override overrode overridden; overrun overran; oversee oversaw overseen; oversleep
    overslept; overspend overspent; overtake overtook overtaken; overthrow overthrew overthrown;
    pay paid; plead pled; prove proven; rebuild rebuilt; redo redid redone; redraw redrew
    redrawn; regrow regrew regrown; repay repaid; rerun reran; resell resold; retake retook
    retaken; retell retold; rethink rethought; rewrite rewrote rewritten; ride rode ridden; ring
    rang rung; rise rose risen; run ran; see saw seen; seek sought; sell sold; send sent; sew
    sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing
    sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; speak spoke
    spoken; speed sped; spend spent; spill spilt; spin spun; spring sprang sprung; stand stood;
    steal stole stolen; stick stuck; sting stung; stink stank; stride strode; strike struck
    stricken; strive strove; swear swore sworn; sweep swept; swell swollen; swim swam swum;
    swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw
    threw thrown; tread trod; undergo underwent undergone; underpay underpaid; understand
    understood; undertake undertook undertaken; undo undid undone; unwind unwound; uphold
    upheld; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind wound;
    withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written
"""
_NOUNS = """
    addendum addenda; alga algae; alumnus alumni; analysis analyses; antenna antennae; appendix
    appendices; axis axes; bacillus bacilli; bacterium bacteria; basis bases; bureau bureaus
    bureaux; cactus cacti; calf calves; chateau chateaus chateaux; child children; consortium
    consortia; corpus corpora; crisis crises; criterion criteria; curriculum curricula; datum
    data; diagnosis diagnoses; dwarf dwarves; elf elves; emphasis emphases; foot feet; formula
    formulae; fungus fungi; gateau gateaux; genus genera; goose geese; half halves; hoof hooves;
    hypothesis hypotheses; index indices; knife knives; larva larvae; leaf leaves; life lives;
    loaf loaves; louse lice; man men; matrix matrices; memorandum memoranda; mouse mice; nebula
    nebulae; neurosis neuroses; nucleus nuclei; oasis oases; octopus octopi; ovum ova; ox oxen;
    parenthesis parentheses; penny pence; person people; phenomenon phenomena; plateau plateaus
    plateaux; prognosis prognoses; prosthesis prostheses; psychosis psychoses; radius radii;
    referendum referenda; scarf scarves; sheaf sheaves; shelf shelves; spectrum spectra; stadium
    stadia; stimulus stimuli; supernova supernovae; syllabus syllabi; synopsis synopses;
    synthesis syntheses; tableau tableaux; thesis theses; thief thieves; tooth teeth; vertebra
    vertebrae; vertex vertices; vortex vortices; wharf wharves; wife wives; wolf wolves; woman
    women
"""
# What is inflected regularly, and yet has no stem in common by Snowball's rules for English:
# "sued" is "su", "staffed" is "staf". https://snowballstem.org/algorithms/english/stemmer.html
_PARTED = """
    apprentice apprenticed; awe awed; bluff bluffed bluffing; boycott boycotted boycotting; bus
    buses; canvas canvases; cue cued; cuff cuffed; dial dialled dialling; duel duelled duelling;
    dye dyed dyeing; emu emus; enrol enrolled enrolling; evidence evidenced; experience
    experienced experiencing; focus focussed focussing; free freed; fuel fuelled fuelling; gas
    gases gassed gassing; glue glued gluing; guru gurus; haiku haikus; handcuff handcuffed
    handcuffing; hindu hindus; inconvenience inconvenienced; iris irises; lens lenses; menu
    menus; metropolis metropolises; mimic mimicked mimicking; overheat overheated overheating;
    panic panicked panicking; pelvis pelvises; picnic picnicked picnicking; plus pluses;
    prejudice prejudiced; programme programmed programming; puff puffed puffing; putt putted
    putting; queue queued queuing queueing; quiz quizzes quizzed quizzing; rebuff rebuffed
    rebuffing; recommence recommenced; reference referenced referencing; rue rued; sacrifice
    sacrificed sacrificing; scapegoat scapegoated scapegoating; scoff scoffed scoffing;
    silhouette silhouetted; sniff sniffed sniffing; snuff snuffed; staff staffed staffing; stuff
    stuffed stuffing; sue sued suing; trek trekked trekking; trellis trellises
"""
_SHORT = re.compile("[^aeiouy]{1,3}[aeiouy]?")
"""What Snowball leaves a plural of, as it has no vowel but at its end: TV, NGO, spa."""
_SHORTEST_WITH_MAN = 6


_ALSO_NOUNS = frozenset("bound drove felt ground rose shot spoke thought wound".split())
IRREGULAR_PASTS = frozenset(
    form for family in _VERBS.split(";") for form in family.split()[1:] if form not in _ALSO_NOUNS
)
"""The past forms of irregular verbs that are no nouns besides."""
IRREGULAR_BASES = frozenset(
    """
    arise become begin bind bleed bring choose cling come creep draw eat flee forbid foresee forget
    forgive give grow hear hide keep kneel know learn lend lose make mean meet overcome oversee
    overtake plead prove rebuild repay seek sell send sing sit slay speak spend steal strive swear
    take teach tell think undergo understand undertake uphold wear weep withdraw withhold withstand
    write
    """.split()
)
"""The bases of irregular verbs that are no nouns besides."""


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """Return for each form that no stemmer tells all forms of its word, or words, bases first."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for family in f"{_VERBS};{_NOUNS};{_PARTED}".split(";"):
        forms = family.split()
        for each in forms:
            found[each].update(dict.fromkeys(forms))
    return {each: tuple(forms) for each, forms in found.items()}


def family(word: str) -> tuple[str, ...]:
    """Return all forms of a ``word`` that no stemmer tells, the base first; none of any other.

    That is one of the `families`, or what ends in "man": "gunman gunmen".
    """
    known = families().get(word, ())
    if known or len(word) < _SHORTEST_WITH_MAN or not word.endswith(("man", "men")):
        return known
    return f"{word[:-2]}an", f"{word[:-2]}en"


def other_number(word: str) -> str | None:
    """Return what may be the plural, or the singular, of a ``word`` by a rule that no stemmer has.

    That is of what ends in "man", and of letters that are read one by one: "gunmen", "MPs".
    """
    if word in families():
        return None  # whose forms are told by their stems
    if both := family(word):
        return next(each for each in both if each != word)
    one = word.removesuffix("s")
    if len(one) > 1 and _SHORT.fullmatch(one):
        return one if one != word else f"{word}s"
    return None


def is_past(form: str) -> bool:
    """Tell whether a folded word looks like the past of a verb."""
    return form.endswith("ed") or form in IRREGULAR_PASTS


def irregular_stems(stem: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    """Return for each ``stem`` of an irregular form the stems of the same word's other forms."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for form, family in families().items():
        each = stem(form)
        found[each].update({other: None for other in map(stem, family) if other != each})
    return {each: tuple(others) for each, others in found.items() if others}
