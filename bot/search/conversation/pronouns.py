"""Pronouns, by what they may stand for and where."""

from __future__ import annotations

import re

PERSON = re.compile(r"\b(?:he|she|they|him|her|them|his|hers|their|theirs)\b", re.IGNORECASE)
SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
"""One person, and not several."""
THING = re.compile(r"\b(?:it|its|that|this|these|those|there)\b", re.IGNORECASE)
BARE = frozenset(("it", "there"))
"""Things that stand alone: "this week" and "that deal" point at nothing said before."""
ANY = re.compile(rf"{PERSON.pattern}|{THING.pattern}", re.IGNORECASE)
STANDS_FOR = re.compile(
    r"\b(?:he|she|it|they|him|them)\b|\b(?:her|this|that|these|those)\W*$", re.IGNORECASE
)
"""What stands for something whole: "her" at the end, but not "her visit"."""
OBJECT = re.compile(r"\b(?:him|her|it|them)\W*$", re.IGNORECASE)
"""An object is never its own clause's subject: not in "which bank bought it?" either."""
LAST = re.compile(r"\b(?:it|this|that|these|those|them|him|her)\W*$", re.IGNORECASE)
THERE_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|will|has|have) there\b"
    r"|\bthere(?:['’]s| is| are| was| were| will| has| have)\b",
    re.IGNORECASE,
)
"""Where "there" stands for no place."""
