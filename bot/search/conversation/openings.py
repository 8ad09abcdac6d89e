"""What may open a follow-up, and says nothing of what it asks: "and who did it?"."""

from __future__ import annotations

OPENING = r"(?:(?:and|but|so|ok(?:ay)?)\W+)?"
"""A pattern, to be matched in any case."""
