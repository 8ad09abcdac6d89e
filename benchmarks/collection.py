"""Collections of any size for measuring speed: sentences recombined, with rare names among them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from benchmarks.noise import misspelt
from bot.model import Briefing, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SYLLABLES = (
    "al an bar bel bra cor dan del dor el fen gal gor hal il ka kel lan lis lor mar mer mi nor ol"
    " pas per qua ra ren ros sal sen sol tan tor ul ur val ven vor wen yar zel"
).split()
_NAMES_TO_CHOOSE = 600_000
_SENTENCES_A_BRIEFING = 2
_SHORTEST_SENTENCE = 30


class Collection:
    """Briefings and questions made from the sentences of real ones, the same in every run.

    Each briefing has two sentences and the names of three made-up people, drawn from more than half
    a million, most of them rare, as in the news.
    """

    def __init__(self, texts: Sequence[str], size: int) -> None:
        self.size = size
        self._sentences = [
            sentence.strip() + "."
            for text in texts
            for sentence in text.split(". ")
            if len(sentence) >= _SHORTEST_SENTENCE
        ]

    def briefings(self, first: int = 1, count: int | None = None) -> Iterator[Briefing]:
        """Yield ``count`` briefings, all by default, with numbers from ``first`` on."""
        for number in range(first, first + (self.size if count is None else count)):
            text = self._text(random.Random(number))
            origin = Origin("made.jsonl", number)
            yield Briefing(key=f"b{number}", text=text, origin=origin, number=number)

    def questions(self, count: int) -> list[str]:
        """Return questions of six words and a name of some briefing, half of them misspelt."""
        rng = random.Random(20_261_123)
        asked = []
        for place in range(count):
            number = rng.randint(1, max(self.size, 1))
            words = self._text(random.Random(number)).split()
            start = rng.randrange(max(1, len(words) - 12))
            question = " ".join([*words[start : start + 6], rng.choice(words[-6:-1])])
            asked.append(misspelt(question, 1.0, rng) if place % 2 else question)
        return asked

    def _text(self, rng: random.Random) -> str:
        sentences = [rng.choice(self._sentences) for _ in range(_SENTENCES_A_BRIEFING)]
        people = [f"{_name(rng)} {_name(rng)}" for _ in range(3)]
        return " ".join([*sentences, f"{people[0]} met {people[1]} and {people[2]} there."])


def _name(rng: random.Random) -> str:
    # The square makes some names common and most of them rare.
    chosen = int(rng.random() ** 2 * _NAMES_TO_CHOOSE)
    syllables = []
    for _ in range(4):
        chosen, place = divmod(chosen, len(_SYLLABLES))
        syllables.append(_SYLLABLES[place])
    return "".join(syllables).capitalize()
