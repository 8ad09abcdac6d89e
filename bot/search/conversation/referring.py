"""What a question points back to, where it does: a pronoun, a choice, a mere number or verb."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

from bot.search.conversation import pronouns
from bot.search.conversation.openings import OPENING, OPENINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.search.reading.terms import Term

_ONES = frozenset(("one", "ones"))
_DEFINITE = frozenset(("the", "its", "his", "her", "their"))
_NAMES = re.compile(r"\b(?:IT|WHO)\b")  # information technology, the World Health Organization
_WHERE = frozenset(("in", "at", "near"))
_PREPOSITIONS = _WHERE | {"of", "for", "from", "to", "on", "with"}
_MEASURE = re.compile(
    r"\b(how\s+)(bad|big|close|cold|deep|expensive|far|fast|heavy|high|hot|large|late|long|often"
    r"|old|short|slow|small|soon|strong|tall|wide|young)\b",
    re.IGNORECASE,
)
# Nor does the verb that is measured: "how long did it take?".
_TIMED = re.compile(
    r"\b(how\s+(?:long|often|soon)\b.{1,30}?\b(?:it|he|she|they|that|this)(?:\s+(?:have|be))?\s+)"
    r"(lasts?|lasted|stay|stayed|takes?|taken|took|needs?|needed|going|run|live|lived|wait)\b",
    re.IGNORECASE,
)
# What was shown, where the question itself says so: "in the same article", "from that text".
_SHOWN = re.compile(
    r"\b(?:(?:the|that|this)\s+same|(?:in|from|of|by)\s+(?:the|that|this))"
    r"\s+(?:article|briefing|story|text)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"^\W*which (?:ones?\b|of (?:them|these|those)\b)"
    r"|\b(?:the|that|this|which)(?:\s+[\w'’-]+){1,3}\s+ones?"
    # "The last one in Perth" is what "one" stands for, too.
    r"(?:,?\s+(?:in|at|on|near|from|of)(?:\s+[\w'’-]+){1,3})?\W*$",
    re.IGNORECASE,
)
# Who or what it is has been said before, unless the question itself names a thing: "the bank
# said it", but not in "was it", where English turns the order round to ask.
_TURNED = re.compile(
    r"\b(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must|may|might)"
    r"(?:n['’]t)?\s+(?:he|she|it|they)\b",
    re.IGNORECASE,
)
# What asks about the deed, and not about who did it or what was done to.
_DEED = re.compile(r"\bwhy\b|\bdo(?:ne|ing)? (?:it|that|this|so)\b|\bhappen", re.IGNORECASE)
_THERE = re.compile(r"\bthere\W*$", re.IGNORECASE)
# What exists at all, and not there: "how many ferries are there?".
_EXISTS = re.compile(
    r"\b(?:how (?:many|much)|what|which) [a-z].* (?:is|are) there\W*$", re.IGNORECASE
)
# What belongs to somebody belongs to nothing that comes after: "who is its mayor?".
_OF_ANOTHER = re.compile(r"\b(?:is|are|was|were)\s+(?:his|her|its|their)\b", re.IGNORECASE)
# "Who wants her job?" asks of whose it is, unless it is that of who wants it: "who lost his job?".
_HIS_THING = re.compile(
    rf"^\W*{OPENING}who(?:['’]?s)?"
    r"(?: [^\W\d_]+){1,3} (?:his|her|its|their) [^\W\d_]+\W*$",
    re.IGNORECASE,
)
_OWN_THING = re.compile(
    r"\b(?:the|an?|which|what|every|each|this|that|these|those)\s+[^\W\d_]+", re.IGNORECASE
)
# "It" stands for nothing here.
_FOR_NOTHING = re.compile(
    r"\bit\b.*\b(?:rain|snow|hail|freez|sunny|cloudy|windy|warm(?:er)?\b)"
    r"|\bis it (?:\w+ly )?(?!\w+(?:ed|en|ing)\b)\w+ (?:to|that)\b"
    r"|\b(?:what|which) (?:time|day|date|year|month) (?:is|was) it\b",
    re.IGNORECASE,
)
# Nor in "how long does it take to boil an egg?".
_TAKES = re.compile(
    r"\bit(?= (?:\w+ly )?(?:takes?|took|taken|costs?|needs?|needed|pays?)\b.{1,40}\bto\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|then)\W+)?(?:(?:in|at|on|to|from|by|for|with|since|until|till|of|about|after)\s+)?"
    r"(?:(?:who|what|when|where|why|how)(?:['’]?s)?|whom|whose|which|is|are|was|were|did|does|do|has|have|had"
    r"|can|could|will|would|should|any(?:one|body|thing)?)\b|\?\W*$",
    re.IGNORECASE,
)
_BE = r"(?:(?:is|are|was|were|has|have|had|will|would)(?:n['’]?t| not)?|won['’]?t|got|been|being)"
_QUANTITY = r"\b(?:how (?:many|much)|(?<!\bif )any)"
# What is asked for, of which an answer may say only the number or the name: "which ports?".
_KIND = re.compile(
    rf"(?:{_QUANTITY}|\b(?:which|what))\s+(?:other\s+)?(?!{_BE}\b)([^\W\d_]+)\b"
    r"(?!\s+(?:the|an?|his|its|their|this|that)\b)",
    re.IGNORECASE,
)
# How or where to something is done names nothing: "who came second?", "did anybody get away?".
_MANNER = (
    r"(?:first|second|third|last|next|wrong|right|well|badly|better|worse|away|off|out|over|up|down"
    r"|back|ahead|home|in|on|through|along|alone|apart|together|early|late|free|missing|behind|then|now"
    r"|still|too|also|afterwards|again|instead|there|here|most|least|best|worst)"
)
_IS_TO = (
    r"(?:has|have|had|is|are|was|were|wants?|wanted|needs?|needed|got)(?: the)?"
    r"(?: first| last| next| only one)?(?: going)? to(?: be)?"
    r"|(?:can|could|will|would|should|must|may|might)(?: be)?"
)
# Nothing but a number of what was said before, or what was done: "how many died?", "any damage?",
# "who was arrested?", "who has to agree?", "did anyone die?".
_MERE = re.compile(
    rf"^\W*{OPENING}(?:"
    rf"{_QUANTITY}(?: (?:of (?:them|those|these)|people|persons|others))?"
    rf"(?: (?:{_BE}|did)\b.*| [^\W\d_]+(?:ed|ead)(?: [^\W\d_]+)?| [^\W\d_]+)?"
    rf"|(?:who|what|when|where)(?:['’]?s)?(?: else)?(?: {_BE})* [^\W\d_]+(?:ed|en|ing)"
    r"(?: whom?)?"
    # "Why no deal?" asks about what was to be.
    r"|why (?:no|not|so|only) [^\W\d_]+"
    rf"|who(?:['’]?s)?(?: else)?(?: {_BE})* (?:born|caught|found|held|hit|hurt|lost|paid|sent|shot)"
    # What is to be done for it: "what do I need?", "where can we eat?".
    r"|(?:who|what|when|where|how) (?:do|did|can|could|must|should|will) (?:i|we|one)"
    r"(?: (?:have|need) to)? [^\W\d_]+(?: with| for| to)?"
    r"|(?:who|when|where)(?: else)? (?!(?:is|are|was|were)\b)[^\W\d_]+"
    rf"|(?:who|what)(?: {_MANNER}| else)* (?:{_IS_TO})(?: {_MANNER})* [^\W\d_]+"
    rf"|(?:(?:did|does|do|{_BE}) )?(?:any|some|every|no)(?:one|body)(?: else)?(?: {_BE})*"
    r"(?: [^\W\d_]+)?"
    rf")(?: {_MANNER})*(?: if (?:you|they|we|he|she|it|i)\b.*)?\W*$",
    re.IGNORECASE,
)
# Nor does it say of what somebody is so: "who's sceptical?", "was anyone angry?".
_PREDICATE = re.compile(
    rf"^\W*{OPENING}"
    r"(?:who(?:['’]?s| is| are| was| were)|(?:is|are|was|were) (?:any|every|some|no)(?:one|body))"
    r"(?: (?:still|also|really|so|most|more|least|less|not|very|now|then))*"
    r" (?:[^\W\d_]+(?:ful|less|ous|ible)|able|afraid|alive|angry|aware|certain|critical|dead|free"
    r"|glad|guilty|happy|hostile|ill|innocent|keen|liable|missing|optimistic|pessimistic|positive"
    r"|negative|present|absent|proud|ready|reluctant|sad|safe|sceptical|skeptical|sick|sorry|sure"
    r"|supportive|unhappy|unsure|unwell|well|willing|wrong)\W*$",
    re.IGNORECASE,
)
# No name stands alone behind "anyone", whatever the briefings write with a capital.
_OF_ANYBODY = re.compile(
    rf"^\W*(?i:{OPENING}(?:did|does|do|{_BE})"
    rf" (?:any|every|some|no)(?:one|body)) [a-z]+(?: {_MANNER})*\W*$"
)
# Who thinks so was said before: "is it safe, in her view?".
_VIEW = re.compile(
    r"\b(?:in|to) (?:his|her|their) (?:own )?(?:view|opinion|eyes|mind|words|judge?ment)\b"
    r"|\baccording to (?:him|her|them)\b",
    re.IGNORECASE,
)
# "Who runs the city meanwhile?" asks of when what was said is so, "does she pay, too?" of another.
_THEN = re.compile(
    r"(?<=\w),? (?:then|instead|(?:in the )?mean(?:while|time)|afterwards?|after that|since then"
    r"|(?:right )?now|so far|too|as well)(?=\W*$)",
    re.IGNORECASE,
)
# How many there are in all, or on board, names nothing.
_ALL_TOLD = re.compile(
    r"(?<=\w) (?:on board|aboard|in total|in all|all in all|all told|altogether)(?=\W*$)",
    re.IGNORECASE,
)
_WHAT_ABOUT = re.compile(rf"\W*(?:or\W+)?{OPENINGS}(?:what|how) about\b", re.IGNORECASE)
_ONLY_MANNER = re.compile(_MANNER, re.IGNORECASE)
# How many of what did something, or had it done to them: "how many houses were destroyed?".
_NUMBER_OF = re.compile(
    rf"^\W*{OPENING}(?:{_BE} there )?{_QUANTITY} [^\W\d_]+"
    rf"(?:(?: {_BE})+ [^\W\d_]*(?:ing|[dnt])| [^\W\d_]+(?:ed|[dnt]))\W*$",
    re.IGNORECASE,
)
# What only says that it has to do with what was spoken of: "which airport was affected?".
_CONCERNED = frozenset("affected concerned hit involved mentioned meant named responsible".split())
_FEW = 2
_SEVERAL = 4
_COMMON = 0.5


class Reference(IntEnum):
    """How surely a question points back to what was spoken of."""

    NO = 0
    """It stands alone."""
    MAYBE = 1
    """It does if what is spoken of has as much of it as any briefing: "who is the captain?"."""
    LIKELY = 2
    """It does unless another briefing has all of it: "how many died?"."""
    SURELY = 3
    """It does unless what is spoken of has nothing of it, and another all: "who replaced him?"."""


def measured(question: str) -> str:
    """Return ``question`` without what names nothing: what is measured, "in the same article"."""
    for pattern in (_TIMED, _MEASURE):
        question = pattern.sub(lambda match: match[1] + " " * len(match[2]), question)
    for pattern in (_SHOWN, _VIEW, _THEN, _ALL_TOLD):
        question = pattern.sub(lambda match: " " * len(match[0]), question)
    return question


def has_pronoun(question: str) -> bool:
    """Tell whether ``question`` has a pronoun for what was said before: "where can I see it?"."""
    return pronouns.ANY.search(question) is not None


def has_pronoun_besides_there(question: str) -> bool:
    """Tell the same, where "what else is there" has none."""
    return has_pronoun(pronouns.THERE_IS.sub("", question))


def asks_of_place(question: str) -> bool:
    """Tell whether ``question`` asks what is where something was: "who governs there?"."""
    return _THERE.search(question) is not None and not _EXISTS.search(question)


def preposition(term: Term) -> str:
    """Return the preposition before a name: "in" of "in Lisbon"; nothing where there is none."""
    if not term.is_name:
        return ""
    before = term.before.rpartition(" ")[2]
    return before if before in _PREPOSITIONS else ""


def without_one(question: str, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the ``terms`` of a question without the "one" of a choice: "and the Greek one?"."""
    if not _CHOICE.search(question):
        return tuple(terms)
    return tuple(term for term in terms if term.written.lower() not in _ONES) or tuple(terms)


