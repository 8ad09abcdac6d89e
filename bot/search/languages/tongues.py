"""The small change of asking in German, French, Spanish and Russian, and what it is in English.

Only what tells how a question is put is here: function words, and verbs as common as "said". What a
question is about is not translated.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, product
from typing import TYPE_CHECKING

from bot.search.languages.calendars import LINKS, PARTS_OF_DAY, TIMES, TODAY
from bot.search.words.days import DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

# What is meant in English stands before the colon, nothing for what English has no word for there.
# What a question often begins with comes first, as several words where they are one in English.
_GERMAN = """
    what about: was+ist+mit wie+steht+es+um; is there: gibt+es gab+es gibt+s gibts; who else:
    wer+noch; what else: was+noch; how much: wieviel; what: was wofur worum woruber; who: wer wen
    wem; whose: wessen; where: wo wohin woher; when: wann; why: warum wieso weshalb; how: wie;
    which: welche welcher welches welchen welchem; many: viele vielen; much: viel; said: gesagt sagt
    sagte sagten sagen erklart erklarte erklarten ausserte geaussert meint meinte; happened:
    passiert passierte geschah geschehen geschieht los fand+statt; did: tat taten tut tun macht
    machte gemacht machen getan; is: ist sind sei bin bist seid; was: war waren wurde wurden worden;
    has: hat habe haben; had: hatte hatten; will: wird werden; can: kann konnen konnte; should: soll
    sollen; and: und; or: oder; but: aber; with: mit; without: ohne; for: fur; against: gegen; to:
    zu zum zur nach; from: von vom aus; around: in+der+nahe; in: in im ins; on: auf an am; at: bei
    beim; about: uber ueber bezuglich hinsichtlich; between: zwischen; because: weil wegen; before:
    vor; since: seit; during: wahrend; by: durch; under: unter; not: nicht; no: kein keine keinen;
    he: er; they: sie; him: ihn ihm; their: ihre ihren ihrer ihr; his: sein seine seinen seiner; we:
    wir; i: ich; you: du euch ihr; me: mir mich; us: uns; this: dieser dieses diese diesen; that:
    dass; there: da dort; back: zuruck; also: auch; now: jetzt; if: ob wenn; than: als; so: so;
    news: neues neuigkeiten nachrichten; new: neu neue neuer neuen; please: bitte; tell: erzahl
    erzahle sag; think: denkt denken; know: wissen weiß weißt; latest: aktuelle aktuelles aktuell
    neueste neuesten neuste; today: heute; more: mehr; : der die das den dem des ein eine einen
    einem einer eines es sich denn eigentlich mal noch schon
"""
_FRENCH = """
    what about: qu+en+est+il+de qu+en+est+il+du qu+en+est+il+des; what else: quoi+d+autre; who else:
    qui+d+autre; what: qu+est+ce+que qu+est+ce+qu qu+est+ce+qui que qu quoi; who: qui; : est+ce+que
    est+ce+qu il+y+a y+a+t+il s+est+il le la les l un une se s ce c cet cette ces ne n on y en t
    deja encore; please: s+il+vous+plait s+il+te+plait svp; about: a+propos au+sujet sur concernant;
    where: où; when: quand; why: pourquoi; how: comment; how much cost: combien+coute
    combien+coutent; how many: combien; which: quel quelle quels quelles lequel laquelle; said: dit
    disent dire disait declare declarait affirme affirmait; happened: passe arrive a+eu+lieu lieu;
    did: fait font faire; is: est sont etre es suis sommes etes; was: etait etaient ete fut; has: a
    ont avoir; had: avait avaient; will: va vont; can: peut peuvent; and: et; or: ou; but: mais;
    with: avec; without: sans; for: pour; against: contre; in: dans; to: à au aux vers; at: chez;
    since: depuis; of: de d du des; around: pres+de pres+du pres+d autour+de; between: entre;
    because: car; before: avant; after: apres; during: pendant lors; by: par; under: sous; not: pas;
    no: aucun aucune; he: il; she: elle; they: ils elles; them: leur leurs; his: son sa ses; we:
    nous; you: vous tu; i: je j; me: moi m; also: aussi; now: maintenant; if: si; than: qu; so:
    donc; more: plus; news: nouvelles actualites neuf nouveau; new: nouvelle nouveaux; tell: dis
    dites raconte racontez; think: pense pensent; know: sait sais savez; latest: derniere dernieres
    dernier derniers; today: aujourd+hui
"""
_SPANISH = """
    what about: que+hay+de que+pasa+con; what else: que+mas; who else: quien+mas; why: por+que;
    please: por+favor; about: acerca+de respecto+a sobre; what: que; who: quien quienes; where:
    donde adonde; when: cuando; how: como; which: cual cuales; how many: cuantos cuantas; how much:
    cuanto cuanta; said: dijo dice dicen dicho decir dijeron declaro declararon afirmo afirmaron; is
    there: hay; happened: paso pasa pasado ocurrio ocurre ocurrido sucedio sucede tuvo+lugar; did:
    hizo hace hacer hecho hicieron; is: es esta estan son ser estar soy eres somos estoy; was: fue
    fueron era eran estaba sido; has: ha han haber; had: habia habian; will: va van; can: puede
    pueden; and: y e; or: o u; but: pero; with: con; without: sin; for: para por; against: contra;
    in: en; to: a al hacia; from: desde; of: de del; around: cerca+de cerca+del alrededor+de;
    between: entre; because: porque; before: antes; after: despues tras; during: durante; under:
    bajo; not: no; she: ella; they: ellos ellas; his: su sus; we: nosotros; you: tu usted ustedes;
    i: yo; me: me; this: esta este esto estos estas; that: ese esa eso; also: tambien; now: ahora;
    if: si; so: entonces; very: muy; more: mas; news: noticias novedades nuevo; new: nueva nuevos
    nuevas; tell: dime cuentame digame; think: piensa piensan; know: sabe sabes saben; latest:
    ultimas ultimos ultima ultimo; today: hoy; : el la los las lo le les un una unos unas se ya aun
