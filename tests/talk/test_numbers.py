"""A briefing may be asked for by its number alone; a number among words is part of a question."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.talk.numbers import as_written, numbers_wanted


@pytest.mark.parametrize(
    "text",
    [
        "#5", " # 5 ", "#5?", "briefing 5", "Briefing #5", "no. 5", "No 5", "number 5", "nr. 5",
        "№ 5", "n° 5", "briefing no. 5", "briefing number 5 please", "show me briefing 5",
        "can you open #5?", "zeig mir briefing 5", "Nummer 5", "montre-moi le numéro 5",
        "número 5", "покажи номер 5", "Meldung 5", "informe n.º 5", "dépêche 5", "сводка №5", "#٥",
        "what is #5 about?", "tell me about #5", "what does #5 say?", "summarise #5",
        "summary of #5", "give me a summary of briefing 5", "the full text of no. 5", "more on #5",
        "Zusammenfassung von #5", "résumé du numéro 5", "resumen del número 5",
        "briefing five",
        "number five", "worum geht es in #5?", "de quoi parle #5 ?", "¿Qué dice #5?", "что в #5?",
        "Meldung fünf", "informe cinco", "BRİEFİNG #5", "brıefıng fıve",
        "what is the source of #5?", "where is #5 from", "who wrote #5?", "when was #5 published?",
        "Quelle von #5", "quelle est la date du #5 ?", "fuente del #5", "источник #5",
    ],
)  # fmt: skip
def test_a_number_alone_asks_for_that_briefing(text: str) -> None:
    assert numbers_wanted(text) == (5,)


@pytest.mark.parametrize(
    "text",
    [
        "", "0", "15", "2024", "no one", "five", "#5 vs #6", "-5", "5.5", "10-point plan",
        "5 killed", "#5 killed", "briefing 5 on Syria",
        "number 5 in the world", "no 5 people", "no. 5-10", "no", "#", "#" + "9" * 50,
        "summary of the 5 talks", "more on 5G", "text of the 5-point plan", "5 more", "more of 5",
        "summary of #5 on Syria",
        "compare #5 and Syria", "difference between 5 and 6", "who wrote 5 books",
        "where is 5th Avenue",
        "the 12-point plan", "5 #", "World War 3", "#5.5", "notebook 5",
    ],
)  # fmt: skip
def test_a_number_among_words_is_part_of_a_question(text: str) -> None:
    assert numbers_wanted(text, 14) == ()


@pytest.mark.parametrize(
    ("text", "number", "told"),
    [
        ("No 7", 7, "An aide at No 7 denied it."), ("no. 7", 7, "No. 7 was painted blue."),
        ("Number Seven", 7, "Number 7 is empty."), ("what does no 7 say?", 7, "No.7 says so."),
        ("number 7", 7, "The cat of Number Seven ran away."), ("No 42", 42, "No 42 was bought."),
    ],
)  # fmt: skip
def test_what_briefings_call_so_may_be_a_name(text: str, number: int, told: str) -> None:
    name = as_written(text, (number,))

    assert name is not None
    assert name.search(told)
    assert not name.search("They said no 7 times. Number 70 and No 17 were sold.")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("#7", (7,)), ("briefing 7", (7,)), ("briefing no. 7", (7,)), ("no #7", (7,)),
        ("number 7 and 8", (7, 8)), ("7", (7,)), ("Meldung 7", (7,)),
    ],
)  # fmt: skip
def test_a_briefing_is_no_name(text: str, numbers: tuple[int, ...]) -> None:
    assert as_written(text, numbers) is None


@pytest.mark.parametrize(
    ("text", "highest", "wanted"), [("5", 14, (5,)), ("14?", 14, (14,)), ("5", 4, ())]
)
def test_a_bare_number_asks_for_a_briefing_up_to_the_highest(
    text: str, highest: int, wanted: tuple[int, ...]
) -> None:
    assert numbers_wanted(text, highest) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "#5 and #6",
        "#5, #6",
        "#5 #6",
        "show me #5 and 6",
        "briefings 5 & 6",
        "Meldung 5 und #6",
        "#5 #5 #6",
        "compare #5 and #6",
        "Compare #5 with #6!",
        "what is the difference between #5 and #6?",
        "Was ist der Unterschied zwischen #5 und #6?",
        "différence entre #5 et #6",
        "diferencia entre #5 y #6",
        "сравни #5 и #6",
    ],
)
def test_several_numbers_ask_for_all_of_them(text: str) -> None:
    assert numbers_wanted(text) == (5, 6)


@pytest.mark.parametrize("text", ["#5, #6 and #7", "briefing no. 5, 6 and number seven, please!"])
def test_marks_and_words_may_join_numbers(text: str) -> None:
    assert numbers_wanted(text) == (5, 6, 7)


@pytest.mark.parametrize(
    "text",
    [
        "#5 🙏", "#5 please 🙏🏽", "5 👍", "❤️ briefing five", "#5 <:duck:1234567890123>", "**#5**",
        "`#5`", "_#5_", '"#5"', "«#5»", "(#5)", "[5]", "#5)", "#5…", "5…", "🇬🇧 #5 👨‍👩‍👧",
    ],
)  # fmt: skip
def test_what_adorns_a_number_changes_nothing(text: str) -> None:
    assert numbers_wanted(text, 14) == (5,)


@pytest.mark.parametrize("text", ["#5 🙏 killed", "5️⃣", "🙏", "**", "(5) killed", "**5** killed"])
def test_what_stands_beside_pictures_is_still_read(text: str) -> None:
    assert numbers_wanted(text, 14) == ()


@pytest.mark.parametrize(
    ("text", "number"), [("briefing dix-sept", 17), ("numéro dix", 10), ("montre-moi #5 ?!", 5)]
)
def test_a_hyphen_may_stand_in_a_number_and_between_words(text: str, number: int) -> None:
    assert numbers_wanted(text) == (number,)


@pytest.mark.parametrize("text", ["what is N5?", "show -5", "#5-6", "in " * 67 + "#5"])
def test_a_name_a_span_and_a_long_text_ask_for_no_briefing(text: str) -> None:
    assert numbers_wanted(text, 14) == ()


def test_no_text_keeps_the_bot_from_answering_others() -> None:
    """Each text would take a pattern that tries every way through it longer than a night."""
    work = """
from bot.talk.numbers import numbers_wanted

words = (
    "in in-in - what whats what's what-is de de-quoi is the montre-moi no. n.° n.º № # #5 #5, 5,"
    " 5; #5and and y и briefing number numéro dix dix- dix-sept briefing-five about , . ? ¿ % 5"
).split()
for gap in ("", " ", "  ", " \\t\\n ", "-", ", "):
    for start in ("", "#5", "briefing 5 ", "show "):
        for word in words:
            for end in ("", "x", "#5", "#5 x", "?x"):
                for times in (20, 40, 180, 4000):
                    numbers_wanted(start + (word + gap) * times + end, 14)
"""
    subprocess.run([sys.executable, "-c", work], check=True, timeout=120)


@pytest.mark.parametrize(
    "text",
    ["#3-#5", "#3 to #5", "briefings 3 to 5", "show me #3 through 5", "Meldung 3 bis 5", "#3–#5?"],
)
def test_a_row_of_numbers_asks_for_all_in_it(text: str) -> None:
    assert numbers_wanted(text) == (3, 4, 5)


@pytest.mark.parametrize("text", ["#3 to", "#5 to 3", "#1 to 2024", "#3 to 5 killed", "#3-"])
def test_what_is_no_row_of_a_few_numbers_asks_for_no_briefing(text: str) -> None:
    assert numbers_wanted(text) == ()
