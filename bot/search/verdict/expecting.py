"""Whether a whole text has anything of the kind that a question asks for: an age, a sum, a time."""

from __future__ import annotations

import re

from bot.search.reading.ages import with_own_ages
from bot.search.reading.asking import kind_asked_for
from bot.search.reading.kinds import (
    AMOUNT,
    LENGTHS,
    TIME_UNIT,
    TIME_UNITS,
    Kind,
    tells,
)
from bot.search.reading.measures import leaves_unmeasured
from bot.search.reading.told_names import tells_city
from bot.search.words.days import DAYS, MONTHS
from bot.search.words.text import words

# "When?", and not "when it rains": an auxiliary follows, or nothing of a sentence comes before.
_ASKS_WHEN = re.compile(
    r"^\W*(?:since |until |by )?when\b|\bwhen (?:exactly )?(?:is|are|was|were|did|does|do|will"
    r"|would|can|could|has|have|had|should)\b|\b(?:what|which) (?:year|month|day|date|century)\b",
    re.IGNORECASE,
)
_ASKS_SUM = re.compile(
    r"\bhow (?:much|expensive)\b|\bwhat (?:[\w-]+ )?(?:fee|fine|money|price|salary|sum)\b"
    r"|\bwhat (?:do|does|did|will|would|has|have)\b.*\bcost(?:\W*$| (?:at|for|in|now|on|per|to)\b)"
    r"|\bit costs? to\b"
    r"|\bwhat(?:['’]?s| is| was| will be) the (?:cost|price)\b",
    re.IGNORECASE,
)
_TEENS = r"(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = r"(?:twen|thir|for|fif|six|seven|eigh|nine)ties"
_ANY_NUMBER = re.compile(
    rf"\d|\b(?:no|none|nobody|one|first|second|third|once|twice|{_TEENS}|{_TENS}|scores?"
    r"|double[ds]?|tripled?|half|both|single|several|most|all|every|majority|many|few|never|rarely"
    r"|daily|weekly|monthly|yearly|annually|percentage)\b",
    re.IGNORECASE,
)
# What may answer, too: of a whole text it is only told that nothing in it does.
_LOOSELY = {
    Kind.AGE: re.compile(
        r"\bage[ds]?\b|\b(?:now|turn\w*|is|was|at) (?:\d\d?|1[01]\d)\b(?![%.:,]\d)"
        r"|\((?:\d\d?|1[01]\d)\)|\d[- ]years?\b"
        r"|\bcentur(?:y|ies)\b|\b(?:born|birthday|founded|built|established|dat(?:es|ed|ing))\b"
        rf".*\b\d{{3,4}}\b(?! [bm]illion)|\bteen|\b{_TENS}\b",
        re.IGNORECASE,
    ),
    Kind.MONEY: re.compile(
        r"[$€£¥₹]|\b(?:lakh|crore|cash|for free|free (?:of charge|admission|entry)"
        r"|(?:is|are|was|were|be|remains?|stays?) free)\b|\d ?(?:[kmb]|bn|mn)\b",
        re.IGNORECASE,
    ),
    Kind.TIME: re.compile(
        r"\b(?:1\d|20)\d\ds?\b|\b(?:now|recently|ago|soon|centuries|decades|weeks?|weekend|months?"
        r"|days?|hours?|minutes?|noon|midnight|morning|afternoon|evening|night|overnight|spring"
        r"|summer|autumn|winter|once|before|after|during|following|when|(?<=[a-z] )while|\w+days?"
        r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b|\b\d+ ?[ap]\.?m\b",
        re.IGNORECASE,
    ),
    Kind.COUNT: _ANY_NUMBER,
    Kind.SHARE: _ANY_NUMBER,
    Kind.LENGTH: re.compile(r"\b(?:high|tall|deep|wide|long|height|depth|width)\b", re.IGNORECASE),
    Kind.TEMPERATURE: re.compile(r"°|\b(?:degrees?|zero|celsius|fahrenheit)\b", re.IGNORECASE),
    Kind.DURATION: re.compile(
        rf"\b(?:{TIME_UNIT}|{TIME_UNITS}|\w*days?|{LENGTHS}|until|till"
        r"|throughout|(?:for|to|gets?|got|given|fac(?:es?|ing)) life"
        r"|life(?:time)? (?:ban|in|sentence|term)|lifelong|forever|indefinite\w*|permanent\w*"
        r"|temporar\w*|overnight|brief\w*|\w+-(?:hour|day|week|month|year)s?(?:-long)?)\b|\d:\d\d"
        r"|\b(?:1\d|20)\d\d\b.*(?:1\d|20)\d\d\b|\d[-–]\d",
        re.IGNORECASE | re.DOTALL,
    ),
    Kind.NUMBER: _ANY_NUMBER,
    Kind.SIZE: _ANY_NUMBER,
    Kind.CHANGE: _ANY_NUMBER,
    Kind.AMOUNT: _ANY_NUMBER,
    Kind.SAYING: re.compile(
        r"\b(?:credit|attribut|report|estimat|expect|believ|think|suggest|propos|stress|want|writ"
        r"|order|offer|question|agre|confirm|explain|hop|fear|assert|maintain|answer|respond)"
        r"(?:e[ds]?|s|ed|ing)?\b"
        r"|\b(?:thought|wrote|according|speech|statement)\b",
        re.IGNORECASE,
    ),
}
# How long something has been so, but not how long it took.
_ASKS_UNTIL_NOW = re.compile(r"\bhow long\b.*?\b(?:has|have|had|is|are|been)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
# Times and places in an order are no amount of anything.
_NO_AMOUNT = re.compile(
    rf"{AMOUNT}[ -]?(?:{TIME_UNITS}|{TIME_UNIT})\b|\b(?:1\d|20)\d\d\b"
    r"|\b(?:first|second|third|once|one|never|rarely)\b",
    re.IGNORECASE,
)
_ONLY = {Kind.TIME: _ASKS_WHEN, Kind.MONEY: _ASKS_SUM}
_ASKS_CITY = re.compile(r"\b(?:what|which) (?:([\w-]+) )?(?:city|town|village)\b")
_ASKS_PLACE = re.compile(
    r"\b(?:in|at|on|from|near) (?:what|which) (?:[\w-]+ )?(building|district|floor|hospital|hotel"
    r"|neighbou?rhood|prison|room|street|suburb)\b"
)
_ASKS_OTHERS = re.compile(r"\bhow many (?:others?|more)\W*$", re.IGNORECASE)
_SOME = re.compile(r"\b(?:one|no|none|nobody|another|several|few|scores|all)\b", re.IGNORECASE)
_ASKS_OWN_AGE = re.compile(r"\bhow old (?:is|was|are|were)\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?:1\d|20)\d\ds?\b|['’]\d\ds?\b|\bcentur(?:y|ies)\b|\b\w*years?\b|\bdecades?\b",
    re.IGNORECASE,
)
# A day of the calendar, or one told from today; neither "before" nor "during" something.
_DATE = re.compile(
    rf"\b(?:(?:1\d|20)\d\d|{'|'.join((*MONTHS, *DAYS))}|\d{{1,2}}(?:st|nd|rd|th)|\d+/\d+"
    r"|today|yesterday|tomorrow|tonight|weekend|(?:last|next|this|past|later|same) (?:\w+ )?"
    r"(?:day|week|month|year|spring|summer|autumn|fall|winter)|\w+ (?:days|weeks|months|years)"
    r" (?:ago|later|earlier|before|after)|eve|holidays?|christmas|easter)\b",
    re.IGNORECASE,
)
# What is still to come: neither by what it follows nor by what went before.
_TO_COME = re.compile(
    rf"{_DATE.pattern}|\b(?:soon|shortly|later|once|until|till|by the end|every|annual\w*|yearly"
    r"|noon|midnight|morning|afternoon|evening|night|spring|summer|autumn|winter|immediately"
    rf"|(?:in|within|for) (?:(?:{AMOUNT}|about|another|next|coming|an?|few|several|the) ){{1,3}}"
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)"
    r"|(?:at|from|before|by) \d)|\b\d+ ?[ap]\.?m\b|\d:\d\d"
    r"|\b(?:will|would|to|can|when|only)\b[^.,;]{0,60}\b(?:after|before|during|when)\b",
    re.IGNORECASE,
)
_SPEED = re.compile(
    r"%|\d:\d\d|\b(?:an?|per) (?:second|minute|hour|day|year)\b|\b(?:km/?h|[kmr]ph|mps|bps|m/s"
    r"|knots?|mach|speeds?|seconds|percent|times|rate|pace|slow\w*|quick\w*)\b"
    r"|\b(?:in|within|after|less than|only|just) (?:[\w,.]+ ){1,3}?"
    r"(?:minutes|hours|days|weeks|months)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:against|oppos\w+|reject\w*|dissent\w*|abstain\w*|object\w*|refus\w*|no votes?)\b",
    re.IGNORECASE,
)
_IN_FAVOUR = re.compile(
    r"\bin favou?r\b|\b(?:vot\w+|votes? (?:of|from)) (?:for|with|(?-i:[A-Z]))"
    r"|\b(?:back|support)\w*\b",
    re.IGNORECASE,
)
# Whom one is going to play; a past result tells none.
_OPPONENT = re.compile(
    r"\b(?:against|vs?\b|versus|fac(?:es?|ing)|meet(?:s|ing)?|opponents?|dr(?:aw|awn|ew)|plays?"
    r"|takes? on|host(?:s|ing)?|visit(?:s|ing)?|fight(?:s|ing)?|rivals?)\b",
    re.IGNORECASE,
)
# Neither a year, as 2019, nor so much a year, is a term; but whoever is sentenced may get one.
_TERM = re.compile(
    r"\b(?:(?:years|months|decades)\b(?! (?:ago|old|earlier|later))"
    r"|year (?:in|behind|of|sentence|term|jail|prison)|life|lifelong|death|indefinite\w*|suspended"
    r"|probation)\b|-(?:year|month)\b(?!-old)",
    re.IGNORECASE,
)
_INJURED = re.compile(r"\b(?:wound|injur|hurt|casualt|unhurt|unharmed|hospital)\w*", re.IGNORECASE)
_SECOND = re.compile(
    r"\b(?:second|2nd)(?: place\b| to\b|\W*$|[,.;])|\b(?:silver|runners?-up|behind|ahead of|beat\w*"
    r"|defeat\w*|followed|pipped|edged|lost to|runner)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(r"\b(?:third|3rd|bronze)\b", re.IGNORECASE)
_CAUSE_OF_DEATH = re.compile(
    r"\b(?:(?:die[ds]?|dying|death|dead)\b.{0,40}\b(?:of|from|after|when|by|in (?:an?|the)\b|as|to)"
    r"|kill\w*|murder\w*|execut\w*|suicide|illness|diseases?|cancer|stroke|heart|infect\w*|virus"
    r"|pneumonia|poison\w*|overdose|injur\w*|wound\w*|burn\w*|drown\w*|fell|crash\w*|collid\w*"
    r"|accident|attack\w*|shot|shoot\w*|stab\w*|struck|hit|hang\w*|froze\w*|starv\w*|collaps\w*"
    r"|explo\w+|fire|blaze|flood\w*|sick\w*|complications?|withheld|old age|natural causes)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"[\"“”«„‘]|(?<!\w)'\w|\b(?:call(?:ed|ing|s)|titled?|entitled|nam(?:ed|es|ing)|dubbed|known as"
    r"|headlined?)\b",
    re.IGNORECASE,
)
# What is asked in these words is answered by this alone, whatever else of its kind is told.
_ASKS_NARROWLY = tuple(
    (word, re.compile(asks, re.IGNORECASE), told)
    for word, asks, told in (
        ("year", r"\b(?:what|which) year\b", _YEAR),
        ("date", r"\b(?:what|which|exact)(?: \w+)? dates?\b", _DATE),
        ("when", r"^\W*(?:and |so |but )?when (?:will|is|are)\b", _TO_COME),
        ("how fast", r"\bhow fast\b", _SPEED),
        # A mere tally of votes tells nobody's side.
        ("against", r"\bwho\b.{0,80}\b(?:vot\w+|was|were|is|are|came out) against\b", _AGAINST),
        ("voted", r"\bwho\b.{0,80}\bvoted (?:for|in favou?r)\b", _IN_FAVOUR),
        (
            "who",
            r"\b(?:against whom|whom?) (?:do|does|will|is|are)\b.{0,80}"
            r"\b(?:play|face|meet|fight)(?:ing)?\b.*\b(?:game|match|fight|round|final|opponent)",
            _OPPONENT,
        ),
        (
            "how many years",
            r"\bhow many years\b.*\b(?:gets?|got|given|receive\w*|sentenc\w+|serv\w+|prison|jail"
            r"|behind bars)\b",
            _TERM,
        ),
        ("second", r"\bwho\b.{0,40}\b(?:came|finished|was|placed|ranked|took) second\b", _SECOND),
        ("third", r"\bwho\b.{0,40}\b(?:came|finished|was|placed|ranked|took) third\b", _THIRD),
        ("die", r"\bwhat (?:did|does|do|has|have)\b.*\bdied? (?:of|from)\b", _CAUSE_OF_DEATH),
        (
            "cause of",
            r"\bcause of (?:the |his |her |their )?\w*(?:['’]s )?death\b",
            _CAUSE_OF_DEATH,
        ),
        ("title", r"\bwhat(?:['’]?s| is| was| are| were) (?:the )?titles? of\b", _TITLED),
        ("how many", r"\bhow many\b(?:(?!\band\b).){0,80}\b(?:wounded|injured|hurt)\b", _INJURED),
    )
)


def lacks_kind(question: str, text: str) -> bool:
    """Tell whether ``text`` has nothing of the kind that ``question`` asks for.

    That is an age, a sum of money, a number, a time or what somebody said; of anything else it
    cannot be told.
    """
    asked = question.lower()
    for word, asks, told in _ASKS_NARROWLY:
        if word in asked and asks.search(question) and not told.search(text):
            return True
    if "how " in asked and leaves_unmeasured(question, text):
        return True
    if _lacks_place(asked, text):
        return True
    kind = kind_asked_for(question)
    if kind not in _LOOSELY or (kind in _ONLY and not _ONLY[kind].search(question)):
        return False
    return _lacks(kind, question, text)


def _lacks(kind: Kind, question: str, text: str) -> bool:
    """Tell whether ``text`` has nothing that may be of the ``kind`` a ``question`` asks for."""
    if kind is Kind.AGE and _ASKS_OWN_AGE.search(question):
        text = with_own_ages(
            text, frozenset(word.form for word in words(question) if not word.stop)
        )
    if kind is Kind.AMOUNT:
        text = _NO_AMOUNT.sub("", text)
    if kind is Kind.DURATION and _ASKS_UNTIL_NOW.search(question) and _SINCE.search(text):
        return False
    if kind is Kind.COUNT and _ASKS_OTHERS.search(question) and not _SOME.search(text):
        return not tells(kind, text)  # no sum, year or place in an order
    return not tells(kind, text) and _LOOSELY[kind].search(text) is None


def _lacks_place(asked: str, text: str) -> bool:
    """Tell whether ``text`` names no place of the sort that is ``asked`` for, in small letters.

    That is a city; a street or the like it has to call so.
    """
    if "hat " not in asked and "hich " not in asked:
        return False
    if found := _ASKS_CITY.search(asked):
        named = frozenset(word.form for word in words(asked))
        return not tells_city(text, named, found[1] or "")
    place = _ASKS_PLACE.search(asked)
    return place is not None and place[1] not in text.lower()
