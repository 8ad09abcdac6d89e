"""Telling a follow-up from a question that stands alone, and lending it what it leaves out."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.search.conversation import pronouns
from bot.search.conversation.openings import OPENINGS
from bot.search.conversation.referring import measured
from bot.search.reading.framing import asks_what_happens
from bot.search.reading.terms import stems_of
from bot.search.reading.told_names import NAME_WORD
from bot.search.words.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.search.reading.terms import Term
    from bot.search.words.text import Word

_WHAT_ABOUT = re.compile(
    r"^(?:(?:ok(?:ay)?|and|but|so|then|now)[, ]+)*"
    r"(?:what|how)(?: about| of|['’]?s with)\b|^(?:same|likewise) (?:for|with|in)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"^(?:ok(?:ay)?|and|or|but|so|also|then|not)\b[, ]*", re.IGNORECASE)
_PLACED = re.compile(r"^(?:in|at|on|to|from|by|for|with|without|near|against)\b", re.IGNORECASE)
# "Is that more than before?" asks for no more, but compares.
_COMPARES = re.compile(r"\b(?:more|other|else) than\b|\bmore (?:or|and) less\b", re.IGNORECASE)
# Nor does "how many others?", which asks for their number.
_HOW_MANY_MORE = re.compile(r"\bhow (?:many|much) (?:more|others?)\b", re.IGNORECASE)
_MORE = frozenset("more else other others another further rest next continue".split())
# Words that name nothing to look for beside "more" or "else".
_ABOUT_MORE = frozenset(
    "article articles briefing briefings continue coverage detail details elaborate explain go info"
    " information keep news next rest show stories story stuff update updates".split()
)
_NEWS = frozenset(("news", "headlines"))
_ASKS = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|how|which|really)\b"
    r"|^\W*(?:did|does|do|is|are|was|were|has|have|will|can) (?:any|every|some|no)(?:one|body)\b",
    re.IGNORECASE,
)
_ASKS_FOR_OTHERS = re.compile(
    r"\b(?:who|whom|whose|what|where|which|anyone|anybody)\b", re.IGNORECASE
)
_ELSE = re.compile(r"\b(?:else|others?|another)\b", re.IGNORECASE)
_WHAT_ELSE = re.compile(r"\b(?:what(?:['’]?s)?|anything|something) else\b", re.IGNORECASE)
# What is asked of all that is told, and not of what was spoken of.
_ANYWHERE = re.compile(
    r"\b(?:lately|recently|these days|nowadays|elsewhere|(?:anything|what|something) else"
    r"(?: (?:is|was) there| (?:do|have) (?:you|we)(?: have| got)?)? (?:on|about|from|in))\b",
    re.IGNORECASE,
)
# What happened after what was told of is in further briefings on it, and why it is so in the same.
_GOES_ON = rf"^\W*{OPENINGS}"
_LATER = re.compile(
    rf"{_GOES_ON}(?:what(?:['’]?s| is| was)?\s+)?(?:(?:has |had )?happened\s+)?"
    r"(?:later(?: on)?|after(?:wards?| that)|since(?: then)?|(?:in the )?mean(?:while|time)|then)"
    r"\W*$",
    re.IGNORECASE,
)
_WHY_SO = re.compile(
    rf"{_GOES_ON}why (?:not|now|then|there|that|this|him|her|them|only|less|more|fewer"
    r"|(?:so|that|this) (?:few|many|much|little|late|early|long|soon|far)"
    r"|(?:all )?(?:the|this|that|these|those|such an?) (?-i:[a-z]+))\W*$",
    re.IGNORECASE,
)
# Whoever doubts what was shown, or wants to know where it comes from, is shown it again.
_ANY = r"(?: (?:an?|any|the))?"
_OF_IT = r"(?: (?:about|for|of|to) (?:that|this|it|them))?"
_DOUBTS = re.compile(
    rf"{_GOES_ON}(?:(?:what|where)(?:['’]?s| is| are) )?"
    rf"(?:(?:the|your|any|got{_ANY}|have{_ANY}|do you have{_ANY}|can i (?:get|have|see){_ANY}) )?"
    rf"(?:sources?|links?|proof|citations?|references?|url){_OF_IT}(?:,? (?:please|pls|plz))?\W*$"
    rf"|{_GOES_ON}(?:are you|r u|u) (?:really |quite |so )?sure{_OF_IT}\W*$"
    rf"|{_GOES_ON}(?:is|was) (?:that|this|it) (?:really |actually )?(?:true|right|correct)\W*$",
    re.IGNORECASE,
)
_THING = re.compile(r"\s*(?:the|an?)(?:\s+[\w'’-]+){1,4}\s*$", re.IGNORECASE)
_NAME = re.compile(rf"\s*{NAME_WORD}(?: {NAME_WORD}){{0,2}}\s*$")
_MOST_BESIDE_WHAT_ABOUT = 3
_MOST_BESIDE_PERSON = 4
_MOST_BESIDE_THING = 2
_MOST_WORDS_AFTER_AND = 5
_MOST_WORDS_PLACED = 4
_LENT_SHARE = 0.9
_LENT_WEIGHT = 0.5


class FollowUp(Enum):
    """How a question hangs on the one before it."""

    ALONE = auto()
    """It does not."""
    FURTHER = auto()
    """It asks for further briefings on the same: "tell me more"."""
    OTHERS = auto()
    """It asks of whom else the same is told, be it in further briefings or not: "who else?"."""
    AGAIN = auto()
    """It asks something else of the same briefings: "why?", "when was that?"."""
    PARTLY = auto()
    """It names one thing and leaves out the rest: "what about Poland?"."""
    REFERS = auto()
    """A pronoun stands before all that it names, and so for something else: "did he resign?"."""


def follows(question: str) -> FollowUp:
    """Return how ``question``, put after another one, hangs on it.

    A question that stands alone is `FollowUp.ALONE`, whatever was asked before.
    """
    if asks_what_happens(question):
        return FollowUp.ALONE
    if _LATER.match(question):
        return FollowUp.FURTHER
    if _WHY_SO.match(question) or _DOUBTS.match(question):
        return FollowUp.AGAIN
    found = words(question)
    named = _telling(found)
    if not named or not _telling(words(measured(question))):
        return _follows_naming_nothing(question, found)
    count = len({(word.start, word.end) for word in named})
    if _is_opened(question, count):
        return FollowUp.PARTLY
    return FollowUp.REFERS if _refers(question, named[0].start, count) else FollowUp.ALONE


def _follows_naming_nothing(question: str, found: Iterable[Word]) -> FollowUp:
    """Return how ``question``, which names nothing to look for, hangs on the one before it."""
    everything = {question[word.start : word.end].lower() for word in found}
    asks = _ASKS.search(question) or pronouns.ANY.search(question)
    is_number = _HOW_MANY_MORE.search(question)
    if everything & _MORE and not (is_number or _COMPARES.search(question)):
        return FollowUp.OTHERS if _ASKS_FOR_OTHERS.search(question) else FollowUp.FURTHER
    if everything & _ABOUT_MORE and not asks:
        return FollowUp.FURTHER
    return FollowUp.AGAIN if asks else FollowUp.ALONE


def _telling(found: Iterable[Word]) -> list[Word]:
    return [word for word in found if not word.stop and word.form not in _ABOUT_MORE]


def asks_for_others(question: str) -> bool:
    """Tell whether ``question`` asks of whom or what else something is told: "who else died?"."""
    return bool(_ELSE.search(question) and _ASKS_FOR_OTHERS.search(question))


def asks_for_more(question: str) -> bool:
    """Tell whether ``question`` asks for what comes next: "show me more", "what else?".

    What came later, or details, are none of that.
    """
    how = follows(question)
    if how is FollowUp.OTHERS:
        return asks_what_else(question)
    said = {question[word.start : word.end].lower() for word in words(question)}
    return how is FollowUp.FURTHER and bool(said & _MORE)


def asks_for_any_news(question: str) -> bool:
    """Tell whether ``question`` asks for news and not for more: "any news?"."""
    said = {question[word.start : word.end].lower() for word in words(question)}
    return bool(said & _NEWS) and not said & _MORE and follows(question) is FollowUp.FURTHER


def asks_what_else(question: str) -> bool:
    """Tell whether ``question`` asks what else somebody did, or what else happened."""
    return _WHAT_ELSE.search(question) is not None


def asks_for_any_others(question: str, *, names_topic: bool) -> bool:
    """Tell whether ``question`` asks for others among all that is told: "who else died lately?".

    So does one that only ``names_topic``: "any other news from Kenya?".
    """
    return bool(_ELSE.search(question)) and (names_topic or bool(_ANYWHERE.search(question)))


def subject_named(question: str) -> str:
    """Return what ``question`` names before it asks of it: "what about the tram, is it late?".

    So do "and the tram, is it late?" and "and Nokia, is it hiring?". Nothing if it is not put so.
    """
    question = question.strip()
    opening = _WHAT_ABOUT.match(question) or _AND.match(question)
    if opening is None:
        return ""
    named, comma, rest = question[opening.end() :].partition(",")
    if not (comma and rest.strip(" ?!.")):
        return ""
    is_named = (_THING.match(named) or _NAME.match(named)) and not pronouns.ANY.search(named)
    return named if is_named or _WHAT_ABOUT.match(question) else ""


def goes_on(question: str) -> bool:
    """Tell whether ``question`` begins as if it went on from another: "and the news on Latvia?"."""
    return _AND.match(question.strip()) is not None


def is_mere_opening(question: str) -> bool:
    """Tell whether ``question`` is only how one that goes on begins: "and", "what about"."""
    question = question.strip(" ?!.,")
    opening = _WHAT_ABOUT.match(question) or _AND.match(question)
    return opening is not None and opening.end() == len(question)


def _is_opened(question: str, telling: int) -> bool:
    """Tell whether the first words say that the question goes on from another."""
    question = question.strip()
    if _WHAT_ABOUT.match(question) or subject_named(question):
        return telling <= _MOST_BESIDE_WHAT_ABOUT
    length = len(question.split())
    if _PLACED.match(question):
        return telling <= _MOST_BESIDE_THING and length <= _MOST_WORDS_PLACED
    begun = _AND.match(question)
    return (
        begun is not None
        and telling <= _MOST_BESIDE_WHAT_ABOUT
        and len(question[begun.end() :].split()) <= _MOST_WORDS_AFTER_AND
    )


def _refers(question: str, first: int, telling: int) -> bool:
    """Tell whether a pronoun stands before the first telling word, and so for something else."""
    before = question[:first]
    if pronouns.PERSON.search(before):
        return telling <= _MOST_BESIDE_PERSON
    if telling > _MOST_BESIDE_THING or pronouns.THERE_IS.search(question):
        return False
    pronoun = pronouns.THING.search(before)
    if pronoun is None:
        return False
    return before[pronoun.end() :].strip() != "" or pronoun[0].lower() in pronouns.BARE


def lent(terms: Sequence[Term], own: Sequence[Term]) -> tuple[Term, ...]:
    """Return the known ``terms`` of the last question as they are lent to a new one.

    Together they weigh less than the ``own`` known words of the new question, which so decides.
    """
    mine = stems_of(own)
    known = [term for term in terms if term.alternatives and mine.isdisjoint(stems_of([term]))]
    weight = sum(term.weight for term in known)
    said = [term for term in own if term.alternatives]
    # "Lately" decides nothing beside "died".
    telling = [term for term in said if not term.is_everyday] or said
    deciding = sum(term.weight for term in telling)
    share = min(_LENT_WEIGHT, _LENT_SHARE * deciding / weight) if weight and deciding else 1.0
    return tuple(_weakened(term, share if own else 1.0) for term in known)


def _weakened(term: Term, share: float) -> Term:
    weakened = (each._replace(weight=each.weight * share) for each in term.alternatives)
    return term._replace(weight=term.weight * share, alternatives=tuple(weakened))
