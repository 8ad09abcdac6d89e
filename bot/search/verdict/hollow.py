"""Whether a question has hardly a word by which a briefing that answers it could be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.reading.everyday import is_verb
from bot.search.words.spellings import as_abbreviated
from bot.search.words.text import form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from bot.search.reading.terms import Term

_DEFINITE = frozenset("the his her its their this that".split())
_COUNTED = ("how many", "how much")
_NUMBERED = frozenset("no number".split())
_SMALL = 2
"""Digits of a number that names nothing, as a year may."""


def names_only_kind(terms: Sequence[Term]) -> bool:
    """Tell whether the ``terms`` of a question only say what kind of answer is wanted.

    "What time is it?" does, and "who can help?" says no more; "how old is the city?" asks of
    something.
    """
    kinds = [term.is_kind or term.before.endswith(_COUNTED) for term in terms]
    return (any(kinds) or all(is_verb(form_of(term.written)) for term in terms)) and all(
        term.is_everyday and not term.is_name and (is_kind or _last(term.before) not in _DEFINITE)
        for term, is_kind in zip(terms, kinds, strict=True)
    )


def has_only_names(terms: Sequence[Term], held: Sequence[bool], *, of_any_kind: bool) -> bool:
    """Tell whether a briefing has of a question only names, and nothing that it says of them.

    ``held`` tells of each of the ``terms`` whether it has it. What only says which kind of thing
    is asked for may be left unsaid, unless that is ``of_any_kind``: "what gift".
    """
    both = [*zip(terms, held, strict=True)]
    told = [term for term, has in both if has]
    lacking = [term for term, has in both if not (has or term.is_name or term.is_everyday)]
    return (
        any(term.is_name for term in told)
        and all(term.is_name or term.is_everyday or term.is_kind for term in told)
        and any(of_any_kind or not term.is_kind for term in lacking)
    )


def is_mere_number(
    terms: Sequence[Term],
    held: Sequence[bool],
    told: Callable[[], Container[str]],
    *,
    is_keys: bool,
) -> bool:
    """Tell whether a briefing has nothing of a question but a digit, and that as a word: 2 as two.

    Of a question that is more than key words one small number is as little: "what is 2+2?".
    ``held`` tells of each of the ``terms`` whether it has it, ``told`` gives its words.
    """
    having = [term for term, has in zip(terms, held, strict=True) if has]
    found = [form_of(term.written) for term in having]
    if not all(map(_is_number, found)) or any(_is_named(term) for term in having):
        return False
    if not is_keys and len(found) == 1 and len(found[0]) <= _SMALL:
        return True
    return any(form not in told() for form in found if form.isdigit())


def _is_named(term: Term) -> bool:
    """Tell whether a number is called one: "No 10"."""
    return _last(term.before).rstrip(".") in _NUMBERED


def _last(before: str) -> str:
    return before.rpartition(" ")[2]


def _is_number(form: str) -> bool:
    return form.isdigit() or (as_abbreviated(form) or "").isdigit()
