"""What somebody says they meant instead of what was understood: "no, I meant the Greek one"."""

from __future__ import annotations

import re

_NO = (
    r"(?:no+|nope|nah|sorry|oops|pardon|wait|hm+|ah|er|ok(?:ay)?|not (?:that|this)(?: one)?"
    r"|wrong (?:one|story|briefing))\b[\s,.!:;–-]+"
)
_MEANT = re.compile(
    rf"^\W*(?:{_NO})*(?:i|we) (?:only |just |really |actually )?"
    r"(?:mean|meant|(?:was|were|am|are) (?:asking|talking|thinking) (?:about|of))"
    r"(?: to (?:ask|say|write|type)(?: about| of)?)?[\s,:]+(?P<meant>.+)",
    re.IGNORECASE | re.DOTALL,
)
_INSTEAD = re.compile(
    rf"^\W*(?i:{_NO})+(?P<meant>(?i:the [\w'’ -]{{2,40}} ones?)|(?i:in|at|on) [\w'’-]+"
    r"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})\W*$"
)
_ASKS = re.compile(
    r"(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|had|can"
    r"|could|will|would|should)\b",
    re.IGNORECASE,
)


def meant_instead(message: str, *, follows: bool) -> str:
    """Return what ``message`` says was meant, as a question; as it is where it says no such thing.

    What names but one thing, and ``follows`` another question, asks that of the one thing.
    """
    found = _MEANT.match(message) or _INSTEAD.match(message)
    if found is None:
        return message
    meant = found["meant"]
    return meant if not follows or _ASKS.match(meant) else f"what about {meant}"
