"""What is no question is told from questions, which are all searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.talk.kinds import Talk
from bot.talk.smalltalk import small_talk, unasked, words_in

if TYPE_CHECKING:
    from bot.library.library import Library


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello", Talk.GREETING),
        ("Hi there!", Talk.GREETING),
        ("hey bot, good morning", Talk.GREETING),
        ("thank you very much", Talk.THANKS),
        ("help", Talk.HELP),
        ("bye", Talk.FAREWELL),
        ("how are you", Talk.HOW_ARE_YOU),
        ("hey whats up", Talk.HOW_ARE_YOU),
        ("Hello! How are you doing today?", Talk.HOW_ARE_YOU),
        ("Wie geht's?", Talk.HOW_ARE_YOU),
        ("Salut, comment ça va ?", Talk.HOW_ARE_YOU),
        ("¿Qué tal?", Talk.HOW_ARE_YOU),
        ("Привет, как дела?", Talk.HOW_ARE_YOU),
        ("who made you", Talk.ABOUT_BOT),
        ("are you a human?", Talk.ABOUT_BOT),
        ("are you a bot?", Talk.ABOUT_BOT),
        ("hello?", Talk.GREETING),
        ("Which commands do you have?", Talk.HELP),
        ("welche Befehle gibt es?", Talk.HELP),
        ("Montre-moi les commandes", Talk.HELP),
        ("¿Qué comandos hay?", Talk.HELP),
        ("какие есть команды", Talk.HELP),
        ("talk Spanish", Talk.SPEAKING),
        ("in French please", Talk.SPEAKING),
        ("Can you answer in Polish?", Talk.SPEAKING),
        ("sprichst du Russisch?", Talk.SPEAKING),
        ("Réponds en français", Talk.SPEAKING),
        ("¿Hablas español?", Talk.SPEAKING),
        ("говори по-русски", Talk.SPEAKING),
        ("are your briefings up to date?", Talk.UP_TO_DATE),
        ("how recent is your data", Talk.UP_TO_DATE),
        ("Wie aktuell sind die Meldungen?", Talk.UP_TO_DATE),
        ("es-tu à jour ?", Talk.UP_TO_DATE),
        ("what was my last question?", Talk.DATA),
        ("what have I asked so far", Talk.DATA),
        ("Was habe ich zuletzt gefragt?", Talk.DATA),
        ("Qu’est-ce que j’ai demandé hier ?", Talk.DATA),
        ("¿Qué te pregunté antes?", Talk.DATA),
        ("delete my data", Talk.DATA),
        ("Please forget me!", Talk.DATA),
        ("Was weißt du über mich?", Talk.DATA),
        ("topics", Talk.TOPICS),
        ("show me all topics please", Talk.TOPICS),
        ("quels sont les sujets ?", Talk.TOPICS),
        ("wer hat dich gemacht?", Talk.ABOUT_BOT),
        ("кто тебя создал?", Talk.ABOUT_BOT),
        ("good morning", Talk.GREETING),
        ("lol thats crazy", Talk.NOD),
        ("cool", Talk.NOD),
        ("nice one", Talk.NOD),
        ("krass!", Talk.NOD),
        ("c'est fou", Talk.NOD),
        ("qué locura", Talk.NOD),
        ("Ничего себе!", Talk.NOD),
        ("👍", Talk.NOD),
        ("ok cool", Talk.NOD),
        ("<:duck:1234567890> <a:dance:99>", Talk.NOD),
        ("look at this: <https://example.org/a?b=c>", Talk.LINK),
        ("www.example.org https://example.org", Talk.LINK),
        ("https://example.org/a?b=c", Talk.LINK),
    ],
)
def test_small_talk_is_told_from_questions(text: str, kind: Talk) -> None:
    assert small_talk(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "and later?", "later?",
        "OSCE", "hello Lavrov", "thanks to whom did Assad flee", "what is new?", "Good Friday",
        "no deal", "how is Assad?", "what's up with Assad", "how are they", "who made the plan",
        "that's crazy, who said so?", "is it true", "really?", "who won the Hi-Fi prize",
        "is https://example.org down", "Test ban treaty", "what do you know about Rome",
        "delete my date", "topics of the summit", "hot topics in Malta",
        "in Spanish", "who speaks Russian in Velden", "is the ferry up to date", "how old is Dorn",
        "what did I miss before the vote", "commands of the army", "speak of Velden",
    ],
)  # fmt: skip
def test_a_question_is_no_small_talk(text: str) -> None:
    assert small_talk(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Helo!", Talk.GREETING),
        ("thnaks you", Talk.THANKS),
        ("bnojour", Talk.GREETING),
        ("good mornign", Talk.GREETING),
        ("good evneing bot", Talk.GREETING),
    ],
)
def test_small_talk_may_be_misspelt(text: str, kind: Talk) -> None:
    assert small_talk(text) is None
    assert small_talk(text, slips=words_in(text)) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [("helo", Talk.GREETING), ("goodbbye bot", Talk.FAREWELL)],
)
async def test_a_letter_once_or_twice_too_often_is_a_slip_where_no_briefing_has_the_word(
    library: Library, text: str, kind: Talk
) -> None:
    answer = await library.ask(text)
    assert not answer.corrections
    assert small_talk(text) is None
    assert unasked(text, answer) is kind


async def test_feedback_that_no_briefing_has_may_be_misspelt(library: Library) -> None:
    for said in ("that is inacurate", "you missunderstood me"):
        assert small_talk(said) is None
        assert unasked(said, await library.ask(said)) is Talk.FEEDBACK


@pytest.mark.parametrize("question", ["laser", "light?", "mourning", "smart", "good laser"])
async def test_a_word_that_is_like_small_talk_is_looked_for(
    library: Library, question: str
) -> None:
    assert unasked(question, await library.ask(question)) is None


async def test_a_misspelt_time_of_day_is_small_talk_beside_other_words_of_it(
    library: Library,
) -> None:
    assert unasked("good mornign", await library.ask("good mornign")) is Talk.GREETING


@pytest.mark.parametrize("text", ["Malta", "hlel", "bie", "helo Lavrov"])
def test_what_is_not_a_letter_away_is_no_small_talk(text: str) -> None:
    assert small_talk(text, slips=words_in(text)) is None


def test_a_file_without_text_is_told_that_it_is_not_read() -> None:
    assert small_talk("", attached=True) is Talk.FILE
    assert small_talk("grain imports", attached=True) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("das ist ja verrucjt", Talk.NOD), ("das ist interessnat", Talk.NOD),
        ("that is incrdible", Talk.NOD), ("denial", None), ("so denial", None),
    ],
)  # fmt: skip
async def test_a_reaction_of_several_words_may_be_misspelt(
    library: Library, text: str, kind: Talk | None
) -> None:
    assert small_talk(text) is None
    assert unasked(text, await library.ask(text)) is kind
