"""Who tells something is told from who asks, in the language in which they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.talk.kinds import Talk
from bot.talk.smalltalk import unasked
from bot.talk.statements import is_statement

if TYPE_CHECKING:
    from bot.library.library import Library


@pytest.mark.parametrize(
    "text",
    [
        "I moved house last week", "my cat sleeps", "The weather is nice today",
        "we went to the beach", "you are so clever", "I really love pancakes", "i'm bored",
        "im so tired", "I never liked mondays", "our neighbours have a new car",
        "my brother broke his arm", "I think it rains", "we just got married", "Mum's soup is cold",
        "You don't understand", "I saw a fox", "our old dog barked all night",
    ],
)  # fmt: skip
def test_who_tells_something_asks_nothing(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "ich habe Hunger"), ("de", "Das Wetter ist schön"), ("de", "es war ein guter Tag"),
        ("de", "wir wohnen in Ulm"), ("de", "mein kleiner Hund schläft"),
        ("fr", "j'ai faim"), ("fr", "nous aimons le fromage"), ("fr", "mon chat dort"),
        ("fr", "il est tard"), ("es", "yo tengo un perro"), ("es", "mi perro duerme"),
        ("es", "la sopa está fría"), ("es", "son las tres y son muchos"),
        ("ru", "я устал"), ("ru", "мой кот спит"), ("ru", "мы любим чай"),
    ],
)  # fmt: skip
def test_who_tells_something_in_a_language_is_understood_in_that(language: str, text: str) -> None:
    assert is_statement(text, language)
    assert not is_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "whos plan is the best", "hows the bridge that was closed",
        "waht is the harbour tax", "and hwen is the fair", "wich ferry was late",
        "football in Brazil", "is the king asleep", "I want to know who won", "are they safe",
        "My question: where is he?", "Assad flees Syria", "qué es la OTAN", "was ist die OSZE",
        # German "war", Spanish "son" and "es" are English words or names.
        "Falklands war veterans", "is the strike war over", "trade war tariffs", "cod war",
        "opium war treaty", "Kennedy son wedding", "farmer son inheritance", "son of Sam",
        "El Nino es drought", "Costa sont", "Era tour tickets",
        # So are what is "my" and "we" elsewhere.
        "Du Maurier novel", "du bois lecture", "My Fair Lady revival", "my fair lady cast",
        "our lady of the lake chapel", "Our Mutual Friend adaptation", "We Are Lady Parts season",
        "we chat ban", "Mon Calamari figure", "Ma Rainey album", "Mi Vida brand", "Tu Youyou prize",
        "I Tonya film", "I-40 rockslide", "i beam prices", "You Me at Six farewell",
        "you tube outage", "je ne sais quoi perfume", "Yo Gotti trial", "my little pony recall",
        "our world in data", "my manchester united shares", "We Company valuation",
        # A clause with "that is" describes, and behind "and" the order is still turned round.
        "bridge that is closed", "and is the ferry late", "but are the miners alive",
        "I need news about the miners", "you got anything on the flood",
        "we want any information on refunds", "I would like some updates on the strike",
        "you have more details about the ferry",
    ],
)  # fmt: skip
def test_who_asks_is_not_taken_to_tell(text: str) -> None:
    assert not is_statement(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Du Pont muss zahlen"), ("de", "Wer ist das und was war los"),
        ("de", "Welches Schiff ist gesunken"), ("de", "gibt es Neues, ist er da"),
        ("fr", "Mon Laferte en concert"), ("fr", "l'usine est où"), ("es", "qué son las tasas"),
        ("ru", "кто это такой"),
    ],
)  # fmt: skip
def test_who_asks_in_a_language_is_not_taken_to_tell(language: str, text: str) -> None:
    assert not is_statement(text, language)


async def test_what_has_a_name_that_is_asked_for_is_shown_however_it_is_put(
    library: Library,
) -> None:
    for text in ("you got a word on Medvedev's wife", "we had Malta's summit wrong"):
        answer = await library.ask(text)
        assert (answer.verdict, answer.holds_name) == (Verdict.CLOSEST, True)
        assert unasked(text, answer) is None
    told = "I love grain imports and pancakes"
    answer = await library.ask(told)
    assert (answer.verdict, answer.holds_name) == (Verdict.CLOSEST, False)
    assert unasked(told, answer) is Talk.STATEMENT


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("ich habe Hunger", Talk.STATEMENT), ("ich bin müde", Talk.STATEMENT),
        ("j'ai faim", Talk.STATEMENT), ("yo tengo un perro", Talk.STATEMENT),
        ("я устал", Talk.STATEMENT), ("my cat sleeps", Talk.STATEMENT),
        ("Falklands war veterans", None), ("Kennedy son wedding", None), ("du bois lecture", None),
        ("my fair lady cast", None), ("we chat ban", None),
    ],
)  # fmt: skip
async def test_key_words_are_looked_for_whatever_they_are_in_another_language(
    library: Library, text: str, talk: Talk | None
) -> None:
    assert unasked(text, await library.ask(text)) is talk
