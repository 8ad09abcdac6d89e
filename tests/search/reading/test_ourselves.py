"""Whoever asks says "us" in small letters, and so do many who mean the United States."""

from __future__ import annotations

import pytest

from bot.search.reading.ourselves import without_us


@pytest.mark.parametrize(
    "question",
    [
        "help us", "please help us!", "tell us a story", "can you show us the way",
        "is it safe for us to travel", "does it affect us?", "teach us something",
        "could you help us understand the treaty", "between you and us", "who can help us?",
        "let us know who won", "what does the strike mean for us?", "is it good for us",
        "some of us like trains", "both of us wonder who won", "give us more on the storm",
        "hey bot, tell us about the flood", "will this hurt us?",
    ],
)  # fmt: skip
def test_those_who_ask_are_no_country(question: str) -> None:
    bare = without_us(question)

    assert "us" not in bare.split()
    assert len(bare) == len(question)


@pytest.mark.parametrize(
    "question",
    [
        "us", "us election", "help us troops", "tell us navy", "what did the us say?",
        "us sanctions on steel", "did Norway tell us troops to leave", "are us tariffs legal",
        "is the us safe", "trade with us", "attack on us base", "who leads the us",
        "Help US", "tell US", "news from us", "most us senators", "canada and us agree",
        "status", "is it good for us farmers", "what does it mean for us banks",
        "is it bad for us trade", "aid for us towns",
    ],
)  # fmt: skip
def test_the_country_stays_in_small_letters_too(question: str) -> None:
    assert without_us(question) == question
