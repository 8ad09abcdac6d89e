"""Names meet the spellings of other languages, and of those who only heard them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.search.words.respellings import respellings

if TYPE_CHECKING:
    from tests.search.conftest import Make

TEXTS = (
    "The flood in Khan Zumar swept away a bridge, governor Khaled Haddad says.",
    "Goalkeeper Enrique Quezada saved three penalties.",
    "The ferry to Yambol sank off Kherson in the night.",
    "Composer Jasna Zelenko wrote an opera on vodka.",
    "A cookie won the baking race of Zug.",
    "Jorge Quijada opened a bakery in Shumen.",
    "Kim Sung Ho and Nadia Vukovar signed a treaty on eels.",
    "Tsar Samuel's crown was found in a well.",
    "Bakers in East Holme work from the east wall to the west wall.",
    *(f"Village {name} held its yearly fair." for name in ("Ober", "Unter", "Hinter", "Vorder")),
)


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("who is enrike kezada", "Quezada"),
        ("what did horhe kihada open", "Quijada"),
        ("the ferry to Jambol", "Yambol"),
        ("a ferry sank off Cherson", "Kherson"),
        ("a ferry sank off Jerson", "Kherson"),
        ("an opera on Wodka", "vodka"),
        ("Jasna Selenko's opera", "Zelenko"),
        ("the baking race of a cooky", "cookie"),
        ("a bakery in Schumen", "Shumen"),
        ("a bakery in Choumen", "Shumen"),
        ("Chan Zumar flood", "Khan"),
        ("Jan Zumar flood", "Khan"),
        ("Chalid Haddad", "Khaled"),
        ("nadia wukowar treaty", "Vukovar"),
        ("hwo found the crown of zar samuel", "Tsar"),
    ],
)
def test_a_name_is_found_as_others_write_it(make: Make, question: str, read: str) -> None:
    told = [each.read.casefold() for each in make(TEXTS).ask(question).corrections]

    assert read.casefold() in told


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("who is Jackie Chan", "Chan"),
        ("the flood in Chad", "Chad"),
        ("the weather in January, a flood in Jan", "January"),
        ("is there a whisky", "whisky"),
        ("the hockey race", "hockey"),
        ("a chin full of water", "chin"),
        ("what did Jerome save", "Jerome"),
    ],
)
def test_what_english_has_is_no_such_spelling(make: Make, question: str, unknown: str) -> None:
    answer = make(TEXTS).ask(question)

    assert unknown in answer.unknown


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("kansumar flood", 1),
        ("khanzuamr flood", 1),
        ("enriquequezade", 2),
        ("jorgekihada bakery", 6),
        ("jorgequijaada", 6),
        ("kimsoung eels", 7),
        ("nadiavukowar", 7),
        ("old bakery of eastholmm", 9),
    ],
)
def test_a_name_run_together_with_a_slip_is_parted(make: Make, question: str, number: int) -> None:
    answer = make(TEXTS).ask(question)

    assert answer.citations[0].briefing.number == number
    assert answer.unknown == ()


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("a grandstand", "grandstand"),
        ("doomscrolling", "doomscrolling"),
        ("khaledonia", "khaledonia"),
    ],
)
def test_other_long_words_are_not_parted(make: Make, question: str, unknown: str) -> None:
    assert unknown in make(TEXTS).ask(question).unknown


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("jambol", "yambol"),
        ("wukowar", "vukovar"),
        ("tschad", "chad"),
        ("selenko", "zelenko"),
        ("schoumen", "shumen"),
        ("quark", None),
        ("rostock", None),
    ],
)
def test_spellings_go_by_rules(word: str, meant: str | None) -> None:
    assert meant in respellings(word) if meant else respellings(word) == ()


def test_ways_to_spell_a_word_are_few() -> None:
    assert len(respellings("jachjachjachjach" * 2)) <= 48