def is_thing(term: Term) -> bool:
    """Tell whether a word stands for what is taken to be known: "the river", "its banks"."""
    return term.before.rpartition(" ")[2] in _DEFINITE


def asks_of_somebody(question: str) -> bool:
    """Tell whether ``question`` asks about a single person who was spoken of."""
    return pronouns.SOMEBODY.search(question) is not None


def asks_of_deed(question: str) -> bool:
    """Tell whether ``question`` asks about what was done rather than who or what it was."""
    return _DEED.search(question) is not None or not (
        pronouns.SOMEBODY.search(question) or _TURNED.search(question)
    )


def without_places(question: str, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the ``terms`` of a subject that ``question`` asks about, somebody's without places.

    Who was spoken of may be told of elsewhere, too: "he" is not "in Lisbon", unless it is asked
    what he does there.
    """
    if not asks_of_somebody(question) or asks_of_place(question):
        return tuple(terms)
    others: list[Term] = []
    is_there = False
    for term in terms:
        is_there = preposition(term) in _WHERE or (is_there and goes_with(term))
        if not is_there:
            others.append(term)
    return tuple(others if any(term.is_name for term in others) else terms)


def with_preposition(term: Term, word: str) -> str:
    """Return a term's ``word`` with the `preposition` before it, if there is one."""
    return f"{preposition(term)} {word}".lstrip()


def goes_with(term: Term) -> bool:
    """Tell whether a term is a further word of the name before it: "Ababa"."""
    return term.is_name and not term.before


def has_name(terms: Iterable[Term]) -> bool:
    """Tell whether any of ``terms`` is a name, and not typed like a common word that is one too.

    "When does it open?" names nothing, whatever the briefings call Open. A number right behind a
    word tells which one is meant, as a name does: "when did gate 4 open?".
    """
    last = None
    for term in terms:
        if term.is_name and (term.written[:1].isupper() or term.surplus > _COMMON):
            return True
        if last and not term.before and term.written.isdecimal() and not last.isdecimal():
            return True
        last = term.written
    return False


def reference(question: str, terms: Sequence[Term], *, begins: bool) -> Reference:
    """Return how surely a question, read as ``terms``, points back, put after another one.

    ``begins`` says that a pronoun stands before all that it names. A question with a name of its
    own points back only by a pronoun or a choice: "the Chinese one".
    """
    if not question.isupper():
        question = _NAMES.sub(lambda name: " " * len(name[0]), question)
    question, replaced = _TAKES.subn("  ", question)
    begins = begins and not replaced
    telling = [term.written for term in terms if not term.is_everyday]
    is_short = len(telling) <= _FEW
    asks = _ASKS.search(question) is not None
    if _FOR_NOTHING.search(question):
        return Reference.NO
    if begins or _SHOWN.search(question) or (is_short and _CHOICE.search(question)):
        return Reference.SURELY
    if has_name(terms) and not _OF_ANYBODY.match(question):
        return Reference.MAYBE if pronouns.OBJECT.search(question) else Reference.NO
    if asks and len(telling) <= _SEVERAL and _stands_for_another(question):
        return Reference.SURELY
    is_of_somebody = (
        _PREDICATE.match(question)
        or (is_short and not _WHAT_ABOUT.match(question) and _THEN.search(question))
        or _VIEW.search(question)
        or (is_short and _HIS_THING.match(question))
    )
    if asks and (is_of_somebody or _lacks_subject(_without_object(question, terms), telling)):
        return Reference.LIKELY
    return Reference.MAYBE if (asks and is_short) or pronouns.ANY.search(question) else Reference.NO


def _without_object(question: str, terms: Sequence[Term]) -> str:
    """Return ``question`` without an everyday word right behind its verb: "who's sending help?"."""
    last = terms[-1] if terms else None
    if last is None or not last.is_everyday or last.before:
        return question
    return re.sub(rf"\s+{re.escape(last.written)}\W*$", "", question)


def _lacks_subject(question: str, telling: Sequence[str]) -> bool:
    """Tell whether a question with the ``telling`` words does not name what it asks about.

    What it asks for names nothing, be it a number of something or merely which.
    """
    kind = _KIND.search(question)
    others = [
        word
        for word in telling
        if (kind is None or word != kind[1])
        and not (_ONLY_MANNER.fullmatch(word) or (kind and word.lower() in _CONCERNED))
    ]
    if len(others) > 1:
        return False
    is_mere = len(telling) <= 1 and _MERE.match(question) is not None
    return not others or is_mere or _NUMBER_OF.match(question) is not None


def _stands_for_another(question: str) -> bool:
    """Tell whether a pronoun stands for what the question itself does not name."""
    patterns = (_TURNED, pronouns.OBJECT, _OF_ANOTHER)
    if asks_of_place(question) or any(each.search(question) for each in patterns):
        return True
    pronoun = pronouns.STANDS_FOR.search(question)
    return pronoun is not None and not _OWN_THING.search(question[: pronoun.start()])
