"""Kinds of things, and which texts tell one.

All of it is read off the words themselves, so it says what may be an answer, never that it is one.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from bot.search.reading.told_names import (
    tells_countries,
    tells_country,
    tells_destination,
    tells_name,
    tells_name_of,
    tells_origin,
    tells_person,
)
from bot.search.words.days import DAYS, MONTHS
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator


class Kind(StrEnum):
    """The kind of thing that a question asks for, or a text tells."""

    AGE = "age"
    MONEY = "money"
    SHARE = "share"
    DURATION = "duration"
    LENGTH = "length"
    TEMPERATURE = "temperature"
    FREQUENCY = "frequency"
    COUNT = "count"
    SIZE = "size"
    SPEED = "speed"
    CHANGE = "change"
    AMOUNT = "amount"
    NUMBER = "number"
    TIME = "time"
    SINCE = "since"
    UNTIL = "until"
    REASON = "reason"
    MISHAP = "mishap"
    MEANS = "means"
    PLAN = "plan"
    SAYING = "saying"
    WORDING = "wording"
    SENSE = "sense"
    SUBJECT = "subject"
    OTHERS = "others"
    INJURY = "injury"
    DEATH = "death"
    TRANSPORT = "transport"
    CULPRIT = "culprit"
    CALLING = "calling"
    NAME = "name"
    NAME_OF = "name of"
    PERSON = "person"
    COUNTRY = "country"
    COUNTRIES = "countries"
    ORIGIN = "origin"
    DESTINATION = "destination"
    ANYTHING = "anything"


TIME_UNIT = "second|minute|hour|day|night|week|month|year|decade|century"
TIME_UNITS = "seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries"
_NUMBER_WORDS = tuple(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens
    hundred hundreds thousand thousands million millions billion billions trillion trillions half
    quarter percent
    """.split()
)
_WORD = rf"(?:{'|'.join(_NUMBER_WORDS[:-3])})"
# From its first digit only, and of few words, lest a text of nothing but numbers take too long.
AMOUNT = rf"(?:(?<![\d.,])\d(?:[\d.,]*\d)?|\b{_WORD}\b)(?:[ -]{_WORD}\b){{0,4}}"
_CURRENCIES = (
    "dollars?|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|rupiah|francs?|kron[aeo]r?|crowns|pesos?"
    "|rand|shekels?|dirhams?|riyals?|zlotys?|liras?|cents|pence|shillings?|lei|leva|lev|dinars?|baht"
    "|naira|cedis?|birr|hryvnias?|forints?|reais|ringgit|taka|kwacha|tenge|lari|drams?"
)
_PERCENT = r"%|percent\b|per cent\b|percentage points?\b"
DISTANCES = "(?:kilo|centi|milli)?met(?:er|re)s?|miles?|feet|foot|inch(?:es)?|km|cm|mm|ft"
_MEASURES = (
    rf"{DISTANCES}|mi|kg|kilos?|kilograms?|tons?|tonnes?|lit(?:er|re)s?|gallons?|barrels?|hectares?|acres?|square|cubic"
    "|degrees?|mph|knots?|light|basis"
)
LENGTHS = rf"{DISTANCES}|yards?|m|storeys?|stories"
_WHOLE = "(?:(?:more|straight|consecutive|full|long|whole|further) )?"
# "Two years ago" and "nine days later" tell when, not how long; so does "nine days after the gale",
# but not "for nine days before it sank".
_NO_TIME_AGO = r"\b(?! (?:later|ago|earlier|old|too (?:late|early|soon))\b)"
_NO_DISTANCE_IN_TIME = r"(?! (?:after|before)\b)"
_MONEY = rf"[$€£¥₹]\s?\d[\d.,]*|{AMOUNT} (?:[a-z]+ )?(?:{_CURRENCIES})\b"
_SHARE = rf"{AMOUNT}[ -]?(?:{_PERCENT})"
_SIZE = rf"{AMOUNT}[ -]?(?:(?:[a-z]+ )?(?:{_MEASURES})\b|times )|\b(?:magnitude|category) \d"
_PARTS = "(?:half|thirds?|quarters?|fifths?|tenths?)"
_FRACTION = rf"\b(?:a|one|two) {_PARTS}\b"
_TIME_SPAN = rf"{AMOUNT}(?: {_WHOLE}(?:{TIME_UNITS})|-(?:{TIME_UNIT})){_NO_TIME_AGO}"
# These are looked for where a text has numbers, as that is soon found out, in its small letters.
_WITH_NUMBERS = {
    Kind.AGE: (
        rf"\b(?:aged?|age of|turn(?:s|ed)?|over|under)(?: of)? {AMOUNT}"
        rf"|{AMOUNT}[ -]years?[ -]olds?\b|, \d{{1,3}},|\bat \d{{1,2}}[,.](?!\d)"
        r"|\b(?:is|was) (?:(?:now|just|only) )?\d{1,3}(?=[,.;)](?!\d)| and\b| when\b|$)"
        r"|\bin (?:his|her|their) \d0s\b"
    ),
    Kind.MONEY: _MONEY,
    Kind.SHARE: _SHARE,
    Kind.DURATION: (
        rf"\b(?:for|lasted|spent|took) {_TIME_SPAN}|{_TIME_SPAN}{_NO_DISTANCE_IN_TIME}"
    ),
    Kind.LENGTH: rf"{AMOUNT}[ -]?(?:{LENGTHS})\b",
    Kind.TEMPERATURE: rf"{AMOUNT}(?: ?°| ?degrees?\b| (?:celsius|fahrenheit)\b)",
    # What is counted has no unit: no money, share, measure, time, date, age or place in an order,
    # and is neither the score of a game ("3-1") nor part of a word ("five-match").
    Kind.COUNT: (
        rf"(?<![$€£¥₹\d.,:–-])(?<!\baged )(?!(?:1[5-9]|20)\d\d\b){AMOUNT}"
        rf"(?![\d.,]*\d|:\d|[-–]\d+\b(?! [a-z]+s\b)|-(?!{_PARTS}\b)[a-z]|[ -]?(?:{_PERCENT})"
        rf"|(?:st|nd|rd|th|am|pm)\b| (?:{'|'.join(MONTHS)})\b"
        rf"|[ -](?:[a-z]+ )?(?:{TIME_UNITS}|{TIME_UNIT}|{_CURRENCIES}|{_MEASURES})\b)"
    ),
    Kind.SIZE: _SIZE,
    Kind.SPEED: (
        rf"\b(?:in|within|after|took|taking) (?:[a-z]+ ){{0,3}}?{_TIME_SPAN}"
        rf"|{AMOUNT}[ -]?(?:(?:km|m)/[hs]|k?mph|kmh|knots\b|[a-z]+ (?:an?|per) (?:{TIME_UNIT})\b)"
    ),
    Kind.CHANGE: rf"\bby (?:[a-z]+ ){{0,2}}(?:{AMOUNT}|[$€£¥₹]\d)",
    Kind.AMOUNT: f"{_MONEY}|{_SHARE}|{_SIZE}",
    Kind.NUMBER: rf"\d[\d.,]*|\b(?:{'|'.join(_NUMBER_WORDS)})\b",
}
_OF_NAMES = {
    Kind.PERSON: tells_person, Kind.COUNTRY: tells_country,
    Kind.COUNTRIES: tells_countries,
    Kind.ORIGIN: tells_origin, Kind.DESTINATION: tells_destination,
}  # fmt: skip
_OF_ANY_NAMES = {Kind.NAME: tells_name, Kind.NAME_OF: tells_name_of}
_VEHICLES = (
    "bus(?:es)?|trains?|trams?|(?:air)?planes?|jets?|flights?|helicopters?|drones?|rockets?"
    "|capsules?|cars?|taxis?|ambulances?|vans?|trucks?|lorr(?:y|ies)|convoys?|boats?|ships?"
    "|ferr(?:y|ies)|(?:motor)?bikes?|bicycles?|sledges?|horses?|camels?|donkeys?|mules?"
)
_DATES = rf"\d|(?:next|spring|summer|autumn|winter|{'|'.join((*MONTHS, *DAYS))})\b"
_PATTERNS = {
    Kind.AGE: (
        r"\bin (?:his|her|their) teens\b"
        r"|\b(?:built|born|founded|opened|launched|dat(?:es|ing)) (?:in|from|back to)"
        r" (?:1\d|20)\d\d\b"
    ),
    Kind.SPEED: (
        rf"\b(?:in|within|after|takes?|took|taking) (?:[a-z]+ ){{0,2}}?an? (?:{TIME_UNIT})\b"
    ),
    Kind.INJURY: (
        r"\b(?:injur|wound|hurt|unhurt|unharmed|unscathed|burns\b|hospital|casualt|bruise"
        r"|broken (?:bone|arm|leg|rib))"
    ),
    Kind.MONEY: rf"\ba (?:{_CURRENCIES})\b",
    Kind.SHARE: r"\b(?:half|thirds?|quarters?|majority)\b",
    Kind.DURATION: (
        rf"\b(?:(?:several|few) {_WHOLE}(?:{TIME_UNITS})|(?:one|(?:for|in|within|last(?:s|ed|ing)?"
        rf"|took|takes?|taking|about|nearly|almost|half|over|than) an?) {_WHOLE}(?:{TIME_UNIT}))"
        + _NO_TIME_AGO
    ),
    Kind.SIZE: r"\b(?:(?:the|a) size of|(?:twice|half) (?:as|the)|as \w+ as a)\b",
    Kind.CHANGE: rf"\bby (?:[a-z]+ ){{0,2}}?(?:a |one |two )?{_PARTS}\b",
    Kind.AMOUNT: _FRACTION,
    Kind.SINCE: rf"\bsince\b|\bfrom (?:{_DATES})",
    Kind.UNTIL: rf"\b(?:until|till)\b|\b(?:by|through) (?:the )?(?:end\b|{_DATES})",
    Kind.FREQUENCY: (
        r"\b(?:every|each|per|once|twice|times|daily|weekly|monthly|yearly|annual(?:ly)?)\b"
    ),
    # What happened "after" or "over" something is told of most news, and "since" is a time as well.
    Kind.REASON: (
        r"\b(?:because|for reasons?|to blame|(?<!is )(?<!was )(?<!are )(?<!were )due to"
        r"|due to (?:an?|the|his|her|its|their)|owing to|thanks to|as a result|in order to"
        r"|so that|citing|blam(?:ed|es|ing)|caus(?:ed?|es|ing)|prompt(?:ed|ing)"
        r"|le(?:d|ads|ading) to"
        r"|in protest|in response|for fear"
        r"|for (?![a-z]*(?:thing|making|king|evening|morning)\b)[a-z]+ing"
        r"|, since (?:he|she|it|its|nobody|no|the|their|there|they))\b"
    ),
    # What went wrong may be why the rest did.
    Kind.MISHAP: (
        r"\b(?:fault(?:s|y)?|fail(?:ed|ures?|ing|s)|errors?|malfunction\w*|broken?|burst"
        r"|mistakes?|leak\w*|cracks?|cracked|defect\w*|too [a-z]+)\b"
    ),
    Kind.SUBJECT: r"\b(?:discuss|talk|spoke|topic|agenda|raised)",
    Kind.OTHERS: r"\b(?:others?|rest|remaining|another|everyone else)\b",
    Kind.MEANS: r"\b(?:us(?:ed|es|ing)|with (?:an?|the|\w+s)|through|via|by \w+ing|disguised)\b",
    Kind.PLAN: (
        r"\b(?:want(?:s|ed)|plan(?:s|ned)?|hop(?:es?|ed|ing)|aim(?:s|ed)?|intend(?:s|ed)?|will|would"
        r"|promised|vow(?:s|ed)|seek(?:s|ing)?|dream(?:s|ed|t)?)\b"
    ),
    Kind.SENSE: r"\b(?:tast|look|smell|sound|feel|felt|resembl)",
    Kind.DEATH: (
        r"\b(?:(?:killed|crushed|struck|hit|shot|stabbed|swept|burn(?:ed|t)|buried|poisoned)"
        r" (?:by|when|in|to|with|dead|away|under)|(?:died?|death) (?:of|from|after|when|in)"
        r"|crushed|drown(?:ed|ing)|hanged|poisoning|suffocat(?:ed|ing)|froze|starved|fell|overdose"
        r"|heart attack|stroke|cancer|injuries)\b"
    ),
    Kind.TRANSPORT: (
        r"\b(?:by|on(?: board)?|aboard|in|with|from) (?:an? |the |his |her |their )?(?:[a-z]+ )?"
        rf"(?:air|sea|road|rail|foot|{_VEHICLES})\b|\b(?:{_VEHICLES}) (?:will |to )?"
        r"(?:carr(?:y|ie[ds])|br(?:ings?|ought)|t(?:akes?|ook)|lift(?:s|ed)"
        r"|picked|pulled|rescued|evacuated|flew)\b"
        r"|\b(?:flown|flew|shipped|airlifted|parachuted|drove|sailed|rowed|walked|swam|rode|cycled)\b"
    ),
    Kind.CULPRIT: r"\b(?:blam|accus|suspect|responsib|fault|behind|claim)",
    Kind.CALLING: (
        r"\b(?:called(?! (?:for|in|off|on|up)\b)|nam(?:ed?|es|ing)|dubb(?:ed|ing)|known as"
        r"|nicknamed|christened|titled)\b"
    ),
    Kind.WORDING: r"[\"“”«]",
    Kind.SAYING: (
        r"[\"“”«]|\b(?:sa(?:id|ys|ying)|told|call(?:ed|s|ing)|warn(?:ed|s|ing)|promis(?:ed|es|ing)"
        r"|add(?:ed|s)|stat(?:ed|es|ing)|describ(?:ed|es|ing)|accus(?:ed|es|ing)|claim(?:ed|s|ing)"
        r"|insist(?:ed|s|ing)|argu(?:ed|es|ing)|den(?:ied|ies|ying)|vow(?:ed|s|ing)|urg(?:ed|es|ing)"
        r"|pledg(?:ed|es|ing)|blam(?:ed|es|ing)|critici[sz](?:ed|es|ing)|prais(?:ed|es|ing)"
        r"|condemn(?:ed|s|ing)|dismiss(?:ed|es|ing)|welcom(?:ed|es|ing)|apologi[sz](?:ed|es|ing)"
        r"|rul(?:ed|es|ing) that|conclud(?:ed|es|ing)|doubt(?:ed|s|ing)?|wrote|repli(?:ed|es)"
        r"|conced(?:ed|es|ing)|acknowledg(?:ed|es|ing)|joked|testif(?:ied|ies)|demand(?:ed|s|ing)"
        r"|reject(?:ed|s|ing)|compar(?:ed|es|ing)|liken(?:ed|s|ing)"
        r"|declar(?:ed|es|ing)|announc(?:ed|es|ing)|admit(?:ted|s|ting)|express(?:ed|es|ing)"
        r"|believ(?:ed?|es|ing)|suspect(?:s|ed|ing)?|expect(?:s|ing)?|think(?:s|ing)?|thought"
        r"|fear(?:s(?! of)|ed|ing)?|assum(?:ed?|es|ing))\b"
    ),
}
_TIME = re.compile(
    r"\b(?:1\d|20)\d\d\b|\b\d{1,2}(?::\d\d|(?:st|nd|rd|th)\b)"
    rf"|\b(?:{'|'.join(map(str.capitalize, (*MONTHS, *DAYS)))})\b"
    r"|\b(?:today|yesterday|tomorrow|tonight|century|decade|since|until"
    r"|(?:last|next|this|past|earlier|later|same|previous|following) (?:night|week|weekend|month"
    r"|spring|summer|autumn|fall|winter|year)|(?:hours|days|weeks|months|years) (?:ago|later"
    r"|earlier|before|after))\b"
)
# "Twelve days after thieves came" counts no thieves.
_NOT_COUNTED = (
    r"(?:after|and|as|at|before|but|by|for|from|in|on|or|since|than|to|until|when"
    r"|while|who|with)\b"
)
_BEFORE_WORDS = rf"({AMOUNT}%?)(?=((?:[ -](?!{_NOT_COUNTED})[\w'’]+){{1,3}}))"
_BEHIND_WORDS = rf"\b([a-z'’]+(?: [a-z'’]+)?+) \(?({_WITH_NUMBERS[Kind.COUNT]})"
_BEHIND = re.compile(" ([a-z]+)")
_JOINED = re.compile(r"\b(\w+)-([a-z]+)\b")
_DIGIT = re.compile("[0-9]")
_LETTERS = re.compile("[a-z]+")
_ARE_NUMBERS = frozenset(_NUMBER_WORDS)


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """Return a pattern of those above, made when first needed: all take a tenth of the start."""
    return re.compile(written)