"""
_RUSSIAN = """
    what about: что+насчет как+насчет что+с; who else: кто+еще; what else: что+еще; who is:
    кто+такой кто+такая кто+такие кто+таков кто+такова; what is: что+такое; what: что чего чему чем;
    who: кто кого кому кем; where: где куда откуда; when: когда; why: почему зачем; how: как; which:
    какой какая какое какие каких какую каким какими; how much cost: сколько+стоит сколько+стоят;
    how many: сколько; said: сказал сказала сказали сказать говорит говорил говорила говорят заявил
    заявила заявили сообщил сообщила сообщили; happened: произошло случилось происходит состоялся
    состоялась состоялось; did: делает делал делают сделал сделала сделали; is: есть; was: был была
    было были; will: будет будут; can: может могут; and: и а; or: или; but: но; with: с со; without:
    без; for: для за; against: против; in: в во; on: на; to: к ко до; from: из от; about: о об обо
    про насчет; between: между; by: по; under: под; over: над; around: около возле близ; during:
    во+время; because: из+за; at: у при; because: потому; before: перед; after: после; since:
    с+тех+пор; not: не; no: нет ни; he: он; him: его ему им; she: она; her: ее ей; they: они; them:
    их ими; we: мы; us: нас нам; you: ты вы вам; i: я; me: мне меня; this: это этот эта эти этого
    этом этой; that: тот того том; also: также тоже; now: сейчас; if: если; so: так; more: больше
    подробнее; news: новости новое нового новостей; new: новый новая новые; please: пожалуйста;
    tell: расскажи расскажите скажи скажите; think: думает думают; know: знаешь знаете известно;
    latest: последние последних последнее; today: сегодня; : ли бы же уже то еще
"""
_DAYS = frozenset(["the day before yesterday", "yesterday", "tomorrow", *map(str.capitalize, DAYS)])
_TABLES = {"de": _GERMAN, "es": _SPANISH, "fr": _FRENCH, "ru": _RUSSIAN}
LANGUAGES = tuple(_TABLES)

# Of what English names and titles are full: "El Salvador", "Los Angeles", "Der Spiegel".
IN_NAMES = frozenset(
    "al an au bin das de del dem den der des die du e el en er es et ha han il in is la las le les"
    " los mal o on ou pas por pour sa sans si sin so son su un una une va van von y zu".split()
)

# Those of them, and others, that English has nowhere else: "die", "pour" and "son" are words of it.
FOREIGN_IN_NAMES = frozenset(
    "auf das de del dem der des du ein eine el en et im las le les los ou que sur une von zu zum"
    " zur".split()
)


@cache
def small_change(language: str) -> Mapping[tuple[str, ...], str]:
    """Return what words, or several in a row, of a question in ``language`` are in English.

    They are in small letters and without accents, save where one makes another word of them.
    """
    return {**times(language), **read_table(_TABLES[language])}


@cache
def times(language: str) -> Mapping[tuple[str, ...], str]:
    """Return those of `small_change` that name a time; months and days have a capital in English.

    "Since June" and "Friday evening" are there as a whole.
    """
    found = read_table(TIMES[language])
    found = {**_with_parts_of_day(found, language), **found}
    days = [(words, meant) for words, meant in found.items() if meant[:1].isupper()]
    linked = (
        ((*link, *words), f"{before} {meant}")
        for link, before in read_table(LINKS[language]).items()
        for words, meant in days
    )
    return dict(chain(linked, found.items()))


def _with_parts_of_day(
    found: Mapping[tuple[str, ...], str], language: str
) -> Mapping[tuple[str, ...], str]:
    """Return what the parts of days are that have a name, as "ayer por la noche"."""
    named = {words: meant for words, meant in found.items() if meant in _DAYS}
    named[tuple(TODAY[language].split("+"))] = "today"
    parts: dict[tuple[str, ...], str] = {}
    for (day, day_meant), (part, part_meant) in product(
        named.items(), read_table(PARTS_OF_DAY[language]).items()
    ):
        parts[*day, *part] = f"{day_meant} {part_meant}"
        if language == "de" and len(day) == len(part) == 1:
            parts[day[0] + part[0],] = f"{day_meant} {part_meant}"
    return parts


def read_table(table: str) -> Mapping[tuple[str, ...], str]:
    """Return what words, or several in a row, mean in English by a table as those above."""
    found: dict[tuple[str, ...], str] = {}
    for entry in table.split(";"):
        meant, _, written = entry.partition(":")
        for each in written.split():
            found.setdefault(tuple(each.split("+")), " ".join(meant.split()))
    return found
