"""Words that are made of others in ways no stemmer undoes: decide and decision, die and dead."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from bot.search.words.inflecting import spelt_bases

if TYPE_CHECKING:
    from collections.abc import Mapping

# What somebody does or what something is like, and the names of that: a family between semicolons.
_FAMILIES = """
    able ability; abolish abolition; absent absence; absorb absorption; academy academic; accurate
    accuracy; acquire acquisition; admit admission; advise advice; advocate advocacy; agree
    agreement; allergy allergic; ally alliance; angry anger; anxious anxiety; apology apologise;
    apply application; argue argument; ascend ascent; assume assumption; autonomous autonomy;
    bankrupt bankruptcy; behave behaviour; believe belief; bleed bled blood; block blockade; bored
    boredom; born birth; bribe bribery; burgle burglary; bury buried burial; candidate candidacy;
    centre central; certain certainty; champion championship; chaos chaotic; choose chose chosen
    choice; citizen citizenship; clarify clarification; classify classification; clear clearance;
    close closure; coast coastal; collide collision; commerce commercial; compare comparison;
    compete competition; complain complaint; comply compliance; compose composition; comprehend
    comprehension; conclude conclusion; conquer conquest; conspire conspiracy; consume
    consumption; convert conversion; corrode corrosion; create creation; crime criminal; criticise
    criticism; cruel cruelty; curious curiosity; dead death die died; decent decency; decide
    decision; deep depth deepen; defend defence; define definition; defy defiance; deliver
    delivery; demolish demolition; deny denial; depart departure; descend descent; describe
    description; destroy destruction; detain detainee detention; dictator dictatorship; difficult
    difficulty; diplomat diplomacy diplomatic; disagree disagreement; disaster disastrous;
    disclose disclosure; discover discovery; dissolve dissolution; distant distance; divert
    diversion; drain drainage; drama dramatic; economy economic; emerge emergence; emphasise
    emphasis; enter entry entrance; environment environmental; erode erosion; evade evasion;
    evolve evolution; exclude exclusion; expand expansion; expel expulsion; explain explanation;
    explode explosion; expose exposure; extend extension; extremist extremism; fail failure; false
    falsehood; famous fame; finance financial; fly flew flown flight; forge forgery; free freedom;
    frequent frequency; friend friendship; fury furious; generous generosity; globe global; grow
    grew grown growth; guilty guilt; hard harden; hate hatred; healthy health; heroic hero
    heroism; high height; history historic; hot heat; hungry hunger; identify identification;
    impede impediment; imply implication; include inclusion; injure injury; inquire inquiry;
    intend intention; intervene intervention; introduce introduction; intrude intrusion; invade
    invasion; jealous jealousy; judge judgement; justify justification; leader leadership; leak
    leakage; legitimate legitimacy; lend lent loan; liable liability; lonely loneliness; long
    length; loose loosen; lose lost loss; loyal loyalty; maintain maintenance; marry marriage;
    medicine medical; member membership; migrant migration; modify modification; neglect
    negligence; noble nobility; notify notification; offend offence; oppose opposition; optimist
    optimism optimistic; own owner ownership; parliament parliamentary; partner partnership; pay
    paid payment; perceive perception; permit permission; persuade persuasion; pessimist pessimism
    pessimistic; pirate piracy; planet planetary; poor poverty; pregnant pregnancy; prescribe
    prescription; president presidential; pretend pretence; prison imprison; private privacy;
    proclaim proclamation; produce production; prove proof; province provincial; provoke
    provocation; publish publication; pure purity; pursue pursuit; qualify qualification; racial
    racist racism; ratify ratification; rebel rebellion; receive receipt reception; recognise
    recognition; reconcile reconciliation; recover recovery; redeem redemption; reduce reduction;
    relation relationship; relieve relief; religion religious; rely reliance; repeat repetition;
    resolve resolution; respond response; restrain restraint; resume resumption; retain retention;
    reveal revelation; revolution revolutionary; rob robbery; safe safety; satisfy satisfaction;
    scarce scarcity; scholar scholarship; science scientific; secret secrecy; seize seizure; sell
    sold sale; separatist separatism; settle settlement; sharp sharpen; shorten short; sign
    signature; silent silence; simplify simplification; slave slavery enslave; soft soften; solve
    solution; speak spoke spoken speech; sponsor sponsorship; stable stability; starve starvation;
    steal stole stolen theft; store storage; strategy strategic; strong strength strengthen;
    submit submission; subscribe subscription; succeed success; supervise supervision supervisor;
    supreme supremacy; suspect suspicion suspicious; suspend suspension; sustain sustenance;
    sympathy sympathise; tax taxation; tenant tenancy; terror terrorist; thirsty thirst; threat
    threaten; tight tighten; tourist tourism; tragedy tragic; transmit transmission; treat
    treatment; true truth; unify unification; unite unity; unstable instability; urgent urgency;
    vacant vacancy; vary variation; verify verification; violent violence; volcano volcanic; warm
    warmth; weak weaken; weigh weight; wide width widen; willing willingness; withdraw withdrew
    withdrawn withdrawal; worse worsen; wreck wreckage; young youth
"""


def derived_words(word: str) -> tuple[str, ...]:
    """Return the bases of what a folded ``word`` in any form is derived from, and of what from it.

    They are words and no stems, as stems of other words are the same: departure, department.
    """
    families = _families()
    found = (families[base] for base in spelt_bases(word) if base in families)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


@cache
def _families() -> Mapping[str, tuple[str, ...]]:
    """Return for each word the others of its family."""
    families = [family.split() for family in _FAMILIES.split(";")]
    return {
        each: tuple(other for other in family if other != each)
        for family in families
        for each in family
    }
