"""Which kind of thing a question asks for, as its words tell."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, compress, dropwhile, pairwise, takewhile

from bot.search.reading.kinds import TIME_UNITS, Kind
from bot.search.words.irregular import is_past
from bot.search.words.text import words

PRICED = frozenset(
    """
    cost costs pay pays paid price priced worth money spend spent earn earns charge charged fine
    fined fee budget salary cash funding
    """.split()
)
"""The words by which a sum of money is asked for."""
_PRICE_WORDS = "cost|price|fee|budget|salary|prize money"
_PRICE = "(?:costs?|price|fee|budget|salary|prize money)"
_DO = "(?:do|does|did|has|have|had)"
_BE = "(?:['’]?s|['’]re| is| was| are| were)"
_HAPPEN = "(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could)"
_SUFFERS = (
    "(?:is|are|was|were|got|(?:ha(?:s|ve)|had|will) (?:be|been)) (?:[a-z]+ed|shot|caught|sent|hit)"
)
# Of what "how much is" asks the price: of a thing, not of a share or change, as "the turnout" is,
# nor of what is done, as in "how much was stolen".
_OF_A_THING = (
    r"(?!.*\b(?:increase|decrease|rise|drop|fall|growth|cut|share|turnout|inflation|rate|change|gap"
    r"|difference|margin|support|swing|times|plus|minus|water|rain|snow|land|time|down|up|than"
    r"|\w+ed by)\b)"
    r"(?:(?:it|that|this|they|those|these)\W*$|(?:the|an?|one|his|her|its|their|your) [a-z]"
    r"|(?!(?:\w+(?:ed|wn|en|lt)|being|left|lost|done|made|spent|paid|sold|gone|true|known|too|very"
    r"|of|in|at|there|it|that|this|they|those|these)\b)[a-z-]+(?:\W*$| (?:in|at|for|to|from|on)\b))"
)
_KNOW = "(?:kn(?:ow|ew|own)|sa(?:y|id)|tell|told|clear|sure|decided?|idea|of|about|remember)"
_LEAVE = (
    "(?:go|going|gone|head|heading|headed|flee|fled|fly|flying|flown|move|moved|moving|taken?|sent?"
    "|brought|transfer(?:red)?|deport(?:ed)?|travel(?:l?ing)?|escape|divert(?:ed)?|end up)"
)
_ARRIVE = (
    "(?:get|getting|got|go|travel|arrive|come|transport(?:ed)?|carried|brought|taken|reach"
    "|supplied|deliver(?:ed)?|move|leave|rescued?|evacuated?)"
)
# What a question has to have some of, which is soon told, and what then tells that it asks for this
# kind; the first is meant. "When" is a mere conjunction where something else is asked.
_ASKS = tuple(
    (word, kind, re.compile(pattern))
    for needed, kind, pattern in (
        ("how old", Kind.AGE, r"\bhow old\b"),
        (" age", Kind.AGE, r"\b(?:what|which) age\b"),
        ("by how much", Kind.CHANGE, r"\bby how much\b"),
        (
            "how ",
            Kind.MONEY,
            r"\bhow (?:cheap|costly|expensive|pricey)\b"
            rf"|\bhow much\b.*\b(?:{'|'.join(sorted(PRICED))})\b"
            r"|\bhow much (?:did|does|do|will|would|has|have|can)\b.*\b(?:win|won|get|make|made"
            r"|receive|collect)\b",
        ),
        ("how much", Kind.MONEY, rf"\bhow much (?:is|are|was|were) {_OF_A_THING}"),
        (
            "what",
            Kind.MONEY,
            rf"\bwhat {_HAPPEN}\b.*\b(?:costs?|earn(?:ed)?|charged?|fetch"
            r"|pa(?:y|id)(?! (?:attention|tribute|for\W*$)))\b",
        ),
        (_PRICE_WORDS, Kind.MONEY, rf"(?:\bwhats?\b.*|^\W*(?:and )?(?:the )?)\b{_PRICE}\b"),
        ("bill", Kind.MONEY, rf"\bwhat{_BE} the (?:final |total |whole )?bill for\b(?!\W*$)"),
        ("when", Kind.TIME, r"\b(?:when and where|where and when) "),
        (
            "percent|per cent|share|proportion",
            Kind.SHARE,
            r"\b(?:what|which) (?:percent(?:age)?|per cent|share|proportion)\b",
        ),
        ("when", Kind.UNTIL, r"\b(?:un)?till? when\b|\bby when\b"),
        ("when", Kind.SINCE, r"\b(?:since|from) when\b"),
        (
            "how ",
            Kind.DURATION,
            rf"\bhow (?:long|many (?:more )?(?:{TIME_UNITS})|much (?:time|longer))\b",
        ),
        ("how ", Kind.LENGTH, r"\bhow (?:tall|wide|deep)\b"),
        ("how ", Kind.TEMPERATURE, r"\bhow (?:hot|cold|warm)\b"),
        ("how ", Kind.FREQUENCY, r"\bhow (?:often|frequently)\b"),
        ("how many", Kind.COUNT, r"\bhow many\b"),
        ("how much", Kind.AMOUNT, r"\bhow much\b"),
        ("how ", Kind.SPEED, r"\bhow (?:fast|quickly|soon)\b(?! (?:is|are|was|were)\b)"),
        (
            "how ",
            Kind.SIZE,
            r"\bhow (?:far|close|fast|big|large|small|high|low|heavy|strong|powerful|thick)\b",
        ),
        ("number|amount", Kind.NUMBER, r"\b(?:what|which) (?:number|amount)\b"),
        (
            "year|month|day|date|time|decade|century",
            Kind.TIME,
            rf"\b(?:what|which|what{_BE} (?:the|h(?:is|er)|their)(?: \w+)?)"
            r" (?:year|month|day|date|time|decade|century)\b",
        ),
        (
            "when",
            Kind.TIME,
            r"^(?!.*\b(?:who|whom|whose|which|what|where|why|how)\b)"
            rf"(?!\W*(?:{_HAPPEN})\b(?!.*\b{_KNOW} when\b)).*\bwhen\b",
        ),
        ("why", Kind.REASON, r"\bwhy\b"),
        ("what", Kind.CALLING, rf"\bwhat{_BE}\b.*\b(?:called|named|known as)\W*$"),
        ("name", Kind.CALLING, r"\bwhat (?:do|does|did|have|has|will)\b.*\bname\b(?! of\b)"),
        ("where", Kind.ORIGIN, r"\bfrom where\b|\bwhere\b.* (?:from\W*$|(?:come|came) from\b)"),
        (
            "where",
            Kind.DESTINATION,
            rf"\bwhere to\b|\bwhere {_HAPPEN}\b.*\b{_LEAVE}\b",
        ),
        (
            "countries|nations|governments",
            Kind.COUNTRIES,
            r"\b(?:which|what) (?:\w+ )?(?:countries|nations|governments)\b",
        ),
        (
            "countr|nation",
            Kind.COUNTRY,
            r"\b(?:which|what) (?:other )?(?:countr(?:y|ies)|nations?)\b",
        ),
        (
            "who",
            Kind.CULPRIT,
            rf"\bwho(?:{_BE}| do| does| did| could| might)\b.*\b(?:to blame|blamed?|responsible"
            r"|behind|suspected?|accused?|at fault)\b|\bwhose fault\b",
        ),
        (
            "how ",
            Kind.DEATH,
            rf"\bhow {_HAPPEN}\b.*\b(?:die|died|dying|killed|lose (?:his|her|their) li(?:fe|ves))",
        ),
        ("alive", Kind.DEATH, r"\balive\b"),
        ("death", Kind.DEATH, r"\bcause of death\b"),
        ("what", Kind.DEATH, r"\bwhat (?:killed|did .* die of)\b"),
        (
            "how ",
            Kind.SAYING,
            rf"\bhow {_DO}\b.*\b(?:react|describe|explain|justify|respond|defend|comment"
            r"|account for)",
        ),
        ("how ", Kind.TRANSPORT, rf"\bhow {_HAPPEN}\b.*\b{_ARRIVE}\b(?! (?:in|into|out|the)\b)"),
        (
            "taste|look|smell|sound|feel",
            Kind.SENSE,
            rf"\b(?:what|how) {_HAPPEN}\b.*\b(?:taste|look|smell|sound|feel)(?: like\b|\W*$)",
        ),
        (
            "what",
            Kind.PLAN,
            r"\bwhat (?:do|does|did|will|is|are)\b.*\b(?:wants?|plan(?:s|ning)?|intend|hope|aim"
            r"|going to|(?:promise|pledge|vow) to)\b",
        ),
        ("what", Kind.REASON, r"\bwhat (?:caus|made|led to|start|trigger|spark|set off)"),
        (
            "wr",
            Kind.MISHAP,
            r"\bwhat(?:['’]?s| is| was| were| went| has gone| had gone) wrong\b",
        ),
        (
            "hurt|injur|wounded|harmed",
            Kind.INJURY,
            r"\b(?:any(?:one|body)?|some(?:one|body)|who)\b.*\b(?:hurt|injured|injur(?:y|ies)|wounded"
            r"|harmed)\b",
        ),
        (
            "how ",
            Kind.MEANS,
            r"\bhow (?:do|does|did|is|are|was|were|can|could|will|would|has|have)\b"
            r"(?!.*\b(?:compare|feel)\b)",
        ),
        (
            "word|phrase|expression|adjective|metaphor|slogan",
            Kind.WORDING,
            r"\b(?:what|which) (?:\w+ )?(?:words?|phrase|expression|adjective|metaphor|slogan)\b",
        ),
        ("what", Kind.WORDING, r"\bwhat (?:do|does|did|has|have|had)\b.*\b(?:call|describe)"),
        (
            "what",
            Kind.SAYING,
            r"\bwhat (?:did|does|do|has|have|had)\b.*\b(?:say|said|tell|told"
            r"|warn(?:ed)?|promised?|think|claim(?:ed)?|suggest(?:ed)?|announced?"
            r"|believed?|suspect|expect|fear|assume)\b",
        ),
        (
            "what",
            Kind.SAYING,
            r"\bwhat (?:[\w'’-]+ ){1,3}(?:said|says|told|thinks|claim(?:s|ed)|wrote)\b",
        ),
        (
            "what",
            Kind.SUBJECT,
            r"\bwhat\b.*\b(?:discuss(?:ed|ing)?|(?:talk(?:ed|ing)?|sp(?:oke|eak)) about)\b",
        ),
        ("what", Kind.PLAN, r"\bwhat (?:will|would|(?:['’]?s |is |comes? |happens )next)\b"),
        ("name", Kind.NAME_OF, rf"\bnames? of\b|\bwhat{_BE}\b.*names?\W*$"),
        # Whom somebody did something to is as often no single person.
        ("who", Kind.PERSON, rf"\bwho(?:['’]?s)?\b(?! (?:do|does|did|had|{_SUFFERS})\b)"),
        (
            "wh",
            Kind.NAME,
            r"\b(?:who|whom|whose|where|which)\b|\bwhat (?:country|city|name)\b"
            rf"|\bwhat{_BE} the (?:nick)?names?\b",
        ),
        # As in a search box: what is wanted stands last.
        ("age", Kind.AGE, r"\bage\W*$"),
        (
            f"{_PRICE_WORDS}|ransom|value",
            Kind.MONEY,
            rf"^(?!\W*{_HAPPEN}\b).*\b(?:{_PRICE}|ransom|value)\W*$",
        ),
        ("death toll|number of", Kind.COUNT, r"\b(?:death toll|number of)\b"),
        ("the ", Kind.OTHERS, r"\bthe (?:rest|others)\b"),
    )
    for word in needed.split("|")
)


def _by_word() -> dict[str, list[tuple[int, Kind, re.Pattern[str]]]]:
    """Return by the word that it needs each of what is asked, after its place among all."""
    found: dict[str, list[tuple[int, Kind, re.Pattern[str]]]] = {}
    for place, (word, kind, asks) in enumerate(_ASKS):
        found.setdefault(word, []).append((place, kind, asks))
    return found


_BY_WORD = _by_word()
_HOW_MANY = re.compile(r"\bhow (?:many|much) ", re.IGNORECASE)
_STATE = re.compile(
    r"\bhow many (?:(?:people|persons|others|more|of (?:them|those|these)) )?"
    r"(?:(?:are|were|is|was|have|had|has|will|got|get|still|now|also|been|be|being) )*",
    re.IGNORECASE,
)
_PEOPLE = frozenset(("people", "persons"))
_PLURALS = _PEOPLE | frozenset("men women children".split())
_STATES = frozenset(
    """
    also are be been being get got had has have is more now of others still them these those was
    were will would
    """.split()
)
"""What may stand between whom a question counts and what was done to them: "of them were"."""
_RATE = re.compile(
    r"\bhow (?:many|much)\b.*\b(?:an?|per|each|every|one) (hour|day|night|week|month|year)\b",
    re.IGNORECASE,
)
_AT_A_RATE = {
    unit: re.compile(rf"\b(?:an?|per|each|every|one) {unit}\b{also}", re.IGNORECASE)
    for unit, also in (
        ("hour", r"|\bhourly\b"), ("day", r"|\bdaily\b"), ("night", r"|\bnightly\b"),
        ("week", r"|\bweekly\b"), ("month", r"|\bmonthly\b"),
        ("year", r"|\b(?:yearly|annual(?:ly)?)\b"),
    )
}  # fmt: skip
_KEPT = 1 << 6


@lru_cache(_KEPT)
def kind_asked_for(question: str) -> Kind:
    """Return the kind of thing that ``question`` asks for."""
    asked = question.lower()
    may_be = chain.from_iterable(compress(_BY_WORD.values(), map(asked.__contains__, _BY_WORD)))
    return next(
        (kind for _, kind, pattern in sorted(may_be) if pattern.search(asked)), Kind.ANYTHING
    )


def counted(question: str) -> tuple[str, ...]:
    """Return the folded words of what a ``question`` wants counted: "how many ripe pears are"."""
    found = _HOW_MANY.search(question)
    return _until_stop(question[found.end() :]) if found else ()


def beside_number(question: str) -> tuple[str, ...]:
    """Return the folded words beside which the number stands for which a ``question`` asks.

    That is what it wants counted, but of people, and of what it gives no name, what they are or
    did: "how many are missing".
    """
    things = counted(question)
    if things and _PEOPLE.isdisjoint(things):
        return things
    found = _STATE.search(question)
    return _until_stop(question[found.end() :])[:1] if found else ()


def deed_counted(question: str) -> str:
    """Return the folded word for what as many did, or what was done to them; "" for none.

    That is "drowned" in "how many sailors drowned", and "hurt" in "how many were hurt".
    """
    found = _HOW_MANY.search(question)
    behind = words(question[found.end() :]) if found else []
    run = [word.form for word in takewhile(lambda word: not word.stop, behind)]
    for thing, deed in pairwise(run):
        if thing.endswith("s") or thing in _PLURALS:
            return "" if deed.endswith("s") else deed
    if run[:1] and is_past(run[0]):
        return run[0]
    after = [*dropwhile(lambda word: word.form in _STATES, behind[len(run) :])]
    has_state = len(after) < len(behind) - len(run)
    if not (has_state and after) or after[0].stop:
        return ""
    # "How many attempts had Olga Stein made": whoever did it may stand before what was done.
    did = (word.form for word in takewhile(lambda word: not word.stop, after))
    return next(filter(is_past, did), after[0].form)


def _until_stop(text: str) -> tuple[str, ...]:
    return tuple(word.form for word in takewhile(lambda word: not word.stop, words(text)))


def rate_asked_for(question: str) -> re.Pattern[str] | None:
    """Return what tells the rate that is asked for, "daily" for "how many a day"; None for none."""
    found = _RATE.search(question)
    return _AT_A_RATE[found[1].lower()] if found else None
