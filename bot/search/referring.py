"""What a question points back to, where it does: a pronoun, a choice, a mere number or verb."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.terms import Term

_IT = re.compile(r"\bIT\b")  # information technology
_PERSON = re.compile(r"\b(?:he|she|they|him|her|them|his|hers|their|theirs)\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(how\s+)(bad|big|close|cold|deep|expensive|far|fast|heavy|high|hot|large|late|long|often"
    r"|old|short|slow|small|soon|strong|tall|wide|young)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|he|she|they|him|her|them|his|hers|its|their|theirs|that|this|these|those|there)\b",
    re.IGNORECASE,
)
# Who or what it is has been said before, unless the question itself names a thing: "the bank
# said it", but not in "was it", where English turns the order round to ask.
_TURNED = re.compile(
    r"\b(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must|may|might)"
    r"(?:n['’]t)?\s+(?:he|she|it|they)\b",
    re.IGNORECASE,
)
_STANDS_FOR = re.compile(
    r"\b(?:he|she|it|they|him|them)\b|\b(?:her|this|that|these|those|there)\W*$", re.IGNORECASE
)
# An object is never its own clause's subject: not in "which bank bought it?" either.
_OBJECT = re.compile(r"\b(?:him|her|it|them)\W*$", re.IGNORECASE)
_WHERE_THAT_IS = re.compile(r"\bthere\W*$", re.IGNORECASE)
# What belongs to somebody belongs to nothing that comes after: "who is its mayor?".
_OF_ANOTHER = re.compile(r"\b(?:is|are|was|were)\s+(?:his|her|its|their)\b", re.IGNORECASE)
_OWN_THING = re.compile(
    r"\b(?:the|an?|which|what|every|each|this|that|these|those)\s+[^\W\d_]+", re.IGNORECASE
)
_THERE_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|will|has|have) there\b"
    r"|\bthere(?:['’]s| is| are| was| were| will| has| have)\b",
    re.IGNORECASE,
)
# "It" stands for nothing here.
_FOR_NOTHING = re.compile(
    r"\bit\b.*\b(?:rain|snow|hail|freez|sunny|cloudy|windy|warm)"
    r"|\bis it (?:\w+ly )?(?!\w+(?:ed|en|ing)\b)\w+ (?:to|that)\b"
    r"|\b(?:what|which) (?:time|day|date|year|month) (?:is|was) it\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\b(?:the|that|this|which)(?:\s+[\w'’-]+){1,3}\s+ones?\W*$", re.IGNORECASE)
# A number of what was said before: "how many died?", "how much damage?".
_HOW_MANY = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?)\W+)?how (?:many|much)"
    r"(?: (?:of (?:them|those|these)|people|persons|others))?"
    r"(?: (?:is|are|was|were|has|have|had|been|got|did)\b.*"
    r"| [^\W\d_]+(?:ed|ead)(?: [^\W\d_]+)?| [^\W\d_]+)?\W*$",
    re.IGNORECASE,
)
# "Who won?", "who was arrested?", "did anyone die?"
_MERE_VERB = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?)\W+)?(?:"
    r"(?:who|what|when|where)(?: (?:is|are|was|were|has|have|had|will|would|got|been|being))*"
    r" [^\W\d_]+(?:ed|en|ing)"
    r"|(?:who|when|where) (?!(?:is|are|was|were)\b)[^\W\d_]+"
    r"|(?:did|does|do|has|have|had|is|are|was|were|will) (?:any|some|every|no)(?:one|body)"
    r"(?: else)?(?: [^\W\d_]+)?)\W*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|then)\W+)?(?:(?:in|at|on|to|from|by|for|with)\s+)?"
    r"(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|had"
    r"|can|could|will|would|should)\b|\?\W*$",
    re.IGNORECASE,
)
_FEW = 2
_SEVERAL = 4
_COMMON = 0.5


class Reference(Enum):
    """What a question points back to."""

    NOTHING = auto()
    """It stands alone."""
    IF_HELD = auto()
    """To what was shown, if all that it asks for is there: "was anyone arrested?"."""
    SUBJECT = auto()
    """To what was spoken of, in any case: "who replaced him?"."""


def measured(question: str) -> str:
    """Return ``question`` without what is measured, which names nothing: "how long is it?"."""
    return _MEASURE.sub(lambda match: match[1] + " " * len(match[2]), question)


def has_name(terms: Sequence[Term]) -> bool:
    """Tell whether any of ``terms`` is a name, and not typed like a common word that is one too.

    "When does it open?" names nothing, whatever the briefings call Open.
    """
    return any(
        term.is_name and (term.written[:1].isupper() or term.surplus > _COMMON) for term in terms
    )


def reference(question: str, terms: Sequence[Term], *, begins: bool) -> Reference:
    """Return what ``question``, read as ``terms``, points back to, put after another one.

    ``begins`` says that a pronoun stands before all that it names. Where it has a name of its own,
    nothing else points back, apart from a choice: "the Chinese one".
    """
    if not question.isupper():
        question = _IT.sub("  ", question)
    telling = sum(not term.is_everyday for term in terms)
    if telling <= _FEW and _CHOICE.search(question):
        return Reference.SUBJECT
    if _FOR_NOTHING.search(question):
        return Reference.NOTHING
    if has_name(terms):
        if not begins:
            return Reference.NOTHING
        return Reference.SUBJECT if _PERSON.search(question) else Reference.IF_HELD
    if begins or (_ASKS.search(question) and _lacks_subject(question, telling)):
        return Reference.SUBJECT
    has_few = telling <= _FEW and _ASKS.search(question)
    return Reference.IF_HELD if has_few or _PRONOUN.search(question) else Reference.NOTHING


def _lacks_subject(question: str, telling: int) -> bool:
    """Tell whether a question with so many ``telling`` words does not name what it asks about."""
    if telling <= 1 and (_HOW_MANY.match(question) or _MERE_VERB.match(question)):
        return True
    return telling <= _SEVERAL and _stands_for_another(question)


def _stands_for_another(question: str) -> bool:
    """Tell whether a pronoun stands for what the question itself does not name."""
    if any(each.search(question) for each in (_TURNED, _OBJECT, _OF_ANOTHER)):
        return True
    pronoun = _STANDS_FOR.search(question)
    if pronoun is None or _THERE_IS.search(question):
        return False
    is_place = _WHERE_THAT_IS.search(question) is not None
    return is_place or not _OWN_THING.search(question[: pronoun.start()])
