"""What stands for what was spoken of as a pronoun does: "the stuff", "that guy", "the company"."""

from __future__ import annotations

import re

from bot.search.conversation.openings import OPENING

# What stands for anything, at the end or where English turns the order round to ask.
_STUFF = re.compile(r" (?:the|that|this) (?:whole )?(?:stuff|thing)(?=\W*$)", re.IGNORECASE)
# "The man in the red coat" is one of whom nobody has spoken yet.
_GUY = re.compile(
    r"\b(is|was|did|does|has|will|can|must) (?:the|that)"
    r" (?:guy|man|woman|culprit|offender|perpetrator|suspect)"
    r"(?! (?:in|on|at|of|from|with|who|that|behind|near)\b)(?=(?: [^\W\d_]+){0,4}\W*$)",
    re.IGNORECASE,
)
# So does the kind of what was spoken of, where nothing else is named: "who runs the company?".
_ITS_KIND = re.compile(
    rf"^(\W*{OPENING}(?:who|when|where|why|how|what)(?:['’]?s)?"
    r"(?: (?!the\b)[^\W\d_]+){1,3}) (?:the|that|this)"
    r" (?:place|company|firm|business|organi[sz]ation|incident|event|disaster)(?=\W*$)",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(r"\bthe other (?:side|party|team)\b(?!['’])", re.IGNORECASE)
_NEW_GUY = re.compile(r"\b(the (?:new|old|other)) (?:guy|man|woman|person)(?=\W*$)", re.IGNORECASE)
# "What about trams by the same maker?" names none; a day or a way says when or how.
_THE_SAME = re.compile(
    r"^(\W*(?:and|(?:and )?(?:what|how) about)\b.*\w) (?:in|from|of|by|at|for|on|with) the same"
    r" (?!day|days|time|night|week|month|year|way|reason|kind|sort)[^\W\d_]+(?=\W*$)",
    re.IGNORECASE,
)
# "And the one to Perth?" is the train or the ship to there.
_ONE_TO = re.compile(
    r"^(\W*(?:and|(?:and )?(?:what|how) about)) (?:the|that) ones? (?=to\b)", re.IGNORECASE
)
# "The one in Perth" is what is in Perth.
_ONE_IN = re.compile(r"\b(?:the|that) ones? (?=(?:in|at|on|near|from)\b)", re.IGNORECASE)


def with_pronoun(question: str) -> str:
    """Return ``question`` with a pronoun for what names nothing either: "the stuff", "that guy".

    "The one" before a place is left out, and so is "of the same company" after "what about".
    """
    question = _ONE_TO.sub(r"\1 ", _THE_SAME.sub(r"\1", question))
    question = _OTHER_SIDE.sub("they", question)
    question = _ITS_KIND.sub(r"\1 it", _NEW_GUY.sub(r"\1 one", _STUFF.sub(" it", question)))
    return _ONE_IN.sub("", _GUY.sub(r"\1 he", question))
