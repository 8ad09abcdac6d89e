"""Amounts: which questions ask for a sum of money or how long something is, and who tells one."""

from __future__ import annotations

import re
from typing import NamedTuple

_COST = (
    "cost costs pay pays paid price priced worth money spend spent earn earns charge charged fine"
    " fined fee budget salary"
).split()


class Amount(NamedTuple):
    """A kind of amount: how it is asked for, and how it is told.

    A text that tells one need not have the ``words`` by which it is asked for.
    """

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    words: frozenset[str] = frozenset()


_AMOUNTS = (
    Amount(
        re.compile(
            rf"\bhow (?:much|expensive)\b.*\b(?:{'|'.join(_COST)})\b|\bhow expensive\b"
            r"|(?:\bwhat\b.*|^\W*(?:and )?(?:the )?)\b(?:costs?|price|fee|budget|salary)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"[$€£¥₹]\s?\d|\b(?:\d[\d.,]*|a|hundred|thousand|million|billion|trillion) "
            r"(?:dollars?|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|rupiah|francs?"
            r"|kron[aeo]r?|pesos?|zloty|forints?|cents|pence)\b",
            re.IGNORECASE,
        ),
        frozenset(_COST),
    ),
    Amount(
        re.compile(r"\bhow long\b", re.IGNORECASE),
        re.compile(
            r"\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)"
            r"[ -](?:(?:second|minute|hour|day|week|month|year|decade|mile|kilomet(?:re|er)"
            r"|met(?:re|er))s?|feet|km)\b",
            re.IGNORECASE,
        ),
    ),
)


def amount_asked(question: str) -> Amount | None:
    """Return the kind of amount that ``question`` asks for: "how much did it cost?", "how long?".

    None where it asks for none.
    """
    return next((each for each in _AMOUNTS if each.asks.search(question)), None)
