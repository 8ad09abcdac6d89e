"""What people say around what they ask: "hey bot, any news about", "today please".

A question is often put in words that no briefing is about, so that half of it seems to be found
nowhere. Each word gets a letter for its kind, and two patterns over the letters tell how far the
beginning and the end of the question are made of such words.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.reading.openings import without_opening
from bot.search.reading.spelling import as_function_word
from bot.search.words.listed import by_length
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.text import fold, function_word, words

if TYPE_CHECKING:
    from bot.search.words.english import Frequencies

_READ = 32
"""Words from either end that may belong to the frame."""

_WORDS = {
    # Function words, which are nothing to look for anyway: who speaks or is spoken to, and links.
    "i": "i i'd i'm i've im ive we we'd we're you u me us anyone anybody someone somebody anything"
    " everything",
    "o": "on about of from in with for around",
    "p": "regarding concerning re",
    # How somebody is spoken to.
    "h": "hey hi hello hiya yo bot attache please pls plz kindly folks guys dude bro thx cheers"
    " sorry dear heya howdy greetings excuse pardon"
    # Interjections, which are no part of what is said.
    " um umm uh er erm hm hmm eh ah aha oh ooh ugh huh wow whoa oops yikes lol lmao haha hehe omg"
    " btw fyi",
    # What the one who is asked should do, or the one who asks does.
    "v": "show find send bring fetch list remind search searching look looking check share see read"
    " hear learn wonder wondering curious asking interested love need wanna wanted hoping trying"
    " help ask tell give get know mind telling heard confirm clarify known reported written"
    " published",
    "e": "explain describe summarise summarize recap tldr explained summarised summarized",
    # The same, where it is said for whom: "fill me in on".
    "c": "fill catch walk brief keep bring",
    # What briefings do: "which briefings mention", "mentioned anywhere".
    "m": "mention mentions mentioned mentioning talk",
    # What there is about something; at the end the first kind, "Latvia news", and right
    # after a name the third: "Latvia story".
    "w": "news update updates headlines",
    "t": "info information briefing briefings coverage overview developments article articles stuff"
    " details entry entries archive",
    "k": "story stories situation summary summaries",
    "r": "report reports status background facts current breaking",
    # How that should be, or how many of it: "a quick summary", "a couple of stories".
    "q": "quick short full detailed couple",
    "f": "latest recent newest",
    "n": "new",
    "g": "going goin happening happenin happened",
    "d": "today todays lately recently currently nowadays atm rn anywhere",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
FRAME_WORDS = frozenset(_KINDS)
"""What may be said around what somebody asks."""
NEWS_WORDS = frozenset(word for word, kind in _KINDS.items() if kind in "wtfk")
"""What there is about something; where no briefing has such a word, it is nothing to look for."""
_FUNCTION, _OTHER = "s", "x"
_PHRASE = re.compile(
    r"^(\W*(?:(?:hello|hey|hi|so|ok)\b\W*)?)"
    r"((?:(?<=hello )|(?<=hey )|(?<=hi ))(?:there|all|everyone|everybody|team)\b\W*)?"
    r"(?:good (?:morning|evening|afternoon|day)\b|quick (?:question|one|q)\b"
    r"|(?:sorry )?to (?:bother|trouble|disturb|interrupt) you(?: (?:all|guys|again))?\b"
    r"|is it (?:true|right|correct)(?: that)?\b"
    r"|(?:i )?hope (?:all|everyone|everybody|everything|this finds you|you)"
    r"(?:['’]?s|['’]?re| is| are)?(?: (?:doing|keeping|having|feeling|all|very))*"
    r" (?:well|fine|good|great|ok|okay|an? (?:good|great|nice|lovely) \w+)\b"
    r"|(?P<about>"
    r"(?:my|our|a) (?:\w+ ){1,2}(?:wants?|wanted|needs?|needed|asks?|asked|(?:is|was) asking)"
    r"(?: (?:me|us))?(?: to (?:know|hear|read|see|find out))?(?= (?:about|for|what|who|if|whether"
    r"|why|where|when|how)\b)"
    r"|tl;? ?dr\b))?",
    re.IGNORECASE,
)
"""Whole phrases, each word of which alone may say something else."""
_WHAT_FOR = re.compile(
    r"[,-]? (?:(?:it['’]?s |this is )?for (?:an?|my|our|the|some) (?:\w+ )?(?:essay|homework"
    r"|assignment|presentation|thesis|exam|quiz|newsletter|podcast|blog|lesson|coursework|seminar))\b(?=\W*$)",
    re.IGNORECASE,
)
"""What it is asked for, at the end."""
_EVERYWHERE = re.compile(
    r" (?:(?:from |all )?(?:around|across|over|throughout) the (?:world|globe)|worldwide|globally)"
    r"(?=\W*$)",
    re.IGNORECASE,
)
"""What says no more than that it may be anywhere, at the end."""
_AT_THE_MOMENT = re.compile(
    r" (?<=\w )(?:at (?:the|this) (?:minute|moment)|at present|as of (?:now|today)|of late"
    r"|these days|so far)(?=\W*$)",
    re.IGNORECASE,
)
"""What says no more than that it is new, at the end."""
_ANY_OF_SIZE = re.compile(
    r"^\W*(?:(?:are|is|was|were) there )?any (?:bad|big|exciting|good|great|important|interesting"
    r"|major|notable|other|serious|significant) (?=[a-z-]+(?: [a-z-]+)?\W*$)",
    re.IGNORECASE,
)
"""What opens a question for whatever there is of a kind: "any big mergers"."""
_TO_DO = re.compile(
    r"(?P<before>\W*(?:(?:please|pls|now|then|and|ok(?:ay)?|(?:can|could|would|will) you)\W+)*)"
    r"(?:analy[sz]e|compare|compose|discuss|elaborate|paraphrase|rephrase|rewrite|simplify|speak"
    r"|translate|write)\b(?=\W+\w)",
    re.IGNORECASE,
)
"""What the one who is asked should do with what is told of something, at the beginning."""
_FOR_EXAMPLE = re.compile(r"(?<![\w.])(?:e\. ?g\.|i\. ?e\.|etc\.)", re.IGNORECASE)
_LITTLE = "sio"
_LEAST_MISSPELT = 4
_MISSPELT = by_length(
    word for word in _KINDS if len(word) >= _LEAST_MISSPELT and word not in STOP_WORDS
)

_OPENING = re.compile(
    r"(?:[wtfrk]+[si]*[op]"  # "news about", "the latest that you have on"
    r"|[itwk][si]*m[so]*|m[op]|q(?=o?[wtrke])"  # "briefings that mention", "a quick summary"
    r"|c(?=i)"  # "fill me in on"
    r"|v(?=[iopwtf])|i[sh]*v"  # "show me", "find news about", "can you find", "I was wondering"
    r"|[siophfe]"
    r"|g(?=[op])|(?<=[si])n(?=[op])"  # "what is going on in", "anything new about"
    r")*"
)
_OPENING_OF_ONE = re.compile(rf"{_OPENING.pattern}(?:[wf]+$)?")  # "news Latvia"
_CLOSING = re.compile(r"(?:(?<=x)(?:[si]*f*[wt]|[ke]|[si]*m[osi]*[wt]?)|[siophfd])*$")
_NEWS = re.compile(r"[wtfn]")
_NEWEST = re.compile(r"[wfnd]")
_FUTURE = re.compile(r"(?<=\w )going(?= to [a-z])")  # "are prices going to fall"
_KIND_OF = re.compile(r"(?:(?<=\bwhat )|(?<=\bwhich ))(?:kind|sort|type)s? of\b", re.IGNORECASE)
"""What only says that some kind is asked for, as "what" alone does."""
_SAID_BESIDES = (
    ((".",), _FOR_EXAMPLE),
    ((" for ",), _WHAT_FOR),
    (("world", "globe", "globally"), _EVERYWHERE),
    ((" at ", " as of ", " of late", " days", " so far"), _AT_THE_MOMENT),
    ((" of",), _KIND_OF),
)
"""What may stand anywhere or at the end, and what of it a question has in small letters."""
_ITS_VERB = re.compile(
    r"\b(?:wh\w+|how)\b.*\b(?:did|does|do|has|have|had) (?!you\b)\w.*"
    r" (?:describe|explain|mention|summari[sz]e)(?:d|ed)?\W*",
    re.IGNORECASE,
)
"""A question at whose end stands what somebody did, not what briefings do."""
_NOW = re.compile(r"\b(?:goin|happenin)g?\b", re.IGNORECASE)
_OF_A_FACT = re.compile(
    r"\W*(?:(?:and|but|so|ok(?:ay)?|then)\W+)*"
    r"(?:how (?:big|far|late|long|many|much|often|old|soon)|when|who|whose|why)\b"
    r"(?!.*\b(?:articles?|briefings?|headlines|news|stories)\b)",
    re.IGNORECASE,
)
"""What is asked of a thing that only sounds like news: "how much is entry"."""
_TO_BE_DONE = re.compile(
    r"\W*(?:(?:and|but|so|ok(?:ay)?|then)\W+)*(?:what|when|where|who|how) (?:else )?"
    r"(?:do|can|could|must|should|will) (?:i|we) (?:have to |need to )?"
    r"(?:bring|catch|fetch|fill|keep|need|send|share|show|walk)\b",
    re.IGNORECASE,
)
"""What is to be done for something that was spoken of: "what do I need"."""
_WHAT_HAPPENS = re.compile(
    r"\W*(?:(?:and|but|so|ok(?:ay)?|hey|hi)\W+)*what(?:['’]?s| is|s| has been) "
    r"(?:happening|going on|in the news|on the news)"
    r"(?: (?:now|right now|today|lately|currently|out there|around here|in the world))*\W*",
    re.IGNORECASE,
)
"""What asks for any news, and not for what happened where something was spoken of."""
_ABOUT = re.compile(r".*[vewtrfngkmc].*[op][si]*|.*[em][si]*|[^wf]*[wf]+")
"""An opening after which what is told of is named, not asked for."""


class Framed(NamedTuple):
    """A question without its frame, each word of which became spaces.

    ``asks_for_news`` where it is nothing but frame: "what's new?", "the latest news please";
    ``names_topic`` where a mere name or key words are framed: "tell me about Latvia";
    ``wants_newest`` where it is what is new that is asked for: "any news about Latvia?";
    ``asks_nothing`` where it is nothing but frame, and no news either: "hello?".
    """

    question: str
    asks_for_news: bool = False
    names_topic: bool = False
    wants_newest: bool = False
    asks_nothing: bool = False


def asks_what_happens(question: str) -> bool:
    """Tell whether a question asks what happens at all, as "any news?" does: "what's going on?"."""
    return "what" in question.lower() and _WHAT_HAPPENS.fullmatch(question) is not None


def framed(question: str, english: Frequencies) -> Framed:
    """Return ``question`` without what is only said around it; as it is where nothing is left."""
    if asks_what_happens(question):
        return Framed(question, asks_for_news=True)
    if "going" in question:
        question = _FUTURE.sub("     ", question)
    question, told = _without_phrase(question)
    # Those of a question that is nothing but itself are gone through when it is read, too.
    found = [*dict.fromkeys((word.start, word.end) for word in words(question))]
    kind = partial(_kind, question, english)
    # What stands between the first and the last other word is hardly ever asked for its kind.
    head = "".join(takewhile(_OTHER.__ne__, map(kind, found)))
    if len(head) == len(found):
        is_news = bool(_NEWS.search(head))
        asks_for_news = is_news and not _OF_A_FACT.match(question)
        asks_nothing = not (is_news or _TO_BE_DONE.match(question))
        return Framed(question, asks_for_news, asks_nothing=asks_nothing)
    tail = "".join(takewhile(_OTHER.__ne__, map(kind, reversed(found))))[::-1]
    if ("e" in tail or "m" in tail) and _ITS_VERB.fullmatch(question):
        tail = ""
    has_one = len(head) + 1 + len(tail) == len(found)
    opening = (_OPENING_OF_ONE if has_one else _OPENING).match(head[:_READ])
    closing = _CLOSING.search(f"{_OTHER}{tail}"[-_READ:])
    assert opening is not None  # both match the empty text
    assert closing is not None
    first, last = opening.end(), len(found) - len(closing[0])
    is_framed = told or _ABOUT.fullmatch(opening[0]) or re.search("[wtkme]", closing[0])
    names_topic = bool(is_framed) and all(kind(span) not in _LITTLE for span in found[first:last])
    ends = zip(found[:first] + found[last:], opening[0] + closing[0], strict=True)
    unframed = question
    for (start, end), each in ends:
        if _is_frame(question[start:end], each):
            unframed = unframed[:start] + " " * (end - start) + unframed[end:]
    wants_newest = bool(is_framed) and bool(
        _NEWEST.search(opening[0] + closing[0]) or _NOW.search(question[: found[first][0]])
    )
    return Framed(unframed, names_topic=names_topic, wants_newest=wants_newest)


def _without_phrase(question: str) -> tuple[str, bool]:
    """Return ``question`` without a phrase at either end, and whether it asks to be told."""
    if found := _TO_DO.match(question):
        verb = " " * (found.end() - found.end("before"))
        question = f"{found['before']}{verb}{question[found.end() :]}"
    asked = question.lower()
    for needed, said in _SAID_BESIDES:
        if any(map(asked.__contains__, needed)):
            question = said.sub(_blank, question)
    if found := _ANY_OF_SIZE.match(question):
        return _blank(found) + question[found.end() :], True
    if (opened := without_opening(question)) is not None:
        return opened, True
    phrase = _PHRASE.match(question)
    if phrase is None or phrase.end() == phrase.end(1):
        return question, False
    spaces = " " * (phrase.end() - phrase.end(1))
    return f"{phrase[1]}{spaces}{question[phrase.end() :]}", phrase["about"] is not None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_frame(written: str, kind: str) -> bool:
    """Tell whether a word in a frame is no function word, which would only break ties."""
    return kind not in _LITTLE or (fold(written) in _KINDS and not function_word(written))


def _kind(question: str, english: Frequencies, span: tuple[int, int]) -> str:
    start, end = span
    written = question[start:end]
    if len(written) > 1 and written.isupper() and not question.isupper():
        return _OTHER  # "US" is a name
    word = fold(written).replace("’", "'")
    if kind := _KINDS.get(word) or _KINDS.get(word.replace("'", "")):
        return kind
    if word in STOP_WORDS:
        return _FUNCTION
    is_name = start > 0 and written[0].isupper()
    if len(word) >= _LEAST_MISSPELT and not is_name and not english.zipf(word):
        likely = _MISSPELT.get(len(word), ())
        meant = process.extractOne(word, likely, scorer=OSA.distance, score_cutoff=1)
        if meant:
            return _KINDS[meant[0]]
        if slip := as_function_word(word, english):
            return _KINDS.get(slip, _FUNCTION)
    return _OTHER
