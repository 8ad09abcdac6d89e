"""Which of what was shown is chosen by its place: "the second one", "tell me about the last"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Context

_PLACES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_ENDINGS = ("st", "nd", "rd", *["th"] * 7)
_ORDINALS = {name: place for place, name in enumerate(_PLACES)} | {
    f"{place + 1}{ending}": place for place, ending in enumerate(_ENDINGS)
}
_LAST = -1
_NOUN = r"(?:one|briefing|article|story|result|of (?:them|these|those))"
_CHOICE = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|no|now|then|sorry|i (?:mean|meant)|what about|how about"
    r"|more (?:on|about)|(?:(?:tell|show|give) )?me(?: more)?(?: (?:on|about))?)\W+)*"
    rf"the ({'|'.join(_ORDINALS)}|last)"
    rf"(?: {_NOUN})?(?:,? please)?\W*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\W*(?:(?:please|(?:can|could|may) (?:i|we|you)|let me|i(?:['’]d like to| want to)"
    r"|and|now|then|ok(?:ay)?)\W+)*(?:open|read|view|expand|display)(?: up| me)?\W+",
    re.IGNORECASE,
)


def chosen(question: str, shown: Sequence[int]) -> int | None:
    """Return which of the numbers ``shown`` the question chooses, None where it does not."""
    place = _place(question)
    if place is None or not -len(shown) <= place < len(shown):
        return None
    return shown[place]


def chosen_of(question: str, context: Context) -> int | None:
    """Return which briefing a question chooses of what was shown last, None where it does not.

    That is one of the list before where that has more places.
    """
    return chosen(question, context.choices) or chosen(question, context.listed)


def among_choices(question: str, context: Context) -> Context:
    """Return ``context`` as if what a question chooses from had been shown last."""
    about = question.partition(",")[0]
    lists = (context.choices, context.listed)
    numbers = next((each for each in lists if chosen(about, each)), context.shown)
    return context if numbers == context.shown else replace(context, shown=numbers)


def chosen_first(question: str, context: Context) -> tuple[int, str] | None:
    """Return which of those shown a question chooses first, and what it asks of that.

    "What about the second one, is it late?" asks "is it late?". None where it does not do both.
    """
    about, _, rest = question.partition(",")
    number = chosen_of(about, context) if rest.strip(" ?!.") else None
    return (number, rest.strip()) if number else None


def opened(question: str, context: Context) -> int | None:
    """Return which of what was shown is to be read whole: "open the second one"; else None."""
    opening = _OPENING.match(question)
    return chosen_of(question[opening.end() :], context) if opening else None


def most_to_choose_from(question: str, context: Context) -> int:
    """Return how many there are to choose from where a question chooses one beyond them, else 0."""
    opening = _OPENING.match(question)
    question = question[opening.end() :] if opening else question
    is_beyond = _place(question) is not None and chosen_of(question, context) is None
    return max(len(context.choices), len(context.listed)) if is_beyond else 0


def chooses(question: str) -> bool:
    """Tell whether a question chooses something by its place, to hear of it or to open it."""
    opening = _OPENING.match(question)
    return _place(question[opening.end() :] if opening else question) is not None


def after_opening(opened: Context | None, last: Context | None) -> Context | None:
    """Return what may be referred to after briefings were opened, and something shown ``last``.

    What one was opened of can be chosen from further on. None where none is in service.
    """
    if opened is None or last is None or not set(opened.shown) <= set(last.choices):
        return opened
    return replace(opened, listed=last.choices)


def only_one(opened: Context) -> Context:
    """Return what may be referred to after a list of one, which is as good as ``opened``."""
    return replace(opened, listed=opened.shown)


def _place(question: str) -> int | None:
    match = _CHOICE.match(question)
    return _ORDINALS.get(match[1].lower(), _LAST) if match else None
