"""Whether a text leaves open who came into an office, or who had it before."""

from __future__ import annotations

import re

from bot.search.index.names import is_office
from bot.search.words.sentences import sentences
from bot.search.words.text import index_terms

_IS = r"(?:['’]?s| is| was| will be| became| becomes?| (?:will|has) become)"
_OFFICE = r"(?P<role>(?:[\w'’-]+ ){1,6}?)"
# "Who is the new coach", "who became mayor", "who was speaker after her".
_ASKS_NEXT = re.compile(
    rf"\bwho(?P<is>{_IS})(?: the)?(?P<new> (?:new|next))? {_OFFICE}"
    r"(?:(?:of|in|at|for|after|following|when|once)\b|(?=\W*$))",
    re.IGNORECASE,
)
_ASKS_HEIR = re.compile(
    r"\bwho(?:['’]?s| is| was| will| has| did)?(?: be| been)? (?:replac|succe(?:ed|ss)"
    r"|t(?:ook|ak\w+) over from\b)|\bwho followed\b.*\bas\b|\bsuccessor\b",
    re.IGNORECASE,
)
_ASKS_LAST = re.compile(
    rf"\bwho(?:['’]?s| is| was| had been) (?:the )?{_OFFICE}.*\bbefore\b|\bwho preceded\b"
    r"|\bpredecessor\b",
    re.IGNORECASE,
)
_COMES = (
    r"replac\w+|succe(?:ed|ss)\w*|t(?:ook|ak\w+) (?:over|charge|the helm|office|up)|hand\w* over"
    r"|step\w* (?:in|up)|promot\w+|appoint\w*|nominat\w*|nam(?:es?|ed|ing)|elect(?:s|ed|ing|ion)?"
    r"|ch(?:oose|ose|osen|oice)|pick\w*|sw(?:orn|ore|ear\w*)|inaugurat\w+|install\w*|assum\w+"
    r"|bec[ao]m\w+|new(?:ly)?|next|interim|acting|caretaker|incoming|heir|inherit\w*|ascend\w*"
    r"|crown\w*|won|wins?|winn\w+|tapped|hir(?:es?|ed|ing)|sign\w*|designat\w*|fill\w* in"
    r"|in (?:his|her|their) (?:place|stead)|followed by|now"
    r"|follow(?:s|ed) (?:him|her|them)(?: (?:as|in|at|into)|(?=[.,;]))"
)
_TELLS_NEXT = re.compile(rf"\b(?:{_COMES})\b", re.IGNORECASE)
_TELLS_AS = re.compile(
    r"\b(?:replac|succe(?:ed|ss)|follow|t(?:ook|ak\w+) over)[^.;]{0,60}?\bas (?P<role>[\w'’ -]+)",
    re.IGNORECASE,
)
_TELLS_LAST = re.compile(
    r"\b(?:predecess\w+|preced\w+|succe(?:ed|ss)\w*|replac\w+|former\w*|ex-\w+|outgoing|previous\w*"
    r"|oust\w*|beat\w*|defeat\w*|unseat\w*|incumbent|late|then|before|t(?:ook|ak\w+) over from"
    r"|follow(?:s|ed))\b|\bafter (?-i:[A-Z])",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:resign|dismiss|sack|fire[ds]|oust|depos|topple|remov|quit|step(?:s|ped)? down|retir|leav"
    r"|left|depart|died|killed|impeach|outgoing|former|suspend)",
    re.IGNORECASE,
)
# What each such question has some of, which is soon told.
_MAY_ASK = (
    " after", "following", " new ", " next ", "who bec", "will bec", "has bec", "replac", "succe",
    "over from", "who followed", "before", "preced", "predecessor",
)  # fmt: skip
_LEADING = frozenset(
    "boss captain chair chairman chairwoman head manager director owner skipper trainer".split()
)


def leaves_succession_open(question: str, text: str) -> bool:
    """Tell whether ``question`` asks who came into an office, or left it, and ``text`` has neither.

    Who replaced somebody as another thing is not who did as the one that is asked for.
    """
    asked = question.lower()
    if not any(map(asked.__contains__, _MAY_ASK)):
        return False
    if (found := _ASKS_LAST.search(question)) and _is_of_office(found["role"]):
        return _TELLS_LAST.search(text) is None and not _tells_who_left(question, text)
    role = _role_to_fill(question, text)
    if role is None:
        return False
    return _TELLS_NEXT.search(text) is None or _is_filled_otherwise(role, text)


def _tells_who_left(question: str, text: str) -> bool:
    """Tell whether somebody left in ``text`` whom ``question`` does not name at its end."""
    named = index_terms(question)[-1:]
    return any(
        set(named).isdisjoint(index_terms(text[each.start : each.end]))
        for each in sentences(text)
        if _LEAVES.search(text, each.start, each.end)
    )


def _role_to_fill(question: str, text: str) -> frozenset[str] | None:
    """Return the folded words of the office whose next holder is asked for; None where none is.

    There are none where it is not named.
    """
    if (found := _ASKS_NEXT.search(question)) and _is_of_office(found["role"]):
        is_next = "bec" in found["is"].lower() or found[0].lower().endswith(("after", "following"))
        if is_next or (found["new"] and _LEAVES.search(text)):
            return frozenset(index_terms(found["role"]))
    return frozenset() if _ASKS_HEIR.search(question) else None


def _is_of_office(role: str | None) -> bool:
    """Tell whether words, none where there are none to tell by, say what somebody is in office."""
    return role is None or any(is_office(form) or form in _LEADING for form in index_terms(role))


def _is_filled_otherwise(role: frozenset[str], text: str) -> bool:
    """Tell whether all that a text tells of who replaced somebody is of another ``role``."""
    told = [frozenset(index_terms(found["role"])) for found in _TELLS_AS.finditer(text)]
    return bool(role and told) and all(map(role.isdisjoint, told))
