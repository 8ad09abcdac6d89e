"""Telling what people say to a bot besides questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.model import Verdict
from bot.search.words.doubles import without_doubles
from bot.talk.chatter import kind_meant, kind_said
from bot.talk.kinds import Talk
from bot.talk.marks import EMOJI, LINK
from bot.talk.naming import is_one_word, may_name
from bot.talk.phrases import words_of
from bot.talk.self_questions import (
    asks_about_bot,
    asks_about_following,
    asks_about_own_data,
    asks_for_help,
    asks_for_invitation,
    asks_for_topics,
    asks_how_it_is,
    asks_to_speak,
    asks_whether_up_to_date,
)
from bot.talk.statements import is_statement

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.model import Answer, Correction


_GREETING = frozenset(
    "hi hello hey heya hiya howdy yo greetings hallo hola bonjour salut привет здравствуйте moin"
    " servus".split()
)
_THANKS = frozenset("thanks thank thx ty cheers danke merci gracias спасибо".split())
_FAREWELL = frozenset("bye goodbye cya later night tschüss adieu adiós ciao пока".split())
_HELP = frozenset("help commands info usage start hilfe aide ayuda помощь".split())
_TIMES_OF_DAY = frozenset("morning evening afternoon".split())
_NOISE = _TIMES_OF_DAY | frozenset(
    "ok okay k kk cool nice great good wow lol lmao rofl omg haha hehe hm hmm ah oh aha yes no yeah"
    " yep nope sure right well awesome amazing wonderful perfect brilliant fantastic excellent"
    " interesting funny alright super bravo toll génial genial day again"
    " there you very much so a the bot all everyone for that my friend please test testing ping"
    " look at this here check out see read article link".split()
)
_KINDS = (
    (_THANKS, Talk.THANKS),
    (_FAREWELL, Talk.FAREWELL),
    (_HELP, Talk.HELP),
    (_GREETING, Talk.GREETING),
)
_LISTED = (
    (asks_about_own_data, Talk.DATA),
    (asks_about_following, Talk.FOLLOWING),
    (asks_for_topics, Talk.TOPICS),
    (asks_for_help, Talk.HELP),
    (asks_to_speak, Talk.SPEAKING),
    (asks_whether_up_to_date, Talk.UP_TO_DATE),
    (asks_for_invitation, Talk.INVITATION),
    (asks_about_bot, Talk.ABOUT_BOT),
    (asks_how_it_is, Talk.HOW_ARE_YOU),
)
_MISSPELT = (*(each for said, _ in _KINDS for each in sorted(said)), *sorted(_TIMES_OF_DAY))
"""What is small talk though it is misspelt."""
_MOST_WORDS = 6
_LONGEST = 200
_SHORTEST_SLIP = 4
_MOST_EDITS = 2
_ASKED = re.compile(r"[?？؟]")
_LATER = frozenset({"and", "later"})
_PUZZLED = frozenset("huh eh hm hmm hein".split())


def small_talk(
    text: str, *, attached: bool = False, slips: Collection[str] = (), sought: bool = False
) -> Talk | None:
    """Return what kind of talk it is that is no question, None for what should be searched.

    ``attached`` says that a file came with the text, ``slips`` which of its words are misspelt,
    ``sought`` that the briefings were searched for what it may name.
    """
    bare = _unmarked(text)
    said = _said_in(bare)
    if not sought and may_name(said):
        return None
    talk = _kind(text, bare, attached=attached, slips=slips)
    if talk is Talk.NOD and _ASKED.search(bare) and is_one_word(said):
        # "True?" and "solved?" want to hear more than a nod, and "huh?" is lost.
        return Talk.FEEDBACK if _PUZZLED.issuperset(said) else None
    if talk is Talk.FAREWELL and _ASKED.search(bare) and _LATER.issuperset(said):
        return None  # "and later?" wants to hear what came next
    return talk


def _kind(text: str, bare: str, *, attached: bool, slips: Collection[str]) -> Talk | None:
    words = [_meant(word) if word in slips else word for word in _words(bare)]
    if LINK.search(text) and all(map(is_idle, words)):
        return Talk.LINK
    if not words:
        return Talk.FILE if attached else Talk.NOD if text.strip() else None
    if talk := _listed(text) or _put_together(bare, slips):
        return talk
    if len(words) > _MOST_WORDS or not all(map(is_idle, words)):
        return None
    said = set(words)
    return next((kind for idle, kind in _KINDS if said & idle), Talk.NOD)


def _listed(text: str) -> Talk | None:
    return next((talk for is_listed, talk in _LISTED if is_listed(text)), None)


def _put_together(text: str, slips: Collection[str]) -> Talk | None:
    """Return the kind of what is made of nothing but what people say besides questions."""
    misspelt = {word for slip in slips for word in words_of(slip)}
    return kind_said([_meant(word) if word in misspelt else word for word in _said_in(text)])


def unasked(question: str, answer: Answer, *, attached: bool = False) -> Talk | None:
    """Return what kind of talk turns out to be no question by its answer, None for a question."""
    # What the briefings have is looked for, whatever it is like.
    slips = {each.written.casefold() for each in answer.corrections if _is_slip(each)}
    if not answer.citations and not answer.unknown:
        slips.update(words_in(question))
    if answer.verdict is Verdict.NOTHING:
        unknown = [word.casefold() for word in answer.unknown]
        slips.update(filter(_is_drawn, unknown))
        if any(map(is_idle, words_in(question))):
            slips.update(word for word in unknown if _meant(word) in _TIMES_OF_DAY)
    in_vain = bool(slips) or _is_in_vain(question, answer)
    if in_vain and (talk := small_talk(question, slips=slips, sought=True)):
        return talk
    if answer.verdict is Verdict.NOTHING and (talk := _misspelt(question)):
        return talk
    is_told = answer.verdict is Verdict.ANSWERED or answer.holds_name
    if not is_told and is_statement(question, answer.language):
        return Talk.STATEMENT
    if answer.verdict is Verdict.NOTHING and attached:
        return Talk.FILE
    return None


def _is_in_vain(question: str, answer: Answer) -> bool:
    """Tell whether nothing was found, or in a talk only what words that mean the same may lead to.

    "Top" is then not "major" problems.
    """
    read = {each.written.casefold() for each in answer.corrections}
    is_closest = answer.verdict is Verdict.CLOSEST
    return answer.verdict is Verdict.NOTHING or (is_closest and read.issuperset(words_in(question)))


def _is_drawn(word: str) -> bool:
    """Tell whether a word is one of small talk but for a letter that stands once or twice."""
    meant = _meant(word)
    return meant != word and without_doubles(meant) == without_doubles(word)


def _is_slip(correction: Correction) -> bool:
    """Tell whether a word was read as one that it is misspelt for, not one that means the same."""
    written, read = correction.written.casefold(), correction.read.casefold()
    return OSA.distance(written, read) <= _MOST_EDITS


def _misspelt(question: str) -> Talk | None:
    """Return the kind of misspelt feedback or of a misspelt reaction of several words, else None.

    "Denial" is no "génial", but "das ist interessnat" is.
    """
    said = _said_in(_unmarked(question))
    talk = kind_meant(said)
    return talk if talk is Talk.FEEDBACK or (talk is Talk.NOD and not is_one_word(said)) else None


def _said_in(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, none of one that is too long for talk."""
    return words_of(text) if len(text) <= _LONGEST else ()


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded, without its links and emoji."""
    return _words(_unmarked(text))


def _words(bare: str) -> list[str]:
    return re.findall(r"[^\W_]+", bare.casefold())


def _unmarked(text: str) -> str:
    return LINK.sub(" ", EMOJI.sub(" ", text))


def is_idle(word: str) -> bool:
    """Tell whether a word stands in small talk, and names nothing."""
    return word in _NOISE or any(word in said for said, _ in _KINDS)


def _meant(word: str) -> str:
    """Return the word of small talk that a misspelt one is a letter away from, else itself."""
    if len(word) < _SHORTEST_SLIP:
        return word
    near = [each for each in _MISSPELT if OSA.distance(word, each) == 1]
    # A letter is forgotten more often than another is typed: "helo" is "hello", not "help".
    return max(near, key=len, default=word)
