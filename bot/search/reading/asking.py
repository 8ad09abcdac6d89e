"""Which kind of thing a question asks for, as its words tell."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from bot.search.reading.kinds import TIME_UNITS, Kind
from bot.search.words.text import words

PRICED = frozenset(
    """
    cost costs pay pays paid price priced worth money spend spent earn earns charge charged fine
    fined fee budget salary
    """.split()
)
"""The words by which a sum of money is asked for."""
_PRICE = "(?:costs?|price|fee|budget|salary|prize money)"
# What a question has to have, and what then tells that it asks for this kind; the first is meant.
# "When" is a mere conjunction where something else is asked.
_ASKS = tuple(
    (word, kind, re.compile(pattern))
    for word, kind, pattern in (
        ("how old", Kind.AGE, r"\bhow old\b"),
        (" age", Kind.AGE, r"\b(?:what|which) age\b"),
        (
            "how ",
            Kind.MONEY,
            rf"\bhow expensive\b|\bhow much\b.*\b(?:{'|'.join(sorted(PRICED))})\b"
            r"|\bhow much (?:did|does|do|will|would|has|have|can)\b.*\b(?:win|won|get|make|made"
            r"|receive|collect)\b",
        ),
        ("", Kind.MONEY, rf"(?:\bwhats?\b.*|^\W*(?:and )?(?:the )?)\b{_PRICE}\b"),
        ("wh", Kind.SHARE, r"\b(?:what|which) (?:percent(?:age)?|per cent|share|proportion)\b"),
        (
            "how ",
            Kind.DURATION,
            rf"\bhow (?:long|many (?:more )?(?:{TIME_UNITS})|much (?:time|longer))\b",
        ),
        ("how ", Kind.LENGTH, r"\bhow (?:tall|wide|deep)\b"),
        ("how ", Kind.TEMPERATURE, r"\bhow (?:hot|cold|warm)\b"),
        ("how ", Kind.FREQUENCY, r"\bhow (?:often|frequently)\b"),
        ("how many", Kind.COUNT, r"\bhow many\b"),
        (
            "how ",
            Kind.NUMBER,
            r"\bhow (?:much|far|fast|big|large|high|heavy|strong)\b",
        ),
        ("wh", Kind.NUMBER, r"\b(?:what|which) (?:number|amount)\b"),
        ("wh", Kind.TIME, r"\b(?:what|which) (?:year|month|day|date|time|decade|century)\b"),
        (
            "when",
            Kind.TIME,
            r"^(?!.*\b(?:who|whom|whose|which|what|where|why|how)\b).*\bwhen\b",
        ),
        ("why", Kind.REASON, r"\bwhy\b"),
        (
            "what",
            Kind.PLAN,
            r"\bwhat (?:do|does|did|will|is|are)\b.*\b(?:wants?|plan(?:s|ning)?|intend|hope|aim"
            r"|going to)\b",
        ),
        ("what", Kind.REASON, r"\bwhat (?:caused?|causes|made|led to)\b"),
        (
            "how ",
            Kind.MEANS,
            r"\bhow (?:do|does|did|is|are|was|were|can|could|will|would|has|have)\b"
            r"(?!.*\b(?:react|compare|feel)\b)",
        ),
        ("what", Kind.WORDING, r"\bwhat (?:do|does|did|has|have|had)\b.*\b(?:call|describe)"),
        (
            "what",
            Kind.SAYING,
            r"\bwhat (?:did|does|do|has|have|had)\b.*\b(?:say|said|tell|told"
            r"|warn(?:ed)?|promised?|think|claim(?:ed)?|suggest(?:ed)?|announced?)\b",
        ),
        # Whom somebody did something to is as often no single person.
        ("who", Kind.PERSON, r"\bwho(?:m|['’]?s)?\b(?! (?:do|does|did|had)\b)"),
        (
            "wh",
            Kind.NAME,
            r"\b(?:who|whom|whose|where|which)\b|\bwhat (?:country|city|name)\b"
            r"|\bwhat(?:['’]?s| is| was| are| were) the (?:nick)?names?\b",
        ),
        ("name", Kind.NAME, r"\bnames? of\b"),
        # As in a search box: what is wanted stands last.
        ("age", Kind.AGE, r"\bage\W*$"),
        ("", Kind.MONEY, rf"\b(?:{_PRICE}|ransom|value)\W*$"),
        ("", Kind.COUNT, r"\b(?:death toll|number of)\b"),
    )
)
_HOW_MANY = "how many "
_KEPT = 1 << 6


@lru_cache(_KEPT)
def kind_asked_for(question: str) -> Kind:
    """Return the kind of thing that ``question`` asks for."""
    asked = question.lower()
    return next(
        (kind for word, kind, pattern in _ASKS if word in asked and pattern.search(asked)),
        Kind.ANYTHING,
    )


def counted(question: str) -> tuple[str, ...]:
    """Return the folded words of what a ``question`` wants counted: "how many ripe pears are"."""
    _, how_many, behind = question.partition(_HOW_MANY)
    if not how_many:
        _, how_many, behind = question.partition(_HOW_MANY.capitalize())
    return tuple(word.form for word in takewhile(lambda word: not word.stop, words(behind)))