def is_quantity(kind: Kind) -> bool:
    """Tell whether things of this ``kind`` are told by numbers."""
    return kind in _WITH_NUMBERS


def tells(
    kind: Kind,
    text: str,
    named: Container[str] = (),
    is_name: Callable[[str], bool] = lambda _: False,
) -> bool:
    """Tell whether ``text`` has a thing of this ``kind`` that the question does not name itself.

    That has the folded words in ``named``; ``is_name`` tells which folded words are names, as a
    capital that opens a sentence does not. Of nothing in particular no text is told to have any.
    """
    if kind is Kind.TIME:
        return any(found[0].lower() not in named for found in _TIME.finditer(text))
    if kind in _OF_NAMES:
        return _OF_NAMES[kind](text, named)
    if kind in _OF_ANY_NAMES:
        return _OF_ANY_NAMES[kind](text, named, is_name)
    lowered = text.lower()
    if kind in _WITH_NUMBERS and _has_number(lowered):
        found = _pattern(_WITH_NUMBERS[kind]).finditer(lowered)
        if any(is_new(each[0], named) for each in found):
            return True
    return kind in _PATTERNS and _pattern(_PATTERNS[kind]).search(lowered) is not None


def places_told(kind: Kind, text: str, named: Container[str]) -> Iterator[tuple[int, int]]:
    """Yield where ``text`` tells numbers of a ``kind`` that the question does not name itself."""
    lowered = text.lower()
    if kind in _WITH_NUMBERS and _has_number(lowered):
        for found in _pattern(_WITH_NUMBERS[kind]).finditer(lowered):
            if is_new(found[0], named):
                yield found.span()


