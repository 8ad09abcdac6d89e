"""Words of general meaning, and the narrower ones that tell them: it sank, which is an accident."""

from __future__ import annotations

import re
from functools import cache

from bot.search.words.inflecting import bases

# An asterisk stands for any ending. Only what is surely of the kind, or surely tells it.
_NARROWER = """
accident: capsiz* collid* collision* crash* derail* overturn* plung* ramm* sank sink* sunk
disaster: capsiz* collaps* earthquake* erupt* explo* flood* landslid* mudslid* quake* sank storm*
attack assault raid: ambush* assault* attack* bomb* raid* shell* shot stabb* storm* struck
damage: break* broke* burn* crack* cut destroy* ripp* ruptur* sever* smash* torn wreck*
punish punishment penalty: ban banned expel* fine fined fines flogg* jail* lash* prison* sentenc*
sentence: death fine fined fines jail* lash* life month months prison* probation year years
catch capture: arrest* captur* caught detain* recaptur* seiz*
hold: captiv* detain* hostage* kidnap* seiz*
injury: broke* fractur* hurt injur* torn wound*
crime offence: assault* brib* corruption crime* espionage fraud murder* offence* rape* robbe*
crime offence: smuggl* theft treason terror* traffick*
colour color: black blue brown color* colour* golden gray green grey orange pink purple red
colour color: white yellow
ban forbid: ban banned bans forbid* outlaw* prohibit*
stop: block* ceas* halt* stop* suspend*
hurt: hospital* hurt injur* wound*
choose pick: appoint* chose* elect* nominat* pick* select*
fight: battl* clash* fight* fought skirmish*
agreement deal: accord* agree* contract* deal deals pact* treat*
boss: chair* chief director head manager president
kid: boy boys child* girl girls pupil* teen*
trip journey: flight* journey* tour* travel* trip* visit* voyage*
film movie: documentar* film* movie* screen*
book novel: book books memoir* novel*
song: ballad* sang sing* song* sung
fuel: coal diesel fuel* gas hydrogen kerosene oil petrol
metal: aluminium cobalt copper gold iron lithium metal* nickel silver steel tin zinc
sick ill: asthma cholera complain* disease* fever ill* infect* measles patient* poison* symptom*
weapon weapons: ammunition arms bomb* drone* grenade* gun guns knife knives missile* pistol* rifle*
vehicle: bus buses car cars lorr* motorbike* truck* van vans
ship boat vessel: barge* boat* carrier* dinghy ferr* freighter* ship ships tanker* trawler* yacht*
plane aircraft: aeroplane* airliner* airplane* helicopter* jet jets plane planes
shoe footwear: boot boots heels sandal* shoe* slipper* sneaker* spikes trainers
vaccine: dose doses immuni* inoculat* jab jabs shot shots vaccin*
drug: cannabis cocaine drug drugs ecstasy fentanyl hashish heroin marijuana meth* opium
medal: bronze gold silver
hotel: guesthouse* hostel* hotel* inn resort*
fix mend: mend* repair*
buy purchase: acqui* bought buy* order* purchas*
mistake error: blunder* err erred error* mistake* slip*
theft robbery burglary: burgl* loot* rob* stole* theft* thief thieves
row dispute quarrel: accus* clash* critici* disput* feud* quarrel* rebuk* rift* strain* tension*
angry furious upset: accus* anger* angry condemn* critici* furious outrag* protest* rebuk* upset
diplomat: ambassador* consul* diplomat* envoy* (foreign minist*) (secretary of state)
stay: hotel* lodg* remain* stay* visit*
third: bronze third
second: runner-up second silver
take: annex* captur* conquer* grab* occup* overran overrun seiz* snatch* stole* wrest*
get: acqui* award* grant* obtain* receiv* won
give: award* donat* grant* handed offer* suppl*
leave: depart* fled flee* quit quits resign* withdr*
go: depart* fled flew head* journey* land* travel* visit*
win: beat* claim* clinch* defeat* secur* triumph*
lose: beaten conced* defeat*
find: detect* discover* locat* unearth*
begin start: launch* open*
troops soldiers: army brigade* forces infantry military soldier* troop*
"""
_TOKEN = re.compile(r"\(([^)]+)\)|(\S+)")


def has_narrower(word: str) -> bool:
    """Tell whether the narrower words of a folded ``word`` in any form are known."""
    return _told_by(word) is not None


def tells_narrower(word: str, lowered: str) -> bool:
    """Tell whether a text in small letters tells a folded ``word`` in any form by a narrower one.

    Of a word of which none are known it tells nothing.
    """
    told = _told_by(word)
    return told is not None and told.search(lowered) is not None


def _told_by(word: str) -> re.Pattern[str] | None:
    listed = _listed()
    return next((listed[base] for base in (word, *bases(word)) if base in listed), None)


@cache
def _listed() -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    for line in _NARROWER.strip().splitlines():
        general, _, narrower = line.partition(": ")
        said = [each[1] or each[2] for each in _TOKEN.finditer(narrower)]
        for word in general.split():
            found[word] = [*found.get(word, []), *map(_written, said)]
    return {word: re.compile(rf"\b(?:{'|'.join(said)})\b") for word, said in found.items()}


def _written(said: str) -> str:
    return re.escape(said).replace(r"\*", r"\w*")
