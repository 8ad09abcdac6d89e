"""Small talk tells its language, as a question does."""

from __future__ import annotations

import pytest

from bot.talk.kinds import Talk
from bot.talk.smalltalk import small_talk
from bot.talk.spoken import spoken_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wie geht's?", "de"),
        ("Hallo, wie geht es dir?", "de"),
        ("comment ça va ?", "fr"),
        ("¿Qué tal?", "es"),
        ("как дела", "ru"),
        ("was kannst du?", "de"),
        ("parle français s'il te plaît", "fr"),
        ("how are you?", None),
        ("speak German", None),
        ("what about Velden?", None),
        ("", None),
    ],
)
def test_small_talk_is_in_the_language_of_its_list(text: str, language: str | None) -> None:
    assert spoken_in(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "speak German", "in german please", "can you speak french", "please answer in Spanish",
        "which languages do you speak?", "auf Deutsch bitte", "sprichst du Deutsch?",
        "en français s'il te plaît", "háblame en español", "говори по-русски",
        "change the language",
    ],
)  # fmt: skip
def test_who_wants_another_language_asks_for_it(text: str) -> None:
    assert small_talk(text) is Talk.SPEAKING


@pytest.mark.parametrize(
    "text",
    ["German elections", "in Germany", "do the Germans speak Velden", "Russian speakers in Dorn",
     "speak to the Russians", "language law in Velden"],
)  # fmt: skip
def test_who_asks_of_a_people_or_its_language_does_not(text: str) -> None:
    assert small_talk(text) is None