def tells_how_many(text: str, named: Container[str], are_counted: Callable[[str], bool]) -> bool:
    """Tell whether a number stands near one of the folded words that ``are_counted``.

    Two words may part them where it stands before: "six of the pears", "40 percent of pears", "40%
    of the pears". One may where it stands behind: "led in goals (118)", "in goals with 24".
    """
    lowered = text.lower()
    return _has_number(lowered) and any(
        is_new(found[number], named) and any(map(are_counted, index_terms(found[counted])))
        for written, number, counted in ((_BEFORE_WORDS, 1, 2), (_BEHIND_WORDS, 2, 1))
        for found in _pattern(written).finditer(lowered)
    )


def behind_counts(text: str, named: Container[str]) -> Iterator[str]:
    """Yield the word right behind each count that the question does not name, "" for none."""
    lowered = text.lower()
    if _has_number(lowered):
        for found in _pattern(_WITH_NUMBERS[Kind.COUNT]).finditer(lowered):
            if is_new(found[0], named):
                behind = _BEHIND.match(lowered, found.end())
                yield behind[1] if behind else ""


def joined_to_counts(text: str, named: Container[str]) -> Iterator[str]:
    """Yield each word that is joined to a number not in the question: "a 40-seat bus"."""
    for found in _JOINED.finditer(text.lower()):
        if _has_number(found[1]) and is_new(found[1], named):
            yield found[2]


def _has_number(lowered: str) -> bool:
    """Tell whether a text in small letters has a number, which takes less time than to find it."""
    if _DIGIT.search(lowered):
        return True
    return not _ARE_NUMBERS.isdisjoint(_LETTERS.findall(lowered))


def is_new(amount: str, named: Container[str]) -> bool:
    """Tell whether an amount is none that the question names."""
    found = _pattern(_WITH_NUMBERS[Kind.NUMBER]).findall(amount)
    numbers = [form for number in found for form in index_terms(number)]
    return not numbers or any(form not in named for form in numbers)
