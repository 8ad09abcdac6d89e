"""Whole phrases that open a question by asking to be told of something: "bring me up to speed on".

Each word of them may say something else elsewhere, so that they are known by all of it, and mostly
by the word that leads on to what is asked for, too.
"""

from __future__ import annotations

import re

_CALLED = r"\W*(?:(?:hey|hi|hello|so|ok|okay|please|pls|can you|could you|and)\b\W*)*"
_ON = r"(?:(?= (?:about|between|concerning|on|regarding|with)\b)| w/)"
_OF = rf"(?:(?= of\b)|{_ON})"
_ASKED_OF = (
    r"(?:give|get|send) (?:me|us) (?:the|an?) (?:\w+ )?(?:breakdown|gist|low-?down|outline"
    r"|run-?down|scoop|skinny)",
    r"refresh (?:my|our) memory",
    r"(?:are|is) (?:you|anyone|anybody) aware",
)
_ASKED_ABOUT = (
    r"(?:bring|get|keep) (?:me|us) up to (?:speed|date)",
    r"wh?[au]s?s?up",
    r"what(?:['’]?s| is) the (?:deal|fuss|issue|latest|matter|problem|row|story|trouble|word)",
    r"(?:some |a few |the )?(?:(?:basic|hard|key|main|quick) (?:facts|points|takeaways)"
    r"|bullet ?points|background|context|intel|sources)",
    r"(?:(?:i|we) (?:have|had|have got)|i['’]?ve(?: got)?|got|here['’]?s|there['’]?s)?"
    r" ?(?:(?:an?|another|my|one|one more) )?(?:quick )?(?:question|query)(?: is)?",
    r"(?:(?:i['’]?m |i am )?(?:not sure|wondering)|dunno|no idea|i wonder) (?:if|whether) you"
    r" (?:know|have|have got|heard|read)(?: (?:anything|something|sth|stuff))?",
    r"any (?:clues?|ideas?|insights?|intel|words?)",
    r"(?:speak|talk) (?:to|with) (?:me|us)",
    r"(?:share|tell me) (?:all |everything |whatever |what )you know",
    r"(?:who|does (?:anyone|anybody)|anyone|anybody) knows?(?: (?:anything|something))?",
    r"why (?:is|are) (?:every(?:one|body)|people|they all) talking",
)
_BEFORE_ALL = (
    r"(?:run|take|talk) (?:me|us) through\b",
    r"(?:q|query|question|search|subject|topic)\s*:",
    r"(?:quickly|briefly)\s*[:,]",
    r"in (?:brief|short|a nutshell)\s*[:,]",
    r"eli5\b",
    r"(?:find|look ?up)\b(?! (?:about|for|in|me|of|on|out|that|to|us|what|whether|who)\b)(?= \w)",
    # No search warrant is to be searched for, and no trial shown.
    r"(?:do an? )?search\b(?! (?:and|engine|operation|part(?:y|ies)|team|warrant)\w*\b)(?= \w)",
    r"show\b(?! (?:business|biz|down|host|jump|me|of|that|trial|us|what|who)\w*\b)(?= \w)",
)
_OPENING = re.compile(
    rf"({_CALLED})(?:(?:{'|'.join(_ASKED_OF)}){_OF}|(?:{'|'.join(_ASKED_ABOUT)}){_ON}"
    rf"|{'|'.join(_BEFORE_ALL)})",
    re.IGNORECASE,
)


def without_opening(question: str) -> str | None:
    """Return a question in which a phrase that opens it became spaces; None where there is none."""
    found = _OPENING.match(question)
    if found is None:
        return None
    return f"{found[1]}{' ' * (found.end() - found.end(1))}{question[found.end() :]}"
