"""What may open a follow-up, and says nothing of what it asks: "and who did it?"."""

from __future__ import annotations

_ONE = r"(?:and|but|so|ok(?:ay)?)\W+"
OPENING = rf"(?:{_ONE})?"
"""A pattern, to be matched in any case."""
OPENINGS = rf"(?:{_ONE})*"
"""One of however many: "ok, and later?"."""
