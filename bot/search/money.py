"""Sums of money: which questions ask for one, and which texts tell one."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"\bhow (?:much|expensive)\b.*\b(?:cost|costs|pay|pays|paid|price|priced|worth|money|spend"
    r"|spent|earn|earns|charge|charged|fine|fined)\b|\bhow expensive\b"
    r"|\bwhat\b.*\b(?:cost|costs|price|fee|budget|salary)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"[$€£¥₹]\s?\d|\b(?:\d[\d.,]*|a|hundred|thousand|million|billion|trillion) "
    r"(?:dollars?|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|francs?|kron[aeo]r?|pesos?"
    r"|cents|pence)\b",
    re.IGNORECASE,
)


def asks_for_money(question: str) -> bool:
    """Tell whether ``question`` asks for a sum of money: "how much did it cost?"."""
    return _ASKS.search(question) is not None


def tells_money(text: str) -> bool:
    """Tell whether ``text`` has a sum of money: "$2 million", "300 euros"."""
    return _SUM.search(text) is not None
