"""Spelling mistakes, made with a fixed seed so that every run asks the same questions."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST = 5


def misspelt(text: str, probability: float, rng: random.Random) -> str:
    """Return ``text`` with one edit in each word of five letters or more, so probably."""
    return " ".join(
        _edited(word, rng)
        if sum(map(str.isalpha, word)) >= _SHORTEST and rng.random() < probability
        else word
        for word in text.split(" ")
    )


def _edited(word: str, rng: random.Random) -> str:
    place = rng.randrange(len(word) - 1)
    letter = rng.choice(string.ascii_lowercase)
    kind = rng.choice(("insert", "delete", "substitute", "transpose", "neighbour"))
    if kind == "insert":
        return word[:place] + letter + word[place:]
    if kind == "delete":
        return word[:place] + word[place + 1 :]
    if kind == "substitute":
        return word[:place] + letter + word[place + 1 :]
    if kind == "transpose":
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + _neighbour(word[place], rng) + word[place + 1 :]


def _neighbour(letter: str, rng: random.Random) -> str:
    for row in _KEYS:
        place = row.find(letter.lower())
        if place >= 0:
            return rng.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    return letter
